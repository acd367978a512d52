import { detectCadence } from '../../src/cells/cadence';
import { addMonths, serialOf } from '../../src/cells/serial';

const months = (count: number, step = 1) =>
  Array.from({ length: count }, (_, i) => addMonths(serialOf(2025, 1, 1), i * step));
const weeks = (count: number) => Array.from({ length: count }, (_, i) => 42_674 + 7 * i);

test('steps of a day, a week, a month and a quarter are told apart', () => {
  expect(detectCadence([46_023, 46_024, 46_025]).cadence).toBe('day');
  expect(detectCadence(weeks(5))).toMatchObject({
    cadence: 'week',
    weekStart: 1,
    order: 'ascending',
    gaps: [],
    repeats: [],
  });
  expect(detectCadence(months(12)).cadence).toBe('month');
  expect(detectCadence(months(5, 3)).cadence).toBe('quarter');
});

test('months named by their last day are months', () => {
  const ends = months(7).map(first => first - 1);
  expect(detectCadence(ends)).toMatchObject({ cadence: 'month', gaps: [], repeats: [] });
});

test('a column may run backwards', () => {
  expect(detectCadence(months(6).reverse())).toMatchObject({ cadence: 'month', order: 'descending', gaps: [] });
});

test('a missing month is named with its neighbours', () => {
  const [jan, feb, , apr, , , jul] = months(7);
  const { cadence, gaps } = detectCadence([jan!, feb!, apr!, jul!, addMonths(jul!, 1), addMonths(jul!, 2)]);
  expect(cadence).toBe('month');
  expect(gaps).toEqual([
    { after: 1, count: 1, message: '1 month is missing between Feb 2025 and Apr 2025' },
    { after: 2, count: 2, message: '2 months are missing between Apr 2025 and Jul 2025' },
  ]);
});

test('two months with one between them are months with a gap', () => {
  expect(detectCadence([months(1)[0]!, months(3)[2]!])).toMatchObject({ cadence: 'month', gaps: [{ count: 1 }] });
});

test('a week that appears twice is named with its places, blanks counted', () => {
  const [one, two, three] = weeks(3);
  expect(detectCadence([one!, null, two!, two!, three!]).repeats).toEqual([
    { at: [2, 3], label: 'week of 7 Nov 2016', message: 'week of 7 Nov 2016 stands 2 times' },
  ]);
});

test('a shop that is closed on Mondays has no gaps, but a day it missed is one', () => {
  // 1 January 2026 is a Thursday; Mondays left out, and Wednesday 14 January once.
  const days = Array.from({ length: 28 }, (_, i) => 46_023 + i).filter(
    day => (day - 46_023) % 7 !== 4 && day !== 46_036,
  );
  const { cadence, gaps } = detectCadence(days);
  expect(cadence).toBe('day');
  expect(gaps.map(gap => gap.message)).toEqual(['1 day is missing between 13 Jan 2026 and 15 Jan 2026']);
});

test('weeks that begin on Sunday stay so', () => {
  expect(detectCadence(weeks(4).map(day => day - 1))).toMatchObject({ cadence: 'week', weekStart: 7, gaps: [] });
});

test.each([
  [[], /one period alone/],
  [[46_023], /one period alone/],
  [[46_023, 46_388, 46_753], /one figure a year/],
  [[46_023, 46_068, 46_113], /no regular steps/],
])('%p has no cadence, and it says why', (serials, problem) => {
  const found = detectCadence(serials);
  expect(found.cadence).toBeNull();
  expect(found.problem).toMatch(problem);
});
