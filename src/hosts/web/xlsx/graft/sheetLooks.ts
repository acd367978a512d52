import type { IRange, IWorksheetData } from '@univerjs/core';
import { parseRange, printRange } from '../../../../cells/address';
import { setPage } from '../../../file/looks/rules';
import { attributes, child, children, root, startTag, withAttribute } from '../../../file/package/xml';
import { type Draft, openSheet } from '../../../file/sheets/draft';
import { paneXml } from '../../../file/sheets/newSheet';
import { type SheetXml, touchRow } from '../../../file/sheets/sheet';
import { headElement, setHeadElement } from '../../../file/sheets/sheetHead';
import { withOnlyElement } from '../../../file/sheets/sheetOrder';
import type { Font } from '../../../univer/looks/digitWidth';
import { pageOf } from '../../../univer/looks/page';
import { columnDigits } from '../../../univer/reading/workbookData';

/** Points to a pixel. */
const perPixel = 72 / 96;
const LAST_COLUMN = 16_384;

type GridSheet = Partial<IWorksheetData>;

/**
 * Writes what a sheet has around its cells and is another than in the file: widths and heights, hidden rows and columns,
 * merged cells, what stays in view, lines of the grid, the colour of its tab, how it prints.
 *
 * @param name    the sheet, of the same name in both
 * @param font    the workbook's default, in which widths are counted
 * @param moved   whether rows or columns have moved: what prints has followed them in the file, and not in the grid
 */
export function graftSheetLooks(
  draft: Draft,
  name: string,
  before: GridSheet,
  now: GridSheet,
  { font, moved }: { font: Font; moved: boolean },
): void {
  const sheet = () => openSheet(draft, name).xml;
  const columns = differing(columnsOf(before, font), columnsOf(now, font));
  if (columns.length > 0) setColumns(sheet(), columns);
  for (const [row, { height, hidden }] of differing(rowsOf(before), rowsOf(now))) {
    const line = touchRow(sheet(), row);
    line.tag = withAttribute(line.tag, 'ht', height === undefined ? null : String(height));
    line.tag = withAttribute(line.tag, 'customHeight', height === undefined ? null : '1');
    line.tag = withAttribute(line.tag, 'hidden', hidden ? '1' : null);
  }
  const merged = mergesOf(now);
  if (merged.join() !== mergesOf(before).join()) {
    const xml = sheet();
    const p = xml.prefix;
    const cells = merged.map(ref => `<${p}mergeCell ref="${ref}"/>`).join('');
    xml.tail = withOnlyElement(xml.tail, 'mergeCells', () =>
      merged.length > 0 ? `<${p}mergeCells count="${merged.length}">${cells}</${p}mergeCells>` : '',
    );
  }
  graftView(draft, name, before, now);
  graftTab(draft, name, before, now);
  graftPage(draft, name, before, now, moved);
}

/** What of columns or rows is another, by their numbers; nothing for those that are as wide or high as the others again. */
function differing<T extends object>(before: Map<number, T>, now: Map<number, T>): [number, Partial<T>][] {
  const all = [...new Set([...before.keys(), ...now.keys()])].sort((one, other) => one - other);
  return all
    .filter(index => JSON.stringify(before.get(index) ?? {}) !== JSON.stringify(now.get(index) ?? {}))
    .map(index => [index, now.get(index) ?? {}]);
}

interface Column {
  width?: number;
  hidden?: boolean;
}

function columnsOf({ columnData }: GridSheet, font: Font): Map<number, Column> {
  return new Map(
    Object.entries(columnData ?? {})
      .filter(([, column]) => column?.w || column?.hd)
      .map(([index, column]) => [
        Number(index),
        { ...(column!.w && { width: columnDigits(column!.w, font) }), ...(column!.hd && { hidden: true }) },
      ]),
  );
}

interface Row {
  height?: number;
  hidden?: boolean;
}

function rowsOf({ rowData }: GridSheet): Map<number, Row> {
  return new Map(
    Object.entries(rowData ?? {})
      .filter(([, row]) => row?.hd || (row?.h && !row.ia))
      .map(([index, row]) => [
        Number(index),
        { ...(row!.h && !row!.ia && { height: row!.h * perPixel }), ...(row!.hd && { hidden: true }) },
      ]),
  );
}

