import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Cadence } from '../../src/cells/period';
import type { Chart } from '../../src/review/types';
import { partOfChart } from './chartWindow';
import type { KpiChartProps, Mark } from './KpiChart';
import { LargeChart } from './LargeChart';

/** How many periods can be shown at once, besides all of them. */
const COUNTS = [12, 24, 36];
/** How many are shown at first: of months two years, so that each is seen beside the same one a year before. */
const FIRST = 24;

/**
 * A large chart of as many periods as one likes, moved along by buttons or keys: + and − show fewer and more, Page Up and Page
 * Down the periods before and after, and the arrow keys that read the figures go on past the edge.
 */
export function ZoomedChart({
  chart,
  cadence,
  marks,
  yearBefore,
  ...props
}: Omit<KpiChartProps, 'size' | 'read' | 'marks' | 'yearBefore'> & {
  cadence: Cadence;
  /** Of the whole chart, as are the figures of the year before. */
  marks: Mark[];
  yearBefore: (number | null)[];
}): JSX.Element {
  const all = chart.periods.length;
  const counts = [...COUNTS.filter(count => count < all), all];
  const [wanted, setWanted] = useState(FIRST);
  /** How many newer periods are left out. */
  const [later, setLater] = useState(0);
  const count = Math.min(wanted, all);
  const most = all - count;
  const skipped = Math.min(later, most);
  const [from, to] = [most - skipped, all - skipped];
  const part = partOfChart(chart, from, to);

  const move = (periods: number) => setLater(Math.max(0, Math.min(most, skipped + periods)));
  const show = (periods: number) => {
    setWanted(periods);
    setLater(Math.min(skipped, all - periods));
  };
  const zoom = (step: number) => {
    const next = counts[counts.indexOf(count) + step];
    if (next !== undefined) show(next);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const keys: Record<string, () => void> = {
      '+': () => zoom(-1),
      '=': () => zoom(-1),
      '-': () => zoom(1),
      PageUp: () => move(count),
      PageDown: () => move(-count),
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the chart within, each of which has its button below
    <div class="zoomed" onKeyDown={onKeyDown}>
      <LargeChart
        {...props}
        chart={part}
        marks={marks.flatMap(mark =>
          mark.period >= from && mark.period < to ? [{ ...mark, period: mark.period - from }] : [],
        )}
        yearBefore={yearBefore.slice(from, to)}
        onEdge={direction => move(-direction)}
      />
      {counts.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would have to be named by a legend that is seen
        <div class="actions zoom" role="group" aria-label={`How many ${cadence}s are shown`}>
          {counts.map(one => (
            <button key={one} type="button" aria-pressed={one === count} onClick={() => show(one)}>
              {one === all ? `All ${all}` : one}
              <span class="hidden-text">{` ${cadence}s`}</span>
            </button>
          ))}
          <button type="button" aria-disabled={skipped === most} onClick={() => move(Math.ceil(count / 2))}>
            ← Earlier
          </button>
          <button type="button" aria-disabled={skipped === 0} onClick={() => move(-Math.ceil(count / 2))}>
            Later →
          </button>
          <span role="status" class="hint">
            {spanOf(part)}
          </span>
        </div>
      )}
    </div>
  );
}

/** "Jan 2024 to Dec 2025" */
function spanOf({ periods }: Chart): string {
  const [first, last] = [periods[0], periods[periods.length - 1]];
  return first && last ? `${first.label} to ${last.label}` : '';
}
