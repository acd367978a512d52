import type { Kpi } from '../../workbook/register';

/**
 * What a KPI aims at in a period: its own target there, where each period has one.
 *
 * @param period  0-based, of the register's periods
 */
export function aimAt(kpi: Kpi, period: number): Kpi {
  return kpi.targets ? { ...kpi, target: kpi.targets[period] ?? null } : kpi;
}
