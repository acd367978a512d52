import { parseFormula } from '../../../src/cells/parseFormula';
import type { Edit } from '../../../src/workbook/edit';
import type { Outcome } from '../../../src/workbook/edits/outcome';
import { emptyCompassSheets } from '../../../src/workbook/sheets/compassSheets';
import type { Block, Snapshot } from '../../../src/workbook/snapshot';
import { type Built, build } from '../build';
import type { FakeSheets } from './fakeSheets';
import { type OpenSpreadsheet, openSpreadsheet } from './openSpreadsheet';
import type { Script } from './runScript';

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildCode');
  code = project.read('Code.js');
}, 60_000);
afterAll(() => project.remove());

let fake: FakeSheets;
let script: Script;
let rpc: OpenSpreadsheet['ask'];
afterEach(() => fake.engine.dispose());

/** Opens a spreadsheet with the add-on in it. */
function open(sheets: Block[], about: { locale?: string; timeZone?: string } = {}) {
  ({ fake, script, ask: rpc } = openSpreadsheet(code, sheets, about));
}

/** Asks through the rpc, as the sidebar does: text in, text out. */
const ask = async (question: object): Promise<{ result?: unknown; refused?: string }> =>
  JSON.parse(await rpc(JSON.stringify(question)));
const snapshot = async (further: object[] = []) => (await ask({ ask: 'snapshot', further })).result as Snapshot;
const apply = async (edits: Edit[]) => (await ask({ ask: 'apply', edits })).result as Outcome;
const written: Outcome = { written: 'all' };
const sheetOf = ({ sheets }: Snapshot, name: string) => sheets.find(block => block.name === name)!;

/** Serial 42681 is Monday 7 November 2016 (Excel). */
const weekly: Block = {
  name: 'Weekly',
  values: [
    ['Weeks', null],
    ['Week', 'Tickets'],
    [42681, 560],
    [42688, 548],
    [42695, { error: '#DIV/0!' }],
    [42702, null],
  ],
  formats: Array.from({ length: 6 }, (_, row) => [row < 2 ? 'General' : 'yyyy-mm-dd', 'General']),
};

describe('the menu', () => {
  it('is built when a file is opened, whoever opens it, and nothing else happens', () => {
    open([weekly]);
    script.onOpen!();
    expect(fake.menu).toEqual([
      { label: 'Open sidebar', handler: 'openCompassSidebar' },
      { label: 'Repair formulas', handler: 'repairCompassFormulas' },
    ]);
    expect(fake.calls.filter(call => !/Ui|Menu/.test(call))).toEqual([]);
    for (const { handler } of fake.menu) expect(typeof script[handler]).toBe('function');
  });

  it('is there at once after installing', () => {
    open([weekly]);
    script.onInstall!();
    expect(fake.menu).toHaveLength(2);
  });

  it('opens the sidebar', () => {
    open([weekly]);
    script.openCompassSidebar!();
    expect(fake.sidebar).toEqual({ file: 'Sidebar', title: 'Strategic Compass' });
  });
});

describe('reading the spreadsheet', () => {
  it('lists every sheet, and reads of those that are not ours only what is asked for', async () => {
    open([weekly, { name: 'Till', values: [[1]] }]);
    expect((await snapshot()).sheets).toEqual([
      { name: 'Weekly', values: [] },
      { name: 'Till', values: [] },
    ]);
    expect(sheetOf(await snapshot([{ sheet: 'weekly', range: 'A3:B6' }]), 'Weekly')).toEqual({
      name: 'Weekly',
      row: 2,
      column: 0,
      values: [
        [42681, 560],
        [42688, 548],
        [42695, { error: '#DIV/0!' }],
        [42702, null],
      ],
      formulas: Array(4).fill([null, null]),
      formats: Array(4).fill(['yyyy-mm-dd', 'General']),
    });
  });

  it.each(['Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kathmandu', 'Etc/UTC'])(
    'gives the days that the cells show, in %s',
    async timeZone => {
      open([weekly], { timeZone });
      const { values } = sheetOf(await snapshot([{ sheet: 'Weekly', range: 'A3:A4' }]), 'Weekly');
      expect(values).toEqual([[42681], [42688]]);
    },
  );

  it('says what day it is for the spreadsheet, and its locale as the web spells it', async () => {
    open([weekly], { locale: 'de_DE', timeZone: 'Pacific/Kiritimati' });
    const { today, locale } = await snapshot();
    const there = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(new Date());
    expect(today).toBe(Date.parse(there) / 86_400_000 + 25_569);
    expect(locale).toBe('de-DE');
  });

  it('reads columns and ranges as far as the sheet is filled, and a range beyond its end not at all', async () => {
    open([weekly]);
    expect(sheetOf(await snapshot([{ sheet: 'Weekly', range: 'A:B' }]), 'Weekly').values).toHaveLength(6);
    expect(sheetOf(await snapshot([{ sheet: 'Weekly', range: 'A5:A1060' }]), 'Weekly').values).toHaveLength(2);
    expect(sheetOf(await snapshot([{ sheet: 'Weekly', range: 'A1001:A1060' }]), 'Weekly').values).toEqual([]);
    // Sheets refuses to read beyond the 26th column; what there is before it is read.
    expect(sheetOf(await snapshot([{ sheet: 'Weekly', range: 'Y3:AC3' }]), 'Weekly').values).toEqual([[null, null]]);
    expect(sheetOf(await snapshot([{ sheet: 'Weekly', range: 'AC3:AD3' }]), 'Weekly').values).toEqual([]);
    expect(sheetOf(await snapshot([{ sheet: 'Weekly' }]), 'Weekly').values).toHaveLength(6);
  });

  it('passes over a sheet that is gone', async () => {
    open([weekly]);
    expect((await snapshot([{ sheet: 'Gone', range: 'A1:A9' }])).sheets).toEqual([{ name: 'Weekly', values: [] }]);
  });
});

