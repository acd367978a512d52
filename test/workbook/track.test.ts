import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { track } from '../../src/workbook/track/track';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { month, rowsOf, TICKETS, tracked, WEEKLY, week, workbook } from './workbooks';

const shop = workbook({ Weekly: WEEKLY });
const formulaOf = (snapshot: ReturnType<typeof workbook>, row: number, column: number) =>
  viewSheet(snapshot, 'Compass Data')!.formula(row, column);

describe('tracking a column of weekly figures', () => {
  const after = tracked(shop, TICKETS);

  test('makes the four sheets that a review needs', () => {
    expect(after.sheets.map(({ name }) => name)).toEqual([
      'Weekly',
      'Compass Strategy',
      'Compass KPIs',
      'Compass Data',
      'Compass Log',
    ]);
  });

  test('points at each figure with a guarded, absolute formula whose result is known', () => {
    expect(formulaOf(after, 1, 1)).toBe('=IF(Weekly!$B$4="","",Weekly!$B$4)');
    expect(formulaOf(after, 10, 1)).toBe('=IF(Weekly!$B$13="","",Weekly!$B$13)');
    expect(rowsOf(after, 'Compass Data')[0]).toEqual(['Period', 'Tickets']);
    expect(rowsOf(after, 'Compass Data')[1]).toEqual([week(0), 410]);
    expect(rowsOf(after, 'Compass Data')[10]).toEqual([week(9), 404]);
  });

  test('takes the dates beside the figures as the periods, and their step as the cadence', () => {
    const register = readRegister(after);
    expect(register.problems).toEqual([]);
    expect(register.strategy.cadence).toBe('week');
    expect(register.periods[0]).toEqual({
      start: week(0),
      end: week(0) + 6,
      label: 'week of 5 Jan 2026',
      closed: true,
    });
    expect(register.kpis[0]!.source!.text).toBe('Weekly!B4:B13 by Weekly!A4:A13');
  });

  test('heads its column as its row is named, without the spaces around', () => {
    const spaced = tracked(shop, { ...TICKETS, kpi: ' Tickets ' });
    expect(rowsOf(spaced, 'Compass Data')[0]).toEqual(['Period', 'Tickets']);
    expect(rowsOf(spaced, 'Compass KPIs')[1]![0]).toBe('Tickets');
  });

  test('writes the KPI, its goal and its function once', () => {
    const register = readRegister(
      tracked(after, { ...TICKETS, kpi: 'Regulars', values: { sheet: 'Weekly', range: 'C4:C13' } }),
    );
    expect(register.kpis.map(({ name, function: business, goal, target }) => [name, business, goal, target])).toEqual([
      ['Tickets', 'Sales', 'Grow', 420],
      ['Regulars', 'Sales', 'Grow', 420],
    ]);
    expect(register.strategy.goals.map(({ name }) => name)).toEqual(['Grow']);
    expect(register.strategy.functions).toEqual([{ name: 'Sales', weight: 1 }]);
  });

  test('shows the cells of the owner as the place of each figure', () => {
    expect(readRegister(after).kpis[0]!.cells[3]).toEqual({ sheet: 'Weekly', range: 'B7' });
  });

  test('takes over the number format of the figures', () => {
    const percent = workbook({ Weekly: WEEKLY });
    percent.sheets[0]!.formats = WEEKLY.map(() => ['yyyy-mm-dd', 'General', '0.0%']);
    const request = { ...TICKETS, kpi: 'Regulars', target: 0.35, values: { sheet: 'Weekly', range: 'C4:C13' } };
    expect(readRegister(tracked(percent, request)).kpis[0]!.format).toBe('0.0%');
  });

  test('writes a sheet in few rectangles, however many cells it fills', () => {
    const writes = track(shop, TICKETS).filter(({ kind, sheet }) => kind === 'write' && sheet === 'Compass Data');
    expect(writes.length).toBeLessThanOrEqual(2);
  });

  test('never writes a cell twice, and never one that holds something', () => {
    const seen = new Set<string>();
    for (const edit of track(shop, TICKETS)) {
      if (edit.kind !== 'write') continue;
      edit.cells.forEach((line, r) => {
        line.forEach((_, c) => {
          const place = `${edit.sheet} ${edit.row + r} ${edit.column + c}`;
          expect(seen).not.toContain(place);
          seen.add(place);
        });
      });
      expect(edit.expected ?? []).toEqual([]);
    }
  });

  test('keeps a name that looks like a formula as text', () => {
    const after = tracked(shop, { ...TICKETS, kpi: '=1+1' });
    expect(rowsOf(after, 'Compass Data')[0]![1]).toBe('=1+1');
    expect(formulaOf(after, 0, 1)).toBeNull();
  });
});

