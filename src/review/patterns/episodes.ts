import type { ToldAlert } from '../alerts/alert';

/** The changes on each side of a pattern that carry it. */
export type Sides = ToldAlert[][];

/** One occurrence of a pattern, from the period in which it is raised to its end; places are 0-based periods. */
export interface Episode {
  raised: number;
  sides: Sides;
  /** The period at which one of its sides had nothing left that was; null while all are. */
  over: number | null;
}

/**
 * Whether a change carries a pattern at a period: it is real and matters (raised by the drift engine outside its KPI's
 * tolerance, no experiment under way), and is not over.
 *
 * @param period  0-based
 */
export function carries({ list, alert, change, raised }: ToldAlert, period: number): boolean {
  if (list === 'withinTolerance' || (alert.kind === 'experiment' && !alert.ended)) return false;
  return raised <= period && (change.over === null || change.over.index > period);
}

/**
 * Replays a pattern over the periods, each from what was known then: one occurrence is one episode, however long it lasts.
 *
 * @param periods  how many
 * @param sidesAt  the changes that make the pattern hold at a period, by side; null where it does not
 * @returns        oldest first
 */
export function episodesOf(periods: number, sidesAt: (period: number) => Sides | null): Episode[] {
  const episodes: Episode[] = [];
  for (let period = 0; period < periods; period++) {
    const last = episodes[episodes.length - 1];
    if (last && last.over === null) {
      if (last.sides.every(side => side.some(told => carries(told, period)))) continue;
      last.over = period;
    }
    const sides = sidesAt(period);
    if (sides) episodes.push({ raised: period, sides, over: null });
  }
  return episodes;
}
