import type { JSX } from 'preact';
import type { Chart } from '../../src/review/types';
import { bands } from './band';
import { chartText } from './chartText';
import { extent, stretches } from './extent';
import { targetSteps } from './KpiChart';
import { toTenths as at, linearScale } from './scale';

const WIDTH = 96;
const HEIGHT = 30;
const EDGE = 4;

/**
 * A KPI's figures in one small picture: the usual range behind them, the target, the points that count, the newest figure.
 *
 * @param props  the chart and what it is of
 * @returns      an SVG with the same description as the large chart
 */
export function Sparkline({ chart, name }: { chart: Chart; name: string }): JSX.Element {
  const [low, high] = extent(chart);
  const step = (WIDTH - 2 * EDGE) / Math.max(chart.periods.length, 1);
  const x = (index: number) => at(EDGE + (index + 0.5) * step);
  const scale = linearScale(low, high, HEIGHT - EDGE, EDGE);
  const y = (value: number) => at(scale(value));
  const text = chartText(chart, name);
  const last = chart.values.reduce<number>((found, value, index) => (value === null ? found : index), -1);
  return (
    <svg class="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{text.title}</title>
      <desc>{text.description}</desc>
      {chart.regimes
        .flatMap(regime => bands(chart, regime))
        .map(band => {
          const start = at(EDGE + band.from * step);
          const end = at(EDGE + (band.to + 1) * step);
          const range = `M${start} ${y(band.upper)}H${end}V${y(band.lower)}H${start}z`;
          return <path key={band.from} class="chart-range" d={range} />;
        })}
      {[chart.target, chart.low, chart.high].map((value, index) =>
        // The three lines have no other identity than their place.
        value === null ? null : <path key={index} class="chart-target" d={`M${EDGE} ${y(value)}H${WIDTH - EDGE}`} />,
      )}
      {chart.targets && (
        <path class="chart-target" d={targetSteps(chart.targets, index => EDGE + index * step, scale)} />
      )}
      {stretches(chart.values).map(stretch => (
        <path
          key={stretch[0]}
          class="chart-values"
          d={stretch.map((index, i) => `${i === 0 ? 'M' : 'L'}${x(index)} ${y(chart.values[index]!)}`).join('')}
        />
      ))}
      {last >= 0 && <circle class="chart-newest" cx={x(last)} cy={y(chart.values[last]!)} r={2.4} />}
    </svg>
  );
}
