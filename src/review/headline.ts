import { dayLabel } from '../cells/period';
import type { Change } from '../drift';
import type { Cadence } from '../workbook/register';
import type { Judged } from './judged';
import type { Alert } from './types';
import { figureOf, levelsOf, named, perPeriod } from './words';

/** What a change has become, as its headline and question tell it. */
export interface Told {
  change: Change;
  kind: Alert['kind'];
  adverse: boolean;
  /** The level from the onset on, as far as the change lasts. */
  newLevel: number;
  /** Whether the experiment that intended it has ended. */
  ended: boolean;
}

/**
 * What happened, in one sentence: "Tickets dropped from about 480 to about 380 a week since the week of 21 Nov 2016".
 *
 * @param judged   the KPI with its figures
 * @param told     the change
 * @param cadence  the steps of the KPI's figures
 */
export function headline(judged: Judged, { change, kind, newLevel, ended }: Told, cadence: Cadence): string {
  const { kpi, periods } = judged;
  const moved = `${kpi.name} ${change.direction === 'down' ? 'dropped' : 'rose'}`;
  const [from, to] = levelsOf(judged, change.oldLevel, newLevel);
  const per = perPeriod(judged, cadence);
  const since = named(periods[change.since]!);
  if (kind === 'experiment') {
    const day = dayLabel(kpi.experimentUntil!);
    return ended
      ? `The experiment on ${kpi.name} ended on ${day}, with a level of ${to} after ${from}${per}`
      : `${moved} from ${from} to ${to}${per} since ${since}, as intended, until ${day}`;
  }
  if (change.over?.how === 'recovered') {
    const back = named(periods[change.over.from]!);
    return `${moved} from ${from} to ${to}${per} in ${since}, and has been back since ${back}`;
  }
  if (change.over?.how === 'accepted')
    return `${moved} from ${from} to ${to}${per} since ${since}; accepted as the new level`;
  const only = onlyFigure(judged, change);
  if (only !== null) return `${moved} to ${figureOf(judged, only)} in ${since}, from ${from}${per}`;
  return `${moved} from ${from} to ${to}${per} since ${since}`;
}

/** The figure of a change that has shown in one period only; null once there are more. */
function onlyFigure({ values }: Judged, change: Change): number | null {
  const since = values.slice(change.since).filter(value => value !== null);
  return since.length === 1 ? since[0]! : null;
}

/** One question for the meeting. */
export function question({ kpi, periods }: Judged, { change, kind, adverse, ended }: Told): string {
  const when = named(periods[change.since]!);
  if (kind === 'experiment') {
    return ended
      ? `The experiment is over: do we keep the new way, change it, or go back?`
      : `Does the experiment show what it was meant to show?`;
  }
  const what = adverse
    ? `what happened around ${when}, and what do we do about it?`
    : `what did we do around ${when} that we can do again?`;
  return kpi.owner ? `${kpi.owner}, ${what}` : what.charAt(0).toUpperCase() + what.slice(1);
}
