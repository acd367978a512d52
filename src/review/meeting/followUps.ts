import { counted } from '../../cells/english';
import { isoDate } from '../../cells/serial';
import { figures } from '../../drift';
import { median } from '../../drift/series';
import type { LogEntry, Register } from '../../workbook/register';
import { sameName } from '../../workbook/sheets/names';
import { chartOf } from '../kpi/chart';
import type { Judged } from '../kpi/judged';
import { figureOf } from '../words/words';
import { heldReviews, isUndone, reviewUnderWay } from './held';
import type { FollowUp } from './types';

/** So many figures after a decision say something about it; fewer are too early. */
const ENOUGH = 3;
/** A level that has made half of the way back is on it; less than a tenth is none. */
const [HALF, TENTH] = [0.5, 0.1];

const ORDER: FollowUp['state'][] = ['overdue', 'due', 'open', 'watched', 'done'];

/**
 * What earlier meetings decided to do or to watch: everything to be done that is not, and what the last meeting decided,
 * done or not. What was decided in the meeting that is under way is not followed up before the next one.
 *
 * @param register  its Log
 * @param judged    every KPI with its figures
 * @param headlines what alerts are called today, by their id
 * @returns         what is overdue first, then what is due, the longest first
 */
export function followUps(
  register: Register,
  judged: readonly Judged[],
  headlines: ReadonlyMap<string, string>,
): FollowUp[] {
  const before = reviewUnderWay(register)?.date ?? null;
  const since = heldReviews(register).pop()?.date ?? -Infinity;
  const rows = register.log.filter(
    ({ kind, decision, date, action }) =>
      kind === 'decision' &&
      (decision === 'act' || decision === 'watch' || action !== '') &&
      (date === null || date <= register.today) &&
      (before === null || date === null || isoDate(date) < before),
  );
  return rows
    .filter(row => isStanding(row, rows) && ((isAction(row) && isUndone(row)) || (row.date ?? since) >= since))
    .map(row => toldFollowUp(row, register, judged, headlines))
    .sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || byDay(one, other));
}

function byDay(one: FollowUp, other: FollowUp): number {
  return (one.due ?? one.date).localeCompare(other.due ?? other.date);
}

/** Whether there is something to do: to watch is not. */
function isAction({ decision, action }: LogEntry): boolean {
  return decision === 'act' || action !== '';
}

/** Whether nobody has decided on the same thing again; what is to be done stays to be done. */
function isStanding(row: LogEntry, rows: readonly LogEntry[]): boolean {
  if (isAction(row) || row.alert === '') return true;
  const later = rows.slice(rows.indexOf(row) + 1);
  return !later.some(other => sameName(other.alert, row.alert) && (other.date ?? 0) >= (row.date ?? 0));
}

function toldFollowUp(
  row: LogEntry,
  register: Register,
  judged: readonly Judged[],
  headlines: ReadonlyMap<string, string>,
): FollowUp {
  // A row about a pattern names several KPIs, what suffers first.
  const [first = ''] = row.kpi.split(', ');
  const one = judged.find(({ kpi }) => sameName(kpi.name, row.kpi) || sameName(kpi.name, first)) ?? null;
  const { helped, effect } = one ? effectSince(row, one) : { helped: null, effect: '' };
  const date = row.date === null ? '' : isoDate(row.date);
  return {
    id: [date, row.alert || row.kpi, row.decision, row.action, row.note].join('|'),
    place: row.place,
    decision: isAction(row) ? 'act' : 'watch',
    date,
    by: row.by ?? '',
    about: headlines.get(row.alert) ?? (row.alert || row.kpi),
    kpi: one ? one.kpi.name : null,
    action: row.action,
    owner: row.owner,
    due: row.due === null ? null : isoDate(row.due),
    note: row.note,
    state: stateOf(row, Math.floor(register.today)),
    helped,
    effect,
    chart: one ? chartOf(one, []) : null,
  };
}

function stateOf(row: LogEntry, today: number): FollowUp['state'] {
  if (!isAction(row)) return 'watched';
  if (!isUndone(row)) return 'done';
  if (row.due === null || row.due === today) return 'due';
  return row.due < today ? 'overdue' : 'open';
}

/** Whether the level has gone back since the decision, from the level that was decided on towards the one before. */
function effectSince(row: LogEntry, judged: Judged): Pick<FollowUp, 'helped' | 'effect'> {
  const { periods, seasonless } = judged;
  const day = row.date ?? row.period;
  if (day === null || typeof row.old !== 'number' || typeof row.new !== 'number') return { helped: null, effect: '' };
  const after = figures(seasonless.filter((_, i) => periods[i]!.start >= day));
  const said = (level: number) => figureOf(judged, level);
  if (after.length < ENOUGH) {
    const more = counted(ENOUGH - after.length, 'more figure');
    return { helped: 'too early', effect: `Too early to tell whether it helped: ${more} needed since the decision.` };
  }
  const now = median(after);
  const way = (now - row.new) / (row.old - row.new);
  const levels = `about ${said(row.old)} before, ${said(row.new)} when it was decided, ${said(now)} since`;
  if (way >= 1) return { helped: 'back', effect: `Back where it was: ${levels}.` };
  if (way >= HALF) return { helped: 'on the way', effect: `More than half of the way back: ${levels}.` };
  if (way >= -TENTH) return { helped: 'not yet', effect: `No clear effect yet: ${levels}.` };
  return { helped: 'worse', effect: `It has gone further the same way: ${levels}.` };
}