const PROTECTED = 'Google Sheets says: You are trying to edit a protected cell or object.';

describe('changing the spreadsheet', () => {
  const plan = (cells: (string | number | null)[][], row = 0): Edit => ({
    kind: 'write',
    sheet: 'Plan',
    row,
    column: 0,
    cells,
  });

  it('makes the Compass sheets, set up as they are meant, and leaves users on the sheet they were on', async () => {
    open([weekly]);
    const edits = emptyCompassSheets(await snapshot());
    expect(await apply(edits)).toEqual(written);
    expect(fake.engine.sheets()).toEqual(['Weekly', 'Compass Strategy', 'Compass KPIs', 'Compass Data', 'Compass Log']);
    expect(fake.selection.sheet).toBe('Weekly');
    expect(fake.looks).toContain('Compass KPIs setFrozenRows 1');
    expect(fake.looks).toContain('Compass KPIs!A1:R1 setFontWeight bold');
    // The column of goals is 28 characters wide: 28 × 7 + 5 pixels.
    expect(fake.looks).toContain('Compass Strategy setColumnWidths 1 1 201');
    expect(sheetOf(await snapshot(), 'Compass KPIs').values[0]!.slice(0, 3)).toEqual([
      'KPI',
      'Business function',
      'Goal',
    ]);
  });

  it('writes text as text, whatever it looks like, and numbers as numbers', async () => {
    open([{ name: 'Plan', values: [] }]);
    const texts = ['=1+1', '+49 30 1234', "'quoted'", 'Jan 2026', '5%', 'TRUE', '1/2', '007', '@home', 'Tickets'];
    await apply([plan([texts, [...texts.map((_, i) => i / 4)]])]);
    const { values, formulas, formats } = sheetOf(await snapshot([{ sheet: 'Plan' }]), 'Plan');
    expect(values).toEqual([texts, texts.map((_, i) => i / 4)]);
    expect(formulas![0]).toEqual(texts.map(() => null));
    // Nothing was read into it, and no text format will catch what the owner types there later.
    expect(formats![0]).toEqual(texts.map(() => 'General'));
  });

  it('writes formulas that a German spreadsheet understands', async () => {
    open([weekly, { name: 'Plan', values: [] }], { locale: 'de_DE' });
    const formula = parseFormula('IF(Weekly!$B$3="","",Weekly!$B$3*0.5)');
    await apply([{ kind: 'write', sheet: 'Plan', row: 0, column: 0, cells: [[{ formula }]] }]);
    // By hand: 560 × 0.5.
    expect(sheetOf(await snapshot([{ sheet: 'Plan' }]), 'Plan').values).toEqual([[280]]);
  });

  it('finds the spreadsheet of before in the next question, and refuses what no longer fits, wholly', async () => {
    open([{ name: 'Plan', values: [['mine', 42681]], formats: [['General', 'yyyy-mm-dd']] }]);
    const edits: Edit[] = [
      { kind: 'add sheet', sheet: 'New' },
      plan([['free']], 3),
      { ...(plan([['yours', 1]]) as Extract<Edit, { kind: 'write' }>), expected: [['mine', 42680]] },
    ];
    expect(await apply(edits)).toEqual({
      written: 'none',
      what: '',
      why: "Plan B1 holds '42681': the workbook has changed.",
      where: [{ sheet: 'Plan', range: 'B1' }],
    });
    expect(fake.engine.sheets()).toEqual(['Plan']);
    expect(fake.engine.extent('Plan')).toEqual({ rows: 1, columns: 2 });
    expect(fake.calls.filter(call => /set|insert|delete/.test(call))).toEqual([]);
    // The same, with the day that the cell holds.
    expect(await apply([{ ...(edits[2] as Extract<Edit, { kind: 'write' }>), expected: [['mine', 42681]] }])).toEqual(
      written,
    );
  });

  it('refuses a sheet that is there already, in other letters too, and one that is not there', async () => {
    open([{ name: 'Plan', values: [] }]);
    expect(await apply([{ kind: 'add sheet', sheet: 'PLAN' }])).toMatchObject({
      written: 'none',
      why: "The workbook has a sheet 'PLAN' already.",
    });
    const bold: Edit = {
      kind: 'format',
      sheet: 'Gone',
      row: 0,
      column: 0,
      rows: 1,
      columns: 1,
      format: { bold: true },
    };
    expect(await apply([bold])).toMatchObject({ written: 'none', why: "The workbook has no sheet 'Gone'." });
  });

  it('makes room where the sheet ends', async () => {
    open([{ name: 'Plan', values: [] }]);
    expect(await apply([{ kind: 'write', sheet: 'Plan', row: 1500, column: 30, cells: [[1, 2]] }])).toEqual(written);
    expect(fake.engine.read('Plan', 1500, 30, 1, 2).values).toEqual([[1, 2]]);
  });

  it('inserts rows, and writes into them', async () => {
    open([{ name: 'Plan', values: [['a'], ['b']] }]);
    await apply([{ kind: 'insert rows', sheet: 'Plan', row: 1, count: 2 }, plan([['new']], 1)]);
    expect(fake.engine.read('Plan', 0, 0, 4, 1).values).toEqual([['a'], ['new'], [null], ['b']]);
  });

  it('takes everything back where Sheets refuses half-way, and says why', async () => {
    const before = {
      values: [
        ['a', '=x', 6],
        [3, null, null],
      ],
      formulas: [
        [null, null, '=1+5'],
        [null, null, null],
      ],
    };
    open([
      { name: 'Plan', ...before },
      { name: 'Locked', values: [] },
    ]);
    fake.protectedSheets.add('Locked');
    const changed = ['changed', 'changed', 'changed'];
    const outcome = await apply([
      { kind: 'add sheet', sheet: 'New' },
      { kind: 'insert rows', sheet: 'Plan', row: 1, count: 1 },
      { kind: 'write', sheet: 'Plan', row: 0, column: 0, cells: [changed], expected: [['a', '=x', 6]] },
      { kind: 'write', sheet: 'Locked', row: 0, column: 0, cells: [[1]] },
    ]);
    expect(outcome).toEqual({ written: 'none', what: '', why: PROTECTED, where: [] });
    await fake.engine.calculated();
    expect((await snapshot()).sheets.map(({ name }) => name)).toEqual(['Plan', 'Locked']);
    expect(fake.engine.read('Plan', 0, 0, 2, 3)).toMatchObject(before);
  });
});

