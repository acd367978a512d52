import type { Cell } from '../../src/cells/value';
import { discover } from '../../src/discover';
import { planFindings, trackRequests } from '../../src/discover/trackFindings';
import { review } from '../../src/review/review';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { addUnread } from '../../src/workbook/track/addUnread';
import { track } from '../../src/workbook/track/track';
import { workbook } from './workbooks';

/** 6 January 2025, a Monday. */
const MONDAY = 45663;

/** Complaints, a line each: as many on the Tuesday of each week as `counts` says, and no amount anywhere. */
function complaints(counts: number[]) {
  const lines = counts.flatMap((count, week) =>
    Array.from({ length: count }, (): Cell[] => [MONDAY + 7 * week + 1, 'cold soup']),
  );
  return workbook({ Complaints: [['Date', 'What'], ...lines] }, MONDAY + 7 * counts.length + 3);
}

const COUNTS = [3, 2, 4, 3, 0, 2, 3, 4, 2, 3, 3, 2];
const shop = complaints(COUNTS);

describe('lines without an amount', () => {
  test('are found, and called as their sheet is', () => {
    const { findings } = discover(shop);
    expect(findings).toMatchObject([
      { name: 'Complaints', better: 'lower', cadence: 'week', combine: 'sum', values: { range: 'A:A' } },
    ]);
  });

  const { findings } = discover(shop);
  const { edits, left } = planFindings(shop, trackRequests(findings, shop));
  const tracked = applyEdits(shop, edits);

  test('are counted by their dates, a week without one as 0', () => {
    expect(left).toEqual([]);
    const [kpi] = readRegister(tracked).kpis;
    // The first and the last week are not covered from their Monday to their Sunday: every line is on a Tuesday.
    expect(kpi!.values).toEqual(COUNTS.slice(0, kpi!.values.length));
    expect(kpi!.values.length).toBeGreaterThanOrEqual(11);
    expect(viewSheet(tracked, 'Compass Data')!.formula(1, 1)).toMatch(/COUNTIFS\(Complaints!\$A:\$A,">="&\$A2/);
    expect(review(tracked).problems).toEqual([]);
  });

  test('go on being counted when lines are added', () => {
    const later = complaints([...COUNTS, 5, 1, 2]);
    const grown = {
      ...tracked,
      today: later.today,
      sheets: tracked.sheets.map(sheet => (sheet.name === 'Complaints' ? later.sheets[0]! : sheet)),
    };
    const after = applyEdits(grown, addUnread(grown, undefined, true));
    const [kpi] = readRegister(after).kpis;
    expect(kpi!.values.slice(COUNTS.length, COUNTS.length + 2)).toEqual([5, 1]);
  });

  test('can be a part of a column', () => {
    const part = { sheet: 'Complaints', range: `A2:A${1 + COUNTS.reduce((sum, count) => sum + count)}` };
    const after = applyEdits(shop, track(shop, { kpi: 'Complaints', values: part, periods: part, better: 'lower' }));
    expect(readRegister(after).kpis[0]!.values).toEqual(expect.arrayContaining([2, 4, 3, 0]));
  });
});
