import { chartText } from '../../sidebar/charts/chartText';
import { KpiChart } from '../../sidebar/charts/KpiChart';
import { Sparkline } from '../../sidebar/charts/Sparkline';
import type { Chart } from '../../src/review/types';
import { svgText } from './svgText';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A chart of months from January 2025 on; limits and points are those of the test, drawn as they come. */
function chartOf(values: (number | null)[], rest: Partial<Chart> = {}): Chart {
  const periods = values.map((_, index) => {
    const year = 2025 + Math.floor(index / 12);
    const month = index % 12;
    return { date: `${year}-${String(month + 1).padStart(2, '0')}-01`, label: `${MONTHS[month]} ${year}` };
  });
  return {
    periods,
    values,
    regimes: [],
    season: null,
    points: [],
    target: null,
    low: null,
    high: null,
    format: '0',
    ...rest,
  };
}

const states: Record<string, { chart: Chart; since?: string; good?: boolean }> = {
  'steady, around its target': {
    chart: chartOf([41, 43, 40, 42, 44, 41, 42, 40], {
      regimes: [{ from: 0, to: 7, centre: 41.6, lower: 36, upper: 47.2 }],
      target: 42,
    }),
  },
  'a shift, with limits before and after the break': {
    chart: chartOf([60, 62, 59, 61, 60, 61, 45, 44, 46, 43, 45, 44], {
      regimes: [
        { from: 0, to: 5, centre: 60.5, lower: 56, upper: 65 },
        { from: 6, to: 11, centre: 44.5, lower: 40, upper: 49 },
      ],
      points: [6, 7, 8],
      target: 58,
    }),
    since: '2025-07-01',
  },
  'a season, which the limits follow': {
    chart: chartOf([90, 120, 95, 118, 60, 81, 62, 79], {
      regimes: [
        { from: 0, to: 3, centre: 100, lower: 90, upper: 110 },
        { from: 4, to: 7, centre: 70, lower: 62, upper: 78 },
      ],
      season: { kind: 'multiplicative', effects: [0.9, 1.2, 0.9, 1.2, 0.9, 1.2, 0.9, 1.2] },
      points: [4, 5, 6, 7],
    }),
    since: '2025-05-01',
  },
  'a good change': {
    chart: chartOf([0.31, 0.3, 0.32, 0.31, 0.3, 0.36, 0.37], {
      regimes: [{ from: 0, to: 6, centre: 0.32, lower: 0.28, upper: 0.36 }],
      points: [5, 6],
      format: '0.0%',
    }),
    since: '2025-06-01',
    good: true,
  },
  'a month without a figure': {
    chart: chartOf([12, 13, null, 12, null, 14, 13], {
      regimes: [{ from: 0, to: 6, centre: 12.8, lower: 10, upper: 15.6 }],
    }),
  },
  'a band, low to high': {
    chart: chartOf([14, 15, 13, 16, 14, 22], {
      regimes: [{ from: 0, to: 5, centre: 14.5, lower: 9, upper: 20 }],
      low: 10,
      high: 18,
      points: [5],
    }),
  },
  'too early to tell': { chart: chartOf([1200000, 1250000, 1190000], { target: 1300000, format: '#,##0' }) },
};

describe('a chart', () => {
  test.each(Object.entries(states))('%s', (_, { chart, since, good }) => {
    expect(svgText(<KpiChart chart={chart} name="KPI" since={since} good={good} />)).toMatchSnapshot();
  });

  test('without a figure says so', () => {
    expect(svgText(<KpiChart chart={chartOf([null, null])} name="KPI" />)).toContain('No figures yet.');
  });

  test('never draws a line across a gap', () => {
    const drawn = svgText(<KpiChart chart={states['a month without a figure']!.chart} name="KPI" />);
    expect(drawn.match(/class="chart-values"/g)).toHaveLength(3);
  });

  test('marks what counts by shape as well: a diamond where the others are round', () => {
    const drawn = svgText(<KpiChart {...states['a shift, with limits before and after the break']!} name="KPI" />);
    expect(drawn.match(/<path class="chart-adverse"/g)).toHaveLength(3);
    expect(drawn.match(/<circle class="chart-point"/g)).toHaveLength(9);
  });

  test('holds no number that a drawing cannot have', () => {
    for (const { chart } of Object.values(states)) {
      expect(svgText(<KpiChart chart={chart} name="KPI" />)).not.toMatch(/NaN|Infinity|undefined/);
      expect(svgText(<Sparkline chart={chart} name="KPI" />)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test('in small shows range, target, line and the newest figure', () => {
    expect(svgText(<Sparkline chart={states['steady, around its target']!.chart} name="KPI" />)).toMatchSnapshot();
  });
});

describe('the words beside a chart', () => {
  test('tell both levels, the target, the onset and the points that count', () => {
    const { chart, since } = states['a shift, with limits before and after the break']!;
    expect(chartText(chart, 'Tickets', since)).toEqual({
      title: 'Tickets, Jan 2025 to Dec 2025',
      description:
        'Latest 44 (Dec 2025). Jan 2025 to Jun 2025: usually between 56 and 65, centre 61. ' +
        'Jul 2025 to Dec 2025: usually between 40 and 49, centre 45. Target 58. Changed since Jul 2025. ' +
        'Points that count: Jul 2025, Aug 2025, Sep 2025.',
    });
  });

  test('tell a band, and that there is nothing yet', () => {
    expect(chartText(states['a band, low to high']!.chart, 'Stock').description).toContain('In range from 10 to 18.');
    expect(chartText(chartOf([null]), 'Stock').description).toBe('No figures yet.');
  });
});
