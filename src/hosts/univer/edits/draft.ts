import type { ICellData, IRange, IRowData, IStyleData, IWorksheetData } from '@univerjs/core';
import type { AddSheet, FormatCells, WriteCells } from '../../../workbook/edit';
import { wrappedLines } from '../../wrappedLines';
import { overwriting } from '../reading/cells';
import { frozen, storedContent, styleFor } from '../reading/contents';
import { columnData, leastColumns, spareColumns, spareRows } from '../reading/workbookData';

/** Cells as edits leave them, by row and column; what is not there is not touched. */
export type CellDraft = Record<number, Record<number, ICellData>>;

/**
 * Adds an edit to a draft, so that many edits reach the grid as one change: every change of cells has Univer look at every
 * formula of the workbook.
 *
 * @param draft  of the edit's sheet; changed
 * @param edit   later than everything in the draft
 */
export function addToDraft(draft: CellDraft, edit: WriteCells | FormatCells): void {
  if (edit.kind === 'write') {
    edit.cells.forEach((line, r) => {
      line.forEach((content, c) => {
        const cell = at(draft, edit.row + r, edit.column + c);
        draft[edit.row + r]![edit.column + c] = { ...cell, ...overwriting(storedContent(content)) };
      });
    });
    return;
  }
  const style = styleFor(edit.format);
  for (let row = edit.row; row < edit.row + edit.rows; row++) {
    for (let column = edit.column; column < edit.column + edit.columns; column++) {
      const cell = at(draft, row, column);
      draft[row]![column] = { ...cell, s: cell?.s ? { ...(cell.s as IStyleData), ...style } : style };
    }
  }
}

function at(draft: CellDraft, row: number, column: number): ICellData | undefined {
  draft[row] ??= {};
  return draft[row]![column];
}

/** The rectangle that holds every cell of a draft; null where there is none. */
export function draftRange(draft: CellDraft): IRange | null {
  const rows = Object.keys(draft).map(Number);
  const columns = Object.values(draft).flatMap(line => Object.keys(line).map(Number));
  if (columns.length === 0) return null;
  return {
    startRow: Math.min(...rows),
    endRow: Math.max(...rows),
    startColumn: Math.min(...columns),
    endColumn: Math.max(...columns),
  };
}

/** Univer's number for text that is broken into lines. */
const WRAPPED = 3;
/** Pixels of a line to a point of its font, the room around it included; and those of a row that nothing raises. */
const PER_POINT = 1.8;
const USUAL_HEIGHT = 24;
const USUAL_SIZE = 11;

/** Rows as high as their large or wrapped texts need, until a person changes them: a new sheet raises none by itself. */
function raisedRows(draft: CellDraft, widths: readonly number[]): IWorksheetData['rowData'] {
  const rows: Record<number, IRowData> = {};
  for (const [row, line] of Object.entries(draft)) {
    const heights = Object.entries(line).map(([column, { v, f, s }]) => {
      const { tb, fs = USUAL_SIZE } = (s ?? {}) as IStyleData;
      const wraps = tb === WRAPPED && typeof v === 'string' && !f;
      return Math.ceil(fs * PER_POINT) * (wraps ? wrappedLines(v, widths[Number(column)] ?? USUAL_WIDTH) : 1);
    });
    const height = Math.max(...heights);
    if (height > USUAL_HEIGHT) rows[Number(row)] = { ah: height, ia: 1 };
  }
  return rows;
}

/** Characters that a column takes which nobody has made wider. */
const USUAL_WIDTH = 8;

/**
 * A new sheet with the cells that were drafted for it.
 *
 * @param edit   what makes the sheet
 * @param draft  what is written into it
 */
export function newSheet(edit: AddSheet, draft: CellDraft): Partial<IWorksheetData> {
  const { sheet, frozenRows = 0, frozenColumns = 0, widths = [] } = edit;
  const cellData: CellDraft = {};
  for (const [row, line] of Object.entries(draft)) {
    cellData[Number(row)] = {};
    for (const [column, cell] of Object.entries(line)) {
      const said = Object.entries(cell).filter(([, value]) => value !== null);
      if (said.length > 0) cellData[Number(row)]![Number(column)] = Object.fromEntries(said);
    }
  }
  const used = draftRange(draft);
  return {
    name: sheet,
    cellData,
    columnData: columnData(widths),
    rowData: raisedRows(draft, widths),
    rowCount: (used?.endRow ?? 0) + spareRows,
    columnCount: Math.max(leastColumns, (used?.endColumn ?? 0) + spareColumns),
    ...((frozenRows > 0 || frozenColumns > 0) && { freeze: frozen(frozenRows, frozenColumns) }),
  };
}
