import type { Chart } from '../../src/review/types';
import { figuresIn } from '../words/figure';
import { bands } from './band';
import type { Mark } from './KpiChart';

/**
 * One period of a chart in words: its figure, how it compares with the normal range, the year before, and what was decided then.
 *
 * @param chart       the chart
 * @param period      0-based
 * @param marks       decisions
 * @param yearBefore  the figures of the same periods a year before, or none
 * @returns           "Mar 2026: 412, below the normal range of 420 to 530. Mar 2025: 480. Decided: watch."
 */
export function describePeriod(chart: Chart, period: number, marks: Mark[], yearBefore: (number | null)[]): string {
  const figure = figuresIn(chart.format);
  const value = chart.values[period] ?? null;
  const regime = chart.regimes.find(({ from, to }) => from <= period && period <= to);
  const band = regime && bands(chart, regime).find(({ from, to }) => from <= period && period <= to);
  const where =
    value === null || !band
      ? ''
      : `, ${value < band.lower ? 'below' : value > band.upper ? 'above' : 'inside'} the normal range of ${figure(band.lower)} to ${figure(band.upper)}`;
  const before = yearBefore[period] ?? null;
  const said = [
    `${chart.periods[period]?.label}: ${value === null ? 'no figure' : figure(value)}${where}`,
    before === null ? '' : `A year before: ${figure(before)}`,
    ...marks.filter(mark => mark.period === period).map(({ text }) => text),
  ];
  return `${said.filter(text => text !== '').join('. ')}.`;
}
