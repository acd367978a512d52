import { parseRange } from '../../../cells/address';
import { read } from '../package/errors';
import { readPart } from '../package/package';
import { readRelations, relationsOf } from '../package/workbook';
import { attributes, child, children, root, type Splice, spliced, startTag, withAttribute } from '../package/xml';
import { setContent } from './content';
import type { Draft, DraftSheet } from './draft';
import { readCellTables } from './readSheet';
import { findCell, touchCell } from './sheet';
import { itemText, type TextList, unescaped } from './textList';

/**
 * Gives the columns of tables the names that their header cells have now: Excel takes a table for damage whose columns are
 * called otherwise. A header that was emptied, or became what another one says or no text, is given back its old name.
 *
 * @param draft  with every cell written
 * @returns      a sentence for each header that was given back its name
 */
export function followTables(draft: Draft): string[] {
  const { textAt } = readCellTables(draft.pack, draft.workbook);
  const said: string[] = [];
  for (const sheet of draft.sheets.values()) {
    const relations = draft.others.get(relationsOf(sheet.part)) ?? readPart(draft.pack, relationsOf(sheet.part));
    if (typeof relations !== 'string') continue;
    for (const { type, target } of readRelations(sheet.part, relations, draft.pack)) {
      if (type !== 'table') continue;
      const own = draft.others.get(target);
      const xml = typeof own === 'string' ? own : (readPart(draft.pack, target) ?? '');
      const followed = read(target, () => withHeaders(xml, sheet, textAt));
      if (followed.xml !== xml) draft.others.set(target, followed.xml);
      for (const name of followed.kept)
        said.push(
          `${sheet.name}: the header '${name}' of a table must be a text that no other header has. It stays '${name}'.`,
        );
    }
  }
  return said;
}

function withHeaders(xml: string, sheet: DraftSheet, textAt: TextList): { xml: string; kept: string[] } {
  const table = root(xml);
  const { ref = '', headerRowCount = '1' } = attributes(startTag(xml, table));
  const list = child(xml, 'tableColumns', table);
  if (!list || headerRowCount === '0') return { xml, kept: [] };
  const { top, left } = parseRange(ref);
  const columns = [...children(xml, list.inner, list.innerEnd)];
  const nameOf = (index: number) => unescaped(attributes(startTag(xml, columns[index]!)).name ?? '');
  const texts = columns.map((_, index) => headerText(sheet, top, left + index, textAt));
  const kept: string[] = [];
  const splices: Splice[] = [];
  columns.forEach((element, index) => {
    const [name, text] = [nameOf(index), texts[index]];
    if (text === name) return;
    const isTwice = texts.some((other, at) => at !== index && other?.toLowerCase() === text?.toLowerCase());
    if (!text || isTwice) {
      kept.push(name);
      setContent(touchCell(sheet.xml, top, left + index), name, sheet.xml.prefix);
      return;
    }
    const tag = withAttribute(startTag(xml, element), 'name', text.replace(/\n/g, '_x000a_'));
    splices.push({ start: element.start, end: element.inner, text: tag });
  });
  return { xml: spliced(xml, splices), kept };
}

/** The text of a header cell; undefined where it holds none. */
function headerText({ xml }: DraftSheet, row: number, column: number, textAt: TextList): string | undefined {
  const cell = findCell(xml, row, column);
  const { t } = attributes(cell?.tag ?? '<c>');
  if (!cell || cell.inner === '') return undefined;
  const element = child(cell.inner, t === 'inlineStr' ? 'is' : 'v');
  if (!element || child(cell.inner, 'f')) return undefined;
  if (t === 'inlineStr') return itemText(cell.inner, element);
  const raw = cell.inner.slice(element.inner, element.innerEnd);
  return t === 's' ? (textAt(Number(raw)) ?? undefined) : t === 'str' ? raw : undefined;
}
