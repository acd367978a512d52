import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { edgesToRead, parseSource } from '../../src/workbook/register/sources';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { addUnread } from '../../src/workbook/track/addUnread';
import { month, problemsOf, rowsOf, TICKETS, tracked, typed, WEEKLY, week, workbook } from './workbooks';

const shop = tracked(workbook({ Weekly: WEEKLY }), TICKETS);
const unreadOf = (snapshot: Snapshot) => readRegister(snapshot).unread;
const ticketsOf = (snapshot: Snapshot) => readRegister(snapshot).kpis[0]!.values;
const twoMore = typed(shop, 'Weekly', { A14: week(10), B14: 390, A15: week(11), B15: 385 });

describe('the text of Source', () => {
  test.each([
    ['Weekly!B4:B26 by Weekly!A4:A26', 'Weekly', 'Weekly'],
    ["'Sales by week'!B4:B26 by 'Sales by week'!A4:A26", 'Sales by week', 'Sales by week'],
    ["'It''s mine'!$B$4:$B$26 BY Dates!A4:A26", "It's mine", 'Dates'],
    ['Till!E:E by Till!A:A', 'Till', 'Till'],
  ])('%s', (text, values, periods) => {
    expect(parseSource(text)).toMatchObject({ values: { sheet: values }, periods: { sheet: periods }, text });
  });

  test.each([
    'Weekly!B4:B26',
    'B4:B26 by A4:A26',
    'somewhere by the till',
    ' by Weekly!A4:A26',
    'Till!B:BbyTill!A:A',
    '',
  ])('%s is none', text => {
    expect(parseSource(text)).toBeNull();
  });
});

describe('what a host reads in its second go', () => {
  test('is the period cells of each source and the 60 cells after its end, in one rectangle', () => {
    // Periods A4:A13 with A14:A73 below them, values B14:B73 beside these.
    expect(edgesToRead(shop)).toEqual([{ sheet: 'Weekly', range: 'A4:B73' }]);
  });

  test('stays one rectangle for more KPIs of one sheet, and two reads for two sheets', () => {
    const more = tracked(shop, { ...TICKETS, kpi: 'Regulars', values: { sheet: 'Weekly', range: 'C4:C13' } });
    expect(edgesToRead(more)).toEqual([{ sheet: 'Weekly', range: 'A4:C73' }]);
  });

  test('is nothing after an end where the sheet ends: a newest week in the first row', () => {
    const rows = [2, 1, 0].map((n): Cell[] => [week(n), 100 + n]);
    const top = tracked(workbook({ Site: rows }), { kpi: 'Visits', values: { sheet: 'Site', range: 'B1:B3' } });
    expect(edgesToRead(top)).toEqual([{ sheet: 'Site', range: 'A1:A3' }]);
    expect(unreadOf(top)).toEqual([]);
    // Across there is one column of room before B.
    const rowed = workbook({
      Site: [
        ['', ...[2, 1, 0].map(week)],
        ['', 102, 101, 100],
      ],
    });
    const across = tracked(rowed, { kpi: 'Visits', values: { sheet: 'Site', range: 'B2:D2' } });
    expect(edgesToRead(across)).toEqual([{ sheet: 'Site', range: 'A1:D2' }]);
    // One row further down there is room for one more.
    const second = tracked(workbook({ Site: [[], ...rows] }), {
      kpi: 'Visits',
      values: { sheet: 'Site', range: 'B2:B4' },
    });
    expect(edgesToRead(second)).toEqual([{ sheet: 'Site', range: 'A1:B4' }]);
  });

  test('leaves ledgers alone', () => {
    const lines: Cell[][] = [['Date', 'Amount'], ...Array.from({ length: 21 }, (_, day): Cell[] => [week(0) + day, 5])];
    const ledger = tracked(workbook({ Till: lines }), { kpi: 'Amount', values: { sheet: 'Till', range: 'B:B' } });
    expect(edgesToRead(ledger)).toEqual([]);
  });

  test('leaves out a sheet that is gone, which the review names', () => {
    const gone = { ...shop, sheets: shop.sheets.filter(({ name }) => name !== 'Weekly') };
    expect(edgesToRead(gone)).toEqual([]);
    expect(problemsOf(gone)).toEqual([
      "The source of 'Tickets' is on a sheet 'Weekly', which the workbook does not have.",
    ]);
  });
});

