import { isError } from '../../../src/cells/value';
import type { Bridge } from '../../../src/hosts/bridge';
import { googleBridge } from '../../../src/hosts/google/bridge';
import { review } from '../../../src/review/review';
import { templates } from '../../../src/templates/catalogue';
import { installTemplate } from '../../../src/templates/installTemplate';
import { placesToRemove, removeTemplate } from '../../../src/templates/removeTemplate';
import { type Built, build } from '../build';
import type { FakeSheets } from './fakeSheets';
import { openSpreadsheet } from './openSpreadsheet';

jest.setTimeout(60_000);

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildCode');
  code = project.read('Code.js');
}, 60_000);
afterAll(() => project.remove());

let fake: FakeSheets;
let bridge: Bridge;
afterEach(() => fake.engine.dispose());

const own = { name: 'Mine', values: [['Bread', 1]] };

describe.each(templates.map(template => [template.name, template] as const))(
  '%s, in a German spreadsheet',
  (_, template) => {
    test('is installed with its sample, calculates without an error, is reviewed, and goes again', async () => {
      const opened = openSpreadsheet(code, [own], { locale: 'de_DE' });
      fake = opened.fake;
      bridge = googleBridge(opened.run);
      const edits = installTemplate(template, await bridge.snapshot(), { mode: 'sample' });
      await bridge.apply(edits);
      const calls = fake.calls.length;
      const whole = await bridge.snapshot(placesToRemove(await bridge.snapshot()));
      const errors = whole.sheets.flatMap(({ name, values }) =>
        values
          .flat()
          .filter(isError)
          .map(cell => [name, cell]),
      );
      // The fake's engine does not know Sheets' own SPARKLINE.
      expect(errors.filter(([, cell]) => JSON.stringify(cell) !== '{"error":"#NAME?"}')).toEqual([]);
      expect(review(whole).kpis).toHaveLength(template.kpis.length);
      // Few calls an edit, whatever it holds.
      expect(calls).toBeLessThan(12 * edits.length);
      await bridge.apply(removeTemplate(whole, template).edits);
      expect(fake.engine.sheets()).toEqual(['Mine']);
      expect(fake.engine.read('Mine', 0, 0, 1, 2).values).toEqual(own.values);
    });
  },
);
