import type { JSX, TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chart } from '../../src/review/types';
import { describePeriod } from './describePeriod';
import { KpiChart, type KpiChartProps, layoutOf } from './KpiChart';

/** A chart as wide as its place, whose figures can be read one by one: by pointing, or with the arrow keys. */
export function LargeChart({
  chart,
  name,
  marks = [],
  yearBefore = [],
  onEdge,
  ...props
}: Omit<KpiChartProps, 'size' | 'read'> & {
  /** Called where an arrow key would leave the chart, −1 for the older end; more may be shown then. */
  onEdge?: (direction: -1 | 1) => void;
}): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [read, setRead] = useState<number | null>(null);
  const last = newestOf(chart);
  const shown = read !== null && read < chart.periods.length ? read : null;
  const say = (period: number) => describePeriod(chart, period, marks, yearBefore);
  if (last < 0) return <p class="hint">No figures yet.</p>;

  const point = (event: TargetedPointerEvent<HTMLDivElement>) => {
    const { left, step } = layoutOf(chart, width);
    const area = event.currentTarget.getBoundingClientRect();
    const across = ((event.clientX - area.left) / area.width) * width;
    setRead(within(Math.floor((across - left) / step), chart));
  };
  const step = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const here = shown ?? last;
    const steps: Record<string, number> = {
      ArrowLeft: here - 1,
      ArrowDown: here - 1,
      ArrowRight: here + 1,
      ArrowUp: here + 1,
      Home: 0,
      End: chart.periods.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next < 0) onEdge?.(-1);
    if (next >= chart.periods.length) onEdge?.(1);
    setRead(within(next, chart));
  };

  return (
    <figure class="large-chart">
      <div class="chart-box" ref={box}>
        <KpiChart
          {...props}
          chart={chart}
          name={name}
          marks={marks}
          yearBefore={yearBefore}
          size={{ width, height: width < 420 ? 170 : 260 }}
          read={shown}
        />
        <div
          class="chart-reader"
          role="slider"
          tabIndex={0}
          aria-label={`Read the figures of ${name}`}
          aria-valuemin={0}
          aria-valuemax={chart.periods.length - 1}
          aria-valuenow={shown ?? last}
          aria-valuetext={say(shown ?? last)}
          onKeyDown={step}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setRead(null)}
          onBlur={() => setRead(null)}
        />
      </div>
      <figcaption class="meta">{say(shown ?? last)}</figcaption>
    </figure>
  );
}

/** The width that a chart has to fill, in pixels; it follows its place. */
function useWidth(box: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(288);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.round(entry!.contentRect.width);
      if (now > 0) setWidth(now);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return width;
}

function within(period: number, { periods }: Chart): number {
  return Math.min(Math.max(period, 0), periods.length - 1);
}

function newestOf({ values }: Chart): number {
  return values.reduce<number>((found, value, index) => (value === null ? found : index), -1);
}
