import type { PeriodOptions } from '../../cells/readPeriod';
import type { Snapshot } from '../../workbook/snapshot';
import type { Found } from '../describe';

export function sheetsOfPeriods(
  _snapshot: Snapshot,
  _sheets: string[],
  _found: Found[],
  _options: PeriodOptions,
): Found[] {
  return [];
}
