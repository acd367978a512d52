import type { Edit } from '../../../src/workbook/edit';
import type { Outcome } from '../../../src/workbook/edits/outcome';
import type { Block } from '../../../src/workbook/snapshot';
import { type Built, build } from '../build';
import type { FakeSheets } from './fakeSheets';
import { openSpreadsheet } from './openSpreadsheet';

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildCode');
  code = project.read('Code.js');
}, 60_000);
afterAll(() => project.remove());

let fake: FakeSheets;
let apply: (edits: Edit[]) => Promise<Outcome>;
const PROTECTED = 'Google Sheets says: You are trying to edit a protected cell or object.';
afterEach(() => fake.engine.dispose());

const till: Block = {
  name: 'Till',
  values: [
    ['Month', 'Orders'],
    [1, 40],
    [2, 90],
    [3, 120],
  ],
};

function open(sheets: Block[] = [till], locale = 'en_GB') {
  const opened = openSpreadsheet(code, sheets, { locale });
  fake = opened.fake;
  apply = async edits => JSON.parse(await opened.ask(JSON.stringify({ ask: 'apply', edits }))).result;
}

const orders = { sheet: 'Till', row: 1, column: 1, rows: 3, columns: 1 };
const cells = { sheet: 'Till', top: 1, left: 1, bottom: 3, right: 1 };
const worse: Edit = {
  kind: 'conditional format',
  ...orders,
  when: { call: 'AND', arguments: [{ reference: { top: 1, left: 1, bottom: 1, right: 1 } }, { number: 0.5 }] },
  format: { background: '#fde8e8', color: '#b91c1c', bold: true, italic: false },
};
const chart: Edit = {
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
};

describe('looks that follow a formula', () => {
  it.each(['en_GB', 'de_DE'])('are added after those of the owner, in words that %s reads', async locale => {
    open([till], locale);
    fake.beside('Till').looks.push({ owner: 'look' });
    await apply([worse, { ...worse, row: 2 }]);
    expect(fake.beside('Till').looks).toEqual([
      { owner: 'look' },
      {
        whenFormulaSatisfied: '=AND(B2;(5/10))',
        setRanges: ['Till!B2:B4'],
        setBackground: '#fde8e8',
        setFontColor: '#b91c1c',
        setBold: true,
        setItalic: false,
      },
      expect.objectContaining({ setRanges: ['Till!B3:B5'] }),
    ]);
    // The list is read once and written once, however many looks there are.
    expect(fake.calls.filter(call => /ConditionalFormatRules/.test(call))).toHaveLength(2);
  });
});

describe('input rules', () => {
  it.each<[string, Extract<Edit, { kind: 'validation' }>['allow'], object]>([
    ['one of some words', { list: ['act', 'watch'] }, { requireValueInList: [['act', 'watch'], true] }],
    ['a date', { date: true }, { requireDate: undefined }],
    ['any number', { number: {} }, { requireFormulaSatisfied: '=ISNUMBER(B2)' }],
    ['a number from one to another', { number: { from: 0, to: 5 } }, { requireNumberBetween: [0, 5] }],
    ['a number from one on', { number: { from: 0 } }, { requireNumberGreaterThanOrEqualTo: 0 }],
    ['a number up to one', { number: { to: 5 } }, { requireNumberLessThanOrEqualTo: 5 }],
  ])('allow %s, and say so otherwise', async (_, allow, rule) => {
    open();
    await apply([{ kind: 'validation', ...orders, allow, message: 'Not like this.' }]);
    const { validations } = fake.beside('Till');
    expect([...validations.keys()]).toEqual(['1,1', '2,1', '3,1']);
    expect(validations.get('1,1')).toEqual({ setHelpText: 'Not like this.', setAllowInvalid: false, ...rule });
  });

  it('only warn where they are told to', async () => {
    open();
    await apply([{ kind: 'validation', ...orders, allow: { date: true }, message: 'Hm.', warn: true }]);
    expect(fake.beside('Till').validations.get('1,1')).toMatchObject({ setAllowInvalid: true });
  });
});

