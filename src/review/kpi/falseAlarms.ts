import { falseAlarmsAmong, isFigure } from '../../drift';
import type { Register } from '../../workbook/register';

/**
 * What each KPI of a workbook may spend on false alarms. KPIs that have no figure yet cost nothing.
 *
 * @param kpis  the KPIs of the register
 * @returns     the chance allowed a year, a fraction
 */
export function falseAlarmsEach({ kpis }: Pick<Register, 'kpis'>): number {
  return falseAlarmsAmong(kpis.filter(({ values }) => values.some(isFigure)).length);
}
