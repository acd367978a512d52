import { sameSheet } from '../../../cells/address';
import { DAYS_TO_1904 } from '../looks/numberFormat';
import { EMPTY_STYLES, openStyles, type Styles } from '../looks/styles';
import { damaged, FileError } from '../package/errors';
import {
  addPart,
  askToCalculate,
  CONTENT_TYPES,
  type Manifest,
  type Printed,
  readManifest,
  removeCalculationChain,
  setPrinted,
} from '../package/manifest';
import { type Changes, needPart, type Package, readPart } from '../package/package';
import { isTrue, readRelations, type Workbook } from '../package/workbook';
import { attributes, child, root, startTag } from '../package/xml';
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
  others: Changes;
  /** What prints of sheets. */
  printNames: Printed[];
  /** A formula was written whose result is not known. */
  needsCalculation: boolean;
  /** A formula was overwritten or moved. */
  formulasMoved: boolean;
}

export interface DraftSheet {
  name: string;
  part: string;
  xml: SheetXml;
  /** Where numbers were written. */
  numbers: { row: number; column: number; value: number }[];
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
    needsCalculation: false,
    formulasMoved: false,
  };
}

/** A sheet to be changed, opened when it is first asked for. */
export function openSheet(draft: Draft, name: string): DraftSheet {
  const key = name.toLowerCase();
  const opened = draft.sheets.get(key);
  if (opened) return opened;
  const entry = draft.workbook.sheets.find(sheet => sameSheet(sheet.name, name));
  if (!entry?.part) throw new FileError('wrong edit', `The workbook has no sheet '${name}' with cells.`);
  const text = needPart(draft.pack, entry.part);
  const protection = read(entry.part, () => child(text, 'sheetProtection', root(text)));
  if (protection && isTrue(attributes(startTag(text, protection)).sheet)) {
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
function stylesPart({ workbook, folder }: Draft): string {
  const relation = readRelations(workbook.part, workbook.relationsXml).find(({ type }) => type === 'styles');
  return relation?.target ?? `${folder}styles.xml`;
}

/** The parts that the draft changes, adds and takes out. */
export function finishDraft(draft: Draft): Changes {
  const { manifest, workbook, sheets, folder, pack } = draft;
  if (workbook.date1904) for (const sheet of sheets.values()) countFrom1904(sheet, stylesOf(draft));
  for (const { xml, widths } of sheets.values())
    if (widths) raiseRows(xml, widths, cell => stylesOf(draft).wraps(styleOf(cell)));
  const changes: Changes = new Map(draft.others);
  for (const { part, xml } of sheets.values()) changes.set(part, printSheet(xml));
  if (draft.styles) {
    const part = stylesPart(draft);
    if (!pack.entries.has(part.toLowerCase())) addPart(manifest, 'styles', folder, part.slice(folder.length));
    changes.set(part, draft.styles.print());
  }
  for (const printed of draft.printNames) setPrinted(manifest, printed);
  if (draft.needsCalculation || hasStaleResults(pack, workbook, [...sheets.values()])) askToCalculate(manifest);
  const chain = draft.formulasMoved ? removeCalculationChain(manifest, workbook) : undefined;
  if (chain) changes.set(chain, null);
  if (manifest.workbook !== workbook.xml) changes.set(workbook.part, manifest.workbook);
  if (manifest.relations !== workbook.relationsXml) changes.set(workbook.relationsPart, manifest.relations);
  if (manifest.contentTypes !== needPart(pack, CONTENT_TYPES)) changes.set(CONTENT_TYPES, manifest.contentTypes);
  return changes;
}

/** Days that were written, counted as this workbook counts them. */
function countFrom1904({ xml, numbers }: DraftSheet, styles: Styles): void {
  for (const { row, column, value } of numbers) {
    const cell = touchCell(xml, row, column);
    if (!styles.showsDay(styleOf(cell))) continue;
    cell.inner = cell.inner.replace(`v>${value}<`, `v>${value - DAYS_TO_1904}<`);
  }
}

/** The number of a cell's style. */
export function styleOf(cell: CellXml): number {
  return Number(attributes(cell.tag).s ?? 0);
}

/** Reads a part; where it is not what it should be, the error names it. */
export function read<T>(part: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof FileError ? error : damaged(part);
  }
}
