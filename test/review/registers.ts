import { type Cadence, periodOf, periodsBetween } from '../../src/cells/period';
import { serialOf } from '../../src/cells/serial';
import type { Alert, KpiAlert } from '../../src/review/types';
import type { Goal, Kpi, LogEntry, Register } from '../../src/workbook/register';

/** A KPI with what a test does not say filled in: higher is better, no target, figures in column B of a sheet of its own. */
export function kpi(name: string, values: (number | null)[], said: Partial<Kpi> = {}): Kpi {
  return {
    name,
    values,
    function: 'Sales',
    goal: '',
    measure: 'other',
    unit: '',
    better: 'higher',
    target: null,
    low: null,
    high: null,
    floor: null,
    weight: 1,
    combine: 'sum',
    gaps: null,
    unreadText: null,
    gone: false,
    pausedSince: null,
    outOf: '',
    worth: null,
    owner: '',
    experimentUntil: null,
    source: null,
    note: '',
    place: { sheet: 'Compass KPIs', range: 'A2' },
    cells: values.map((_, i) => ({ sheet: name, range: `B${i + 2}` })),
    format: 'General',
    ...said,
  };
}

/** A row of the Log. */
export function logged(alert: string, decision: LogEntry['decision'], date: number | null, note = ''): LogEntry {
  return {
    date,
    kind: 'decision',
    period: null,
    kpi: '',
    alert,
    decision,
    old: null,
    new: null,
    note,
    action: '',
    owner: '',
    due: null,
    done: null,
    score: null,
    place: { sheet: 'Compass Log', range: 'B2' },
  };
}

/**
 * A workbook's register: as many periods from 1 January 2024 on as its longest KPI has, reviewed on the day after the last.
 *
 * @param before  months before that with which its figures begin
 * @param today  a serial, to review on another day
 */
export function register(
  kpis: Kpi[],
  {
    cadence = 'month',
    log = [],
    today,
    functions = [],
    goals = [],
    nextReview = null,
    answers = [],
    before = 0,
  }: Partial<Settings> = {},
): Register {
  const count = Math.max(1, ...kpis.map(k => k.values.length));
  const first = serialOf(2024, 1 - before, 1);
  const all = periodsBetween(first, first + 100 * count, cadence).slice(0, count);
  const asOf = today ?? all[count - 1]!.end + 1;
  return {
    today: asOf,
    locale: 'en-GB',
    strategy: {
      vision: '',
      values: '',
      currency: '€',
      fiscalYearStart: 1,
      cadence,
      nextReview,
      goals,
      functions,
    },
    periods: all.map(period => ({ ...period, closed: period.end < asOf })),
    kpis,
    paused: [],
    log,
    unread: [],
    answers,
    problems: [],
  };
}

interface Settings {
  cadence: Cadence;
  log: LogEntry[];
  today: number;
  functions: { name: string; weight: number }[];
  goals: Goal[];
  nextReview: number | null;
  answers: Register['answers'];
  before: number;
}

/** A goal that weighs 1, with what a test does not say left blank. */
export function goal(name: string, said: Partial<Goal> = {}): Goal {
  const place = { sheet: 'Compass Strategy', range: 'A9' };
  return { name, why: '', weight: 1, owner: '', spend: null, reviewBy: null, place, ...said };
}

/** The day after so many months from January 2024 on are closed. */
export function afterMonths(count: number): number {
  return periodOf(serialOf(2024, count, 1), 'month').end + 1;
}

/** A quiet year: 10, 11, 9 over and over. Its level is 10, its limits (2.66 × 4/3 apart from it) about 6.4 and 13.6. */
export function quiet(months: number, level = 10): number[] {
  return Array.from({ length: months }, (_, i) => level + [0, 1, -1][i % 3]!);
}

/** Whether an alert is about one KPI, and so has levels. */
export function isOfKpi(alert: Alert): alert is KpiAlert {
  return alert.kind !== 'pattern';
}
