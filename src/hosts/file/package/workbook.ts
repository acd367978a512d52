import type { DefinedName } from '../../../workbook/snapshot';
import { damaged, FileError, read } from './errors';
import { hasPart, needPart, type Package, partNames, readPart, storedPartName } from './package';
import { attributes, child, children, decode, root, startTag } from './xml';

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  name: string;
  id: number;
  /** Its part's name; null for a sheet without cells: a chart, a dialog, an old macro. */
  part: string | null;
  isHidden: boolean;
}

/** The parts of a package that say what the workbook consists of. */
export interface Workbook {
  /** Name of the workbook part, mostly `xl/workbook.xml`, and its text. */
  part: string;
  xml: string;
  /** The same for its relationships. */
  relationsPart: string;
  relationsXml: string;
  /** Every sheet, hidden ones too, in the order of the tabs. */
  sheets: SheetEntry[];
  /** Days are counted from 1904 (older Excel for Mac) instead of 1900. */
  date1904: boolean;
}

/** A relationship of a part: what it is (the last word of its type) and the part it leads to. */
export interface Relation {
  id: string;
  type: string;
  target: string;
}

const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/**
 * Reads what a package says about its workbook.
 *
 * @throws FileError where it is another kind of document, or damaged
 */
export function readWorkbook(pack: Package): Workbook {
  const main = rootRelations(pack).find(({ type }) => type === 'officeDocument');
  if (!main) throw new FileError('not a workbook', `This is not an .xlsx workbook, but ${otherKind(pack)}.`);
  const part = main.target;
  if (part.endsWith('.bin')) {
    throw new FileError('old format', 'This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.');
  }
  const xml = needPart(pack, part);
  const relationsPart = relationsOf(part);
  const relationsXml = needPart(pack, relationsPart);
  try {
    const workbook = root(xml);
    if (workbook.local !== 'workbook')
      throw new FileError('not a workbook', `This is not an .xlsx workbook, but ${otherKind(pack)}.`);
    const relations = new Map(readRelations(part, relationsXml, pack).map(relation => [relation.id, relation]));
    const list = child(xml, 'sheets', workbook);
    const sheets = [...children(xml, list?.inner ?? 0, list?.innerEnd ?? 0)].map(element => {
      const sheet = attributes(startTag(xml, element));
      const relation = relations.get(relationId(sheet));
      return {
        name: sheet.name ?? '',
        id: Number(sheet.sheetId),
        part: relation?.type === 'worksheet' && hasPart(pack, relation.target) ? relation.target : null,
        isHidden: (sheet.state ?? 'visible') !== 'visible',
      };
    });
    const settings = child(xml, 'workbookPr', workbook);
    return {
      part,
      xml,
      relationsPart,
      relationsXml,
      sheets,
      date1904: settings !== undefined && isTrue(attributes(startTag(xml, settings)).date1904),
    };
  } catch (error) {
    throw error instanceof FileError ? error : damaged(part);
  }
}

/**
 * Whether a file can be written to without harm; each refusal names the part it is about.
 *
 * @throws FileError for the strict variant of the format, a signature and a workbook without a sheet in view
 */
