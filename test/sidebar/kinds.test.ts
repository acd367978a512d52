import { violations } from './axe';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';
import { gardenCentre } from './workbooks';

const open = browserTests();

test('each kind of change says in its card what it is, and how its season was treated', async () => {
  const page = await open(gardenCentre());
  const card = (kpi: string) => page.locator(`[data-alert^="${kpi}"]`).first();
  expect(await seen(card('Customers').locator('.meta').first())).toMatch(/^Outlier · /);
  expect(await seen(card('Customers').locator('h3'))).toMatch(/one month far below, Dec 2025/);
  expect(await seen(card('Sales').locator('.meta').first())).toMatch(/^Change of level · /);
  await card('Sales').locator('summary').first().click();
  expect(await seen(card('Sales'))).toContain('The figures have a season of 12 months');
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
});

test('figures in another unit stand among what is to be put right, with the way to their cell', async () => {
  const page = await open(gardenCentre());
  const problem = page.locator('li.error', { hasText: 'look a hundred times larger' });
  expect(await seen(problem)).toContain('Figures E42: from May 2025 on, the figures of Returns');
  await problem.getByRole('button').click();
  expect(await page.evaluate(() => window.host.shown())).toEqual([{ sheet: 'Figures', range: 'E42' }]);
});

test('the running month is left out until it is asked for, by keyboard', async () => {
  const page = await open(gardenCentre());
  const include = page.getByLabel('Include Jan 2026, which is not over yet');
  expect(await include.isChecked()).toBe(false);
  await include.focus();
  await page.keyboard.press('Space');
  const note = page.locator('li.note', { hasText: 'Jan 2026 is not over yet; it is included as you asked' });
  await note.waitFor({ state: 'attached' });
  expect(await include.isChecked()).toBe(true);
});
