import { CONTENT_TYPES, KIND, withContentType, withoutContentType } from './contentTypes';
import { damaged } from './errors';
import { needPart, type Package } from './package';
import { readRelations, type Workbook } from './workbook';
import {
  attributes,
  child,
  children,
  escapeAttribute,
  escapeText,
  prefixOf,
  reclosed,
  root,
  spliced,
  startTag,
  withAttribute,
  withLastInside,
} from './xml';

/** The three parts that say what a package consists of; each is changed only where something is added or taken out. */
export interface Manifest {
  workbook: string;
  relations: string;
  contentTypes: string;
}

const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** The highest number that a sheet may have. */
const LAST_SHEET_ID = 65_534;
/** What is before the calculation settings in a workbook part, the last of it first. */
const BEFORE_CALCULATION = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];

/** The manifest of a package as it is. */
export function readManifest(pack: Package, workbook: Workbook): Manifest {
  return { workbook: workbook.xml, relations: workbook.relationsXml, contentTypes: needPart(pack, CONTENT_TYPES) };
}

/**
 * Adds a part that the workbook refers to.
 *
 * @param kind    the last word of its relationship's type
 * @param folder  the workbook part's folder, with its slash
 * @param path    the part's name within that folder
 * @returns       its relationship's id
 */
export function addPart(manifest: Manifest, kind: 'worksheet' | 'styles', folder: string, path: string): string {
  const { xml, id } = withRelation(manifest.relations, kind, path);
  manifest.relations = xml;
  declarePart(manifest, folder + path, KIND[kind]);
  return id;
}

/** Says what kind a part is. */
export function declarePart(manifest: Manifest, part: string, kind: string): void {
  manifest.contentTypes = withContentType(manifest.contentTypes, part, kind);
}

/** Forgets parts that are taken out. */
export function forgetParts(manifest: Manifest, parts: string[]): void {
  for (const part of parts) manifest.contentTypes = withoutContentType(manifest.contentTypes, part);
}

/** Takes a sheet off the list, with names that belong to it alone; names of later sheets count on. */
export function removeSheet(manifest: Manifest, workbook: Workbook, pack: Package, name: string): void {
  const xml = manifest.workbook;
  const top = root(xml);
  const list = child(xml, 'sheets', top)!;
  const sheets = [...children(xml, list.inner, list.innerEnd)];
  const index = sheets.findIndex(
    element => attributes(startTag(xml, element)).name?.toLowerCase() === name.toLowerCase(),
  );
  const element = sheets[index]!;
  const of = attributes(startTag(xml, element));
  const id = Object.entries(of).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
  const splices = [{ start: element.start, end: element.end, text: '' }];
  const names = child(xml, 'definedNames', top);
  const own = names ? [...children(xml, names.inner, names.innerEnd)] : [];
  for (const entry of own) {
    const tag = startTag(xml, entry);
    const scope = attributes(tag).localSheetId;
    if (scope === undefined || Number(scope) < index) continue;
    if (Number(scope) === index) splices.push({ start: entry.start, end: entry.end, text: '' });
    else
      splices.push({
        start: entry.start,
        end: entry.inner,
        text: withAttribute(tag, 'localSheetId', String(Number(scope) - 1)),
      });
  }
  const views = child(xml, 'bookViews', top);
  for (const view of views ? children(xml, views.inner, views.innerEnd) : []) {
    let tag = startTag(xml, view);
    for (const key of ['activeTab', 'firstSheet']) {
      const tab = Number(attributes(tag)[key] ?? 0);
      if (tab > 0 && tab >= index) tag = withAttribute(tag, key, String(tab - 1));
    }
    splices.push({ start: view.start, end: view.inner, text: tag });
  }
  manifest.workbook = withoutEmptyNames(spliced(xml, splices));
  const relation = readRelations(workbook.part, manifest.relations, pack).find(each => each.id === id);
  manifest.relations = withoutChild(manifest.relations, 'Id', id);
  if (relation) forgetParts(manifest, [relation.target]);
}

/** A list of names that has lost its last one goes, unless it was there empty, as Google Sheets and ClosedXML write it. */
function withoutEmptyNames(xml: string): string {
  const names = child(xml, 'definedNames', root(xml));
  if (!names || names.inner === names.end || [...children(xml, names.inner, names.innerEnd)].length > 0) return xml;
  return spliced(xml, [{ start: names.start, end: names.end, text: reclosed(startTag(xml, names)) ?? '' }]);
}

/** A relationships part with one more relationship, and its id. */
export function withRelation(xml: string | undefined, type: string, target: string): { xml: string; id: string } {
  const before =
    xml ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONS}"></Relationships>`;
  const ids = new Set(readRelations('', before).map(relation => relation.id));
  let number = ids.size + 1;
  while (ids.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  return { id, xml: withLastChild(before, 'Relationship', { Id: id, Type: `${OFFICE}/${type}`, Target: target }) };
}

/** The part to which the workbook has a relationship of a kind, or undefined. */
export function partOfKind(manifest: Manifest, workbook: Workbook, kind: string, pack: Package): string | undefined {
  return readRelations(workbook.part, manifest.relations, pack).find(({ type }) => type === kind)?.target;
}

