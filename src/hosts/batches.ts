import { sameSheet } from '../cells/address';
import type {
  AddChart,
  AddNote,
  AddSparkline,
  ConditionalFormat,
  Edit,
  PageSetup,
  Validate,
  WarnBeforeEditing,
} from '../workbook/edit';

/** Edits that change nothing of what cells hold or where they are. */
export type LookEdit = AddChart | AddSparkline | ConditionalFormat | Validate | AddNote | PageSetup | WarnBeforeEditing;

const LOOKS: Edit['kind'][] = ['chart', 'sparkline', 'conditional format', 'validation', 'note', 'page', 'protect'];

/** Whether an edit changes nothing of what cells hold or where they are. */
export function isLook(edit: Edit): edit is LookEdit {
  return LOOKS.includes(edit.kind);
}

/**
 * The same edits in groups that a host can hand over in one call: between two edits that change cells, those of one kind
 * on one sheet, and values that are kept one after the other on one sheet.
 *
 * @param edits  in order
 * @returns      groups in order, each of one kind and of one sheet
 */
export function batches(edits: Edit[]): Edit[][] {
  const groups: Edit[][] = [];
  /** Where the groups begin that may still grow. */
  let open = 0;
  for (const edit of edits) {
    const group = groups.slice(open).find(([one]) => one!.kind === edit.kind && sameSheet(one!.sheet, edit.sheet));
    const isKept = edit.kind === 'keep values';
    if ((isLook(edit) || isKept) && group) group.push(edit);
    else groups.push([edit]);
    if (!isLook(edit)) open = isKept ? groups.length - 1 : groups.length;
  }
  return groups;
}
