import type { Page } from 'playwright-core';
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

/** Controls that a screen reader would name alike, in one card and one group. */
const namedAlike = (page: Page) =>
  page.evaluate(() => {
    const nameOf = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent ?? '';
    const names = [...document.querySelectorAll<HTMLElement>('button, summary, a[href]')]
      .filter(control => control.offsetParent !== null)
      .map(control => {
        const group = control.closest<HTMLElement>('fieldset, [role=group]');
        const label = document.getElementById(group?.getAttribute('aria-labelledby') ?? '') ?? group;
        const card = control.closest('li')?.querySelector('h3');
        return [card, label, control].map(part => (part ? nameOf(part as HTMLElement) : '')).join(' / ');
      });
    return names.filter((name, index) => names.indexOf(name) !== index);
  });

/** Collects what a screen reader would speak of its own accord: text that comes into a region which was there before it. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const spoken: string[] = [];
    const regions = () => new Set<Node>(document.querySelectorAll('[role=status], [role=alert]'));
    let known = regions();
    new MutationObserver(mutations => {
      for (const { target } of mutations) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(
          '[role=status], [role=alert]',
        );
        if (region && known.has(region) && region.textContent) spoken.push(region.textContent);
      }
      known = regions();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { spoken });
  });
const spoken = (page: Page) => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.join('\n'));

describe('in light, dark and high contrast', () => {
  test('no page keeps anybody out', async () => {
    const page = await open(trackedBakery());
    for (const tab of ['review', 'kpis', 'templates', 'functions']) {
      await page.click(`#tab-${tab}`);
      await unfold(page);
      await expect(violations(page)).resolves.toEqual([]);
      await expect(namedAlike(page)).resolves.toEqual([]);
    }
  });

  test('neither do the form, its mistakes, a decision and a message', async () => {
    const page = await open(bakery(), { start: 'track', selection: tickets });
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
    const page = await open(selfDefeatingSales());
    await unfold(page);
    await expect(violations(page)).resolves.toEqual([]);
    await expect(namedAlike(page)).resolves.toEqual([]);
    await expect(overflows(page)).resolves.toBe(false);
  });

  test('nor the first step', async () => {
    const page = await open(emptyWorkbook());
    await expect(violations(page)).resolves.toEqual([]);
  });
});

test('nothing is wider than the sidebar, however narrow it is and however long a name', async () => {
  const page = await open(fallingKpis(longNames));
  const fits = async () => {
    await unfold(page);
    for (const width of [283, 320, 450]) {
      await page.setViewportSize({ width, height: 700 });
      await expect(overflows(page)).resolves.toBe(false);
    }
  };
  for (const tab of ['review', 'kpis', 'templates', 'functions']) {
    await page.click(`#tab-${tab}`);
    await fits();
  }
  await page.click('#tab-kpis');
  expect(await seen(page.locator('#panel'))).toContain(longNames[1]);
  await page.getByRole('button', { name: 'Track as KPI' }).click();
  await fits();
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
    await listen(page);
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
    expect(await spoken(page)).toMatch(
      /23 weeks with a figure[\s\S]*Tickets is tracked: 23 weeks\.[\s\S]*Written to the Compass Log: watch, Tickets\./,
    );
  });

  test('what has the focus shows it', async () => {
    const page = await open(trackedBakery());
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).toBe('solid');
  });
});
