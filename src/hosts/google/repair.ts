import { formulasIn } from '../../cells/localFormulas';
import { isError } from '../../cells/value';
import { isCellFunction } from '../../functions/evaluate';
import { repairs } from '../repairs';
import { cellText } from '../typed';
import { isGrid } from './reading';

/**
 * Enters our functions' formulas anew wherever a file from elsewhere has lost them, and those only. Sheets without cells, a
 * chart's for one, are passed over.
 *
 * @param workbook  the open spreadsheet
 * @returns         how many formulas were entered
 */
export function repairFormulas(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet): number {
  const spelled = formulasIn(workbook.getSpreadsheetLocale());
  const sheets = workbook.getSheets().filter(isGrid);
  let count = 0;
  for (const sheet of sheets) {
    const cells = sheet.getDataRange();
    const answered = cells.getFormulas();
    spelled.learn(answered);
    const formulas = answered.map(line => line.map(formula => spelled.english(formula)));
    const values = cells.getValues().map(line => line.map(errorCode));
    const found = repairs(formulas, values, { isOurs: isCellFunction, spell: name => name });
    const at = (row: number, column: number) => sheet.getRange(row + 1, column + 1);
    const [entered, cleared] = [
      found.filter(({ formula }) => formula !== ''),
      found.filter(({ formula }) => formula === ''),
    ];
    for (const { row, column } of cleared) at(row, column).clearContent();
    // Sheets does not calculate anew what is entered as it was: with a blank more it is another formula in between.
    const unchanged = entered.filter(({ row, column, formula }) => formulas[row]?.[column] === formula);
    for (const { row, column, formula } of unchanged)
      at(row, column).setFormula(spelled.local(formula).replace('=', '= '));
    if (unchanged.length > 0) SpreadsheetApp.flush();
    for (const { row, column, formula } of entered) at(row, column).setFormula(spelled.local(formula));
    count += entered.length;
  }
  SpreadsheetApp.flush();
  return count;
}

/** An error in the language of the spreadsheet as English spells it; anything else as it is. */
function errorCode(value: unknown): unknown {
  const cell = typeof value === 'string' ? cellText(value) : null;
  return isError(cell) ? cell.error : value;
}
