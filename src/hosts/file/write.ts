import { type Edit, type FormatCells, isFormula, type WriteCells } from '../../workbook/edit';
import { moveOf } from '../../workbook/edits/moveCells';
import { addChart, addNote } from './looks/attached';
import { addConditionalFormat, addEntryRule, addSparkline, setPage } from './looks/rules';
import { FileError, read } from './package/errors';
import { openPackage, repack } from './package/package';
import {
  readWorkbook,
  refuseProtectedStructure,
  refuseUnreadableSheets,
  refuseWhatCannotBeCarried,
} from './package/workbook';
import { child, withAttribute } from './package/xml';
import { addSheetTo } from './sheets/addSheet';
import { followFormulas } from './sheets/calculationParts';
import { looksLikeFormula, setContent } from './sheets/content';
import { type Draft, type DraftSheet, finishDraft, openSheet, startDraft, styleNumber, stylesOf } from './sheets/draft';
import { refuseIfChanged } from './sheets/expectations';
import { keepValues } from './sheets/keepValues';
import { moveOn } from './sheets/moveOn';
import { removeSheetFrom } from './sheets/removeSheet';
import { forgetSharedTexts } from './sheets/sharedTexts';
import { type CellXml, formulaOf, touchCell, unshareFormulas } from './sheets/sheet';

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
  refuseProtectedStructure(workbook);
  if (edits.some(({ kind }) => kind === 'add sheet')) refuseUnreadableSheets(pack, workbook);
  refuseIfChanged(pack, workbook, edits);
  const draft = startDraft(pack, workbook);
  for (const [index, edit] of edits.entries()) {
    if (edit.kind === 'remove sheet') draft.going = sheetsToGo(edits.slice(index + 1));
    apply(draft, edit);
  }
  return packed(draft);
}

/** The file that a draft has become. */
export function packed(draft: Draft): Uint8Array {
  forgetSharedTexts(draft);
  if (draft.formulasMoved) followFormulas(draft);
  return repack(draft.pack, finishDraft(draft));
}

/** The sheets that edits take out before they do anything else, in lower case. */
function sheetsToGo(edits: Edit[]): Set<string> {
  const other = edits.findIndex(({ kind }) => kind !== 'remove sheet');
  return new Set(edits.slice(0, other < 0 ? edits.length : other).map(({ sheet }) => sheet.toLowerCase()));
}

/** Applies one edit to a draft. */
export function apply(draft: Draft, edit: Edit): void {
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

function setStyle(cell: CellXml, style: number): void {
  cell.tag = withAttribute(cell.tag, 's', String(style));
}
