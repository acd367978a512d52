import type { Page } from 'playwright-core';
import type { Content } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Snapshot } from '../../src/workbook/snapshot';
import { browserTests } from './browserTests';
import { seen } from './openSidebar';
import { bakery, fallingKpis, trackedBakery } from './workbooks';

const open = browserTests();
const tickets = { sheet: 'Weekly', range: 'B4:B26' };
const applied = (page: Page) => page.evaluate(() => window.host.applied());
const sheet = (workbook: Snapshot, name: string) => workbook.sheets.find(block => block.name === name)!;

describe('the selection', () => {
  test('is read at once: its header proposes the name, its dates the periods, its first figures can be checked', async () => {
    const page = await open(bakery(), { start: 'track', selection: tickets });
    await page.getByText('23 weeks with a figure').waitFor();
    await expect(page.getByLabel('Name').inputValue()).resolves.toBe('Tickets');
    await expect(page.getByLabel('Periods').inputValue()).resolves.toBe('Weekly!A4:A26');
    const preview = await seen(page.locator('.preview'));
    const weekly = sheet(bakery(), 'Weekly').values;
    expect(preview).toContain(`week of 31 Oct 2016\t${weekly[3]![1]}`);
    expect(preview).toContain(`newest: week of 3 Apr 2017\t${weekly[25]![1]}`);
    await expect(applied(page)).resolves.toEqual([]);
  });

  test('can be changed while the form is open', async () => {
    const page = await open(bakery(), { start: 'track', selection: tickets });
    await page.getByText('23 weeks with a figure').waitFor();
    await page.evaluate(() => window.host.select({ sheet: 'Weekly', range: 'G4:G20' }));
    await page.getByRole('button', { name: 'Use the current selection' }).click();
    await page.getByText('17 weeks with a figure').waitFor();
    await expect(page.getByLabel('Name').inputValue()).resolves.toBe('Bread');
  });

  test('that holds text is refused with the cell and what stands there', async () => {
    const edit = { kind: 'write' as const, sheet: 'Weekly', row: 9, column: 1 };
    const before = sheet(bakery(), 'Weekly').values[9]![1] as number;
    const spoilt = applyEdits(bakery(), [{ ...edit, cells: [['closed']] as Content[][], expected: [[before]] }]);
    const page = await open(spoilt, { start: 'track', selection: tickets });
    await page.getByRole('alert').waitFor();
    expect(await seen(page.getByRole('alert'))).toMatch(/Weekly!B10.*closed/);
    await expect(page.getByRole('button', { name: 'Track it' }).isDisabled()).resolves.toBe(true);
  });

  test('of periods that are none is refused with what to write', async () => {
    const page = await open(bakery(), { start: 'track', selection: tickets });
    await page.getByText('23 weeks with a figure').waitFor();
    await page.getByLabel('Periods').fill('the dates');
    expect(await seen(page.locator('.wrong'))).toContain("'the dates' is not a range of cells");
    await page.getByLabel('Periods').fill('A4:A20');
    await page.getByLabel('Periods').press('Tab');
    await page.getByText('Weekly!B4:B26 has 23 cells, but Weekly!A4:A20 has 17').waitFor();
  });
});

