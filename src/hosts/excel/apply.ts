import type { AddSheet, Edit, FormatCells } from '../../workbook/edit';
import type { Block } from '../../workbook/snapshot';
import { refuseConflicts, sheetsToCheck, standing } from '../check';
import { typed } from '../typed';
import { askForCells, askForNames, blocksOf } from './sheets';

/** A width in characters, in points: seven pixels a character of the standard font, five beside them, ¾ point each. */
const points = (characters: number) => (characters * 7 + 5) * 0.75;

/**
 * Applies edits to the open workbook: one round trip to read and compare, one to write, however many edits there are.
 *
 * @throws  Error with a message for people
 */
export function applyEdits(edits: Edit[]): Promise<void> {
  return Excel.run(async context => {
    const worksheets = askForNames(context);
    const asked = sheetsToCheck(edits).map(name => askForCells(context, name));
    await context.sync();
    const names = worksheets.items.map(({ name }) => name);
    const blocks = blocksOf(asked);
    refuseConflicts(edits, names, blocks);
    for (const edit of edits) apply(worksheets, edit);
    try {
      await context.sync();
    } catch (reason) {
      const what = await takeBack(context, edits, names, blocks);
      throw new Error(`${what} Excel says: ${(reason as Error).message}`);
    }
  });
}

/**
 * Takes back what Excel did before it refused an edit: it works through a batch in order, and does not say how far it
 * came. New sheets go, and overwritten cells get what they held; where rows were to be inserted nobody knows which they
 * are now, and Excel's own undo has to help.
 *
 * @returns  what the user has to know, as a sentence
 */
async function takeBack(
  context: Excel.RequestContext,
  edits: Edit[],
  names: string[],
  blocks: Block[],
): Promise<string> {
  const { worksheets } = context.workbook;
  for (const { kind, sheet } of edits) {
    if (kind === 'add sheet' && !names.includes(sheet)) worksheets.getItemOrNullObject(sheet).delete();
  }
  try {
    await context.sync();
  } catch {
    return 'Not everything could be taken back: press Undo, or look at the Compass sheets.';
  }
  if (edits.some(({ kind }) => kind === 'insert rows'))
    return 'If the Compass sheets have changed, Undo takes it back.';
  for (const { sheet, row, column, cells } of standing(edits, blocks)) {
    worksheets.getItem(sheet).getRangeByIndexes(row, column, cells.length, cells[0]!.length).formulas = cells;
    // Cells that refuse what they held refused what was to be written as well.
    await context.sync().catch(() => undefined);
  }
  return 'Nothing was changed.';
}

function apply(worksheets: Excel.WorksheetCollection, edit: Edit): void {
  if (edit.kind === 'add sheet') {
    dress(worksheets.add(edit.sheet), edit);
    return;
  }
  const sheet = worksheets.getItem(edit.sheet);
  if (edit.kind === 'insert rows') {
    sheet.getRange(`${edit.row + 1}:${edit.row + edit.count}`).insert('Down');
  } else if (edit.kind === 'format') {
    format(sheet.getRangeByIndexes(edit.row, edit.column, edit.rows, edit.columns), edit);
  } else if (edit.cells.length > 0) {
    const { row, column, cells } = edit;
    sheet.getRangeByIndexes(row, column, cells.length, cells[0]!.length).formulas = cells.map(line =>
      line.map(content => typed(content, 'excel')),
    );
  }
}

function dress(sheet: Excel.Worksheet, { frozenRows = 0, frozenColumns = 0, widths = [] }: AddSheet): void {
  if (frozenRows && frozenColumns) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  else if (frozenRows) sheet.freezePanes.freezeRows(frozenRows);
  else if (frozenColumns) sheet.freezePanes.freezeColumns(frozenColumns);
  widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = points(width);
  });
}

function format(range: Excel.Range, { rows, columns, format: look }: FormatCells): void {
  if (look.number !== undefined)
    range.numberFormat = Array.from({ length: rows }, () => Array(columns).fill(look.number));
  const { font, fill } = range.format;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.color !== undefined) font.color = look.color;
  if (look.size !== undefined) font.size = look.size;
  if (look.background !== undefined) fill.color = look.background;
  if (look.wrap !== undefined) range.format.wrapText = look.wrap;
  if (look.align !== undefined) range.format.horizontalAlignment = alignments[look.align];
}

const alignments = { left: 'Left', center: 'Center', right: 'Right' } as const;
