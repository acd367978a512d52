import { applyEdits } from '../../../src/hosts/excel/apply';
import type { Edit } from '../../../src/workbook/edit';
import { createGrid } from '../grid';
import { type FakeExcel, fakeExcel, installExcel } from './fakeExcel';

let fake: FakeExcel;
let uninstall: () => void;

function open(...more: string[]) {
  const values = [
    ['Month', 'Orders'],
    [1, 40],
    [2, 90],
    [3, 120],
  ];
  fake = fakeExcel(createGrid([{ name: 'Till', values }, ...more.map(name => ({ name, values: [['x']] }))]));
  uninstall = installExcel(fake);
}
afterEach(() => {
  uninstall();
  fake.engine.dispose();
});

const orders = { sheet: 'Till', row: 1, column: 1, rows: 3, columns: 1 };
const cells = { sheet: 'Till', top: 1, left: 1, bottom: 3, right: 1 };
const below = (limit: number): Edit => ({
  kind: 'conditional format',
  ...orders,
  when: {
    operator: '<',
    left: { reference: { top: 1, left: 1, bottom: 1, right: 1 } },
    right: { number: limit },
  },
  format: { background: '#fde8e8', bold: true },
});

describe('looks that follow a formula', () => {
  it('are added last first, as Excel puts each new one before the others, in one round trip', async () => {
    open();
    await applyEdits([below(50), below(100)]);
    expect(fake.looks.filter(look => look.includes('rule'))).toEqual([
      'Till!B2:B4 Custom custom.rule.formula =B2<100',
      'Till!B2:B4 Custom custom.rule.formula =B2<50',
    ]);
    expect(fake.looks).toContain('Till!B2:B4 Custom custom.format.fill.color #fde8e8');
    expect(fake.looks).toContain('Till!B2:B4 Custom custom.format.font.bold true');
    expect(fake.syncs).toBe(2);
  });
});

describe('input rules', () => {
  it.each<[string, Extract<Edit, { kind: 'validation' }>['allow'], string]>([
    ['one of some words', { list: ['act', 'watch'] }, '{"list":{"inCellDropDown":true,"source":"act,watch"}}'],
    ['a date', { date: true }, '{"date":{"formula1":"1900-01-01","operator":"GreaterThanOrEqualTo"}}'],
    ['any number', { number: {} }, '{"custom":{"formula":"=ISNUMBER(B2)"}}'],
    [
      'a number from one to another',
      { number: { from: 0, to: 5 } },
      '{"decimal":{"formula1":0,"formula2":5,"operator":"Between"}}',
    ],
    ['a number up to one', { number: { to: 5 } }, '{"decimal":{"formula1":5,"operator":"LessThanOrEqualTo"}}'],
  ])('allow %s, and say so otherwise', async (_, allow, rule) => {
    open();
    await applyEdits([{ kind: 'validation', ...orders, allow, message: 'Not like this.' }]);
    expect(fake.looks).toEqual([
      `Till!B2:B4 dataValidation rule ${rule}`,
      'Till!B2:B4 dataValidation ignoreBlanks true',
      'Till!B2:B4 dataValidation errorAlert {"message":"Not like this.","showAlert":true,"style":"Stop","title":"Strategic Compass"}',
    ]);
  });

  it('warn whoever types over a formula of ours, and no more', async () => {
    open();
    await applyEdits([{ kind: 'protect', ...orders, message: 'This is calculated.' }]);
    expect(fake.looks[0]).toBe('Till!B2:B4 dataValidation rule {"custom":{"formula":"=ISFORMULA(B2)"}}');
    expect(fake.looks[2]).toContain('"message":"This is calculated.","showAlert":true,"style":"Warning"');
  });
});

describe('notes', () => {
  const note: Edit = { kind: 'note', sheet: 'Till', row: 0, column: 1, text: 'Counted by hand' };

  it('are put on cells', async () => {
    open();
    await applyEdits([note]);
    expect(fake.looks).toEqual(['Till!B1 note Counted by hand']);
  });

  it('are left out where this Excel does not let add-ins write them', async () => {
    open();
    fake.supports.set('ExcelApi', '1.17');
    await applyEdits([note, below(50)]);
    expect(fake.looks).not.toContain('Till!B1 note Counted by hand');
    expect(fake.looks).toContain('Till!B2:B4 Custom custom.rule.formula =B2<50');
  });
});

describe('how a sheet prints', () => {
  it('is landscape, as wide as a page, and on one page where that is wanted', async () => {
    open();
    const area = { top: 0, left: 0, bottom: 3, right: 1 };
    await applyEdits([{ kind: 'page', sheet: 'Till', landscape: true, onePage: true, area, headerRow: 1 }]);
    expect(fake.looks).toEqual([
      'Till page orientation Landscape',
      'Till page zoom {"horizontalFitToPages":1,"verticalFitToPages":1}',
      'Till page setPrintArea A1:B4',
      'Till page setPrintTitleRows $2:$2',
    ]);
  });
});

