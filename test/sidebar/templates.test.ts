import type { Page } from 'playwright-core';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Snapshot } from '../../src/workbook/snapshot';
import { unfold, violations } from './axe';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';
import { bakery, emptyWorkbook } from './workbooks';

const open = browserTests();

/** A workbook with the four functions' sample in it, beside a sheet of the owner's that reads one of its cells. */
function installed(): Snapshot {
  const empty = emptyWorkbook();
  const template = templates.find(({ id }) => id === 'four-functions')!;
  const made = applyEdits(empty, installTemplate(template, empty, { mode: 'sample' }));
  const note = made.sheets.find(({ name }) => name === 'Sheet1')!;
  const own = { ...note, values: [[1]], formulas: [[`='${template.sheets[0]!.name}'!B8`]] };
  return { ...made, sheets: made.sheets.map(sheet => (sheet === note ? own : sheet)) };
}

const gallery = async (page: Page) => {
  await page.click('#tab-templates');
  return page.locator('[data-template=four-functions]');
};
const install = async (page: Page) => {
  await (await gallery(page)).getByRole('button', { name: 'Install Four functions…' }).click();
  await page.getByRole('heading', { name: 'Install Four functions' }).waitFor();
};
const look = (page: Page) => page.getByRole('button', { name: 'Preview' }).click();
const workbook = (page: Page) => page.evaluate(() => window.host.workbook());

describe('the gallery', () => {
  test('says of a template its KPIs, what is typed each month, where, and how long that takes', async () => {
    const page = await open(emptyWorkbook());
    const card = await gallery(page);
    await card.locator('summary').click();
    const text = await seen(card);
    expect(text).toContain('5 KPIs; about 10 minutes a month to type 6 figures');
    expect(text).toMatch(/Typed each month[\s\S]*Four functions[\s\S]*Where the choice comes from/);
  });

  test('shows those of a trade, and those that look at a function', async () => {
    const page = await open(emptyWorkbook());
    await gallery(page);
    const ids = () => page.locator('[data-template]').evaluateAll(cards => cards.map(card => card.dataset.template));
    expect(await ids()).toEqual(templates.map(({ id }) => id));
    await page.getByLabel('Trade').selectOption('food and drink');
    expect(await ids()).toEqual(
      templates.filter(({ trades }) => trades.includes('food and drink')).map(({ id }) => id),
    );
    expect(await ids()).toContain('bakery');
    await page.getByLabel('About').selectOption('people');
    const both = templates.filter(
      ({ trades, functions }) => trades.includes('food and drink') && functions.includes('people'),
    );
    expect(await ids()).toEqual(both.map(({ id }) => id));
  });
});

describe('an installation', () => {
  test('names every sheet, its cells and what the host leaves out, before it writes any', async () => {
    const page = await open(bakery());
    await install(page);
    await look(page);
    const preview = await seen(page.locator('.preview'));
    for (const name of ['Four functions', 'Compass Strategy', 'Compass KPIs', 'Compass Data'])
      expect(preview).toMatch(new RegExp(`${name}, a new sheet: A1:[A-Z]+\\d+, \\d+ cells`));
    expect(preview).toContain('The web workbook does not draw sparklines');
    await expect(page.evaluate(() => window.host.applied())).resolves.toEqual([]);
  });

  test('with sample data touches nothing that was there, and shows the review', async () => {
    const page = await open(bakery());
    const before = (await workbook(page)).sheets;
    await install(page);
    await look(page);
    await page.getByRole('button', { name: 'Install Four functions' }).click();
    await page.getByText('Four functions is installed.').waitFor();
    await expect(page.getByRole('tab', { name: 'Review' }).getAttribute('aria-selected')).resolves.toBe('true');
    await expect(page.locator('.bar-name').allInnerTexts()).resolves.toEqual([
      'Marketing',
      'Sales',
      'Operations',
      'Customer Service',
    ]);
    expect((await workbook(page)).sheets.slice(0, before.length)).toEqual(before);
  });

  test('empty has the review wait for figures', async () => {
    const page = await open(emptyWorkbook());
    await install(page);
    await page.getByLabel('empty, to type into').check();
    await look(page);
    await page.getByRole('button', { name: 'Install Four functions' }).click();
    await page.getByText('Nothing can be scored yet').waitFor();
  });

  test('keeps to what is chosen: cadence, number of periods, fiscal year and currency', async () => {
    const page = await open(emptyWorkbook());
    await install(page);
    await page.getByLabel('empty, to type into').check();
    await page.getByText('Cadence, fiscal year, currency, periods').click();
    await page.getByLabel('A row for').selectOption('quarter');
    await page.getByLabel('Periods').fill('many');
    await page.getByText('Write a whole number from 1 to 400.').waitFor();
    await expect(page.getByRole('button', { name: 'Preview' }).isDisabled()).resolves.toBe(true);
    await page.getByLabel('Periods').fill('6');
    await page.getByLabel('Fiscal year from').selectOption('April');
    await page.getByLabel('Currency').fill('CHF');
    await look(page);
    expect(await seen(page.locator('.preview'))).toContain('6 quarters');
    await page.getByRole('button', { name: 'Install Four functions' }).click();
    await page.getByText('Four functions is installed.').waitFor();
    const strategy = (await workbook(page)).sheets.find(({ name }) => name === 'Compass Strategy')!;
    expect(strategy.values.slice(2, 5).map(([label, value]) => [label, value])).toEqual([
      ['Currency', 'CHF'],
      ['Fiscal year starts', 4],
      ['Review every', 'quarter'],
    ]);
  });
});

