import { parseFormula } from '../../src/cells/parseFormula';
import type { Cell } from '../../src/cells/value';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { joinWrites } from '../../src/workbook/edits/joinWrites';
import { preconditions } from '../../src/workbook/edits/preconditions';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { rowsOf, workbook } from './workbooks';

// Formulas turned into what they show, and looks, as every host applies them.

const plan = applyEdits(
  workbook({
    Plan: [
      ['Month', 'Leads', 'Won'],
      ['Jan', 40, 8],
    ],
    Notes: [['x']],
  }),
  [
    {
      kind: 'write',
      sheet: 'Plan',
      row: 1,
      column: 3,
      cells: [
        [
          { formula: parseFormula('B2/C2'), value: 5 },
          { formula: parseFormula('C2'), value: 8 },
        ],
      ],
    },
  ],
);
const formulasOf = (of: typeof plan) => [3, 4].map(column => viewSheet(of, 'Plan')!.formula(1, column));
const keep = (expected: Cell[][], row = 1, column = 3): Edit => ({
  kind: 'keep values',
  sheet: 'Plan',
  row,
  column,
  expected,
});

describe('formulas that become what they show', () => {
  test('leave their figures, and nothing else changes', () => {
    expect(formulasOf(plan)).toEqual(['=B2/C2', '=C2']);
    const one = applyEdits(plan, [keep([[5]])]);
    expect([formulasOf(one), rowsOf(one, 'Plan')]).toEqual([[null, '=C2'], rowsOf(plan, 'Plan')]);
    expect(formulasOf(applyEdits(plan, [keep([[8]], 1, 4)]))).toEqual(['=B2/C2', null]);
    expect(formulasOf(applyEdits(plan, [keep([[5, 8]])]))).toEqual([null, null]);
    expect(formulasOf(plan)).toEqual(['=B2/C2', '=C2']);
  });

  test('are refused where they show something else by now', () => {
    expect(() => applyEdits(plan, [keep([[5, 9]])])).toThrow("Plan E2 holds '8': the workbook has changed.");
    expect(() => applyEdits(plan, [keep([[5], [1]])])).toThrow('Plan D3 is blank now: the workbook has changed.');
    expect(preconditions([keep([[5, 8]])])).toEqual([{ sheet: 'Plan', row: 1, column: 3, expected: [[5, 8]] }]);
  });

  test('side by side or below each other are one edit, in whatever order', () => {
    const apart = [keep([[5]], 1, 3), keep([[8]], 1, 4)];
    expect(joinWrites(apart)).toEqual([keep([[5, 8]], 1, 3)]);
    expect(joinWrites([...apart].reverse())).toEqual([keep([[5, 8]], 1, 3)]);
    expect(joinWrites([keep([[1]], 3, 0), keep([[2]], 2, 0)])).toEqual([keep([[2], [1]], 2, 0)]);
    expect(joinWrites([keep([[1]], 3, 0), keep([[2]], 5, 0)])).toHaveLength(2);
    // Kinds are kept apart: what is written comes before what is kept.
    const write: Edit = { kind: 'write', sheet: 'Plan', row: 1, column: 5, cells: [[1]] };
    expect(joinWrites([keep([[8]], 1, 4), write])).toEqual([write, keep([[8]], 1, 4)]);
  });
});

describe('an expected error', () => {
  const broken = workbook({ Plan: [[{ error: '#REF!' }]] });
  const write = (expected: Cell): Edit => ({
    kind: 'write',
    sheet: 'Plan',
    row: 0,
    column: 0,
    cells: [[1]],
    expected: [[expected]],
  });
  test('is the same error, not another one and no figure', () => {
    expect(rowsOf(applyEdits(broken, [write({ error: '#REF!' })]), 'Plan')).toEqual([[1]]);
    expect(() => applyEdits(broken, [write({ error: '#N/A' })])).toThrow("Plan A1 holds '#REF!'");
    expect(() => applyEdits(workbook({ Plan: [[2]] }), [write({ error: '#REF!' })])).toThrow("Plan A1 holds '2'");
  });
});

