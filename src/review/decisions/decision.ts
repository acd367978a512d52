import { dayLabel } from '../../cells/period';
import { readIsoDate } from '../../cells/serial';
import type { Edit } from '../../workbook/edit';
import type { Snapshot } from '../../workbook/snapshot';
import { kpiCell, rewriteKpi } from '../../workbook/track/writeKpi';
import type { Alert, Decided, KpiAlert, PlanEntry, Review } from '../types';
import { decisionInWords } from '../words/words';
import { type LogCells, LogUnreadable, logCells, newLogRow } from './logRows';

export { LogUnreadable } from './logRows';

/** What can be decided on: an alert, a pattern or an entry of the plan. */
export type Decidable = Alert | PlanEntry;

/** What a team decides about an alert. */
export interface Decision {
  alert: Decidable;
  decision: 'act' | 'watch' | 'accept' | 'dismiss';
  note?: string;
  /** What will be done, by whom, and by when (a serial). */
  action?: string;
  owner?: string;
  due?: number | null;
  /** Who decides. */
  by?: string;
}

const UNTIL = 'Experiment until';

/** Somebody else has decided on the same alert meanwhile; the message says who and what. */
export class DecidedMeanwhile extends Error {
  override name = 'DecidedMeanwhile';
}

/** Whether it has a new level that can be accepted: only a change of one KPI has. */
export function hasLevel(alert: Decidable): alert is KpiAlert {
  return alert.kind !== 'pattern' && alert.kind !== 'plan';
}

/**
 * Writes a decision as a new row of `Compass Log`, which is made if the workbook has none.
 *
 * @param snapshot  the workbook
 * @param decision  the alert and what was decided; `accept` makes its level the one that is judged by from then on
 * @returns         the edits to apply
 * @throws          LogUnreadable where the sheet's headers are missing or misspelt
 */
export function recordDecision(snapshot: Snapshot, decision: Decision): Edit[] {
  return newLogRow(snapshot, rowOf(snapshot.today, decision));
}

/**
 * Declares a change as what an experiment intends: *Experiment until* of its KPI, and a row of the Log that says who did so.
 * The row decides nothing, so that the alert comes back once the experiment has ended.
 *
 * @param until  the last day of the experiment, a serial
 */
export function declareExperiment(
  snapshot: Snapshot,
  { alert, until, note = '', by }: { alert: KpiAlert; until: number; note?: string; by?: string },
): Edit[] {
  const cells = rowOf(snapshot.today, { alert, decision: 'watch', ...(by !== undefined && { by }) });
  cells.delete('Decision');
  const said = `Declared an experiment until ${dayLabel(until)}`;
  cells.set('Note', note.trim() === '' ? said : `${said}: ${note.trim()}`);
  if (kpiCell(snapshot, alert.kpi, UNTIL) === null) {
    throw new LogUnreadable(`Compass KPIs has no column '${UNTIL}', or no row for ${alert.kpi} any more.`);
  }
  return [...rewriteKpi(snapshot, alert.kpi, UNTIL, until), ...newLogRow(snapshot, cells)];
}

/**
 * Holds a decision that is about to be written against what others have decided since it was shown.
 *
 * @param alert   as it was shown to whoever decides
 * @param review  of the workbook as it is now
 * @throws        DecidedMeanwhile where the newest decision on it is another one by now
 */
export function checkUndecided(alert: Decidable, review: Pick<Review, 'alerts' | 'wins' | 'plan'>): void {
  const now = [...review.alerts, ...review.wins, ...review.plan].find(other => other.id === alert.id);
  const found = now?.decision ?? null;
  if (found === null || isSame(found, alert.decision)) return;
  throw new DecidedMeanwhile(
    `It has been decided meanwhile: ${decisionInWords(found)}. Look at it, then decide again if you still want to.`,
  );
}

function isSame(one: Decided, other: Decided | null): boolean {
  return other !== null && JSON.stringify(one) === JSON.stringify(other);
}

/** What is under each header. */
function rowOf(today: number, { alert, decision, note, action, owner, due, by }: Decision): LogCells {
  const newest = alert.kind === 'plan' ? undefined : alert.chart.periods[alert.chart.periods.length - 1];
  const levels = hasLevel(alert) ? alert : null;
  return logCells([
    ['Date', Math.floor(today)],
    ['Kind', 'decision'],
    ['Period', newest && readIsoDate(newest.date)],
    ['KPI', alert.kind === 'pattern' ? alert.kpis.join(', ') : alert.kpi],
    ['Alert', alert.id],
    ['Decision', decision],
    ['Old', levels?.oldLevel],
    ['New', levels?.newLevel],
    ['Note', note?.trim()],
    ['Action', action?.trim()],
    ['Owner', owner?.trim()],
    ['Due', due],
    ['Direction', alert.kind === 'plan' ? null : alert.direction],
    ['Since', alert.kind === 'plan' ? null : readIsoDate(alert.since)],
    ['By', by?.trim()],
  ]);
}