describe('showing cells', () => {
  it('tells what is selected, and selects what it is told', async () => {
    open([weekly, { name: 'Plan', values: [] }]);
    fake.selection = { sheet: 'Weekly', range: 'B3:B6' };
    expect(await ask({ ask: 'selection' })).toEqual({ result: { sheet: 'Weekly', range: 'B3:B6' } });
    expect(await ask({ ask: 'select', place: { sheet: 'Plan', range: 'C7' } })).toEqual({ result: null });
    expect(fake.selection).toEqual({ sheet: 'Plan', range: 'C7' });
    await ask({ ask: 'select', place: { sheet: 'Weekly' } });
    expect(fake.selection.sheet).toBe('Weekly');
  });

  it('says so where the sheet is gone', async () => {
    open([weekly]);
    expect(await ask({ ask: 'select', place: { sheet: 'Gone', range: 'A1' } })).toEqual({
      refused: 'There is no sheet named Gone in this spreadsheet any more.',
    });
  });
});

describe('repairing formulas', () => {
  it('enters ours again, counts them, and touches no other cell', async () => {
    open([
      {
        name: 'Shop',
        values: [[5, 100, null, null, 'note']],
        formulas: [[null, null, '=COMPASS.CHURN_RATE(A1,B1)', '=A1*2', null]],
      },
    ]);
    await fake.engine.calculated();
    script.repairCompassFormulas!();
    await fake.engine.calculated();
    expect(fake.engine.read('Shop', 0, 0, 1, 5)).toMatchObject({
      values: [[5, 100, 0.05, 10, 'note']],
      formulas: [[null, null, '=CHURN_RATE(A1,B1)', '=A1*2', null]],
    });
    expect(fake.toasts).toEqual(['1 Compass formula was entered again.']);
    script.repairCompassFormulas!();
    expect(fake.toasts[1]).toBe('No Compass formula needed repair.');
  });

  it('says why Sheets refuses it, and leaves what it could not repair as it was', async () => {
    open([{ name: 'Shop', values: [[5, 100, null]], formulas: [[null, null, '=COMPASS.CHURN_RATE(A1,B1)']] }]);
    fake.protectedSheets.add('Shop');
    script.repairCompassFormulas!();
    expect(fake.toasts).toEqual([
      'Not every formula could be repaired. Google Sheets says: You are trying to edit a protected cell or object.',
    ]);
    expect(fake.engine.read('Shop', 0, 2).formulas).toEqual([['=COMPASS.CHURN_RATE(A1,B1)']]);
  });
});
