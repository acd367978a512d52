import { existsSync, readFileSync } from 'node:fs';
import { readSnapshot } from '../../src/hosts/file/read';
import type { Review } from '../../src/review/types';
import type { Edit } from '../../src/workbook/edit';
import { bakeryLookalike, bakeryLookalikeXlsx } from '../fixtures/bakeryLookalike';
import { changedParts } from '../hosts/file/handmade';
import { convertedByLibreOffice } from '../hosts/file/libreOffice';
import { inLibreOffice } from '../libreOffice';
import { compass, folder } from './compass';

jest.setTimeout(60_000);
const files = folder();
afterAll(files.remove);
const bakery = bakeryLookalikeXlsx();
const client = async () => files.path('client.xlsx', await bakery);
const bytes = (path: string) => new Uint8Array(readFileSync(path));
const sheetsOf = async (path: string) =>
  (await readSnapshot(bytes(path), { today: 42835 })).sheets.map(({ name }) => name);

describe("an accountant installs a template into a client's workbook", () => {
  test('with sample data, and the review speaks of its KPIs at once', async () => {
    const out = files.path('sample.xlsx');
    expect(await compass(['install', 'four-functions', await client(), '--sample', '-o', out])).toMatchObject({
      code: 0,
      err: '',
    });
    const review = JSON.parse((await compass(['review', out, '--json'])).out) as Review;
    // The essay's KPI table, and the leads whose quality falls as they grow.
    expect(review.kpis.map(({ name }) => name)).toEqual([
      'Lead Quality Ratio',
      'Sales Conversion Rate',
      'Order Fulfillment Time',
      'CSAT',
      'Leads',
    ]);
    expect(review.score.functions).toHaveLength(4);
    expect(review.problems).toEqual([]);
  });

  test('empty, and nothing that the client had is touched', async () => {
    const out = files.path('empty.xlsx');
    const { code, out: said } = await compass(['install', 'Four functions', await client(), '-o', out], { width: 400 });
    expect(code).toBe(0);
    expect(said).toMatch(/Four functions is installed\. New sheets: Four functions, Compass Strategy, /);
    const changed = changedParts(await bakery, bytes(out));
    expect(changed.filter(part => /sheet[12]\.xml|sharedStrings|theme|docProps/.test(part))).toEqual([]);
  });

  test('twice, under another name the second time', async () => {
    const [once, twice] = [files.path('once.xlsx'), files.path('twice.xlsx')];
    await compass(['install', 'four-functions', await client(), '-o', once]);
    expect(await compass(['install', 'four-functions', once, '-o', twice])).toMatchObject({ code: 0, err: '' });
    const names = await sheetsOf(twice);
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter(name => name.startsWith('Four functions'))).toHaveLength(2);
  });

  test('with an input filled by cells that are there', async () => {
    const out = files.path('mapped.xlsx');
    const map = ['--map', 'Leads=Weekly!B4:B26'];
    expect(await compass(['install', 'four-functions', await client(), ...map, '-o', out])).toMatchObject({
      code: 0,
      err: '',
    });
    const { sheets } = await readSnapshot(bytes(out), { today: 42835, further: [{ sheet: 'Four functions' }] });
    const { values, formulas } = sheets.find(({ name }) => name === 'Four functions')!;
    const leads = values.flatMap((row, i) => (formulas![i]![1]?.includes('Weekly!') ? [row[1]] : []));
    // The months that the 23 weeks fill, November 2016 to March 2017; November has the weeks of its four Mondays.
    const weeks = bakeryLookalike().sheets[0]!.values.slice(3);
    const november = weeks.slice(1, 5).reduce((sum, week) => sum + (week[1] as number), 0);
    expect(leads).toHaveLength(5);
    expect(leads[0]).toBe(november);
  });

  test('only to look: every edit is shown, and nothing is written', async () => {
    const { code, out } = await compass(['install', 'four-functions', await client(), '--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/^new sheet 'Four functions'$/m);
    expect(out).toMatch(/^write {2}'Compass KPIs'!A2.*Lead Quality Ratio/m);
    const edits = JSON.parse(
      (await compass(['install', 'four-functions', await client(), '--dry-run', '--json'])).out,
    ) as Edit[];
    expect(edits.filter(({ kind }) => kind === 'add sheet').map(({ sheet }) => sheet)).toContain('Four functions');
    expect(Buffer.compare(bytes(await client()), await bakery)).toBe(0);
  });
});

describe('a template as a workbook of its own', () => {
  test('needs no file to go into', async () => {
    const out = files.path('new.xlsx');
    expect(await compass(['install', 'bakery', '--new', '--sample', '-o', out])).toMatchObject({ code: 0, err: '' });
    expect((await sheetsOf(out)).at(-1)).toBe('Compass Templates');
    expect([0, 1]).toContain((await compass(['review', out])).code);
  });

  inLibreOffice('is calculated by LibreOffice without an error', async () => {
    const out = files.path('calculated.xlsx');
    await compass(['install', 'bakery', '--new', '--sample', '-o', out]);
    const texts = Object.values(convertedByLibreOffice(bytes(out), 'csv')).map(csv => new TextDecoder().decode(csv));
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.join('\n')).not.toMatch(/#NAME\?|#VALUE!|#REF!|#DIV\/0!|Err:\d/);
  });
});

describe('a mapping on the command line', () => {
  const dry = async (...map: string[]) =>
    compass(['install', 'four-functions', await client(), ...map.flatMap(each => ['--map', each]), '--dry-run'], {
      width: 400,
    });

  test('that fits is shown, with what is worth knowing beside it', async () => {
    const { code, err } = await dry('Leads=Weekly!B4:B26', 'Deals won=Weekly!B4:B26');
    expect([code, err]).toEqual([0, expect.stringContaining('Deals won: Weekly!B4:B26 fills Leads as well.')]);
  });

  test.each([
    ['Leads=Weekly!nonsense', /nonsense/],
    ['Leads=Gone!B2:B9', /the workbook has no sheet 'Gone'/],
    ['Leads=Weekly!B4:C26', /several rows and columns/],
  ])('%s is refused before anything is written', async (map, words) => {
    const { code, err, out } = await dry(map);
    expect([code, out, err]).toEqual([2, '', expect.stringMatching(words)]);
  });
});

describe('wrong use', () => {
  test.each<[string, string[], RegExp]>([
    ['no template', [], /A template is needed/],
    ['an unknown template', ['four-function', 'a.xlsx'], /no template 'four-function'; did you mean four-functions\?/],
    ['no file', ['four-functions'], /One file is needed/],
    ['a file and a new workbook', ['four-functions', 'a.xlsx', '--new'], /either --new or a file/],
    ['sample and empty', ['four-functions', 'a.xlsx', '--sample', '--empty'], /not both/],
    [
      'an input that the template lacks',
      ['four-functions', 'a.xlsx', '--map', 'Lead=Weekly!B4:B26'],
      /no input 'Lead'; it has Leads, /,
    ],
    ['a mapping without an equals sign', ['four-functions', 'a.xlsx', '--map', 'Leads'], /no equals sign/],
    ['a mapping without a sheet', ['four-functions', 'a.xlsx', '--map', 'Leads=B4:B26'], /has no sheet name/],
  ])('%s', async (_, argv, message) => {
    const { code, err } = await compass(['install', ...argv, '-o', files.path('never.xlsx')]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(existsSync(files.path('never.xlsx'))).toBe(false);
  });
});

describe('what there is to choose from', () => {
  test('templates are listed with their KPIs', async () => {
    const { code, out } = await compass(['templates'], { width: 400 });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^four-functions +Four functions: .*\n +KPIs: Lead Quality Ratio, Sales Conversion Rate, Order Fulfillment Time, CSAT, Leads\./m,
    );
    expect(out).toMatch(/^ +To type each month, about 10 minutes: Leads, Opportunities, Deals won, /m);
    expect(out).toMatch(/^ +To type each quarter, about 5 minutes: Team, Day, I know what we want to reach, /m);
  });

  test('templates are found by trade and by business function', async () => {
    const ids = async (...argv: string[]) =>
      [...(await compass(['templates', ...argv], { width: 400 })).out.matchAll(/^(\S+)/gm)].map(([id]) => id);
    expect(await ids('--trade', 'food and drink')).toEqual(['bakery', 'restaurant', 'multi-site']);
    expect(await ids('--trade', 'food and drink', '--about', 'people')).toEqual(['multi-site']);
    expect(await compass(['templates', '--trade', 'mining'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/'mining'/),
    });
  });

  test('functions are listed, found by a word, and explained', async () => {
    expect((await compass(['functions'], { width: 400 })).out).toMatch(/^ {2}CHURN_RATE +Share of the customers/m);
    // Two of them are about customers who leave.
    expect((await compass(['functions', 'churn'])).out).toMatch(/CHURN_RATE/);
    const { out } = await compass(['functions', 'churn_rate'], { width: 400 });
    expect(out).toMatch(/^CHURN_RATE\(lost, at_start\)$/m);
    expect(out).toMatch(/=CHURN_RATE\(5, 100\) gives 0\.05/);
    expect(await compass(['functions', 'zebra'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/No function matches 'zebra'/),
    });
  });
});
