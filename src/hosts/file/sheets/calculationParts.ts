import { forgetKind, partOfKind } from '../package/manifest';
import { readPart } from '../package/package';
import { attributes, children, root, type Splice, spliced, startTag, withAttribute } from '../package/xml';
import type { Draft } from './draft';
import { formulaCells } from './sheet';

/**
 * The lists of cells that Excel keeps for its calculation, after formulas were overwritten, moved or taken out: Excel takes a
 * list for damage that names a cell without a formula. Cells that have one and are not listed it adds by itself.
 *
 * @param draft  with every edit applied; `others` gets what changes
 */
export function followFormulas(draft: Draft): void {
  followChain(draft);
  followVolatile(draft);
}

/** The order of calculation loses the cells that have no formula any more; without any left, it goes. */
function followChain(draft: Draft): void {
  const { manifest, workbook, pack, others } = draft;
  const part = partOfKind(manifest, workbook, 'calcChain', pack);
  const xml = part && readPart(pack, part);
  if (!part || !xml) return;
  const hasFormula = formulaFinder(draft);
  const top = root(xml);
  const splices: Splice[] = [];
  let [sheet, written, left] = ['', '', 0];
  for (const element of children(xml, top.inner, top.innerEnd)) {
    const tag = startTag(xml, element);
    const of = attributes(tag);
    // A cell without a sheet's number is on the sheet of the cell before it.
    sheet = of.i ?? sheet;
    if (!hasFormula(sheet, of.r ?? '')) {
      splices.push({ start: element.start, end: element.end, text: '' });
      continue;
    }
    left += 1;
    if (of.i === undefined && written !== sheet)
      splices.push({ start: element.start, end: element.inner, text: withAttribute(tag, 'i', sheet) });
    written = sheet;
  }
  if (left > 0) {
    if (splices.length > 0) others.set(part, spliced(xml, splices));
    return;
  }
  others.set(part, null);
  forgetKind(manifest, workbook, 'calcChain', pack);
}

/** Cells that wait for a server: Excel lists them anew when it calculates them. */
function followVolatile(draft: Draft): void {
  const { manifest, workbook, pack, others } = draft;
  const part = partOfKind(manifest, workbook, 'volatileDependencies', pack);
  const xml = part && readPart(pack, part);
  if (!part || !xml) return;
  const hasFormula = formulaFinder(draft);
  const places = [...xml.matchAll(/<(?:\w+:)?tr\b[^>]*>/g)].map(([tag]) => attributes(tag));
  if (places.every(({ r = '', s = '' }) => hasFormula(s, r))) return;
  others.set(part, null);
  forgetKind(manifest, workbook, 'volatileDependencies', pack);
}

/** Tells whether a cell has a formula, by its sheet's number; on sheets that were not opened all cells have what they had. */
function formulaFinder({ listed, sheets, removed }: Draft): (sheet: string, cell: string) => boolean {
  const gone = new Set(removed.map(({ id }) => String(id)));
  const opened = new Map<string, Set<string>>();
  for (const { id, name } of listed) {
    const sheet = sheets.get(name.toLowerCase());
    if (!sheet || gone.has(String(id))) continue;
    opened.set(String(id), new Set(formulaCells(sheet.xml)));
  }
  return (sheet, cell) => !gone.has(sheet) && (opened.get(sheet)?.has(cell.replace(/\$/g, '')) ?? true);
}
