import type { Page } from 'playwright-core';
import type { Cell } from '../../src/cells/value';
import type { Snapshot } from '../../src/workbook/snapshot';
import { history } from '../drift/series';
import { month, workbook } from '../workbook/workbooks';
import { violations } from './axe';
import { browserTests } from './browserTests';
import { overflows, seen } from './openSidebar';

const open = browserTests();
const TODAY = 46063;
const applied = (page: Page) => page.evaluate(() => window.host.applied());
const now = (page: Page): Promise<Snapshot> => page.evaluate(() => window.host.workbook());
const kpisIn = ({ sheets }: Snapshot): Cell[] =>
  sheets
    .find(({ name }) => name === 'Compass KPIs')!
    .values.slice(1)
    .flatMap(row => row[0] ?? []);

/** A shop's book: figures of two years in columns, a plan in a row of its own, and a note. */
function shop(): Snapshot {
  const level = (of: number, seed: number, fall = 0) =>
    history(seed, 24).map((noise, i) => Math.round(of + (of / 20) * noise - (i >= 17 ? fall : 0)));
  const [sales, orders, returns] = [level(9000, 1, 3000), level(300, 2), level(20, 3)];
  return workbook(
    {
      Shop: [
        ['Our shop, in €'],
        [],
        ['Month', 'Sales', 'Orders', 'Returns'],
        ...sales.map((amount, i): Cell[] => [month(i + 1, 2024), amount, orders[i]!, returns[i]!]),
        ['Total', 1, 2, 3],
      ],
      Leads: [
        ['', ...sales.map((_, i) => month(i + 1, 2024))],
        ['New leads', ...level(80, 4)],
        ['Cost per lead', ...level(12, 5)],
      ],
      Notes: [['Call the bank']],
    },
    TODAY,
  );
}

/** Forty series on one sheet. */
function forty(): Snapshot {
  const rows = Array.from({ length: 24 }, (_, i): Cell[] => [
    month(i + 1, 2024),
    ...Array.from({ length: 40 }, (_, k) => 100 + k + Math.round(5 * history(k, 24)[i]!)),
  ]);
  return workbook({ Figures: [['Month', ...Array.from({ length: 40 }, (_, k) => `Figure ${k + 1}`)], ...rows] }, TODAY);
}

