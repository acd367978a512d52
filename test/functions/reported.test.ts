import type { Cell, Grid } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';

// What users of other tools reported, as the smallest input that shows it; each name says where.

const column = (...figures: Cell[]): Grid => figures.map(figure => [figure]);
const times = (count: number, figure: number): number[] => Array(count).fill(figure);

test('ten figures, each higher than the last, have a trend (mmhs013/pyMannKendall#13)', () => {
  const rising = column(50, 52, 54, 58, 60, 62, 64, 66, 68, 70);
  const [[estimate]] = evaluate('PERIODS_TO_TARGET', [rising, 90]) as [[number]];
  // By hand: a Theil–Sen slope between 2 and 2.25 a period, and 20 to go.
  expect(estimate).toBeGreaterThan(8);
  expect(estimate).toBeLessThan(11);
});

test('one event after 23 months without is no news (PostHog/posthog#57924, twitter/AnomalyDetection#67)', () => {
  // By the rule of succession its chance is 1 in 25 a month.
  expect(evaluate('DRIFT_SIGNAL', [column(...times(23, 0), 1), 'lower'])).toBe('steady');
});

test('one late order of 40 after eleven perfect months is none either (kgdunn/process-improve#271)', () => {
  expect(evaluate('DRIFT_SIGNAL', [column(...times(11, 1), 0.975)])).toBe('steady');
});

test('an obvious step is dated to its period (lubridate#682, tsibble#217, deepcharles/ruptures#336)', () => {
  // Sums of squares around two levels: 12.3 for a cut before the 7th figure, 2,110.9 before the 6th.
  const step = column(100, 101, 99, 100, 98, 101, 150, 151, 149, 150, 152, 151);
  expect(evaluate('DRIFT_BREAKS', [step])).toEqual([[7]]);
  const rent = column(
    2000.1,
    1999.8,
    2000,
    2000.3,
    1999.9,
    2000.2,
    2000,
    2000.1,
    2500.2,
    2499.9,
    2500,
    2500.1,
    2499.8,
    2500.3,
  );
  expect(evaluate('DRIFT_BREAKS', [rent])).toEqual([[9]]);
});

test('limits are those of the mean, as documented, also around a wild figure (anhoej/qicharts2#36)', () => {
  const figures = column(100, 102, 98, 101, 99, 100, 103, 97, 100, 1000, 99, 101);
  // By hand: 2,100 / 12 is 175; the mean moving range is 1,827 / 11, times 2.66.
  const [[centre, lower, upper]] = evaluate('DRIFT_LIMITS', [figures]) as [[number, number, number]];
  expect(centre).toBe(175);
  expect(upper - centre).toBeCloseTo(centre - lower, 9);
  expect(upper).toBeCloseTo(616.8018181818182, 9);
});

test('a month is understood where a date is asked for, as in the periods (until takes no month)', () => {
  const periods = column(
    ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map(m => `${m} 2024`),
  );
  const values = column(100, 103, 98, 101, 99, 104, 97, 102, 100, 99, 101, 103);
  expect(evaluate('DRIFT_SIGNAL', [values, 'higher', periods, 'Nov 2024'])).toBe('steady');
});
