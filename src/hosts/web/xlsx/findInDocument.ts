import { sameSheet } from '../../../cells/address';
import { type Discovery, discover } from '../../../discover';
import { KPIS } from '../../../workbook/sheets/compassSheets';
import type { WorkbookDocument } from '../document';
import { documentSnapshot, hasVolatile, isCalculated } from '../documentSnapshot';

/**
 * Looks for series in a workbook whose grid is not there yet.
 *
 * @returns  null where it has KPIs already, or figures that are yet to be calculated: then nobody waits for it, or the grid knows more
 */
export function findInDocument(
  document: Pick<WorkbookDocument, 'data' | 'spilled'>,
  { today, locale }: { today: number; locale: string },
): Discovery | null {
  const names = document.data.sheetOrder.map(id => document.data.sheets[id]?.name ?? '');
  if (names.some(name => sameSheet(name, KPIS.name))) return null;
  const snapshot = documentSnapshot(document, { today, locale, further: names.map(sheet => ({ sheet })) });
  return isCalculated(snapshot) && !hasVolatile(snapshot) ? discover(snapshot) : null;
}
