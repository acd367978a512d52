/** The entry of commands.js: the ribbon's buttons that open no pane. */
import { repairFormulas } from './repair';

Office.onReady(() => {
  Office.actions.associate('repairFormulas', async (event: Office.AddinCommands.Event) => {
    try {
      await repairFormulas();
    } finally {
      // Without it the button stays pressed.
      event.completed();
    }
  });
});
