import { children, spliced } from '../package/xml';
import type { SheetXml } from './sheet';

/**
 * The elements before the cells of a sheet, in the order that the format asks for.
 *
 * @source ECMA-376 part 1, 18.3.1.99 worksheet
 */
const ORDER = ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols'];

/** The elements of a sheet's head, which ends inside the sheet's data. */
function elementsOf(head: string) {
  const top = head.search(/<(?:\w+:)?worksheet\b/);
  return [...children(head, head.indexOf('>', top) + 1, head.lastIndexOf('<'))];
}

/** The text of an element of a sheet's head, or undefined. */
export function headElement({ head }: SheetXml, local: string): string | undefined {
  const found = elementsOf(head).find(element => element.local === local);
  return found && head.slice(found.start, found.end);
}

/** Sets an element of a sheet's head, in its place; an empty text takes it out. */
export function setHeadElement(sheet: SheetXml, local: string, text: string): void {
  const elements = elementsOf(sheet.head);
  const old = elements.find(element => element.local === local);
  const behind = elements.find(element => ORDER.indexOf(element.local) > ORDER.indexOf(local));
  const place = behind?.start ?? sheet.head.lastIndexOf('<');
  sheet.head = spliced(sheet.head, [{ start: old?.start ?? place, end: old?.end ?? place, text }]);
}
