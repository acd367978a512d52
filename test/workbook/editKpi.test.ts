import type { Cell } from '../../src/cells/value';
import { recordDecision } from '../../src/review/decisions/decision';
import { review } from '../../src/review/review';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Snapshot } from '../../src/workbook/snapshot';
import { editKpi, pauseKpi, stopKpi } from '../../src/workbook/track/editKpi';
import { track } from '../../src/workbook/track/track';
import { history } from '../drift/series';
import { isOfKpi } from '../review/registers';
import { month, workbook } from './workbooks';

/** 10 Feb 2026. Sales fall by six standard deviations in September 2025. */
const TODAY = 46063;
const lines = Array.from({ length: 25 }, (_, i): Cell[] => [
  month(i + 1, 2024),
  100 + Math.round(3 * history(1, 25)[i]! - (i >= 20 ? 18 : 0)),
  400 + Math.round(9 * history(2, 25)[i]!),
]);
const shop = workbook({ Shop: [['Month', 'Sales', 'Visits'], ...lines] }, TODAY);
const base = (kpi: string, column: string, more = {}) => ({
  kpi,
  function: 'Sales',
  target: 100,
  values: { sheet: 'Shop', range: `${column}2:${column}26` },
  ...more,
});
const tracked = [base('Visits', 'C'), base('Sales', 'B', { outOf: 'Visits', goal: 'Grow' })].reduce<Snapshot>(
  (now, request) => applyEdits(now, track(now, request)),
  shop,
);
const alertsOf = (snapshot: Snapshot) => review(snapshot).alerts.filter(isOfKpi);

describe('a new name', () => {
  const [alert] = alertsOf(tracked);
  const decided = applyEdits(tracked, recordDecision(tracked, { alert: alert!, decision: 'watch', note: 'Rain' }));

  test('is carried to the data, the Log and what is out of it; the decision stays with its alert', () => {
    expect(alert).toMatchObject({ kpi: 'Sales', direction: 'down' });
    const renamed = applyEdits(decided, editKpi(decided, 'sales', { kpi: 'Turnover' }));
    const { kpis, problems, log } = readRegister(renamed);
    expect(problems).toEqual([]);
    expect(kpis.map(({ name }) => name)).toEqual(['Visits', 'Turnover']);
    expect(log[0]).toMatchObject({ kpi: 'Turnover' });
    expect(log[0]!.alert.startsWith('Turnover down ')).toBe(true);
    expect(alertsOf(renamed)[0]).toMatchObject({ kpi: 'Turnover', state: 'decided', decision: { note: 'Rain' } });
    expect(review(renamed).lapsed).toEqual([]);
    const visits = applyEdits(renamed, editKpi(renamed, 'Visits', { kpi: 'Guests' }));
    expect(readRegister(visits).kpis.map(({ name, outOf }) => [name, outOf])).toEqual([
      ['Guests', ''],
      ['Turnover', 'Guests'],
    ]);
  });

  test('that is taken, or empty, is refused before anything is written', () => {
    expect(() => editKpi(tracked, 'Sales', { kpi: 'visits' })).toThrow("A KPI or a column 'visits' exists already");
    expect(() => editKpi(tracked, 'Sales', { kpi: ' ' })).toThrow('needs a name');
    expect(() => editKpi(tracked, 'Sails', { kpi: 'X' })).toThrow("There is no KPI 'Sails'");
  });

  test('may differ in its letters only', () => {
    const renamed = applyEdits(tracked, editKpi(tracked, 'Sales', { kpi: 'SALES' }));
    expect(readRegister(renamed).kpis[1]!.name).toBe('SALES');
  });
});

test('every field of the row can be changed or cleared, a new goal and function with it', () => {
  const changes = {
    target: 90,
    better: 'lower' as const,
    owner: 'Ada',
    unit: '€',
    goal: 'Thrive',
    function: 'Shop',
    note: '',
  };
  const changed = applyEdits(tracked, editKpi(tracked, 'Sales', changes));
  expect(readRegister(changed).kpis[1]).toMatchObject({
    target: 90,
    better: 'lower',
    owner: 'Ada',
    unit: '€',
    goal: 'Thrive',
    function: 'Shop',
  });
  const cleared = applyEdits(changed, editKpi(changed, 'Sales', { target: null, owner: '' }));
  expect(readRegister(cleared).kpis[1]).toMatchObject({ target: null, owner: '' });
  expect(() => editKpi(tracked, 'Sales', { better: 'in range', low: 9, high: 3 })).toThrow('Low must be below High');
});

test('a paused KPI leaves score and alerts, keeps its figures, and comes back as it was', () => {
  const paused = applyEdits(tracked, pauseKpi(tracked, 'Sales', TODAY - 1));
  const found = review(paused);
  expect(found.kpis.map(({ name }) => name)).toEqual(['Visits']);
  expect(found.alerts).toEqual([]);
  expect(found.paused).toMatchObject([{ name: 'Sales', since: '2026-02-09' }]);
  expect(found.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const back = applyEdits(paused, pauseKpi(paused, 'Sales', null));
  expect(review(back).alerts).toEqual(review(tracked).alerts);
});

test('a paused KPI still counts as what another is out of', () => {
  const shares = workbook(
    { Shop: [['Month', 'Won', 'Visits'], ...lines.map(([day], i): Cell[] => [day!, (8 + (i % 3)) / 40, 40])] },
    TODAY,
  );
  const both = [base('Visits', 'C'), base('Won', 'B', { outOf: 'Visits', target: 0.2 })].reduce<Snapshot>(
    (now, request) => applyEdits(now, track(now, request)),
    shares,
  );
  const paused = applyEdits(both, pauseKpi(both, 'Visits', TODAY - 1));
  expect(review(paused).kpis[0]!.chart.regimes).toEqual(review(both).kpis[1]!.chart.regimes);
});

test('stopping keeps the figures as plain numbers, or takes them along', () => {
  const kept = applyEdits(tracked, stopKpi(tracked, 'Sales', true));
  expect(readRegister(kept).kpis.map(({ name }) => name)).toEqual(['Visits']);
  const data = kept.sheets.find(({ name }) => name === 'Compass Data')!;
  expect(data.values[1]![2]).toBe(lines[0]![1]);
  expect(data.formulas![1]![2]).toBeNull();
  const gone = applyEdits(tracked, stopKpi(tracked, 'Sales', false));
  expect(gone.sheets.find(({ name }) => name === 'Compass Data')!.values[0]).not.toContain('Sales');
  expect(readRegister(gone).problems).toEqual([]);
});
