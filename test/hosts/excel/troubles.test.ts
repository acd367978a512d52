import { excelBridge } from '../../../src/hosts/excel/bridge';
import { review } from '../../../src/review/review';
import { templates } from '../../../src/templates/catalogue';
import { installTemplate } from '../../../src/templates/install/installTemplate';
import { placesToRemove, removeTemplate } from '../../../src/templates/upkeep/removeTemplate';
import type { Edit } from '../../../src/workbook/edit';
import { CALLS_FUNCTIONS } from '../../../src/workbook/edits/degrade';
import type { Block } from '../../../src/workbook/snapshot';
import { bakeryKpis, bakeryWeeks, trackIn } from '../bakery';
import { createGrid } from '../grid';
import { type FakeExcel, fakeExcel, installExcel } from './fakeExcel';

/** What is in the way in real workbooks and real versions of Excel, and what their owner is told. */

jest.setTimeout(240_000);

let fake: FakeExcel;
let uninstall: () => void;
afterEach(() => {
  uninstall();
  fake.engine.dispose();
});

function open(...sheets: Block[]) {
  fake = fakeExcel(createGrid(sheets));
  uninstall = installExcel(fake);
  return excelBridge();
}
/** The smallest, with charts, colours and page set-up. */
const template = templates.find(({ id }) => id === 'four-functions')!;
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));
const till: Block = {
  name: 'Till',
  values: [
    ['Month', 'Orders'],
    [1, 40],
  ],
};
const note: Edit = { kind: 'write', sheet: 'Till', row: 5, column: 0, cells: [['noted']] };
const install = (bridge: ReturnType<typeof excelBridge>) =>
  bridge
    .snapshot()
    .then(snapshot => installTemplate(template, snapshot, { mode: 'sample', functions: CALLS_FUNCTIONS.excel }));

describe('a cell that is being edited', () => {
  it.each([
    ['is waited for by Excel', true],
    ['is waited for by us, in an Excel that cannot', false],
  ])('%s', async (_, canDelay) => {
    const bridge = open(till);
    if (!canDelay) fake.supports.delete('DelayForCellEdit');
    const heard = jest.fn();
    fake.startEditing();
    const end = bridge.onChange(heard);
    const snapshot = bridge.snapshot();
    const applied = bridge.apply([note]);
    await pause(50);
    expect(fake.listening.size).toBe(0);
    fake.stopEditing();
    expect((await snapshot).sheets).toEqual([{ name: 'Till', values: [] }]);
    expect(await applied).toEqual({ written: 'all' });
    expect(fake.engine.read('Till', 5, 0).values).toEqual([['noted']]);
    await pause(600);
    expect([...fake.listening]).toEqual(['DataChanged', 'Calculated', 'Deleted']);
    end();
  });
});

describe('a look that Excel refuses', () => {
  it('costs nothing but itself: without a printer there is no page set-up', async () => {
    const bridge = open(bakeryWeeks());
    const edits = await install(bridge);
    const pages = edits.flatMap(edit => (edit.kind === 'page' ? [edit.sheet] : []));
    expect(pages.length).toBeGreaterThan(0);
    fake.refusedLooks.push(...pages.map(sheet => `${sheet} page`));
    const outcome = await bridge.apply(edits);
    expect(outcome).toMatchObject({
      written: 'some',
      what: expect.stringMatching(/^All cells were written; Excel did not take the page set-up on /),
      where: pages.map(sheet => ({ sheet })),
    });
    const { kpis, problems } = review(await bridge.snapshot());
    expect(kpis.map(({ name }) => name)).toEqual(template.kpis.map(({ name }) => name));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    // Nothing else is missing, and nothing is there twice.
    const charts = edits.filter(({ kind }) => kind === 'chart').length;
    expect(fake.looks.filter(look => / chart (Line|Column|Bar)/.test(look))).toHaveLength(charts);
  });

  it('costs the charts of its sheet, and no rules or colours', async () => {
    const bridge = open(bakeryWeeks());
    const edits = await install(bridge);
    const chart = edits.find(({ kind }) => kind === 'chart')!;
    fake.refusedLooks.push(`${chart.sheet} chart`);
    expect(await bridge.apply(edits)).toMatchObject({
      written: 'some',
      what: `All cells were written; Excel did not take the charts on ${chart.sheet}.`,
      where: [{ sheet: chart.sheet }],
    });
    const rules = edits.filter(({ kind }) => kind === 'conditional format').length;
    expect(fake.looks.filter(look => look.includes('custom.rule.formula'))).toHaveLength(rules);
    expect(fake.looks.some(look => look.includes(' page '))).toBe(true);
  });
});

