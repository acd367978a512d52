import type { ICellData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { Edit } from '../../workbook/edit';
import { frozen, storedContent, styleFor } from './contents';
import { columnData, emptyWorkbookData, sheetOf, spareColumns, spareRows, styleOf } from './workbookData';

/**
 * A workbook that consists of what some edits make: a template's sample, say.
 *
 * @param edits  in order, on an empty workbook; insertions of rows have nothing to move there and are left out
 * @param name   the workbook's name
 */
export function workbookFromEdits(edits: Edit[], name: string): IWorkbookData {
  const data = emptyWorkbookData(name);
  for (const edit of edits) {
    const sheet = sheetOf(data, edit.sheet);
    switch (edit.kind) {
      case 'add sheet':
        sheet.columnData = columnData(edit.widths ?? []);
        if (edit.frozenRows || edit.frozenColumns) sheet.freeze = frozen(edit.frozenRows ?? 0, edit.frozenColumns ?? 0);
        break;
      case 'write':
        edit.cells.forEach((line, r) => {
          line.forEach((content, c) => {
            const { s } = cellAt(sheet, edit.row + r, edit.column + c);
            put(sheet, edit.row + r, edit.column + c, { ...storedContent(content), ...(s && { s }) });
          });
        });
        break;
      case 'format':
        for (let row = edit.row; row < edit.row + edit.rows; row++) {
          for (let column = edit.column; column < edit.column + edit.columns; column++) {
            const cell = cellAt(sheet, row, column);
            const before = typeof cell.s === 'string' ? data.styles[cell.s] : undefined;
            put(sheet, row, column, { ...cell, s: styleOf(data, { ...before, ...styleFor(edit.format) }) });
          }
        }
    }
  }
  return data;
}

function cellAt({ cellData }: IWorksheetData, row: number, column: number): ICellData {
  return cellData[row]?.[column] ?? {};
}

function put(sheet: IWorksheetData, row: number, column: number, cell: ICellData): void {
  sheet.cellData[row] ??= {};
  if (Object.keys(cell).length > 0) sheet.cellData[row]![column] = cell;
  sheet.rowCount = Math.max(sheet.rowCount, row + 1 + spareRows);
  sheet.columnCount = Math.max(sheet.columnCount, column + 1 + spareColumns);
}
