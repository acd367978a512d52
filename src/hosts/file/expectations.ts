import { holds } from '../../workbook/applyEdits';
import type { Edit } from '../../workbook/edit';
import { preconditions } from '../../workbook/preconditions';
import { shown } from '../../workbook/rowReader';
import { viewSheet } from '../../workbook/sheetView';
import { cellName } from '../../workbook/tables';
import { FileError } from './errors';
import { readCells } from './read';
import type { Workbook } from './workbook';

/**
 * Compares what edits expect with what the file holds.
 *
 * @throws FileError naming the first cell that holds something else, or a formula of unknown result; nothing is to be written then
 */
export async function refuseIfChanged(bytes: Uint8Array, workbook: Workbook, edits: Edit[]): Promise<void> {
  const wanted = preconditions(edits).map(({ sheet, row, column, expected }) => ({
    sheet,
    expected,
    range: { top: row, left: column, bottom: row + expected.length - 1, right: column + expected[0]!.length - 1 },
  }));
  const blocks = await readCells(bytes, workbook, wanted);
  for (const { sheet, range, expected } of wanted) {
    const view = viewSheet({ today: 0, locale: 'en', sheets: blocks }, sheet);
    if (!view) throw new FileError('wrong edit', `The workbook has no sheet '${sheet}' with cells.`);
    for (const [r, line] of expected.entries()) {
      for (const [c, cell] of line.entries()) {
        const [row, column] = [range.top + r, range.left + c];
        const found = view.cell(row, column);
        const unknown = found === null && view.formula(row, column) !== null;
        if (holds(found, cell) && !unknown) continue;
        const what = unknown ? 'holds a formula' : shown(found) === '' ? 'is blank now' : `holds '${shown(found)}'`;
        throw new FileError(
          'changed',
          `${cellName(view, row, column)} ${what}: the workbook has changed. Nothing was written.`,
        );
      }
    }
  }
}
