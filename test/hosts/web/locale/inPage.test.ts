import type { Browser, Page } from 'playwright-core';
import * as web from '../browser';

jest.setTimeout(120_000);

let browser: Browser;
let open: web.OpenPage;
let page: Page;

beforeAll(async () => {
  browser = await web.launchBrowser();
  open = await web.openPage(browser, { locale: 'de-DE' });
  page = open.page;
  await page.click('#new');
  await web.opened(page, 'Workbook');
});
afterAll(async () => {
  expect(open.errors).toEqual([]);
  await open.close();
  await browser.close();
});

/** What is in some cells, apart from how it is shown. */
const values = async (range: string) => (await web.read(page, 'Sheet1', range)).values;
const shown = (range: string) => web.shown(page, 'Sheet1', range);
/** Counted by JavaScript's calendar: days since 30 December 1899. */
const serial = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
const FEBRUARY = serial(2026, 2, 3);

describe('a browser in German', () => {
  test('reads what is typed as Germans write it, and shows it so', async () => {
    const typed = ['3.2.2026', '1/2/2024', '0,05', '12,50 €', '5,5%', '(3,030)', '1.5'];
    for (const [at, text] of typed.entries()) await web.typeInto(page, `A${at + 1}`, text);
    expect((await values('A1:A7')).flat()).toEqual([FEBRUARY, serial(2024, 2, 1), 0.05, 12.5, 0.055, -3030, '1.5']);
    expect((await shown('A1:A7')).flat()).toEqual(['3.2.2026', '1/2/2024', '0,05', '12,50 €', '5,5%', '-3.030', '1.5']);
  });

  test('changes nothing where a cell is only opened and left', async () => {
    const before = await values('A1:A7');
    for (let row = 1; row <= 7; row++) {
      await web.goTo(page, `A${row}`);
      await page.keyboard.press('F2');
      await page.locator('#grid [data-u-comp="editor"]').first().waitFor({ state: 'attached' });
      await page.keyboard.press('Enter');
    }
    expect(await values('A1:A7')).toEqual(before);
  });

  test('takes formulas with semicolons and a decimal comma, and shows them so when they are edited', async () => {
    await web.typeInto(page, 'B1', '=ROUND(A3*1,5;2)');
    await web.typeInto(page, 'B2', '=CHURN_RATE(5;100)');
    expect(await values('B1:B2')).toEqual([[0.08], [0.05]]);
    expect(await shown('B1:B2')).toEqual([['0,08'], ['0,05']]);
    expect((await web.read(page, 'Sheet1', 'B1:B1')).formulas).toEqual([['=ROUND(A3*1.5,2)']]);
    await web.goTo(page, 'B1');
    await web.changing(page, async () => {
      await page.keyboard.press('F2');
      await page.keyboard.type('+0,5');
      await page.keyboard.press('Enter');
    });
    // An English spelling in the editor would make an error of a comma at its end.
    expect((await web.read(page, 'Sheet1', 'B1:B1')).formulas).toEqual([['=ROUND(A3*1.5,2)+0.5']]);
  });

  test('names the argument behind a semicolon', async () => {
    await web.goTo(page, 'D1');
    await page.keyboard.type('=ROUND(1,5;');
    await page.getByText('ROUND(2,15;1)').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });
});

// By hand: one date, a twentieth and 5.5 % as people of each country write them, typed and pasted.
test.each([
  ['F', 'en-GB', '03/02/2026', '0.05', '5.5%', '£1,200.50'],
  ['H', 'fr-FR', '03/02/2026', '0,05', '5,5%', '1 200,50 €'],
  ['J', 'ja-JP', '2026/2/3', '0.05', '5.5%', '¥1,200.50'],
  ['L', 'pt-BR', '03/02/2026', '0,05', '5,5%', 'R$ 1.200,50'],
])('column %s: reads %s once it is chosen, typed and pasted', async (column, tag, date, share, percent, money) => {
  const beside = String.fromCharCode(column.charCodeAt(0) + 1);
  await page.selectOption('#locale', tag);
  await web.typeInto(page, `${column}1`, date);
  await web.typeInto(page, `${column}2`, share);
  await web.pasteAt(page, `${column}3`, `${percent}\t${money}`);
  const table = `<table><tr><td>${date}</td><td>(3,030)</td></tr><tr><td>${share}</td><td>${money}</td></tr></table>`;
  await web.pasteAt(page, `${column}4`, `${date}\t(3,030)\n${share}\t${money}`, table);
  expect(await values(`${column}1:${beside}5`)).toEqual([
    [FEBRUARY, null],
    [0.05, null],
    [0.055, 1200.5],
    [FEBRUARY, -3030],
    [0.05, 1200.5],
  ]);
});

test('keeps the choice with the workbook', async () => {
  await page.reload();
  await web.ready(page);
  expect(await page.inputValue('#locale')).toBe('pt-BR');
});
