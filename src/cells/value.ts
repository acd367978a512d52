/** The errors a spreadsheet cell can hold, as Excel, Sheets and LibreOffice all spell them. */
export type ErrorCode = '#N/A' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#NULL!';

/** A cell that holds an error. */
export type ErrorCell = { error: ErrorCode };

/** What a cell holds. A date is a serial number (1900 system); a blank is null. */
export type Cell = number | string | boolean | null | ErrorCell;

/** Rows of cells, all of one length. */
export type Grid = Cell[][];

/** Whether a cell holds an error. */
export function isError(cell: unknown): cell is ErrorCell {
  return typeof cell === 'object' && cell !== null && 'error' in cell;
}

/** Whether a cell is empty: nothing at all, or a formula's empty text, or spaces only. */
export function isBlank(cell: unknown): cell is null | undefined | '' {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
