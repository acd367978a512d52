import { decoded, type Import, ImportError, importText } from '../../importing';
import { FileError } from './package/errors';
import { newWorkbook } from './sheets/newWorkbook';
import { applyToFile } from './write';

/** Files that hold one table as text. */
const TEXT_FILE = /\.(csv|tsv|tab|txt)$/i;

/** Whether a file holds a table as text, by its name. */
export function isTextFile(name: string): boolean {
  return TEXT_FILE.test(name);
}

/**
 * A workbook with what a text file holds in a sheet named like the file.
 *
 * @param bytes   a .csv or .tsv file
 * @param name    its name, with or without folders and ending
 * @param locale  decides how figures are read where the file does not
 * @returns       an .xlsx file
 * @throws        FileError where there is nothing in it, or more than a sheet holds
 */
export async function workbookFromText(bytes: Uint8Array, name: string, locale: string): Promise<Uint8Array> {
  return applyToFile(newWorkbook(), sheetFromText(bytes, name, locale).edits);
}

/** The sheet that a text file becomes; parameters as `workbookFromText`. */
export function sheetFromText(bytes: Uint8Array, name: string, locale: string): Import {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new FileError(
      'not a workbook',
      'It is no text but a workbook or an archive; give it the ending it should have, such as .xlsx.',
    );
  }
  const sheet = name.replace(/^.*[/\\]/, '').replace(TEXT_FILE, '');
  try {
    return importText(decoded(bytes), sheet, [], locale);
  } catch (error) {
    if (error instanceof ImportError) throw new FileError('empty', error.message);
    throw error;
  }
}
