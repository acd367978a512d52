/** The ribbon's buttons. They run in the page of the pane, which Excel starts for them if it has to. */
import { repairFormulas } from '../../hosts/excel/repair';
import { saidByExcel } from '../../hosts/excel/run';
import { repairedInWords } from '../../hosts/repairs';
import { askFor, type Opening } from './opening';

/** Milliseconds for which a notice stays in the pane. */
const READING_TIME = 20_000;

/** Says something in the pane: Excel gives a ribbon button no other voice. */
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
    await say(`The formulas could not be repaired. ${saidByExcel(reason)}`);
  } finally {
    // Without it the button stays pressed.
    event.completed();
  }
}

/** A button that shows the pane with one of its pages. */
const opens = (page: Opening) => async (event: Office.AddinCommands.Event) => {
  try {
    askFor(page);
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
};

/** Ties the buttons of the manifest to what they do. */
export function associateCommands(): void {
  Office.actions.associate('openSetUp', opens('setup'));
  Office.actions.associate('openTrack', opens('track'));
  Office.actions.associate('openTemplates', opens('templates'));
  Office.actions.associate('openFunctions', opens('functions'));
  Office.actions.associate('repairFormulas', repair);
}
