import type { KeepValues } from '../../workbook/edit';
import { cellText, typedCell, typedText } from '../typed';
import type { Undo } from './looks';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A cell with what it showed. */
interface Lost {
  row: number;
  column: number;
  value: unknown;
}

/**
 * Puts values in the place of formulas: Sheets itself pastes them. It does not tell which cells a formula fills besides
 * its own; they are those without a formula that are blank afterwards, and they get back what they showed.
 *
 * @param edits  of one sheet
 * @returns      what makes room for the formulas again
 */
export function keepValues(sheet: Sheet, edits: KeepValues[]): Undo {
  const rows = sheet.getLastRow();
  const columns = sheet.getLastColumn();
  const read = () => sheet.getRange(1, 1, rows, columns);
  const [values, formulas] = [read().getValues(), read().getFormulas()];
  for (const { row, column, expected } of edits) {
    const cells = sheet.getRange(row + 1, column + 1, expected.length, expected[0]!.length);
    cells.copyTo(cells, SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
  }
  SpreadsheetApp.flush();
  const after = read().getValues();
  const lost = values.flatMap((line, row) =>
    line.flatMap((value, column): Lost[] =>
      value !== '' && formulas[row]![column] === '' && after[row]![column] === '' ? [{ row, column, value }] : [],
    ),
  );
  const columnsOf = runs(lost);
  for (const run of columnsOf) rangeOf(sheet, run).setValues(run.map(({ value }) => [typedValue(value)]));
  return () => {
    for (const run of columnsOf) rangeOf(sheet, run).clearContent();
  };
}

/** Cells of one column that follow each other, together. */
function runs(cells: Lost[]): Lost[][] {
  const found: Lost[][] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const run = found[found.length - 1];
    const last = run?.[run.length - 1];
    if (last && last.column === cell.column && last.row + 1 === cell.row) run!.push(cell);
    else found.push([cell]);
  }
  return found;
}

function rangeOf(sheet: Sheet, run: Lost[]): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(run[0]!.row + 1, run[0]!.column + 1, run.length, 1);
}

/** What was read, as it has to be written: a date as it came, a text so that it stays one. */
function typedValue(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const cell = cellText(value);
  return typeof cell === 'string' ? typedText(cell) : typedCell(cell);
}
