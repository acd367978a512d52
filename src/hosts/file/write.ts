import { type Move, movedSpan } from '../../cells/references';
import { type AddSheet, type Edit, type FormatCells, isFormula, type WriteCells } from '../../workbook/edit';
import { moveOf } from '../../workbook/edits/moveCells';
import { addChart, addNote } from './looks/attached';
import { addConditionalFormat, addEntryRule, addSparkline, setPage } from './looks/rules';
import { FileError, read } from './package/errors';
import { addPart, addSheet } from './package/manifest';
import { hasPart, keyOf, needPart, openPackage, partNames, readPart, repack } from './package/package';
import { readWorkbook, refuseUnreadableSheets, refuseWhatCannotBeCarried } from './package/workbook';
import { child, withAttribute } from './package/xml';
import { followFormulas } from './sheets/calculationParts';
import { looksLikeFormula, setContent } from './sheets/content';
import { type Draft, type DraftSheet, finishDraft, openSheet, startDraft, styleNumber, stylesOf } from './sheets/draft';
import { refuseIfChanged } from './sheets/expectations';
import { anchoredParts, followMove, movedAnchors, refuseWhatWouldNotMove } from './sheets/insertion';
import { keepValues } from './sheets/keepValues';
import { newSheetXml } from './sheets/newSheet';
import { shiftPlaces } from './sheets/places';
import { removeSheetFrom } from './sheets/removeSheet';
import { forgetSharedTexts } from './sheets/sharedTexts';
import { type CellXml, formulaOf, moveCells, parseSheet, printSheet, touchCell, unshareFormulas } from './sheets/sheet';

/** What no sheet's name may hold, and how long it may be. */
const NO_SHEET_NAME = /[[\]:*?/\\]|^'|'$|^$|^.{32,}$/;

/**
 * Writes edits into somebody's .xlsx file. Only the parts that an edit concerns are changed, and in them only its cells;
 * every other part stays byte for byte what it was: charts, pictures, pivot tables, macros, properties.
 *
 * Results are written with their formulas, so nothing needs to be calculated when the file is opened; only where an edit
 * does not know a formula's result, or a formula that was there speaks of what was changed, is the spreadsheet asked to.
 *
 * @param bytes  the file
 * @param edits  applied in order, all or none
 * @returns      the new file
 * @throws       FileError where the file can't be read or carried whole, or a cell does not hold what an edit expects
 */
export async function applyToFile(bytes: Uint8Array, edits: Edit[]): Promise<Uint8Array> {
  const pack = openPackage(bytes);
  const workbook = readWorkbook(pack);
  refuseWhatCannotBeCarried(pack, workbook);
  if (edits.some(({ kind }) => kind === 'add sheet')) refuseUnreadableSheets(pack, workbook);
  refuseIfChanged(pack, workbook, edits);
  const draft = startDraft(pack, workbook);
  for (const [index, edit] of edits.entries()) {
    if (edit.kind === 'remove sheet') draft.going = sheetsToGo(edits.slice(index + 1));
    apply(draft, edit);
  }
  forgetSharedTexts(draft);
  if (draft.formulasMoved) followFormulas(draft);
  return repack(pack, finishDraft(draft));
}

/** The sheets that edits take out before they do anything else, in lower case. */
function sheetsToGo(edits: Edit[]): Set<string> {
  const other = edits.findIndex(({ kind }) => kind !== 'remove sheet');
  return new Set(edits.slice(0, other < 0 ? edits.length : other).map(({ sheet }) => sheet.toLowerCase()));
}

function apply(draft: Draft, edit: Edit): void {
  switch (edit.kind) {
    case 'add sheet':
      addSheetTo(draft, edit);
      break;
    case 'write':
      write(draft, edit);
      break;
    case 'keep values':
      keepValues(draft, edit);
      break;
    case 'format':
      format(draft, edit);
      break;
    case 'insert rows':
    case 'remove rows':
    case 'remove columns':
      moveOn(draft, moveOf(edit));
      break;
    case 'remove sheet':
      removeSheetFrom(draft, edit);
      break;
    case 'chart':
      addChart(draft, edit);
      break;
    case 'note':
      addNote(draft, edit);
      break;
    case 'sparkline':
      addSparkline(draft, edit);
      break;
    case 'conditional format':
      addConditionalFormat(draft, edit);
      break;
    case 'validation':
    case 'protect':
      addEntryRule(draft, edit);
      break;
    case 'page':
      setPage(draft, edit);
      break;
  }
}