/** Takes out what is said of the part to which the workbook has a relationship of a kind. */
export function forgetKind(manifest: Manifest, workbook: Workbook, kind: string, pack: Package): void {
  const relation = readRelations(workbook.part, manifest.relations, pack).find(({ type }) => type === kind);
  if (!relation) return;
  manifest.relations = withoutChild(manifest.relations, 'Id', relation.id);
  forgetParts(manifest, [relation.target]);
}

/** Lists a sheet behind all others, under a number that none has had in this workbook. */
export function addSheet(manifest: Manifest, name: string, relation: string): void {
  const xml = manifest.workbook;
  const top = root(xml);
  const list = child(xml, 'sheets', top);
  if (!list) throw damaged('the list of sheets');
  const prefix = Object.entries(attributes(startTag(xml, top))).find(
    ([key, value]) => value === OFFICE && key.startsWith('xmlns:'),
  );
  const ids = [...children(xml, list.inner, list.innerEnd)].map(sheet => attributes(startTag(xml, sheet)).sheetId);
  const tag = `<${prefixOf(list)}sheet name="${escapeAttribute(name)}" sheetId="${freeSheetId(ids.map(Number))}"`;
  const reference = prefix
    ? `${prefix[0].slice('xmlns:'.length)}:id="${relation}"`
    : `xmlns:r="${OFFICE}" r:id="${relation}"`;
  manifest.workbook = withLastInside(xml, list, `${tag} ${reference}/>`);
}

/** The number behind the highest; where that is the last that there may be, the first that is free. */
function freeSheetId(taken: number[]): number {
  const next = Math.max(0, ...taken.filter(Number.isInteger)) + 1;
  if (next <= LAST_SHEET_ID) return next;
  for (let id = 1; ; id += 1) if (!taken.includes(id)) return id;
}

/** Names by which a workbook says what of a sheet prints, and which rows are at the top of its pages. */
export type PrintName = 'Print_Area' | 'Print_Titles';

/** What a sheet says of printing, its cells absolute and with the sheet: `'Compass KPIs'!$1:$1`. */
export interface Printed {
  sheet: string;
  name: PrintName;
  cells: string;
}

/** Sets what of a sheet prints: a name of the workbook that belongs to the sheet. */
export function setPrinted(manifest: Manifest, { sheet, name, cells }: Printed): void {
  const xml = manifest.workbook;
  const top = root(xml);
  const list = child(xml, 'sheets', top)!;
  const index = [...children(xml, list.inner, list.innerEnd)].findIndex(
    element => attributes(startTag(xml, element)).name?.toLowerCase() === sheet.toLowerCase(),
  );
  if (index < 0) return;
  const p = prefixOf(top);
  const text = escapeText(cells);
  const entry = `<${p}definedName name="_xlnm.${name}" localSheetId="${index}">${text}</${p}definedName>`;
  const names = child(xml, 'definedNames', top);
  if (names) {
    const own = [...children(xml, names.inner, names.innerEnd)].find(element => {
      const of = attributes(startTag(xml, element));
      return of.name === `_xlnm.${name}` && of.localSheetId === String(index);
    });
    manifest.workbook = own
      ? spliced(xml, [{ start: own.start, end: own.end, text: entry }])
      : withLastInside(xml, names, entry);
    return;
  }
  const before = ['externalReferences', 'functionGroups', 'sheets']
    .map(local => child(xml, local, top))
    .find(element => element !== undefined)!;
  const made = `<${p}definedNames>${entry}</${p}definedNames>`;
  manifest.workbook = spliced(xml, [{ start: before.end, end: before.end, text: made }]);
}

/** Asks for a calculation of the whole workbook when it is opened. */
export function askToCalculate(manifest: Manifest): void {
  const xml = manifest.workbook;
  const top = root(xml);
  const settings = child(xml, 'calcPr', top);
  if (settings) {
    const tag = withAttribute(startTag(xml, settings), 'fullCalcOnLoad', '1');
    manifest.workbook = spliced(xml, [{ start: settings.start, end: settings.inner, text: tag }]);
    return;
  }
  const before = BEFORE_CALCULATION.map(local => child(xml, local, top)).find(element => element !== undefined);
  if (!before) throw damaged('the list of sheets');
  const text = `<${prefixOf(top)}calcPr fullCalcOnLoad="1"/>`;
  manifest.workbook = spliced(xml, [{ start: before.end, end: before.end, text }]);
}

/** A document with one more element at the end of its root. */
function withLastChild(xml: string, local: string, of: Record<string, string>): string {
  const top = root(xml);
  const list = Object.entries(of).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  return withLastInside(xml, top, `<${prefixOf(top)}${local}${list.join('')}/>`);
}

/** A document without the element under its root that has a certain attribute; names of parts are compared without case. */
function withoutChild(xml: string, name: string, value: string): string {
  const top = root(xml);
  for (const element of children(xml, top.inner, top.innerEnd)) {
    if (attributes(startTag(xml, element))[name]?.toLowerCase() !== value.toLowerCase()) continue;
    return spliced(xml, [{ start: element.start, end: element.end, text: '' }]);
  }
  return xml;
}
