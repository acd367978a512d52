import type { Cell } from '../../src/cells/value';
import type { Bridge } from '../../src/hosts/bridge';
import { excelBridge } from '../../src/hosts/excel/bridge';
import { googleBridge } from '../../src/hosts/google/bridge';
import { review } from '../../src/review/review';
import { convertText, placesToConvert } from '../../src/workbook/track/convertText';
import type { TrackRequest } from '../../src/workbook/track/trackRequest';
import { trackIn } from './bakery';
import { type Built, build } from './build';
import { fakeExcel, installExcel } from './excel/fakeExcel';
import { openSpreadsheet } from './google/openSpreadsheet';
import { createGrid } from './grid';

jest.setTimeout(60_000);

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildCode');
  code = project.read('Code.js');
}, 60_000);
afterAll(() => project.remove());

/** A till of two years up to the end of 2025, a line every second day. */
const lines = Array.from({ length: 366 }, (_, i): Cell[] => [45292 + 2 * i, 560 + ((i * 37) % 71)]).filter(
  ([day]) => (day as number) <= 46022,
);
const till = { name: 'Till', values: [['Date', 'Amount'], ...lines] as Cell[][] };
const request: TrackRequest = { kpi: 'Takings', function: 'Sales', values: { sheet: 'Till', range: 'B:B' } };

let end: () => void = () => undefined;
afterEach(() => end());

/** A till in each host's fake, with its own bridge, and the engine in which people type. */
const hosts: [string, () => { bridge: Bridge; engine: ReturnType<typeof createGrid> }][] = [
  [
    'Google Sheets',
    () => {
      const { fake, run } = openSpreadsheet(code, [till], { locale: 'en_GB', timeZone: 'Europe/London' });
      end = () => fake.engine.dispose();
      return { bridge: googleBridge(run), engine: fake.engine };
    },
  ],
  [
    'Excel',
    () => {
      const fake = fakeExcel(createGrid([till]));
      const uninstall = installExcel(fake);
      end = () => {
        uninstall();
        fake.engine.dispose();
      };
      return { bridge: excelBridge(), engine: fake.engine };
    },
  ],
];

test.each(hosts)('amounts pasted as text into a tracked till are named and converted, in %s', async (_, open) => {
  const { bridge, engine } = open();
  await trackIn(bridge, request);
  const before = review(await bridge.snapshot());
  expect(before.problems).toEqual([]);
  expect(before.kpis[0]!.chart.values.filter(value => value !== null).length).toBeGreaterThanOrEqual(24);

  const from = lines.findIndex(([day]) => (day as number) >= 45931);
  engine.write(
    'Till',
    1 + from,
    1,
    lines.slice(from).map(([, amount]) => [`(${amount}.00)`]),
  );
  await engine.calculated();
  const pasted = review(await bridge.snapshot());
  expect(pasted.problems.map(({ convert }) => convert)).toEqual(['Takings']);
  expect(pasted.problems[0]!.message).toContain(
    `${lines.length - from} amounts are text, the first in Till!B${from + 2}`,
  );
  expect(pasted.alerts).toEqual([]);

  const read = await bridge.snapshot(placesToConvert(await bridge.snapshot(), 'Takings'));
  const { edits, converted } = convertText(read, 'Takings');
  expect(converted).toHaveLength(lines.length - from);
  expect(await bridge.apply(edits)).toEqual({ written: 'all' });
  await engine.calculated();
  const after = review(await bridge.snapshot());
  expect(after.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  // The brackets say that the amounts are negative.
  expect(after.kpis[0]!.chart.values[21]).toBe(-(before.kpis[0]!.chart.values[21] as number));

  // Another paste cannot be overwritten by a plan that was made before it.
  engine.write('Till', 5, 1, [['12 ']]);
  await engine.calculated();
  const stale = convertText(await bridge.snapshot(placesToConvert(await bridge.snapshot(), 'Takings')), 'Takings');
  engine.write('Till', 5, 1, [[99]]);
  await engine.calculated();
  expect(await bridge.apply(stale.edits)).toMatchObject({ written: 'none' });
});
