import { unfold, violations } from './axe';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';
import { fallingKpis, gardenCentre } from './workbooks';

const open = browserTests();
jest.setTimeout(120_000);

describe('the page of a KPI', () => {
  test('shows its chart, what it says in words, the years against each other, and every field to edit', async () => {
    const page = await open(gardenCentre(), { width: 283 });
    await page.click('#tab-kpis');
    await page.getByRole('button', { name: 'Open Sales' }).press('Enter');
    const own = page.locator('[data-kpi-page=Sales]');
    await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe('Sales');
    const text = await seen(own);
    expect(text).toMatch(/Change\s+changed for the worse, since \w+ 2025/);
    expect(text).toMatch(/A year before: [\d,]+/);
    // The figures of the workbook itself: 2025 against 2024, the running month left out.
    const sales = gardenCentre()
      .sheets[0]!.values.slice(1, 49)
      .map(row => row[3] as number);
    const sum = (from: number) => sales.slice(from, from + 12).reduce((all, value) => all + value, 0);
    const year = (value: number) => value.toLocaleString('en-GB');
    expect(text.replace(/\s+/g, ' ')).toContain(`This year so far ${year(sum(36))} ${year(sum(24))}`);
    await expect(own.locator('.chart-before').count()).resolves.toBeGreaterThan(0);

    const reader = page.getByRole('slider', { name: 'Read the figures of Sales' });
    await reader.press('Home');
    expect(await reader.getAttribute('aria-valuetext')).toMatch(/^Jan 2024: /);
    const reads = () => reader.getAttribute('aria-valuetext');
    // The arrows go on past the edge; Page Up shows the 24 months before, which are 2022 and 2023.
    await reader.press('ArrowLeft');
    expect(await reads()).toMatch(/^Dec 2023: /);
    await reader.press('End');
    await reader.press('PageUp');
    await page.getByText('Jan 2022 to Dec 2023', { exact: true }).waitFor();
    expect(await reads()).toMatch(/^Dec 2023: /);
    await reader.press('+');
    await page.getByText('Jan 2023 to Dec 2023', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Later →' }).press('Enter');
    await page.getByText('Jul 2023 to Jun 2024', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'All 48' }).press('Enter');
    await page.getByText('Jan 2022 to Dec 2025', { exact: true }).waitFor();
    await expect(page.getByRole('button', { name: 'Later →' }).getAttribute('aria-disabled')).resolves.toBe('true');
    await reader.press('Home');
    expect(await reads()).toMatch(/^Jan 2022: /);
    await reader.press('-');
    await reader.press('+');
    await page.getByText('Jan 2023 to Dec 2025', { exact: true }).waitFor();

    await unfold(page);
    await expect(overflows(page)).resolves.toBe(false);
    await expect(violations(page)).resolves.toEqual([]);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('heading', { name: 'Edit Sales' }).waitFor();
    await page.getByRole('button', { name: '← All KPIs' }).click();
    await page.getByRole('button', { name: 'Open Sales' }).waitFor();
  });

  test('of many KPIs those are found whose name, function, goal or owner is typed', async () => {
    const page = await open(fallingKpis(Array.from({ length: 40 }, (_, index) => `KPI number ${index + 1}`)));
    await page.click('#tab-kpis');
    await page.getByLabel('In order of').selectOption('Name');
    await page.getByLabel('Find a KPI').fill('number 3 marketing');
    // By hand: of those with a 3 in their number the ones that are 1 more than a multiple of four, which Marketing has.
    await expect(page.locator('.kpi-table tbody button').allInnerTexts()).resolves.toEqual([
      'KPI number 13',
      'KPI number 33',
      'KPI number 37',
    ]);
    await page.getByText('3 of 40: by name').waitFor();
  });
});
