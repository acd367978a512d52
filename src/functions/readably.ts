import type { ErrorCode } from '../cells/value';
import { CellError } from './cellError';

/**
 * Runs arithmetic that may find its input unfit, and says so as a cell does.
 *
 * @param run       the arithmetic
 * @param Expected  the error it throws then, with the code that a cell shows and a message for people
 * @throws          CellError in its place; any other error as it is
 */
export function readably<T>(run: () => T, Expected: abstract new (...args: never[]) => Error & { code: ErrorCode }): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Expected) throw new CellError(error.code, error.message);
    throw error;
  }
}
