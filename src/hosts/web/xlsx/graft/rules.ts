import type { ConditionalRule as FileLook, DataValidation as FileValidation } from 'hucre';
import {
  attributes,
  children,
  escapeAttribute,
  escapeText,
  root,
  type Splice,
  spliced,
  startTag,
  withAttribute,
} from '../../../file/package/xml';
import { type Draft, openSheet, stylesOf } from '../../../file/sheets/draft';
import type { SheetXml } from '../../../file/sheets/sheet';
import { withElement, withOnlyElement } from '../../../file/sheets/sheetOrder';
import type { SheetRules } from '../../../univer/looks/rules';
import { rulesToFile } from '../rules';
import { ruleLookXml } from './ruleLook';

/** What the grid may have in another form, because it followed rows that moved in a way of its own. */
export interface Loosely {
  /** Where rules hold. */
  places: boolean;
  /** Which cells their formulas speak of. */
  references: boolean;
}

/** A rule as a file has it, and what tells it from others. */
interface Known<T> {
  rule: T;
  /** Of the file: its number there. */
  number: number;
  key: string;
}

/** Puts the conditional formats and input rules of the grid in the place of those that a sheet of the file has and the grid has not. */
export function graftRules(draft: Draft, name: string, before: SheetRules, now: SheetRules, loosely: Loosely): void {
  const looks = compared(looksOf(before, loosely), looksOf(now, loosely));
  if (looks) {
    const { xml } = openSheet(draft, name);
    if (looks.gone.length > 0)
      xml.tail = withoutLooks(
        xml.tail,
        looks.gone.map(({ number }) => number),
      );
    addLooks(draft, xml, looks.all, looks.come);
  }
  const entries = compared(entriesOf(before, loosely), entriesOf(now, loosely));
  if (entries) {
    const { xml } = openSheet(draft, name);
    xml.tail = withEntries(
      xml,
      entries.gone.map(({ number }) => number),
      entries.come.map(({ rule }) => rule),
    );
  }
}

/** What one list has and the other has not; undefined where they are the same. */
function compared<T>(before: Known<T>[], now: Known<T>[]) {
  const [old, fresh] = [new Set(before.map(({ key }) => key)), new Set(now.map(({ key }) => key))];
  const gone = before.filter(({ key }) => !fresh.has(key));
  const come = now.filter(({ key }) => !old.has(key));
  return gone.length + come.length === 0 ? undefined : { gone, come, all: now };
}

function looksOf({ formats }: SheetRules, loosely: Loosely): Known<FileLook>[] {
  return formats.flatMap(format => {
    const [rule] = rulesToFile({ formats: [format], validations: [], notes: [] }).looks;
    if (!rule) return [];
    const { priority: _, range, formula, ...rest } = rule;
    const number = Number(/^look-(\d+)/.exec(format.cfId)?.[1] ?? 0);
    return [{ rule, number, key: keyOf([rest, formula], range, loosely) }];
  });
}

function entriesOf({ validations }: SheetRules, loosely: Loosely): Known<FileValidation>[] {
  return validations.flatMap(validation => {
    const [rule] = rulesToFile({ formats: [], validations: [validation], notes: [] }).validations;
    if (!rule) return [];
    const { range, ...rest } = rule;
    const number = Number(/^rule-(\d+)/.exec(validation.uid)?.[1] ?? 0);
    return [{ rule, number, key: keyOf(rest, range, loosely) }];
  });
}

function keyOf(body: unknown, range: string, { places, references }: Loosely): string {
  const text = JSON.stringify(body);
  return JSON.stringify([
    references ? text.replace(/'[^']*'!|\w+!|\$?[A-Z]{1,3}\$?\d+|#REF!/gi, '#') : text,
    places ? '' : range,
  ]);
}

/** A sheet without the conditional formats of some priorities. */
function withoutLooks(tail: string, priorities: number[]): string {
  const splices: Splice[] = [];
  for (const list of children(tail, tail.indexOf('>') + 1, tail.lastIndexOf('</'))) {
    if (list.local !== 'conditionalFormatting') continue;
    const rules = [...children(tail, list.inner, list.innerEnd)].filter(({ local }) => local === 'cfRule');
    const gone = rules.filter(rule => priorities.includes(Number(attributes(startTag(tail, rule)).priority)));
    if (gone.length === rules.length) splices.push({ start: list.start, end: list.end, text: '' });
    else splices.push(...gone.map(({ start, end }) => ({ start, end, text: '' })));
  }
  return spliced(tail, splices);
}

