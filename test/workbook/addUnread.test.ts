import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { edgesToRead } from '../../src/workbook/register/sources';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { addUnread, recount } from '../../src/workbook/track/addUnread';
import { month, problemsOf, rowsOf, tracked, typed, week, workbook } from './workbooks';

// What was typed after the end of a source, by the kinds of sources there are. Figures are added up by hand beside each.

const sourceOf = (snapshot: Snapshot, at = 0) => readRegister(snapshot).kpis[at]!.source!.text;
const formulaOf = (snapshot: Snapshot, row: number, column: number) =>
  viewSheet(snapshot, 'Compass Data')!.formula(row, column);
const read = (snapshot: Snapshot) => readRegister(snapshot).unread.map(({ message, place }) => [message, place.range]);
/** Cells to be typed: a line a day from a row on. */
const lines = (row: number, first: number, figures: Cell[]): Record<string, Cell> =>
  Object.fromEntries(
    figures.flatMap((figure, i) => [
      [`A${row + i}`, first + i],
      [`B${row + i}`, figure],
    ]),
  );

describe('figures in a row', () => {
  const across = tracked(
    workbook({
      Plan: [
        ['', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
        ['Leads', 40, 44, 41],
      ],
    }),
    { kpi: 'Leads', values: { sheet: 'Plan', range: 'B2:D2' } },
  );

  test('go on to the right, with a row, a formula and the source', () => {
    expect(edgesToRead(across)).toEqual([{ sheet: 'Plan', range: 'B1:BL2' }]);
    const more = typed(across, 'Plan', { E1: 'Apr 2026', E2: 45, F1: 'May 2026', F2: 46 });
    expect(read(more)).toEqual([['2 months not read yet: add them', 'E2:F2']]);
    const after = applyEdits(more, addUnread(more));
    expect(rowsOf(after, 'Compass Data').slice(3)).toEqual([
      [month(3), 41],
      [month(4), 45],
      [month(5), 46],
    ]);
    expect(formulaOf(after, 5, 1)).toBe('=IF(Plan!$F$2="","",Plan!$F$2)');
    expect(sourceOf(after)).toBe('Plan!B2:F2 by Plan!B1:F1');
    expect([read(after), problemsOf(after)]).toEqual([[], []]);
  });

  test('end where a month has no figure yet, and none is made of a word for nothing or of zeros ahead', () => {
    const ahead = { E1: 'Apr 2026', F1: 'May 2026', G1: 'Jun 2026', H1: 'Jul 2026', H2: 0 };
    expect(read(typed(across, 'Plan', { ...ahead, E2: 45, F2: 'n/a', G2: '' }))).toEqual([
      ['1 month not read yet: add it', 'E2'],
    ]);
    // A zero of a month that has begun is a figure: the workbook is read on 1 June 2026.
    expect(read(typed(across, 'Plan', { ...ahead, E2: 45, F2: 0, G2: 0 }))).toEqual([
      ['3 months not read yet: add them', 'E2:G2'],
    ]);
  });

  test('keep a month that was left out between two others blank', () => {
    const more = typed(across, 'Plan', { E1: 'Apr 2026', F1: 'May 2026', F2: 46 });
    expect(read(more)).toEqual([['1 month not read yet: add it', 'E2:F2']]);
    const after = applyEdits(more, addUnread(more));
    expect(readRegister(after).kpis[0]!.values).toEqual([40, 44, 41, null, 46]);
  });

  test('that name the same month twice are refused, with its cell', () => {
    const more = typed(across, 'Plan', { E1: 'Apr 2026', E2: 45, F1: 'Apr 2026', F2: 46 });
    expect(() => addUnread(more)).toThrow('Plan!F2: Apr 2026 appears twice; a period can have one figure only.');
  });

  test('are added for the KPI that is named, and for no other', () => {
    const two = tracked(typed(across, 'Plan', { A3: 'Won', B3: 8, C3: 9, D3: 7 }), {
      kpi: 'Won',
      values: { sheet: 'Plan', range: 'B3:D3' },
      periods: { sheet: 'Plan', range: 'B1:D1' },
    });
    const more = typed(two, 'Plan', { E1: 'Apr 2026', E2: 45, E3: 10 });
    const after = applyEdits(more, addUnread(more, ' WON '));
    expect(rowsOf(after, 'Compass Data')[4]).toEqual([month(4), null, 10]);
    expect([sourceOf(after), sourceOf(after, 1)]).toEqual(['Plan!B2:D2 by Plan!B1:D1', 'Plan!B3:E3 by Plan!B1:E1']);
    expect(addUnread(more, 'Lost')).toEqual([]);
  });

  test('with its newest first go on to the left', () => {
    const newestFirst = tracked(
      workbook({
        Plan: [
          ['', '', '', '', 'Mar 2026', 'Feb 2026', 'Jan 2026'],
          ['Leads', '', '', '', 41, 44, 40],
        ],
      }),
      { kpi: 'Leads', values: { sheet: 'Plan', range: 'E2:G2' } },
    );
    const more = typed(newestFirst, 'Plan', { D1: 'Apr 2026', D2: 45, C1: 'May 2026', C2: 46 });
    const after = applyEdits(more, addUnread(more));
    expect(readRegister(after).kpis[0]!.values).toEqual([40, 44, 41, 45, 46]);
    expect(sourceOf(after)).toBe('Plan!C2:G2 by Plan!C1:G1');
  });

  test('take the number format of the figures before them', () => {
    const shares = workbook({
      Plan: [
        ['', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
        ['Won', 0.1, 0.2, 0.3],
      ],
    });
    shares.sheets[0]!.formats = [[], ['General', '0.0%', '0.0%', '0.0%']].map(row => [
      ...row,
      ...Array(4 - row.length).fill('General'),
    ]);
    const shop = tracked(shares, { kpi: 'Won', values: { sheet: 'Plan', range: 'B2:D2' } });
    const more = typed(shop, 'Plan', { E1: 'Apr 2026', E2: 0.4 });
    const after = applyEdits(more, addUnread(more));
    expect(viewSheet(after, 'Compass Data')!.format(4, 1)).toBe('0.0%');
    expect(viewSheet(after, 'Compass Data')!.format(4, 0)).toBe('mmm yyyy');
  });
});

describe('figures that are added up', () => {
  /** Two a day in January and February 2026, by month. */
  const daily = (request = {}) =>
    tracked(
      workbook({
        Daily: [['Day', 'Tickets'], ...Array.from({ length: 59 }, (_, day): Cell[] => [month(1) + day, 2])],
      }),
      { kpi: 'Tickets', values: { sheet: 'Daily', range: 'B2:B60' }, cadence: 'month', ...request },
    );
  const march = (days: number) => lines(61, month(3), Array(days).fill(3));

  test('have a row for a month once its days are there, not before; a mean has one at once', () => {
    // 20 days of March: 11 of 31 are missing, more than a sixth.
    const some = typed(daily(), 'Daily', march(20));
    expect(rowsOf(applyEdits(some, addUnread(some, undefined, true)), 'Compass Data').slice(1)).toEqual([
      [month(1), 62],
      [month(2), 56],
    ]);
    // 27 days: 4 are missing, less than a sixth.
    const most = typed(daily(), 'Daily', march(27));
    expect(rowsOf(applyEdits(most, addUnread(most, undefined, true)), 'Compass Data').slice(3)).toEqual([
      [month(3), 81],
    ]);
    const mean = typed(daily({ combine: 'mean' }), 'Daily', march(20));
    expect(rowsOf(applyEdits(mean, addUnread(mean, undefined, true)), 'Compass Data').slice(1)).toEqual([
      [month(1), 2],
      [month(2), 2],
      [month(3), 3],
    ]);
  });

  test('of an old month count in its row, which looks through the longer range', () => {
    // A bill of 100 for February, entered after the others: 56 + 100.
    const late = typed(daily(), 'Daily', { A61: month(2) + 3, B61: 100 });
    const after = applyEdits(late, addUnread(late, undefined, true));
    expect(rowsOf(after, 'Compass Data').slice(1)).toEqual([
      [month(1), 62],
      [month(2), 156],
    ]);
    expect([1, 2].map(row => formulaOf(after, row, 1)!.includes('Daily!$B$2:$B$61'))).toEqual([true, true]);
    expect(sourceOf(after)).toBe('Daily!B2:B61 by Daily!A2:A61');
  });

  test('stay blank in the rows of periods that only other KPIs have', () => {
    const rent = tracked(
      workbook({
        Rent: [['Month', 'Rent'], ...[11, 12, 13, 14, 15].map((n): Cell[] => [month(n, 2025), 900])],
        Daily: [['Day', 'Tickets'], ...Array.from({ length: 59 }, (_, day): Cell[] => [month(1) + day, 2])],
      }),
      { kpi: 'Rent', values: { sheet: 'Rent', range: 'B2:B6' } },
      { kpi: 'Tickets', values: { sheet: 'Daily', range: 'B2:B60' } },
    );
    const late = typed(rent, 'Daily', { A61: month(2) + 3, B61: 100 });
    const after = applyEdits(late, addUnread(late, undefined, true));
    // November and December 2025 and March 2026 have a rent only.
    expect(
      rowsOf(after, 'Compass Data')
        .slice(1)
        .map(row => row[2]),
    ).toEqual([null, null, 62, 156, null]);
    expect([1, 2, 5].map(row => formulaOf(after, row, 2))).toEqual([null, null, null]);
  });

  test('come without results where the source was not read whole, which the spreadsheet works out', () => {
    const more = typed(daily(), 'Daily', march(31));
    const after = applyEdits(more, addUnread(more));
    expect(rowsOf(after, 'Compass Data').slice(1)).toEqual([
      [month(1), null],
      [month(2), null],
      [month(3), null],
    ]);
    expect(formulaOf(after, 3, 1)).toContain('SUMIFS(Daily!$B$2:$B$91,');
  });

  test('count what is text in the longer range', () => {
    const more = typed(daily(), 'Daily', { ...march(31), B70: 'ask Anna' });
    const cut = typed(more, 'Daily', { B70: 3, B62: 'n/a' });
    const after = applyEdits(cut, addUnread(cut, undefined, true));
    const [headers, row] = rowsOf(after, 'Compass KPIs');
    expect(row![headers!.indexOf('Unread')]).toBe(0);
    const formula = viewSheet(after, 'Compass KPIs')!.formula(1, headers!.indexOf('Unread'));
    expect(formula).toContain('Daily!$B$2:$B$91');
  });

  test('of rates keep dividing the totals of the two columns that they are made of', () => {
    // Won of visits a day; the second month has ten times the visits of the first.
    const rate = (day: number): Cell[] => {
      const visits = (day < 31 ? 10 : 100) + (day % 5);
      const won = 1 + (day % 3);
      return [month(1) + day, won, visits, won / visits];
    };
    const share = tracked(
      workbook({ Daily: [['Day', 'Won', 'Visits', 'Rate'], ...Array.from({ length: 59 }, (_, day) => rate(day))] }),
      {
        kpi: 'Rate',
        values: { sheet: 'Daily', range: 'D2:D60' },
        periods: { sheet: 'Daily', range: 'A2:A60' },
        cadence: 'month',
      },
    );
    const quotient = (from: number, to: number) => {
      const days = Array.from({ length: to - from }, (_, i) => rate(from + i));
      return days.reduce((sum, day) => sum + Number(day[1]), 0) / days.reduce((sum, day) => sum + Number(day[2]), 0);
    };
    expect(readRegister(share).kpis[0]!.values).toEqual([quotient(0, 31), quotient(31, 59)]);
    const cells = Array.from({ length: 31 }, (_, i) => rate(59 + i)).flatMap((day, i) =>
      day.map((cell, c): [string, Cell] => [`${'ABCD'[c]}${61 + i}`, cell]),
    );
    const more = typed(share, 'Daily', Object.fromEntries(cells));
    const after = applyEdits(more, addUnread(more, undefined, true));
    expect(formulaOf(after, 3, 1)).toContain(
      'SUMIFS(Daily!$B$2:$B$91,Daily!$A$2:$A$91,">="&$A4,Daily!$A$2:$A$91,"<"&EDATE($A4,1))/SUMIFS(Daily!$C$2:$C$91,',
    );
    expect(readRegister(after).kpis[0]!.values[2]).toBe(quotient(59, 90));
  });
});

describe('a ledger', () => {
  const till = (days: number, today: number, request = {}) =>
    tracked(
      workbook(
        { Till: [['Date', 'Amount'], ...Array.from({ length: days }, (_, day): Cell[] => [week(0) + day, 5])] },
        today,
      ),
      { kpi: 'Amount', values: { sheet: 'Till', range: 'B:B' }, ...request },
    );
  const grown = (snapshot: Snapshot, whole = true) => applyEdits(snapshot, addUnread(snapshot, undefined, whole));
  const gapsOf = (snapshot: Snapshot, gaps: string) => {
    const column = rowsOf(snapshot, 'Compass KPIs')[0]!.indexOf('Gaps');
    return typed(snapshot, 'Compass KPIs', { [`${String.fromCharCode(65 + column)}2`]: gaps });
  };

  test('whose gaps were chosen anew has all its formulas follow', () => {
    const zero = till(21, week(3));
    expect(formulaOf(zero, 1, 1)).toContain('MAX(');
    const unknown = grown(gapsOf(zero, 'unknown'));
    expect([1, 2, 3].map(row => formulaOf(unknown, row, 1)!.includes('MAX('))).toEqual([false, false, false]);
    expect(readRegister(unknown).kpis[0]!.values).toEqual([35, 35, 35]);
    expect(formulaOf(grown(gapsOf(unknown, 'zero')), 3, 1)).toContain('MAX(');
    expect(addUnread(gapsOf(zero, 'zero'), undefined, true)).toEqual([]);
    // Also where one of them has been chosen for already: a row that was copied from another workbook.
    const [own, other] = [unknown, zero].map(({ sheets }) => sheets.find(({ name }) => name === 'Compass Data')!);
    const formulas = own!.formulas!.map((row, r) => (r === 2 ? other!.formulas![2]! : row));
    const mixed = { ...unknown, sheets: unknown.sheets.map(one => (one === own ? { ...one, formulas } : one)) };
    const all = grown(gapsOf(mixed, 'zero'));
    expect([1, 2, 3].map(row => formulaOf(all, row, 1)!.includes('MAX('))).toEqual([true, true, true]);
  });

  test('of means has no gaps to choose', () => {
    const mean = till(21, week(3), { combine: 'mean' });
    expect(addUnread(mean, undefined, true)).toEqual([]);
  });

  test('of an earlier version gets the columns that count text, where it was read', () => {
    const now = till(21, week(3));
    const columns = rowsOf(now, 'Compass KPIs')[0]!;
    const from = columns.indexOf('Unread');
    expect(from).toBeGreaterThan(0);
    const earlier = applyEdits(now, [{ kind: 'remove columns', sheet: 'Compass KPIs', column: from, count: 4 }]);
    expect(rowsOf(earlier, 'Compass KPIs')[0]).not.toContain('Unread');
    expect(addUnread(earlier)).toEqual([]);
    const read = grown(earlier);
    const [headers, row] = rowsOf(read, 'Compass KPIs');
    expect([row![headers!.indexOf('Unread')], row![headers!.indexOf('First unread')]]).toEqual([0, '']);
    // It counts below the header of the till, which is text by right.
    expect(viewSheet(read, 'Compass KPIs')!.formula(1, headers!.indexOf('Unread'))).toContain(
      '-COUNTIF(Till!$B$1,"?*")',
    );
  });

  test('has no row for the week that is still running', () => {
    expect(rowsOf(grown(till(21, week(4) - 1)), 'Compass Data')).toHaveLength(4);
    expect(rowsOf(grown(till(21, week(4))), 'Compass Data')).toHaveLength(5);
  });
});

test('a KPI whose column of figures is gone has nothing to add', () => {
  const shop = tracked(
    workbook({
      Plan: [
        ['Month', 'Leads'],
        [month(1), 1],
        [month(2), 2],
        [month(3), 3],
      ],
    }),
    {
      kpi: 'Leads',
      values: { sheet: 'Plan', range: 'B2:B4' },
    },
  );
  const gone = applyEdits(typed(shop, 'Plan', { A5: month(4), B5: 4 }), [
    { kind: 'remove columns', sheet: 'Compass Data', column: 1, count: 1 },
  ]);
  expect([addUnread(gone), readRegister(gone).unread]).toEqual([[], []]);
  // Nothing to work out anew either, nor for a KPI that is typed by hand, nor for none.
  const own = typed(shop, 'Compass KPIs', { A3: 'Own' });
  expect([recount(gone, 'Leads'), recount(own, 'Own'), recount(own, 'Nobody')]).toEqual([[], [], []]);
});
