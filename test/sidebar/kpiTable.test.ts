import { unfold, violations } from './axe';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';
import { manyKpis } from './workbooks';

const open = browserTests();
jest.setTimeout(120_000);

/** How many KPIs: a page of the table and a few. */
const COUNT = 48;

test('many KPIs are a table: what needs attention first, searched, sorted, opened and left by keyboard', async () => {
  const page = await open(manyKpis(COUNT), { width: 283 });
  await page.click('#tab-kpis');
  const rows = () =>
    page.locator('.kpi-table tbody tr').evaluateAll(all => all.map(row => row.getAttribute('data-kpi')));
  const numbered = (numbers: number[]) => numbers.map(number => `KPI ${number}`);
  // By the fixture: every third has fallen, so 16 of 48 need attention; the dearest of them is the most urgent.
  await page.getByRole('button', { name: 'Need attention 16', pressed: true }).waitFor();
  const urgent = await rows();
  expect(urgent).toHaveLength(16);
  expect(urgent[0]).toBe('KPI 48');
  const row = page.locator('[data-kpi="KPI 48"]');
  // Nobody owns the last; Marketing has those whose number is a multiple of four.
  expect((await seen(row)).replace(/\s+/g, ' ')).toMatch(
    /^KPI 48 Marketing \d+\.\d worse since \w+ 2025 open alert [\d,]+ a year$/,
  );
  await expect(overflows(page)).resolves.toBe(false);
  // The name of each tab is whole, on one line.
  const heights = await page.locator('[role=tab]').evaluateAll(tabs =>
    tabs.map(tab => {
      const name = document.createRange();
      name.selectNodeContents(tab);
      return name.getClientRects().length;
    }),
  );
  expect(heights).toEqual([1, 1, 1, 1]);
  await unfold(page);
  await expect(violations(page)).resolves.toEqual([]);

  await page.getByRole('button', { name: `All ${COUNT}` }).press('Enter');
  await page.getByLabel('In order of').selectOption('Name');
  expect(await rows()).toEqual(numbered(Array.from({ length: 40 }, (_, index) => index + 1)));
  await page.getByRole('button', { name: 'Show 8 more of 8' }).press('Enter');
  expect(await rows()).toHaveLength(COUNT);

  // A heading puts them in its order; those that cost most come first, what costs nothing last, by name.
  await page.setViewportSize({ width: 760, height: 700 });
  await page.getByRole('button', { name: 'Cost', exact: true }).press('Enter');
  await page.locator('th[aria-sort=descending]').getByText('Cost').waitFor();
  const dear = [48, 42, 36, 30, 24, 18, 12, 6];
  // Each costs 10 more a unit than the one before, by the fixture; the fall of each is about 15, give or take its noise.
  const byCost = await rows();
  expect([...byCost.slice(0, dear.length)].sort()).toEqual(numbered(dear).sort());
  expect(byCost[0]).toBe('KPI 48');
  expect(byCost.slice(dear.length, dear.length + 3)).toEqual(['KPI 1', 'KPI 2', 'KPI 3']);
  await page.getByRole('button', { name: 'Owner', exact: true }).press('Enter');
  await page.locator('th[aria-sort=ascending]').getByText('Owner').waitFor();
  expect((await rows()).slice(0, 3)).toEqual(numbered([1, 3, 5]));

  // What was chosen is there again after a KPI was looked at, and so is the focus.
  await page.getByRole('button', { name: 'KPI 3', exact: true }).press('Enter');
  await page.locator('[data-kpi-page="KPI 3"]').waitFor();
  await page.getByRole('button', { name: '← All KPIs' }).press('Enter');
  // The focus follows once the table is drawn.
  await page.waitForFunction(() => document.activeElement?.textContent === 'KPI 3');
  expect((await rows()).slice(0, 3)).toEqual(numbered([1, 3, 5]));

  // A search looks among all, whatever needs attention.
  await page.getByLabel('Find a KPI').fill('sales ada');
  expect(await rows()).toEqual(numbered(Array.from({ length: 12 }, (_, index) => 4 * index + 1)));
  await page.getByRole('status').getByText('12 KPIs, in order of owner').waitFor();
  await page.getByLabel('Find a KPI').fill('nothing of the kind');
  await page.getByText('No KPI is called so or belongs there.').waitFor();
});
