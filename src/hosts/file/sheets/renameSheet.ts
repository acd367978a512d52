import { sameSheet } from '../../../cells/address';
import { FileError } from '../package/errors';
import { needPart, partNames, readPart } from '../package/package';
import { attributes, child, children, root, spliced, startTag, withAttribute } from '../package/xml';
import type { Draft } from './draft';
import { mentions } from './insertion';
import { renamePlaces } from './places';
import { parseSheet, printSheet } from './sheet';

/** Parts besides the sheets that may speak of one. */
const MAY_SPEAK = /\/(charts|tables|pivotCache)\/[^/]+\.xml$/i;

/** Gives a sheet another name; formulas, names, charts, rules, links and pivot tables that spoke of it follow. */
export function renameSheet(draft: Draft, from: string, to: string): void {
  const { workbook, manifest, sheets, others, pack } = draft;
  const entry = workbook.sheets.find(({ name }) => sameSheet(name, from));
  if (!entry) throw new FileError('wrong edit', `The workbook has no sheet '${from}'.`);
  manifest.workbook = renamePlaces(withSheetName(manifest.workbook, from, to), from, to);
  const opened = sheets.get(from.toLowerCase());
  entry.name = to;
  if (opened) {
    sheets.delete(from.toLowerCase());
    sheets.set(to.toLowerCase(), { ...opened, name: to });
  }
  const change = (xml: string) => (mentions(xml, from) ? renamePlaces(xml, from, to) : xml);
  for (const { name, part } of workbook.sheets) {
    const own = sheets.get(name.toLowerCase());
    if (!own && !part) continue;
    const before = own ? printSheet(own.xml) : needPart(pack, part!);
    const after = change(before);
    if (after === before) continue;
    if (own) own.xml = parseSheet(after);
    else sheets.set(name.toLowerCase(), { name, part: part!, xml: parseSheet(after), numbers: [] });
  }
  for (const part of partNames(pack)) {
    if (others.get(part) === null || !MAY_SPEAK.test(part)) continue;
    const before = String(others.get(part) ?? readPart(pack, part));
    const after = change(before);
    if (after !== before) others.set(part, after);
  }
}

function withSheetName(xml: string, from: string, to: string): string {
  const list = child(xml, 'sheets', root(xml))!;
  const splices = [...children(xml, list.inner, list.innerEnd)].flatMap(element => {
    const tag = startTag(xml, element);
    if (!sameSheet(attributes(tag).name, from)) return [];
    return [{ start: element.start, end: element.inner, text: withAttribute(tag, 'name', to) }];
  });
  return spliced(xml, splices);
}