/** Columns of the file, each stretch that another one lies in parted. */
function setColumns(xml: SheetXml, columns: [number, Column][]): void {
  const p = xml.prefix;
  const old = headElement(xml, 'cols');
  const list = old && root(old);
  let tags = list
    ? [...children(old!, list.inner, list.innerEnd)].map(col => startTag(old!, col).replace(/\s*\/?>$/, '/>'))
    : [];
  const span = (tag: string) => [Number(attributes(tag).min), Number(attributes(tag).max)] as const;
  const between = (tag: string, min: number, max: number) =>
    min > max ? [] : [withAttribute(withAttribute(tag, 'min', String(min)), 'max', String(max))];
  for (const [index, { width, hidden }] of columns) {
    const number = index + 1;
    const there = tags.find(tag => span(tag)[0] <= number && number <= span(tag)[1]);
    let own = between(there ?? `<${p}col min="1" max="1"/>`, number, number)[0]!;
    own = withAttribute(own, 'width', String(width ?? 9.140625));
    own = withAttribute(own, 'customWidth', width === undefined ? null : '1');
    own = withAttribute(own, 'hidden', hidden ? '1' : null);
    const around = there
      ? [...between(there, span(there)[0], number - 1), own, ...between(there, number + 1, span(there)[1])]
      : [own];
    tags = [...tags.filter(tag => tag !== there), ...around].sort((one, other) => span(one)[0] - span(other)[0]);
  }
  const open = list ? startTag(old!, list).replace(/\s*\/>$/, '>') : `<${p}cols>`;
  setHeadElement(xml, 'cols', `${open}${tags.filter(tag => span(tag)[0] <= LAST_COLUMN).join('')}</${p}cols>`);
}

function mergesOf({ mergeData = [] }: GridSheet): string[] {
  return mergeData
    .map(({ startRow, endRow, startColumn, endColumn }: IRange) =>
      printRange({ top: startRow, left: startColumn, bottom: endRow, right: endColumn }),
    )
    .sort();
}

/** Rows and columns in view, lines between cells, the direction of reading. */
function graftView(draft: Draft, name: string, before: GridSheet, now: GridSheet): void {
  const frozen = ({ freeze }: GridSheet) =>
    [Math.max(0, freeze?.ySplit ?? 0), Math.max(0, freeze?.xSplit ?? 0)] as const;
  const lines = ({ showGridlines }: GridSheet) => showGridlines !== 0;
  const leftwards = ({ rightToLeft }: GridSheet) => rightToLeft === 1;
  const isPane = frozen(before).join() !== frozen(now).join();
  if (!isPane && lines(before) === lines(now) && leftwards(before) === leftwards(now)) return;
  const { xml } = openSheet(draft, name);
  const p = xml.prefix;
  const views =
    headElement(xml, 'sheetViews') ?? `<${p}sheetViews><${p}sheetView workbookViewId="0"/></${p}sheetViews>`;
  const view = child(views, 'sheetView', root(views))!;
  let tag = startTag(views, view).replace(/\s*\/>$/, '>');
  if (lines(before) !== lines(now)) tag = withAttribute(tag, 'showGridLines', lines(now) ? null : '0');
  if (leftwards(before) !== leftwards(now)) tag = withAttribute(tag, 'rightToLeft', leftwards(now) ? '1' : null);
  const inside = [...children(views, view.inner, view.innerEnd)]
    .filter(({ local }) => !isPane || (local !== 'pane' && local !== 'selection'))
    .map(({ start, end }) => views.slice(start, end));
  const pane = isPane ? paneXml(...frozen(now), p) : '';
  const text = `${tag}${pane}${inside.join('')}</${view.name}>`;
  setHeadElement(xml, 'sheetViews', views.slice(0, view.start) + text + views.slice(view.end));
}

function graftTab(draft: Draft, name: string, before: GridSheet, now: GridSheet): void {
  const color = ({ tabColor }: GridSheet) => (tabColor ? tabColor.replace('#', '').slice(0, 6).toUpperCase() : '');
  if (color(before) === color(now)) return;
  const { xml } = openSheet(draft, name);
  const p = xml.prefix;
  const text = color(now) && `<${p}tabColor rgb="FF${color(now)}"/>`;
  const old = headElement(xml, 'sheetPr') ?? `<${p}sheetPr/>`;
  const element = root(old);
  const others = [...children(old, element.inner, element.innerEnd)]
    .filter(({ local }) => local !== 'tabColor')
    .map(({ start, end }) => old.slice(start, end));
  const tag = startTag(old, element).replace(/\s*\/>$/, '>');
  setHeadElement(xml, 'sheetPr', `${tag}${text}${others.join('')}</${element.name}>`);
}

function graftPage(draft: Draft, name: string, before: GridSheet, now: GridSheet, moved: boolean): void {
  const [was, is] = [pageOf(before), pageOf(now)];
  const { printArea, printTitlesRow, ...rest } = is ?? {};
  const { printArea: _, printTitlesRow: __, ...restBefore } = was ?? {};
  const isSame = moved ? sameSettings(rest, restBefore) : sameSettings(is ?? {}, was ?? {});
  if (!is || isSame) return;
  const row = /^\$?(\d+)/.exec(printTitlesRow ?? '')?.[1];
  setPage(draft, {
    kind: 'page',
    sheet: name,
    landscape: is.orientation === 'landscape',
    onePage: is.fitToHeight === 1,
    ...(!moved && printArea && !printArea.includes(',') && { area: parseRange(printArea) }),
    ...(!moved && row && { headerRow: Number(row) - 1 }),
  });
}

function sameSettings(one: object, other: object): boolean {
  const sorted = (of: object) => JSON.stringify(Object.entries(of).sort());
  return sorted(one) === sorted(other);
}
