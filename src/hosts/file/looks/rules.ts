import { fixed, printRange, quoteSheet, type Range, wholeRow } from '../../../cells/address';
import { printFormula } from '../../../cells/printFormula';
import type { Rectangle } from '../../../cells/rectangle';
import { isCellFunction } from '../../../functions/evaluate';
import type { AddSparkline, ConditionalFormat, PageSetup, Validate, WarnBeforeEditing } from '../../../workbook/edit';
import { type Accepted, entryRule, FIRST_DAY } from '../../../workbook/edits/entryRule';
import type { PrintName } from '../package/manifest';
import {
  attributes,
  child,
  children,
  escapeAttribute,
  escapeText,
  root,
  startTag,
  withAttribute,
  withLastInside,
} from '../package/xml';
import { type Draft, type DraftSheet, openSheet, stylesOf } from '../sheets/draft';
import { headElement, setHeadElement } from '../sheets/sheetHead';
import { elementIn, withElement, withInside, withOnlyElement } from '../sheets/sheetOrder';

const SPARKLINES = '{05C60535-1F16-4fd2-B633-F4F36F0B64E0}';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

/** What of a sparkline has a colour of its own, in the format's order. */
const COLORED = ['Series', 'Negative', 'Axis', 'Markers', 'First', 'Last', 'High', 'Low'];

