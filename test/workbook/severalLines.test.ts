import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Snapshot } from '../../src/workbook/snapshot';
import { addUnread } from '../../src/workbook/track/addUnread';
import { track } from '../../src/workbook/track/track';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { rowsOf, tracked, typed, workbook } from './workbooks';

// Figures of one KPI in no single line: months by years, and a sheet a month. Expected values are read off the sheets by eye.

describe('months down and years across', () => {
  const rectangle = { values: { sheet: 'S', range: 'B2:C4' }, periods: { sheet: 'S', range: 'A1:C4' } };
  const read = (rows: Cell[][]) => {
    const { source, cadence, first, count, newest } = previewTrack(workbook({ S: rows }), rectangle);
    return [source, cadence, count, ...first.map(({ label, value }) => `${label}: ${value}`), newest.label];
  };
  const expected = ['S!B2:C4 by S!A1:C4', 'month', 5, 'Jan 2024: 1', 'Feb 2024: 2', 'Mar 2024: 3', 'Feb 2025'];

  test('are one line, oldest first, up to the last month that is filled', () => {
    expect(
      read([
        ['', 2024, 2025],
        ['Jan', 1, 11],
        ['Feb', 2, 12],
        ['Mar', 3, null],
      ]),
    ).toEqual(expected);
  });

  test('may have their years named with the figures: Sales 2024', () => {
    expect(
      read([
        ['', 'Sales 2024', 'Sales 2025'],
        ['January', 1, 11],
        ['February', 2, 12],
        ['March', 3, null],
      ]),
    ).toEqual(expected);
  });

  test('may be turned, years down and months across', () => {
    const turned = workbook({
      S: [
        ['', 'Jan', 'Feb', 'Mar'],
        ['Sales 2024', 1, 2, 3],
        [2025, 11, 12, null],
      ],
    });
    const cells = { values: { sheet: 'S', range: 'B2:D3' }, periods: { sheet: 'S', range: 'A1:D3' } };
    const { count, first, newest } = previewTrack(turned, cells);
    expect([count, first.map(({ value }) => value), newest]).toEqual([5, [1, 2, 3], { label: 'Feb 2025', value: 12 }]);
  });

  test('leave totals and notes among them out', () => {
    const { count, newest } = previewTrack(
      workbook({
        S: [
          ['', 2024, 'Total', 2025],
          ['Jan', 1, 12, 11],
          ['Total', 1, 12, 11],
          ['Feb', 2, 14, 12],
        ],
      }),
      { values: { sheet: 'S', range: 'B2:D4' }, periods: { sheet: 'S', range: 'A1:D4' } },
    );
    expect([count, newest]).toEqual([4, { label: 'Feb 2025', value: 12 }]);
  });

  test('are tracked cell by cell, with what is no figure named', () => {
    const rows: Cell[][] = [
      ['', 2024, 2025],
      ['Jan', 1, 11],
      ['Feb', 'n/a', 12],
      ['Mar', 3, 13],
    ];
    const book = workbook({ S: rows });
    const shop = applyEdits(book, track(book, { kpi: 'Sales', ...rectangle }));
    expect(rowsOf(shop, 'Compass Data').map(([, figure]) => figure)).toEqual([
      'Sales',
      1,
      'n/a',
      3,
      ...Array(9).fill(null),
      11,
      12,
      13,
    ]);
    const { kpis } = readRegister(shop);
    expect(kpis[0]!.values).toEqual([1, null, 3, ...Array(9).fill(null), 11, 12, 13]);
    expect(kpis[0]!.cells[13]).toEqual({ sheet: 'S', range: 'C3' });
    rows[2]![1] = 'closed';
    expect(() => previewTrack(workbook({ S: rows }), rectangle)).toThrow(
      "S!B3: 'closed' is not a number. Correct it, or choose cells without it.",
    );
    expect(() => previewTrack(workbook({ S: rows.map(([head]) => [head!, 'n/a', '']) }), rectangle)).toThrow(
      'S!B2:C4 holds no numbers.',
    );
    expect(() => previewTrack(workbook({ T: rows }), rectangle)).toThrow("The workbook has no sheet 'S'.");
  });

  test('with the same month twice are refused by name', () => {
    const rows: Cell[][] = [
      ['', 2024, 2025],
      ['Jan', 1, 11],
      ['Feb', 2, 12],
      ['Feb', 3, null],
    ];
    const found = previewTrack(workbook({ S: rows.slice(0, 3) }), {
      values: { sheet: 'S', range: 'B2:C3' },
      periods: { sheet: 'S', range: 'A1:C3' },
    });
    expect(found.count).toBe(4);
    expect(() => previewTrack(workbook({ S: rows }), rectangle)).toThrow(
      'Feb 2024 appears twice: in S!A3 in B1 and in S!A4 in B1. A period can have one figure only.',
    );
  });
});

