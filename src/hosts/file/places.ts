import { sameSheet } from '../../cells/address';
import { afterMove } from '../../cells/references';
import { attributes, decode, escapeText, localName, type Splice, spliced, tags, withAttribute } from './xml';

/** Blank rows that are put into a sheet before its 0-based `row`. */
export interface Insertion {
  sheet: string;
  row: number;
  count: number;
}

/** Elements whose text is a formula: of cells, charts and sparklines, conditional formats, validations, names, tables. */
const FORMULAS = new Set('f formula formula1 formula2 definedName calculatedColumnFormula totalsRowFormula'.split(' '));
/** Elements whose text is a list of ranges on their own sheet. */
const RANGES = new Set(['sqref']);

/**
 * The text of a part, or of a stretch of one, after rows were inserted on a sheet: every formula in it that speaks of the
 * moved cells follows them, and so do, on the sheet itself, the ranges in `ref` and `sqref`.
 *
 * @param xml        the text; tags need not match, so that a part's beginning does as well
 * @param own        the name of the sheet it belongs to, '' for none
 * @param insertion  the rows
 */
export function shiftPlaces(xml: string, own: string, insertion: Insertion): string {
  const { sheet, row, count } = insertion;
  const shifted = (formula: string) => afterMove(formula, own, { sheet, axis: 'row', at: row, count });
  const itself = sameSheet(own, sheet);
  const splices: Splice[] = [];
  for (const { kind, name, start, end } of tags(xml)) {
    if (kind === 'end') continue;
    const local = localName(name);
    // What was selected when the file was saved may stay where it is.
    if (itself && local !== 'selection') {
      const old = xml.slice(start, end);
      const of = attributes(old);
      let tag = old;
      for (const key of ['ref', 'sqref']) {
        const moved = shifted(of[key] ?? '');
        if (moved !== (of[key] ?? '')) tag = withAttribute(tag, key, moved);
      }
      if (tag !== old) splices.push({ start, end, text: tag });
    }
    if (kind === 'start' && (FORMULAS.has(local) || (itself && RANGES.has(local)))) {
      const close = xml.indexOf(`</${name}`, end);
      const text = decode(xml.slice(end, close));
      if (shifted(text) !== text) splices.push({ start: end, end: close, text: escapeText(shifted(text)) });
    }
  }
  return spliced(xml, splices);
}