describe('a KPI', () => {
  test('is written into the Compass sheets and reviewed', async () => {
    const page = await open(bakery(), { start: 'track', selection: tickets });
    await page.getByText('23 weeks with a figure').waitFor();
    await page.getByLabel('Business function').fill('Sales');
    await page.getByLabel('Goal it serves').fill('The favourite bakery');
    await page.getByLabel('Target').fill('420');
    await page.getByRole('button', { name: 'Track it' }).click();
    await page.getByText('Tickets is tracked: 23 weeks.').waitFor();
    const workbook = await page.evaluate(() => window.host.workbook());
    expect(sheet(workbook, 'Compass KPIs').values.flat()).toEqual(
      expect.arrayContaining(['Tickets', 'Sales', 'The favourite bakery', 'higher', 420]),
    );
    // Row 2 is the first week; the bakery's figures are in Weekly!B4 and below.
    expect(sheet(workbook, 'Compass Data').formulas![1]).toContain('=IF(Weekly!$B$4="","",Weekly!$B$4)');
    expect(sheet(workbook, 'Weekly')).toEqual(sheet(bakery(), 'Weekly'));
    await page.click('#tab-review');
    await expect(page.locator('[data-alert][data-state=open]').count()).resolves.toBe(1);
  });

  test('without a name or with a target that is no number is not written, and the fields say why', async () => {
    const page = await open(bakery(), { start: 'track', selection: tickets });
    await page.getByText('23 weeks with a figure').waitFor();
    await page.getByLabel('Name').fill(' ');
    await page.getByLabel('Target').fill('a lot');
    await page.getByRole('button', { name: 'Track it' }).click();
    expect(await seen(page.locator('.wrong'))).toBe(
      'Give the KPI a name.\n“a lot” is neither a number nor cells like Budget!B4:M4.',
    );
    await expect(page.getByLabel('Target').getAttribute('aria-invalid')).resolves.toBe('true');
    await expect(applied(page)).resolves.toEqual([]);
  });

  test('in a range asks for both ends instead of a target, in the right order', async () => {
    const page = await open(bakery(), { start: 'track', selection: tickets });
    await page.getByText('23 weeks with a figure').waitFor();
    await page.getByLabel('in range').check();
    await expect(page.getByLabel('Target').count()).resolves.toBe(0);
    await page.getByLabel('Low', { exact: true }).fill('450');
    await page.getByLabel('High', { exact: true }).fill('400');
    await page.getByRole('button', { name: 'Track it' }).click();
    expect(await seen(page.locator('.wrong'))).toBe('High must be above low.');
    await page.getByLabel('High', { exact: true }).fill('500');
    await page.getByRole('button', { name: 'Track it' }).click();
    await page.getByText('Tickets is tracked').waitFor();
    expect(await seen(page.locator('[data-kpi=Tickets]'))).toContain('450 to 500');
  });

  test('of percentages shows how a typed target is read', async () => {
    const page = await open(bakery(), { start: 'track', selection: { sheet: 'Weekly', range: 'F4:F26' } });
    await page.getByText('23 weeks with a figure').waitFor();
    await page.getByLabel('Target').fill('3');
    await page.getByText('Read as 300.0%').waitFor();
    await page.getByLabel('Target').fill('3%');
    await page.getByText('Read as 3.0%').waitFor();
  });

  test('whose name another has is refused before anything is written', async () => {
    const page = await open(trackedBakery(), { start: 'track', selection: tickets });
    await page.getByText('23 weeks with a figure').waitFor();
    await page.getByRole('button', { name: 'Track it' }).click();
    await page.getByRole('alert').waitFor();
    expect(await seen(page.getByRole('alert'))).toContain("A KPI 'Tickets' exists already");
    await expect(applied(page)).resolves.toEqual([]);
  });
});

describe('figures that were typed since', () => {
  test('are offered, shown in the grid, and added', async () => {
    const workbook = fallingKpis(['Leads']);
    // January to March 2026, below the two years that are tracked; 2026-01-01 is serial 46023.
    const months = [46023, 46054, 46082].map(month => [month, 86]);
    const later = applyEdits({ ...workbook, today: 46120 }, [
      { kind: 'write', sheet: 'Figures', row: 25, column: 0, cells: months },
    ]);
    const page = await open(later);
    expect(await seen(page.locator('.notice'))).toMatch(/Leads: 3 months not read yet/);
    await page.getByRole('button', { name: 'Show me: new figures of Leads' }).click();
    await expect(page.evaluate(() => window.host.shown())).resolves.toEqual([{ sheet: 'Figures', range: 'B26:B28' }]);
    await page.getByRole('button', { name: 'Add them' }).click();
    await page.getByText('The new figures are in the review.').waitFor();
    await expect(page.locator('.notice').count()).resolves.toBe(0);
    expect(await seen(page.locator('.score-line'))).toContain('Mar 2026');
  });
});
