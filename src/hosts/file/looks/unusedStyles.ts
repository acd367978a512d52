import { attributes, children, reclosed, root, type Splice, spliced, startTag } from '../package/xml';
import { madeTag, withCount } from './styleSections';
import { EMPTY_STYLES } from './styles';

/** The records of a style sheet that parts of a workbook refer to, by number. */
export interface StyleUse {
  cells: Set<number>;
  /** Looks of rules, tables and filters. */
  looks: Set<number>;
  /** Number formats that are named outside the style sheet: in pivot tables. */
  codes: Set<number>;
}

/** What a part refers to; rather too much than too little. */
export function styleUse(
  xml: string,
  use: StyleUse = { cells: new Set(), looks: new Set(), codes: new Set() },
): StyleUse {
  if (xml.includes('sheetData'))
    for (const [, number] of xml.matchAll(/\s(?:s|style)=["'](\d+)["']/g)) use.cells.add(Number(number));
  for (const [, number] of xml.matchAll(/[dD]xfId=["'](\d+)["']/g)) use.looks.add(Number(number));
  for (const [, number] of xml.matchAll(/\snumFmtId=["'](\d+)["']/g)) use.codes.add(Number(number));
  return use;
}

/**
 * A style sheet without the records at the end of its lists that only sheets used which are gone. Records before those keep
 * their numbers, so nothing else in the workbook has to change.
 *
 * @param xml    the text of the styles part
 * @param gone   what the sheets used that are taken out
 * @param stays  what all other parts use
 */
export function withoutUnused(xml: string, gone: StyleUse, stays: StyleUse): string {
  const top = root(xml);
  const elements = [...children(xml, top.inner, top.innerEnd)];
  const list = (local: string) => {
    const element = elements.find(each => each.local === local);
    const items = element ? [...children(xml, element.inner, element.innerEnd)] : [];
    return { element, items, of: items.map(item => attributes(startTag(xml, item))) };
  };
  const splices: Splice[] = [];
  /** Cuts a list off where nothing that stays is used any more, and gives what it lost. */
  const cut = (local: string, from: Set<number>, used: Set<number>, least: number): number => {
    const { element, items } = list(local);
    const last = Math.max(least - 1, ...[...used].filter(index => index < items.length));
    const at = Math.min(...[...from].filter(index => index > last), items.length);
    if (!element) return items.length;
    const old = startTag(xml, element);
    const tag = withCount(old, at - items.length);
    const wasEmpty = reclosed(withCount(old, -items.length));
    if (at <= least && (old === madeTag(element.name) || wasEmpty)) {
      // Nothing is left but what such a list begins with.
      splices.push({ start: element.start, end: element.end, text: wasEmpty ?? '' });
    } else if (at === 0 && items.length > 0) {
      // Excel leaves an empty list only of the looks of rules.
      const empty = local === 'dxfs' ? `${tag.slice(0, -1)}/>` : '';
      splices.push({ start: element.start, end: element.end, text: empty });
    } else if (at < items.length) {
      splices.push({ start: element.start, end: element.inner, text: tag });
      splices.push({ start: items[at]!.start, end: element.innerEnd, text: '' });
    }
    return at;
  };

  const formats = list('cellXfs').of;
  const kept = cut('cellXfs', gone.cells, stays.cells, 1);
  const staying = [...formats.slice(0, kept), ...list('cellStyleXfs').of];
  const referred = (of: Record<string, string>[], key: string) => new Set(of.map(each => Number(each[key] ?? 0)));
  const lost = formats.slice(kept);
  cut('fonts', referred(lost, 'fontId'), referred(staying, 'fontId'), 1);
  cut('fills', referred(lost, 'fillId'), referred(staying, 'fillId'), 2);
  const codes = list('numFmts').of.map(({ numFmtId }) => Number(numFmtId));
  const places = (numbers: Set<number>) =>
    new Set([...numbers].flatMap(id => (codes.includes(id) ? codes.indexOf(id) : [])));
  const used = new Set([...referred(staying, 'numFmtId'), ...stays.codes]);
  cut('numFmts', places(referred(lost, 'numFmtId')), places(used), 0);
  const tables = elements.find(each => each.local === 'tableStyles');
  const looks = tables ? styleUse(xml.slice(tables.start, tables.end)).looks : [];
  cut('dxfs', gone.looks, new Set([...stays.looks, ...looks]), 0);
  const left = spliced(xml, splices);
  const end = root(left);
  const single = end.inner === end.innerEnd ? reclosed(startTag(left, end)) : undefined;
  return single ? left.slice(0, end.start) + single + left.slice(end.end) : left;
}

/** Whether a style sheet says no more than the one that is made for a workbook without any. */
export function saysNothing(xml: string): boolean {
  return xml.replace('<dxfs count="0"/>', '') === EMPTY_STYLES;
}