describe('figures typed after the end of a source', () => {
  test('are offered', () => {
    expect(unreadOf(twoMore)).toEqual([
      {
        kpi: 'Tickets',
        periods: 2,
        place: { sheet: 'Weekly', range: 'B14:B15' },
        message: '2 weeks not read yet: add them',
      },
    ]);
    expect(unreadOf(shop)).toEqual([]);
  });

  test('are added when asked for: rows, formulas, and the longer source', () => {
    const after = applyEdits(twoMore, addUnread(twoMore, 'Tickets'));
    expect(ticketsOf(after).slice(9)).toEqual([404, 390, 385]);
    expect(viewSheet(after, 'Compass Data')!.formula(12, 1)).toBe('=IF(Weekly!$B$15="","",Weekly!$B$15)');
    expect(readRegister(after).kpis[0]!.source!.text).toBe('Weekly!B4:B15 by Weekly!A4:A15');
    expect(unreadOf(after)).toEqual([]);
    expect(problemsOf(after)).toEqual([]);
  });

  test('are not offered where only the dates were filled in ahead', () => {
    expect(unreadOf(typed(shop, 'Weekly', { A14: week(10), A15: week(11) }))).toEqual([]);
  });

  test('end at a month that is not whole, and at a cell that names none', () => {
    const monthly = tracked(
      workbook({ Site: [['Month', 'Visits'], ...[1, 2, 3].map((n): Cell[] => [month(n), 100 + n])] }),
      { kpi: 'Visits', values: { sheet: 'Site', range: 'B2:B4' } },
    );
    expect(unreadOf(typed(monthly, 'Site', { A5: 'April 2026', B5: 104 }))).toMatchObject([{ periods: 1 }]);
    expect(unreadOf(typed(monthly, 'Site', { A5: 'April 1-20, 2026', B5: 80 }))).toEqual([]);
    expect(unreadOf(typed(monthly, 'Site', { A5: 'soon', B5: 80 }))).toEqual([]);
  });

  test('end at a total', () => {
    expect(unreadOf(typed(shop, 'Weekly', { A14: 'Total', B14: 4052 }))).toEqual([]);
  });

  test('are added for every KPI at once, in one row a period', () => {
    const both = tracked(shop, { ...TICKETS, kpi: 'Regulars', values: { sheet: 'Weekly', range: 'C4:C13' } });
    const more = typed(both, 'Weekly', { A14: week(10), B14: 390, C14: 0.4 });
    expect(unreadOf(more).map(({ message }) => message)).toEqual([
      '1 week not read yet: add it',
      '1 week not read yet: add it',
    ]);
    const after = applyEdits(more, addUnread(more));
    expect(rowsOf(after, 'Compass Data')[11]).toEqual([week(10), 390, 0.4]);
    expect(readRegister(after).periods).toHaveLength(11);
  });

  test('are found above a table that has its newest week first', () => {
    const rows = [2, 1, 0].map((n): Cell[] => [week(n), 100 + n]);
    const newestFirst = tracked(workbook({ Site: [['Visits'], [], [], ['Week', 'Visits'], [], ...rows] }), {
      kpi: 'Visits',
      values: { sheet: 'Site', range: 'B6:B8' },
    });
    const more = typed(newestFirst, 'Site', { A5: week(3), B5: 103 });
    expect(unreadOf(more)).toMatchObject([{ periods: 1, place: { sheet: 'Site', range: 'B5' } }]);
    const after = applyEdits(more, addUnread(more));
    expect(ticketsOf(after)).toEqual([100, 101, 102, 103]);
    expect(readRegister(after).kpis[0]!.source!.text).toBe('Site!B5:B8 by Site!A5:A8');
  });

  test('of a quarterly survey stand in the month in which their quarter ends', () => {
    const monthly: Cell[][] = [['Month', 'Leads'], ...[1, 2, 3, 4, 5, 6].map((n): Cell[] => [month(n), 40 + n])];
    const quarterly: Cell[][] = [
      ['Quarter from', 'Happy'],
      [month(1), 0.8],
      [month(4), 0.82],
    ];
    const before = tracked(
      workbook({ Monthly: monthly, Survey: quarterly }),
      { kpi: 'Leads', values: { sheet: 'Monthly', range: 'B2:B7' } },
      { kpi: 'Happy', values: { sheet: 'Survey', range: 'B2:B3' } },
    );
    const more = typed(before, 'Survey', { A4: month(7), B4: 0.79 });
    expect(unreadOf(more)).toMatchObject([{ kpi: 'Happy', message: '1 quarter not read yet: add it' }]);
    const { kpis, periods } = readRegister(applyEdits(more, addUnread(more)));
    expect(periods.flatMap(({ label }, index) => kpis[1]!.values[index] ?? label)).toEqual(
      // Figures are in March, June and September; the months between show their names here.
      ['Jan 2026', 'Feb 2026', 0.8, 'Apr 2026', 'May 2026', 0.82, 'Jul 2026', 'Aug 2026', 0.79],
    );
  });

  test('that repeat a period are refused by name', () => {
    const repeated = typed(shop, 'Weekly', { A14: week(9), B14: 390 });
    expect(() => addUnread(repeated)).toThrow('Weekly!B14: week of 9 Mar 2026 appears twice');
  });
});

