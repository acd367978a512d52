import { isCellFunction } from '../../functions/evaluate';
import { repairs } from '../repairs';

/**
 * Enters our functions' formulas anew wherever a file from elsewhere has lost them, and those only.
 *
 * @param workbook  the open spreadsheet
 * @returns         how many formulas were entered
 */
export function repairFormulas(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet): number {
  let count = 0;
  for (const sheet of workbook.getSheets()) {
    const cells = sheet.getDataRange();
    const found = repairs(cells.getFormulas(), cells.getValues(), {
      isOurs: isCellFunction,
      spell: name => name,
    });
    const at = (row: number, column: number) => sheet.getRange(row + 1, column + 1);
    for (const { row, column } of found) at(row, column).clearContent();
    // Sheets does not calculate anew what is entered as it was, unless the cell was empty in between.
    if (found.length > 0) SpreadsheetApp.flush();
    for (const { row, column, formula } of found) {
      if (formula === '') continue;
      at(row, column).setFormula(formula);
      count += 1;
    }
  }
  return count;
}
