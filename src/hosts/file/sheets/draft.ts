import { sameSheet } from '../../../cells/address';
import { DAYS_TO_1904 } from '../looks/numberFormat';
import { EMPTY_STYLES, openStyles, type Styles } from '../looks/styles';
import { type StyleUse, saysNothing, styleUse, withoutUnused } from '../looks/unusedStyles';
import { CONTENT_TYPES, KIND } from '../package/contentTypes';
import { FileError, read } from '../package/errors';
import {
  addPart,
  askToCalculate,
  declarePart,
  forgetKind,
  type Manifest,
  type Printed,
  partOfKind,
  readManifest,
  setPrinted,
} from '../package/manifest';
import { hasPart, needPart, type Package, type PartChanges, partNames, readPart } from '../package/package';
import { isTrue, type SheetEntry, type Workbook } from '../package/workbook';
import { attributes, child, root, startTag, withAttribute } from '../package/xml';
import { raiseRows } from './rowHeight';
import { type CellXml, parseSheet, printSheet, type SheetXml, touchCell } from './sheet';
import { hasStaleResults } from './staleResults';

/** A workbook while edits are applied to it: only what an edit touches is ever opened. */
export interface Draft {
  pack: Package;
  workbook: Workbook;
  /** The workbook part's folder, with its slash. */
  folder: string;
  manifest: Manifest;
  /** Sheets that were opened or added, by their name in lower case. */
  sheets: Map<string, DraftSheet>;
  styles: Styles | null;
  /** Parts that are neither sheets nor manifest nor styles. */
  others: PartChanges;
  /** What prints of sheets. */
  printNames: Printed[];
  /** The numbers of the shared texts that sheets showed which are gone, once a cell. */
  goneTexts: number[];
  /** A formula was written whose result is not known. */
  needsCalculation: boolean;
  /** A formula was overwritten or moved. */
  formulasMoved: boolean;
  /** Sheets that the next edits take out, in lower case: what they say need not be followed any more. */
  going: Set<string>;
  /** Sheets that were taken out. */
  removed: SheetEntry[];
  /** Every sheet that the file had. */
  listed: SheetEntry[];
  /** Whether sheets that are protected are changed all the same; their protection stays. */
  evenProtected?: boolean;
}

export interface DraftSheet {
  name: string;
  part: string;
  xml: SheetXml;
  /** Where numbers were written. */
  numbers: { row: number; column: number; value: number }[];
  /** Only formulas became what they showed: nothing that reads the sheet comes to anything else. */
  keepsResults?: boolean;
  /** Of a new sheet: how wide its columns are, in characters. */
  widths?: number[];
}

/** A draft of a workbook, nothing changed yet. */
export function startDraft(pack: Package, workbook: Workbook): Draft {
  return {
    pack,
    workbook,
    folder: workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1),
    manifest: readManifest(pack, workbook),
    sheets: new Map(),
    styles: null,
    others: new Map(),
    printNames: [],
    goneTexts: [],
    needsCalculation: false,
    formulasMoved: false,
    going: new Set(),
    removed: [],
    listed: [...workbook.sheets],
  };
}

/** A sheet to be changed, opened when it is first asked for. */
export function openSheet(draft: Draft, name: string): DraftSheet {
  const key = name.toLowerCase();
  const opened = draft.sheets.get(key);
  if (opened) {
    opened.keepsResults = false;
    return opened;
  }
  const entry = draft.workbook.sheets.find(sheet => sameSheet(sheet.name, name));
  if (!entry?.part) throw new FileError('wrong edit', `The workbook has no sheet '${name}' with cells.`);
  const text = needPart(draft.pack, entry.part);
  const protection = read(entry.part, () => child(text, 'sheetProtection', root(text)));
  if (!draft.evenProtected && protection && isTrue(attributes(startTag(text, protection)).sheet)) {
    throw new FileError('cannot carry', `The sheet '${entry.name}' is protected (${entry.part}). Unprotect it first.`);
  }
  const sheet = { name: entry.name, part: entry.part, xml: read(entry.part, () => parseSheet(text)), numbers: [] };
  draft.sheets.set(key, sheet);
  return sheet;
}

export function stylesOf(draft: Draft): Styles {
  draft.styles ??= read(stylesPart(draft), () => openStyles(readPart(draft.pack, stylesPart(draft)) ?? EMPTY_STYLES));
  return draft.styles;
}

/** The name of the style sheet's part; where the workbook has none, of the one to be added. */
function stylesPart({ manifest, workbook, folder, pack }: Draft): string {
  const own = partOfKind(manifest, workbook, 'styles', pack);
  if (own) return own;
  // One that no relationship leads to is none of the workbook's.
  for (let number = 1; ; number += 1) {
    const part = `${folder}styles${number === 1 ? '' : number}.xml`;
    if (!hasPart(pack, part)) return part;
  }
}

