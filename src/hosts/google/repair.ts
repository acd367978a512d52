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
    const formulas = cells.getFormulas();
    const found = repairs(formulas, cells.getValues(), { isOurs: isCellFunction, spell: name => name });
    const at = (row: number, column: number) => sheet.getRange(row + 1, column + 1);
    const [entered, cleared] = [
      found.filter(({ formula }) => formula !== ''),
      found.filter(({ formula }) => formula === ''),
    ];
    for (const { row, column } of cleared) at(row, column).clearContent();
    // Sheets does not calculate anew what is entered as it was: with a blank more it is another formula in between.
    const unchanged = entered.filter(({ row, column, formula }) => formulas[row]?.[column] === formula);
    for (const { row, column, formula } of unchanged) at(row, column).setFormula(formula.replace('=', '= '));
    if (unchanged.length > 0) SpreadsheetApp.flush();
    for (const { row, column, formula } of entered) at(row, column).setFormula(formula);
    count += entered.length;
  }
  SpreadsheetApp.flush();
  return count;
}
