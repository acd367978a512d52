import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from '@univerjs/core';
import type { Cell, ErrorCode } from '../../../cells/value';

/** Univer's numbers for what a cell holds (its CellValueType); named here, so that a file can be read without Univer. */
export const cellType = { text: 1, number: 2, boolean: 3, markedText: 4 } as const;

const errorCodes: ReadonlySet<unknown> = new Set<ErrorCode>([
  '#N/A',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
]);

/** Whether a text is how a spreadsheet shows an error. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return errorCodes.has(text);
}

/**
 * What a Univer cell holds.
 *
 * @param data  the cell as the grid keeps it: errors are their text, booleans 1 and 0 with a type
 * @returns     the value; a formula that spills nothing and an empty cell are null
 */
export function toCell(data: Nullable<ICellData>): Cell {
  if (!data) return null;
  const value = data.v ?? plainText(data);
  if (value === null || value === undefined) return null;
  if (data.t === cellType.boolean) return value === true || Number(value) === 1;
  if (data.t === cellType.markedText) return String(value);
  if (isErrorCode(value)) return { error: value };
  // A number that was typed keeps its text until the engine has seen it; its type says what it is.
  if (data.t === cellType.number && typeof value === 'string' && value !== '') return Number(value);
  return value;
}

/** The text of a cell with formatted runs, without the line ends of Univer's documents. */
function plainText({ p }: ICellData): string | undefined {
  return p?.body?.dataStream?.replace(/\r?\n$/, '').replace(/\r/g, '\n');
}

/**
 * A value as Univer keeps it. Text stays text, whatever it looks like: what would read as a formula, a number or an
 * error is marked, so that typing into the cell later does not turn it into one.
 *
 * @param value  any cell value
 */
export function fromCell(value: Cell): ICellData {
  if (value === null) return {};
  if (typeof value === 'number') return { v: value, t: cellType.number };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: cellType.boolean };
  if (typeof value === 'object') return { v: value.error, t: cellType.text };
  return { v: value, t: looksLikeMore(value) ? cellType.markedText : cellType.text };
}

/** Whether typing this text would make a formula, a number, a truth value or an error. */
function looksLikeMore(text: string): boolean {
  const trimmed = text.trim().toUpperCase();
  if (trimmed === '') return false;
  return (
    /^[=+\-@]/.test(trimmed) ||
    /^(TRUE|FALSE)$/.test(trimmed) ||
    isErrorCode(trimmed) ||
    Number.isFinite(Number(trimmed))
  );
}

/**
 * A formula as Univer keeps it.
 *
 * @param formula  with its leading `=`
 * @param value    its result where it is known; null means not calculated yet
 */
export function fromFormula(formula: string, value: Cell = null): ICellData {
  if (typeof value === 'string') return { f: formula, v: value, t: cellType.text };
  return { f: formula, ...fromCell(value) };
}

/** The same, for a command that writes over a cell: nothing of what the cell held is left but its look. */
export function overwriting(cell: ICellData): ICellData {
  return { f: null, si: null, p: null, v: null, t: null, ...cell };
}

/** A matrix of cells as Univer's commands take it, from rows of cells. */
export function toMatrix(row: number, column: number, cells: ICellData[][]): IObjectMatrixPrimitiveType<ICellData> {
  const matrix: IObjectMatrixPrimitiveType<ICellData> = {};
  cells.forEach((line, i) => {
    const into: Record<number, ICellData> = {};
    line.forEach((cell, j) => {
      into[column + j] = cell;
    });
    matrix[row + i] = into;
  });
  return matrix;
}
