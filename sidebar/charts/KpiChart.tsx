import type { JSX } from 'preact';
import type { Chart } from '../../src/review/types';
import { figuresIn } from '../words/figure';
import { bands } from './band';
import { chartText } from './chartText';
import { extent, stretches } from './extent';
import { labelPlace } from './labelPlace';
import { toTenths as at, linearScale, roundTicks } from './scale';

const WIDTH = 288;
const HEIGHT = 150;
const TOP = 18;
const BOTTOM = 22;
const RIGHT = 6;
/** Average width of a digit at the chart's font size. */
const DIGIT = 5.6;

export interface KpiChartProps {
  chart: Chart;
  /** What the chart is of. */
  name: string;
  /** First day of the period in which the change began, `YYYY-MM-DD`. */
  since?: string;
  /** Whether the points that count speak of a good change. */
  good?: boolean;
}

/** A diamond around a point, so that shape as well as colour shows what counts. */
function diamond(x: number, y: number, radius: number): string {
  return `M${at(x)} ${at(y - radius)}l${radius} ${radius}l${-radius} ${radius}l${-radius} ${-radius}z`;
}

/**
 * The picture of a KPI: its figures, the usual range and its centre before and after a break, the points that count,
 * the target and where the change began. The same facts are in its description for those who don't see it.
 *
 * @param props  the chart and what it is of
 * @returns      an SVG that is readable from 280 pixels on
 */
export function KpiChart({ chart, name, since, good = false }: KpiChartProps): JSX.Element {
  const figure = figuresIn(chart.format);
  const [low, high] = extent(chart);
  const ticks = roundTicks(low, high, 4).map(value => ({ value, text: figure(value) }));
  const labels = ticks.filter((tick, index) => tick.text !== ticks[index - 1]?.text);
  const left = Math.ceil(Math.max(...labels.map(tick => tick.text.length)) * DIGIT) + 8;
  const step = (WIDTH - RIGHT - left) / Math.max(chart.periods.length, 1);
  const x = (index: number) => left + (index + 0.5) * step;
  const y = linearScale(low, high, HEIGHT - BOTTOM, TOP);
  const text = chartText(chart, name, since);
  const onset = since === undefined ? -1 : chart.periods.findIndex(period => period.date === since);
  const counted = new Set(chart.points);
  const lines = stretches(chart.values).map(stretch =>
    stretch.map(index => ({ x: x(index), y: y(chart.values[index]!) })),
  );
  const levels = [
    { value: chart.target, name: 'target' },
    { value: chart.high, name: 'high' },
    { value: chart.low, name: 'low' },
  ].flatMap(({ value, name }) =>
    value === null ? [] : [{ name, height: at(y(value)), text: `${name} ${figure(value)}` }],
  );
  if (lines.length === 0) return <p class="hint">No figures yet.</p>;

  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{text.title}</title>
      <desc>{text.description}</desc>
      {labels.map(tick => (
        <g key={tick.value}>
          <path class="chart-grid" d={`M${left} ${at(y(tick.value))}H${WIDTH - RIGHT}`} />
          <text class="chart-label" x={left - 5} y={at(y(tick.value) + 3.5)} text-anchor="end">
            {tick.text}
          </text>
        </g>
      ))}
      <UsualRange chart={chart} left={at(left)} step={step} y={y} />
      {onset >= 0 && <Onset x={at(x(onset) - step / 2)} label={`since ${chart.periods[onset]!.label}`} />}
      {levels.map(level => (
        <path key={level.name} class="chart-target" d={`M${left} ${level.height}H${WIDTH - RIGHT}`} />
      ))}
      {chart.targets && <path class="chart-target" d={targetSteps(chart.targets, index => left + index * step, y)} />}
      {lines.map(line => (
        <path
          key={line[0]!.x}
          class="chart-values"
          d={line.map((point, i) => `${i === 0 ? 'M' : 'L'}${at(point.x)} ${at(point.y)}`).join('')}
        />
      ))}
      {chart.values.map((value, index) => {
        if (value === null) return null;
        const key = chart.periods[index]?.date ?? index;
        if (counted.has(index))
          return <path key={key} class={good ? 'chart-good' : 'chart-adverse'} d={diamond(x(index), y(value), 4.5)} />;
        return <circle key={key} class="chart-point" cx={at(x(index))} cy={at(y(value))} r={step < 4 ? 1 : 1.8} />;
      })}
      {levels.map(level => {
        const area = { left, right: WIDTH - RIGHT, top: TOP - 8, bottom: HEIGHT - BOTTOM };
        const place = labelPlace(level.text, level.height, area, lines);
        return (
          <text key={level.name} class="chart-mark" x={place.x} y={at(place.y)} text-anchor={place.anchor}>
            {level.text}
          </text>
        );
      })}
      <PeriodLabels chart={chart} left={left} />
    </svg>
  );
}

/** The targets of single periods as steps; a period without one leaves a gap. */
export function targetSteps(
  targets: (number | null)[],
  edge: (index: number) => number,
  y: (value: number) => number,
): string {
  return targets
    .map((target, index) => {
      if (target === null) return '';
      const start = typeof targets[index - 1] === 'number' ? 'L' : 'M';
      return `${start}${at(edge(index))} ${at(y(target))}H${at(edge(index + 1))}`;
    })
    .join('');
}

/** Centre line and limits, a step a regime; with a season they go from period to period as it does. */
function UsualRange({ chart, left, step, y }: { chart: Chart; left: number; step: number; y: (v: number) => number }) {
  return (
    <g>
      {chart.regimes.map(regime => {
        const corners = bands(chart, regime).flatMap(({ from, to, ...band }) => {
          const ends = chart.season ? [from + 0.5] : [from, to + 1];
          return ends.map(end => ({ x: at(left + end * step), ...band }));
        });
        const along = (level: 'centre' | 'lower' | 'upper') =>
          corners.map((corner, i) => `${i === 0 ? 'M' : 'L'}${corner.x} ${at(y(corner[level]))}`).join('');
        const back = [...corners].reverse().map(({ x, lower }) => `L${x} ${at(y(lower))}`);
        return (
          <g key={regime.from}>
            <path class="chart-range" d={`${along('upper')}${back.join('')}z`} />
            <path class="chart-limit" d={along('upper') + along('lower')} />
            <path class="chart-centre" d={along('centre')} />
          </g>
        );
      })}
    </g>
  );
}

/** Where the change began. */
function Onset({ x, label }: { x: number; label: string }) {
  const toTheRight = x < WIDTH / 2;
  return (
    <g>
      <path class="chart-onset" d={`M${x} ${TOP - 6}V${HEIGHT - BOTTOM}`} />
      <text class="chart-mark" x={toTheRight ? x + 3 : x - 3} y={10} text-anchor={toTheRight ? 'start' : 'end'}>
        {label}
      </text>
    </g>
  );
}

/** First and last period under the chart. */
function PeriodLabels({ chart, left }: { chart: Chart; left: number }) {
  const first = chart.periods[0];
  const last = chart.periods[chart.periods.length - 1];
  return (
    <g>
      <path class="chart-axis" d={`M${left} ${HEIGHT - BOTTOM}H${WIDTH - RIGHT}`} />
      {first && (
        <text class="chart-label" x={left} y={HEIGHT - 8}>
          {first.label}
        </text>
      )}
      {last && last !== first && (
        <text class="chart-label" x={WIDTH - RIGHT} y={HEIGHT - 8} text-anchor="end">
          {last.label}
        </text>
      )}
    </g>
  );
}
