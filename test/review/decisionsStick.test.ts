/**
 * The law of decisions: what was decided stays decided, whatever else is done to the workbook; and other KPIs change an alert
 * only through its threshold, so that it may be raised later or not at all.
 */
import fc from 'fast-check';
import { isoDate } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { recordDecision } from '../../src/review/decisions/decision';
import { review, reviewRegister } from '../../src/review/review';
import type { KpiAlert, Review } from '../../src/review/types';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { keepSamples } from '../../src/templates/upkeep/removeSamples';
import { removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Kpi, LogEntry } from '../../src/workbook/register';
import { DATA, headersOf, KPIS, LOG, STRATEGY } from '../../src/workbook/sheets/compassSheets';
import type { Snapshot } from '../../src/workbook/snapshot';
import { history } from '../drift/series';
import { afterMonths, goal, isOfKpi, kpi, logged, quiet, register } from './registers';

const MONTHS = 26;
const DECISIONS = ['act', 'watch', 'accept', 'dismiss'] as const;

/** Noise of two levels, or more than two: the level moves at up to two months. */
const figures = fc
  .tuple(
    fc.integer(),
    fc.array(fc.tuple(fc.integer({ min: 6, max: 24 }), fc.integer({ min: -4, max: 4 })), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([seed, moves]) =>
    history(seed, MONTHS).map((noise, month) =>
      moves.reduce((value, [from, by]) => (month >= from ? value + by : value), 50 + noise),
    ),
  );

const tracked = fc.array(fc.record({ values: figures, better: fc.constantFrom('higher' as const, 'lower' as const) }), {
  minLength: 1,
  maxLength: 2,
});

/** What is done to the workbook between the meeting and the next review. */
const done = fc.record({
  /** KPIs tracked besides, with few figures of their own: they count for the budget of each. */
  besides: fc.integer({ min: 0, max: 40 }),
  /** Months of a template's sample that lie before the figures that are there. */
  before: fc.integer({ min: 0, max: 14 }),
  removed: fc.boolean(),
  months: fc.integer({ min: 0, max: 4 }),
  target: fc.option(fc.integer({ min: 40, max: 60 }), { nil: null }),
  weight: fc.integer({ min: 0, max: 3 }),
  reversed: fc.boolean(),
});

const told = ({ alerts, wins, withinTolerance }: Review): KpiAlert[] => [
  ...alerts.filter(isOfKpi),
  ...wins,
  ...withinTolerance,
];
const waits = ({ state }: KpiAlert) => state === 'new' || state === 'open';

/** A row of the Log as this version writes it, or as version 0.1 did: by kind and the period first raised. */
function rowOn(alert: KpiAlert, decision: LogEntry['decision'], date: number, isOld: boolean): LogEntry {
  const period = afterMonths(Math.round((date - afterMonths(0)) / 30.44) - 1);
  const row = { ...logged(alert.id, decision, date), kpi: alert.kpi, period };
  if (isOld) return { ...row, alert: `${alert.kpi} ${alert.kind} ${alert.direction} ${alert.raised}` };
  return { ...row, direction: alert.direction, since: serialOfDate(alert.since) };
}
const serialOfDate = (date: string) => Date.parse(date) / 86_400_000 + 25_569;

const padded = (one: Kpi, before: number): Kpi => {
  const cells = [...Array.from({ length: before }, () => one.place), ...one.cells];
  return { ...one, values: [...Array(before).fill(null), ...one.values], cells };
};

test('no decided alert is open again, and other KPIs move nothing but thresholds: 300 workbooks', () => {
  let [decided, later, vanished] = [0, 0, 0];
  fc.assert(
    fc.property(
      tracked,
      done,
      fc.integer({ min: 14, max: 22 }),
      fc.array(fc.constantFrom(...DECISIONS), { minLength: 6, maxLength: 6 }),
      fc.boolean(),
      (series, { besides, before, removed, months, target, weight, reversed }, met, decisions, isOld) => {
        const kpis = series.map(({ values, better }, i) => kpi(`KPI ${i}`, values, { better, function: `F${i}` }));
        const meeting = afterMonths(met);
        const first = told(reviewRegister(register(kpis, { today: meeting })));
        const log = first
          .filter(waits)
          .slice(0, decisions.length)
          .map((alert, i) => rowOn(alert, decisions[i]!, meeting, isOld));

        const others = Array.from({ length: besides }, (_, i) => kpi(`Besides ${i}`, [1, 2, 3]));
        const kept = removed ? kpis.slice(0, 1) : kpis;
        const changed = [...kept.map(one => ({ ...one, target, weight, goal: 'Grow' })), ...others];
        const all = (reversed ? changed.reverse() : changed).map(one => padded(one, before));
        const today = afterMonths(met + months);
        const after = reviewRegister(register(all, { log, today, before, goals: [goal('Grow')] }));
        const now = told(after);

        for (const row of log) {
          const on = first.find(
            alert => alert.kpi === row.kpi && waits(alert) && row.alert.includes(isOld ? alert.raised : alert.id),
          )!;
          if (!kept.some(({ name }) => name === row.kpi)) {
            expect(after.lapsed.map(lapsed => lapsed.alert)).toContain(row.alert);
            continue;
          }
          const same = now.filter(({ kpi, direction }) => kpi === on.kpi && direction === on.direction);
          expect(same.find(({ since }) => since === on.since)).toMatchObject({
            id: on.id,
            decision: { decision: row.decision, date: isoDate(meeting) },
          });
          for (const open of same.filter(waits)) expect(open.since > on.since).toBe(true);
          decided++;
        }
        // What shows is what would show if each KPI were alone, as far as it is sure enough.
        const alone = kept.flatMap(one => told(reviewRegister(register([{ ...one, target }], { log, today }))));
        for (const alert of now) {
          const same = alone.find(({ id }) => id === alert.id)!;
          expect(same).toMatchObject({ since: alert.since, direction: alert.direction, decision: alert.decision });
          expect(alert.raised >= same.raised).toBe(true);
          if (alert.raised > same.raised) later++;
        }
        vanished += alone.length - now.length;
      },
    ),
    { numRuns: 300, seed: 20261127 },
  );
  // It would prove nothing if nothing were decided, raised later, or not raised at all.
  expect(decided).toBeGreaterThan(100);
  expect(later).toBeGreaterThan(5);
  expect(vanished).toBeGreaterThan(5);
});

describe('in the sheets themselves', () => {
  const values = [...quiet(24), ...quiet(6, 4)];
  const { periods } = register([kpi('Orders', values)]);
  const blanks = Array(headersOf(KPIS).length - 2).fill(null);
  const workbook: Snapshot = {
    today: afterMonths(30),
    locale: 'en-GB',
    sheets: [
      {
        name: STRATEGY.name,
        values: [['Review every', 'month'], [], [...headersOf(STRATEGY), null, ...headersOf(STRATEGY, 1)]],
      },
      {
        name: KPIS.name,
        values: [headersOf(KPIS), ['Orders', 'Sales', ...blanks], ['Visits', 'Marketing', ...blanks]],
      },
      {
        name: DATA.name,
        values: [['Period', 'Orders', 'Visits'], ...periods.map((p, i) => [p.start, values[i]!, 20 + (i % 3)])],
      },
    ],
  };
  const [alert] = review(workbook).alerts;
  const decided = applyEdits(workbook, recordDecision(workbook, { alert: alert!, decision: 'watch' }));
  const same = (snapshot: Snapshot) =>
    expect(review(snapshot).alerts.find(({ kpi }) => kpi === 'Orders')).toMatchObject({
      id: alert!.id,
      since: alert!.since,
      state: 'decided',
      decision: { decision: 'watch' },
    });

  test.each(['four-functions', 'retail'])('the template %s comes and goes, and nothing decided opens again', id => {
    const template = templates.find(one => one.id === id)!;
    const sampled = applyEdits(decided, installTemplate(template, decided, { mode: 'sample' }));
    same(sampled);
    // As the owner's own figures its KPIs are judged beside the one that was decided on.
    const installed = applyEdits(sampled, keepSamples(sampled));
    expect(review(installed).kpis.length).toBeGreaterThan(review(decided).kpis.length);
    same(installed);
    same(applyEdits(installed, removeTemplate(installed, template, templates).edits));
  });
  test('columns, rows and sheets change places', () => {
    const swapped = (row: readonly Cell[], columns: number[]) => columns.map(column => row[column] ?? null);
    const moved = decided.sheets.map(block => {
      if (block.name === DATA.name) return { ...block, values: block.values.map(row => swapped(row, [0, 2, 1])) };
      const { values: rows } = block;
      if (block.name === KPIS.name) return { ...block, values: [rows[0]!, rows[2]!, rows[1]!] };
      const across = rows[0]!.map((_, column) => rows[0]!.length - 1 - column);
      return block.name === LOG.name ? { ...block, values: rows.map(row => swapped(row, across)) } : block;
    });
    same({ ...decided, sheets: moved.map(({ name, values }) => ({ name, values })).reverse() });
  });
});