/** Adds conditional formats: those that are before all others in the grid are the first in the file too. */
function addLooks(draft: Draft, xml: SheetXml, all: Known<FileLook>[], come: Known<FileLook>[]): void {
  const isNew = (look: Known<FileLook>) => come.includes(look);
  const first = all.findIndex(look => !isNew(look));
  const ahead = first < 0 ? [] : all.slice(0, first);
  const PRIORITY = /(<(?:\w+:)?cfRule\b[^>]*\bpriority=")(\d+)(")/g;
  if (ahead.length > 0)
    xml.tail = xml.tail.replace(PRIORITY, (_, open, number, close) => open + (Number(number) + ahead.length) + close);
  let last = Math.max(0, ...[...xml.tail.matchAll(PRIORITY)].map(([, , number]) => Number(number)));
  for (const [index, { rule }] of ahead.entries()) addLook(draft, xml, rule, index + 1);
  for (const look of come) {
    if (ahead.includes(look)) continue;
    last += 1;
    addLook(draft, xml, look.rule, last);
  }
}

function addLook(draft: Draft, xml: SheetXml, rule: FileLook, priority: number): void {
  const p = xml.prefix;
  const look = stylesOf(draft).ruleLookOf(ruleLookXml(rule.style ?? {}, p));
  let tag = `<${p}cfRule type="${rule.type}" dxfId="${look}" priority="${priority}">`;
  if (rule.stopIfTrue) tag = withAttribute(tag, 'stopIfTrue', '1');
  if (rule.operator) tag = withAttribute(tag, 'operator', rule.operator);
  const formulas = [rule.formula ?? []].flat().map(formula => `<${p}formula>${escapeText(formula)}</${p}formula>`);
  const text = `<${p}conditionalFormatting sqref="${rule.range}">${tag}${formulas.join('')}</${p}cfRule></${p}conditionalFormatting>`;
  xml.tail = withElement(xml.tail, 'conditionalFormatting', text);
}

/** A sheet with some input rules, by their places in the list, taken out and others put in behind. */
function withEntries({ tail, prefix: p }: SheetXml, gone: number[], come: FileValidation[]): string {
  const added = come.map(rule => entryXml(rule, p)).join('');
  return withOnlyElement(tail, 'dataValidations', old => {
    if (!old) return `<${p}dataValidations count="${come.length}">${added}</${p}dataValidations>`;
    const list = root(old);
    const rules = [...children(old, list.inner, list.innerEnd)].filter(({ local }) => local === 'dataValidation');
    const left = rules.filter((_, index) => !gone.includes(index + 1));
    if (left.length + come.length === 0) return '';
    const inner = left.map(({ start, end }) => old.slice(start, end)).join('') + added;
    const tag = startTag(old, list).replace(/\s*\/>$/, '>');
    return `${withAttribute(tag, 'count', String(left.length + come.length))}${inner}</${list.name}>`;
  });
}

function entryXml(rule: FileValidation, p: string): string {
  const of: [string, string | undefined][] = [
    ['type', rule.type],
    ['errorStyle', rule.errorStyle === 'stop' ? undefined : rule.errorStyle],
    ['operator', rule.operator],
    ['allowBlank', rule.allowBlank ? '1' : undefined],
    ['showErrorMessage', rule.showErrorMessage ? '1' : undefined],
    ['errorTitle', rule.errorTitle],
    ['error', rule.errorMessage],
    ['sqref', rule.range],
  ];
  const tag = of.flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escapeAttribute(value)}"`));
  const first = rule.values ? `"${rule.values.join(',').replace(/"/g, '""')}"` : rule.formula1;
  const formulas = [first, rule.formula2].flatMap((formula, index) =>
    formula === undefined ? [] : `<${p}formula${index + 1}>${escapeText(formula)}</${p}formula${index + 1}>`,
  );
  return `<${p}dataValidation${tag.join('')}>${formulas.join('')}</${p}dataValidation>`;
}