describe('service calls', () => {
  const isReading = (call: string) => /\.(get(DataValidations|Notes|ConditionalFormatRules)|isBlank)$/.test(call);
  const note: Edit = { kind: 'note', sheet: 'Till', row: 0, column: 0, text: 'The month' };
  const rules = [1, 2, 3].map(
    (row): Edit => ({ kind: 'validation', ...orders, row, rows: 1, allow: { date: true }, message: 'A date.' }),
  );

  it('read all input rules of a sheet before they write the first: a reading waits for what was written', async () => {
    open();
    await apply(rules);
    expect(fake.calls.filter(call => /Range\..*DataValidations?$/.test(call))).toEqual([
      ...rules.map(() => 'Range.getDataValidations'),
      ...rules.map(() => 'Range.setDataValidation'),
    ]);
  });

  it('ask a sheet that was just made for nothing', async () => {
    open();
    const onNew = [worse, note, ...rules].map(edit => ({ ...edit, sheet: 'Month' }));
    await apply([{ kind: 'add sheet', sheet: 'Month', widths: [9, 12, 12, 9] }, ...onNew]);
    expect(fake.calls.filter(isReading)).toEqual([]);
    expect(fake.beside('Month')).toMatchObject({ looks: [{}], notes: new Map([['0,0', 'The month']]) });
    expect(fake.beside('Month').validations.size).toBe(3);
  });

  it('give neighbouring columns of one width that width at once', async () => {
    open();
    await apply([{ kind: 'add sheet', sheet: 'Month', widths: [9, 20, 20, 9] }]);
    // Seven pixels a character and five beside them, as in columnWidths.ts: 9 × 7 + 5 and 20 × 7 + 5; the wider go over the others.
    expect(fake.looks.filter(look => /setColumnWidth/.test(look))).toEqual([
      'Month setColumnWidths 1 4 68',
      'Month setColumnWidths 2 2 145',
    ]);
  });
});

describe('notes', () => {
  it('are written in one go, and those of the owner stay', async () => {
    open();
    fake.beside('Till').notes.set('1,1', 'A good day');
    await apply([
      { kind: 'note', sheet: 'Till', row: 0, column: 0, text: 'The month' },
      { kind: 'note', sheet: 'Till', row: 2, column: 1, text: 'Counted by hand' },
    ]);
    expect(Object.fromEntries(fake.beside('Till').notes)).toEqual({
      '0,0': 'The month',
      '1,1': 'A good day',
      '2,1': 'Counted by hand',
    });
    expect(fake.calls.filter(call => /Notes/.test(call))).toEqual(['Range.getNotes', 'Range.setNotes']);
  });
});

describe('formulas of ours', () => {
  it('warn whoever edits them, and no more', async () => {
    open();
    await apply([{ kind: 'protect', ...orders, message: 'This is calculated.' }]);
    expect(fake.beside('Till').protections).toEqual([
      { range: 'B2:B4', description: 'This is calculated.', warningOnly: true },
    ]);
  });
});

describe('charts', () => {
  it('are native, with names, colours and a dashed line, over the cells they are meant for', async () => {
    open();
    await apply([chart]);
    expect(fake.beside('Till').charts).toEqual([
      {
        setChartType: 'LINE',
        ranges: ['Till!A2:A4', 'Till!B2:B4', 'Till!B2:B4'],
        setMergeStrategy: 'MERGE_COLUMNS',
        setTransposeRowsAndColumns: false,
        setNumHeaders: 0,
        setPosition: [3, 4, 0, 0],
        title: 'Orders a month',
        legend: { position: 'bottom' },
        // 5 columns of 100 pixels, 12 rows of 21: what Sheets gives a new sheet.
        width: 500,
        height: 252,
        'series.0.labelInLegend': 'Orders',
        'series.0.color': '#0072b2',
        'series.1.labelInLegend': 'Target',
        'series.1.lineDashStyle': [4, 4],
      },
    ]);
  });

  it('along a row are read across', async () => {
    open();
    const row = { sheet: 'Till', top: 1, left: 0, bottom: 1, right: 1 };
    await apply([{ ...chart, type: 'bar', categories: row, series: [{ name: 'Orders', values: row }] }]);
    expect(fake.beside('Till').charts).toMatchObject([
      {
        setChartType: 'BAR',
        setMergeStrategy: 'MERGE_ROWS',
        setTransposeRowsAndColumns: true,
        legend: { position: 'none' },
      },
    ]);
  });
});

