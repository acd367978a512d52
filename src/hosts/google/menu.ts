import { repairedInWords } from '../repairs';
import { alone, TAKEN } from './alone';
import { repairFormulas } from './repair';
import { wordsOf } from './wordsOf';

/** Runs for everyone who opens the file, unauthorised as yet: it builds the menu and does nothing else. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open sidebar', 'openCompassSidebar')
    .addItem('Repair formulas', 'repairCompassFormulas')
    .addToUi();
}

/** Shows the sidebar. */
export function openSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Strategic Compass'));
}

/** Repairs our functions' formulas and says what was done, or why not. */
export function repair(): void {
  const workbook = SpreadsheetApp.getActiveSpreadsheet();
  let words: string;
  try {
    words = alone(
      () => repairedInWords(repairFormulas(workbook)),
      () => TAKEN,
    );
  } catch (reason) {
    words = `Not every formula could be repaired. Google Sheets says: ${wordsOf(reason)}`;
  }
  workbook.toast(words, 'Strategic Compass');
}
