import { children, type Element, type Splice, spliced, withLastInside } from '../package/xml';

/**
 * The elements behind the cells of a sheet, in the order that the format asks for: Excel takes any other for damage.
 *
 * @source ECMA-376 part 1, 18.3.1.99 worksheet
 */
const ORDER = (
  'sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells ' +
  'phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks ' +
  'colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture ' +
  'oleObjects controls webPublishItems tableParts extLst'
).split(' ');

/** The elements of a sheet's tail: from `</sheetData>` to the end of the sheet. */
function elementsOf(tail: string) {
  return [...children(tail, tail.indexOf('>') + 1, tail.lastIndexOf('</'))];
}

/** The text of the first element of a kind, or undefined. */
export function elementIn(tail: string, local: string): string | undefined {
  const found = elementsOf(tail).find(element => element.local === local);
  return found && tail.slice(found.start, found.end);
}

/** Where an element is in the order; alternatives, of which a reader takes one, as the elements inside them. */
function rankOf(tail: string, element: Element): number {
  if (element.local !== 'AlternateContent') return ORDER.indexOf(element.local);
  const [choice] = children(tail, element.inner, element.innerEnd);
  const [first] = choice ? children(tail, choice.inner, choice.innerEnd) : [];
  return first ? rankOf(tail, first) : -1;
}

/** A tail with an element in its place, behind all that are before it by the format's order. */
export function withElement(tail: string, local: string, text: string): string {
  const rank = ORDER.indexOf(local);
  const behind = elementsOf(tail).find(element => rankOf(tail, element) > rank);
  const place = behind?.start ?? tail.lastIndexOf('</');
  return spliced(tail, [{ start: place, end: place, text }]);
}

/** A tail with the only element of its kind replaced, or put in its place where there was none. */
export function withOnlyElement(tail: string, local: string, change: (old: string | undefined) => string): string {
  const old = elementsOf(tail).find(element => element.local === local);
  if (!old) return withElement(tail, local, change(undefined));
  const splice: Splice = { start: old.start, end: old.end, text: change(tail.slice(old.start, old.end)) };
  return spliced(tail, [splice]);
}

/** An element with more inside it, at its end. */
export function withInside(element: string, inside: string): string {
  const [own] = children(element);
  return withLastInside(element, own!, inside);
}
