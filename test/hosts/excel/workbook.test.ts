import { parseFormula } from '../../../src/cells/parseFormula';
import { COMPASS_SHEETS } from '../../../src/hosts/compass';
import { excelBridge } from '../../../src/hosts/excel/bridge';
import { repairFormulas } from '../../../src/hosts/excel/repair';
import type { Edit } from '../../../src/workbook/edit';
import { emptyCompassSheets } from '../../../src/workbook/sheets/compassSheets';
import type { Block, Snapshot } from '../../../src/workbook/snapshot';
import { branches, findIn } from '../finding';
import { createGrid } from '../grid';
import { type FakeExcel, fakeExcel, installExcel } from './fakeExcel';

let fake: FakeExcel;
let uninstall: () => void;
afterEach(() => {
  uninstall();
  fake.engine.dispose();
});

/** Opens a workbook in Excel with the add-in in it. */
function open(...sheets: Block[]) {
  fake = fakeExcel(createGrid(sheets));
  uninstall = installExcel(fake);
  return excelBridge();
}
const sheetOf = ({ sheets }: Snapshot, name: string) => sheets.find(block => block.name === name)!;
/** What a promise was refused with. */
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'not refused',
    (reason: Error) => reason.message,
  );
const write = (
  sheet: string,
  row: number,
  column: number,
  cells: (string | number | null)[][],
  expected?: (string | number | null)[][],
): Edit => ({
  kind: 'write',
  sheet,
  row,
  column,
  cells,
  ...(expected && { expected }),
});

/** Serial 42681 is Monday 7 November 2016 (Excel). */
const weekly: Block = {
  name: 'Weekly',
  values: [
    ['Week', 'Tickets'],
    [42681, 560],
    [42688, { error: '#DIV/0!' }],
    [42695, null],
  ],
  formats: Array.from({ length: 4 }, (_, row) => [row === 0 ? 'General' : 'yyyy-mm-dd', '#,##0']),
};

describe('reading the workbook in Excel', () => {
  it('works in a workbook without Compass sheets, and reads of other sheets only what is asked for', async () => {
    const bridge = open(weekly, { name: 'Till', values: [[1]] });
    expect((await bridge.snapshot()).sheets).toEqual([
      { name: 'Weekly', values: [] },
      { name: 'Till', values: [] },
    ]);
    expect(sheetOf(await bridge.snapshot([{ sheet: 'Weekly', range: 'A2:B4' }]), 'Weekly')).toEqual({
      name: 'Weekly',
      row: 1,
      column: 0,
      values: [
        [42681, 560],
        [42688, { error: '#DIV/0!' }],
        [42695, null],
      ],
      formulas: Array(3).fill([null, null]),
      formats: Array(3).fill(['yyyy-mm-dd', '#,##0']),
    });
  });

  it('takes two round trips at most', async () => {
    const bridge = open(weekly);
    await bridge.apply(emptyCompassSheets(await bridge.snapshot()));
    fake.syncs = 0;
    await bridge.snapshot([{ sheet: 'Weekly' }, { sheet: 'Weekly', range: 'A:A' }, { sheet: 'Gone', range: 'A1' }]);
    expect(fake.syncs).toBe(2);
  });

  it('takes as many to look through all sheets for series, each sheet read once', async () => {
    const { places, look } = await findIn(open(...branches));
    const { answer } = fake;
    let used = 0;
    fake.answer = text => {
      used += text.split('GetUsedRange').length - 1;
      return answer(text);
    };
    fake.syncs = 0;
    const { findings, sampled } = await look();
    // Two series on each of twelve sheets, and one on the till, of which only the beginning was looked through for tables.
    expect(findings).toHaveLength(25);
    expect(sampled.map(({ sheet }) => sheet)).toEqual(['Till']);
    expect(fake.syncs).toBe(2);
    // How much is in use on each sheet, then what; and on each of the Compass sheets, of which there are none here.
    expect(used).toBe(2 * places.length + COMPASS_SHEETS.length);
  });

  it('reads a large sheet in parts, since Excel on the web refuses large answers', async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => [
      30_000 + (i >> 2),
      `Customer number ${i}`,
      'a street in a town',
      i % 9,
    ]);
    const bridge = open({ name: 'Till', values: [['Day', 'Customer', 'Address', 'Amount'], ...lines] });
    fake.syncs = 0;
    const till = sheetOf(await bridge.snapshot([{ sheet: 'Till' }]), 'Till');
    expect([till.values.length, till.formulas!.length, till.formats!.length]).toEqual([40_001, 40_001, 40_001]);
    expect(till.values[40_000]).toEqual(lines[39_999]);
    // 160,004 cells, 12,500 rows of four in each part: four of them.
    expect(fake.syncs).toBe(1 + 4);
  });

  it('reads whole columns as far as they are filled', async () => {
    const snapshot = await open(weekly).snapshot([{ sheet: 'weekly', range: 'A:B' }]);
    expect(sheetOf(snapshot, 'Weekly').values).toHaveLength(4);
  });

  it('knows the user’s own day and language', async () => {
    const { today, locale } = await open(weekly).snapshot();
    const now = new Date();
    expect(today).toBe(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569);
    expect(locale).toBe('de-DE');
  });
});

