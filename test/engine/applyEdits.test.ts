import type { IWorkbookData } from '@univerjs/core';
import type { Engine } from '../../src/hosts/univer/headless';
import type { Edit } from '../../src/workbook/edit';
import { headless } from './headless';

const { createEngine, workbookFromEdits } = headless();

let engine: Engine;
afterEach(() => engine.dispose());

const onePlusTwo = { formula: { operator: '+' as const, left: { number: 1 }, right: { number: 2 } }, value: 3 };
const churn = { formula: { call: 'CHURN_RATE', arguments: [{ number: 5 }, { number: 100 }] } };

const notes: Edit[] = [
  { kind: 'add sheet', sheet: 'Notes', frozenRows: 1, widths: [20] },
  { kind: 'write', sheet: 'Notes', row: 0, column: 0, cells: [['=1+1', 7, onePlusTwo, churn]] },
  { kind: 'format', sheet: 'Notes', row: 0, column: 1, rows: 1, columns: 1, format: { number: '0.00', bold: true } },
];

describe('edits in the grid', () => {
  it('makes sheets, writes text as text and formulas as formulas, and sets formats', async () => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    engine.apply(notes);
    await engine.calculated();
    expect(engine.read('Notes', 0, 0, 1, 4)).toMatchObject({
      // By hand: 1 + 2, 5 / 100.
      values: [['=1+1', 7, 3, 0.05]],
      formulas: [[null, null, '=1+2', '=CHURN_RATE(5,100)']],
      formats: [['General', '0.00', 'General', 'General']],
    });
    expect(engine.save().sheets[engine.save().sheetOrder[1]!]).toMatchObject({ freeze: { ySplit: 1 } });
  });

  it('leaves a formula at work in a cell that only gets another look, and after that is undone', async () => {
    engine = createEngine([{ name: 'Till', values: [[2, 6]], formulas: [[null, '=A1*3']] }]);
    engine.apply([
      { kind: 'format', sheet: 'Till', row: 0, column: 1, rows: 1, columns: 1, format: { number: '0.0' } },
    ]);
    engine.write('Till', 0, 0, [[5]]);
    await engine.calculated();
    expect(engine.read('Till', 0, 1)).toMatchObject({ values: [[15]], formulas: [['=A1*3']], formats: [['0.0']] });
    await engine.undo();
    await engine.undo();
    engine.write('Till', 0, 0, [[4]]);
    await engine.calculated();
    expect(engine.read('Till', 0, 1)).toMatchObject({ values: [[12]], formulas: [['=A1*3']], formats: [['General']] });
  });

  it('takes all of them back with one undo, and does them again with one redo', async () => {
    engine = createEngine([{ name: 'Till', values: [[1], [2]] }]);
    engine.apply([
      ...notes,
      { kind: 'insert rows', sheet: 'Till', row: 1, count: 2 },
      { kind: 'write', sheet: 'Till', row: 1, column: 0, cells: [[8], [9]] },
    ]);
    expect(engine.read('Till', 0, 0, 4).values).toEqual([[1], [8], [9], [2]]);
    await engine.undo();
    expect(engine.sheets()).toEqual(['Till']);
    expect(engine.read('Till', 0, 0, 4).values).toEqual([[1], [2], [null], [null]]);
    await engine.redo();
    expect(engine.sheets()).toEqual(['Till', 'Notes']);
    expect(engine.read('Till', 0, 0, 4).values).toEqual([[1], [8], [9], [2]]);
    expect(engine.read('Notes', 0, 1).values).toEqual([[7]]);
  });

  it.each<[string, Edit, string]>([
    [
      'a cell holds something else',
      { kind: 'write', sheet: 'Till', row: 0, column: 0, cells: [[5]], expected: [[4]] },
      "Till A1 holds '1': the workbook has changed.",
    ],
    [
      'a cell is not blank any more',
      { kind: 'write', sheet: 'Till', row: 0, column: 0, cells: [[5]] },
      "Till A1 holds '1': the workbook has changed.",
    ],
    [
      'a cell is blank by now',
      { kind: 'write', sheet: 'Till', row: 7, column: 0, cells: [[5]], expected: [[4]] },
      'Till A8 is blank now: the workbook has changed.',
    ],
    [
      'the sheet is gone',
      { kind: 'write', sheet: 'Tll', row: 0, column: 0, cells: [[5]] },
      "The workbook has no sheet 'Tll'.",
    ],
    [
      'a sheet of that name is there, in other letters',
      { kind: 'add sheet', sheet: 'TILL' },
      "The workbook has a sheet 'TILL' already.",
    ],
  ])('writes nothing at all where %s', (_, edit, message) => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    expect(engine.apply([...notes, edit])).toMatchObject({ written: 'none', why: message });
    expect(engine.sheets()).toEqual(['Till']);
    expect(engine.read('Till', 0, 0).values).toEqual([[1]]);
  });

  it('keeps the only sheet in view where the others are hidden', async () => {
    const first = createEngine([
      { name: 'Till', values: [[1]] },
      { name: 'Month', values: [[2]] },
    ]);
    const data = first.save();
    first.dispose();
    data.sheets[data.sheetOrder[1]!]!.hidden = 1;
    engine = createEngine(data);
    const remove: Edit = { kind: 'remove sheet', sheet: 'Till', expected: [[1]] };
    const write: Edit = { kind: 'write', sheet: 'Month', row: 1, column: 0, cells: [[3]] };
    expect(engine.apply([write, remove])).toEqual({
      written: 'none',
      what: '',
      why: 'All remaining sheets are hidden. Unhide one of them first.',
      where: [],
    });
    expect(engine.sheets()).toEqual(['Till', 'Month']);
    expect(engine.read('Month', 0, 0, 2).values).toEqual([[2], [null]]);
    // With a new sheet, one stays in view.
    expect(engine.apply([{ kind: 'add sheet', sheet: 'New' }, remove])).toEqual({ written: 'all' });
    expect(engine.sheets()).toEqual(['Month', 'New']);
  });

  it('makes the same workbook from nothing that applying them makes', async () => {
    const data: IWorkbookData = workbookFromEdits(notes, 'Notes');
    engine = createEngine(data);
    await engine.calculated();
    expect(engine.read('Notes', 0, 0, 1, 4)).toMatchObject({
      values: [['=1+1', 7, 3, 0.05]],
      formulas: [[null, null, '=1+2', '=CHURN_RATE(5,100)']],
      formats: [['General', '0.00', 'General', 'General']],
    });
  });
});
