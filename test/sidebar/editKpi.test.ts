import type { Page } from 'playwright-core';
import type { Cell } from '../../src/cells/value';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Snapshot } from '../../src/workbook/snapshot';
import { track } from '../../src/workbook/track/track';
import { history } from '../drift/series';
import { month, workbook } from '../workbook/workbooks';
import { violations } from './axe';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';
import { fallingKpis } from './workbooks';

const open = browserTests();
const now = (page: Page): Promise<Snapshot> => page.evaluate(() => window.host.workbook());
const rowsOf = ({ sheets }: Snapshot) => sheets.find(({ name }) => name === 'Compass KPIs')!.values;
const named = (snapshot: Snapshot, name: string) => rowsOf(snapshot).find(([first]) => first === name);

/** Three KPIs of which each has fallen, and their first name. */
const falling = () => fallingKpis(['Deals', 'Leads', 'Guests']);
const first = String(rowsOf(falling())[1]![0]);

async function edit(page: Page) {
  await page.click('#tab-kpis');
  await page.getByRole('button', { name: `Edit ${first}` }).click();
  await page.getByRole('heading', { name: `Edit ${first}` }).waitFor();
}

test('a KPI is read from other cells: where it is read from is shown, and linked again', async () => {
  const lines = Array.from({ length: 12 }, (_, i): Cell[] => [month(i + 1, 2025), 100 + (i % 5), 40 + (i % 3)]);
  const book = workbook({ Shop: [['Month', 'Sales', 'Net sales'], ...lines] }, 46063);
  const page = await open(applyEdits(book, track(book, { kpi: 'Sales', values: { sheet: 'Shop', range: 'B2:B13' } })));
  await page.click('#tab-kpis');
  await page.getByRole('button', { name: 'Edit Sales' }).click();
  await page.getByText('Read from Shop!B2:B13 by Shop!A2:A13').waitFor();
  await expect(violations(page)).resolves.toEqual([]);
  await page.evaluate(() => window.host.select({ sheet: 'Shop', range: 'C2:C13' }));
  await page.getByRole('button', { name: 'Link again…: Sales' }).click();
  await page.getByRole('heading', { name: 'Link Sales to its figures' }).waitFor();
  await page.getByText(/^The score does not change; /).waitFor();
  await page.getByLabel('If figures come more often than reviews').waitFor();
  await expect(overflows(page)).resolves.toBe(false);
  await page.getByRole('button', { name: 'Link it' }).click();
  await page.getByText('Sales is linked again: 12 months.').waitFor();
  const after = await now(page);
  expect(named(after, 'Sales')![rowsOf(after)[0]!.indexOf('Source')]).toBe('Shop!C2:C13 by Shop!A2:A13');
});

test('how the figures of a period become one is changed by linking, and shown in what is read', async () => {
  // Every second day of half a year, reviewed by month: 1, 2, 3 in turn.
  const lines = Array.from({ length: 90 }, (_, i): Cell[] => [45_658 + 2 * i, 1 + (i % 3)]);
  const book = workbook({ Shop: [['Day', 'Rating'], ...lines] }, 46063);
  const values = { sheet: 'Shop', range: 'B2:B91' };
  const page = await open(applyEdits(book, track(book, { kpi: 'Rating', values, combine: 'sum', cadence: 'month' })));
  await page.click('#tab-kpis');
  await page.getByRole('button', { name: 'Edit Rating' }).click();
  await page.evaluate(place => window.host.select(place), values);
  await page.getByRole('button', { name: 'Link again…: Rating' }).click();
  const combine = page.getByLabel('If figures come more often than reviews');
  await expect(combine.inputValue()).resolves.toBe('sum');
  await combine.selectOption('mean');
  // By hand: January has sixteen of the days, 5 × (1 + 2 + 3) + 1 = 31, and 31 / 16 is 1.9375.
  await page.getByText('1.9375').or(page.getByText('1.94')).first().waitFor();
  await page.getByRole('button', { name: 'Link it' }).click();
  await page.getByText(/^Rating is linked again: /).waitFor();
  const after = await now(page);
  expect(named(after, 'Rating')![rowsOf(after)[0]!.indexOf('Combine')]).toBe('mean');
  const data = after.sheets.find(({ name }) => name === 'Compass Data')!.values;
  expect(data[1]![data[0]!.indexOf('Rating')]).toBeCloseTo(1.9375, 9);
});

test('a KPI is renamed and given another target; what that does is shown before', async () => {
  const page = await open(falling());
  await edit(page);
  await page.getByLabel('Name').fill('Happy guests');
  await page.getByLabel('Target').fill('1');
  await page.getByText(/^The score (changes from|does not change)/).waitFor();
  await expect(overflows(page)).resolves.toBe(false);
  await expect(violations(page)).resolves.toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Happy guests was changed.').waitFor();
  const after = await now(page);
  expect(named(after, first)).toBeUndefined();
  expect(named(after, 'Happy guests')![rowsOf(after)[0]!.indexOf('Target')]).toBe(1);
  expect(await seen(page.locator('[data-kpi="Happy guests"]'))).toContain('at least 1');
});