describe('a mapping', () => {
  test('is proposed from headers, shows the first figures, and says what does not fit', async () => {
    const page = await open(bakery());
    await page.click('#tab-templates');
    await page.getByRole('button', { name: 'Install Bakery…' }).click();
    await page.getByLabel('with figures from this workbook').check();
    const tickets = page.locator('.mapped', { has: page.getByLabel('Tickets', { exact: true }) });
    await tickets
      .getByText('were found by their headers')
      .or(tickets.getByText(/months:/))
      .waitFor();
    await expect(page.getByLabel('Tickets', { exact: true }).inputValue()).resolves.toBe('Weekly!B4:B26');
    expect(await seen(tickets)).toMatch(/5 months: Nov 2016 [\d,]+/);
    await page.getByLabel('Takings', { exact: true }).fill('Nowhere!B2:B9');
    await page.getByLabel('Takings', { exact: true }).blur();
    await page.getByText("the workbook has no sheet 'Nowhere'").waitFor();
    await expect(page.getByRole('button', { name: 'Preview' }).isDisabled()).resolves.toBe(true);
    await page.getByLabel('Takings', { exact: true }).fill('B2:B9');
    await page.getByLabel('Takings', { exact: true }).blur();
    await page.getByText('Write it with its sheet, like Orders!B2:B25.').waitFor();
  });

  test('takes the selection, and the sheet that is made reads the owner’s cells', async () => {
    const page = await open(bakery(), { selection: { sheet: 'Weekly', range: 'B4:B26' } });
    await page.click('#tab-templates');
    await page.getByRole('button', { name: 'Install Bakery…' }).click();
    await page.getByLabel('with figures from this workbook').check();
    await page.getByRole('button', { name: 'Use the selection for Visitors' }).click();
    const visitors = page.locator('.mapped', { has: page.getByLabel('Visitors', { exact: true }) });
    await visitors.getByText(/5 months:/).waitFor();
    await look(page);
    await page.getByRole('button', { name: 'Install Bakery' }).click();
    await page.getByText('Bakery is installed.').waitFor();
    const shop = (await workbook(page)).sheets.find(({ name }) => name === 'Shop')!;
    expect(shop.formulas!.flat().some(text => text?.includes('Weekly!$B$4:$B$26'))).toBe(true);
  });
});

describe('a second installation', () => {
  test('asks about KPIs that are there already, one by one or all at once', async () => {
    const page = await open(installed());
    await install(page);
    await look(page);
    expect(await seen(page.locator('form'))).toContain('5 questions first');
    await page.getByRole('button', { name: /^For all: the same/ }).click();
    expect(await seen(page.locator('.preview'))).toMatch(/Already there\s+[\s\S]*CSAT/);
    await page
      .locator('fieldset', { hasText: "'CSAT'" })
      .getByLabel(/^different/)
      .check();
    expect(await seen(page.locator('.preview'))).toMatch(/New KPIs\s+CSAT \(2\)/);
  });
});

