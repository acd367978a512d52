import { parseRange, sameSheet } from '../../../cells/address';
import type { KeepValues } from '../../../workbook/edit';
import { read } from '../package/errors';
import { child, spliced, withAttribute } from '../package/xml';
import { type Draft, openSheet } from './draft';
import { type CellXml, findCell, formulaOf, type SheetXml, touchCell, unshareFormulas } from './sheet';

/**
 * Takes formulas out of their cells; the results that were saved with them stay as they were written, and so do those of
 * all cells that a formula fills. One without a saved result stays.
 */
export function keepValues(draft: Draft, { sheet: name, row, column, expected }: KeepValues): void {
  // No other formula comes to anything else by that.
  const settled = draft.sheets.get(name.toLowerCase())?.keepsResults ?? isUntouched(draft, name);
  const sheet = openSheet(draft, name);
  sheet.keepsResults = settled;
  for (const [r, line] of expected.entries()) {
    for (const c of line.keys()) read(sheet.part, () => keepValue(sheet.xml, row + r, column + c));
  }
  draft.formulasMoved = true;
}

function isUntouched(draft: Draft, name: string): boolean {
  return ![...draft.sheets.values()].some(sheet => sameSheet(sheet.name, name));
}

function keepValue(sheet: SheetXml, row: number, column: number): void {
  const found = findCell(sheet, row, column);
  const formula = found && formulaOf(found);
  if (!formula || !child(found.inner, 'v')) return;
  if (formula.attributes.t === 'shared') unshareFormulas(sheet);
  const cell = touchCell(sheet, row, column);
  const { start, end } = child(cell.inner, 'f')!;
  cell.inner = spliced(cell.inner, [{ start, end, text: '' }]);
  cell.tag = withAttribute(cell.tag, 'cm', null);
  asOwnValue(cell, sheet.prefix);
  const { t, ref } = formula.attributes;
  if (t !== 'array' || ref === undefined) return;
  const filled = parseRange(ref);
  for (let r = filled.top; r <= filled.bottom!; r++) {
    for (let c = filled.left; c <= filled.right!; c++) {
      if (findCell(sheet, r, c)) asOwnValue(touchCell(sheet, r, c), sheet.prefix);
    }
  }
}

/** A text that a formula gave, as a text of the cell's own; an empty one leaves the cell empty. */
function asOwnValue(cell: CellXml, prefix: string): void {
  const value = child(cell.inner, 'v');
  if (!value || !/\st="str"/.test(cell.tag)) return;
  const text = cell.inner.slice(value.inner, value.innerEnd);
  cell.tag = withAttribute(cell.tag, 't', text === '' ? null : 'inlineStr');
  cell.inner = text === '' ? '' : `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>`;
}
