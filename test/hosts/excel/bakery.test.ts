import { isError } from '../../../src/cells/value';
import type { Bridge } from '../../../src/hosts/bridge';
import { excelBridge } from '../../../src/hosts/excel/bridge';
import { review } from '../../../src/review/review';
import { templates } from '../../../src/templates/catalogue';
import { installTemplate } from '../../../src/templates/install/installTemplate';
import { placesToRemove, removeTemplate } from '../../../src/templates/upkeep/removeTemplate';
import { CALLS_FUNCTIONS } from '../../../src/workbook/edits/degrade';
import { bakeryKpis, bakeryWeeks, trackIn, wholeWorkbook } from '../bakery';
import { createGrid } from '../grid';
import { installAndUndo } from '../undone';
import { type FakeExcel, fakeExcel, installExcel } from './fakeExcel';

jest.setTimeout(240_000);

let fake: FakeExcel;
let uninstall: () => void;
afterEach(() => {
  uninstall();
  fake.engine.dispose();
});

function openBakery(): Bridge {
  fake = fakeExcel(createGrid([bakeryWeeks()]));
  uninstall = installExcel(fake);
  return excelBridge();
}

describe('a bakery’s tickets, tracked in Excel', () => {
  it('raise the alert of November', async () => {
    const bridge = openBakery();
    await trackIn(bridge, bakeryKpis[0]!);
    const { alerts, problems } = review(await bridge.snapshot());
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    // The look-alike's story: trade falls for good in its fourth week, the one of 21 November 2016.
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ kpi: 'Tickets', direction: 'down', adverse: true, since: '2016-11-21' });
  });

  it('cost two round trips to read and three to write, with eight KPIs as with one', async () => {
    const bridge = openBakery();
    for (const request of bakeryKpis) {
      fake.syncs = 0;
      await trackIn(bridge, request);
      expect(fake.syncs).toBeLessThanOrEqual(5);
    }
    fake.syncs = 0;
    expect(review(await bridge.snapshot()).kpis).toHaveLength(8);
    expect(fake.syncs).toBeLessThanOrEqual(2);
  });
});

/** Every third template, another third in Google Sheets (`google/templates`); all of them in the grid and in files. */
const everyThird = templates.filter((_, index) => index % 3 === 1);

describe('a template in Excel', () => {
  it.each(everyThird.map(template => [template.id, template] as const))(
    '%s works there, beside what the owner had, and goes again',
    async (_id, template) => {
      const bridge = openBakery();
      const before = await wholeWorkbook(bridge);
      const edits = installTemplate(template, await bridge.snapshot(), {
        mode: 'sample',
        functions: CALLS_FUNCTIONS.excel,
      });
      fake.syncs = 0;
      expect(await bridge.apply(edits)).toEqual({ written: 'all' });
      // One to read, one to write and one for looks.
      expect(fake.syncs).toBeLessThanOrEqual(3);
      const whole = await bridge.snapshot(placesToRemove(await bridge.snapshot()));
      expect((await wholeWorkbook(bridge))[0]).toEqual(before[0]);
      expect(whole.sheets.flatMap(({ values }) => values.flat().filter(isError))).toEqual([]);
      const { kpis, score, problems } = review(whole);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(kpis.map(({ name }) => name)).toEqual(template.kpis.map(({ name }) => name));
      expect(score.score).not.toBeNull();
      fake.syncs = 0;
      expect(await bridge.apply(removeTemplate(whole, template).edits)).toEqual({ written: 'all' });
      // One more, for the sheets that go.
      expect(fake.syncs).toBeLessThanOrEqual(3);
      expect(await wholeWorkbook(bridge)).toEqual(before);
    },
  );
});

describe('a template whose verdicts run over further cells is undone by a press', () => {
  it('without a trace', async () => {
    await installAndUndo(openBakery(), () => fake.engine.calculated());
  });

  it('but not where somebody has typed below them', async () => {
    await installAndUndo(
      openBakery(),
      () => fake.engine.calculated(),
      async (sheet, row, column) => fake.engine.write(sheet, row, column, [['Ask Anna']]),
    );
  });
});