describe('a source that adds up', () => {
  const monthly: Cell[][] = [['Month', 'Leads'], ...[1, 2].map((n): Cell[] => [month(n), 40 + n])];
  const days = (count: number) => Array.from({ length: count }, (_, day): Cell[] => [month(1) + day, 2]);
  const daily = (count: number) =>
    tracked(
      workbook({ Monthly: monthly, Daily: [['Day', 'Tickets'], ...days(count)] }),
      { kpi: 'Leads', values: { sheet: 'Monthly', range: 'B2:B3' } },
      { kpi: 'Tickets', values: { sheet: 'Daily', range: 'B2:B60' } },
    );

  test('takes the longer range in every row when days were added, and rows for the months they fill', () => {
    // January has 31 days and February 28, two tickets each; 1 to 31 March are typed since.
    const before = daily(59);
    expect(readRegister(before).kpis[1]!.values).toEqual([62, 56]);
    const march = Object.fromEntries(
      Array.from({ length: 31 }, (_, day) => [
        [`A${61 + day}`, month(3) + day],
        [`B${61 + day}`, 2],
      ]).flat() as [string, Cell][],
    );
    const more = typed(before, 'Daily', march);
    expect(unreadOf(more)).toMatchObject([{ kpi: 'Tickets', message: '31 rows not read yet: add them' }]);
    const after = applyEdits(more, addUnread(more, 'Tickets', true));
    expect(readRegister(after).kpis[1]!.values).toEqual([62, 56, 62]);
    expect(viewSheet(after, 'Compass Data')!.formula(1, 2)).toContain('SUMIFS(Daily!$B$2:$B$91,');
    expect(readRegister(after).kpis[1]!.source!.text).toBe('Daily!B2:B91 by Daily!A2:A91');
  });

  test('as a ledger is offered the weeks that have ended since, by the calendar', () => {
    const lines: Cell[][] = [['Date', 'Amount'], ...Array.from({ length: 21 }, (_, day): Cell[] => [week(0) + day, 5])];
    const ledger = (today: number) =>
      tracked(workbook({ Till: lines }, today), { kpi: 'Amount', values: { sheet: 'Till', range: 'B:B' } });
    expect(unreadOf(ledger(week(3)))).toEqual([]);
    const later = ledger(week(5));
    expect(unreadOf(later)).toMatchObject([{ periods: 2, message: '2 weeks not read yet: add them' }]);
    const after = applyEdits(later, addUnread(later, 'Amount', true));
    expect(rowsOf(after, 'Compass Data').slice(3)).toEqual([
      [week(2), 35],
      [week(3), ''],
      [week(4), ''],
    ]);
    // One week in the data is enough to go on from.
    const single = tracked(workbook({ Till: lines.slice(0, 8) }, week(3)), {
      kpi: 'Amount',
      values: { sheet: 'Till', range: 'B:B' },
    });
    expect(unreadOf(single)).toMatchObject([{ periods: 2 }]);
    // A till that has been silent for years is an old workbook, not one to be extended.
    expect(unreadOf(ledger(serialOf(2031, 1, 1)))).toEqual([]);
  });
});

describe('a source that was sorted', () => {
  const weekly = shop.sheets.find(({ name }) => name === 'Weekly')!;
  const sorted: Snapshot = {
    ...shop,
    sheets: shop.sheets.map(one =>
      one === weekly ? { ...one, values: [...one.values.slice(0, 3), ...one.values.slice(3).reverse()] } : one,
    ),
  };

  test('is an error that names the cell, and its figures are not judged', () => {
    expect(problemsOf(sorted)).toEqual([
      "Weekly A4 is week of 9 Mar 2026 now, but Compass Data has its figure under week of 5 Jan 2026: the rows of Weekly were sorted or their dates changed. Sort them back by date; until then these figures of 'Tickets' are left out.",
    ]);
    expect(readRegister(sorted).problems[0]!.place).toEqual({ sheet: 'Weekly', range: 'A4' });
    expect(ticketsOf(sorted).every(value => value === null)).toBe(true);
  });

  test('is the same where its dates became those of weeks: each is in the month in which it begins', () => {
    const months: Cell[][] = [['Month', 'Leads'], ...[1, 2, 3, 4].map((n): Cell[] => [month(n), 40 + n])];
    const leads = tracked(workbook({ S: months }), { kpi: 'Leads', values: { sheet: 'S', range: 'B2:B5' } });
    // The weeks from 19 and 26 January, and from 2 and 9 February 2026; the second one ends on 1 February.
    const weekly = typed(leads, 'S', { A2: week(2), A3: week(3), A4: week(4), A5: week(5) });
    expect(problemsOf(weekly)[0]).toMatch(/^S A3 is Jan 2026 now, but Compass Data has its figure under Feb 2026/);
    expect(ticketsOf(weekly)).toEqual([41, null, null, null]);
  });

  test('is no error where rows were only inserted: the formulas follow their cells', () => {
    // A line above the table, as a spreadsheet leaves cells and formulas after it.
    const inserted = applyEdits(shop, [{ kind: 'insert rows', sheet: 'Weekly', row: 1, count: 2 }]);
    expect(viewSheet(inserted, 'Compass Data')!.formula(1, 1)).toBe('=IF(Weekly!$B$6="","",Weekly!$B$6)');
    expect(problemsOf(inserted)).toEqual([]);
    expect(readRegister(inserted).kpis[0]!.cells[0]).toEqual({ sheet: 'Weekly', range: 'B6' });
    expect(edgesToRead(inserted)).toEqual([{ sheet: 'Weekly', range: 'A6:B75' }]);
  });
});
