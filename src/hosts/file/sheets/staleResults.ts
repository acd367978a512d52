import { hasPart, needPart, type Package } from '../package/package';
import type { Workbook } from '../package/workbook';
import { mentions } from './insertion';

const FORMULAS = /<(?:\w+:)?f\b[^>]*>[^<]+</g;

/**
 * Whether the saved result of a formula may no longer hold: one that was in the workbook before and speaks of a sheet that
 * was changed, as the dashboard does of KPIs that are tracked later.
 *
 * @param pack      the file as it was
 * @param workbook  its sheets
 * @param touched   the sheets that edits have written to or added, by name and part
 */
export function hasStaleResults(pack: Package, workbook: Workbook, touched: { name: string; part: string }[]): boolean {
  const changed = touched.filter(({ part }) => hasPart(pack, part));
  if (changed.length === 0) return false;
  return workbook.sheets.some(({ part }) => {
    const formulas = part && hasPart(pack, part) ? needPart(pack, part).match(FORMULAS) : null;
    return formulas !== null && changed.some(({ name }) => mentions(formulas.join('\n'), name));
  });
}
