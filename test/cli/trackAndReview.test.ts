import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { review as reviewOf } from '../../src/review/review';
import type { Review } from '../../src/review/types';
import { bakeryLookalike, bakeryLookalikeXlsx } from '../fixtures/bakeryLookalike';
import { snapshotXlsx } from '../fixtures/snapshotXlsx';
import { changedParts, partsOf, zipped } from '../hosts/file/handmade';
import { fallingKpis, selfDefeatingSales } from '../sidebar/workbooks';
import { compass, folder } from './compass';

const files = folder();
afterAll(files.remove);
const bakery = bakeryLookalikeXlsx();
const bytes = (path: string) => new Uint8Array(readFileSync(path));
const cells = ['--values', 'Weekly!B4:B26', '--periods', 'Weekly!A4:A26'];
const tickets = ['--kpi', 'Tickets', ...cells, '--function', 'Sales', '--better', 'higher', '--target', '420'];

/** The bakery with its tickets tracked. */
async function tracked(name = 'tracked.xlsx'): Promise<string> {
  const out = files.path(name);
  const ran = await compass(['track', files.path('bakery.xlsx', await bakery), ...tickets, '-o', out]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return out;
}

describe("an accountant tracks the bakery's tickets", () => {
  test('and is told what was read', async () => {
    const { out } = await compass(
      ['track', files.path('bakery.xlsx', await bakery), ...tickets, '-o', files.path('told.xlsx')],
      { width: 400 },
    );
    expect(out).toMatch(
      /told\.xlsx: Tickets is tracked from Weekly!B4:B26 by Weekly!A4:A26, 23 figures, the newest for week of 3 Apr 2017/,
    );
  });

  test('and nothing else in the workbook has changed, the file itself not at all', async () => {
    const out = await tracked();
    expect(Buffer.compare(bytes(files.path('bakery.xlsx')), await bakery)).toBe(0);
    expect(changedParts(await bakery, bytes(out))).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      ...[3, 4, 5, 6].map(number => `xl/worksheets/sheet${number}.xml`),
    ]);
  });

  test('and the review finds the fall of trade in late November, which Christmas does not hide', async () => {
    const { code, out } = await compass(['review', await tracked()]);
    expect(code).toBe(1);
    // The look-alike's level falls with its fourth week, that of 21 November 2016.
    expect(out).toMatch(/1 alert\n {2}Tickets/);
    expect(out).toMatch(/Since +week of (14|21|28) Nov 2016/);
    expect(out).toMatch(/Where +Weekly!B\d+:B26/);
  });

  test('and has the whole review as JSON', async () => {
    const { code, out } = await compass(['review', await tracked(), '--json']);
    const { alerts, score, asOf } = JSON.parse(out) as Review;
    expect(code).toBe(1);
    expect(asOf).toBe('2017-04-10');
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({
      kpi: 'Tickets',
      functions: ['Sales'],
      direction: 'down',
      adverse: true,
      state: 'open',
    });
    // A week either way of 21 November 2016.
    expect(['2016-11-14', '2016-11-21', '2016-11-28']).toContain(alerts[0]!.since);
    // The newest week over the target of 420: 100 × attainment.
    const newest = bakeryLookalike().sheets[0]!.values.at(-1)![1] as number;
    expect(score.score).toBeCloseTo((100 * Math.min(newest, 420)) / 420, 6);
  });

  test('and sees what was known before the fall: nothing', async () => {
    expect(await compass(['review', await tracked(), '--as-of', '2016-11-20'])).toMatchObject({ code: 0, err: '' });
  });

  test('a second KPI goes into the sheets that are there', async () => {
    const first = await tracked();
    const second = files.path('second.xlsx');
    const share = [
      '--kpi',
      'Hot drinks',
      '--values',
      'Weekly!F4:F26',
      '--periods',
      'Weekly!A4:A26',
      '--better',
      'higher',
      '--target',
      '35%',
    ];
    expect(await compass(['track', first, ...share, '-o', second])).toMatchObject({ code: 0, err: '' });
    const { kpis } = JSON.parse((await compass(['review', second, '--json'])).out) as Review;
    expect(kpis.map(({ name, target }) => [name, target])).toEqual([
      ['Tickets', 420],
      ['Hot drinks', 0.35],
    ]);
  });

  test('in place, only when told so', async () => {
    const path = files.path('own.xlsx', await bakery);
    chmodSync(path, 0o640);
    const before = statSync(path).mode;
    expect(await compass(['track', path, ...tickets, '--in-place'])).toMatchObject({ code: 0, err: '' });
    expect((await compass(['review', path])).code).toBe(1);
    expect(readdirSync(files.place).filter(name => name.endsWith('.new'))).toEqual([]);
    expect(statSync(path).mode).toBe(before);
  });
});

