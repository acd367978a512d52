import type { Edit } from '../../workbook/edit';
import { nothingWritten, type Outcome, WRITTEN } from '../../workbook/edits/outcome';
import { FileError } from './package/errors';
import { applyToFile } from './write';

/** A file after edits: the new one, or where nothing was written the one that was there. */
export interface EditedFile {
  bytes: Uint8Array;
  outcome: Outcome;
}

/**
 * Applies edits to a file, all or none: a file is only ever handed over whole.
 *
 * @param bytes  the file
 * @param edits  in order
 */
export async function applyEdits(bytes: Uint8Array, edits: Edit[]): Promise<EditedFile> {
  try {
    return { bytes: await applyToFile(bytes, edits), outcome: WRITTEN };
  } catch (reason) {
    if (reason instanceof FileError) return { bytes, outcome: nothingWritten(reason.message) };
    throw reason;
  }
}
