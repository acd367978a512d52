import type { Page } from 'playwright-core';
import type { Snapshot } from '../../src/workbook/snapshot';
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

test('a KPI is renamed and given another target; what that does is shown before', async () => {
  const page = await open(falling());
  await edit(page);
  await page.getByLabel('Name').fill('Happy guests');
  await page.getByLabel('Target').fill('1');
  await page.getByText(/^The score (goes from|stays)/).waitFor();
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
  await page.getByText('“many” is not a number.').waitFor();
  await expect(page.getByRole('button', { name: 'Save' }).isDisabled()).resolves.toBe(true);
  await page.getByLabel('Target').fill('5');
  await page.getByLabel('Name').fill(String(rowsOf(falling())[2]![0]));
  await page.getByText('exists already; choose another name.').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: `Edit ${first}` }).waitFor();
});

test('a KPI is paused and resumed, and stopped with its history kept', async () => {
  const page = await open(falling());
  await edit(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText(`${first} is paused: not in score or alerts.`).waitFor();
  await expect(page.locator(`[data-kpi="${first}"]`).count()).resolves.toBe(0);
  await page.getByRole('button', { name: `Resume ${first}` }).click();
  await page.getByText(`${first} is judged again.`).waitFor();
  await edit(page);
  await page.getByRole('button', { name: 'Stop tracking…' }).click();
  await page.getByRole('button', { name: 'Keep its history' }).click();
  await page.getByText(`${first} is no longer tracked; its history is kept.`).waitFor();
  const after = await now(page);
  expect(named(after, first)).toBeUndefined();
  expect(after.sheets.find(({ name }) => name === 'Compass Data')!.values[0]).toContain(first);
});
