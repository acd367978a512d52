import fc from 'fast-check';
import type { Cell } from '../../src/cells/value';
import { conversionEdits, discover, planFindings, trackRequests } from '../../src/discover';
import type { Snapshot } from '../../src/workbook/snapshot';

/** What may be in a cell of an owner's sheet, much of it of a calendar. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  fc.constantFrom<Cell>(
    ...[
      'Jan',
      'Feb',
      'Mar 2024',
      'Apr 24',
      'Q1',
      'Q2 FY25',
      'W05 2024',
      'Week 6',
      '3/4/2024',
      '2024',
      'FY24',
      'Total',
      'Actual',
      'Budget',
    ],
    ...[
      'Revenue',
      'Umsatz (€)',
      '% change',
      'n/a',
      '-',
      '1.234,5',
      '(12)',
      '5 %',
      'KPI',
      'Unit',
      'Target',
      '≤ 5',
      '売上',
      '4月',
      '',
    ],
    ...[
      2023,
      2024,
      1,
      2,
      3,
      12,
      45_292,
      45_323,
      45_352,
      202_401,
      20_240_105,
      0,
      -5,
      0.25,
      1e15,
      true,
      { error: '#N/A' as const },
    ],
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ maxLength: 12 }),
);
const format = fc.constantFrom(
  'General',
  'yyyy-mm-dd',
  'mmm yyyy',
  '0%',
  '€#,##0',
  '0 "kg"',
  '@',
  '[h]:mm',
  '"',
  '[$-',
);
const sheet = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })).chain(([rows, columns]) =>
  fc.record({
    values: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    formats: fc.array(fc.array(format, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  }),
);
const name = fc.constantFrom('Sheet1', 'Jan 2024', 'Feb 2024', 'Mar 2024', '2024', 'KPIs', 'Compass Data');

test('whatever stands in a workbook is looked through, and what is found can be planned', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(name, sheet), { selector: ([each]) => each, maxLength: 4 }), sheets => {
      const snapshot: Snapshot = {
        today: 46_000,
        locale: 'en-GB',
        sheets: sheets.map(([each, cells]) => ({ name: each, ...cells })),
      };
      const { findings, unreadable } = discover(snapshot);
      for (const { place } of unreadable) expect(place.range).toMatch(/^[A-Z]/);
      const requests = trackRequests(findings, snapshot);
      expect(new Set(requests.map(({ kpi }) => kpi.toLowerCase())).size).toBe(requests.length);
      const { tracked, left } = planFindings(snapshot, requests, conversionEdits(findings));
      expect(tracked.length + left.length).toBe(findings.length);
      for (const { why } of left) expect(why).toMatch(/\S/);
    }),
    { numRuns: 400 },
  );
});

test('a month column of any figures is found with all of them', () => {
  const figure = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(
      fc.array(figure, { minLength: 3, maxLength: 30 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 4 }),
      (figures, down, right) => {
        // One after the other by one they would count the rows.
        fc.pre(figures.some((value, index) => index > 0 && Math.abs(value - figures[index - 1]!) !== 1));
        const months = figures.map((value, index): Cell[] => [
          `${NAMES[index % 12]} ${2020 + Math.floor(index / 12)}`,
          value,
        ]);
        const before = Array<Cell>(right).fill(null);
        const rows = [...Array<Cell[]>(down).fill([null, null]), ['Month', 'Gnomes'], ...months].map(row => [
          ...before,
          ...row,
        ]);
        const { findings } = discover(
          { today: 46_000, locale: 'en', sheets: [{ name: 'S', values: rows }] },
          { looks: false },
        );
        expect(findings).toMatchObject([{ name: 'Gnomes', count: figures.length, figures: figures.slice(-60) }]);
      },
    ),
    { numRuns: 100 },
  );
});

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
