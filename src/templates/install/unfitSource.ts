import { printRange, type Range, sameSheet } from '../../cells/address';
import { isBlank } from '../../cells/value';
import { PRODUCT_SHEETS } from '../../workbook/sheets/compassSheets';
import { didYouMean } from '../../workbook/sheets/names';
import { shown } from '../../workbook/sheets/rowReader';
import { cellsOf, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { installedTemplates } from '../installed/installed';
import type { Template } from '../template';

/** Why a range can be no source at all; null where it may. */
export function unfitSource(template: Template, snapshot: Snapshot, range: Range): string | null {
  const { sheet } = range;
  const view = viewSheet(snapshot, sheet!);
  if (!view) {
    return `the workbook has no sheet '${sheet}'${didYouMean(sheet!, sheetNames(snapshot)) || '; it may have been deleted or renamed.'}`;
  }
  if (PRODUCT_SHEETS.some(name => sameSheet(name, sheet))) {
    return `${sheet} is calculated from your figures; choose the cells you type them into.`;
  }
  const own = installedTemplates(snapshot).filter(({ id }) => id === template.id);
  const itself = own.some(({ sheets }) => sheets.some(({ name }) => sameSheet(name, sheet)));
  if (itself) return `${sheet} was made by this template itself; choose the cells of your own sheet.`;
  const cells = cellsOf(range, view).map(({ row, column }) => view.cell(row, column));
  const text = cells.find(cell => (typeof cell === 'string' && !isBlank(cell)) || typeof cell === 'boolean');
  if (text === undefined || cells.some(cell => typeof cell === 'number')) return null;
  return `${printRange(range)} holds text, such as '${shown(text)}', and no figures.`;
}
