import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../../src/cells/value';
import type { Finding } from '../../src/discover';
import { history } from '../drift/series';
import { parseLayout } from '../fixtures/layouts/parseLayout';
import { snapshotXlsx } from '../fixtures/snapshotXlsx';
import { month, workbook as tracked } from '../workbook/workbooks';
import { compass, folder } from './compass';

const files = folder();
afterAll(files.remove);

/** A layout of test/fixtures/layouts as an .xlsx file. */
async function workbook(name: string): Promise<string> {
  const text = readFileSync(join(__dirname, `../fixtures/layouts/${name}.txt`), 'utf8');
  return files.path(`${name}.xlsx`, await snapshotXlsx(parseLayout(text).snapshot));
}

type Listed = Omit<Finding, 'values' | 'periods' | 'targets'> & {
  values: string;
  periods: string;
  targets: string | null;
};

async function listed(path: string): Promise<Listed[]> {
  const { code, out } = await compass(['discover', path, '--json']);
  expect(code).toBe(0);
  return JSON.parse(out) as Listed[];
}

describe('compass discover', () => {
  test('names the cell that can’t be read, in text and as JSON', async () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Jun'].map(
      (month, i) => `${month} 2025 | ${i === 2 ? 'ask Anna' : 5 + i}`,
    );
    const { snapshot } = parseLayout(`sheet Shop\nMonth | Sales\n${months.join('\n')}`);
    const path = files.path('asked.xlsx', await snapshotXlsx(snapshot));
    const { out } = await compass(['discover', path], { width: 200 });
    expect(out).toMatch(/Sales +B2:B6 +4 of 6 months to Jun 2025/);
    expect(out).toContain('B4 can’t be read: “ask Anna”');
    const [sales] = JSON.parse((await compass(['discover', path, '--json'])).out);
    expect(sales).toMatchObject({ count: 4, unread: [{ cell: 'Shop!B4', text: 'ask Anna' }] });
  });

  test('shows what is there, sheet by sheet, and what would be made of it', async () => {
    const { code, out, err } = await compass(['discover', await workbook('actual-budget-columns')], { width: 120 });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/2 series found on 1 sheet; \? marks a guess/);
    expect(out).toMatch(/ {2}Revenue {2}B3:B6 {2}4 months to Apr 2025 {2}[▁-█]{4}\n/);
    expect(out).toMatch(/not yet known, no unit\?, higher is better, Sales, revenue, sum, targets in Budget!C3:C6/);
    expect(out).toMatch(/Costs +E3:E6/);
  });

  test('lists it as JSON, with cells as the command line takes them', async () => {
    const [first] = await listed(await workbook('plain-months-down'));
    expect(first).toMatchObject({
      sheet: 'Sheet1',
      name: 'Revenue',
      values: 'Sheet1!B2:B7',
      periods: 'Sheet1!A2:A7',
      cadence: 'month',
      count: 6,
      first: 'Jan 2025',
      last: 'Jun 2025',
      unit: '€',
      better: 'higher',
      function: 'Sales',
      measure: 'revenue',
      combine: 'sum',
      target: null,
      targets: null,
      guessed: [],
      figures: [12400, 11800, 13150, 12990, 13500, 13820],
    });
  });

  test('says what it could not read, and what would help', async () => {
    const path = await workbook('no-periods');
    expect((await compass(['discover', path])).out.replace(/\s+/g, ' ')).toMatch(
      /no series found\. 'Price list'!B2:C5: 8 numbers, and no dates, months, weeks or quarters beside or above them\. Write the period/,
    );
    const { out, err } = await compass(['discover', path, '--json']);
    expect(JSON.parse(out)).toEqual([]);
    expect(err).toMatch(/8 numbers/);
  });

  test('refuses a file that is none', async () => {
    const { code, err } = await compass(['discover', files.path('nothing.xlsx', 'nothing')]);
    expect(code).toBe(2);
    expect(err).toMatch(/nothing\.xlsx/);
  });
});

