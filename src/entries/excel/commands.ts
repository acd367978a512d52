/** The entry of commands.js: the ribbon's buttons that open no pane of their own. */

import { repairFormulas } from '../../hosts/excel/repair';
import { repairedInWords } from '../../hosts/repairs';

/** Milliseconds for which a notice stays in the pane. */
const READING_TIME = 20_000;

/** Says something in the pane, which runs in the same page: Excel gives a ribbon button no other voice. */
async function say(words: string): Promise<void> {
  const notice = document.getElementById('notice')!;
  notice.textContent = words;
  setTimeout(() => {
    notice.textContent = '';
  }, READING_TIME);
  await Office.addin.showAsTaskpane();
}

async function repair(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await say(repairedInWords(await repairFormulas()));
  } catch (reason) {
    await say(`The formulas could not be repaired. Excel says: ${(reason as Error).message}`);
  } finally {
    // Without it the button stays pressed.
    event.completed();
  }
}

Office.onReady(() => Office.actions.associate('repairFormulas', repair));
