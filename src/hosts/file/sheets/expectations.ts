import type { Edit } from '../../../workbook/edit';
import { EditConflict } from '../../../workbook/edits/applyEdits';
import { refuseConflicts, sheetsToCheck } from '../../check';
import { FileError } from '../package/errors';
import type { Package } from '../package/package';
import type { Workbook } from '../package/workbook';
import { readCells } from '../read';

/**
 * Compares what edits expect with what the file holds.
 *
 * @throws FileError naming what is in the way; nothing is to be written then
 */
export function refuseIfChanged(pack: Package, workbook: Workbook, edits: Edit[]): void {
  const wanted = sheetsToCheck(edits).map(sheet => ({ sheet, range: null }));
  const blocks = readCells(pack, workbook, wanted);
  try {
    refuseConflicts(edits, workbook.sheets, blocks);
  } catch (error) {
    throw error instanceof EditConflict ? new FileError('changed', error.message) : error;
  }
}