describe('tracking aligns by period', () => {
  test('figures in a row, with the months in the row above', () => {
    const across = workbook({
      Plan: [
        ['', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
        ['Leads', 40, 44, 41],
      ],
    });
    const after = tracked(across, { kpi: 'Leads', values: { sheet: 'Plan', range: 'B2:D2' } });
    expect(rowsOf(after, 'Compass Data')).toEqual([
      ['Period', 'Leads'],
      [month(1), 40],
      [month(2), 44],
      [month(3), 41],
    ]);
    expect(formulaOf(after, 2, 1)).toBe('=IF(Plan!$C$2="","",Plan!$C$2)');
  });

  test('a KPI that starts later has blanks above', () => {
    const later: Cell[][] = [['Week', 'Visits'], ...[8, 9, 10, 11].map((n): Cell[] => [week(n), 100 + n])];
    const after = tracked(workbook({ Weekly: WEEKLY, Site: later }), TICKETS, {
      kpi: 'Visits',
      values: { sheet: 'Site', range: 'B2:B5' },
    });
    const rows = rowsOf(after, 'Compass Data');
    expect(rows[8]).toEqual([week(7), 399, null]);
    expect(rows[9]).toEqual([week(8), 412, 108]);
    expect(rows[12]).toEqual([week(11), null, 111]);
  });

  test('a KPI that starts earlier gets rows above, and the others keep their formulas', () => {
    const early: Cell[][] = [['Week', 'Visits'], ...[-2, -1, 0].map((n): Cell[] => [week(n), 100 + n])];
    const after = tracked(workbook({ Weekly: WEEKLY, Site: early }), TICKETS, {
      kpi: 'Visits',
      values: { sheet: 'Site', range: 'B2:B4' },
    });
    expect(rowsOf(after, 'Compass Data').slice(0, 5)).toEqual([
      ['Period', 'Tickets', 'Visits'],
      [week(-2), null, 98],
      [week(-1), null, 99],
      [week(0), 410, 100],
      [week(1), 402, null],
    ]);
    expect(formulaOf(after, 3, 1)).toBe('=IF(Weekly!$B$4="","",Weekly!$B$4)');
    expect(readRegister(after).problems).toEqual([]);
  });

  test('a table with its newest week first is read by its dates', () => {
    const newestFirst: Cell[][] = [['Week', 'Visits'], ...[2, 1, 0].map((n): Cell[] => [week(n), 100 + n])];
    const after = tracked(workbook({ Site: newestFirst }), {
      kpi: 'Visits',
      values: { sheet: 'Site', range: 'B2:B4' },
    });
    expect(readRegister(after).kpis[0]!.values).toEqual([100, 101, 102]);
    expect(rowsOf(after, 'Compass Data')[1]).toEqual([week(0), 100]);
  });

  test('a blank figure stays a blank, and a missing week gets a blank row and is said', () => {
    const rows = [0, 1, 3, 4].map((n): Cell[] => [week(n), n === 1 ? null : 100 + n]);
    const gappy = workbook({ Site: [['Week', 'Visits'], ...rows] });
    const request = { kpi: 'Visits', values: { sheet: 'Site', range: 'B2:B5' } };
    expect(previewTrack(gappy, request).notes).toEqual([
      '1 week is missing between week of 12 Jan 2026 and week of 26 Jan 2026; it stays blank.',
    ]);
    const after = tracked(gappy, request);
    expect(readRegister(after).kpis[0]!.values).toEqual([100, null, null, 103, 104]);
    expect(rowsOf(after, 'Compass Data')[3]).toEqual([week(2), null]);
    expect(readRegister(after).problems).toEqual([]);
  });

  test('weeks that begin on Sunday stay weeks that begin on Sunday', () => {
    const sundays: Cell[][] = [['Week', 'Visits'], ...[0, 1, 2].map((n): Cell[] => [week(n) - 1, 100 + n])];
    const after = tracked(workbook({ Site: sundays }), { kpi: 'Visits', values: { sheet: 'Site', range: 'B2:B4' } });
    expect(readRegister(after).periods[0]).toMatchObject({ start: week(0) - 1, end: week(0) + 5 });
  });

  test('a month labelled with its last day is that month', () => {
    const ends: Cell[][] = [['Month', 'Visits'], ...[1, 2, 3].map((n): Cell[] => [month(n + 1) - 1, 100 + n])];
    const after = tracked(workbook({ Site: ends }), { kpi: 'Visits', values: { sheet: 'Site', range: 'B2:B4' } });
    expect(rowsOf(after, 'Compass Data')[1]).toEqual([month(1), 101]);
  });
});

describe('a source with steps of its own', () => {
  const monthly: Cell[][] = [['Month', 'Leads'], ...[1, 2, 3, 4, 5].map((n): Cell[] => [month(n), 40 + n])];

  test('longer than the workbook: it stands in the row in which its period ends', () => {
    const quarterly: Cell[][] = [
      ['Quarter', 'Happy'],
      ['Q4 2025', 0.8],
      ['Q1 2026', 0.82],
      ['Q2 2026', 0.81],
    ];
    const after = tracked(
      workbook({ Monthly: monthly, Survey: quarterly }),
      { kpi: 'Leads', values: { sheet: 'Monthly', range: 'B2:B6' } },
      { kpi: 'Happy', values: { sheet: 'Survey', range: 'B2:B4' } },
    );
    const register = readRegister(after);
    expect(register.strategy.cadence).toBe('month');
    const happy = register.kpis[1]!;
    expect(register.periods.filter((_, index) => happy.values[index] !== null).map(({ label }) => label)).toEqual([
      'Dec 2025',
      'Mar 2026',
      'Jun 2026',
    ]);
    expect(happy.cadence).toBe('quarter');
  });

  test('shorter than the workbook: it is added up by date, in plain formulas', () => {
    // Every day of January to March 2026, one ticket on the first of a month, two on every other day:
    // by hand 1 + 30 × 2 = 61, 1 + 27 × 2 = 55, 61.
    const days = Array.from({ length: 90 }, (_, day): Cell[] => {
      const date = month(1) + day;
      return [date, [month(1), month(2), month(3)].includes(date) ? 1 : 2];
    });
    const after = tracked(
      workbook({ Monthly: monthly, Daily: [['Day', 'Tickets'], ...days] }),
      { kpi: 'Leads', values: { sheet: 'Monthly', range: 'B2:B6' } },
      { kpi: 'Tickets', values: { sheet: 'Daily', range: 'B2:B91' } },
    );
    expect(readRegister(after).kpis[1]!.values).toEqual([61, 55, 61, null, null]);
    expect(formulaOf(after, 1, 2)).toBe(
      '=IF(COUNTIFS(Daily!$A$2:$A$91,">="&$A2,Daily!$A$2:$A$91,"<"&EDATE($A2,1),Daily!$B$2:$B$91,">-1E+300")=0,"",' +
        'SUMIFS(Daily!$B$2:$B$91,Daily!$A$2:$A$91,">="&$A2,Daily!$A$2:$A$91,"<"&EDATE($A2,1)))',
    );
    expect(readRegister(after).kpis[1]!.combine).toBe('sum');
  });

  test('a ledger, chosen as whole columns, adds up by week; the first week, begun on its last day, is left out', () => {
    // Sunday 4 January: 9. Then three weeks of one line of 5 and one of 6 a day: 7 × 11 = 77 by hand.
    const lines: Cell[][] = [
      ['Date', 'Item', 'Amount'],
      [week(0) - 1, 'Bread', 9],
    ];
    for (let day = week(0); day < week(3); day++) lines.push([day, 'Bread', 5], [day, 'Coffee', 6]);
    const request = { kpi: 'Amount', values: { sheet: 'Till', range: 'C:C' } };
    const after = tracked(workbook({ Till: lines }), request);
    expect(rowsOf(after, 'Compass Data').slice(1)).toEqual([
      [week(0), 77],
      [week(1), 77],
      [week(2), 77],
    ]);
    expect(formulaOf(after, 1, 1)).toBe(
      '=IF(OR($A2>MAX(Till!$A:$A),$A2+7<=MIN(Till!$A:$A)),"",SUMIFS(Till!$C:$C,Till!$A:$A,">="&$A2,Till!$A:$A,"<"&$A2+7))',
    );
    expect(previewTrack(workbook({ Till: lines }), request).notes).toContain(
      'week of 29 Dec 2025 is left out: 6 of its 7 days have no entry yet.',
    );
  });

  test.each([
    ['mean', 'AVERAGEIFS(Till!$B:$B,Till!$A:$A,">="&$A2,Till!$A:$A,"<"&$A2+7)', 4],
    [
      'last',
      'AVERAGEIFS(Till!$B:$B,Till!$A:$A,MAXIFS(Till!$A:$A,Till!$A:$A,">="&$A2,Till!$A:$A,"<"&$A2+7,Till!$B:$B,">-1E+300"))',
      7,
    ],
  ] as const)('its figures can be combined as %s', (combine, formula, expected) => {
    // 1 to 7 on the seven days of each week: the mean is 4, the newest 7.
    const days = Array.from({ length: 14 }, (_, day): Cell[] => [week(0) + day, (day % 7) + 1]);
    const after = tracked(workbook({ Till: [['Date', 'Stock'], ...days] }), {
      kpi: 'Stock',
      combine,
      values: { sheet: 'Till', range: 'B:B' },
    });
    expect(readRegister(after).kpis[0]!.values).toEqual([expected, expected]);
    expect(formulaOf(after, 1, 1)).toContain(formula);
  });

  test('dates as text cannot be added up, and the first such cell is named', () => {
    const text = workbook({
      Monthly: monthly,
      Daily: [
        ['Day', 'Tickets'],
        ['1 Jan 2026', 2],
        ['2 Jan 2026', 3],
        ['3 Jan 2026', 3],
      ],
    });
    const after = tracked(text, { kpi: 'Leads', values: { sheet: 'Monthly', range: 'B2:B6' } });
    expect(() => track(after, { kpi: 'Tickets', values: { sheet: 'Daily', range: 'B2:B4' } })).toThrow(
      'Daily!A2 is not a date; figures can be added up by month only by their dates.',
    );
  });
});

describe('a total at the end', () => {
  test('is left out, and that is said', () => {
    const withTotal = workbook({ Weekly: [...WEEKLY, ['Total', 4052, null]] });
    const request = { ...TICKETS, values: { sheet: 'Weekly', range: 'B4:B14' } };
    expect(previewTrack(withTotal, request).notes).toEqual(["Weekly!B14 is labelled 'Total'; it is left out."]);
    expect(readRegister(tracked(withTotal, request)).kpis[0]!.source!.text).toBe('Weekly!B4:B13 by Weekly!A4:A13');
  });

  test('and a header at the start that was selected too', () => {
    const request = { ...TICKETS, values: { sheet: 'Weekly', range: 'B3:B13' } };
    expect(previewTrack(shop, request)).toMatchObject({
      source: 'Weekly!B4:B13 by Weekly!A4:A13',
      header: 'Tickets',
      count: 10,
      cadence: 'week',
      first: [
        { label: 'week of 5 Jan 2026', value: 410 },
        { label: 'week of 12 Jan 2026', value: 402 },
        { label: 'week of 19 Jan 2026', value: 395 },
      ],
      newest: { label: 'week of 9 Mar 2026', value: 404 },
      notes: ["Weekly!B3 'Tickets' is read as the header."],
    });
  });
});

describe('what cannot be tracked is refused in words, and nothing is written', () => {
  const change = (address: string, cell: Cell) => {
    const column = address.charCodeAt(0) - 65;
    const row = Number(address.slice(1)) - 1;
    return workbook({
      Weekly: WEEKLY.map((line, r) => line.map((old, c) => (r === row && c === column ? cell : old))),
    });
  };
  test.each<[string, ReturnType<typeof workbook>, Partial<typeof TICKETS>, string]>([
    ['text among the figures', change('B7', 'closed'), {}, "Weekly!B7: 'closed' is not a number."],
    ['a number typed as text', change('B7', '420'), {}, "Weekly!B7: '420' is text, not a number."],
    ['a truth value', change('B7', true), {}, "Weekly!B7: 'TRUE' is not a number."],
    [
      'a figure without a period',
      change('A7', null),
      {},
      'Weekly!B7 has a figure, but Weekly!A7 beside it names no period.',
    ],
    [
      'a repeated period',
      change('A7', week(1)),
      {},
      'week of 12 Jan 2026 appears twice: in Weekly!A5 and in Weekly!A7.',
    ],
    ['a date whose order is unknown', change('A7', '03/04/2026'), {}, 'Weekly!A7:'],
    ['no numbers at all', shop, { values: { sheet: 'Weekly', range: 'E4:E13' } }, 'Weekly!E4:E13 holds no numbers.'],
    [
      'a sheet that does not exist',
      shop,
      { values: { sheet: 'Weakly', range: 'B4:B13' } },
      "The workbook has no sheet 'Weakly'.",
    ],
    ['a block of cells', shop, { values: { sheet: 'Weekly', range: 'B4:C13' } }, 'choose one column or one row'],
    ['one cell', shop, { values: { sheet: 'Weekly', range: 'B4' } }, 'Weekly!B4 is one cell'],
    [
      'periods of another length',
      shop,
      { periods: { sheet: 'Weekly', range: 'A4:A12' } },
      'Weekly!B4:B13 has 10 cells, but Weekly!A4:A12 has 9',
    ],
    ['periods that are the figures', shop, { periods: { sheet: 'Weekly', range: 'B4:B13' } }, 'share cells'],
    ['no name', shop, { kpi: ' ' }, 'The KPI needs a name.'],
    ['a name of the table itself', shop, { kpi: 'period' }, "'Period' heads the periods"],
    ['a KPI of that name', tracked(shop, TICKETS), { kpi: ' tickets ' }, "A KPI 'tickets' exists already"],
    ['a negative weight', shop, { weight: -1 }, 'The weight is -1'],
    ['a band the wrong way round', shop, { better: 'in range', low: 9, high: 3 }, 'Low must be below High'],
    ['a band without its ends', shop, { better: 'in range' }, "needs its 'Low' and its 'High'"],
  ])('%s', (_, snapshot, request, message) => {
    expect(() => track(snapshot, { ...TICKETS, ...request })).toThrow(message);
    expect(() => track(snapshot, { ...TICKETS, ...request })).toThrow(expect.objectContaining({ name: 'TrackError' }));
  });

  test('figures without any dates beside them', () => {
    const bare = workbook({ Weekly: WEEKLY.map(row => row.slice(1)) });
    expect(() => track(bare, { ...TICKETS, values: { sheet: 'Weekly', range: 'A4:A13' } })).toThrow(
      'No column beside Weekly!A4 to Weekly!A13 holds dates or periods; choose the periods as well.',
    );
  });

  test('one figure a year', () => {
    const yearly = workbook({
      Years: [
        ['Year', 'Sales'],
        [serialOf(2023, 1, 1), 5],
        [serialOf(2024, 1, 1), 6],
        [serialOf(2025, 1, 1), 7],
      ],
    });
    const request = { kpi: 'Sales', values: { sheet: 'Years', range: 'B2:B4' } };
    expect(() => track(yearly, { ...request, periods: { sheet: 'Years', range: 'A2:A4' } })).toThrow(
      'one figure a year',
    );
  });

  test('a workbook that changed meanwhile', () => {
    const edits = track(shop, TICKETS);
    const changed = applyEdits(shop, [{ kind: 'add sheet', sheet: 'compass data' }]);
    expect(() => applyEdits(changed, edits)).toThrow("The workbook has a sheet 'Compass Data' already.");
  });
});

describe('Compass sheets that are there already', () => {
  test('are found whatever the case of their names, and whatever order their columns have', () => {
    const own = workbook({
      Weekly: WEEKLY,
      'COMPASS KPIS': [[], ['Note', 'Target', 'Source', 'Better', 'Business function', 'Goal', 'KPI', 'Weight']],
    });
    const after = tracked(own, TICKETS);
    expect(rowsOf(after, 'Compass KPIs')[2]).toEqual([
      null,
      420,
      'Weekly!B4:B13 by Weekly!A4:A13',
      'higher',
      'Sales',
      'Grow',
      'Tickets',
      null,
    ]);
  });

  test('without a header that is needed are named', () => {
    const own = workbook({ Weekly: WEEKLY, 'Compass KPIs': [['KPI', 'Target', 'Source']] });
    expect(() => track(own, TICKETS)).toThrow(
      "Compass KPIs has no column 'Business function'; write that header first.",
    );
  });

  test('with Review every left open get the cadence of the first figures', () => {
    const after = tracked(workbook({ Weekly: WEEKLY }), TICKETS);
    const blank = {
      ...after,
      sheets: after.sheets.filter(({ name }) => name === 'Weekly' || name === 'Compass Strategy'),
    };
    const strategy = blank.sheets[1]!;
    strategy.values = strategy.values.map(row =>
      row[0] === 'Review every' ? ['Review every', null, ...row.slice(2)] : row,
    );
    expect(readRegister(tracked(blank, { ...TICKETS, goal: 'Hold' })).strategy.cadence).toBe('week');
  });
});
