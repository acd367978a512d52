import type { JSX } from 'preact';
import type { Chart } from '../../src/review/types';
import { figuresIn } from '../words/figure';
import { bands } from './band';
import { chartText } from './chartText';
import { extent, stretches } from './extent';
import { labelPlace } from './labelPlace';
import { toTenths as at, linearScale, roundTicks } from './scale';

/** How large a chart is drawn in a card, in pixels. */
const CARD: Size = { width: 288, height: 150 };
const TOP = 18;
const BOTTOM = 22;
const RIGHT = 6;
/** Average width of a digit at the chart's font size. */
const DIGIT = 5.6;

export interface Size {
  width: number;
  height: number;
}

/** Something that happened in a period: a decision. */
export interface Mark {
  /** 0-based. */
  period: number;
  text: string;
}

/** Where the drawing begins at the left, and how wide a period is, in pixels. */
export interface ChartLayout {
  left: number;
  step: number;
}

export interface KpiChartProps {
  chart: Chart;
  /** What the chart is of. */
  name: string;
  /** First day of the period in which the change began, `YYYY-MM-DD`. */
  since?: string;
  /** Whether the points that count speak of a good change. */
  good?: boolean;
  size?: Size;
  marks?: Mark[];
  /** The figures of the same periods a year before, drawn faintly. */
  yearBefore?: (number | null)[];
  /** The period that is being read. */
  read?: number | null;
}

/** Where a chart of some width draws its periods. */
export function layoutOf(chart: Chart, width: number): ChartLayout {
  const longest = Math.max(...ticksOf(chart).map(({ text }) => text.length));
  const left = Math.ceil(longest * DIGIT) + 8;
  return { left, step: (width - RIGHT - left) / Math.max(chart.periods.length, 1) };
}

/** The figures along the axis, each text once. */
function ticksOf(chart: Chart): { value: number; text: string }[] {
  const figure = figuresIn(chart.format);
  const ticks = roundTicks(...extent(chart), 4).map(value => ({ value, text: figure(value) }));
  return ticks.filter((tick, index) => tick.text !== ticks[index - 1]?.text);
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
export function KpiChart({
  chart,
  name,
  since,
  good = false,
  size = CARD,
  marks = [],
  yearBefore = [],
  read = null,
}: KpiChartProps): JSX.Element {
  const figure = figuresIn(chart.format);
  const { width, height } = size;
  const [low, high] = extent({ ...chart, values: [...chart.values, ...yearBefore] });
  const labels = ticksOf(chart);
  const { left, step } = layoutOf(chart, width);
  const [bottom, right] = [height - BOTTOM, width - RIGHT];
  const x = (index: number) => left + (index + 0.5) * step;
  const y = linearScale(low, high, bottom, TOP);
  const text = chartText(chart, name, since);
  const onset = since === undefined ? -1 : chart.periods.findIndex(period => period.date === since);
  const counted = new Set(chart.points);
  const linesOf = (values: (number | null)[]) =>
    stretches(values).map(stretch => stretch.map(index => ({ x: x(index), y: y(values[index]!) })));
  const lines = linesOf(chart.values);
  const levels = [
    { value: chart.target, name: 'target' },
    { value: chart.high, name: 'high' },
    { value: chart.low, name: 'low' },
  ].flatMap(({ value, name }) =>
    value === null ? [] : [{ name, height: at(y(value)), text: `${name} ${figure(value)}` }],
  );
  if (lines.length === 0) return <p class="hint">No figures yet.</p>;

  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{text.title}</title>
      <desc>{text.description}</desc>
      {labels.map(tick => (
        <g key={tick.value}>
          <path class="chart-grid" d={`M${left} ${at(y(tick.value))}H${right}`} />
          <text class="chart-label" x={left - 5} y={at(y(tick.value) + 3.5)} text-anchor="end">
            {tick.text}
          </text>
        </g>
      ))}
      <UsualRange chart={chart} left={at(left)} step={step} y={y} />
      {onset >= 0 && (
        <Onset
          x={at(x(onset) - step / 2)}
          label={`since ${chart.periods[onset]!.label}`}
          bottom={bottom}
          toTheRight={x(onset) < width / 2}
        />
      )}
      {linesOf(yearBefore).map(line => (
        <path key={line[0]!.x} class="chart-before" d={along(line)} />
      ))}
      {read !== null && <path class="chart-read" d={`M${at(x(read))} ${TOP - 6}V${bottom}`} />}
      {levels.map(level => (
        <path key={level.name} class="chart-target" d={`M${left} ${level.height}H${right}`} />
      ))}
      {chart.targets && <path class="chart-target" d={targetSteps(chart.targets, index => left + index * step, y)} />}
      {lines.map(line => (
        <path key={line[0]!.x} class="chart-values" d={along(line)} />
      ))}
      {chart.values.map((value, index) => {
        if (value === null) return null;
        const key = chart.periods[index]?.date ?? index;
        if (counted.has(index))
          return <path key={key} class={good ? 'chart-good' : 'chart-adverse'} d={diamond(x(index), y(value), 4.5)} />;
        return <circle key={key} class="chart-point" cx={at(x(index))} cy={at(y(value))} r={step < 4 ? 1 : 1.8} />;
      })}
      {levels.map(level => {
        const area = { left, right, top: TOP - 8, bottom };
        const place = labelPlace(level.text, level.height, area, lines);
        return (
          <text key={level.name} class="chart-mark" x={place.x} y={at(place.y)} text-anchor={place.anchor}>
            {level.text}
          </text>
        );
      })}
      {marks.map(({ period, text: said }) => (
        <path key={`${period}${said}`} class="chart-decision" d={`M${at(x(period))} ${bottom - 9}l4 9h-8z`} />
      ))}
      <PeriodLabels chart={chart} left={left} right={right} bottom={bottom} />
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
function Onset({ x, label, bottom, toTheRight }: { x: number; label: string; bottom: number; toTheRight: boolean }) {
  return (
    <g>
      <path class="chart-onset" d={`M${x} ${TOP - 6}V${bottom}`} />
      <text class="chart-mark" x={toTheRight ? x + 3 : x - 3} y={10} text-anchor={toTheRight ? 'start' : 'end'}>
        {label}
      </text>
    </g>
  );
}

/** First and last period under the chart. */
function PeriodLabels({ chart, left, right, bottom }: { chart: Chart; left: number; right: number; bottom: number }) {
  const first = chart.periods[0];
  const last = chart.periods[chart.periods.length - 1];
  // In a very narrow chart the newest period alone has room.
  const areBoth = right - left > DIGIT * ((first?.label.length ?? 0) + (last?.label.length ?? 0) + 1);
  return (
    <g>
      <path class="chart-axis" d={`M${left} ${bottom}H${right}`} />
      {first && (areBoth || last === first) && (
        <text class="chart-label" x={left} y={bottom + 14}>
          {first.label}
        </text>
      )}
      {last && last !== first && (
        <text class="chart-label" x={right} y={bottom + 14} text-anchor="end">
          {last.label}
        </text>
      )}
    </g>
  );
}

function along(line: { x: number; y: number }[]): string {
  return line.map((point, i) => `${i === 0 ? 'M' : 'L'}${at(point.x)} ${at(point.y)}`).join('');
}
