import type { IWorkbookData } from '@univerjs/core';
import { call, operation, reference, text } from '../../src/cells/formula';
import type { Engine } from '../../src/hosts/univer/headless';
import { pageOf } from '../../src/hosts/univer/looks/page';
import { rulesOf } from '../../src/hosts/univer/looks/rules';
import type { Edit } from '../../src/workbook/edit';
import { headless } from './headless';

const { createEngine, workbookFromEdits } = headless();

let engine: Engine;
afterEach(() => engine.dispose());

const b2 = { sheet: 'Month', row: 1, column: 1, rows: 3, columns: 1 };
const below = (limit: number): Edit => ({
  kind: 'conditional format',
  ...b2,
  when: {
    operator: '<',
    left: { reference: { top: 1, left: 1, bottom: 1, right: 1 } },
    right: { number: limit },
  },
  format: { background: limit > 50 ? '#fde8e8' : '#b91c1c', bold: true },
});
const month: Edit[] = [
  { kind: 'add sheet', sheet: 'Month' },
  {
    kind: 'write',
    sheet: 'Month',
    row: 0,
    column: 0,
    cells: [
      ['Month', 'Orders'],
      [1, 40],
      [2, 90],
      [3, 120],
    ],
  },
];
const looks: Edit[] = [
  below(50),
  below(100),
  { kind: 'validation', ...b2, allow: { number: { from: 0 } }, message: 'Orders are a number, 0 or more.' },
  { kind: 'protect', ...b2, column: 2, message: 'This is calculated.' },
  { kind: 'note', sheet: 'Month', row: 0, column: 1, text: 'Orders placed in the month.' },
  { kind: 'page', sheet: 'Month', landscape: true, onePage: true, area: { top: 0, left: 0, bottom: 3, right: 1 } },
];

/** What a sheet has beside its cells. */
function kept(data: IWorkbookData, name: string) {
  const id = data.sheetOrder.find(each => data.sheets[each]!.name === name)!;
  return { ...rulesOf(data.resources, id), page: pageOf(data.sheets[id]!) };
}

/** The same rules whatever their ids. */
const withoutIds = (rules: object): unknown =>
  JSON.parse(JSON.stringify(rules), (key, value) => (['id', 'uid', 'cfId'].includes(key) ? 'id' : value));

