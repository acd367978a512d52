import { isoDate } from '../../cells/serial';
import type { AcceptedLevel, Change } from '../../drift';
import type { LogEntry, Period, Register } from '../../workbook/register';
import { plainName, sameName } from '../../workbook/sheets/names';
import { experimentEnd } from '../alerts/experiment';
import { raisedAt } from '../alerts/tolerance';
import type { Replay } from '../kpi/replay';
import type { Alert, Decided, KpiAlert } from '../types';

/**
 * What an alert is known by from month to month, in words that can be read in the Log: "Tickets shift down 2016-12-12".
 *
 * @param name       of the KPI, or of the pattern
 * @param raised     first day of the period in which it was first raised, a serial
 */
export function alertId(name: string, kind: Alert['kind'], direction: KpiAlert['direction'], raised: number): string {
  return `${name} ${kind} ${direction} ${isoDate(raised)}`;
}

/** Every name that a change has gone by: as what it was raised, and as part of an experiment under way or ended. */
function idsOf({ kpi, periods, values, options }: Replay, change: Change): string[] {
  const raised = raisedAt(kpi, values, change, options.sparse) ?? change.index;
  const id = (kind: Alert['kind'], at: number) => alertId(kpi.name, kind, change.direction, periods[at]!.start);
  const ended = experimentEnd(kpi, periods);
  return [id(change.rule, raised), id('experiment', raised), id('experiment', Math.max(raised, ended ?? raised))];
}

/**
 * The decision that stands on a change: the newest one that the Log knows by today.
 *
 * @returns  a row of the Log, or null
 */
export function standingDecision(judged: Replay, change: Change, register: Register): LogEntry | null {
  return newestOf(decisionsOn(idsOf(judged, change), register));
}

/**
 * The decision that stands on what goes by an id: the newest one that the Log knows by today.
 *
 * @returns  as an alert tells it, or null
 */
export function decidedOn(id: string, register: Register): Decided | null {
  return toldDecision(newestOf(decisionsOn([id], register)));
}

/** A row of the Log as an alert tells it. */
export function toldDecision(entry: LogEntry | null): Decided | null {
  return (
    entry && {
      decision: entry.decision,
      date: entry.date === null ? '' : isoDate(entry.date),
      note: entry.note,
    }
  );
}

/** Every decision on a change that the Log knows by today. */
export function decisionsOnChange(judged: Replay, change: Change, register: Register): LogEntry[] {
  return decisionsOn(idsOf(judged, change), register);
}

function decisionsOn(ids: string[], { log, today }: Register): LogEntry[] {
  const names = ids.map(plainName);
  return log.filter(
    entry =>
      entry.decision !== '' && (entry.date === null || entry.date <= today) && names.includes(plainName(entry.alert)),
  );
}

function newestOf(rows: LogEntry[]): LogEntry | null {
  return rows.reduce<LogEntry | null>((last, row) => (last && (last.date ?? 0) > (row.date ?? 0) ? last : row), null);
}

/**
 * The levels of a KPI that were accepted: by a decision on one of its changes, or by a row of kind *level* that names the
 * period in which the level begins.
 *
 * @returns  oldest first, as the drift engine takes them
 */
export function acceptedLevels(judged: Replay, register: Register): AcceptedLevel[] {
  const { kpi, periods, changes } = judged;
  const figuresPlace = (serial: number | null) =>
    serial === null ? -1 : periods.findIndex(({ start, end }) => start <= serial && serial <= end);
  const newestOn = (day: number) => newestPeriodOn(day, periods);
  const decided = changes.flatMap(change => {
    const entry = standingDecision(judged, change, register);
    if (entry?.decision !== 'accept') return [];
    const after = entry.date === null ? figuresPlace(entry.period) : newestOn(entry.date);
    return [{ from: change.since, after: Math.max(after, change.index) }];
  });
  const declared = register.log.flatMap(entry => {
    const from = figuresPlace(entry.period);
    const known = entry.date === null || entry.date <= register.today;
    if (entry.kind !== 'level' || from < 0 || !known || !sameName(entry.kpi, kpi.name)) return [];
    return [{ from, after: Math.max(from, entry.date === null ? from : newestOn(entry.date)) }];
  });
  return [...decided, ...declared].sort((a, b) => a.after - b.after);
}

/** The newest period that is closed on a day, 0-based; −1 where none is. */
export function newestPeriodOn(day: number, periods: readonly Period[]): number {
  return periods.reduce((newest, { end }, i) => (end < day ? i : newest), -1);
}
