import type { ErrorCode } from '../cells/value';

/** An error that a cell function raises: the code that the cell shows, and what was wrong in an owner's words. */
export class CellError extends Error {
  override name = 'CellError';

  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}
