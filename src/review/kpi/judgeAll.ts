import type { Period, Register } from '../../workbook/register';
import { type MomentumAt, momentumOf } from '../score/momenta';
import type { KpiReview } from '../types';
import { type Judged, judge, judgedPeriods } from './judged';
import { kpiReview } from './kpiReview';

/** Every KPI of a workbook, judged; the arrays run over its KPIs. */
export interface JudgedKpis {
  periods: Period[];
  judged: Judged[];
  momenta: MomentumAt[];
  kpis: KpiReview[];
}

/**
 * Judges every KPI of a workbook: the one place from which the review, the dashboard and a cell have their verdicts.
 *
 * @param register  the Compass sheets, read and checked
 */
export function judgeAll(register: Register): JudgedKpis {
  const periods = judgedPeriods(register);
  const judged = register.kpis.map(kpi => judge(kpi, periods, register));
  const momenta = judged.map(momentumOf);
  const kpis = judged.map((one, i) => kpiReview(one, momenta[i]!, register.strategy.cadence));
  return { periods, judged, momenta, kpis };
}