describe('looks', () => {
  const look = (
    row: number,
    column: number,
    rows: number,
    columns: number,
    format: object = { number: '0.0%' },
  ): Edit => ({
    kind: 'format',
    sheet: 'Plan',
    row,
    column,
    rows,
    columns,
    format,
  });
  const formatsOf = (edits: Edit[]) => {
    const view = viewSheet(
      applyEdits(
        workbook({
          Plan: [
            ['a', 1],
            ['b', 2],
          ],
        }),
        edits,
      ),
      'Plan',
    )!;
    return [0, 1, 2].map(row => [0, 1, 2].map(column => view.format(row, column)));
  };
  const G = 'General';

  test('with a number format give it to their cells alone, also beyond what is filled', () => {
    expect(formatsOf([look(0, 1, 2, 1)])).toEqual([
      [G, '0.0%', G],
      [G, '0.0%', G],
      [G, G, G],
    ]);
    expect(formatsOf([look(1, 1, 2, 2)])).toEqual([
      [G, G, G],
      [G, '0.0%', '0.0%'],
      [G, '0.0%', '0.0%'],
    ]);
    expect(formatsOf([look(0, 0, 3, 3, { bold: true })]).flat()).toEqual(Array(9).fill(G));
  });

  test('that are alike are joined edge to edge, others stay', () => {
    expect(joinWrites([look(0, 0, 1, 2), look(0, 2, 1, 1)])).toEqual([look(0, 0, 1, 3)]);
    expect(joinWrites([look(0, 2, 1, 1), look(0, 0, 1, 2)])).toEqual([look(0, 0, 1, 3)]);
    expect(joinWrites([look(2, 0, 2, 2), look(0, 0, 2, 2)])).toEqual([look(0, 0, 4, 2)]);
    for (const other of [look(0, 2, 2, 1), look(1, 1, 1, 2), look(0, 3, 1, 1), look(0, 2, 1, 1, { bold: true })])
      expect(joinWrites([look(0, 0, 1, 2), other])).toHaveLength(2);
  });
});

test('two strips that come to touch are joined in the end', () => {
  const write = (row: number, column: number, cells: number[][]): Edit => ({
    kind: 'write',
    sheet: 'Plan',
    row,
    column,
    cells,
  });
  expect(joinWrites([write(0, 0, [[1]]), write(1, 1, [[4]]), write(0, 1, [[2]]), write(1, 0, [[3]])])).toEqual([
    write(0, 0, [
      [1, 2],
      [3, 4],
    ]),
  ]);
});

test('a cell written on a sheet of several parts that were read leaves one whole sheet', () => {
  const parts = { ...workbook({ Notes: [['x']] }) };
  parts.sheets.push(
    { name: 'Plan', row: 0, column: 0, values: [['a']] },
    { name: 'plan', row: 4, column: 1, values: [['b']] },
  );
  const after = applyEdits(parts, [{ kind: 'write', sheet: 'PLAN', row: 1, column: 0, cells: [['c']] }]);
  expect(after.sheets.map(({ name }) => name)).toEqual(['Notes', 'Plan']);
  expect(rowsOf(after, 'Plan').map(([first, second]) => [first, second])).toEqual([
    ['a', null],
    ['c', null],
    [null, null],
    [null, null],
    [null, 'b'],
  ]);
});

test('a list of choices that no spreadsheet could offer is refused with its cell', () => {
  const rule = (list: string[]): Edit => ({
    kind: 'validation',
    sheet: 'Plan',
    row: 1,
    column: 2,
    rows: 1,
    columns: 1,
    allow: { list },
    message: 'Choose one.',
  });
  expect(applyEdits(plan, [rule(['yes', 'no'])])).toBe(plan);
  expect(() => applyEdits(plan, [rule(['yes, soon'])])).toThrow(
    "The list of choices of Plan C2 has a comma in 'yes, soon'; commas separate the choices.",
  );
});
