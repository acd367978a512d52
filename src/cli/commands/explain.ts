import { AddressError } from '../../cells/address';
import { FileError } from '../../hosts/file/package/errors';
import { EditConflict } from '../../workbook/edits/applyEdits';
import { TrackError } from '../../workbook/sources/trackError';
import { PathError } from '../files';
import { UsageError } from '../usage';

const OURS = [UsageError, PathError, FileError, TrackError, EditConflict, AddressError];

/** What is said of a failure: the words of our own errors, and an apology for any other. */
export function explain(error: unknown): string {
  if (OURS.some(kind => error instanceof kind)) return (error as Error).message;
  return `Something went wrong that should not have: ${error instanceof Error ? error.message : String(error)}.`;
}

/** Does some work on a file; what goes wrong with it is said with the file's name before it. */
export async function about<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UsageError ? error : new PathError(`${file}: ${explain(error)}`);
  }
}
