import type { Edit } from '../../workbook/edit';
import { LEFT_OUT } from '../../workbook/edits/degrade';

const NO_NOTES = 'This version of Excel does not let add-ins write notes.';

/**
 * What this Excel cannot do, by the kind of edit, and the sentence that is said of it. Notes came to add-ins later than all
 * else that is used: with ExcelApi 1.18.
 */
export function leftOut(): Partial<Record<Edit['kind'], string>> {
  const takesNotes =
    Office.context.requirements.isSetSupported('ExcelApi', '1.18') && 'notes' in Excel.Worksheet.prototype;
  return takesNotes ? LEFT_OUT.excel : { ...LEFT_OUT.excel, note: NO_NOTES };
}
