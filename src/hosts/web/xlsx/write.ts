import { writeXlsx } from 'hucre/xlsx';
import { openPackage, type PartChanges, readPart, repack } from '../../file/package/package';
import { applyToFile } from '../../file/write';
import { chartEdits } from '../../univer/looks/charts';
import type { WorkbookDocument } from '../document';
import { toFile } from './toFile';

/** A formula whose saved result is the text of an error. */
const errorAsText = /t="str"([^>]*)>(<f[^>]*>[^<]*<\/f>)<v>(#N\/A|#DIV\/0!|#VALUE!|#REF!|#NAME\?|#NUM!|#NULL!)<\/v>/g;

/** What a font holds, in the order that the format asks for; the writer has one of its own. */
const FONT = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');

/** A style sheet with the parts of each font in order. */
function fontsInOrder(xml: string): string {
  const place = (part: string) => FONT.indexOf(/^<(\w+)/.exec(part)![1]!);
  return xml.replace(/<font>(.*?)<\/font>/gs, (_, parts: string) => {
    const ordered = (parts.match(/<[^>]+\/>/g) ?? []).sort((a, b) => place(a) - place(b));
    return `<font>${ordered.join('')}</font>`;
  });
}

/**
 * Saves a workbook as an .xlsx file.
 *
 * @param document  as the page keeps it
 * @returns         the file
 */
export async function writeDocument(document: Pick<WorkbookDocument, 'data' | 'spilled'>): Promise<Uint8Array> {
  const bytes = await writeXlsx(toFile(document));
  // The writer stores an error that a formula gave as its text; readers that do not calculate need the error itself.
  const pack = openPackage(bytes);
  const changes: PartChanges = new Map();
  for (const { name } of pack.entries.values()) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    const xml = readPart(pack, name) ?? '';
    const mended = xml.replace(errorAsText, 't="e"$1>$2<v>$3</v>');
    if (mended !== xml) changes.set(name, mended);
  }
  const styles = readPart(pack, 'xl/styles.xml');
  if (styles) changes.set('xl/styles.xml', fontsInOrder(styles));
  const saved = changes.size > 0 ? repack(pack, changes) : bytes;
  const charts = chartEdits(document.data);
  return charts.length > 0 ? applyToFile(saved, charts) : saved;
}