describe('changing the workbook in Excel', () => {
  it('makes the Compass sheets in three round trips, with looks as they are meant', async () => {
    const bridge = open(weekly);
    const edits = emptyCompassSheets(await bridge.snapshot());
    fake.syncs = 0;
    await bridge.apply(edits);
    expect(fake.syncs).toBeLessThanOrEqual(3);
    expect(fake.engine.sheets()).toEqual(['Weekly', 'Compass Strategy', 'Compass KPIs', 'Compass Data', 'Compass Log']);
    expect(fake.looks).toContain('Compass KPIs freezeRows 1');
    expect(fake.looks).toContain("'Compass KPIs'!A1:R1 font.bold true");
    // The column of KPI names is 28 characters wide: (28 × 7 + 5) pixels of ¾ point.
    expect(fake.looks).toContain("'Compass KPIs'!A1 columnWidth 150.75");
    expect(sheetOf(await bridge.snapshot(), 'Compass KPIs').values[0]!.slice(0, 2)).toEqual([
      'KPI',
      'Business function',
    ]);
  });

  it('writes text as text, whatever it looks like, numbers as numbers, and clears where it is told to', async () => {
    const bridge = open({ name: 'Plan', values: [['old']] });
    const texts = ['=1+1', '+49 30 1234', "'quoted'", 'Jan 2026', '5%', 'TRUE', '1/2', '007', '@home', 'Tickets'];
    await bridge.apply([
      write('Plan', 0, 0, [[null]], [['old']]),
      write('Plan', 1, 0, [texts, texts.map((_, i) => i / 4)]),
    ]);
    expect(sheetOf(await bridge.snapshot([{ sheet: 'Plan', range: 'A1:J3' }]), 'Plan')).toMatchObject({
      values: [Array(10).fill(null), texts, texts.map((_, i) => i / 4)],
      formulas: Array(3).fill(Array(10).fill(null)),
      formats: Array(3).fill(Array(10).fill('General')),
    });
  });

  it('writes formulas, ours in the add-in’s namespace', async () => {
    const bridge = open(weekly, { name: 'Plan', values: [] });
    const cells = ['IF(Weekly!$B$2="","",Weekly!$B$2*0.5)', 'CHURN_RATE(5,100)'].map(text => ({
      formula: parseFormula(text),
    }));
    await bridge.apply([{ kind: 'write', sheet: 'Plan', row: 0, column: 0, cells: [cells] }]);
    // By hand: 560 × 0.5 and 5 / 100.
    expect(sheetOf(await bridge.snapshot([{ sheet: 'Plan' }]), 'Plan').values).toEqual([[280, 0.05]]);
    expect(fake.typed).toContain('=COMPASS.CHURN_RATE(5,100)');
  });

  it('refuses what no longer fits, wholly, and says where', async () => {
    const bridge = open({ name: 'Plan', values: [['mine']] });
    const edits = [
      { kind: 'add sheet', sheet: 'New' } as Edit,
      write('Plan', 4, 0, [['free']]),
      write('Plan', 0, 0, [['yours']]),
    ];
    expect(await bridge.apply(edits)).toEqual({
      written: 'none',
      what: '',
      why: "Plan A1 holds 'mine': the workbook has changed.",
      where: [{ sheet: 'Plan', range: 'A1' }],
    });
    expect(fake.engine.sheets()).toEqual(['Plan']);
    expect(fake.engine.extent('Plan')).toEqual({ rows: 1, columns: 1 });
  });

  it('inserts rows, and writes into them', async () => {
    const bridge = open({ name: 'Plan', values: [['a'], ['b']] });
    await bridge.apply([{ kind: 'insert rows', sheet: 'Plan', row: 1, count: 2 }, write('Plan', 1, 0, [['new']])]);
    expect(fake.engine.read('Plan', 0, 0, 4, 1).values).toEqual([['a'], ['new'], [null], ['b']]);
  });

  it('takes back what it has done where Excel refuses half-way, and says why', async () => {
    const bridge = open(
      { name: 'Plan', values: [['a', 2]], formulas: [[null, '=1+1']] },
      { name: 'Locked', values: [] },
    );
    fake.protectedSheets.add('Locked');
    const edits = [
      { kind: 'add sheet', sheet: 'New' } as Edit,
      write('Plan', 0, 0, [['b', 9]], [['a', 2]]),
      write('Locked', 0, 0, [[1]]),
    ];
    expect(await bridge.apply(edits)).toMatchObject({
      written: 'none',
      why: expect.stringMatching(/^Excel says: .*protected/),
    });
    const snapshot = await bridge.snapshot([{ sheet: 'Plan' }]);
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['Plan', 'Locked']);
    expect(sheetOf(snapshot, 'Plan')).toMatchObject({ values: [['a', 2]], formulas: [[null, '=1+1']] });
  });
});