describe('looks, input rules, notes and pages in the grid', () => {
  it('keeps each of them with its sheet, the look that was said first before the others', () => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    engine.apply([...month, ...looks]);
    const { formats, validations, notes, page } = kept(engine.save(), 'Month');
    expect(formats.map(({ rule }) => [rule.value, rule.style])).toEqual([
      ['=B2<50', { bl: 1, bg: { rgb: '#b91c1c' } }],
      ['=B2<100', { bl: 1, bg: { rgb: '#fde8e8' } }],
    ]);
    expect(validations).toMatchObject([
      {
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formula1: '0',
        error: 'Orders are a number, 0 or more.',
        errorStyle: 1,
      },
      { type: 'custom', formula1: '=ISFORMULA(C2)', error: 'This is calculated.', errorStyle: 2 },
    ]);
    expect(notes).toMatchObject([{ row: 0, col: 1, note: 'Orders placed in the month.' }]);
    expect(page).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 1, printArea: 'A1:B4' });
  });

  it('takes them back with one undo, and does them again with one redo', async () => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    engine.apply(month);
    const before = kept(engine.save(), 'Month');
    engine.apply(looks);
    const after = kept(engine.save(), 'Month');
    await engine.undo();
    expect(kept(engine.save(), 'Month')).toEqual(before);
    await engine.redo();
    expect(withoutIds(kept(engine.save(), 'Month'))).toEqual(withoutIds(after));
  });

  it('has notes and input rules follow when rows above come', () => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    engine.apply([...month, ...looks, { kind: 'insert rows', sheet: 'Month', row: 0, count: 2 }]);
    const { validations, notes } = kept(engine.save(), 'Month');
    expect(validations[0]!.ranges[0]).toMatchObject({ startRow: 3, endRow: 5 });
    expect(notes[0]).toMatchObject({ row: 2, col: 1 });
  });

  it('takes out rows, columns and sheets, and brings all of it back with one undo', async () => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    engine.apply([...month, ...looks]);
    engine.apply([
      {
        kind: 'write',
        sheet: 'Till',
        row: 1,
        column: 0,
        cells: [[{ formula: { reference: { sheet: 'Month', top: 3, left: 1, bottom: 3, right: 1 } } }]],
      },
    ]);
    await engine.calculated();
    engine.apply([
      { kind: 'remove rows', sheet: 'Month', row: 1, count: 1 },
      { kind: 'remove columns', sheet: 'Month', column: 0, count: 1 },
    ]);
    await engine.calculated();
    expect(engine.read('Month', 0, 0, 3).values).toEqual([['Orders'], [90], [120]]);
    expect(engine.read('Till', 1, 0).formulas).toEqual([['=Month!A3']]);
    engine.apply([{ kind: 'remove sheet', sheet: 'Month' }]);
    expect(engine.sheets()).toEqual(['Till']);
    await engine.undo();
    await engine.undo();
    expect(engine.sheets()).toEqual(['Till', 'Month']);
    expect(engine.read('Month', 0, 0, 4, 2).values).toEqual([
      ['Month', 'Orders'],
      [1, 40],
      [2, 90],
      [3, 120],
    ]);
    expect(engine.read('Till', 1, 0).formulas).toEqual([['=Month!B4']]);
    expect(kept(engine.save(), 'Month').notes).toMatchObject([{ row: 0, col: 1 }]);
    expect(kept(engine.save(), 'Month').formats).toHaveLength(2);
  });

  it('writes a formula of another sheet as it is to read after rows have moved', () => {
    engine = createEngine([
      { name: 'Till', values: [[1], [2]] },
      { name: 'Other', values: [[0]] },
    ]);
    engine.apply([
      { kind: 'write', sheet: 'Other', row: 1, column: 0, cells: [[5]] },
      { kind: 'insert rows', sheet: 'Till', row: 1, count: 1 },
      {
        kind: 'write',
        sheet: 'Other',
        row: 2,
        column: 0,
        cells: [[{ formula: { reference: { sheet: 'Till', top: 2, left: 0, bottom: 2, right: 0 } } }]],
      },
    ]);
    expect(engine.read('Other', 2, 0).formulas).toEqual([['=Till!A3']]);
  });

  it('has room for what a formula points at, and keeps pointing there when columns before it go', async () => {
    engine = createEngine([
      { name: 'Till', values: [[1, 2]] },
      { name: 'Other', values: [[0]] },
    ]);
    const cell = reference('Till!AG1');
    const shown = call('IF', operation(cell, '=', text('')), text('none'), cell);
    // Column AG is the 33rd; a grid has 26 unless it needs more.
    engine.apply([
      { kind: 'write', sheet: 'Other', row: 1, column: 0, cells: [[{ formula: shown }]] },
      { kind: 'remove columns', sheet: 'Till', column: 0, count: 9 },
    ]);
    await engine.calculated();
    expect(engine.read('Other', 1, 0)).toMatchObject({
      values: [['none']],
      formulas: [['=IF(Till!X1="","none",Till!X1)']],
    });
  });

  it('leaves out what the grid does not draw', () => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    const range = { sheet: 'Month', top: 1, left: 1, bottom: 3, right: 1 };
    engine.apply([
      ...month,
      {
        kind: 'chart',
        sheet: 'Month',
        row: 5,
        column: 0,
        rows: 10,
        columns: 4,
        type: 'line',
        title: 'Orders',
        categories: range,
        series: [],
      },
      { kind: 'sparkline', sheet: 'Month', row: 0, column: 2, values: range },
    ]);
    expect(engine.read('Month', 3, 1).values).toEqual([[120]]);
  });

  it('takes out the sheet in front', () => {
    engine = createEngine([
      { name: 'Month', values: [[1]] },
      { name: 'Till', values: [[2]] },
    ]);
    engine.apply([{ kind: 'remove sheet', sheet: 'Month', expected: [[1]] }]);
    expect(engine.sheets()).toEqual(['Till']);
  });

  it('takes out a sheet whose formulas name it, and undo brings them back', async () => {
    engine = createEngine([
      { name: 'Till', values: [[1]] },
      { name: 'Month', values: [[2], [null]], formulas: [[null], ['=Month!A1*2']] },
    ]);
    await engine.calculated();
    engine.apply([{ kind: 'remove sheet', sheet: 'Month', expected: [[2], [4]] }]);
    expect(engine.sheets()).toEqual(['Till']);
    await engine.undo();
    expect(engine.read('Month', 0, 0, 2).formulas).toEqual([[null], ['=Month!A1*2']]);
  });

  it('keeps the last sheet of a workbook', () => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    expect(engine.apply([{ kind: 'remove sheet', sheet: 'Till', expected: [[1]] }])).toMatchObject({
      written: 'none',
      why: 'A workbook needs at least one sheet.',
    });
  });

  it('takes a sheet out only while it holds what is expected of it', () => {
    engine = createEngine([
      { name: 'Till', values: [[1]] },
      { name: 'Month', values: [[2]] },
    ]);
    expect(engine.apply([{ kind: 'remove sheet', sheet: 'Month', expected: [[1]] }])).toMatchObject({
      written: 'none',
      why: "Month A1 holds '2': the workbook has changed.",
    });
  });

  it('gives large and wrapped texts of a new sheet the height that they need', () => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    const cell = { sheet: 'Month', row: 0, column: 0, rows: 1, columns: 1 };
    engine.apply([
      { kind: 'add sheet', sheet: 'Month', widths: [10] },
      { kind: 'format', ...cell, format: { size: 20 } },
      { kind: 'format', ...cell, row: 1, format: { wrap: true } },
      {
        kind: 'write',
        sheet: 'Month',
        row: 0,
        column: 0,
        cells: [['Big'], ['Days a favourite sold out early'], ['Usual']],
      },
    ]);
    const [, month] = engine.save().sheetOrder;
    // 36 pixels for 20 points; four lines of ten characters at most, of 20 pixels each; and a row as it comes.
    expect(engine.save().sheets[month!]!.rowData).toEqual({ 0: { ah: 36, ia: 1 }, 1: { ah: 80, ia: 1 } });
  });

  it('makes the same from nothing that applying them makes', () => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    engine.apply([...month, ...looks]);
    const applied = kept(engine.save(), 'Month');
    const data = workbookFromEdits([...month, ...looks], 'Month');
    expect(withoutIds(kept(data, 'Month'))).toEqual(withoutIds(applied));
  });
});