function addSheetTo(draft: Draft, edit: AddSheet): void {
  const { workbook, folder, pack, sheets, manifest } = draft;
  const name = edit.sheet;
  if (NO_SHEET_NAME.test(name)) throw new FileError('wrong edit', `'${name}' can't be the name of a sheet.`);
  const added = new Set([...sheets.values()].map(({ part }) => keyOf(part)));
  let number = workbook.sheets.length + 1;
  const isTaken = (part: string) => hasPart(pack, part) || added.has(keyOf(part));
  while (isTaken(`${folder}worksheets/sheet${number}.xml`)) number += 1;
  const path = `worksheets/sheet${number}.xml`;
  addSheet(manifest, name, addPart(manifest, 'worksheet', folder, path));
  const { widths = [] } = edit;
  sheets.set(name.toLowerCase(), {
    name,
    part: folder + path,
    xml: parseSheet(newSheetXml(edit)),
    numbers: [],
    widths,
  });
}

function write(draft: Draft, { sheet: name, row, column, cells }: WriteCells): void {
  const sheet = openSheet(draft, name);
  for (const [r, line] of cells.entries()) {
    for (const [c, content] of line.entries()) {
      const [at, across] = [row + r, column + c];
      const cell = touchCell(sheet.xml, at, across);
      giveUpFormula(draft, sheet, cell);
      if (looksLikeFormula(content)) setStyle(cell, stylesOf(draft).styleWith(styleNumber(cell), {}, true));
      setContent(cell, content, sheet.xml.prefix);
      if (isFormula(content) && content.value === undefined) draft.needsCalculation = true;
      const value = isFormula(content) ? content.value : content;
      if (typeof value === 'number') sheet.numbers.push({ row: at, column: across, value });
    }
  }
}

/** Before a formula is overwritten: others may depend on its text, and one that fills several cells can't lose one of them. */
function giveUpFormula(draft: Draft, sheet: DraftSheet, cell: CellXml): void {
  const formula = formulaOf(cell);
  if (!formula) return;
  if (!child(cell.inner, 'v')) {
    throw new FileError(
      'not calculated',
      `${sheet.name}: a cell to be written holds a formula without a saved result. Open the file once in Excel or LibreOffice and save it.`,
    );
  }
  const { t } = formula.attributes;
  if (t === 'array' || t === 'dataTable') {
    throw new FileError(
      'cannot carry',
      `${sheet.name}: a cell to be written holds a formula that fills several cells (${sheet.part}). Clear it first.`,
    );
  }
  if (t === 'shared') read(sheet.part, () => unshareFormulas(sheet.xml));
  draft.formulasMoved = true;
}

function format(draft: Draft, { sheet: name, row, column, rows, columns, format: look }: FormatCells): void {
  const sheet = openSheet(draft, name);
  const styles = stylesOf(draft);
  for (let at = row; at < row + rows; at += 1) {
    for (let across = column; across < column + columns; across += 1) {
      const cell = touchCell(sheet.xml, at, across);
      setStyle(cell, styles.styleWith(styleNumber(cell), look));
    }
  }
}

function moveOn(draft: Draft, move: Move): void {
  const sheet = openSheet(draft, move.sheet);
  refuseWhatWouldNotMove(draft.pack, sheet.part, move);
  read(sheet.part, () => moveCells(sheet.xml, move));
  draft.formulasMoved = true;
  sheet.numbers = sheet.numbers.flatMap(number => {
    const span = movedSpan(number[move.axis], number[move.axis], move);
    return span ? [{ ...number, [move.axis]: span[0] }] : [];
  });
  for (const part of anchoredParts(draft.pack, sheet.part)) {
    const before = String(draft.others.get(part) ?? readPart(draft.pack, part));
    const moved = read(part, () => shiftPlaces(movedAnchors(before, move), sheet.name, move));
    if (moved !== before) draft.others.set(part, moved);
  }
  followElsewhere(draft, sheet, move);
}

/** Everything outside a sheet that speaks of cells which moved on it: other sheets, names, charts, tables. */
function followElsewhere(draft: Draft, moved: DraftSheet, move: Move): void {
  const { manifest, workbook, pack, sheets, others } = draft;
  manifest.workbook = followMove(workbook.part, manifest.workbook, '', move) ?? manifest.workbook;
  for (const sheet of sheets.values()) {
    if (sheet === moved) continue;
    const followed = followMove(sheet.part, printSheet(sheet.xml), sheet.name, move);
    if (followed) sheet.xml = parseSheet(followed);
  }
  const done = new Set([...sheets.values()].map(({ part }) => part));
  for (const { name, part } of workbook.sheets) {
    if (!part || done.has(part)) continue;
    done.add(part);
    const followed = read(part, () => followMove(part, needPart(pack, part), name, move));
    if (followed) sheets.set(name.toLowerCase(), { name, part, xml: parseSheet(followed), numbers: [] });
  }
  for (const name of partNames(pack)) {
    if (done.has(name) || others.get(name) === null || !/\/(charts|tables|pivotCache)\/[^/]+\.xml$/.test(name))
      continue;
    const before = others.get(name) ?? readPart(pack, name);
    const followed = read(name, () => followMove(name, String(before), '', move));
    if (followed) others.set(name, followed);
  }
}

function setStyle(cell: CellXml, style: number): void {
  cell.tag = withAttribute(cell.tag, 's', String(style));
}