/** The parts that the draft changes, adds and takes out. */
export function finishDraft(draft: Draft): PartChanges {
  const { manifest, workbook, sheets, pack, others } = draft;
  if (workbook.date1904) for (const sheet of sheets.values()) countFrom1904(sheet, stylesOf(draft));
  for (const { xml, widths } of sheets.values())
    if (widths) raiseRows(xml, widths, cell => stylesOf(draft).wraps(styleNumber(cell)));
  finishStyles(draft);
  for (const printed of draft.printNames) setPrinted(manifest, printed);
  if (
    draft.needsCalculation ||
    hasStaleResults(
      pack,
      workbook,
      [...sheets.values()].filter(({ keepsResults }) => !keepsResults),
    )
  )
    askToCalculate(manifest);
  const changes: PartChanges = new Map(others);
  for (const { part, xml } of sheets.values()) changes.set(part, printSheet(xml));
  if (draft.removed.length > 0) leaveOutStyles(draft, changes);
  if (manifest.workbook !== workbook.xml) changes.set(workbook.part, manifest.workbook);
  if (manifest.relations !== workbook.relationsXml) changes.set(workbook.relationsPart, manifest.relations);
  if (manifest.contentTypes !== needPart(pack, CONTENT_TYPES)) changes.set(CONTENT_TYPES, manifest.contentTypes);
  return changes;
}

/** Writes the style sheet with what was added and is used, and the final numbers of these styles into the cells. */
function finishStyles(draft: Draft): void {
  if (!draft.styles) return;
  const { manifest, workbook, folder, sheets, pack, others } = draft;
  const rows = [...sheets.values()].flatMap(sheet => sheet.xml.rows);
  const { xml, numbers } = draft.styles.print(new Set(rows.flatMap(({ cells }) => cells.map(styleNumber))));
  for (const row of rows) {
    for (const cell of row.cells) {
      const number = numbers.get(styleNumber(cell));
      if (number === undefined) continue;
      cell.tag = withAttribute(cell.tag, 's', String(number));
      row.source = null;
    }
  }
  const part = stylesPart(draft);
  if (xml === (readPart(pack, part) ?? EMPTY_STYLES)) return;
  if (!partOfKind(manifest, workbook, 'styles', pack)) addPart(manifest, 'styles', folder, part.slice(folder.length));
  else if (!hasPart(pack, part)) declarePart(manifest, part, KIND.styles);
  others.set(part, xml);
}

/** Leaves out of the style sheet what only sheets used that are gone; where nothing is left, the style sheet itself. */
function leaveOutStyles(draft: Draft, changes: PartChanges): void {
  const { manifest, workbook, pack, removed } = draft;
  const part = partOfKind(manifest, workbook, 'styles', pack);
  const own = part && (changes.get(part) ?? readPart(pack, part));
  if (!part || typeof own !== 'string') return;
  const [gone, stays] = [styleUse(''), styleUse('')];
  for (const sheet of removed) styleUse(readPart(pack, sheet.part!) ?? '', gone);
  const others = partNames(pack).filter(name => name !== part && MAY_USE_STYLES.test(name) && !changes.has(name));
  for (const name of others) styleUse(readPart(pack, name) ?? '', stays);
  for (const [name, text] of changes) if (name !== part && typeof text === 'string') styleUse(text, stays);
  const left = read(part, () => withoutUnused(own, gone, stays));
  if (saysNothing(left) && isUnused(stays)) {
    changes.set(part, null);
    forgetKind(manifest, workbook, 'styles', pack);
  } else if (left !== own) changes.set(part, left);
}

/** Parts that may refer to styles: all but a few large ones that do not. */
const MAY_USE_STYLES = /^(?!.*(sharedStrings|calcChain|theme|docProps|media|pivotCacheRecords|customXml)).*\.xml$/i;

function isUnused({ cells, looks }: StyleUse): boolean {
  return looks.size === 0 && [...cells].every(style => style === 0);
}

/** Days that were written, counted as this workbook counts them. */
function countFrom1904({ xml, numbers }: DraftSheet, styles: Styles): void {
  for (const { row, column, value } of numbers) {
    const cell = touchCell(xml, row, column);
    if (!styles.showsDay(styleNumber(cell))) continue;
    cell.inner = cell.inner.replace(`v>${value}<`, `v>${value - DAYS_TO_1904}<`);
  }
}

/** The number of a cell's style. */
export function styleNumber(cell: CellXml): number {
  return Number(attributes(cell.tag).s ?? 0);
}
