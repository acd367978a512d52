import { columnName } from '../../cells/address';
import type { AddSheet, FormatCells, InsertRows, RemoveColumns, RemoveRows, WriteCells } from '../../workbook/edit';
import { typed } from '../typed';

/** A width in characters, in points: seven pixels a character of the standard font, five beside them, ¾ point each. */
const points = (characters: number) => (characters * 7 + 5) * 0.75;

/** Edits of what cells hold, how they look, and where they are. */
export type CellEdit = WriteCells | FormatCells | InsertRows | RemoveRows | RemoveColumns;

/** Puts one of them into the batch that the next sync sends. */
export function change(sheet: Excel.Worksheet, edit: CellEdit): void {
  switch (edit.kind) {
    case 'insert rows':
      sheet.getRange(`${edit.row + 1}:${edit.row + edit.count}`).insert('Down');
      break;
    case 'remove rows':
      sheet.getRange(`${edit.row + 1}:${edit.row + edit.count}`).delete('Up');
      break;
    case 'remove columns':
      sheet.getRange(`${columnName(edit.column)}:${columnName(edit.column + edit.count - 1)}`).delete('Left');
      break;
    case 'format':
      format(sheet.getRangeByIndexes(edit.row, edit.column, edit.rows, edit.columns), edit);
      break;
    case 'write':
      write(sheet, edit);
  }
}

function write(sheet: Excel.Worksheet, { row, column, cells }: WriteCells): void {
  if (cells.length === 0) return;
  sheet.getRangeByIndexes(row, column, cells.length, cells[0]!.length).formulas = cells.map(line =>
    line.map(content => typed(content, 'excel')),
  );
}

/** Gives a new sheet its frozen panes and widths. */
export function setUpSheet(sheet: Excel.Worksheet, { frozenRows = 0, frozenColumns = 0, widths = [] }: AddSheet): void {
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