describe('a workbook without a KPI', () => {
  test('stays with what could not be tracked and says why, beside what was', async () => {
    const book = shop();
    const lines = book.sheets.find(({ name }) => name === 'Shop')!.values;
    // Sales fall from the eighteenth month on: a review that left them out would say that all is well.
    lines[10]![1] = 'ask Anna';
    const page = await open(book);
    await page.getByRole('button', { name: 'Set up from this workbook' }).click();
    await page.getByText('5 series found.').waitFor();
    // Said before anything is pressed.
    const row = await seen(page.locator('[data-found=Sales]'));
    expect(row).toMatch(
      /23 of 24 months to Dec 2025[\s\S]*B11 can’t be read: “ask Anna”\. Correct or empty it first\./,
    );
    await expect(overflows(page)).resolves.toBe(false);
    await page.getByRole('button', { name: 'Track 5 KPIs' }).click();
    await page
      .getByRole('alert')
      .getByText("Sales is not tracked. Shop!B11: 'ask Anna' is not a number. Correct it, or choose cells without it.")
      .waitFor();
    await page.getByRole('heading', { name: 'Set up from this workbook' }).waitFor();
    expect(kpisIn(await now(page))).toEqual(['Orders', 'Returns', 'New leads', 'Cost per lead']);
    await expect(violations(page)).resolves.toEqual([]);
  });

  test('is set up in two presses: what it has is found, and what is ticked is tracked and reviewed', async () => {
    const page = await open(shop());
    await page.getByRole('button', { name: 'Set up from this workbook' }).click();
    await page.getByText('5 series found.').waitFor();
    const list = await seen(page.locator('.set-up'));
    expect(list).toMatch(/Sales[\s\S]*24 months to Dec 2025, worse since (May|Jun|Jul) 2025/);
    expect(list).toContain('Cost per lead');
    await expect(overflows(page)).resolves.toBe(false);
    await expect(applied(page)).resolves.toEqual([]);
    await page.getByRole('button', { name: 'Track 5 KPIs' }).click();
    await page.getByText('5 KPIs tracked.').waitFor();
    await page.locator('#tab-review[aria-selected=true]').waitFor();
    expect(kpisIn(await now(page))).toEqual(['Sales', 'Orders', 'Returns', 'New leads', 'Cost per lead']);
    // One list of edits: one step to undo.
    await expect(applied(page)).resolves.toHaveLength(1);
    expect(await seen(page.locator('.page'))).toContain('Sales');
    // As the words say that follow the press.
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Undone: 5 KPIs tracked.').waitFor();
    expect((await now(page)).sheets.map(({ name }) => name)).toEqual(['Shop', 'Leads', 'Notes']);
    await page.getByRole('button', { name: 'Set up from this workbook' }).waitFor();
  });

  test('keeps what was unticked out, and takes what was changed in place', async () => {
    const page = await open(shop(), { start: 'setup' });
    await page.getByText('5 series found.').waitFor();
    await page.getByLabel('Leads', { exact: true }).uncheck();
    await page.getByLabel('Change Returns').click();
    const row = page.locator('[data-found=Returns]');
    await row.getByLabel('Name').fill('Goods returned');
    await row.getByLabel('lower').check();
    await row.getByLabel('Target').fill('15');
    await row.getByLabel('Owner').fill('Ana');
    // The same form as anywhere: a band may be chosen here as well, and is checked here as well.
    await page.getByLabel('Change Orders').click();
    const orders = page.locator('[data-found=Orders]');
    await orders.getByLabel('in range').check();
    await orders.getByLabel('Low', { exact: true }).fill('50');
    await orders.getByText('Type the highest acceptable figure.').waitFor();
    await page.getByRole('button', { name: 'Track 3 KPIs' }).click();
    await page.getByText('Orders: Type the highest acceptable figure.').waitFor();
    await orders.getByLabel('High', { exact: true }).fill('90');
    await orders.getByText('More', { exact: true }).click();
    await orders.getByLabel('Worth of one unit').fill('12.50');
    await page.getByRole('button', { name: 'Track 3 KPIs' }).click();
    await page.getByText('3 KPIs tracked.').waitFor();
    const { sheets } = await now(page);
    const { values } = sheets.find(({ name }) => name === 'Compass KPIs')!;
    const [headers, ...rows] = values;
    const returned = rows.find(([name]) => name === 'Goods returned')!;
    expect(returned[headers!.indexOf('Better')]).toBe('lower');
    expect(returned[headers!.indexOf('Target')]).toBe(15);
    expect(returned[headers!.indexOf('Owner')]).toBe('Ana');
    const band = rows.find(([name]) => name === 'Orders')!;
    const inBand = ['Better', 'Target', 'Low', 'High', 'Worth'].map(header => band[headers!.indexOf(header)] ?? null);
    expect(inBand).toEqual(['in range', null, 50, 90, 12.5]);
  });

  test('is set up by keyboard alone: arrows go through the list, space unticks, Enter presses', async () => {
    const page = await open(forty(), { start: 'setup' });
    await page.getByText('40 series found.').waitFor();
    await page.getByLabel('Figures', { exact: true }).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByLabel('Figure 3', { exact: false }).first().isChecked()).resolves.toBe(false);
    await page.keyboard.press('ArrowUp');
    await expect(
      page.evaluate(() => document.activeElement?.closest('[data-found]')?.getAttribute('data-found')),
    ).resolves.toBe('Figure 2');
    await page.getByRole('button', { name: 'Track 39 KPIs' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('39 KPIs tracked.').waitFor();
    expect(kpisIn(await now(page))).toHaveLength(39);
  });
});

/** A page whose every press of a key or of the mouse is counted. */
async function counting(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = window as unknown as { presses: number };
    seen.presses = 0;
    for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, () => seen.presses++, true);
  });
  return () => page.evaluate(() => (window as unknown as { presses: number }).presses);
}