describe('a workbook in which functions pull apart', () => {
  const told = async () => {
    const path = files.path('apart.xlsx', await snapshotXlsx(selfDefeatingSales()));
    return (await compass(['review', path, '--as-of', '2026-05-02'], { width: 400 })).out;
  };

  test('has a pattern with all its KPIs and functions, and the words of the essay', async () => {
    const out = await told();
    expect(out).toMatch(/Winning the sale, losing the customer: Won offers up, Regulars worse since Jan 2026/);
    expect(out).toMatch(/KPI +Regulars, Won offers, Customer Service, Sales/);
    // By hand: 5 regulars fewer × 10 each × 12 months.
    expect(out).toMatch(/Worth +About \S*600 a year/);
    expect(out).toMatch(/Why this matters +Winning customers costs money/i);
  });

  test('has its plan and the five effects told, and how firm the score is', async () => {
    const out = await told();
    const { score, coherence } = reviewOf(selfDefeatingSales());
    expect(out).toContain(score.firmness!.sentence);
    expect(out).toContain(coherence.sentence);
    expect(out).toMatch(/The plan\n {2}A plan nobody measures.*\n +Found +\S/);
    expect(out).toMatch(/Five effects on the business\n {2}Working together: .*\n {2}Unexplained ups and downs: /);
    expect(out).toContain('Money behind the strategy: Needs: The Spend of two goals or more in Compass Strategy.');
  });
});

test('of many alerts the first ten are told, and how many there are besides', async () => {
  const names = Array.from({ length: 13 }, (_, index) => `KPI ${index + 1}`);
  const path = files.path('many.xlsx', await snapshotXlsx(fallingKpis(names)));
  const { out } = await compass(['review', path, '--as-of', '2026-01-10'], { width: 400 });
  expect(out).toMatch(/^13 alerts$/m);
  expect(out.match(/How sure/g)).toHaveLength(10);
  expect(out).toMatch(/^ {2}and 3 more$/m);
});

describe('weeks that were typed since', () => {
  test('are offered by the review and added by extend', async () => {
    const grown = bakeryLookalike();
    const weekly = grown.sheets[0]!;
    const [monday] = weekly.values.at(-1)! as [number];
    for (const [week, figure] of [
      [7, 401],
      [14, 399],
    ] as const) {
      weekly.values.push([monday + week, figure, ...Array(7).fill(null)]);
      weekly.formulas!.push(Array(9).fill(null));
      weekly.formats!.push(weekly.formats![3]!);
    }
    const path = files.path('grown.xlsx', await snapshotXlsx(grown));
    const out = files.path('grown-tracked.xlsx');
    await compass(['track', path, ...tickets, '-o', out]);
    const april = ['--as-of', '2017-04-30'];
    expect((await compass(['review', out, ...april], { width: 400 })).out).toMatch(
      /Not read yet\n {2}Tickets: 2 weeks/,
    );
    expect((await compass(['extend', out, '--in-place', ...april])).out).toMatch(/Tickets, 2 periods added/);
    const review = JSON.parse((await compass(['review', out, '--json', ...april])).out) as Review;
    expect(review.unread).toEqual([]);
    expect(review.kpis[0]!.chart.values.slice(-2)).toEqual([401, 399]);
    expect((await compass(['extend', out, '--in-place', ...april])).out).toMatch(/nothing to add/);
  });
});

