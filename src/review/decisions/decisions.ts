import { isoDate } from '../../cells/serial';
import type { AcceptedLevel, Direction, FoundChange } from '../../drift';
import type { Kpi, LogEntry, Period, Register } from '../../workbook/register';
import { sameName } from '../../workbook/sheets/names';
import type { Decided } from '../types';
import { belonging, type LoggedDecision, newestRow } from './loggedDecision';

/**
 * What an alert is known by from month to month, in words that can be read in the Log: "Tickets down 2016-11-21".
 *
 * @param name       of the KPI, or of the pattern
 * @param direction  of a KPI's change
 * @param onset      first day of the period in which it began, a serial
 * @param decisions  on it: the first one that says when it began is what it is known by ever after
 */
export function alertId(
  name: string,
  direction: Direction | null,
  onset: number,
  decisions: readonly LoggedDecision[],
): string {
  const logged = decisions.filter(decision => decision.onset !== null);
  const first = logged.sort((one, other) => (one.entry.date ?? 0) - (other.entry.date ?? 0))[0];
  return [name, ...(direction ? [direction] : []), isoDate(first?.onset ?? onset)].join(' ');
}

/** The decisions on each change of a KPI. */
export function decisionsByChange<C extends FoundChange>(
  decisions: readonly LoggedDecision[],
  changes: readonly C[],
  periods: readonly Period[],
): Map<C, LoggedDecision[]> {
  return belonging(
    decisions,
    changes,
    ({ since, over }) => ({ from: periods[since]!.start, to: over ? periods[over.index]!.end : Infinity }),
    (change, { direction }) => direction === null || direction === change.direction,
  );
}

/** The newest of some decisions as an alert tells it, or null where there is none. */
export function toldDecision(rows: readonly LogEntry[]): Decided | null {
  const entry = newestRow(rows);
  return (
    entry && {
      decision: entry.decision,
      date: entry.date === null ? '' : isoDate(entry.date),
      note: entry.note,
      by: entry.by ?? '',
      action: entry.action,
      owner: entry.owner,
      due: entry.due === null ? null : isoDate(entry.due),
    }
  );
}

/**
 * The levels of a KPI that were accepted: by a decision on one of its changes, or by a row of kind *level* that names the
 * period in which the level begins. A level that was accepted stays accepted, also where its change no longer shows.
 *
 * @param kpi        the KPI
 * @param decisions  on its changes
 * @param changes    those that are found, whether they are raised or not
 * @returns          oldest first, as the drift engine takes them
 */
export function acceptedLevels(
  { name }: Kpi,
  decisions: readonly LoggedDecision[],
  changes: readonly FoundChange[],
  periods: readonly Period[],
  register: Register,
): AcceptedLevel[] {
  const placeOf = (serial: number | null) =>
    serial === null ? -1 : periods.findIndex(({ start, end }) => start <= serial && serial <= end);
  const newestAt = (entry: LogEntry) =>
    entry.date === null ? placeOf(entry.period) : newestPeriodOn(entry.date, periods);
  const byChange = decisionsByChange(decisions, changes, periods);
  const decided = [...byChange].flatMap(([change, own]) => {
    const entry = newestRow(own.map(({ entry }) => entry));
    if (entry?.decision !== 'accept') return [];
    return [{ from: change.since, after: Math.max(newestAt(entry), change.index) }];
  });
  const known = new Set([...byChange.values()].flat());
  const gone = decisions.filter(decision => !known.has(decision));
  const kept = gone.flatMap(({ entry, onset }) => {
    const same = gone.filter(other => other.onset === onset).map(other => other.entry);
    const from = placeOf(onset);
    if (entry.decision !== 'accept' || newestRow(same) !== entry || from < 0) return [];
    return [{ from, after: Math.max(newestAt(entry), from) }];
  });
  const declared = register.log.flatMap(entry => {
    const from = placeOf(entry.period);
    const isKnown = entry.date === null || entry.date <= register.today;
    if (entry.kind !== 'level' || from < 0 || !isKnown || !sameName(entry.kpi, name)) return [];
    return [{ from, after: Math.max(from, entry.date === null ? from : newestAt(entry)) }];
  });
  return [...decided, ...kept, ...declared].sort((a, b) => a.after - b.after);
}

/** The newest period that is closed on a day, 0-based; −1 where none is. */
export function newestPeriodOn(day: number, periods: readonly Period[]): number {
  return periods.reduce((newest, { end }, i) => (end < day ? i : newest), -1);
}
