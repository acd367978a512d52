import { readFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/hosts/file/applyEdits';
import { readSnapshot } from '../../src/hosts/file/read';
import type { Review } from '../../src/review/types';
import type { Edit } from '../../src/workbook/edit';
import { convertedByLibreOffice } from '../hosts/file/libreOffice';
import { withoutResults } from '../hosts/file/withoutResults';
import { inLibreOffice } from '../libreOffice';
import { compass, folder } from './compass';

const files = folder();
afterAll(files.remove);
const bytesOf = (path: string) => new Uint8Array(readFileSync(path));

/** 1 Jan 2024 and 31 Dec 2025. */
const [FIRST, LAST] = [45292, 46022];
const days = Array.from({ length: 366 }, (_, i) => FIRST + 2 * i).filter(day => day <= LAST);
const amount = (i: number) => 560 + ((i * 37) % 71) + (i % 4) / 4;
const reading = ['--as-of', '2026-02-10', '--locale', 'en-GB'];

/** A till of two years, tracked while all of it was numbers. */
async function tracked(): Promise<Uint8Array> {
  const rows = [['Date', 'Amount'], ...days.map((day, i) => [new Date((day - 25569) * 86400e3), amount(i)])];
  const till = (await writeXlsx({ sheets: [{ name: 'Till', rows }] })) as Uint8Array;
  const ran = await compass(
    [
      'track',
      files.path('till.xlsx', till),
      '--kpi',
      'Takings',
      '--values',
      'Till!B:B',
      '-o',
      files.path('t.xlsx'),
      ...reading,
    ],
    { width: 500 },
  );
  expect(ran).toMatchObject({ code: 0, err: '' });
  return bytesOf(files.path('t.xlsx'));
}

/** The export pasted anew over it: some cells of a column have become text. */
async function repasted(column: number, text: (i: number) => string | null): Promise<string> {
  const before = await tracked();
  const { sheets } = await readSnapshot(before, { today: 46063, locale: 'en-GB', further: [{ sheet: 'Till' }] });
  const values = sheets.find(({ name }) => name === 'Till')!.values;
  const edits = days.flatMap((_, i): Edit[] => {
    const said = text(i);
    const expected = [[values[i + 1]![column] as Cell]];
    return said === null ? [] : [{ kind: 'write', sheet: 'Till', row: i + 1, column, cells: [[said]], expected }];
  });
  const { bytes, outcome } = await applyEdits(before, edits);
  expect(outcome.written).toBe('all');
  return files.path('repasted.xlsx', convertedByLibreOffice(withoutResults(bytes), 'xlsx')['book.xlsx']!);
}

async function reviewed(path: string): Promise<Review> {
  return JSON.parse((await compass(['review', path, '--json', ...reading])).out) as Review;
}

const german = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 });
const dated = (serial: number) => {
  const date = new Date((serial - 25569) * 86400e3);
  return `${String(date.getUTCDate()).padStart(2, '0')}/${String(date.getUTCMonth() + 1).padStart(2, '0')}/${date.getUTCFullYear()}`;
};