test('a wrong figure and a name that is taken are said in place, and nothing can be saved', async () => {
  const page = await open(falling());
  await edit(page);
  await page.getByLabel('Target').fill('many');
  await page.getByText('“many” is neither a number nor cells like Budget!B4:M4.').waitFor();
  await expect(page.getByRole('button', { name: 'Save' }).isDisabled()).resolves.toBe(true);
  await page.getByLabel('Target').fill('5');
  await page.getByLabel('Name').fill(String(rowsOf(falling())[2]![0]));
  await page.getByText('exists already; choose another name.').waitFor();
  await page.getByLabel('Name').fill(first);
  await page.getByText('More', { exact: true }).click();
  await page.getByLabel('Worth of one unit').fill('a lot');
  await page.getByText('The worth “a lot” is not a number.').waitFor();
  await expect(page.getByRole('button', { name: 'Save' }).isDisabled()).resolves.toBe(true);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: `Edit ${first}` }).waitFor();
});

test('a KPI is paused and resumed, and stopped with its history kept', async () => {
  const page = await open(falling());
  await edit(page);
  await page.getByRole('button', { name: 'Pause…' }).click();
  // What it would do is said first: one of three falling KPIs is out.
  await page.getByText(/^The score .*; 1 alert fewer\.$/).waitFor();
  await expect(violations(page)).resolves.toEqual([]);
  await page.getByRole('button', { name: 'Pause it' }).click();
  await page.getByText(`${first} is paused: not in score or alerts.`).waitFor();
  await expect(page.locator(`[data-kpi="${first}"]`).count()).resolves.toBe(0);
  await page.getByRole('button', { name: `Resume ${first}` }).click();
  await page.getByText(`${first} is judged again.`).waitFor();
  await edit(page);
  await page.getByRole('button', { name: 'Stop tracking…' }).click();
  await page.getByText(/^The score .*; 1 alert fewer\.$/).waitFor();
  await page.getByText('Undo can’t take this back').waitFor();
  await page.getByRole('button', { name: 'Keep its history' }).click();
  await page.getByText(`${first} is no longer tracked; its history is kept.`).waitFor();
  const after = await now(page);
  expect(named(after, first)).toBeUndefined();
  expect(after.sheets.find(({ name }) => name === 'Compass Data')!.values[0]).toContain(first);
});

test('KPIs without a target get proposals from their own past, set in one press', async () => {
  const noise = history(6, 48);
  const lines = Array.from({ length: 48 }, (_, i): Cell[] => [
    month(i + 1, 2022),
    100 + ((i * 7) % 5),
    40 + ((i * 3) % 4),
    // Summer guests: 100 in the mean, 30 more or fewer with the season.
    Math.round(100 + 30 * Math.sin((2 * Math.PI * i) / 12)) + Math.round(10 * noise[i]!) / 10,
  ]);
  const shop = workbook({ Shop: [['Month', 'Sales', 'Visits', 'Guests'], ...lines] }, 46063);
  const all = ['B', 'C', 'D'].reduce(
    (book, column, i) =>
      applyEdits(
        book,
        track(book, {
          kpi: ['Sales', 'Visits', 'Guests'][i]!,
          values: { sheet: 'Shop', range: `${column}2:${column}49` },
        }),
      ),
    shop,
  );
  const page = await open(all);
  await page.click('#tab-kpis');
  await page.getByText('Targets from their own past').click();
  await page.getByLabel(/Visits: at least/).uncheck();
  await page.getByLabel(/Guests: at least [\d.]+ to [\d.]+, each month its own/).waitFor();
  await page.getByRole('button', { name: 'Set 2 targets' }).click();
  await page.getByText('2 targets set.').waitFor();
  const after = await now(page);
  const rows = rowsOf(after);
  const column = rows[0]!.indexOf('Target');
  // By hand: 100 to 104, nine or ten times each: the third quartile, between the 36th and the 37th of 48, is 103.
  expect(rows.slice(1, 3).map(row => row[column] ?? null)).toEqual([103, null]);
  expect(after.sheets.map(({ name }) => name)).toContain('Compass Targets');
  await expect(violations(page)).resolves.toEqual([]);
  await expect(overflows(page)).resolves.toBe(false);

  // *Target* of Guests is a formula over the targets of its months; all of it goes in one step.
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Undone: 2 targets set.').waitFor();
  const back = await now(page);
  const filled = (snapshot: Snapshot) =>
    snapshot.sheets.map(({ name, values }) => [
      name,
      values.flatMap(line => line.map(cell => cell ?? '')).filter(cell => cell !== ''),
    ]);
  expect(filled(back)).toEqual(filled(all));
});
