import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { discover, planFindings, trackRequests } from '../../src/discover';
import { review } from '../../src/review/review';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Snapshot } from '../../src/workbook/snapshot';
import { editKpi, stopKpi } from '../../src/workbook/track/editKpi';
import { track } from '../../src/workbook/track/track';
import { headless } from '../engine/headless';
import { differences } from '../templates/inTheGrid';
import { contents, unsolved } from '../templates/wholeWorkbook';
import { month, problemsOf, rowsOf, workbook } from './workbooks';

/** 10 March 2026: an ice cream parlour whose summer is three times its winter, and a budget that knows it, up to December. */
const TODAY = serialOf(2026, 3, 10);
const BUDGET = [40, 45, 60, 80, 100, 120, 125, 115, 90, 60, 45, 40];
const months = Array.from({ length: 24 }, (_, i) => month(i + 1, 2025));
const budget = months.map((_, i) => BUDGET[i % 12]!);
/** Two above the budget and two below it in turn, in 14 months; February 2026 is the 14th. */
const sales = budget.slice(0, 14).map((target, i) => target + (i % 2 === 0 ? 2 : -2));
const parlour = workbook(
  {
    Sales: [['Month', 'Sales'], ...sales.map((amount, i): Cell[] => [months[i]!, amount])],
    Budget: [
      ['', ...months],
      ['Sales', ...budget],
    ],
  },
  TODAY,
);
const request = {
  kpi: 'Sales',
  values: { sheet: 'Sales', range: 'B2:B15' },
  targets: { sheet: 'Budget', range: 'B2:Y2' },
};
const tracked = applyEdits(parlour, track(parlour, request));
const kpiOf = (snapshot: Snapshot) => readRegister(snapshot).kpis[0]!;

describe('a target for each period', () => {
  test('stands in a sheet of its own, which follows the budget, and Target shows that of the newest period', () => {
    const rows = rowsOf(tracked, 'Compass Targets');
    expect(rows[0]).toEqual(['Period', 'Sales']);
    expect(rows.slice(1)).toEqual(budget.map((target, i) => [months[i], target]));
    expect(kpiOf(tracked)).toMatchObject({ target: 45, targets: budget.slice(0, 14) });
    expect(problemsOf(tracked)).toEqual([]);
  });

  test('is what each month is scored against, in the score and in its history', () => {
    const { kpis, score } = review(tracked);
    // February 2026: 45 − 2 of 45.
    expect(kpis[0]).toMatchObject({ latest: 43, target: 45, attainment: 43 / 45 });
    expect(score.score).toBeCloseTo((100 * 43) / 45, 6);
    // Every second month passes its target; June 2025, the 6th, does not: 118 of 120.
    expect(score.history.map(each => each.score?.toFixed(3))).toEqual(
      sales.map((amount, i) => Math.min(100, (100 * amount) / budget[i]!).toFixed(3)),
    );
    // Against the 45 of February alone the summer would have been far beyond, and against a yearly mean the winter a failure.
    expect(kpis[0]!.assurance).toBe('hit or miss');
    expect(kpis[0]!.chart).toMatchObject({ target: null, targets: budget.slice(0, 14) });
  });

  test('is always met where every figure passes its own, whatever the season', () => {
    const better = workbook(
      {
        Sales: [['Month', 'Sales'], ...budget.slice(0, 14).map((t, i): Cell[] => [months[i]!, t + 10 + (i % 2)])],
        Budget: parlour.sheets[1]!.values,
      },
      TODAY,
    );
    expect(review(applyEdits(better, track(better, request))).kpis[0]!.assurance).toBe('always meets it');
  });

  test('is one that a month may lack: it is left out of the score, with why', () => {
    const short = { ...request, targets: { sheet: 'Budget', range: 'B2:N2' } };
    const { kpis, score } = review(applyEdits(parlour, track(parlour, short)));
    expect(kpis[0]).toMatchObject({ target: null, leftOut: 'no target for Feb 2026' });
    expect(score.score).toBeNull();
  });

  test('comes in the grid to what was written with the formulas', async () => {
    const engine = headless().createEngine(parlour.sheets);
    try {
      const edits = track(parlour, request);
      engine.apply(unsolved(edits));
      await engine.calculated();
      const known = contents(applyEdits(parlour, edits));
      const further = [{ sheet: 'Sales' }, { sheet: 'Budget' }];
      expect(differences(known, contents(engine.snapshot({ today: TODAY, locale: 'en-GB', further })))).toEqual([]);
    } finally {
      engine.dispose();
    }
  });

  test('is refused where it is for longer periods, or for none that has figures', () => {
    const quarters = workbook(
      {
        ...sheetsOf(parlour),
        Budget: [
          ['', 'Q1 2025', 'Q2 2025', 'Q3 2025'],
          ['Sales', 1, 2, 3],
        ],
      },
      TODAY,
    );
    expect(() => track(quarters, { ...request, targets: { sheet: 'Budget', range: 'B2:D2' } })).toThrow(
      /for each quarter, the figures for each month/,
    );
    const late = { ...request, targets: { sheet: 'Budget', range: 'T2:Y2' } };
    expect(() => track(parlour, late)).toThrow(/None of the targets in .* is for a period that has figures/);
  });
});

const sheetsOf = ({ sheets }: Snapshot) => Object.fromEntries(sheets.map(({ name, values }) => [name, values]));

describe('targets of a KPI', () => {
  test('go with a new name, and with the KPI', () => {
    const renamed = applyEdits(tracked, editKpi(tracked, 'Sales', { kpi: 'Ice cream' }));
    expect(rowsOf(renamed, 'Compass Targets')[0]).toEqual(['Period', 'Ice cream']);
    expect(kpiOf(renamed).targets).toEqual(budget.slice(0, 14));
    const stopped = applyEdits(renamed, stopKpi(renamed, 'Ice cream', true));
    expect(stopped.sheets.map(({ name }) => name)).not.toContain('Compass Targets');
  });

  test('give way to a single figure, and come back', () => {
    const single = applyEdits(tracked, editKpi(tracked, 'Sales', { target: 70 }));
    expect(kpiOf(single)).toMatchObject({ target: 70 });
    expect(kpiOf(single).targets).toBeUndefined();
    const again = applyEdits(single, editKpi(single, 'Sales', { targets: request.targets }));
    expect(kpiOf(again)).toMatchObject({ target: 45, targets: budget.slice(0, 14) });
  });

  test('of one that nobody has are named', () => {
    const odd = {
      ...tracked,
      sheets: tracked.sheets.map(sheet => (sheet.name === 'Compass Targets' ? renamedHeader(sheet) : sheet)),
    };
    expect(problemsOf(odd)).toEqual([
      expect.stringMatching(/Compass Targets B1: .* targets of 'Salse', .*did you mean Sales/),
    ]);
  });
});

function renamedHeader(sheet: Snapshot['sheets'][number]) {
  return { ...sheet, values: sheet.values.map((row, at) => (at === 0 ? ['Period', 'Salse'] : row)) };
}

test('a budget that is found beside the figures becomes the targets of their periods', () => {
  const book = workbook(
    {
      Plan: [['Month', 'Actual', 'Budget'], ...sales.map((amount, i): Cell[] => [months[i]!, amount, budget[i]!])],
    },
    TODAY,
  );
  const { findings } = discover(book);
  expect(findings).toHaveLength(1);
  const { edits, left } = planFindings(book, trackRequests(findings, book));
  expect(left).toEqual([]);
  expect(kpiOf(applyEdits(book, edits)).targets).toEqual(budget.slice(0, 14));
});