describe('wrong use is answered with what to type, and with 2', () => {
  test.each<[string, string[], RegExp]>([
    ['no command', [], /compass COMMAND/],
    ['an unknown command', ['reviw', 'a.xlsx'], /no command 'reviw'.*review/],
    ['an unknown option', ['track', 'a.xlsx', '--kpis', 'T'], /Unknown option '--kpis'\. See: compass track --help/],
    ['an option without its value', ['track', 'a.xlsx', '--kpi'], /--kpi/],
    ['no file', ['review'], /A file is needed/],
    ['no KPI', ['track', 'a.xlsx', ...cells, '-o', 'b.xlsx'], /--kpi is missing/],
    ['no place to write to', ['track', 'a.xlsx', ...tickets], /-o OUT\.xlsx, or --in-place/],
    ['two places to write to', ['track', 'a.xlsx', ...tickets, '-o', 'b.xlsx', '--in-place'], /not both/],
    ['the file itself as the place', ['track', 'a.xlsx', ...tickets, '-o', './a.xlsx'], /use --in-place to replace it/],
    [
      'a range without a sheet',
      ['track', 'a.xlsx', '--kpi', 'T', '--values', 'B4:B26', '-o', 'b.xlsx'],
      /has no sheet name; write it like Weekly!B4:B26/,
    ],
    ['what is no range', ['track', 'a.xlsx', '--kpi', 'T', '--values', 'Weekly!B', '-o', 'b.xlsx'], /--values: /],
    [
      'a target that is no number',
      ['track', 'a.xlsx', ...tickets, '--target', '4,5', '-o', 'b.xlsx'],
      /--target: '4,5' is not a number/,
    ],
    [
      'a direction that is none',
      ['track', 'a.xlsx', ...tickets, '--better', 'hihger', '-o', 'b.xlsx'],
      /not one of higher, lower, in range/,
    ],
    ['a day that is none', ['review', 'a.xlsx', '--as-of', '2017-02-30'], /'2017-02-30' is not a day/],
  ])('%s', async (_, argv, message) => {
    const { code, out, err } = await compass(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  test('a negative target needs no equals sign', async () => {
    const out = files.path('negative.xlsx');
    const negative = [...tickets.slice(0, -2), '--better', 'lower', '--target', '-5', '--floor', '2'];
    expect(await compass(['track', files.path('bakery.xlsx', await bakery), ...negative, '-o', out])).toMatchObject({
      code: 0,
      err: '',
    });
    expect((JSON.parse((await compass(['review', out, '--json'])).out) as Review).kpis[0]!.target).toBe(-5);
  });
});

test('a folder that is not there is named, and so is one that is no file', async () => {
  const path = files.path('bakery.xlsx', await bakery);
  const nowhere = await compass(['track', path, ...tickets, '-o', files.path('none/out.xlsx')]);
  expect(nowhere.code).toBe(2);
  expect(nowhere.err).toMatch(/none\/out\.xlsx can't be written: there is no such folder/);
  const folderItself = await compass(['review', files.place]);
  expect(folderItself.code).toBe(2);
  expect(folderItself.err).toMatch(/it is a folder, not a file/);
});

describe("a file that can't be read", () => {
  test('is named with the reason, and writes nothing', async () => {
    const text = files.path('list.xlsx', 'Week;Tickets');
    const out = files.path('never.xlsx');
    const ran = await compass(['track', text, ...tickets, '-o', out]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/list\.xlsx: This is not an \.xlsx workbook/);
    expect(readdirSync(files.place)).not.toContain('never.xlsx');
  });

  test('does not keep the others from being reviewed', async () => {
    const empty = files.path('empty.xlsx', new Uint8Array(0));
    const { code, out, err } = await compass(['review', empty, await tracked(), files.path('missing.xlsx')]);
    expect(code).toBe(2);
    expect(out).toMatch(/1 alert/);
    expect(err).toMatch(/empty\.xlsx: The file is empty/);
    expect(err).toMatch(/missing\.xlsx: It can't be read: there is no such file/);
  });

  test('stands in the list with its error', async () => {
    const { code, out } = await compass([
      'review',
      files.path('empty.xlsx', new Uint8Array(0)),
      await tracked(),
      '--json',
    ]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual([
      { file: files.path('empty.xlsx'), error: 'The file is empty (0 bytes).' },
      { file: files.path('tracked.xlsx'), review: expect.objectContaining({ asOf: '2017-04-10' }) },
    ]);
  });

  test('a figure that nobody has calculated yet is no blank, and nothing is written', async () => {
    const uncalculated = bakeryLookalike();
    uncalculated.sheets[0]!.values[9]![1] = null;
    const out = files.path('never.xlsx');
    const { code, err } = await compass([
      'track',
      files.path('raw.xlsx', await snapshotXlsx(uncalculated)),
      ...tickets,
      '-o',
      out,
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(
      /raw\.xlsx: Weekly, from B10 on: a formula has no saved result\. Open the file once in Excel or LibreOffice/,
    );
    expect(readdirSync(files.place)).not.toContain('never.xlsx');
  });

  test('a figure that is text is named by its cell, and nothing is written', async () => {
    const broken = bakeryLookalike();
    broken.sheets[0]!.values[9]![1] = 'closed';
    broken.sheets[0]!.formulas![9]![1] = null;
    const out = files.path('never.xlsx');
    const { code, err } = await compass([
      'track',
      files.path('broken.xlsx', await snapshotXlsx(broken)),
      ...tickets,
      '-o',
      out,
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/B10.*closed/);
    expect(readdirSync(files.place)).not.toContain('never.xlsx');
  });
});

test('a workbook without Compass sheets is quiet, and says how to begin', async () => {
  const { code, out } = await compass(['review', files.path('bakery.xlsx', await bakery)], { width: 400 });
  expect(code).toBe(0);
  expect(out).toMatch(/This workbook tracks no KPI yet; compass track makes one/);
});

test('a tracked figure that nobody has calculated since is said in the review', async () => {
  const out = files.path('uncalculated.xlsx');
  await compass(['track', files.path('bakery.xlsx', await bakery), ...tickets, '-o', out]);
  const parts = partsOf(bytes(out));
  const sheet = 'xl/worksheets/sheet5.xml';
  // As a program leaves a formula that it writes: without a result.
  files.path(
    'uncalculated.xlsx',
    zipped({ ...parts, [sheet]: parts[sheet]!.replace(/(<c r="B5"[^>]*><f>[^<]*<\/f>)<v>\d+<\/v>/, '$1') }),
  );
  const { out: said } = await compass(['review', out], { width: 400 });
  expect(said).toMatch(/To put right\n {2}Compass Data, from B5 on: a formula has no saved result/);
});
