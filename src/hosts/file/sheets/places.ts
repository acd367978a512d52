import { sameSheet } from '../../../cells/address';
import { afterMove, afterRemovedSheet, afterRenamedSheet, type Move } from '../../../cells/references';
import { attributes, decode, escapeText, localName, type Splice, spliced, tags, withAttribute } from '../package/xml';

/** Elements whose text is a formula: of cells, charts and sparklines, conditional formats, validations, names, tables. */
const FORMULAS = new Set('f formula formula1 formula2 definedName calculatedColumnFormula totalsRowFormula'.split(' '));
/** Elements whose text is a list of ranges on their own sheet. */
const RANGES = new Set(['sqref']);

/**
 * The text of a part, or of a stretch of one, after rows or columns were put into a sheet or taken out of it: every formula
 * in it that speaks of the moved cells follows them, and so do, on the sheet itself, the ranges in `ref` and `sqref`. What
 * spoke of nothing but cells that are gone goes with them.
 *
 * @param xml   the text; tags need not match, so that a part's beginning does as well
 * @param own   the name of the sheet it belongs to, '' for none
 * @param move  the rows or columns
 */
export function shiftPlaces(xml: string, own: string, move: Move): string {
  const itself = sameSheet(own, move.sheet);
  return changedPlaces(xml, itself, formula => afterMove(formula, own, move));
}

/** The text of a part after a sheet was taken out: formulas that spoke of it point nowhere. */
export function forgetPlaces(xml: string, sheet: string): string {
  return changedPlaces(xml, false, formula => afterRemovedSheet(formula, sheet));
}

/** The text of a part after a sheet was given another name: formulas, links inside the workbook and pivot tables that spoke of it. */
export function renamePlaces(xml: string, from: string, to: string): string {
  const formulas = changedPlaces(xml, false, formula => afterRenamedSheet(formula, from, to));
  return formulas.replace(/<(?:\w+:)?(?:hyperlink|worksheetSource)\b[^>]*>/g, tag => {
    const { location, sheet } = attributes(tag);
    const linked = location === undefined ? undefined : afterRenamedSheet(location, from, to);
    if (linked !== location) return withAttribute(tag, 'location', linked!);
    return sheet !== undefined && sameSheet(sheet, from) ? withAttribute(tag, 'sheet', to) : tag;
  });
}

function changedPlaces(xml: string, itself: boolean, change: (formula: string) => string): string {
  const splices: Splice[] = [];
  let gone: { name: string; start: number; depth: number } | null = null;
  for (const { kind, name, start, end } of tags(xml)) {
    if (gone) {
      if (name === gone.name && kind !== 'single') gone.depth += kind === 'start' ? 1 : -1;
      if (gone.depth > 0) continue;
      splices.push({ start: gone.start, end, text: '' });
      gone = null;
      continue;
    }
    if (kind === 'end') continue;
    const local = localName(name);
    // What was selected when the file was saved may stay where it is.
    if (itself && local !== 'selection') {
      const old = xml.slice(start, end);
      const of = attributes(old);
      let tag = old;
      for (const key of ['ref', 'sqref']) {
        const moved = change(of[key] ?? '')
          .replace(/#REF!\s*/g, '')
          .trim();
        if (moved !== (of[key] ?? '')) tag = withAttribute(tag, key, moved);
        if (moved !== '' || !of[key]) continue;
        if (kind === 'single') splices.push({ start, end, text: '' });
        else gone = { name, start, depth: 1 };
      }
      if (gone || attributes(tag).sqref === '' || attributes(tag).ref === '') continue;
      if (tag !== old) splices.push({ start, end, text: tag });
    }
    if (kind === 'start' && (FORMULAS.has(local) || (itself && RANGES.has(local)))) {
      const close = xml.indexOf(`</${name}`, end);
      const text = decode(xml.slice(end, close));
      if (change(text) !== text) splices.push({ start: end, end: close, text: escapeText(change(text)) });
    }
  }
  return spliced(xml, splices);
}