describe('charts', () => {
  it('are native, each series with its name, colour and labels, over the cells they are meant for', async () => {
    open();
    await applyEdits([
      {
        kind: 'chart',
        sheet: 'Till',
        row: 2,
        column: 3,
        rows: 12,
        columns: 5,
        type: 'line',
        title: 'Orders a month',
        categories: { ...cells, left: 0, right: 0 },
        series: [
          { name: 'Orders', values: cells, color: '#0072b2' },
          { name: 'Target', values: cells, dashed: true },
        ],
        format: '#,##0',
        from: 0,
      },
    ]);
    expect(fake.looks).toEqual([
      'Till chart Line Till!B2:B4 Columns',
      'Till chart setPosition Till!D3 Till!H14',
      'Till chart title.text Orders a month',
      'Till chart legend.visible true',
      'Till chart legend.position Bottom',
      'Till chart axes.valueAxis.numberFormat #,##0',
      'Till chart axes.valueAxis.minimum 0',
      'Till chart series.getItemAt 0',
      'Till chart series.getItemAt.name(0) Orders',
      'Till chart series.getItemAt.setXAxisValues(0) Till!A2:A4',
      'Till chart series.getItemAt.markerStyle(0) None',
      'Till chart series.getItemAt.format.line.color(0) #0072b2',
      'Till chart series.add Target',
      'Till chart series.add.setValues(Target) Till!B2:B4',
      'Till chart series.add.setXAxisValues(Target) Till!A2:A4',
      'Till chart series.add.markerStyle(Target) None',
      'Till chart series.add.format.line.lineStyle(Target) Dash',
    ]);
  });

  it('leave out small lines in cells, which add-ins cannot draw', async () => {
    open();
    await applyEdits([{ kind: 'sparkline', sheet: 'Till', row: 1, column: 3, values: cells }, below(50)]);
    expect(fake.engine.read('Till', 1, 3).values).toEqual([[null]]);
  });
});

describe('what was installed', () => {
  it('goes again: rows, columns, and sheets in a round trip of their own', async () => {
    open('Month');
    await applyEdits([
      { kind: 'remove rows', sheet: 'Till', row: 1, count: 1 },
      { kind: 'remove columns', sheet: 'Till', column: 0, count: 1 },
      { kind: 'remove sheet', sheet: 'Month', expected: [['x']] },
    ]);
    expect(fake.engine.sheets()).toEqual(['Till']);
    expect(fake.engine.read('Till', 0, 0, 3, 2).values).toEqual([
      ['Orders', null],
      [90, null],
      [120, null],
    ]);
    expect(fake.syncs).toBe(3);
  });

  it('may give way to a new sheet of its name', async () => {
    open('Month');
    await applyEdits([
      { kind: 'remove sheet', sheet: 'Month', expected: [['x']] },
      { kind: 'add sheet', sheet: 'Month' },
    ]);
    expect(fake.engine.sheets()).toEqual(['Till', 'Month']);
    expect(fake.engine.read('Month', 0, 0).values).toEqual([[null]]);
  });

  it('stays where only hidden sheets would be left, which Excel refuses', async () => {
    open('Month');
    fake.hiddenSheets.add('Till');
    expect(await applyEdits([{ kind: 'remove sheet', sheet: 'Month', expected: [['x']] }])).toMatchObject({
      written: 'none',
      why: 'All remaining sheets are hidden. Unhide one of them first.',
    });
    expect(fake.engine.sheets()).toEqual(['Till', 'Month']);
  });

  it('is named where Excel does not let a sheet go', async () => {
    open('Month', 'Other');
    fake.protectedSheets.add('Month');
    expect(
      await applyEdits([
        { kind: 'remove sheet', sheet: 'Other', expected: [['x']] },
        { kind: 'remove sheet', sheet: 'Month', expected: [['x']] },
      ]),
    ).toEqual({
      written: 'some',
      what: 'Everything was done, but Month could not be removed.',
      why: PROTECTED,
      where: [{ sheet: 'Month' }],
    });
    expect(fake.engine.sheets()).toEqual(['Till', 'Month']);
  });
});

describe('a refusal half-way', () => {
  const locked: Edit = { kind: 'write', sheet: 'Locked', row: 5, column: 5, cells: [[1]] };
  const write: Edit = { kind: 'write', sheet: 'Till', row: 1, column: 1, cells: [[41]], expected: [[40]] };

  it('takes cells and new sheets back', async () => {
    open('Locked');
    fake.protectedSheets.add('Locked');
    expect(await applyEdits([{ kind: 'add sheet', sheet: 'New' }, write, locked])).toEqual({
      written: 'none',
      what: '',
      why: PROTECTED,
      where: [],
    });
    expect(fake.engine.read('Till', 1, 1).values).toEqual([[40]]);
    expect(fake.engine.sheets()).toEqual(['Till', 'Locked']);
  });

  it('takes cells back, and says where formats are left', async () => {
    open('Locked');
    fake.protectedSheets.add('Locked');
    const bold: Edit = { kind: 'format', ...orders, format: { bold: true } };
    expect(await applyEdits([write, bold, below(50), locked])).toEqual({
      written: 'some',
      what: 'Formats, charts or notes on Till may have changed. No figure was changed.',
      why: PROTECTED,
      where: [{ sheet: 'Till' }],
    });
    expect(fake.engine.read('Till', 1, 1).values).toEqual([[40]]);
  });

  it('names the sheet on which rows are missing', async () => {
    open('Locked');
    fake.protectedSheets.add('Locked');
    expect(
      await applyEdits([
        { kind: 'remove rows', sheet: 'Till', row: 1, count: 1 },
        { ...write, row: 2, cells: [[5]], expected: [[120]] },
        locked,
      ]),
    ).toEqual({
      written: 'some',
      what: 'Part of the change is left on Till; compare with an earlier version before you save.',
      why: PROTECTED,
      where: [{ sheet: 'Till' }],
    });
  });
});

const PROTECTED =
  "Excel says: You can't perform the requested operation because the worksheet is protected. " +
  'Remove the protection (Review, Unprotect Sheet or Protect Workbook) or save a copy to edit, then try again.';
