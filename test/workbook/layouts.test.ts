import type { Cell } from '../../src/cells/value';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { month, previewOf as of, said, week, workbook } from './workbooks';

// Where the periods of some figures are, in tables as people lay them out. What is expected can be read off each table.

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

describe('the nearest line that names periods', () => {
  const dated = (count = 3): Cell[][] =>
    Array.from({ length: count }, (_, i): Cell[] => [month(i + 1), `note ${i}`, 10 * i]);

  test('is the one before the figures, over a column of words; without one, the one after them', () => {
    expect(of([['Month', 'What', 'Sales'], ...dated()], 'C2:C4').source).toBe('S!C2:C4 by S!A2:A4');
    const after = dated().map(row => [...row].reverse());
    expect(of([['Sales', 'What', 'Month'], ...after], 'A2:A4').source).toBe('S!A2:A4 by S!C2:C4');
    const below: Cell[][] = [
      ['Sales', 1, 2, 3],
      ['', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
    ];
    expect(of(below, 'B1:D1').source).toBe('S!B1:D1 by S!B2:D2');
  });

  test('is no line of counts that happen to look like days, and no line of which most are words', () => {
    // 46,000 is 9 December 2025 as a date; visits of 46,000, 45,100 and 47,300 are no line of steps.
    const visits: Cell[][] = [46_000, 45_100, 47_300].map((count, i): Cell[] => [month(i + 1), count, 10 * i]);
    const book = workbook({ S: [['Month', 'Visits', 'Sales'], ...visits] });
    book.sheets[0]!.formats = book.sheets[0]!.values.map(() => ['yyyy-mm-dd', '#,##0', '0']);
    expect(previewTrack(book, { values: { sheet: 'S', range: 'C2:C4' } }).source).toBe('S!C2:C4 by S!A2:A4');
    const some: Cell[][] = ['Jan 2026', 'Anna', 'Ben'].map((who, i): Cell[] => [month(i + 1), who, 10 * i]);
    expect(of([['Month', 'Who', 'Sales'], ...some], 'C2:C4').source).toBe('S!C2:C4 by S!A2:A4');
  });

  test('may hold days as plain numbers, as exports do, where they run in steps', () => {
    const book = workbook({ S: [['Day', 'Sales'], ...[0, 1, 2, 3].map((n): Cell[] => [week(n), n])] });
    book.sheets[0]!.formats = book.sheets[0]!.values.map(() => ['General', 'General']);
    expect(said(previewTrack(book, { values: { sheet: 'S', range: 'B2:B5' } }))).toEqual([
      'S!B2:B5 by S!A2:A5',
      'week',
      4,
      'week of 5 Jan 2026',
      'week of 26 Jan 2026',
    ]);
  });

  test('may hold days in digits, most of which read both ways, without the years beside them', () => {
    // Sundays: 15 and 22 February can only be days before months.
    const sundays = ['1/2/2026', '8/2/2026', '15/2/2026', '22/2/2026', '1/3/2026', '8/3/2026'];
    const rows = sundays.map((day, i): Cell[] => [2026, day, i]);
    expect(said(of([['Year', 'Week from', 'Sales'], ...rows], 'C2:C7'))).toEqual([
      'S!C2:C7 by S!B2:B7',
      'week',
      6,
      'week of 1 Feb 2026',
      'week of 8 Mar 2026',
    ]);
  });

  test('names figures of a chosen part only', () => {
    const rows: Cell[][] = [
      ['Month', 'Sales'],
      ...Array.from({ length: 12 }, (_, i): Cell[] => [`${NAMES[i]} 2025`, i]),
    ];
    expect(said(of(rows, 'B5:B7'))).toEqual(['S!B5:B7 by S!A5:A7', 'month', 3, 'Apr 2025', 'Jun 2025']);
  });
});

describe('the year of months without one', () => {
  const rows = (count = 3): Cell[][] => NAMES.slice(0, count).map((name, i): Cell[] => [name, 100 + i]);

  test('is in a column beside them, up to three columns off, once or in each row', () => {
    const far = rows().map(([name, sales], i): Cell[] => [i === 0 ? 2024 : null, 'x', 'y', name!, sales!]);
    expect(said(of([['Year', '', '', 'Month', 'Sales'], ...far], 'E2:E4'))).toEqual([
      'S!E2:E4 by S!A2:D4',
      'month',
      3,
      'Jan 2024',
      'Mar 2024',
    ]);
    const each = rows().map(([name, sales]): Cell[] => [2024, name!, sales!]);
    expect(of([['Year', 'Month', 'Sales'], ...each], 'C2:C4').newest.label).toBe('Mar 2024');
  });

  test('goes on from a row above the part that is chosen', () => {
    const all = [...rows(12), ...rows(3)].map(([name, sales], i): Cell[] => [
      i === 0 ? 2023 : i === 12 ? 2024 : null,
      name!,
      sales!,
    ]);
    const table: Cell[][] = [['Year', 'Month', 'Sales'], ...all];
    expect(said(of(table, 'C11:C16', 'A11:B16'))).toEqual([
      'S!C11:C16 by S!A11:B16',
      'month',
      6,
      'Oct 2023',
      'Mar 2024',
    ]);
  });

  test('is in the corner of the table, nearest first', () => {
    const across: Cell[][] = [
      ['2023', 'Plan 2024', 'Jan', 'Feb', 'Mar'],
      ['', 'Sales', 1, 2, 3],
    ];
    expect(of(across, 'C2:E2').first[0]!.label).toBe('Jan 2024');
  });

  test('is in a title above, not in the day on which the report was printed', () => {
    const titled: Cell[][] = [['Sales 2024'], ['Printed on 3 May 2025'], ['Month', 'Sales'], ...rows()];
    expect(of(titled, 'B4:B6').first[0]!.label).toBe('Jan 2024');
    const far: Cell[][] = [['Sales 2024'], ...Array.from({ length: 13 }, (): Cell[] => []), ...rows()];
    expect(() => of(far, 'B15:B17')).toThrow(/no year beside it/);
  });

  test('is in a title up to twelve rows above and twelve columns to either side', () => {
    const found = (up: number, right: number) => {
      // The months begin in O14, their figures in P14.
      const table = [['Month', 'Sales'], ...rows()].map(row => [...Array<Cell>(14).fill(null), ...row]);
      const all = [...Array.from({ length: 12 }, (): Cell[] => Array<Cell>(28).fill(null)), ...table];
      all[13 - up]![14 + right] = 'Sales 2024';
      return of(all, 'P14:P16').first[0]!.label;
    };
    for (const [up, right] of [
      [12, 0],
      [2, -12],
      [2, 12],
    ] as const)
      expect(found(up, right)).toBe('Jan 2024');
    for (const [up, right] of [
      [13, 0],
      [2, -13],
      [2, 13],
    ] as const)
      expect(() => found(up, right)).toThrow(/no year beside it/);
  });

  test('is in any column of a title above months that run across, after the corner', () => {
    const across = (corner: Cell): Cell[][] => [
      [null, null, 'Sales 2024'],
      [null, corner, 'Jan', 'Feb', 'Mar'],
      [null, 'Sales', 1, 2, 3],
    ];
    expect(of(across(null), 'C3:E3').first[0]!.label).toBe('Jan 2024');
    expect(of(across('Plan 2025'), 'C3:E3').first[0]!.label).toBe('Jan 2025');
  });

  test('changes where the months begin again', () => {
    const table: Cell[][] = [
      ['Sales 2023'],
      ['Month', 'Sales'],
      ...[...NAMES.slice(9), ...NAMES.slice(0, 2)].map((name, i): Cell[] => [name, i]),
    ];
    expect(said(of(table, 'B3:B7'))).toEqual(['S!B3:B7 by S!A3:A7', 'month', 5, 'Oct 2023', 'Feb 2024']);
  });
});

describe('months, weeks and quarters as plain numbers', () => {
  const numbered = (header: string, numbers: number[]): Cell[][] => [
    ['Year', header, 'Sales'],
    ...numbers.map((number, i): Cell[] => [2024, number, 10 * i]),
  ];
  test.each<[string, number[], string, string]>([
    ['Month', [1, 2, 3, 4], 'month', 'Apr 2024'],
    ['No.', [9, 10, 11, 12], 'month', 'Dec 2024'],
    ['Week', [1, 2, 3, 4], 'week', 'week of 22 Jan 2024'],
    ['KW', [1, 2, 3, 4], 'week', 'week of 22 Jan 2024'],
    ['No.', [10, 11, 12, 13], 'week', 'week of 25 Mar 2024'],
    ['Quarter', [1, 2, 3, 4], 'quarter', 'Q4 2024'],
    // Five quarters a year there are none: these are months.
    ['Quarterly report', [2, 3, 4, 5], 'month', 'May 2024'],
  ])('below %s: %j are a %s each', (header, numbers, cadence, newest) => {
    const found = of(numbered(header, numbers), 'C2:C5', 'A2:B5');
    expect([found.cadence, found.newest.label]).toEqual([cadence, newest]);
  });

  test('run across as well, with the unit before them', () => {
    const rows: Cell[][] = [
      ['', 2024, 2024, 2024],
      ['Quarter', 1, 2, 3],
      ['Sales', 5, 6, 7],
    ];
    expect(said(of(rows, 'B3:D3', 'B1:D2'))).toEqual(['S!B3:D3 by S!B1:D2', 'quarter', 3, 'Q1 2024', 'Q3 2024']);
  });
});

describe('several figures a month on one line', () => {
  const values = (rows: Cell[][], range: string, periods: string) =>
    of(rows, range, periods).first.map(({ value }) => value);

  test('with the kind of each in the heading itself: Jan 2024 Actual, Jan 2024 Budget', () => {
    const rows: Cell[][] = [
      [
        'Jan 2024 Actual',
        'Jan 2024 Budget',
        'Feb 2024 Actual',
        'Feb 2024 Budget',
        'Mar 2024 Actual',
        'Mar 2024 Budget',
      ],
      [1, 10, 2, 20, 3, 30],
    ];
    expect(values(rows, 'A2:F2', 'A1:F1')).toEqual([1, 2, 3]);
    expect(values(rows, 'B2:F2', 'B1:F1')).toEqual([10, 20, 30]);
  });

  test('with a heading merged over two of them', () => {
    const rows: Cell[][] = [
      ['Jan 2024', null, 'Feb 2024', null, 'Mar 2024', null],
      [1, 10, 2, 20, 3, 30],
    ];
    expect(values(rows, 'A2:F2', 'A1:F1')).toEqual([1, 2, 3]);
  });

  test('with a year below each month: 2024 and 2025 side by side', () => {
    const rows: Cell[][] = [
      ['Jan', null, 'Feb', null, 'Mar', null],
      [2024, 2025, 2024, 2025, 2024, 2025],
      [1, 11, 2, 12, 3, 13],
    ];
    const found = of(rows, 'A3:F3', 'A1:F2');
    expect([found.count, found.first.map(({ value }) => value), found.newest]).toEqual([
      6,
      [1, 2, 3],
      { label: 'Mar 2025', value: 13 },
    ]);
  });
});

describe('totals among the periods', () => {
  test('in the line of the years are totals as well', () => {
    const rows: Cell[][] = [
      [2023, null, null, 'Total 2023', 2024, null],
      ['Oct', 'Nov', 'Dec', null, 'Jan', 'Feb'],
      [1, 2, 3, 6, 4, 5],
    ];
    const { count, newest, notes } = of(rows, 'A3:F3', 'A1:F2');
    expect([count, newest.label]).toEqual([5, 'Feb 2024']);
    expect(notes).toEqual(["S!D3 is labelled 'Total 2023'; it is left out."]);
  });

  test('named in a column before their dates are left out, with their name', () => {
    // Weeks of January with the month's sum below them, whose name is two columns before.
    const rows: Cell[][] = [
      ['Month', 'Week of', 'Sales'],
      ...[0, 1, 2].map((n): Cell[] => ['', week(n), 10]),
      ['January', null, 30],
      ...[3, 4, 5].map((n): Cell[] => ['', week(n), 10]),
      ['Total', null, 60],
      ...[6].map((n): Cell[] => ['', week(n), 10]),
    ];
    const { count, notes } = of(rows, 'C2:C10', 'B2:B10');
    expect(count).toBe(7);
    expect(notes).toEqual([
      "S!C5 belongs to 'January', which sums up others; it is left out.",
      "S!C9 belongs to 'Total', which sums up others; it is left out.",
    ]);
  });

  test('half years are totals of their quarters', () => {
    const rows: Cell[][] = [
      ['', 'Q1 2024', 'Q2 2024', 'H1 2024', 'Q3 2024', 'Q4 2024', '2. Halbjahr 2024', 'Q1 2025'],
      ['Sales', 1, 2, 3, 4, 5, 9, 6],
    ];
    const { count, notes } = of(rows, 'B2:H2');
    expect(count).toBe(5);
    expect(notes).toHaveLength(2);
  });
});

describe('what is chosen around the figures', () => {
  const rows: Cell[][] = [[], ['Sales by month'], ['Month', 'Sales'], ...[1, 2, 3].map((n): Cell[] => [month(n), n])];

  test('blank cells before and after them do not matter', () => {
    expect(of([...rows, [], [], ['Total', 6], []], 'B4:B10').source).toBe('S!B4:B6 by S!A4:A6');
    expect(of([['x'], [], [], ...rows.slice(3)], 'B2:B6').source).toBe('S!B4:B6 by S!A4:A6');
  });

  test('a heading that is chosen with them is one; a second one is a mistake to correct', () => {
    expect(of(rows, 'B3:B6').notes).toEqual(["S!B3 'Sales' is read as the header."]);
    const two: Cell[][] = [['Month', 'Sales'], ['', 'in €'], ...rows.slice(3)];
    // The nearest text above is the name.
    expect(of(two, 'B2:B5').header).toBe('in €');
    expect(() => of(two, 'B1:B5')).toThrow("S!B2: 'in €' is not a number.");
  });

  test('a name for the KPI is the nearest text above, five cells up at most', () => {
    const gap = (blanks: number): Cell[][] => [
      ['Month', 'Sales'],
      ...Array.from({ length: blanks }, (): Cell[] => []),
      ...rows.slice(3),
    ];
    expect(of(gap(4), 'B6:B8').header).toBe('Sales');
    expect(of(gap(5), 'B7:B9').header).toBe('');
  });

  test('figures and periods run in one direction, have one length and one kind of end, and are on a sheet that exists', () => {
    const book: Cell[][] = [['', ...rows.slice(3).map(([day]) => day!)], ...rows.slice(3)];
    expect(() => of(book, 'B2:B4', 'B1:D1')).toThrow(
      'The figures S!B2:B4 and the periods S!B1:D1 run in different directions; choose both as columns or both as rows.',
    );
    expect(() => of(book, 'B2:B4', 'A:A')).toThrow(
      'The figures S!B2:B4 and the periods S!A:A run in different directions; choose both as columns or both as rows.',
    );
    expect(() => of(book, 'B2:B4', 'A2:A3')).toThrow('S!B2:B4 has 3 cells, but S!A2:A3 has 2; choose the same number.');
    expect(() => of(book, 'B2:B4', 'B2:B4')).toThrow('share cells');
    expect(() => of(book, 'E2:E4', 'A2:A4')).toThrow('S!E2:E4 holds no numbers.');
  });
});

test('dates that read both ways are asked about, and read as the answer says', () => {
  const rows: Cell[][] = [
    ['Month', 'Sales'],
    ...['1/2/2026', '1/3/2026', '1/4/2026'].map((day, i): Cell[] => [day, i]),
  ];
  expect(() => of(rows, 'B2:B4')).toThrow('say which comes first, day or month');
  const asked = (dayOrder: 'day' | 'month') =>
    previewTrack(workbook({ S: rows }), { values: { sheet: 'S', range: 'B2:B4' }, dayOrder });
  expect([asked('day').cadence, asked('day').newest.label]).toEqual(['month', 'Apr 2026']);
  // 2, 3 and 4 January: days, which are text and can't be added up by week.
  expect(() => asked('month')).toThrow('S!A2 is not a date; figures can be added up by week only by their dates.');
});
