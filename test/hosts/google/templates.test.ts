import { isError } from '../../../src/cells/value';
import type { Bridge } from '../../../src/hosts/bridge';
import { googleBridge } from '../../../src/hosts/google/bridge';
import { review } from '../../../src/review/review';
import { templates } from '../../../src/templates/catalogue';
import { installTemplate } from '../../../src/templates/install/installTemplate';
import { placesToRemove, removeTemplate } from '../../../src/templates/upkeep/removeTemplate';
import { CALLS_FUNCTIONS } from '../../../src/workbook/edits/degrade';
import { bakeryWeeks, wholeWorkbook } from '../bakery';
import { type Built, build } from '../build';
import { installAndUndo } from '../undone';
import type { FakeSheets } from './fakeSheets';
import { openSpreadsheet } from './openSpreadsheet';

jest.setTimeout(300_000);

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildCode');
  code = project.read('Code.js');
}, 300_000);
afterAll(() => project.remove());

const options = { mode: 'sample', functions: CALLS_FUNCTIONS.google } as const;

let fake: FakeSheets;
let bridge: Bridge;
afterEach(() => fake.engine.dispose());

/** Calls that wait until Sheets has done everything written before them. */
const isReading = (call: string) =>
  /^(Range|Sheet)\.(getData|getNotes|getCond|getLast|getMax|getValues|isBlank)/.test(call);

/** Every third template, another third in Excel (`excel/bakery`); all of them in the grid and in files. */
const everyThird = templates.filter((_, index) => index % 3 === 0);

describe.each(everyThird.map(template => [template.name, template] as const))(
  '%s, in a German spreadsheet in Auckland',
  (_, template) => {
    test('is installed with its sample, calculates without an error, is reviewed, and goes again', async () => {
      const opened = openSpreadsheet(code, [bakeryWeeks()], { locale: 'de_DE', timeZone: 'Pacific/Auckland' });
      fake = opened.fake;
      bridge = googleBridge(opened.run);
      const before = await wholeWorkbook(bridge);
      const edits = installTemplate(template, await bridge.snapshot(), options);
      fake.calls.length = 0;
      expect(await bridge.apply(edits)).toEqual({ written: 'all' });
      // A writing is some milliseconds in Sheets' queue, a reading empties the queue: few for each sheet, whatever it holds.
      expect(fake.calls.length).toBeLessThan(5 * edits.length);
      const added = edits.filter(({ kind }) => kind === 'add sheet').length;
      expect(fake.calls.filter(isReading).length).toBeLessThanOrEqual(3 * added);

      const whole = await bridge.snapshot(placesToRemove(await bridge.snapshot()));
      expect((await wholeWorkbook(bridge))[0]).toEqual(before[0]);
      expect(whole.sheets.flatMap(({ values }) => values.flat().filter(isError))).toEqual([]);
      const { kpis, score, problems } = review(whole);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(kpis.map(({ name }) => name)).toEqual(template.kpis.map(({ name }) => name));
      expect(score.score).not.toBeNull();

      fake.calls.length = 0;
      expect(await bridge.apply(removeTemplate(whole, template).edits)).toEqual({ written: 'all' });
      expect(await wholeWorkbook(bridge)).toEqual(before);
      // Each sheet that goes is read once, whole, and taken out with one call.
      expect(fake.calls.filter(call => call === 'Spreadsheet.deleteSheet')).toHaveLength(added);
    });
  },
);

test('one of two templates goes, and the dashboard shows the other without an error', async () => {
  const opened = openSpreadsheet(code, [bakeryWeeks()], { locale: 'de_DE' });
  fake = opened.fake;
  bridge = googleBridge(opened.run);
  const [goes, stays] = ['bakery', 'agency'].map(id => templates.find(template => template.id === id)!);
  const wholeSnapshot = async () => bridge.snapshot(placesToRemove(await bridge.snapshot()));
  for (const template of [goes!, stays!]) await bridge.apply(installTemplate(template, await wholeSnapshot(), options));
  await bridge.apply(removeTemplate(await wholeSnapshot(), goes!, templates).edits);
  const left = await wholeSnapshot();
  expect(left.sheets.flatMap(({ values }) => values.flat().filter(isError))).toEqual([]);
  expect(review(left).kpis.map(({ name }) => name)).toEqual(stays!.kpis.map(({ name }) => name));
});

describe('a template whose verdicts run over further cells is undone by a press', () => {
  const opened = () => {
    const { run, ...sheets } = openSpreadsheet(code, [bakeryWeeks()], { locale: 'de_DE' });
    fake = sheets.fake;
    return googleBridge(run);
  };

  test('without a trace', async () => {
    await installAndUndo(opened(), () => fake.engine.calculated());
  });

  test('but not where somebody has typed below them', async () => {
    await installAndUndo(
      opened(),
      () => fake.engine.calculated(),
      async (sheet, row, column) => fake.engine.write(sheet, row, column, [['Ask Anna']]),
    );
  });
});
