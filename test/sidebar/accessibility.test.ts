import { unfold, violations } from './axe';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';
import { bakery, emptyWorkbook, fallingKpis, selfDefeatingSales, trackedBakery } from './workbooks';

const open = browserTests();
const tickets = { sheet: 'Weekly', range: 'B4:B26' };

/** Names as a thorough owner gives them, and as a German one does. */
const longNames = [
  'Share of celebration cakes that were delivered on the promised day in the promised hour and without a scratch',
  'Kundenzufriedenheitsumfrageteilnahmequotenveränderungsbeobachtung',
];

describe.each(['light', 'dark'] as const)('in %s colours', colorScheme => {
  test('no page keeps anybody out', async () => {
    const page = await open(trackedBakery(), { colorScheme });
    for (const tab of ['review', 'kpis', 'templates', 'functions']) {
      await page.click(`#tab-${tab}`);
      await unfold(page);
      await expect(violations(page)).resolves.toEqual([]);
    }
  });

  test('neither do the form, its mistakes, a decision and a message', async () => {
    const page = await open(bakery(), { colorScheme, start: 'track', selection: tickets });
    await page.getByText('23 weeks with a figure').waitFor();
    await page.getByLabel('Target').fill('a lot');
    await page.getByRole('button', { name: 'Track it' }).click();
    await unfold(page);
    await expect(violations(page)).resolves.toEqual([]);
    await page.getByLabel('Target').fill('420');
    await page.evaluate(() =>
      window.host.fallShort({ written: 'none', what: '', why: 'The workbook is protected.', where: [] }),
    );
    await page.getByRole('button', { name: 'Track it' }).click();
    await page.getByText('The workbook is protected.').waitFor();
    await expect(violations(page)).resolves.toEqual([]);
  });

  test('nor a pattern, the plan and the five effects', async () => {
    const page = await open(selfDefeatingSales(), { colorScheme });
    await unfold(page);
    await expect(violations(page)).resolves.toEqual([]);
    await expect(overflows(page)).resolves.toBe(false);
  });

  test('nor the first step', async () => {
    const page = await open(emptyWorkbook(), { colorScheme });
    await expect(violations(page)).resolves.toEqual([]);
  });
});

describe.each([283, 320, 450])('at %p pixels', width => {
  test('nothing is wider than the sidebar, however long its name', async () => {
    const page = await open(fallingKpis(longNames), { width });
    for (const tab of ['review', 'kpis', 'templates', 'functions']) {
      await page.click(`#tab-${tab}`);
      await unfold(page);
      await expect(overflows(page)).resolves.toBe(false);
    }
    await page.click('#tab-kpis');
    expect(await seen(page.locator('#panel'))).toContain(longNames[1]);
    await page.getByRole('button', { name: 'Track as KPI' }).click();
    await unfold(page);
    await expect(overflows(page)).resolves.toBe(false);
  });
});

describe('by keyboard alone', () => {
  test('an owner tracks a KPI, opens its alert and decides', async () => {
    const page = await open(bakery(), { selection: tickets });
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    /** Tabs on until something of that name has the focus. */
    const reach = async (name: string) => {
      for (let step = 0; step < 60 && !(await focused()).startsWith(name); step++) await press('Tab');
      expect(await focused()).toMatch(new RegExp(`^${name}`));
    };
    await press('Tab');
    expect(await focused()).toBe('Review');
    await press('ArrowRight');
    expect(await focused()).toBe('KPIs');
    await reach('Track as KPI');
    await press('Enter');
    await page.getByText('23 weeks with a figure').waitFor();
    await reach('Track it');
    await press('Enter');
    await page.getByText('Tickets is tracked').waitFor();
    expect(await focused()).toBe('Track as KPI');
    await press('Shift+Tab', 'ArrowLeft');
    await reach('Watch');
    await press('Space');
    await reach('Write “Watch” to the log');
    await press('Enter');
    await page.getByText('Written to the Compass Log: watch, Tickets.').waitFor();
    expect(await focused()).toBe('No alerts');
  });

  test('what has the focus shows it', async () => {
    const page = await open(trackedBakery());
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).toBe('solid');
  });
});
