import type { Bridge } from '../../../src/hosts/bridge';
import { googleBridge } from '../../../src/hosts/google/bridge';
import { templates } from '../../../src/templates/catalogue';
import { installTemplate } from '../../../src/templates/install/installTemplate';
import { installedTemplates } from '../../../src/templates/installed/installed';
import type { Edit } from '../../../src/workbook/edit';
import type { Block } from '../../../src/workbook/snapshot';
import { type Built, build } from '../build';
import type { FakeSheets } from './fakeSheets';
import { type OpenSpreadsheet, openSpreadsheet } from './openSpreadsheet';
import { paperGrid } from './paperGrid';

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

const plan: Block = { name: 'Plan', values: [['a', 1]], formulas: [[null, null]] };

function open(about: { cellLimit?: number } = {}) {
  opened = openSpreadsheet(code, [plan], { ...about, grid: paperGrid });
  fake = opened.fake;
  bridge = googleBridge(opened.run);
}

const note = (row: number, text: string): Edit => ({ kind: 'write', sheet: 'Plan', row, column: 0, cells: [[text]] });
const untouched = () =>
  expect(fake.engine.read('Plan', 0, 0, 3, 2).values).toEqual([
    ['a', 1],
    [null, null],
    [null, null],
  ]);

describe('two editors at once', () => {
  it('are served one after the other: the second hears why, and nothing of theirs is written', async () => {
    open();
    fake.lockedByOther = true;
    expect(await bridge.apply([note(1, 'b')])).toEqual({
      written: 'none',
      what: '',
      why: 'Strategic Compass is changing this spreadsheet for somebody else right now. Nothing was written: try again in a moment.',
      where: [],
    });
    untouched();
    opened.script.repairCompassFormulas!();
    expect(fake.toasts[0]).toContain('for somebody else right now');
  });

  it('leave the way free afterwards, also where Sheets refused', async () => {
    open();
    await bridge.apply([note(1, 'b')]);
    expect(fake.locked).toBe(false);
    fake.viewer = true;
    await bridge.apply([note(2, 'c')]);
    expect(fake.locked).toBe(false);
  });
});

describe('what Sheets refuses', () => {
  it('to somebody who may only look is said, and nothing is written', async () => {
    open();
    fake.viewer = true;
    expect(await bridge.apply([note(1, 'b')])).toMatchObject({
      written: 'none',
      why: 'Google Sheets says: You do not have permission to perform that action.',
    });
    untouched();
  });

  it('for a protected range is taken back whole', async () => {
    open();
    fake.protectedRanges.push('Plan!A3:B3');
    expect(await bridge.apply([note(1, 'b'), note(2, 'c')])).toMatchObject({
      written: 'none',
      why: 'Google Sheets says: You are trying to edit a protected cell or object.',
    });
    untouched();
  });

  it('beyond the limit of cells is taken back whole, the new sheet too', async () => {
    open({ cellLimit: 40_000 });
    const outcome = await bridge.apply([note(1, 'b'), { kind: 'add sheet', sheet: 'New' }]);
    expect(outcome).toMatchObject({ written: 'none' });
    expect((outcome as { why: string }).why).toContain('above the limit of 40000 cells');
    expect(fake.engine.sheets()).toEqual(['Plan']);
    untouched();
  });
});

describe('an installation that Google stops in the middle', () => {
  const template = templates.find(({ id }) => id === 'four-functions')!;

  it.each([30, 60, 85])(
    'after %d calls, leaves rows that name its sheets and no day on which it was done',
    async calls => {
      open();
      const before = await bridge.snapshot();
      const edits = installTemplate(template, before, { mode: 'sample', functions: true });
      fake.diesAfter = calls;
      const outcome = await bridge.apply(edits);
      expect(outcome).toMatchObject({ written: 'unknown', why: 'Exceeded maximum execution time' });
      fake.diesAfter = null;
      const installed = installedTemplates(await bridge.snapshot()).filter(({ id }) => id === template.id);
      expect(installed.map(({ on }) => on)).toEqual([null]);
      expect(installed[0]!.sheets.length).toBe(
        edits.filter(({ kind, sheet }) => kind === 'add sheet' && !/^Compass/.test(sheet)).length,
      );
    },
  );

  it('has its day once it has come to its end', async () => {
    open();
    const before = await bridge.snapshot();
    const edits = installTemplate(template, before, { mode: 'sample', functions: true });
    expect(await bridge.apply(edits)).toEqual({
      written: 'all',
    });
    const after = await bridge.snapshot();
    expect(installedTemplates(after).map(({ on }) => on)).toEqual(installedTemplates(after).map(() => before.today));
    // The tabs are in the order in which they were planned, whichever was made first.
    const planned = edits.flatMap(edit => (edit.kind === 'add sheet' ? [edit.sheet] : []));
    expect(after.sheets.map(({ name }) => name)).toEqual(['Plan', ...planned]);
  });
});
