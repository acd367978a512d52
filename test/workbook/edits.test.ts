import { call, operation, reference, text } from '../../src/cells/formula';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits, EditConflict } from '../../src/workbook/edits/applyEdits';
import { joinWrites } from '../../src/workbook/edits/joinWrites';
import { preconditions } from '../../src/workbook/edits/preconditions';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { rowsOf, workbook } from './workbooks';

const book = workbook({
  Plan: [
    ['Month', 'Leads'],
    ['Jan', 40],
    ['Feb', 44],
  ],
});
const write = (
  row: number,
  column: number,
  cells: (string | number | null)[][],
  expected?: (string | number | null)[][],
): Edit => ({
  kind: 'write',
  sheet: 'Plan',
  row,
  column,
  cells,
  ...(expected && { expected }),
});

describe('edits applied in memory', () => {
  test('write values, texts and formulas with the results they know', () => {
    const formula = call('IF', operation(reference('B2'), '=', text('')), text(''), reference('B2'));
    const after = applyEdits(book, [
      { kind: 'write', sheet: 'plan', row: 1, column: 2, cells: [[{ formula, value: 40 }], ['=B3']] },
    ]);
    expect(rowsOf(after, 'Plan')).toEqual([
      ['Month', 'Leads', null],
      ['Jan', 40, 40],
      ['Feb', 44, '=B3'],
    ]);
    expect(viewSheet(after, 'Plan')!.formula(1, 2)).toBe('=IF(B2="","",B2)');
    expect(viewSheet(after, 'Plan')!.formula(2, 2)).toBeNull();
  });

  test('leave the workbook they were given as it was', () => {
    applyEdits(book, [write(0, 2, [['Note']]), { kind: 'add sheet', sheet: 'New' }]);
    expect(rowsOf(book, 'Plan')[0]).toEqual(['Month', 'Leads']);
    expect(book.sheets).toHaveLength(1);
  });

  test('are refused where a cell holds something else than expected', () => {
    expect(() => applyEdits(book, [write(1, 1, [[50]])])).toThrow(
      new EditConflict("Plan B2 holds '40': the workbook has changed."),
    );
    expect(() => applyEdits(book, [write(1, 1, [[50]], [[41]])])).toThrow(EditConflict);
    expect(() => applyEdits(book, [write(5, 1, [[50]], [[41]])])).toThrow('Plan B6 is blank now');
    expect(rowsOf(applyEdits(book, [write(1, 1, [[50]], [[40]])]), 'Plan')[1]).toEqual(['Jan', 50]);
  });

  test('are refused on a sheet that is missing, or there already', () => {
    expect(() => applyEdits(book, [{ kind: 'add sheet', sheet: 'PLAN' }])).toThrow("has a sheet 'PLAN' already");
    expect(() => applyEdits(book, [{ kind: 'insert rows', sheet: 'Plans', row: 0, count: 1 }])).toThrow(
      "no sheet 'Plans'",
    );
  });

  test('move rows down, and the formulas that point at them', () => {
    const summed = applyEdits(book, [
      { kind: 'add sheet', sheet: 'Sum' },
      {
        kind: 'write',
        sheet: 'Sum',
        row: 0,
        column: 0,
        cells: [
          [
            { formula: call('SUM', reference('Plan!B2:B3')) },
            { formula: reference('Plan!B:B') },
            { formula: reference('A5') },
          ],
        ],
      },
    ]);
    const after = applyEdits(summed, [{ kind: 'insert rows', sheet: 'Plan', row: 2, count: 3 }]);
    expect(rowsOf(after, 'Plan')[5]).toEqual(['Feb', 44]);
    expect(viewSheet(after, 'Sum')!.formula(0, 0)).toBe('=SUM(Plan!B2:B6)');
    expect(viewSheet(after, 'Sum')!.formula(0, 1)).toBe('=Plan!B:B');
    expect(viewSheet(after, 'Sum')!.formula(0, 2)).toBe('=A5');
  });
});

