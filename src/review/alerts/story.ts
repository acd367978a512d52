import { FEWEST, isFigure, mannKendall, theilSen, trend } from '../../drift';
import { median } from '../../drift/series';
import { varianceInflation } from '../../drift/trend/trend';
import type { Judged, KpiChange } from '../kpi/judged';

/** How a change is reported today: what it has become, whatever it was raised as. */
export type Story =
  /** Outlier, and those that came after it back. */
  | { form: 'spike' }
  /** A slope that goes on; in the unit of the figures a period of the KPI. */
  | { form: 'slide'; slope: number }
  /** A new level, and the slope along which it still moves the same way, if it does. */
  | { form: 'level'; slope: number | null };

/** Chance at which figures without a slope may show one. */
const STILL_MOVING = 0.01;
/** Of what moves on the newest figures, and the share of its slope that they still show: of a slide, as it was found. */
const NEWEST = 8;
const GOES_ON = 0.5;

/**
 * How a change is reported. A spike whose next figures stay where it went has become a change of level; a slide that has come to
 * rest likewise; a change of level may still be moving. Its identity stays the same.
 *
 * @param judged  the KPI with its figures
 * @param change  one of its changes
 */
export function storyOf(judged: Judged, change: KpiChange): Story {
  const end = change.over?.how === 'recovered' ? change.over.from : judged.seasonless.length;
  if (change.rule === 'spike' && !staysOut(judged.seasonless.slice(change.since + 1, end), change))
    return { form: 'spike' };
  const slope = change.over ? null : slopeSince(judged, change);
  return change.rule === 'trend' && slope !== null ? { form: 'slide', slope } : { form: 'level', slope };
}

/** Whether the figures after a spike are nearer to it than to the level before it. */
function staysOut(after: readonly (number | null)[], { oldLevel, newLevel }: KpiChange): boolean {
  const next = after.filter(isFigure);
  return next.length > 0 && Math.abs(median(next) - newLevel) < Math.abs(median(next) - oldLevel);
}

/** The figures since the onset, each with its place: in the steps of the KPI. */
function pointsSince(
  { seasonless, options }: Judged,
  since: number,
  end = seasonless.length,
): (readonly [at: number, value: number])[] {
  const newest = seasonless.slice(since, end);
  const known = options.sparse ? newest.filter(isFigure) : newest;
  return known.flatMap((value, at) => (isFigure(value) ? [[at, value] as const] : []));
}

/** The slope of the figures since the onset; null where they no longer move the way of the change. */
function slopeSince(judged: Judged, { rule, since, found, direction }: KpiChange): number | null {
  const points = pointsSince(judged, since);
  const along = (slope: number) => (direction === 'up' ? slope > 0 : slope < 0);
  if (rule === 'trend') {
    const [whole, raised] = [theilSen(points), theilSen(pointsSince(judged, since, found + 1))];
    return along(whole) && theilSen(points.slice(-NEWEST)) / raised >= GOES_ON ? whole : null;
  }
  if (points.length < FEWEST) return null;
  const slope = theilSen(points);
  const inflation = varianceInflation(points.map(([at, value]) => value - slope * at));
  const { chance } = mannKendall(
    points.map(([, value]) => value),
    inflation,
  );
  return along(slope) && chance < STILL_MOVING && theilSen(points.slice(-NEWEST)) / slope >= GOES_ON ? slope : null;
}

function blanksBetween(points: readonly (readonly [number, number])[]): (number | null)[] {
  const values: (number | null)[] = Array(points[points.length - 1]![0] + 1).fill(null);
  for (const [at, value] of points) values[at] = value;
  return values;
}

/**
 * The level that a change has led to: of a spike its figure, of a slide the end of its line, of one that has come to rest
 * where it rests, otherwise the level from the onset to the newest period; as it was raised where it is over, or on its way
 * back.
 *
 * @returns  without season, in the unit of the figures
 */
export function levelNow(judged: Judged, change: KpiChange, story: Story): number {
  const { oldLevel, newLevel, over, direction, since, rule } = change;
  if (over || story.form === 'spike') return newLevel;
  const points = pointsSince(judged, since);
  const rests = rule === 'trend' ? (trend(blanksBetween(points), 1)?.from ?? 0) : 0;
  const now = story.form === 'slide' ? endOfLine(points, story.slope) : judged.levelOf(since + rests);
  return (direction === 'up' ? now <= oldLevel : now >= oldLevel) ? newLevel : now;
}

function endOfLine(points: readonly (readonly [number, number])[], slope: number): number {
  const last = points[points.length - 1]![0];
  return median(points.map(([at, value]) => value + slope * (last - at)));
}
