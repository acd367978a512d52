import { readIsoDate } from '../../cells/serial';
import type { Direction } from '../../drift';
import type { LogEntry, Register } from '../../workbook/register';
import { plainName, sameName } from '../../workbook/sheets/names';

/** A decision in the Log, and what it was taken on. Days are serials. */
export interface LoggedDecision {
  entry: LogEntry;
  /** Which way the KPI moved; null where the row does not say. */
  direction: Direction | null;
  /** When the change began, as logged; null where the row does not say. */
  onset: number | null;
  /** The first and last day that it speaks of: from the onset to the newest period of that time. */
  from: number;
  to: number;
}

/** What is decided on, as the Log names it after its KPI or pattern: version 0.1 put the kind there, and the period first raised. */
const IDENTITY =
  /^( (?:shift|spike|trend|chronic|experiment|pattern|plan))?( up| down)?(?: (\d{4}-\d{2}-\d{2}))?(?: \d{4}-\d{2}-\d{2})?$/;

/** Every row that decides, as far as the Log is known by today. */
export function decisionRows({ log, today }: Pick<Register, 'log' | 'today'>): LogEntry[] {
  return log.filter(({ decision, date }) => decision !== '' && (date === null || date <= today));
}

/** The decisions on the changes of a KPI. */
export function decisionsOnKpi(name: string, register: Register): LoggedDecision[] {
  return decisionRows(register).flatMap(entry => {
    if (entry.kpi !== '' && !sameName(entry.kpi, name)) return [];
    return readAbout(name, entry, entry.kpi !== '');
  });
}

/** The decisions on the occurrences of a pattern, whatever its KPIs. */
export function decisionsOnPattern(name: string, register: Register): LoggedDecision[] {
  return decisionRows(register).flatMap(entry => readAbout(name, entry, false));
}

/** The decisions on a condition of the plan, which holds or does not: there is no span to compare. */
export function decisionsOnPlan(name: string, register: Register): LogEntry[] {
  return decisionRows(register).filter(({ alert }) => sameName(alert, `${name} plan`));
}

/** A row that speaks of something of that name; none where it speaks of something else, or says no day at all. */
function readAbout(name: string, entry: LogEntry, isSure: boolean): LoggedDecision[] {
  const text = plainName(entry.alert);
  const called = plainName(name);
  const found = text.startsWith(called) ? IDENTITY.exec(text.slice(called.length)) : null;
  if (!found && !isSure) return [];
  const [, kind, way, date] = found ?? [];
  const said = date === undefined ? null : readIsoDate(date);
  const onset = entry.since ?? (kind === undefined ? said : null);
  const from = onset ?? said ?? entry.period ?? entry.date;
  if (from === null) return [];
  const direction = entry.direction ?? ((way?.trim() as Direction | undefined) || null);
  return [{ entry, direction, onset, from, to: Math.max(from, entry.period ?? entry.date ?? from) }];
}

/** Something that has gone on for some days, in serials. */
export interface Span {
  from: number;
  /** Infinity while it goes on. */
  to: number;
}

/**
 * Which of several changes each decision belongs to: the one whose span overlaps the one that it was taken on, the one with the
 * larger overlap, the newer on a tie; whatever it is called today, and whenever it is raised.
 *
 * @param decisions  on one KPI, or one pattern
 * @param changes    of it
 * @param spanOf     the days of a change
 * @param fits       whether a decision may be about a change at all
 * @returns          the rows of each change, those of changes that no longer show left out
 */
export function belonging<C>(
  decisions: readonly LoggedDecision[],
  changes: readonly C[],
  spanOf: (change: C) => Span,
  fits: (change: C, decision: LoggedDecision) => boolean,
): Map<C, LoggedDecision[]> {
  const found = new Map<C, LoggedDecision[]>();
  for (const decision of decisions) {
    let best: { change: C; days: number; from: number } | null = null;
    for (const change of changes) {
      if (!fits(change, decision)) continue;
      const { from, to } = spanOf(change);
      const days = Math.min(to, decision.to) - Math.max(from, decision.from) + 1;
      const isBetter = best === null || days > best.days || (days === best.days && from > best.from);
      if (days > 0 && isBetter) best = { change, days, from };
    }
    if (best) found.set(best.change, [...(found.get(best.change) ?? []), decision]);
  }
  return found;
}

/** The newest of some rows; of one day the last that was written. */
export function newestRow(rows: readonly LogEntry[]): LogEntry | null {
  return rows.reduce<LogEntry | null>((last, row) => (last && (last.date ?? 0) > (row.date ?? 0) ? last : row), null);
}