describe('what a host must find before it writes', () => {
  test('is each expectation at its place before rows were inserted', () => {
    const edits: Edit[] = [
      write(1, 2, [[1], [2]]),
      { kind: 'insert rows', sheet: 'Plan', row: 2, count: 2 },
      write(2, 0, [['new'], ['new'], ['Feb']], [[null], [null], ['Feb']]),
      { kind: 'add sheet', sheet: 'New' },
      { kind: 'write', sheet: 'NEW', row: 0, column: 0, cells: [['x']] },
    ];
    expect(preconditions(edits)).toEqual([
      { sheet: 'Plan', row: 1, column: 2, expected: [[null], [null]] },
      { sheet: 'Plan', row: 2, column: 0, expected: [['Feb']] },
    ]);
  });
});

describe('what a host must find where rows and columns have gone before', () => {
  const rows: Edit = { kind: 'remove rows', sheet: 'plan', row: 2, count: 3 };
  const columns: Edit = { kind: 'remove columns', sheet: 'PLAN', column: 1, count: 1 };
  const at = (row: number, column: number, expected: (number | null)[][]) => ({ sheet: 'Plan', row, column, expected });

  test('is on either side of the rows, in two rectangles', () => {
    // Rows 2 and 3 of what is left are rows 2 and 6 of the sheet as it is.
    expect(preconditions([rows, write(1, 0, [[5], [6]], [[1], [2]])])).toEqual([at(1, 0, [[1]]), at(5, 0, [[2]])]);
  });

  test('is on either side of a column, each line by itself', () => {
    const edits = [columns, write(1, 0, [[7, 8], [9]], [[1, 2], [3]])];
    expect(preconditions(edits)).toEqual([at(1, 0, [[1]]), at(1, 2, [[2]]), at(2, 0, [[3]])]);
  });

  test('of lines of one length is one rectangle, of others several', () => {
    const lines = (...cells: number[][]) => preconditions([write(1, 0, cells)]).map(({ expected }) => expected.length);
    expect(lines([1, 2], [3, 4], [5])).toEqual([2, 1]);
  });

  test('is nothing of rows that were made, all of the rows around them', () => {
    const made: Edit = { kind: 'insert rows', sheet: 'Plan', row: 2, count: 2 };
    expect(preconditions([made, write(1, 0, [[1], [2], [3], [4]], [[5], [null], [null], [6]])])).toEqual([
      at(1, 0, [[5], [6]]),
    ]);
  });

  test('of another sheet is where it was', () => {
    const other: Edit = { kind: 'write', sheet: 'Other', row: 3, column: 1, cells: [[1]] };
    expect(preconditions([rows, columns, other])).toEqual([{ sheet: 'Other', row: 3, column: 1, expected: [[null]] }]);
  });
});

describe('neighbouring rectangles', () => {
  test('become one, whatever the order they come in', () => {
    const cells = [0, 1, 2].flatMap(row => [0, 1].map(column => write(row + 5, column, [[10 * row + column]])));
    const expected = [
      write(5, 0, [
        [0, 1],
        [10, 11],
        [20, 21],
      ]),
    ];
    expect(joinWrites(cells)).toEqual(expected);
    expect(joinWrites([...cells].reverse())).toEqual(expected);
  });

  test('keep what each expects', () => {
    expect(joinWrites([write(1, 0, [['Mar']], [['Jan']]), write(1, 1, [[50]], [[40]]), write(1, 2, [[1]])])).toEqual([
      write(1, 0, [['Mar', 50, 1]], [['Jan', 40, null]]),
    ]);
  });

  test('stay apart across an insertion of rows, on other sheets, and edge to corner', () => {
    const apart: Edit[] = [
      write(5, 0, [[1]]),
      { kind: 'insert rows', sheet: 'Plan', row: 6, count: 1 },
      write(6, 0, [[2]]),
      write(7, 1, [[3]]),
      { kind: 'write', sheet: 'Other', row: 7, column: 2, cells: [[4]] },
    ];
    expect(joinWrites(apart)).toEqual(apart);
  });

  test('of one look become one', () => {
    const bold = (row: number): Edit => ({
      kind: 'format',
      sheet: 'Plan',
      row,
      column: 0,
      rows: 1,
      columns: 2,
      format: { bold: true },
    });
    expect(joinWrites([bold(3), bold(4), bold(2)])).toEqual([{ ...bold(2), rows: 3 }]);
  });
});