describe('compass track --all', () => {
  test('tracks all that is found in one go', async () => {
    const out = files.path('all.xlsx');
    const ran = await compass(['track', await workbook('several-tables-down'), '--all', '-o', out], { width: 400 });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(
      /4 KPIs tracked: Deals won, Pipeline, Tickets solved, First response time; reviewed every month/,
    );
    expect((await compass(['review', out])).code).toBe(0);
    expect((await listed(out)).map(({ trackedAs }) => trackedAs)).toEqual([
      'Deals won',
      'Pipeline',
      'Tickets solved',
      'First response time',
    ]);
    // Once more there is nothing left to track.
    const again = await compass(['track', out, '--all', '-o', files.path('again.xlsx')]);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/Nothing was found that can be tracked/);
  });

  test('or those of some names', async () => {
    const out = files.path('some.xlsx');
    const path = await workbook('stacked-across');
    const ran = await compass(['track', path, '--all', '--only', 'leads, Scrap rate', '-o', out], { width: 400 });
    expect(ran.out).toMatch(/2 KPIs tracked: Leads, Scrap rate/);
    const unknown = await compass(['track', path, '--all', '--only', 'Leeds', '-o', out]);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toMatch(/no series 'Leeds' was found; did you mean Leads\?/);
  });

  test('with targets from their own past, one for each month where there is a season', async () => {
    const noise = history(6, 48);
    const lines = Array.from({ length: 48 }, (_, i): Cell[] => [
      month(i + 1, 2022),
      100 + ((i * 7) % 5),
      Math.round(100 + 30 * Math.sin((2 * Math.PI * i) / 12)) + Math.round(10 * noise[i]!) / 10,
    ]);
    const book = tracked({ Shop: [['Month', 'Orders', 'Guests'], ...lines] }, 46063);
    const [path, out] = [files.path('season.xlsx', await snapshotXlsx(book)), files.path('targets.xlsx')];
    const asked = ['track', path, '--all', '--as-of', '2026-02-10', '-o', out];
    expect((await compass(asked, { width: 400 })).out).toContain('--targets would set 2 targets from their own past.');
    const ran = await compass([...asked, '--targets'], { width: 400 });
    // By hand: 100 to 104, nine times each, and 100, 102 and 104 once more: the third quartile is 103, reached by 9 + 10.
    expect(ran.out).toMatch(/2 targets set from their own past:\nOrders: at least 103; reached in 19 of the last 48/);
    expect(ran.out).toMatch(
      /Guests: at least [\d.]+ to [\d.]+, each month its own; the same month last year, at the present level/,
    );
    const reviewed = JSON.parse((await compass(['review', out, '--json', '--as-of', '2026-02-10'])).out);
    expect(reviewed.kpis.map(({ target }: { target: number | null }) => target)).toEqual([103, expect.any(Number)]);
    expect(
      (await compass(['track', path, '--kpi', 'Orders', '--values', 'Shop!B2:B49', '--targets', '-o', out])).err,
    ).toMatch(/--targets goes with --all/);
  });

  test('or those of a sheet', async () => {
    const ran = await compass([
      'track',
      await workbook('several-tables-down'),
      '--all',
      '--sheet',
      'Nowhere',
      '--dry-run',
    ]);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/no sheet 'Nowhere'/);
  });

  test('converts figures stored as text where that is wanted, and else says why they are left', async () => {
    const path = await workbook('figures-as-text-german');
    const out = files.path('converted.xlsx');
    const refused = await compass(['track', path, '--all', '--locale', 'de-DE', '-o', out], { width: 400 });
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/Umsatz is not tracked: .*'1\.234,56 €'/);
    const ran = await compass(['track', path, '--all', '--convert', '--locale', 'de-DE', '-o', out], { width: 400 });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/10 cells stored as text were converted/);
    // As typed in the file: 1.234,56 € for January, 1.340,00 € for May.
    expect((await listed(out))[0]!.figures).toEqual([1234.56, 1180, 1301.1, 1287.45, 1340]);
  });

  test('takes no option that is for one KPI', async () => {
    const ran = await compass([
      'track',
      await workbook('stacked-across'),
      '--all',
      '--target',
      '5',
      '-o',
      files.path('no.xlsx'),
    ]);
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/--target is for one KPI/) });
  });
});

test('the year of months without one can be given', async () => {
  const text = 'sheet S\nMonth | Sales\nNov | 5\nDec | 6\nJan | 7';
  const path = files.path('yearless.xlsx', await snapshotXlsx(parseLayout(text).snapshot));
  const track = ['track', path, '--kpi', 'Sales', '--values', 'S!B2:B4', '-o', files.path('year.xlsx')];
  expect((await compass(track)).err).toMatch(/no year/);
  expect((await compass([...track, '--year', '2024'])).out.replace(/\s+/g, ' ')).toMatch(
    /3 figures, the newest for Jan 2025/,
  );
});

describe('a .csv file', () => {
  const report = (name: string) => files.path(name, readFileSync(join(__dirname, `../fixtures/reports/${name}`)));

  test('is read as a workbook of one sheet', async () => {
    const found = await listed(report('datev-bwa.csv'));
    expect(found.map(({ name, values }) => [name, values])).toContainEqual(['Rohertrag', "'datev-bwa'!B8:E8"]);
    // As typed in the file: 21.529,80 for January.
    expect(found.find(({ name }) => name === 'Rohertrag')!.figures[0]).toBe(21529.8);
  });

  test('becomes a workbook where it is tracked, which is reviewed like any other', async () => {
    const path = report('square-sales-summary.csv');
    const out = files.path('square.xlsx');
    expect(await compass(['track', path, '--all', '-o', out], { width: 400 })).toMatchObject({
      code: 0,
      out: expect.stringContaining('9 KPIs tracked: Gross Sales, Items'),
    });
    expect((await compass(['review', out])).code).toBe(0);
  });

  test('stays as it is', async () => {
    const path = report('toast-sales-by-day.csv');
    const inPlace = await compass(['track', path, '--all', '--in-place']);
    expect(inPlace.err).toMatch(/is a text file and stays as it is; name the workbook to write: -o OUT\.xlsx/);
    const named = await compass(['track', path, '--all', '-o', files.path('out.csv')]);
    expect(named.err).toMatch(/give it a name that ends in \.xlsx/);
    expect((await compass(['discover', files.path('empty.csv', '\n')])).err).toMatch(/it is empty/);
    expect((await compass(['discover', files.path('workbook.csv', 'PK\u0003\u0004')])).err).toMatch(/is no text but/);
  });
});