describe('small lines in cells', () => {
  it('are formulas, a column of them in one call, and leave a cell alone that holds something', async () => {
    open();
    const line = (row: number): Edit => ({ kind: 'sparkline', sheet: 'Till', row, column: 3, values: cells });
    fake.engine.write('Till', 7, 3, [['mine']]);
    await apply([line(1), line(2), line(6), line(7)]);
    expect(fake.engine.read('Till', 1, 3, 2).formulas).toEqual([
      ['=SPARKLINE(Till!B2:B4)'],
      ['=SPARKLINE(Till!B2:B4)'],
    ]);
    expect(fake.engine.read('Till', 6, 3, 2)).toMatchObject({ formulas: [['=SPARKLINE(Till!B2:B4)'], [null]] });
    expect(fake.engine.read('Till', 7, 3).values).toEqual([['mine']]);
    expect(fake.calls.filter(call => call === 'Range.setFormulas')).toHaveLength(2);
  });
});

describe('what was installed', () => {
  const installed: Edit[] = [
    { kind: 'add sheet', sheet: 'Month' },
    {
      kind: 'write',
      sheet: 'Month',
      row: 0,
      column: 0,
      cells: [
        ['a', 'b'],
        [1, 2],
        [3, 4],
      ],
    },
  ];

  it('goes again: rows, columns and sheets', async () => {
    open();
    await apply(installed);
    await apply([
      { kind: 'remove rows', sheet: 'Month', row: 1, count: 1 },
      { kind: 'remove columns', sheet: 'Month', column: 0, count: 1 },
    ]);
    expect(fake.engine.read('Month', 0, 0, 2, 2).values).toEqual([
      ['b', null],
      [4, null],
    ]);
    await apply([{ kind: 'remove sheet', sheet: 'Month', expected: [['b'], [4]] }]);
    expect(fake.engine.sheets()).toEqual(['Till']);
  });

  it('stays where its sheet holds something else, or would be the last', async () => {
    open();
    await apply(installed);
    expect(await apply([{ kind: 'remove sheet', sheet: 'Month', expected: [['a', 'c']] }])).toMatchObject({
      written: 'none',
      why: "Month B1 holds 'b': the workbook has changed.",
    });
    expect(
      await apply([
        { kind: 'remove sheet', sheet: 'Month', expected: [['a', 'b']] },
        { kind: 'remove sheet', sheet: 'Till', expected: [] },
      ]),
    ).toMatchObject({ written: 'none', why: 'A workbook needs at least one sheet.' });
    expect(fake.engine.sheets()).toEqual(['Till', 'Month']);
  });

  it('stays where only hidden sheets would be left, which Sheets refuses', async () => {
    open();
    await apply(installed);
    fake.hiddenSheets.add('Till');
    expect(await apply([{ kind: 'remove sheet', sheet: 'Month', expected: [['a', 'b']] }])).toMatchObject({
      written: 'none',
      why: 'All remaining sheets are hidden. Unhide one of them first.',
    });
    expect(fake.engine.sheets()).toEqual(['Till', 'Month']);
  });

  it('may give way to a new sheet of its name', async () => {
    open();
    await apply(installed);
    const said = await apply([
      { kind: 'remove sheet', sheet: 'Month', expected: [['a', 'b']] },
      { kind: 'add sheet', sheet: 'Month' },
    ]);
    expect(said).toEqual({ written: 'all' });
    expect(fake.engine.sheets()).toEqual(['Till', 'Month']);
    expect(fake.engine.read('Month', 0, 0).values).toEqual([[null]]);
  });

  it('goes also while the user looks at it', async () => {
    open();
    await apply(installed);
    fake.selection = { sheet: 'Month', range: 'A1' };
    const remove: Edit = { kind: 'remove sheet', sheet: 'Month', expected: [['a', 'b']] };
    expect(await apply([{ kind: 'add sheet', sheet: 'Next' }, remove])).toEqual({ written: 'all' });
    fake.selection = { sheet: 'Next', range: 'A1' };
    // One that is deleted first, to be made anew, cannot be shown again.
    expect(
      await apply([
        { kind: 'remove sheet', sheet: 'Next', expected: [] },
        { kind: 'add sheet', sheet: 'Next' },
      ]),
    ).toEqual({
      written: 'all',
    });
    expect(fake.engine.sheets()).toEqual(['Till', 'Next']);
  });

  it('is named where Sheets does not let a sheet go', async () => {
    open();
    await apply(installed);
    fake.protectedSheets.add('Month');
    expect(await apply([{ kind: 'remove sheet', sheet: 'Month', expected: [['a', 'b']] }])).toEqual({
      written: 'some',
      what: 'Everything was done, but Month could not be removed.',
      why: PROTECTED,
      where: [{ sheet: 'Month' }],
    });
  });
});

