import { sameSheet } from '../../../cells/address';
import { attributes, child, children, root, type Splice, spliced, startTag, withAttribute } from '../package/xml';
import type { Draft } from './draft';

/**
 * Puts the sheets into an order and shows or hides them.
 *
 * @param wanted  every sheet with cells, in the order of the tabs; sheets without cells stay behind the one they follow
 */
export function orderSheets(
  { manifest }: Draft,
  wanted: readonly { name: string; isHidden: boolean | undefined }[],
): void {
  const xml = manifest.workbook;
  const top = root(xml);
  const list = child(xml, 'sheets', top)!;
  const before = [...children(xml, list.inner, list.innerEnd)].map(element => xml.slice(element.start, element.end));
  const nameOf = (text: string) => attributes(startTag(text, root(text))).name ?? '';
  const groups = wanted.map(({ name }) => ({ name, tags: [] as number[] }));
  const first: number[] = [];
  let group = first;
  before.forEach((text, index) => {
    group = groups.find(({ name }) => sameSheet(name, nameOf(text)))?.tags ?? group;
    group.push(index);
  });
  const order = [...first, ...groups.flatMap(({ tags }) => tags)];
  const sheets = order.map(index =>
    shown(
      before[index]!,
      wanted.find(({ name }) => sameSheet(name, nameOf(before[index]!))),
    ),
  );
  const isMoved = order.some((index, place) => index !== place);
  const isShown = sheets.some((text, place) => text !== before[order[place]!]);
  if (!isMoved && !isShown) return;
  const splices: Splice[] = [{ start: list.inner, end: list.innerEnd, text: sheets.join('') }];
  const names = child(xml, 'definedNames', top);
  for (const element of names ? children(xml, names.inner, names.innerEnd) : []) {
    const tag = startTag(xml, element);
    const { localSheetId } = attributes(tag);
    if (localSheetId === undefined) continue;
    const text = withAttribute(tag, 'localSheetId', String(order.indexOf(Number(localSheetId))));
    splices.push({ start: element.start, end: element.inner, text });
  }
  const visible = sheets.findIndex(text => !isHidden(text));
  const views = child(xml, 'bookViews', top);
  for (const view of views ? children(xml, views.inner, views.innerEnd) : []) {
    let tag = startTag(xml, view);
    const place = (key: string) => order.indexOf(Number(attributes(tag)[key] ?? 0));
    const active = place('activeTab');
    tag = withNumber(tag, 'activeTab', active < 0 || isHidden(sheets[active]!) ? visible : active);
    tag = withNumber(
      tag,
      'firstSheet',
      attributes(tag).firstSheet === undefined ? 0 : Math.max(0, Math.min(place('firstSheet'), visible)),
    );
    splices.push({ start: view.start, end: view.inner, text: tag });
  }
  manifest.workbook = spliced(xml, splices);
}

function withNumber(tag: string, name: string, value: number): string {
  return value === 0 && attributes(tag)[name] === undefined ? tag : withAttribute(tag, name, String(value));
}

function isHidden(sheet: string): boolean {
  return (attributes(startTag(sheet, root(sheet))).state ?? 'visible') !== 'visible';
}

/** A sheet of the list, shown or hidden; one that is hidden in either way stays as it is where it is to be hidden. */
function shown(sheet: string, wanted: { isHidden: boolean | undefined } | undefined): string {
  if (wanted?.isHidden === undefined || wanted.isHidden === isHidden(sheet)) return sheet;
  const tag = startTag(sheet, root(sheet));
  return withAttribute(tag, 'state', wanted.isHidden ? 'hidden' : null) + sheet.slice(tag.length);
}
