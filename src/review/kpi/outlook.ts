import { PERIODS_A_YEAR } from '../../cells/cadence';
import { counted } from '../../cells/english';
import type { Cadence } from '../../cells/period';
import { periodsToTarget, trend } from '../../drift';
import { storyOf } from '../alerts/story';
import { amountOf, figureOf } from '../words/words';
import { isStale, newestFigure } from './freshness';
import type { Judged } from './judged';

/** Chance at which figures without a trend may show one. */
const SIGNIFICANCE = 0.05;
/** Further ahead than so many years no trend is drawn out. */
const YEARS = 5;

/**
 * Where a KPI's trend leads, told against its target: when it gets there if it goes on as it does, or that it moves away.
 *
 * @param judged   the KPI with its figures
 * @param cadence  of the workbook: the steps in which its periods run
 * @returns        a sentence; empty without a target, without a significant trend, or where there is nothing to say
 */
export function outlookOf(judged: Judged, cadence: Cadence): string {
  const { kpi, periods, options } = judged;
  const { better, target } = kpi;
  const newest = periods.length - 1;
  const last = newestFigure(judged.values, newest);
  // A line that leads to a target which moves from period to period says nothing.
  if (better === 'in range' || target === null || kpi.targets || last < 0 || isStale(judged, last, newest)) return '';
  const from = movingSince(judged);
  if (from === null) return '';
  const values = judged.values.slice(from);
  const line = trend(values, options.season, from === 0 ? judged.cuts : undefined, SIGNIFICANCE);
  if (!line || line.slope === 0) return '';
  const aim = `its target of ${figureOf(judged, target)}`;
  const pace = `by about ${amountOf(judged, Math.abs(line.slope))} a ${cadence}`;
  const found = periodsToTarget(values, target, better, options.season, line);
  const gains = better === 'higher' ? line.slope > 0 : line.slope < 0;
  if (!gains)
    return found
      ? `It meets ${aim}, but is moving towards missing it, ${pace}.`
      : `It is moving away from ${aim}, ${pace}.`;
  if (!found || found.estimate === 0) return '';
  const most = YEARS * PERIODS_A_YEAR[cadence];
  const steps = (periods: number) => Math.max(1, Math.ceil(periods));
  if (found.earliest > most) return `It is moving towards ${aim}, ${pace}: too slowly to get there in ${YEARS} years.`;
  const latest =
    found.latest === null || found.latest > most
      ? `${steps(found.earliest)} at the earliest; the latest date can’t be estimated`
      : `80 % likely: ${steps(found.earliest)} to ${steps(found.latest)}`;
  return `At this pace, ${pace}, it reaches ${aim} in about ${counted(steps(found.estimate), cadence)} (${latest}).`;
}

/**
 * The first period of what the figures do now: a level that has changed and rests has no pace, and what went before a slide
 * says nothing of it. Null where they rest.
 */
function movingSince(judged: Judged): number | null {
  const open = judged.changes.filter(({ over }) => !over);
  const newest = open[open.length - 1];
  if (!newest) return 0;
  const story = storyOf(judged, newest);
  return story.form === 'spike' || story.slope === null ? null : newest.since;
}
