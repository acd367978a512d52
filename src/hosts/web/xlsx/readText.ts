import type { CellStyle, Cell as FileCell, Sheet } from 'hucre';
import type { Edit } from '../../../workbook/edit';
import { sheetFromText } from '../../file/fromText';
import { COLUMN_PADDING } from '../../file/sheets/newSheet';
import type { WorkbookDocument } from '../document';
import { toGrid } from './toGrid';

/**
 * Opens a .csv or .tsv file: a workbook that begins here, with one sheet. It does not go through an .xlsx file, which would take
 * several times as long as to read the text.
 *
 * @param bytes   the file
 * @param file    what it is called
 * @param locale  decides how figures are read where the file does not
 * @throws        FileError where there is nothing in it, or more than a sheet holds
 */
export function readTextDocument(bytes: Uint8Array, file: string, locale: string): WorkbookDocument {
  const { edits } = sheetFromText(bytes, file, locale);
  const name = file.replace(/\.[^.]*$/, '');
  return { ...toGrid({ sheets: [sheetOf(edits)], defaultFont: FONT }, name), notShown: [], unsaved: false };
}

/** That of a new workbook as a file. */
const FONT = { name: 'Calibri', size: 11 };

/** The sheet that some edits make, as a file would hold it. */
function sheetOf(edits: readonly Edit[]): Sheet {
  const sheet: Sheet = { name: '', rows: [], cells: new Map<string, FileCell>() };
  for (const edit of edits) {
    if (edit.kind === 'add sheet') {
      sheet.name = edit.sheet;
      sheet.columns = (edit.widths ?? []).map(width => ({ width: width + COLUMN_PADDING }));
    } else if (edit.kind === 'write') sheet.rows = edit.cells as Sheet['rows'];
    else if (edit.kind === 'format') {
      const style: CellStyle = { numFmt: edit.format.number! };
      for (let row = edit.row; row < edit.row + edit.rows; row++)
        sheet.cells!.set(`${row},${edit.column}`, {
          value: sheet.rows[row]![edit.column] ?? null,
          type: 'number',
          style,
        });
    }
  }
  return sheet;
}
