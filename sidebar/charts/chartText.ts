import type { Chart } from '../../src/review/types';
import { figuresIn } from '../words/figure';

/**
 * What a chart shows, in sentences: for screen readers, and for whoever would rather read.
 *
 * @param chart   the chart
 * @param name    what it is of
 * @param since   first day of the period in which the change began, `YYYY-MM-DD`
 * @returns       a title and a description
 */
export function chartText(chart: Chart, name: string, since?: string): { title: string; description: string } {
  const figure = figuresIn(chart.format);
  const label = (index: number) => chart.periods[index]?.label ?? '';
  const last = chart.values.reduce<number>((found, value, index) => (value === null ? found : index), -1);
  const onset = since === undefined ? -1 : chart.periods.findIndex(period => period.date === since);
  const sentences = [
    last < 0 ? 'No figures yet.' : `Latest ${figure(chart.values[last]!)} (${label(last)}).`,
    ...chart.regimes.map(
      regime =>
        `${chart.regimes.length > 1 ? `${label(regime.from)} to ${label(regime.to)}: usually` : 'Usually'} between ` +
        `${figure(regime.lower)} and ${figure(regime.upper)}, centre ${figure(regime.centre)}.`,
    ),
    chart.season === null || chart.regimes.length === 0
      ? ''
      : 'These leave the season out; the range in the chart follows it.',
    chart.target === null ? '' : `Target ${figure(chart.target)}.`,
    targetsInWords(chart, figure, label),
    chart.low === null || chart.high === null ? '' : `In range from ${figure(chart.low)} to ${figure(chart.high)}.`,
    onset < 0 ? '' : `Changed since ${label(onset)}.`,
    chart.points.length === 0 ? '' : `Points that count: ${chart.points.map(label).join(', ')}.`,
  ];
  const first = chart.periods.length === 0 ? '' : `, ${label(0)} to ${label(chart.periods.length - 1)}`;
  return { title: name + first, description: sentences.filter(sentence => sentence !== '').join(' ') };
}

/** The newest of the targets that each period has of its own. */
function targetsInWords({ targets = [] }: Chart, figure: (value: number) => string, label: (index: number) => string) {
  const last = targets.reduce<number>((found, target, index) => (target === null ? found : index), -1);
  return last < 0 ? '' : `Each period has its own target, ${label(last)} ${figure(targets[last]!)}.`;
}