describe('the grid of Excel', () => {
  it('tells what is selected, and selects what it is told', async () => {
    const bridge = open(weekly, { name: 'It’s Q1', values: [] });
    fake.selection = 'Weekly!B2:B4';
    expect(await bridge.selection()).toEqual({ sheet: 'Weekly', range: 'B2:B4' });
    await bridge.select({ sheet: 'It’s Q1', range: 'C7' });
    expect(await bridge.selection()).toEqual({ sheet: 'It’s Q1', range: 'C7' });
    await bridge.select({ sheet: 'Weekly' });
    expect(fake.selection).toBe('Weekly!A1');
  });

  it('says so where a sheet is gone', async () => {
    expect(await refusal(open(weekly).select({ sheet: 'Gone', range: 'A1' }))).toBe(
      'There is no sheet named Gone in this workbook any more.',
    );
  });

  it('tells of a burst of changes once, and of nothing after the listener has gone', async () => {
    jest.useFakeTimers();
    try {
      const bridge = open(weekly);
      const heard = jest.fn();
      const end = bridge.onChange(heard);
      await jest.advanceTimersByTimeAsync(0);
      expect([...fake.listening]).toEqual(['DataChanged', 'Calculated', 'Deleted']);
      await fake.changed();
      await fake.changed();
      await jest.advanceTimersByTimeAsync(1000);
      expect(heard).toHaveBeenCalledTimes(1);
      end();
      await jest.advanceTimersByTimeAsync(0);
      expect([...fake.listening]).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('enters our formulas again where a file has lost them, and no others', async () => {
    open({
      name: 'Shop',
      values: [[5, 100, 0.05, 7]],
      formulas: [[null, null, '=IFERROR(__xludf.DUMMYFUNCTION("CHURN_RATE(A1,B1)"),0.05)', '=A1+2']],
    });
    expect(await repairFormulas()).toBe(1);
    expect(fake.typed).toEqual(['=COMPASS.CHURN_RATE(A1,B1)']);
    expect(fake.engine.read('Shop', 0, 2).values).toEqual([[0.05]]);
    expect(await repairFormulas()).toBe(0);
  });
});
