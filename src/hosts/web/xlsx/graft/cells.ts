import type { CellStyle } from 'hucre';
import { type Cell, isError } from '../../../../cells/value';
import type { LookChange } from '../../../file/looks/relook';
import { read } from '../../../file/package/errors';
import { withAttribute } from '../../../file/package/xml';
import { looksLikeFormula, setFormula, setResult, setValue } from '../../../file/sheets/content';
import { type Draft, type DraftSheet, openSheet, styleNumber, stylesOf } from '../../../file/sheets/draft';
import { type CellXml, findCell, formulaOf, touchCell, unshareFormulas } from '../../../file/sheets/sheet';
import { toFileSpelling } from '../../../univer/calculation/spelling';
import type { Contents, GridContent } from '../contents';
import type { FileStyleOf } from '../toFile';
import { lookChange } from './lookChange';

/** A sheet's cells as the file would open, and as they are now. */
export interface Both {
  before: Contents;
  now: Contents;
  /** What of a cell's look is another. */
  lookChange(before: GridContent, now: GridContent): LookChange | undefined;
}

/** Compares looks, each pair once. */
export function compareLooks(lookBefore: FileStyleOf, lookNow: FileStyleOf): Both['lookChange'] {
  const known = new Map<CellStyle | undefined, Map<CellStyle | undefined, LookChange | undefined>>();
  return ({ style: old }, { style: fresh }) => {
    const [before, now] = [lookBefore(old), lookNow(fresh)];
    const of = known.get(before) ?? new Map<CellStyle | undefined, LookChange | undefined>();
    known.set(before, of);
    if (!of.has(now)) of.set(now, lookChange(before, now));
    return of.get(now);
  };
}

const NOTHING: GridContent = { value: null };

/**
 * Writes the cells that are another than the file has: what they hold, what their formulas come to, how they look.
 *
 * @param name        the sheet, of the same name in both
 * @param isDoubtful  the workbook has formulas that the grid does not calculate: errors that are new may come of that, and
 *                    what the file says stays until a spreadsheet has calculated it
 */
export function graftCells(draft: Draft, name: string, { before, now, lookChange }: Both, isDoubtful: boolean): void {
  let sheet: DraftSheet | undefined;
  for (const row of inOrder(before, now)) {
    const [old, fresh] = [before.get(row), now.get(row)];
    for (const column of inOrder(old, fresh)) {
      const [was, is] = [old?.get(column) ?? NOTHING, fresh?.get(column) ?? NOTHING];
      let change = changeOf(was, is);
      const look = lookChange(was, is);
      if (change === 'result' && isDoubtful && isError(is.value)) {
        if (was.value !== null) draft.needsCalculation = true;
        change = undefined;
      }
      if (!change && !look) continue;
      sheet ??= openSheet(draft, name);
      if (change === 'content') giveUpFormula(draft, sheet, findCell(sheet.xml, row, column));
      const cell = touchCell(sheet.xml, row, column);
      if (look) setStyle(cell, stylesOf(draft).styleAs(styleNumber(cell), look));
      if (change === 'result') setResult(cell, is.value, sheet.xml.prefix);
      if (change === 'content') write(draft, sheet, cell, is);
      if (change && typeof is.value === 'number') sheet.numbers.push({ row, column, value: is.value });
    }
  }
}

function inOrder(one: ReadonlyMap<number, unknown> = new Map(), other: ReadonlyMap<number, unknown> = new Map()) {
  return [...new Set([...one.keys(), ...other.keys()])].sort((a, b) => a - b);
}

/** Whether a cell holds something else, or its formula only comes to something else. */
function changeOf(was: GridContent, is: GridContent): 'content' | 'result' | undefined {
  const isSame = sameValue(was.value, is.value);
  if (!is.formula) return was.formula || !isSame ? 'content' : undefined;
  if (!was.formula || plain(was.formula) !== plain(is.formula) || was.fills !== is.fills) return 'content';
  return isSame || is.value === null ? undefined : 'result';
}

function sameValue(one: Cell, other: Cell): boolean {
  return isError(one) && isError(other) ? one.error === other.error : one === other;
}

/** A formula without what the grid may spell in another way when it follows rows that move. */
function plain(formula: string): string {
  return formula.replace(/['\s]/g, '').toUpperCase();
}

function write(draft: Draft, sheet: DraftSheet, cell: CellXml, { formula, value, fills }: GridContent): void {
  const { prefix } = sheet.xml;
  if (formula) {
    setFormula(cell, toFileSpelling(formula), value, prefix, fills);
    if (value === null) draft.needsCalculation = true;
    return;
  }
  if (typeof value === 'string' && looksLikeFormula(value))
    setStyle(cell, stylesOf(draft).styleWith(styleNumber(cell), {}, true));
  setValue(cell, value, prefix);
}

/** Before a formula is overwritten: others may depend on its text. */
function giveUpFormula(draft: Draft, sheet: DraftSheet, cell: CellXml | undefined): void {
  const formula = cell && formulaOf(cell);
  if (!formula) return;
  if (formula.attributes.t === 'shared') read(sheet.part, () => unshareFormulas(sheet.xml));
  draft.formulasMoved = true;
}

function setStyle(cell: CellXml, style: number): void {
  cell.tag = withAttribute(cell.tag, 's', String(style));
}
