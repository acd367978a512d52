import { isFigure } from '../../drift';
import type { Kpi, Register } from '../../workbook/register';
import { sameName } from '../../workbook/sheets/names';

/**
 * What each figure of a share is a share of, where the workbook tracks that too: the figures of its *Out of* KPI. Small
 * denominators then do not pass for changes.
 *
 * @param kpi       the KPI
 * @param values    its figures, one a period
 * @param register  every KPI of the workbook
 * @returns         one denominator a period; null where there is none, where a figure is no share of it, or where it is no count
 */
export function denominators(
  kpi: Kpi,
  values: readonly (number | null)[],
  register: Register,
): (number | null)[] | null {
  const whole =
    kpi.outOf === '' ? undefined : [...register.kpis, ...register.paused].find(({ name }) => sameName(name, kpi.outOf));
  if (!whole) return null;
  const counts = values.map((_, i) => whole.values[i] ?? null);
  const isShare = (value: number | null, i: number) =>
    !isFigure(value) || (value >= 0 && value <= 1 && Number.isInteger(counts[i]) && counts[i]! > 0);
  return values.every(isShare) ? counts : null;
}
