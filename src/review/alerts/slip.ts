import { type DriftOptions, type Outlier, outliers } from '../../drift';
import type { Judged, Replay } from '../kpi/replay';
import { aboutOf, figureOf } from '../words/words';

/** What a figure that is so many times what was expected looks like. */
const SLIPS: Record<number, string> = {
  10: 'an extra zero?',
  100: 'two extra zeros?',
  0.1: 'is a digit missing?',
  0.01: 'are two digits missing?',
};

/** A KPI's figures that stand alone, far from those around them; a level that was accepted is looked at by itself. */
export function standingAlone(values: Replay['values'], options: DriftOptions): Outlier[] {
  const origins = [...new Set([0, ...(options.accepted ?? []).map(({ from }) => from)])].sort((a, b) => a - b);
  return origins.flatMap((from, i) =>
    outliers(values.slice(from, origins[i + 1]), options.season).map(found => ({
      ...found,
      index: found.index + from,
    })),
  );
}

/**
 * A figure that stands alone, beside what was to be expected.
 *
 * @param judged   the KPI with its figures
 * @param outlier  one of its figures
 * @returns        "4,060; nearby figures suggest about 393: an extra zero?"
 */
export function besideOthers(judged: Judged, { value, expected, factor }: Outlier): string {
  const slip = factor === null ? '' : `: ${SLIPS[factor]}`;
  return `${figureOf(judged, value)}; nearby figures suggest ${aboutOf(judged, expected)}${slip}`;
}