describe('a refusal half-way', () => {
  it('takes looks, notes, input rules, protection, charts and removed rows back with the rest', async () => {
    open([till, { name: 'Locked', values: [['x']] }]);
    fake.protectedSheets.add('Locked');
    fake.beside('Till').looks.push({ owner: 'look' });
    fake.beside('Till').notes.set('0,0', 'The month');
    const outcome = await apply([
      worse,
      chart,
      { kind: 'validation', ...orders, allow: { date: true }, message: 'A date.' },
      { kind: 'note', sheet: 'Till', row: 0, column: 0, text: 'Another' },
      { kind: 'protect', ...orders, message: 'This is calculated.' },
      { kind: 'sparkline', sheet: 'Till', row: 1, column: 3, values: cells },
      { kind: 'remove rows', sheet: 'Till', row: 1, count: 1 },
      { kind: 'note', sheet: 'Locked', row: 0, column: 0, text: 'No' },
    ]);
    expect(outcome).toEqual({ written: 'none', what: '', why: PROTECTED, where: [] });
    const { looks, notes, validations, protections, charts } = fake.beside('Till');
    expect([looks, [...notes], [...validations], protections, charts]).toEqual([
      [{ owner: 'look' }],
      [['0,0', 'The month']],
      [],
      [],
      [],
    ]);
    await fake.engine.calculated();
    expect(fake.engine.read('Till', 0, 0, 4, 4).values).toEqual([
      ['Month', 'Orders', null, null],
      [1, 40, null, null],
      [2, 90, null, null],
      [3, 120, null, null],
    ]);
  });

  it('says that formats may have changed, which nothing takes back', async () => {
    open([till, { name: 'Locked', values: [['x']] }]);
    fake.protectedSheets.add('Locked');
    const outcome = await apply([
      { kind: 'format', ...orders, format: { bold: true } },
      { kind: 'note', sheet: 'Locked', row: 0, column: 0, text: 'No' },
    ]);
    expect(outcome).toEqual({
      written: 'some',
      what: 'Formats, charts or notes on Till may have changed; Undo takes them back. No figure was changed.',
      why: PROTECTED,
      where: [{ sheet: 'Till' }],
    });
  });

  it('names a sheet that had to be deleted first, and puts the rest back', async () => {
    open([till, { name: 'Month', values: [['old']] }, { name: 'Locked', values: [['x']] }]);
    fake.protectedSheets.add('Locked');
    const outcome = await apply([
      { kind: 'remove sheet', sheet: 'Month', expected: [['old']] },
      { kind: 'add sheet', sheet: 'Month' },
      { kind: 'write', sheet: 'Till', row: 1, column: 1, cells: [[41]], expected: [[40]] },
      { kind: 'note', sheet: 'Locked', row: 0, column: 0, text: 'No' },
    ]);
    expect(outcome).toEqual({
      written: 'some',
      what: 'Month was deleted; Undo restores it. Nothing else changed.',
      why: PROTECTED,
      where: [{ sheet: 'Month' }],
    });
    await fake.engine.calculated();
    expect(fake.engine.sheets()).toEqual(['Till', 'Locked']);
    expect(fake.engine.read('Till', 1, 1).values).toEqual([[40]]);
  });

  it('says what is left where it cannot be taken back', async () => {
    open([till, { name: 'Locked', values: [['x']] }]);
    const edits: Edit[] = [
      { kind: 'write', sheet: 'Till', row: 1, column: 1, cells: [[41]], expected: [[40]] },
      { kind: 'note', sheet: 'Locked', row: 0, column: 0, text: 'No' },
    ];
    // Somebody protects the first sheet as well, once it has been written to.
    fake.protectedSheets.add('Locked').has = name => {
      if (name === 'Locked') fake.protectedSheets.add('Till');
      return [...fake.protectedSheets].includes(name);
    };
    expect(await apply(edits)).toMatchObject({
      written: 'some',
      what: 'Part of the change is left on Till; Undo takes it back. Not everything could be taken back or checked.',
      where: [{ sheet: 'Till' }],
    });
    expect(fake.engine.read('Till', 1, 1).values).toEqual([[41]]);
  });
});
