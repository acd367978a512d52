import { sameSheet } from '../cells/address';
import type { Edit } from '../workbook/edit';
import { EditConflict } from '../workbook/edits/applyEdits';

/**
 * Refuses edits that would leave a workbook with hidden sheets only, which no spreadsheet opens: better now than half-way.
 *
 * @param edits   as they are to be applied
 * @param sheets  of the workbook as it stands
 * @throws        EditConflict where no sheet would stay in view
 */
export function keepOneInView(edits: Edit[], sheets: Iterable<{ name: string; isHidden: boolean }>): void {
  const isGoing = (name: string) => edits.some(({ kind, sheet }) => kind === 'remove sheet' && sameSheet(sheet, name));
  if (!edits.some(({ kind }) => kind === 'remove sheet') || edits.some(({ kind }) => kind === 'add sheet')) return;
  const staying = [...sheets].filter(({ name }) => !isGoing(name));
  if (staying.length > 0 && staying.every(({ isHidden }) => isHidden))
    throw new EditConflict('All sheets that would stay are hidden: show one of them first. Nothing was written.');
}