test('forty series take at most twelve presses, from the first screen to the review, by mouse', async () => {
  const byMouse = await open(forty());
  const clicks = await counting(byMouse);
  await byMouse.getByRole('button', { name: 'Set up from this workbook' }).click();
  const track = byMouse.getByRole('button', { name: 'Track 40 KPIs' });
  await track.waitFor();
  // The list is longer than the sidebar: the button stays at its foot, above the line that says what F6 does, and can be pressed there.
  const inSight = await track.evaluate(button => {
    const { left, top, bottom } = button.getBoundingClientRect();
    return [top + 2, bottom - 2].map(y => document.elementFromPoint(left + 10, y) === button);
  });
  expect(inSight).toEqual([true, true]);
  await track.click();
  await byMouse.getByText('40 KPIs tracked.').waitFor();
  await expect(clicks()).resolves.toBeLessThanOrEqual(12);
  expect(kpisIn(await now(byMouse))).toHaveLength(40);
});

test('and by keyboard alone', async () => {
  const page = await open(forty());
  const keys = await counting(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let i = 0; i < 10 && !(await focused()).startsWith('Set up from'); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('40 series found.').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('40 KPIs tracked.').waitFor();
  await expect(keys()).resolves.toBeLessThanOrEqual(12);
  expect(kpisIn(await now(page))).toHaveLength(40);
});

test('a wrong target is said where it is, and nothing is written', async () => {
  const page = await open(shop(), { start: 'setup' });
  await page.getByText('5 series found.').waitFor();
  await page.getByLabel('Change Sales').click();
  await page.locator('[data-found=Sales]').getByLabel('Target').fill('a lot');
  await page.getByRole('button', { name: 'Track 5 KPIs' }).click();
  await page.getByText('Sales: “a lot” is neither a number nor cells like Budget!B4:M4.').waitFor();
  await expect(applied(page)).resolves.toEqual([]);
});

test('what is tracked already can’t be ticked again, and a workbook without figures says what would help', async () => {
  const page = await open(shop(), { start: 'setup' });
  await page.getByRole('button', { name: 'Track 5 KPIs' }).click();
  await page.getByText('5 KPIs tracked.').waitFor();
  await page.click('#tab-kpis');
  await page.getByRole('button', { name: 'Set up from this workbook' }).click();
  await page.getByText('tracked already as Sales').waitFor();
  await expect(page.getByRole('button', { name: 'Track no KPIs' }).isDisabled()).resolves.toBe(true);
  const empty = await open(workbook({ Notes: [['Call the bank']] }, TODAY), { start: 'setup' });
  await empty.getByText('No figures with dates or periods beside them were found.').waitFor();
});

test('what is not understood says what was seen and what would help, with a picture of the cells', async () => {
  const rows = Array.from({ length: 6 }, (_, i): Cell[] => [`Counter ${i + 1}`, 400 + i, 9 + i]);
  const page = await open(workbook({ Tills: [['Till', 'Sales', 'Returns'], ...rows] }, TODAY), { start: 'setup' });
  await page.getByText('Not understood').click();
  const part = page.locator('.problems li').first();
  const text = await seen(part);
  expect(text).toContain('12 numbers, and no dates, months, weeks or quarters beside or above them. Write the period');
  const cells = await part.locator('table tr').allInnerTexts();
  // The names before the figures and the headers above them belong to the picture; what was looked at is marked in it.
  expect(cells.slice(0, 3).map(row => row.split(/\s*\t\s*/))).toEqual([
    ['', 'A', 'B', 'C'],
    ['1', 'Till', 'Sales', 'Returns'],
    ['2', 'Counter 1', '400', '9'],
  ]);
  await expect(part.locator('td.looked').first().textContent()).resolves.toBe('400');
  await expect(overflows(page)).resolves.toBe(false);
  await expect(violations(page)).resolves.toEqual([]);
});

test('nobody is kept out', async () => {
  const page = await open(shop(), { start: 'setup' });
  await page.getByText('5 series found.').waitFor();
  await page.getByLabel('Change Sales').click();
  await expect(violations(page)).resolves.toEqual([]);
});

describe('figures that are no sheet yet', () => {
  const table = [
    'Month;Umsatz (€);Notiz',
    'Jan 2026;1.234,50;=1+1',
    'Feb 2026;1.198,20;',
    'Mrz 2026;1.310,00;',
    'Apr 2026;1.287,75;',
  ];

  test('are pasted into a sheet of their own and set up from it', async () => {
    const page = await open(shop());
    await page.getByRole('button', { name: 'Paste figures' }).click();
    const add = page.getByRole('button', { name: 'Add the sheet and set up' });
    await expect(add.isDisabled()).resolves.toBe(true);
    await page.getByLabel('A table, a report').fill(table.join('\n'));
    await page.getByText('5 rows, 3 columns, in a new sheet “Pasted figures”').waitFor();
    await expect(violations(page)).resolves.toEqual([]);
    await expect(overflows(page)).resolves.toBe(false);
    await add.click();
    // Only the new sheet is asked about, not the shop's five series.
    await page.getByText('1 series found.').waitFor();
    const { values } = (await now(page)).sheets.find(({ name }) => name === 'Pasted figures')!;
    expect(values.slice(0, 2)).toEqual([
      ['Month', 'Umsatz (€)', 'Notiz'],
      ['Jan 2026', 1234.5, '=1+1'],
    ]);
    await page.getByRole('button', { name: 'Track 1 KPI' }).click();
    await page.getByText('1 KPI tracked.').waitFor();
    expect(kpisIn(await now(page))).toEqual(['Umsatz']);
  });

  test('or come from a file; what is none is said', async () => {
    const page = await open(shop());
    await page.getByRole('button', { name: 'Paste figures' }).click();
    const file = { name: 'till.csv', mimeType: 'text/csv', buffer: Buffer.from(table.join('\n'), 'latin1') };
    await page.getByLabel('Or a .csv or .tsv file').setInputFiles(file);
    await page.getByText('in a new sheet “till”').waitFor();
    await page.getByLabel('A table, a report').fill(',,\n');
    await page.getByText('it is empty').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(applied(page)).resolves.toEqual([]);
  });
});

test('asks how often a ledger is reviewed, and which comes first in dates that can be read two ways', async () => {
  const days = [2, 5, 7, 9, 11].flatMap(day => [1, 3, 4, 6, 8, 10].map(other => `${other}/${day}/2025`));
  // In no order by either reading, which would settle which is meant.
  const lines = days.map((_, i): Cell[] => [days[(i * 7) % 30]!, 20 + (i % 7)]);
  const till = workbook({ Till: [['Date', 'Amount'], ...lines] }, TODAY);
  const page = await open(till, { start: 'setup' });
  await page.getByText('1 series found.').waitFor();
  await expect(seen(page.locator('.set-up'))).resolves.toMatch(/dates read (day|month) first\?/);
  await page.getByLabel('How often do you review?').selectOption('quarter');
  await page.getByLabel('Change Amount').click();
  await page.getByLabel('the month').check();
  await expect(violations(page)).resolves.toEqual([]);
  await page.getByRole('button', { name: 'Track 1 KPI' }).click();
  await page.getByText('1 KPI tracked.').waitFor();
  const { sheets } = await now(page);
  const cells = (name: string) => sheets.find(sheet => sheet.name === name)!.values;
  expect(cells('Compass Strategy').find(([label]) => label === 'Review every')![1]).toBe('quarter');
  // 1/2/2025 with the month first is 2 January 2025: 45659 (LibreOffice).
  expect(cells('Till')[1]![0]).toBe(45659);
});
