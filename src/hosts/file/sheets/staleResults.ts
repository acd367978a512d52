import { hasPart, needPart } from '../package/package';
import type { Draft } from './draft';
import { mentions } from './insertion';

const FORMULAS = /<(?:\w+:)?f\b[^>]*>[^<]+</g;

/**
 * Whether the saved result of a formula may no longer hold: one that stood in the workbook before and speaks of a sheet that
 * was changed, as the dashboard does of KPIs that are tracked later.
 *
 * @param draft  with every edit applied
 */
export function hasStaleResults({ pack, workbook, sheets }: Draft): boolean {
  const changed = [...sheets.values()].filter(({ part }) => hasPart(pack, part));
  if (changed.length === 0) return false;
  return workbook.sheets.some(({ part }) => {
    const formulas = part && hasPart(pack, part) ? needPart(pack, part).match(FORMULAS) : null;
    return formulas !== null && changed.some(({ name }) => mentions(formulas.join('\n'), name));
  });
}