export function refuseWhatCannotBeCarried(pack: Package, workbook: Workbook): void {
  const signature =
    rootRelations(pack).find(({ type }) => type === 'origin')?.target ??
    partNames(pack).find(name => /^_xmlsignatures\//i.test(name));
  if (signature) {
    throw new FileError(
      'cannot carry',
      `The workbook is signed (${signature}): any change would break the signature. Work on an unsigned copy.`,
    );
  }
  const top = root(workbook.xml);
  if (startTag(workbook.xml, top).includes(STRICT)) {
    throw new FileError(
      'cannot carry',
      `The workbook is stored as "Strict Open XML" (${workbook.part}). Save it as an ordinary Excel workbook (.xlsx).`,
    );
  }
  const { sheets } = workbook;
  if (sheets.length > 0 && sheets.every(({ isHidden }) => isHidden)) {
    throw new FileError('cannot carry', 'All sheets of the workbook are hidden. Show one of them first.');
  }
}

/**
 * Refuses a workbook whose list of sheets is protected.
 *
 * @throws FileError that names the part
 */
export function refuseProtectedStructure(workbook: Workbook): void {
  const protection = child(workbook.xml, 'workbookProtection', root(workbook.xml));
  if (protection && isTrue(attributes(startTag(workbook.xml, protection)).lockStructure)) {
    throw new FileError(
      'cannot carry',
      `The structure of the workbook is protected (${workbook.part}). Unprotect it first (Review, Protect Workbook).`,
    );
  }
}

/**
 * Refuses a workbook of which a sheet can't be read: what is put into it could not be taken out again, as any sheet may speak
 * of what goes.
 *
 * @throws FileError that names the part
 */
export function refuseUnreadableSheets(pack: Package, workbook: Workbook): void {
  if (workbook.sheets.length === 0 && /\/worksheet"/.test(workbook.relationsXml)) throw damaged(workbook.part);
  for (const { part } of workbook.sheets) {
    if (part === null) continue;
    const xml = needPart(pack, part);
    read(part, () => root(xml));
  }
}

/** The names that people gave to cells and formulas; not those by which the format itself keeps what prints. */
export function definedNames({ part, xml }: Workbook): DefinedName[] {
  try {
    const list = child(xml, 'definedNames', root(xml));
    return [...(list ? children(xml, list.inner, list.innerEnd) : [])].flatMap(element => {
      const { name = '' } = attributes(startTag(xml, element));
      const formula = decode(xml.slice(element.inner, element.innerEnd)).trim();
      return name.startsWith('_xlnm.') ? [] : [{ name, formula: `=${formula}` }];
    });
  } catch (error) {
    throw error instanceof FileError ? error : damaged(part);
  }
}

/** The name of the part that holds another part's relationships. */
export function relationsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/**
 * A part's relationships to other parts of the package; links to the outside are left out.
 *
 * @param part  the part whose relationships they are; '' for the package itself
 * @param xml   the text of its relationships part
 * @param pack  the package, so that targets are spelled as its parts are named
 */
export function readRelations(part: string, xml: string, pack?: Package): Relation[] {
  const top = root(xml);
  return [...children(xml, top.inner, top.innerEnd)]
    .map(element => attributes(startTag(xml, element)))
    .filter(relation => relation.TargetMode !== 'External')
    .map(relation => ({
      id: relation.Id ?? '',
      type: (relation.Type ?? '').slice((relation.Type ?? '').lastIndexOf('/') + 1),
      target: pack
        ? storedPartName(pack, resolved(part, relation.Target ?? ''))
        : resolved(part, relation.Target ?? ''),
    }));
}

/** An attribute of an xsd:boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function rootRelations(pack: Package): Relation[] {
  const xml = readPart(pack, '_rels/.rels');
  if (xml === undefined) return [];
  try {
    return readRelations('', xml, pack);
  } catch {
    throw damaged('_rels/.rels');
  }
}

function otherKind(pack: Package): string {
  if (pack.entries.has('mimetype')) return 'an OpenDocument file. Open it in LibreOffice and save it as .xlsx';
  if (pack.entries.has('word/document.xml')) return 'a text document';
  if (pack.entries.has('ppt/presentation.xml')) return 'a presentation';
  return 'another kind of archive';
}

/** The relationship id among an element's attributes, whatever prefix its namespace has. */
function relationId(of: Record<string, string>): string {
  const name = Object.keys(of).find(key => key.endsWith(':id'));
  return name ? of[name]! : '';
}

/** A relationship's target as a part name: relative to the folder of its source, or absolute with a slash. */
function resolved(source: string, target: string): string {
  const steps = target.trim().replace(/\\/g, '/').replace(/#.*$/, '');
  const path = steps.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of steps.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
