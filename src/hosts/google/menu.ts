import { repairFormulas } from './repair';

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

/** Repairs our functions' formulas and says what was done. */
export function repair(): void {
  const workbook = SpreadsheetApp.getActiveSpreadsheet();
  const count = repairFormulas(workbook);
  workbook.toast(
    count === 0
      ? 'No Compass formula needed repair.'
      : `${count} Compass ${count === 1 ? 'formula was' : 'formulas were'} entered again.`,
    'Strategic Compass',
  );
}
