import { parseFormula } from '../../src/cells/parseFormula';
import type { Cell } from '../../src/cells/value';
import { verdicts } from '../../src/functions/families/verdicts';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits, EditConflict } from '../../src/workbook/edits/applyEdits';
import { SPILL_COLUMNS, SPILLING } from '../../src/workbook/edits/degrade';
import { inverseNow, inverseOf, sheetInUse } from '../../src/workbook/edits/inverse';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';

const workbook: Snapshot = {
  today: 46000,
  locale: 'en',
  sheets: [
    {
      name: 'Log',
      values: [
        ['Kind', 'Done'],
        ['decision', null],
      ],
      formulas: [
        [null, null],
        [null, null],
      ],
    },
  ],
};
const contents = (snapshot: Snapshot) =>
  snapshot.sheets.map(({ name }) => {
    const view = viewSheet(snapshot, name)!;
    const rows = Array.from({ length: view.rows }, (_, r) =>
      Array.from({ length: view.columns }, (_, c) => view.cell(r, c)),
    );
    return [name, rows.filter(row => row.some(cell => cell !== null))];
  });

describe('undoing', () => {
  test('puts back what was there, takes out what was added, and a sheet that was made', () => {
    const edits: Edit[] = [
      { kind: 'write', sheet: 'Log', row: 1, column: 1, cells: [[46000]] },
      { kind: 'write', sheet: 'Log', row: 1, column: 0, cells: [['review']], expected: [['decision']] },
      { kind: 'add sheet', sheet: 'Minutes', widths: [40] },
      { kind: 'write', sheet: 'Minutes', row: 0, column: 0, cells: [['Review'], [null], ['Done']] },
      { kind: 'page', sheet: 'Minutes', landscape: false },
    ];
    const after = applyEdits(workbook, edits);
    const back = applyEdits(after, inverseNow(after, inverseOf(workbook, edits)!));
    expect(contents(back)).toEqual(contents(workbook));
  });

  test('is refused as a whole where somebody has typed since', () => {
    const edits: Edit[] = [
      { kind: 'write', sheet: 'Log', row: 2, column: 0, cells: [['decision', 'no']] },
      { kind: 'add sheet', sheet: 'Minutes' },
    ];
    const after = applyEdits(workbook, edits);
    const typed = applyEdits(after, [
      { kind: 'write', sheet: 'Log', row: 2, column: 1, cells: [['yes']], expected: [['no']] },
    ]);
    expect(() => applyEdits(typed, inverseNow(typed, inverseOf(workbook, edits)!))).toThrow(EditConflict);
    const used = applyEdits(after, [{ kind: 'write', sheet: 'Minutes', row: 4, column: 2, cells: [['mine']] }]);
    const inverse = inverseNow(used, inverseOf(workbook, edits)!);
    // A sheet with something of the owner's on it, beyond all that we wrote.
    expect(sheetInUse(used, inverse)).toBe('Minutes');
    expect(sheetInUse(after, inverse)).toBeNull();
  });

  describe('formulas', () => {
    const sum = { formula: parseFormula('SUM(Shop!B2:B3)'), value: 5 };
    const edits: Edit[] = [
      { kind: 'write', sheet: 'Log', row: 3, column: 0, cells: [['Sales', sum]] },
      { kind: 'insert rows', sheet: 'Log', row: 1, count: 2 },
      { kind: 'add sheet', sheet: 'Data' },
      { kind: 'write', sheet: 'Data', row: 0, column: 0, cells: [['Sum'], [sum]] },
    ];
    /** The workbook after it, once the figures have become others. */
    const recalculated = (after: Snapshot, to: number): Snapshot => ({
      ...after,
      sheets: after.sheets.map(block => ({
        ...block,
        values: block.values.map((line, r) => line.map((cell, c) => (block.formulas?.[r]?.[c] ? to : cell))),
      })),
    });

    test('are taken out whatever they come to by then', () => {
      const inverse = inverseOf(workbook, edits)!;
      const after = recalculated(applyEdits(workbook, edits), 7);
      expect(contents(after)).not.toEqual(contents(applyEdits(workbook, edits)));
      expect(sheetInUse(after, inverseNow(after, inverse))).toBeNull();
      expect(contents(applyEdits(after, inverseNow(after, inverse)))).toEqual(contents(workbook));
    });

    test('are left where somebody has typed over one, or changed it', () => {
      const inverse = inverseOf(workbook, edits)!;
      const after = recalculated(applyEdits(workbook, edits), 7);
      for (const mine of [8, { formula: parseFormula('SUM(Shop!B2:B9)'), value: 9 }]) {
        const typed = applyEdits(after, [
          { kind: 'write', sheet: 'Log', row: 5, column: 1, cells: [[mine]], expected: [[7]] },
        ]);
        expect(() => applyEdits(typed, inverseNow(typed, inverse))).toThrow('Log B4 holds');
        const inNew = applyEdits(after, [
          { kind: 'write', sheet: 'Data', row: 1, column: 0, cells: [[mine]], expected: [[7]] },
        ]);
        expect(sheetInUse(inNew, inverseNow(inNew, inverse))).toBe('Data');
      }
    });
  });

  test('says that it can’t, where only the host knows what was there', () => {
    const cases: Edit[][] = [
      [{ kind: 'remove rows', sheet: 'Log', row: 1, count: 1 }],
      [{ kind: 'remove sheet', sheet: 'Log' }],
      [{ kind: 'note', sheet: 'Log', row: 0, column: 0, text: 'x' }],
    ];
    for (const edits of cases) expect(inverseOf(workbook, edits)).toBeNull();
    const computed = {
      ...workbook,
      sheets: [
        {
          ...workbook.sheets[0]!,
          formulas: [
            [null, null],
            [null, '=1+1'],
          ],
        },
      ],
    };
    expect(inverseOf(computed, [{ kind: 'write', sheet: 'Log', row: 1, column: 1, cells: [[2]] }])).toBeNull();
  });

  describe('a formula that runs over the cells below and beside it', () => {
    const spilling = { formula: parseFormula('IFERROR(KPI_VERDICTS(A1:B2,A1:B2),"")'), value: '' };
    const kpis = {
      name: 'Compass KPIs',
      values: [
        ['KPI', 'Better'],
        ['Sales', 'higher'],
        ['Waste', 'lower'],
      ],
    };
    const withKpis: Snapshot = { ...workbook, sheets: [...workbook.sheets, kpis] };
    const edits: Edit[] = [
      { kind: 'add sheet', sheet: 'Page' },
      {
        kind: 'write',
        sheet: 'Page',
        row: 0,
        column: 0,
        cells: [
          ['Ours', null, 'KPI', 'verdict'],
          ['', null, spilling],
        ],
      },
    ];
    const inverse = inverseOf(withKpis, edits)!;
    /** The page as a host shows it: what the formula comes to, and what somebody typed. */
    const shown = (lines: Cell[][], mine: [row: number, column: number, Cell][] = []): Snapshot => {
      const after = applyEdits(withKpis, edits);
      const page = after.sheets.find(({ name }) => name === 'Page')!;
      const values = Array.from({ length: 6 }, (_, r) =>
        Array.from({ length: 10 }, (_, c) => page.values[r]?.[c] ?? null),
      );
      const formulas = values.map((line, r) => line.map((_, c) => page.formulas?.[r]?.[c] ?? null));
      for (const [r, line] of lines.entries()) for (const [c, cell] of line.entries()) values[1 + r]![2 + c] = cell;
      for (const [r, c, cell] of mine) values[r]![c] = cell;
      return { ...after, sheets: after.sheets.map(each => (each === page ? { ...page, values, formulas } : each)) };
    };
    const sales: Cell[] = ['Sales', 'worse', 'Mar 2026', 1, 2, 71, 0.71];
    const waste: Cell[] = ['Waste', 'steady', '', '', '', '', ''];

    test('goes with its sheet, whatever it shows by then', () => {
      for (const lines of [[sales, waste], [sales], [['']], [[null]]]) {
        const now = shown(lines);
        expect(sheetInUse(now, inverseNow(now, inverse))).toBeNull();
        expect(contents(applyEdits(now, inverseNow(now, inverse)))).toEqual(contents(withKpis));
      }
    });

    test('is left with what somebody typed below it, beside it, or among what it shows', () => {
      const besides: [number, number, Cell][] = [
        [3, 2, 'mine'],
        [3, 3, 5],
        [1, 9, 'mine'],
        [2, 1, 7],
      ];
      for (const mine of besides) {
        const now = shown([sales, waste], [mine]);
        expect([mine, sheetInUse(now, inverseNow(now, inverse))]).toEqual([mine, 'Page']);
      }
      // In the way of the result: the formula shows an error, and only what was typed is there.
      const blocked = shown([[{ error: '#REF!' }]], [[2, 3, 'mine']]);
      expect(sheetInUse(blocked, inverseNow(blocked, inverse))).toBe('Page');
    });

    test('goes alone from a sheet that was there before', () => {
      const onLog: Edit[] = [{ kind: 'write', sheet: 'Log', row: 4, column: 0, cells: [[spilling]] }];
      const after = applyEdits(withKpis, onLog);
      const now = inverseNow(after, inverseOf(withKpis, onLog)!);
      expect(contents(applyEdits(after, now))).toEqual(contents(withKpis));
    });
  });

  test('knows the width of that result as its function has it', () => {
    const { result } = verdicts.find(({ name }) => name === SPILLING)!;
    expect(result.columns).toHaveLength(SPILL_COLUMNS);
  });
});