function cellsOf({ row, column, rows, columns }: Rectangle): string {
  return printRange({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
}

/** A look that cells take on while a formula is true. */
export function addConditionalFormat(draft: Draft, edit: ConditionalFormat): void {
  const { xml } = openSheet(draft, edit.sheet);
  const p = xml.prefix;
  const look = stylesOf(draft).ruleLook(edit.format);
  const priorities = [...xml.tail.matchAll(/\bpriority="(\d+)"/g)].map(match => Number(match[1]));
  const rule =
    `<${p}cfRule type="expression" dxfId="${look}" priority="${Math.max(0, ...priorities) + 1}">` +
    `<${p}formula>${escapeText(printFormula(edit.when, 'file', isCellFunction))}</${p}formula></${p}cfRule>`;
  const text = `<${p}conditionalFormatting sqref="${cellsOf(edit)}">${rule}</${p}conditionalFormatting>`;
  xml.tail = withElement(xml.tail, 'conditionalFormatting', text);
}

/** A rule's attributes and its formulas. */
function printed(accepts: Accepted): [string, string[]] {
  if (accepts.kind === 'list') return ['type="list"', [`"${accepts.choices.join(',').replace(/"/g, '""')}"`]];
  if (accepts.kind === 'date') return ['type="date" operator="greaterThanOrEqual"', [String(FIRST_DAY.serial)]];
  if (accepts.kind === 'formula') return ['type="custom"', [printFormula(accepts.formula, 'file', isCellFunction)]];
  const { from, to } = accepts;
  if (from === undefined) return ['type="decimal" operator="lessThanOrEqual"', [String(to)]];
  if (to === undefined) return ['type="decimal" operator="greaterThanOrEqual"', [String(from)]];
  return ['type="decimal"', [String(from), String(to)]];
}

/** What may be typed into cells, and a warning before formulas are typed over. */
export function addEntryRule(draft: Draft, edit: Validate | WarnBeforeEditing): void {
  const { accepts, message, otherwise } = entryRule(edit);
  const [type, formulas] = printed(accepts);
  const { xml } = openSheet(draft, edit.sheet);
  const p = xml.prefix;
  const warning = otherwise === 'warn' ? ' errorStyle="warning"' : '';
  const text =
    `<${p}dataValidation ${type}${warning} allowBlank="1" showErrorMessage="1" error="${escapeAttribute(message)}" sqref="${cellsOf(edit)}">` +
    formulas.map((formula, i) => `<${p}formula${i + 1}>${escapeText(formula)}</${p}formula${i + 1}>`).join('') +
    `</${p}dataValidation>`;
  xml.tail = withOnlyElement(xml.tail, 'dataValidations', old => {
    if (!old) return `<${p}dataValidations count="1">${text}</${p}dataValidations>`;
    const grown = withInside(old, text);
    const tag = startTag(grown, root(grown));
    const count = Number(attributes(tag).count ?? 0) + 1;
    return withAttribute(tag, 'count', String(count)) + grown.slice(tag.length);
  });
}

/** A small line in one cell: an extension of the format, which older readers pass over. */
export function addSparkline(draft: Draft, edit: AddSparkline): void {
  const { xml, name } = openSheet(draft, edit.sheet);
  const p = xml.prefix;
  const values: Range = { sheet: name, ...edit.values };
  const color = `FF${(edit.color ?? '#0072b2').slice(1).toUpperCase()}`;
  const group =
    `<x14:sparklineGroup xmlns:x14="${X14}" xmlns:xm="${XM}" lineWeight="1.25" displayEmptyCellsAs="gap">` +
    `${COLORED.map(name => `<x14:color${name} rgb="${color}"/>`).join('')}<x14:sparklines><x14:sparkline>` +
    `<xm:f>${escapeText(printRange(values))}</xm:f><xm:sqref>${cellsOf({ ...edit, rows: 1, columns: 1 })}</xm:sqref>` +
    '</x14:sparkline></x14:sparklines></x14:sparklineGroup>';
  const groups = `<x14:sparklineGroups xmlns:x14="${X14}" xmlns:xm="${XM}">${group}</x14:sparklineGroups>`;
  const extension = `<${p}ext uri="${SPARKLINES}" xmlns:x14="${X14}">${groups}</${p}ext>`;
  xml.tail = withOnlyElement(xml.tail, 'extLst', old => {
    if (!old) return `<${p}extLst>${extension}</${p}extLst>`;
    const own = [...children(old, root(old).inner, root(old).innerEnd)].find(
      element => attributes(startTag(old, element)).uri === SPARKLINES,
    );
    const list = own && child(old, 'sparklineGroups', own);
    return list ? withLastInside(old, list, group) : withInside(old, extension);
  });
}

/** How a sheet prints: landscape or not, its columns on one page's width, all of it on one page where asked. */
export function setPage(draft: Draft, edit: PageSetup): void {
  const sheet = openSheet(draft, edit.sheet);
  const { xml } = sheet;
  const p = xml.prefix;
  const old = elementIn(xml.tail, 'pageSetup');
  let tag = old ? startTag(old, root(old)).replace(/\s*\/?>$/, '/>') : `<${p}pageSetup paperSize="9"/>`;
  tag = withAttribute(tag, 'orientation', edit.landscape ? 'landscape' : 'portrait');
  tag = withAttribute(tag, 'fitToWidth', '1');
  tag = withAttribute(tag, 'fitToHeight', edit.onePage ? '1' : '0');
  xml.tail = withOnlyElement(xml.tail, 'pageSetup', () => tag);
  fitToPage(sheet);
  const print = (name: PrintName, cells: string) =>
    draft.printNames.push({ sheet: sheet.name, name, cells: `${quoteSheet(sheet.name)}!${cells}` });
  if (edit.area) print('Print_Area', printRange(fixed({ ...edit.area, sheet: undefined })));
  if (edit.headerRow !== undefined) print('Print_Titles', wholeRow(edit.headerRow));
}

function fitToPage({ xml }: DraftSheet): void {
  const p = xml.prefix;
  const setting = `<${p}pageSetUpPr fitToPage="1"/>`;
  const before = headElement(xml, 'sheetPr');
  if (before === undefined) setHeadElement(xml, 'sheetPr', `<${p}sheetPr>${setting}</${p}sheetPr>`);
  else if (!before.includes('fitToPage="1"')) {
    const without = before.replace(/<(?:\w+:)?pageSetUpPr\b[^>]*\/>/, '');
    setHeadElement(xml, 'sheetPr', withInside(without, setting));
  }
}