describe('a file that Excel guards', () => {
  it.each<[string, (excel: FakeExcel) => void]>([
    ['a protected workbook', excel => (excel.isProtected = true)],
    ['a file that is open for reading only', excel => (excel.isReadOnly = true)],
  ])('%s is left as it is, with a way on', async (_, guard) => {
    const bridge = open(till);
    guard(fake);
    expect(await bridge.apply([{ kind: 'add sheet', sheet: 'New' }, note])).toEqual({
      written: 'none',
      what: '',
      why: 'Excel says: You cannot perform the requested operation. Remove the protection (Review, Unprotect Sheet or Protect Workbook) or save a copy to edit, then try again.',
      where: [],
    });
    expect(fake.engine.sheets()).toEqual(['Till']);
  });
});

describe('how days and numbers are written', () => {
  it('refuses a workbook that counts its days from 1904, and says what to do', async () => {
    const bridge = open(bakeryWeeks());
    fake.counts1904 = true;
    await expect(bridge.snapshot()).rejects.toThrow(/counts its days from 1904.*add 1,462 to the dates/);
  });

  it.each([
    ['en-US', '.', 'en-US'],
    ['de-CH', '.', 'de-CH'],
    // An English Excel whose user writes 1.234,5.
    ['en-GB', ',', 'de-DE'],
  ])('%s with %s between figure and fraction is read as %s', async (culture, decimal, locale) => {
    const bridge = open(till);
    fake.culture = culture;
    fake.decimalSeparator = decimal;
    expect((await bridge.snapshot()).locale).toBe(locale);
  });
});

describe('what the manifest asks for', () => {
  it('is enough: with ExcelApi 1.9 a template can be installed, reviewed, tracked beside and removed', async () => {
    const bridge = open(bakeryWeeks());
    fake.supports.set('ExcelApi', '1.9');
    expect(await bridge.apply(await install(bridge))).toEqual({ written: 'all' });
    expect(fake.looks.some(look => look.includes(' note '))).toBe(false);
    await trackIn(bridge, bakeryKpis[0]!);
    // Beside a KPI of the owner's own the sample is no longer judged.
    expect(review(await bridge.snapshot()).kpis.map(({ name }) => name)).toEqual([bakeryKpis[0]!.kpi]);
    const whole = await bridge.snapshot(placesToRemove(await bridge.snapshot()));
    expect(await bridge.apply(removeTemplate(whole, template).edits)).toEqual({ written: 'all' });
  });
});

describe('much at once', () => {
  it('is written in several requests, as Excel on the web takes 5 MB at most', async () => {
    const bridge = open(till);
    // Excel's longest text in a cell is 32,767 characters.
    const cells = Array.from({ length: 70 }, () => ['x'.repeat(30_000)]);
    const edits = [0, 1, 2].map((column): Edit => ({ kind: 'write', sheet: 'Till', row: 9, column, cells }));
    fake.syncs = 0;
    expect(await bridge.apply(edits)).toEqual({ written: 'all' });
    // One to read, and one for every two columns of 2.1 MB would be too large by a little: one each.
    expect(fake.syncs).toBe(4);
    expect(fake.engine.extent('Till')).toEqual({ rows: 79, columns: 3 });
  });
});

describe('changes', () => {
  /** The bakery with its tickets tracked, beside a sheet that no KPI reads; counts what the listener hears. */
  async function listening() {
    const bridge = open(bakeryWeeks(), till);
    await trackIn(bridge, bakeryKpis[0]!);
    await bridge.snapshot();
    const heard = jest.fn();
    const end = bridge.onChange(heard);
    // What comes after our own edits is over.
    await pause(1100);
    return { bridge, heard, end };
  }
  const settled = () => pause(500);

  it('of what a review reads are told once', async () => {
    const { heard, end } = await listening();
    await fake.changed({ worksheetId: '{Weekly}', address: 'B9', triggerSource: 'Unknown' });
    await fake.changed({ worksheetId: '{Compass KPIs}', address: 'B2', triggerSource: 'Unknown' });
    await settled();
    expect(heard).toHaveBeenCalledTimes(1);
    end();
  });

  it('of a sheet that no KPI reads, and of our own making, are not', async () => {
    const { bridge, heard, end } = await listening();
    await fake.changed({ worksheetId: '{Till}', address: 'B9', triggerSource: 'Unknown' });
    await bridge.apply([note]);
    await fake.changed({ worksheetId: '{Compass KPIs}', address: 'B2', triggerSource: 'ThisLocalAddin' });
    await settled();
    expect(heard).not.toHaveBeenCalled();
    end();
  });

  it('are told by an Excel that does not say who made them, rather than missed', async () => {
    const { bridge, heard, end } = await listening();
    await bridge.apply([note]);
    await fake.changed({ worksheetId: '{Weekly}', address: 'B9' });
    await settled();
    expect(heard).toHaveBeenCalledTimes(1);
    end();
  });

  it('of a sheet that has come since, and a sheet that goes, are told', async () => {
    const { heard, end } = await listening();
    await fake.changed({ worksheetId: '{New}', address: 'B9', triggerSource: 'Unknown' });
    await settled();
    expect(heard).toHaveBeenCalledTimes(1);
    fake.raise('Deleted', { worksheetId: '{Weekly}' });
    await settled();
    expect(heard).toHaveBeenCalledTimes(2);
    end();
  });
});
