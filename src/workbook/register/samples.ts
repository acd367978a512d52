import { counted as inWords } from '../../cells/english';
import type { Kpi, Problem } from '../register';

/**
 * Leaves the KPIs of a sample out of a workbook that has KPIs of its own: a stranger's figures count in nobody's score.
 *
 * @param kpis      all of them, with their figures
 * @param problems  takes that they were left out
 * @returns         those that count, and the others
 */
export function withoutSamples(kpis: Kpi[], problems: Problem[]): { counted: Kpi[]; samples: Kpi[] } {
  const samples = kpis.filter(({ sample }) => sample);
  const own = kpis.filter(({ sample, values }) => !sample && values.some(value => value !== null));
  if (samples.length === 0 || own.length === 0) return { counted: kpis, samples: [] };
  const verb = samples.length === 1 ? 'does' : 'do';
  const message = `${inWords(samples.length, 'KPI')} of sample data ${verb} not count, because this workbook has KPIs of its own. Remove the sample on the page KPIs, or with compass remove --samples.`;
  problems.push({ severity: 'note', message, place: samples[0]!.place });
  return { counted: kpis.filter(({ sample }) => !sample), samples };
}
