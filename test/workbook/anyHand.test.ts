import fc from 'fast-check';
import type { Cell } from '../../src/cells/value';
import { applyEdits, EditConflict } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { edgesToRead } from '../../src/workbook/register/sources';
import { TrackError } from '../../src/workbook/sources/trackError';
import { addUnread } from '../../src/workbook/track/addUnread';
import { track } from '../../src/workbook/track/track';
import { TICKETS, tracked, typed, WEEKLY, workbook } from './workbooks';

/** What a person, or an accident, may leave in a cell. */
const anything: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    ...[
      null,
      '',
      ' ',
      'n/a',
      'KPI',
      'Period',
      'Goal',
      'Tickets',
      'Total',
      '412',
      '=1+1',
      '03/04/2026',
      'Jan 2026',
      'week',
    ],
    ...[true, false, 0, -1, 0.5, 2026, 46_027, 1e308, Number.MAX_SAFE_INTEGER, -46_000],
    ...(['#N/A', '#REF!', '#DIV/0!'] as const).map(error => ({ error })),
  ),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const place = fc
  .tuple(fc.constantFrom(...'ABCDEFGHIQ'), fc.integer({ min: 1, max: 16 }))
  .map(([column, row]) => column + row);
/** Some cells typed over, sheet by sheet. */
const slips = fc.record(
  Object.fromEntries(
    ['Compass Strategy', 'Compass KPIs', 'Compass Data', 'Compass Log', 'Weekly'].map(sheet => [
      sheet,
      fc.dictionary(place, anything, { maxKeys: 6 }),
    ]),
  ),
);

const shop = tracked(workbook({ Weekly: WEEKLY }), TICKETS, {
  ...TICKETS,
  kpi: 'Regulars',
  values: { sheet: 'Weekly', range: 'C4:C13' },
});
const mangled = (slip: Record<string, Record<string, Cell>>) =>
  Object.entries(slip).reduce((book, [sheet, cells]) => typed(book, sheet, cells), shop);

describe('whatever stands in the cells', () => {
  test('is read without an exception, and every problem says where and what', () => {
    fc.assert(
      fc.property(slips, slip => {
        const book = mangled(slip);
        const { kpis, periods, problems } = readRegister(book);
        edgesToRead(book);
        for (const { values, cells } of kpis) {
          expect(values).toHaveLength(periods.length);
          expect(cells).toHaveLength(periods.length);
        }
        expect(periods.map(({ start }) => start)).toEqual(periods.map(({ start }) => start).sort((a, b) => a - b));
        for (const { message, place: where } of problems) {
          expect(message).toMatch(/^\S.*[.?]$/s);
          expect(where?.sheet).toBeTruthy();
        }
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  test('is tracked and extended with edits that apply, or refused in words', () => {
    const inWords = (plan: () => unknown) => {
      try {
        plan();
      } catch (error) {
        if (!(error instanceof TrackError) && !(error instanceof EditConflict)) throw error;
      }
    };
    fc.assert(
      fc.property(slips, slip => {
        const book = mangled(slip);
        inWords(() => applyEdits(book, addUnread(book)));
        inWords(() => applyEdits(book, track(book, { ...TICKETS, kpi: 'Visits' })));
        inWords(() => applyEdits(book, track(book, { kpi: 'Ledger', values: { sheet: 'Weekly', range: 'B:B' } })));
      }),
      { numRuns: 100 },
    );
  }, 30_000);
});
