import type { Formula } from '../../../src/cells/formula';
import { printFormula } from '../../../src/cells/printFormula';
import type { Bridge } from '../../../src/hosts/bridge';
import { googleBridge } from '../../../src/hosts/google/bridge';
import { templates } from '../../../src/templates/catalogue';
import { installTemplate } from '../../../src/templates/install/installTemplate';
import { placesToRemove } from '../../../src/templates/upkeep/removeTemplate';
import { rollForward } from '../../../src/templates/upkeep/rollForward';
import type { Edit } from '../../../src/workbook/edit';
import { applyEdits } from '../../../src/workbook/edits/applyEdits';
import type { Block, Snapshot } from '../../../src/workbook/snapshot';
import { type Built, build } from '../build';
import { type OpenSpreadsheet, openSpreadsheet } from './openSpreadsheet';

jest.setTimeout(60_000);

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildCode');
  code = project.read('Code.js');
}, 60_000);
afterAll(() => project.remove());

let sheets: OpenSpreadsheet;
let bridge: Bridge;
afterEach(() => sheets.fake.engine.dispose());

const shop: Block = {
  name: 'Shop',
  values: [[8, 4, null, null, 'note']],
  formulas: [[null, null, '=MIN(A1/B1,0.5)', '=COMPASS.CHURN_RATE(A1/B1,2.5)', null]],
};

function open(locale: string, formulas: 'local' | 'english', blocks = [shop]) {
  sheets = openSpreadsheet(code, blocks, { locale, formulas });
  bridge = googleBridge(sheets.run);
}

describe.each([
  ['en_US', 'local'],
  ['de_DE', 'local'],
  ['de_DE', 'english'],
  ['fr_FR', 'local'],
  ['fr_FR', 'english'],
  ['pt_BR', 'local'],
  ['pt_BR', 'english'],
  ['ja_JP', 'local'],
  ['sv_SE', 'local'],
  ['sv_SE', 'english'],
] as const)('in %s, where getFormulas answers in the %s spelling', (locale, formulas) => {
  test('formulas are read as they are, put back after a refusal, and repaired', async () => {
    open(locale, formulas);
    const read = async () => (await bridge.snapshot([{ sheet: 'Shop' }])).sheets[0]!;
    expect((await read()).formulas![0]!.slice(2, 4)).toEqual(['=MIN(A1/B1,0.5)', '=COMPASS.CHURN_RATE(A1/B1,2.5)']);
    // By hand: 8 / 4 is over a half.
    expect((await read()).values[0]![2]).toBe(0.5);

    sheets.fake.protectedRanges.push('Shop!A3:B3');
    const outcome = await bridge.apply([
      { kind: 'write', sheet: 'Shop', row: 0, column: 2, cells: [[1]], expected: [[0.5]] },
      { kind: 'write', sheet: 'Shop', row: 2, column: 0, cells: [['refused']] },
    ]);
    expect(outcome).toMatchObject({ written: 'none' });
    await sheets.fake.engine.calculated();
    expect((await read()).formulas![0]![2]).toBe('=MIN(A1/B1,0.5)');
    expect((await read()).values[0]![2]).toBe(0.5);

    sheets.script.repairCompassFormulas!();
    await sheets.fake.engine.calculated();
    // By hand: 2 lost of 2.5.
    expect(await read()).toMatchObject({
      values: [[8, 4, 0.5, 0.8, 'note']],
      formulas: [[null, null, '=MIN(A1/B1,0.5)', '=CHURN_RATE(A1/B1,2.5)', null]],
    });
  });
});

test.each(['local', 'english'] as const)(
  'in de_DE, spelled %s, an owner’s own formula with a decimal goes on the same when a template is extended',
  async formulas => {
    const template = templates.find(({ id }) => id === 'workshop')!;
    const empty: Snapshot = { today: 46353, locale: 'de-DE', sheets: [{ name: 'Till', values: [[1]] }] };
    const installed = applyEdits(empty, installTemplate(template, empty, { mode: 'sample', functions: true }));
    // The owner caps a figure on the template's page of months, in its last two rows, and writes it as English does.
    const capped = (row: number) => `=MIN(B${row + 1}/2.5,0.5)`;
    const page = installed.sheets.find(
      ({ name, values }) =>
        !/^(Compass|Till)/.test(name) && values.filter(([day]) => typeof day === 'number').length > 11,
    )!;
    const last = page.values.map(([day]) => typeof day === 'number').lastIndexOf(true);
    const column = page.formulas![last]!.findIndex((text, at) => at > 2 && text !== null);
    for (const row of [last - 1, last]) {
      page.formulas![row]![column] = capped(row);
      page.values[row]![column] = 0.5;
    }
    open('de_DE', formulas, installed.sheets);
    const whole = await bridge.snapshot(placesToRemove(await bridge.snapshot()));
    const { edits } = rollForward(whole, template);
    const write = edits.find(edit => edit.kind === 'write' && edit.sheet === page.name && edit.cells.length > 12);
    const { row: top, column: left, cells } = write as Extract<Edit, { kind: 'write' }>;
    // The last row, put back below, and the twelve new ones: each speaks of its own row.
    const entered = cells.map(line => line[column - left]).map(content => (content as { formula: Formula }).formula);
    expect(entered.map(formula => `=${printFormula(formula, 'excel')}`)).toEqual(
      cells.map((_, index) => capped(top + index)),
    );
  },
);
