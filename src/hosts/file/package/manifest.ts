import { damaged } from './errors';
import { needPart, type Package } from './package';
import { readRelations, type Workbook } from './workbook';
import {
  attributes,
  child,
  children,
  type Element,
  escapeAttribute,
  escapeText,
  prefixOf,
  root,
  spliced,
  startTag,
  withAttribute,
} from './xml';

/** The three parts that say what a package consists of; each is changed only where something is added or taken out. */
export interface Manifest {
  workbook: string;
  relations: string;
  contentTypes: string;
}

export const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** What stands before the calculation settings in a workbook part, the last of it first. */
const BEFORE_CALCULATION = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];

/** The manifest of a package as it stands. */
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
  const ids = new Set(readRelations('', manifest.relations).map(relation => relation.id));
  let number = ids.size + 1;
  while (ids.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  manifest.relations = withLastChild(manifest.relations, 'Relationship', {
    Id: id,
    Type: `${OFFICE}/${kind}`,
    Target: path,
  });
  manifest.contentTypes = withLastChild(manifest.contentTypes, 'Override', {
    PartName: `/${folder}${path}`,
    ContentType: `${SPREADSHEETML}.${kind}+xml`,
  });
  return id;
}

/** Says what kind a part is that no workbook relationship leads to; once for all parts of an extension where `part` begins with a dot. */
export function declarePart(manifest: Manifest, part: string, contentType: string): void {
  const isExtension = part.startsWith('.');
  const [name, value] = isExtension ? ['Extension', part.slice(1)] : ['PartName', `/${part}`];
  const xml = manifest.contentTypes;
  const top = root(xml);
  const known = [...children(xml, top.inner, top.innerEnd)].some(
    element => attributes(startTag(xml, element))[name]?.toLowerCase() === value.toLowerCase(),
  );
  if (known) return;
  if (!isExtension) {
    manifest.contentTypes = withLastChild(xml, 'Override', { PartName: value, ContentType: contentType });
    return;
  }
  // Extensions stand before the parts that have a kind of their own.
  const text = `<${prefixOf(top)}Default Extension="${value}" ContentType="${contentType}"/>`;
  manifest.contentTypes = spliced(xml, [{ start: top.inner, end: top.inner, text }]);
}

/** Forgets parts that are taken out. */
export function forgetParts(manifest: Manifest, parts: string[]): void {
  for (const part of parts) manifest.contentTypes = withoutChild(manifest.contentTypes, 'PartName', `/${part}`);
}

/** Takes a sheet off the list, with names that belong to it alone; names of later sheets count on. */
export function removeSheet(manifest: Manifest, workbook: Workbook, name: string): void {
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
  const relation = readRelations(workbook.part, manifest.relations).find(each => each.id === id);
  manifest.relations = withoutChild(manifest.relations, 'Id', id);
  if (relation) forgetParts(manifest, [relation.target]);
}

/** Excel takes an empty list of names for damage. */
function withoutEmptyNames(xml: string): string {
  const names = child(xml, 'definedNames', root(xml));
  if (!names || [...children(xml, names.inner, names.innerEnd)].length > 0) return xml;
  return spliced(xml, [{ start: names.start, end: names.end, text: '' }]);
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

/**
 * Takes out the part that lists formulas in the order of their last calculation. Excel makes it anew; one that names a
 * cell without a formula would be taken for damage.
 *
 * @returns the part's name, or undefined where there is none
 */
export function removeCalculationChain(manifest: Manifest, workbook: Workbook): string | undefined {
  const chain = readRelations(workbook.part, manifest.relations).find(relation => relation.type === 'calcChain');
  if (!chain) return undefined;
  manifest.relations = withoutChild(manifest.relations, 'Id', chain.id);
  manifest.contentTypes = withoutChild(manifest.contentTypes, 'PartName', `/${chain.target}`);
  return chain.target;
}

/** Lists a sheet behind all others. */
export function addSheet(manifest: Manifest, name: string, id: number, relation: string): void {
  const xml = manifest.workbook;
  const top = root(xml);
  const list = child(xml, 'sheets', top);
  if (!list) throw damaged('the list of sheets');
  const prefix = Object.entries(attributes(startTag(xml, top))).find(
    ([key, value]) => value === OFFICE && key.startsWith('xmlns:'),
  );
  const tag = `<${prefixOf(list)}sheet name="${escapeAttribute(name)}" sheetId="${id}"`;
  const reference = prefix
    ? `${prefix[0].slice('xmlns:'.length)}:id="${relation}"`
    : `xmlns:r="${OFFICE}" r:id="${relation}"`;
  manifest.workbook = withInner(xml, list, `${xml.slice(list.inner, list.innerEnd)}${tag} ${reference}/>`);
}

/** Names by which a workbook says what of a sheet prints, and which rows stand at the top of its pages. */
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
    const place = own ?? { start: names.innerEnd, end: names.innerEnd };
    manifest.workbook = spliced(xml, [{ start: place.start, end: place.end, text: entry }]);
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
  return withInner(xml, top, `${xml.slice(top.inner, top.innerEnd)}<${prefixOf(top)}${local}${list.join('')}/>`);
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

/** An element's content replaced; a single tag is opened for it. */
function withInner(xml: string, element: Element, inner: string): string {
  const open = startTag(xml, element).replace(/\s*\/>$/, '>');
  return spliced(xml, [{ start: element.start, end: element.end, text: `${open}${inner}</${element.name}>` }]);
}
