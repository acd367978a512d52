import { damaged } from './errors';
import { needPart, type Package } from './package';
import { readRelations, type Workbook } from './workbook';
import {
  attributes,
  child,
  children,
  type Element,
  escapeAttribute,
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
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
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