describe('an installed template', () => {
  const card = (page: Page) => page.locator('[data-installed=four-functions]');

  test('is taken out after what was changed since, and who reads it, was shown', async () => {
    const page = await open(installed());
    await page.evaluate(() => {
      const sheet = window.host.workbook().sheets.find(({ name }) => name === 'Four functions')!;
      const row = sheet.values.length - 1;
      window.host.type('Four functions', row, 1, 4711);
    });
    await page.click('#tab-templates');
    await page.getByRole('button', { name: 'Remove…: Four functions' }).click();
    await page.getByRole('button', { name: 'Remove Four functions' }).waitFor();
    const text = await seen(card(page));
    expect(text).toMatch(/Changed since it was installed; also removed[\s\S]*1 figure typed since/);
    expect(text).toMatch(/will show #REF![\s\S]*Sheet1 A1 reads it/);
    await card(page)
      .getByRole('button', { name: /^Show me: Sheet1 A1/ })
      .click();
    await expect(page.evaluate(() => window.host.shown())).resolves.toEqual([{ sheet: 'Sheet1', range: 'A1' }]);
    await page.getByRole('button', { name: 'Remove Four functions' }).click();
    await page.getByText('Four functions is removed.').waitFor();
    expect((await workbook(page)).sheets.map(({ name }) => name)).toEqual(['Sheet1']);
    await expect(page.locator('[data-installed]').count()).resolves.toBe(0);
  });

  test('stays as it is when the owner thinks again, and the keyboard is where it was', async () => {
    const page = await open(installed());
    await page.click('#tab-templates');
    await page.getByRole('button', { name: 'Remove…: Four functions' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.evaluate(() => window.host.applied())).resolves.toEqual([]);
    await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe('Four functions');
  });

  test('is extended by a year', async () => {
    const page = await open(installed());
    await page.click('#tab-templates');
    await page.getByRole('button', { name: 'Extend by a year: Four functions' }).click();
    await page.getByText('12 months added').waitFor();
    await page.getByRole('button', { name: 'Extend Four functions' }).click();
    await page.getByText('Four functions is extended.').waitFor();
  });

  test('of an older version can be brought to the newest, the differences shown first', async () => {
    const older = installed();
    const sheets = older.sheets.map(sheet =>
      sheet.name !== 'Compass Templates'
        ? sheet
        : {
            ...sheet,
            values: sheet.values.map(line =>
              line.map((cell, at) => (line[0] === 'four-functions' && at === 1 ? 1 : cell)),
            ),
          },
    );
    const page = await open({ ...older, sheets });
    await page.click('#tab-templates');
    await page.getByRole('button', { name: 'Upgrade…: Four functions' }).click();
    await page.getByText(/Version 1 becomes version \d/).waitFor();
    await page.getByRole('button', { name: 'Upgrade Four functions' }).click();
    await page.getByText('Four functions is upgraded.').waitFor();
    await expect(page.getByRole('button', { name: 'Upgrade…: Four functions' }).count()).resolves.toBe(0);
  });
});

test('no state of it keeps anybody out, or is wider than the sidebar', async () => {
  const page = await open(installed());
  const check = async () => {
    await unfold(page);
    await expect(violations(page)).resolves.toEqual([]);
    await expect(overflows(page)).resolves.toBe(false);
  };
  await page.click('#tab-templates');
  await page.getByRole('button', { name: 'Remove…: Four functions' }).click();
  await page.getByRole('button', { name: 'Remove Four functions' }).waitFor();
  await check();
  await install(page);
  await look(page);
  await check();
  await page.getByLabel('with figures from this workbook').check();
  await page.getByText('No matching headers were found').waitFor();
  await check();
});

describe('by keyboard alone', () => {
  test('an owner finds a template, looks at what it would make, and goes back to its card', async () => {
    const page = await open(emptyWorkbook());
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const reach = async (name: string) => {
      for (let step = 0; step < 60 && (await focused()) !== name; step++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    };
    // The focus follows what is drawn anew a frame later.
    const focusGoesTo = (name: string) =>
      page.waitForFunction(said => document.activeElement?.textContent === said, name);
    await page.keyboard.press('Tab');
    for (const _ of ['KPIs', 'Templates']) await page.keyboard.press('ArrowRight');
    await reach('Install…');
    await page.keyboard.press('Enter');
    await focusGoesTo('Install Four functions');
    await reach('Preview');
    await page.keyboard.press('Enter');
    await page.locator('.preview').waitFor();
    await reach('Back');
    await page.keyboard.press('Enter');
    await focusGoesTo('Install…');
  });
});
