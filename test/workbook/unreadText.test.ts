import type { Cell } from '../../src/cells/value';
import { review } from '../../src/review/review';
import type { Edit } from '../../src/workbook/edit';
import { track } from '../../src/workbook/track/track';
import type { TrackRequest } from '../../src/workbook/track/trackRequest';
import { headless } from '../engine/headless';
import { workbook } from './workbooks';

/** 10 Feb 2026. */
const TODAY = 46063;
/** 1 Jan 2024. */
const FIRST = 45292;

/** A till's lines, one every second day of 2024 and 2025, about 8,930 a month; 2025-12-31 is 46022. */
const lines = Array.from({ length: 366 }, (_, i): Cell[] => [FIRST + 2 * i, 560 + ((i * 37) % 71)]).filter(
  ([day]) => (day as number) <= 46022,
);
const till = workbook({ Till: [['Date', 'Amount'], ...lines] }, TODAY);
const request: TrackRequest = { kpi: 'Takings', values: { sheet: 'Till', range: 'B:B' } };

/** What the review says once a till that is tracked was edited, in the calculation engine of the page. */
async function reviewedAfter(edits: Edit[], asked: TrackRequest = request, sheets = till) {
  const engine = headless().createEngine(sheets.sheets);
  try {
    engine.apply(track(sheets, asked));
    engine.apply(edits);
    await engine.calculated();
    const snapshot = engine.snapshot({ today: TODAY, locale: 'en-US', further: [] });
    return { snapshot, review: review(snapshot) };
  } finally {
    engine.dispose();
  }
}

function typed(column: number, from: number, say: (line: Cell[]) => Cell): Edit {
  const cells = lines.slice(from);
  return {
    kind: 'write',
    sheet: 'Till',
    row: 1 + from,
    column,
    cells: cells.map(line => [say(line) as string]),
    expected: cells.map(line => [line[column]!]),
  };
}

test('a till without text is judged, and counts nothing unread', async () => {
  const { snapshot, review: found } = await reviewedAfter([]);
  const kpis = snapshot.sheets.find(({ name }) => name === 'Compass KPIs')!;
  const [headers, row] = kpis.values;
  expect(row![headers!.indexOf('Unread')]).toBe(0);
  expect(row![headers!.indexOf('First unread')]).toBe('');
  expect(row![headers!.indexOf('Gaps')]).toBe('zero');
  expect(found.problems).toEqual([]);
  expect(found.kpis[0]!.variation).toBe('steady');
});

// Case A1 (buckets#740, dream-num/univer#6792 and #6087): amounts pasted as text from some month on.
test('amounts pasted as text make their periods unknown, and are named', async () => {
  const from = lines.findIndex(([day]) => (day as number) >= 45931);
  const { review: found } = await reviewedAfter([typed(1, from, ([, amount]) => `${amount}.00 €`)]);
  const count = lines.length - from;
  expect(found.problems.map(({ message, severity }) => [severity, message])).toEqual([
    [
      'error',
      `Takings: not judged from Oct 2025 to Dec 2025: ${count} amounts are text, the first in Till!B${from + 2}. Convert the text to numbers.`,
    ],
  ]);
  expect(found.alerts).toEqual([]);
  const [takings] = found.kpis;
  expect(takings!.chart.values).toHaveLength(21);
  expect(takings!.period).toBe('2025-09-01');
  expect(takings!.notJudged).toBe(`not judged: ${count} amounts are text, the first in Till!B${from + 2}`);
  expect(found.score.leftOut).toContainEqual({ name: 'Takings', reason: takings!.notJudged });
});

// Case A3 (wealthfolio#1601, SheetJS#658): dates with a day beyond 12 stayed text.
test('dates that are text leave no period known', async () => {
  const from = lines.findIndex(([day]) => (day as number) >= 45950);
  const { review: found } = await reviewedAfter([typed(0, from, () => '20/10/2025')]);
  expect(found.problems.map(({ message }) => message)).toEqual([
    `Takings: not judged: ${lines.length - from} dates or amounts are text, the first in Till!A${from + 2}. Convert the text to dates and numbers.`,
  ]);
  expect(found.alerts).toEqual([]);
  expect(found.kpis[0]!.chart.values.every(value => value === null)).toBe(true);
});

// "A single refund '(1,200.00)'": one amount of one month.
test('one refund in brackets hides one month, not the others', async () => {
  const { review: found } = await reviewedAfter([
    { kind: 'write', sheet: 'Till', row: 51, column: 1, cells: [['(1,200.00)']], expected: [[lines[50]![1]!]] },
  ]);
  expect(found.problems.map(({ message }) => message)).toEqual([
    'Takings: not judged for Apr 2024: 1 amount is text, in Till!B52. Convert the text to numbers.',
  ]);
  const { values } = found.kpis[0]!.chart;
  expect(values.map((value, i) => (value === null ? i : -1)).filter(i => i >= 0)).toEqual([3]);
});

test('words for nothing among the amounts are no text to convert', async () => {
  const { review: found } = await reviewedAfter([
    { kind: 'write', sheet: 'Till', row: 51, column: 1, cells: [['n/a']], expected: [[lines[50]![1]!]] },
    { kind: 'write', sheet: 'Till', row: 52, column: 1, cells: [['-']], expected: [[lines[51]![1]!]] },
  ]);
  expect(found.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(found.kpis[0]!.chart.values[3]).toBeGreaterThan(7000);
});

// Case B1 (metabase#6998, constructorfabric/insight#1982, chaos_genius#367): no order in two months.
describe('two months without a line', () => {
  const without = workbook(
    { Till: [['Date', 'Amount'], ...lines.filter(([day]) => (day as number) < 45901 || (day as number) > 45960)] },
    TODAY,
  );

  test('are months in which nothing came in, and that drop is told', async () => {
    const { review: found } = await reviewedAfter([], request, without);
    expect(found.kpis[0]!.chart.values.slice(19, 23)).toEqual([
      expect.any(Number),
      0,
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(found.alerts.length).toBeGreaterThan(0);
  });

  test('are unknown where that was chosen', async () => {
    const { review: found } = await reviewedAfter([], { ...request, gaps: 'unknown' }, without);
    expect(found.kpis[0]!.chart.values[20]).toBeNull();
  });
});