test('what is typed beside a rectangle is not offered: nothing says in which order it goes on', () => {
  const rows: Cell[][] = [
    ['', 2024, 2025],
    ['Jan', 1, 11],
    ['Feb', 2, 12],
    ['Mar', 3, 13],
  ];
  const shop = tracked(workbook({ S: rows }), {
    kpi: 'Sales',
    values: { sheet: 'S', range: 'B2:C4' },
    periods: { sheet: 'S', range: 'A1:C4' },
  });
  const more = typed(shop, 'S', { A5: 'Apr', B5: 4, C5: 14, D1: 2026, D2: 21 });
  const { unread, problems, kpis } = readRegister(more);
  expect([unread, problems]).toEqual([[], []]);
  expect(kpis[0]!.values.filter(value => value !== null)).toEqual([1, 2, 3, 11, 12, 13]);
  expect(addUnread(more)).toEqual([]);
});

describe('a sheet a month', () => {
  const months = (names: string[], say: (index: number) => Cell = i => 100 + i): Snapshot =>
    workbook(Object.fromEntries(names.map((name, i) => [name, [['Report'], [], ['Sales', say(i)]] as Cell[][]])));
  const preview = (names: string[], book = months(names), more = {}) =>
    previewTrack(book, { values: { sheet: names[0]!, range: 'B3' }, sheets: names, ...more });

  test('is a line of the same cell of all of them, in the order of time', () => {
    const names = ['Jan 2024', 'Feb 2024', 'Mar 2024', 'Apr 2024'];
    const { source, cadence, count, first, newest } = preview([...names].reverse());
    expect(source).toBe("'Apr 2024'!B3 on the sheets 'Apr 2024' to 'Jan 2024'");
    expect([cadence, count]).toEqual(['month', 4]);
    expect(first[0]).toEqual({ label: 'Jan 2024', value: 103 });
    expect(newest).toEqual({ label: 'Apr 2024', value: 100 });
  });

  test('may have its year in one of the names only, or told', () => {
    expect(preview(['Nov 2023', 'Dec', 'Jan', ' Feb ']).newest.label).toBe('Feb 2024');
    expect(preview(['Nov', 'Dec', 'Jan'], undefined, { year: 2023 }).newest.label).toBe('Jan 2024');
    expect(() => preview(['Nov', 'Dec', 'Jan'])).toThrow(/^the sheet 'Nov': /);
  });

  test('names the sheet that is no month, that is gone, or that holds no number', () => {
    expect(() => preview(['Jan 2024', 'Feb 2024', 'Notes'])).toThrow("the sheet 'Notes': this names no period.");
    const names = ['Jan 2024', 'Feb 2024', 'Mar 2024'];
    expect(() => preview([...names, 'Apr 2024'], months(names))).toThrow("The workbook has no sheet 'Apr 2024'.");
    expect(() =>
      preview(
        names,
        months(names, i => (i === 1 ? 'ask Anna' : i)),
      ),
    ).toThrow("'Feb 2024'!B3: 'ask Anna' is not a number.");
    expect(() =>
      preview(
        names,
        months(names, () => '-'),
      ),
    ).toThrow("'Jan 2024'!B3 holds no numbers.");
    expect(
      preview(
        names,
        months(names, i => (i === 1 ? null : 100 + i)),
      ).count,
    ).toBe(2);
  });

  test('takes the number format of its first figure', () => {
    const names = ['Jan 2024', 'Feb 2024', 'Mar 2024'];
    const book = months(names, i => (i === 0 ? 'n/a' : 0.5));
    for (const [i, format] of ['@', '0.0%', '0'].entries())
      book.sheets[i]!.formats = [['General'], ['General'], ['General', format]].map(row => [...row, 'General']);
    expect(preview(names, book).format).toBe('0.0%');
  });
});
