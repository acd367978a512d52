import { isFigure } from '../drift';
import type { Register } from '../workbook/register';

/** The chance of a false alarm that one KPI may have in a year, however few there are. */
const MOST = 0.1;
/** The chance that a workbook in which nothing changed raises nothing in a year. */
const QUIET = 0.5;

/**
 * What each KPI of a workbook may spend on false alarms, so that a workbook in which nothing changed is quiet in every
 * second year at least, however many KPIs it has. KPIs that have no figure yet cost nothing.
 *
 * @param kpis  the KPIs of the register
 * @returns     the chance allowed a year, a fraction
 * @source      method.md section 3: min(10 %, 1 − ½^(1/n)), independent KPIs
 */
export function falseAlarmsEach({ kpis }: Pick<Register, 'kpis'>): number {
  const judged = kpis.filter(({ values }) => values.some(isFigure)).length;
  return judged === 0 ? MOST : Math.min(MOST, 1 - QUIET ** (1 / judged));
}
