import type { Bridge } from '../../../src/hosts/bridge';
import { googleBridge } from '../../../src/hosts/google/bridge';
import { packEdits } from '../../../src/hosts/google/wire';
import { templates } from '../../../src/templates/catalogue';
import { installTemplate } from '../../../src/templates/install/installTemplate';
import { CALLS_FUNCTIONS } from '../../../src/workbook/edits/degrade';
import { bakeryWeeks } from '../bakery';
import { type Built, build } from '../build';
import { branches, findIn } from '../finding';
import { readsDocument, touchesDocument } from './fakeCalls';
import { openSpreadsheet } from './openSpreadsheet';
import { paperGrid } from './paperGrid';

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildCode');
  code = project.read('Code.js');
}, 300_000);
afterAll(() => project.remove());

/** What an installation may ask of the document, whatever the template; the aim is 120. */
const MOST_CALLS = 175;
const MOST_LETTERS = 400_000;

const largest = ['bakery', 'project-budgets', 'multi-site'];

test.each(templates.filter(({ id }) => largest.includes(id)).map(template => [template.name, template] as const))(
  '%s is installed in few calls',
  async (_, template) => {
    const { fake, run } = openSpreadsheet(code, [bakeryWeeks()], { grid: paperGrid });
    const bridge: Bridge = googleBridge(run);
    const edits = installTemplate(template, await bridge.snapshot(), {
      mode: 'sample',
      functions: CALLS_FUNCTIONS.google,
    });
    fake.calls.length = 0;
    expect(await bridge.apply(edits)).toEqual({ written: 'all' });
    const touching = fake.calls.filter(touchesDocument);
    expect(touching.length).toBeLessThanOrEqual(MOST_CALLS);
    // Locale, time zone, the sheets, the one in front, and the width of two that have to grow.
    expect(touching.filter(readsDocument).length).toBeLessThanOrEqual(6);
    expect(JSON.stringify(packEdits(edits)).length).toBeLessThan(MOST_LETTERS);
  },
);

test('a workbook is looked through for series in three calls a sheet, whatever is on it', async () => {
  const { fake, run } = openSpreadsheet(code, branches, { grid: paperGrid });
  const { places, look } = await findIn(googleBridge(run));
  fake.calls.length = 0;
  const { findings, sampled } = await look();
  // Two series on each of twelve sheets, and one on the till, of which only the beginning was looked through for tables.
  expect(findings).toHaveLength(25);
  expect(sampled.map(({ sheet }) => sheet)).toEqual(['Till']);
  const reads = fake.calls.filter(call => call === 'Range.getValues');
  expect(reads).toHaveLength(places.length);
  // Values, formulas and formats of each sheet; locale, time zone and the sheets once.
  expect(fake.calls.filter(readsDocument).length).toBeLessThanOrEqual(3 * places.length + 6);
});
