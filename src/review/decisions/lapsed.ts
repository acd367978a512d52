import { isoDate } from '../../cells/serial';
import type { LogEntry, Register } from '../../workbook/register';
import { plainName } from '../../workbook/sheets/names';
import { heldReviews } from '../meeting/held';
import type { LapsedDecision } from '../types';
import { toldDecision } from './decisions';
import { decisionRows, newestRow } from './loggedDecision';

/**
 * Decisions on what no longer shows: figures were corrected, a KPI is no longer tracked, a condition of the plan no longer
 * holds. Each is listed until a review was held after it.
 *
 * @param register  its Log
 * @param standing  the rows that belong to something that shows
 * @returns         the newest decision on each thing, in the order of the Log
 */
export function lapsedDecisions(register: Register, standing: ReadonlySet<LogEntry>): LapsedDecision[] {
  const { today } = register;
  const reviewed = heldReviews(register).pop()?.date ?? -Infinity;
  const gone = decisionRows(register).filter(
    entry => !standing.has(entry) && (entry.alert !== '' || entry.kpi !== '') && (entry.date ?? today) >= reviewed,
  );
  const about = (entry: LogEntry) => plainName(entry.alert) || plainName(entry.kpi);
  const newest = new Set(gone.map(entry => newestRow(gone.filter(other => about(other) === about(entry)))!));
  return [...newest].map(entry => ({
    alert: entry.alert || entry.kpi,
    kpi: entry.kpi || null,
    direction: entry.direction ?? null,
    since: typeof entry.since === 'number' ? isoDate(entry.since) : null,
    decision: toldDecision([entry])!,
    place: entry.place,
  }));
}
