import type { Edit, KeepValues } from '../../workbook/edit';

/** Only an Excel that knows formulas which fill several cells tells which these are. */
const spills = () => Office.context.requirements.isSetSupported('ExcelApi', '1.12');

/** The cells that the formulas of an edit fill, asked for with the next sync: one that fills none besides its own gives none. */
export interface AskedSpills {
  edit: KeepValues;
  filled: Excel.Range[];
}

/** Asks which cells the formulas fill that are to become values. */
export function askForSpills(context: Excel.RequestContext, edits: Edit[]): AskedSpills[] {
  return edits
    .filter((edit): edit is KeepValues => edit.kind === 'keep values')
    .map(edit => {
      if (!spills()) return { edit, filled: [] };
      const sheet = context.workbook.worksheets.getItemOrNullObject(edit.sheet);
      const filled = edit.expected.flatMap((line, row) =>
        line.map((_, column) => {
          const cell = sheet.getRangeByIndexes(edit.row + row, edit.column + column, 1, 1);
          const range = cell.getSpillingToRangeOrNullObject();
          range.load(['address']);
          return range;
        }),
      );
      return { edit, filled };
    });
}

/** Puts values in the place of formulas, in the batch that the next sync sends: Excel itself pastes them. */
export function keepValues(sheet: Excel.Worksheet, edits: KeepValues[], asked: AskedSpills[]): void {
  const pasteValues = (cells: Excel.Range) => cells.copyFrom(cells, 'Values');
  for (const edit of edits) {
    const { filled } = asked.find(one => one.edit === edit)!;
    for (const range of filled) if (!range.isNullObject) pasteValues(range);
    pasteValues(sheet.getRangeByIndexes(edit.row, edit.column, edit.expected.length, edit.expected[0]!.length));
  }
}

/** Clears what formulas had filled, so that they can fill it again. */
export function clearSpills(asked: AskedSpills[]): void {
  for (const { filled } of asked) for (const range of filled) if (!range.isNullObject) range.clear('Contents');
}
