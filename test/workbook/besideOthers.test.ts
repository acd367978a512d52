import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { joinPlaces } from '../../src/workbook/register/joinPlaces';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { track } from '../../src/workbook/track/track';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { MONDAY, problemsOf, rowsOf, TICKETS, tracked, WEEKLY, week, workbook } from './workbooks';

/** A till that is kept by the day, two weeks of 1 to 7. */
const DAYS: Cell[][] = [
  ['Date', 'Stock'],
  ...Array.from({ length: 14 }, (_, day): Cell[] => [MONDAY + day, (day % 7) + 1]),
];
const stock = { kpi: 'Stock', combine: 'mean' as const, values: { sheet: 'Till', range: 'B:B' } };

describe('the same cells for two KPIs', () => {
  test('are no mistake where one is the mean of them and the other the newest', () => {
    const both = tracked(workbook({ Till: DAYS }), stock, { ...stock, kpi: 'Stock at the end', combine: 'last' });
    expect(problemsOf(both)).toEqual([]);
  });
  test('count twice where both are the mean of them, and that is said once', () => {
    const both = tracked(workbook({ Till: DAYS }), stock, { ...stock, kpi: 'Inventory' });
    expect(problemsOf(both)).toHaveLength(1);
    expect(problemsOf(both)[0]).toMatch(/^Stock and Inventory are read from the same cells, .*: they count as 2 KPIs/);
  });
});

describe('a column of the data that no KPI has', () => {
  test('keeps its name, whatever columns stand beside it', () => {
    const regulars = { kpi: 'Share of regulars', values: { sheet: 'Weekly', range: 'C4:C13' } };
    const both = tracked(workbook({ Weekly: WEEKLY }), TICKETS, regulars);
    const row = rowsOf(both, 'Compass KPIs').findIndex(cells => cells.includes('Share of regulars'));
    const orphan = applyEdits(both, [{ kind: 'remove rows', sheet: 'Compass KPIs', row, count: 1 }]);
    expect(() => track(orphan, regulars)).toThrow(
      "Compass Data has a column 'Share of regulars' already, which no KPI has; choose another name.",
    );
    expect(() => track(orphan, { ...regulars, kpi: 'Regulars' })).not.toThrow();
  });
});

describe('new periods in the data', () => {
  const later = workbook({ Weekly: WEEKLY, Till: [['Week', 'Visits'], ...[9, 10, 11].map(at => [week(at), 90])] });
  const visits = { kpi: 'Visits', values: { sheet: 'Till', range: 'B2:B4' } };
  const looks = (snapshot: Snapshot) =>
    track(snapshot, visits).flatMap(edit =>
      edit.kind === 'format' && edit.sheet === 'Compass Data' && edit.column === 0 ? [edit.format.number] : [],
    );

  test('look like those that are there, as the owner formatted them', () => {
    const shop = tracked(later, TICKETS);
    const dotted = shop.sheets.map(one =>
      one.name === 'Compass Data' ? { ...one, formats: one.values.map(row => row.map(() => 'dd.mm.yyyy')) } : one,
    );
    expect(new Set(looks({ ...shop, sheets: dotted }))).toEqual(new Set(['dd.mm.yyyy']));
  });
  test('are shown as dates where those that are there are plain numbers', () => {
    const shop = tracked(later, TICKETS);
    const plain = shop.sheets.map(one =>
      one.name === 'Compass Data' ? { ...one, formats: one.values.map(row => row.map(() => 'General')) } : one,
    );
    expect(new Set(looks({ ...shop, sheets: plain }))).toEqual(new Set(['yyyy-mm-dd']));
  });
});

test('a sum by week leaves out the week that has only begun, and says how many days are missing', () => {
  // Two whole weeks of one line a day, then a Monday and a Tuesday: five days of that week are missing.
  const days = Array.from({ length: 16 }, (_, day): Cell[] => [MONDAY + day, 10]);
  const till = workbook({ Till: [['Date', 'Amount'], ...days] });
  const request = { kpi: 'Amount', combine: 'sum' as const, values: { sheet: 'Till', range: 'B2:B17' } };
  const { notes } = previewTrack(till, request);
  expect(notes).toContain('week of 19 Jan 2026 is left out: 5 of its 7 days have no entry yet.');
  expect(rowsOf(tracked(till, request), 'Compass Data').slice(1)).toEqual([
    [week(0), 70],
    [week(1), 70],
  ]);
});

describe('places in a line', () => {
  const at = (range: string, sheet = 'Plan') => ({ sheet, range });
  test('become the range from the first to the last, along a column or a row, in whatever order', () => {
    expect(joinPlaces([at('B2'), at('B3'), at('B5')])).toEqual(at('B2:B5'));
    expect(joinPlaces([at('B5'), at('B2')])).toEqual(at('B2:B5'));
    expect(joinPlaces([at('B2'), at('D2')])).toEqual(at('B2:D2'));
    expect(joinPlaces([at('D2'), at('B2')])).toEqual(at('B2:D2'));
    expect(joinPlaces([at('B2:C2'), at('E2:F2')])).toEqual(at('B2:F2'));
    expect(joinPlaces([at('B2')])).toEqual(at('B2'));
  });
  test('that are in no line, or on other sheets, are told by the last', () => {
    expect(joinPlaces([at('B2'), at('C3')])).toEqual(at('C3'));
    expect(joinPlaces([at('B2'), at('C3'), at('D4')])).toEqual(at('D4'));
    expect(joinPlaces([at('B2', 'Old'), at('B3')])).toEqual(at('B3'));
    expect(joinPlaces([at('B2'), at('B3', 'Old'), at('B4')])).toEqual(at('B4'));
    expect(joinPlaces([])).toBeNull();
  });
});

test('a part of a sheet that was read further down and to the right stays in its place when it is written to', () => {
  // What a host reads of a long sheet: C3:D4, with formulas and formats.
  const part = {
    name: 'Plan',
    row: 2,
    column: 2,
    values: [
      ['Month', 'Leads'],
      ['Jan', 40],
    ] as Cell[][],
    formulas: [
      [null, null],
      [null, null],
    ],
    formats: [
      ['General', 'General'],
      ['General', '0.0'],
    ],
  };
  const read = { ...workbook({}), sheets: [part] };
  for (const moved of [part, { ...part, row: 0 }, { ...part, column: 0 }]) {
    const after = applyEdits({ ...read, sheets: [moved] }, [
      { kind: 'write', sheet: 'Plan', row: moved.row + 1, column: moved.column + 1, cells: [[41]], expected: [[40]] },
    ]);
    const view = viewSheet(after, 'Plan')!;
    expect(view.cell(moved.row, moved.column)).toBe('Month');
    expect(view.cell(moved.row + 1, moved.column + 1)).toBe(41);
    expect(view.format(moved.row + 1, moved.column + 1)).toBe('0.0');
  }
});
