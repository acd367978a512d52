import { dayOf, serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { review } from '../../src/review/review';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Snapshot } from '../../src/workbook/snapshot';
import { seeded } from '../fixtures/seeded';
import { workbook } from '../workbook/workbooks';

const FIRST = serialOf(1999, 1, 1);
/** A shop that writes down every day: about 40 sales, a stock of about 300, a share of about 0.3. */
function daily(days: number, every: string | null, sales = (day: number) => 40 + (day % 7)): Snapshot {
  const { normal } = seeded(3);
  const rows = Array.from({ length: days }, (_, day): Cell[] => [
    FIRST + day,
    Math.round(sales(day) + 4 * normal()),
    300 - (day % 30),
    0.3 + 0.01 * normal(),
  ]);
  const strategy: Cell[][] = every ? [['Review every', every]] : [['Vision', 'Bread']];
  return workbook(
    {
      'Compass Strategy': strategy,
      'Compass KPIs': [
        ['KPI', 'Business function', 'Better', 'Combine'],
        ['Sales', 'Sales', 'higher', 'sum'],
        ['Stock', 'Operations', 'higher', 'last'],
        ['Regulars', 'Sales', 'higher', 'mean'],
      ],
      'Compass Data': [['Period', 'Sales', 'Stock', 'Regulars'], ...rows],
    },
    FIRST + days + 40,
  );
}

describe('figures written down every day', () => {
  test('are put together to months, each KPI by its Combine, with the cells that they come from', () => {
    const { periods, kpis, strategy } = readRegister(daily(365, 'month'));
    expect(strategy.cadence).toBe('month');
    expect(periods.map(({ label }) => label).slice(0, 2)).toEqual(['Jan 1999', 'Feb 1999']);
    expect(periods).toHaveLength(12);
    const typed = daily(365, 'month').sheets[2]!.values.slice(1);
    const february = typed.filter(([day]) => dayOf(day as number).month === 2);
    const [sales, stock, regulars] = kpis;
    const column = (at: number) => february.map(row => row[at] as number);
    const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0);
    expect(sales!.values[1]).toBe(sum(column(1)));
    expect(stock!.values[1]).toBe(february[27]![2]);
    expect(regulars!.values[1]).toBeCloseTo(sum(column(3)) / 28, 12);
    expect(sales!.cells[1]).toEqual({ sheet: 'Compass Data', range: 'B33:B60' });
  });
  test('are said to be put together', () => {
    expect(review(daily(365, 'quarter')).problems.map(({ message }) => message)).toContain(
      "The rows of Compass Data are days; for a review every quarter they are combined by each KPI's Combine.",
    );
  });
  test('are reviewed by the month where the workbook does not say how often', () => {
    const { cadence, problems } = review(daily(365, null));
    expect(cadence).toBe('month');
    expect(problems.map(({ message }) => message)).toContain(
      "Compass Strategy has no 'Review every'; taken as month from Compass Data.",
    );
  });
  test('a sum of a month that they cover in part is left out and named, a level is not', () => {
    // 15 January 2000 is day 380 from 1 January 1999
    const { kpis, problems } = readRegister(daily(380, 'month'));
    expect(kpis.map(({ values }) => values[12] === null)).toEqual([true, false, false]);
    expect(problems.map(({ message }) => message)).toContain(
      'Sales: Jan 2000 is left out, since 16 of its 31 days have no figure.',
    );
  });
  test('ten thousand of them are reviewed as 328 months, and a change is found', () => {
    const snapshot = daily(9980, 'month', day => (day > 9700 ? 34 : 40));
    const { alerts, kpis, newest } = review(snapshot);
    expect(kpis[0]!.chart.periods).toHaveLength(328);
    expect(newest).toMatchObject({ label: 'Apr 2026' });
    expect(alerts.filter(({ state }) => state === 'open')).toMatchObject([{ kpi: 'Sales', direction: 'down' }]);
  });
});
