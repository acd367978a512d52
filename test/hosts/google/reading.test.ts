import type { Bridge } from '../../../src/hosts/bridge';
import { googleBridge } from '../../../src/hosts/google/bridge';
import { review } from '../../../src/review/review';
import { applyEdits } from '../../../src/workbook/edits/applyEdits';
import type { Block, Snapshot } from '../../../src/workbook/snapshot';
import { track } from '../../../src/workbook/track/track';
import { type Built, build } from '../build';
import { readsDocument } from './fakeCalls';
import type { FakeSheets } from './fakeSheets';
import { type OpenSpreadsheet, openSpreadsheet } from './openSpreadsheet';

jest.setTimeout(60_000);

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildCode');
  code = project.read('Code.js');
}, 60_000);
afterAll(() => project.remove());

let opened: OpenSpreadsheet;
let fake: FakeSheets;
let bridge: Bridge;
afterEach(() => fake.engine.dispose());

function open(sheets: Block[]) {
  opened = openSpreadsheet(code, sheets);
  fake = opened.fake;
  bridge = googleBridge(opened.run);
}

const plan: Block = { name: 'Plan', values: [[1, 2]], formulas: [[null, '=A1*2']] };

describe('a spreadsheet with a sheet for a chart alone', () => {
  beforeEach(() => {
    open([plan, { name: 'Till', values: [[5, 100, null]], formulas: [[null, null, '=COMPASS.CHURN_RATE(A1,B1)']] }]);
    fake.objectSheets.push('Chart1', 'Compass Log');
  });

  it('is read, the chart’s sheet by its name only, whatever it is called', async () => {
    const { sheets } = await bridge.snapshot([{ sheet: 'Chart1', range: 'A1:B2' }, { sheet: 'Compass Log' }]);
    expect(sheets.map(({ name, values }) => [name, values])).toEqual([
      ['Plan', []],
      ['Till', []],
      ['Chart1', []],
      ['Compass Log', []],
    ]);
  });

  it('has its formulas repaired', async () => {
    await fake.engine.calculated();
    opened.script.repairCompassFormulas!();
    expect(fake.toasts).toEqual(['1 Compass formula was entered again.']);
  });

  it('has nothing selected while the chart is in front, and shows the chart when asked to', async () => {
    await bridge.select({ sheet: 'Chart1', range: 'A1' });
    expect(fake.objectInFront).toBe('Chart1');
    expect(await bridge.selection()).toBeNull();
  });

  it('takes what is written elsewhere', async () => {
    expect(await bridge.apply([{ kind: 'write', sheet: 'Plan', row: 3, column: 0, cells: [[7]] }])).toEqual({
      written: 'all',
    });
  });

  it('refuses a sheet of the chart’s name, in other letters too', async () => {
    expect(await bridge.apply([{ kind: 'add sheet', sheet: 'CHART1' }])).toMatchObject({ written: 'none' });
  });
});

test('nothing selected is nothing, not an error', async () => {
  open([plan]);
  fake.nothingSelected = true;
  expect(await bridge.selection()).toBeNull();
});

describe('a cell that Sheets is still calculating', () => {
  it('is read again after a moment', async () => {
    open([plan]);
    fake.pending.set('Plan!B1', 2);
    const { sheets, problems } = await bridge.snapshot([{ sheet: 'Plan' }]);
    expect(sheets[0]!.values).toEqual([[1, 2]]);
    expect(problems).toBeUndefined();
    expect(fake.slept).toBe(1000);
  });

  it('is blank and said where it stays, and never a text', async () => {
    open([plan]);
    fake.pending.set('Plan!B1', 99);
    const snapshot = await bridge.snapshot([{ sheet: 'Plan' }]);
    expect(snapshot.sheets[0]!.values).toEqual([[1, null]]);
    expect(review(snapshot).problems).toContainEqual({
      severity: 'error',
      message: 'Google Sheets is still calculating Plan B1. Refresh in a moment.',
      place: { sheet: 'Plan', range: 'B1' },
    });
    // Nobody waits longer than three seconds for it.
    expect(fake.slept).toBe(3000);
  });

  it('is not written over: nobody knows what it will hold', async () => {
    open([plan]);
    fake.pending.set('Plan!B1', 99);
    const outcome = await bridge.apply([
      { kind: 'write', sheet: 'Plan', row: 0, column: 0, cells: [[3]], expected: [[1]] },
    ]);
    expect(outcome).toEqual({
      written: 'none',
      what: '',
      why: 'Google Sheets is still calculating Plan B1. Try again in a moment.',
      where: [{ sheet: 'Plan', range: 'B1' }],
    });
  });
});

describe('sixty KPIs from sixty sheets', () => {
  const weeks = Array.from({ length: 20 }, (_, week) => 42681 + 7 * week);
  const source = (index: number): Block => ({
    name: `Shop ${index + 1}`,
    values: [
      ['Week', `Tickets ${index + 1}`],
      ...weeks.map((day, week) => [day, 500 + ((index * 7 + week * 13) % 40)]),
    ],
    formats: [['General', 'General'], ...weeks.map(() => ['yyyy-mm-dd', 'General'])],
  });

  it('are read with two calls a sheet and three more, and what was typed since is found', async () => {
    const shops = Array.from({ length: 60 }, (_, index) => source(index));
    let workbook: Snapshot = { today: 42840, locale: 'en-US', sheets: shops };
    for (const { name } of shops) {
      const request = {
        kpi: `Tickets of ${name}`,
        values: { sheet: name, range: 'B2:B21' },
        periods: { sheet: name, range: 'A2:A21' },
        function: 'Sales',
        goal: 'A full shop',
        better: 'higher' as const,
      };
      workbook = applyEdits(workbook, track(workbook, request));
    }
    // Two weeks more in the last shop.
    const last = workbook.sheets.find(({ name }) => name === 'Shop 60')!;
    last.values.push([42821, 512], [42828, 498]);
    last.formats!.push(['yyyy-mm-dd', 'General'], ['yyyy-mm-dd', 'General']);
    open(workbook.sheets);
    await fake.engine.calculated();
    fake.calls.length = 0;
    const snapshot = await bridge.snapshot();
    const readSheets = snapshot.sheets.filter(({ values }) => values.length > 0).length;
    expect(readSheets).toBe(64);
    expect(fake.calls.filter(readsDocument).length).toBeLessThanOrEqual(3 + 2 * readSheets);
    const { unread, problems } = review(snapshot);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(unread.map(({ kpi, periods }) => [kpi, periods])).toEqual([['Tickets of Shop 60', 2]]);
  });
});
