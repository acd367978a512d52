import type { Edit } from '../../src/workbook/edit';
import { applyEdits, EditConflict } from '../../src/workbook/edits/applyEdits';
import { inverseOf, sheetInUse } from '../../src/workbook/edits/inverse';
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
    const back = applyEdits(after, inverseOf(workbook, edits)!);
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
    expect(() => applyEdits(typed, inverseOf(workbook, edits)!)).toThrow(EditConflict);
    const used = applyEdits(after, [{ kind: 'write', sheet: 'Minutes', row: 4, column: 2, cells: [['mine']] }]);
    const inverse = inverseOf(workbook, edits)!;
    // A sheet with something of the owner's on it, beyond all that we wrote.
    expect(sheetInUse(used, inverse)).toBe('Minutes');
    expect(sheetInUse(after, inverse)).toBeNull();
  });

  test('says that it can’t, where only the host knows what was there', () => {
    const formula = { formula: { kind: 'number', value: 1 } } as never;
    const cases: Edit[][] = [
      [{ kind: 'write', sheet: 'Log', row: 3, column: 0, cells: [[formula]] }],
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
});