describe('a till pasted anew after it was tracked', () => {
  inLibreOffice(
    'amounts as German text from October on: named, converted, and judged as before',
    async () => {
      const from = days.findIndex(day => day >= 45931);
      const path = await repasted(1, i => (i < from ? null : `${german.format(amount(i))} €`));
      const told = await reviewed(path);
      expect(told.problems.map(({ message }) => message)).toEqual([
        `Takings: not judged from Oct 2025 to Dec 2025: ${days.length - from} amounts are text, the first in Till!B${from + 2}. Convert the text to numbers.`,
      ]);
      expect(told.alerts).toEqual([]);

      const checked = await compass(['check', path, ...reading], { width: 200 });
      expect(checked.code).toBe(1);
      expect(checked.out).toContain(`${days.length - from} cells to convert, no cells to look at.`);
      expect(checked.out).toContain(`Till!B${from + 2}`);

      const fixed = files.path('fixed.xlsx');
      const ran = await compass(['check', path, '--fix', '-o', fixed, ...reading], { width: 200 });
      expect(ran).toMatchObject({ code: 0, err: '' });
      expect(ran.out).toContain(`${days.length - from} cells converted, for Takings.`);
      expect((await compass(['check', fixed, ...reading])).code).toBe(0);

      const [after, before] = [await reviewed(fixed), await reviewed(files.path('t.xlsx'))];
      expect(after.problems).toEqual([]);
      expect(after.kpis[0]!.chart.values).toEqual(before.kpis[0]!.chart.values);

      // What was written as results is what LibreOffice makes of the formulas.
      const calculated = files.path(
        'calculated.xlsx',
        convertedByLibreOffice(withoutResults(bytesOf(fixed)), 'xlsx')['book.xlsx']!,
      );
      expect((await reviewed(calculated)).kpis[0]!.chart.values).toEqual(after.kpis[0]!.chart.values);
      const { sheets } = await readXlsx(bytesOf(calculated));
      const kpis = sheets.find(({ name }) => name === 'Compass KPIs')!.rows;
      const unread = kpis[0]!.indexOf('Unread');
      expect(kpis[1]!.slice(unread, unread + 4).map(cell => cell ?? '')).toEqual([0, '', '', '']);
    },
    120_000,
  );

  inLibreOffice(
    'dates with a day after the 12th as text: named, converted, and the others are to be looked at',
    async () => {
      const isText = (i: number) => days[i]! >= 45839 && Number(dated(days[i]!).slice(0, 2)) > 12;
      const path = await repasted(0, i => (isText(i) ? dated(days[i]!) : null));
      const count = days.filter((_, i) => isText(i)).length;
      const told = await reviewed(path);
      expect(told.problems[0]!.message).toMatch(
        new RegExp(`^Takings: not judged: ${count} dates or amounts are text, the first in Till!A\\d+\\.`),
      );
      expect(told.alerts).toEqual([]);
      const fixed = files.path('fixedDates.xlsx');
      const ran = await compass(['check', path, '--fix', '-o', fixed, ...reading], { width: 400 });
      expect(ran.out).toContain(`${count} cells converted`);
      expect(ran.out).toContain('may have day and month exchanged');
      const [after, before] = [await reviewed(fixed), await reviewed(files.path('t.xlsx'))];
      expect(after.kpis[0]!.chart.values).toEqual(before.kpis[0]!.chart.values);
    },
    120_000,
  );

  inLibreOffice(
    'what says no figure stays and is named',
    async () => {
      const path = await repasted(1, i => (i === 50 ? 'refund pending?' : i === 51 ? '(1,200.00)' : null));
      const checked = await compass(['check', path, ...reading], { width: 200 });
      expect(checked.out).toContain('1 cell to convert, 1 cell to look at.');
      expect(checked.out).toMatch(/Till!B52 +'refund pending\?' +can’t be read as a figure/);
      const fixed = files.path('fixedOne.xlsx');
      const ran = await compass(['check', path, '--fix', '-o', fixed, ...reading], { width: 200 });
      expect(ran.out).toContain("Till!B52: 'refund pending?' can’t be read as a figure; it stays.");
      const { problems } = await reviewed(fixed);
      expect(problems.map(({ message }) => message)).toEqual([
        'Takings: not judged for Apr 2024: 1 amount is text, in Till!B52. Convert the text to numbers.',
      ]);
    },
    120_000,
  );
});

test('a workbook whose cells are all read has nothing to convert', async () => {
  await tracked();
  const ran = await compass(['check', files.path('t.xlsx'), ...reading]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toContain('no text where figures or dates belong.');
});

inLibreOffice(
  'orders whose dates are text with a time zone, and some real dates among them, are added up as they are read',
  async () => {
    const iso = (day: number) => new Date((day - 25569) * 86400e3).toISOString().slice(0, 10);
    const rows = [['Created at', 'Total'], ...days.map((day, i) => [`${iso(day)} 14:03:22 -0500`, amount(i)])];
    const cells = new Map(
      days.flatMap((day, i) =>
        i % 3 === 0
          ? [[`${i + 1},0`, { value: new Date((day - 25569) * 86400e3), style: { numFmt: 'yyyy-mm-dd' } }]]
          : [],
      ) as [string, object][],
    );
    const book = (await writeXlsx({ sheets: [{ name: 'Orders', rows, cells }] })) as Uint8Array;
    const words = ['--kpi', 'Total', '--values', 'Orders!B:B', '-o', files.path('orders-t.xlsx'), ...reading];
    expect(await compass(['track', files.path('orders.xlsx', book), ...words])).toMatchObject({ code: 0, err: '' });
    const told = await reviewed(files.path('orders-t.xlsx'));
    expect(told.problems).toEqual([]);
    const { values } = told.kpis[0]!.chart;
    expect(values).toHaveLength(24);
    // By hand: every second day of January 2024, 1 to 31.
    expect(values[0]).toBeCloseTo(
      days.slice(0, 16).reduce((sum, _, i) => sum + amount(i), 0),
      9,
    );
    const calculated = convertedByLibreOffice(withoutResults(bytesOf(files.path('orders-t.xlsx'))), 'xlsx')[
      'book.xlsx'
    ]!;
    const again = await reviewed(files.path('orders-c.xlsx', calculated));
    expect(again.problems).toEqual([]);
    expect(again.kpis[0]!.chart.values.map(value => value?.toFixed(6))).toEqual(values.map(value => value?.toFixed(6)));
  },
  120_000,
);
