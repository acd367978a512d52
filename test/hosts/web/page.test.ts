import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FUniver } from '@univerjs/core/facade';
import axe from 'axe-core';
import { writeXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import type { Edit } from '../../../src/workbook/edit';
import { bakeryLookalikeXlsx } from '../../fixtures/bakeryLookalike';
import { errorsOf } from '../../judges/officeValidator';
import { partsOf } from '../file/handmade';
import * as web from './browser';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'compass-web-'));
const file = (name: string) => join(folder, name);

let browser: Browser;
let open: web.OpenPage | undefined;
let page: Page;

beforeAll(async () => {
  const lookalike = await bakeryLookalikeXlsx();
  writeFileSync(file('lookalike.xlsx'), lookalike);
  writeFileSync(file('nothing.xlsx'), '');
  writeFileSync(file('letter.xlsx'), 'Dear bakery, this is no workbook.');
  writeFileSync(file('cut.xlsx'), lookalike.subarray(0, 20_000));
  const secret = { sheets: [{ name: 'S', rows: [[1]] }], encryption: { password: 'flour', spinCount: 1000 } };
  writeFileSync(file('locked.xlsx'), await writeXlsx(secret));
  const chart = { type: 'line' as const, series: [{ values: 'S!$A$1:$A$3' }], anchor: { from: { row: 5, col: 1 } } };
  writeFileSync(
    file('chart.xlsx'),
    await writeXlsx({ sheets: [{ name: 'S', rows: [[1], [2], [3]], charts: [chart] }] }),
  );
  browser = await web.launchBrowser();
});
afterAll(async () => {
  await open?.close();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  // Opening the page takes seconds: it stays open for those who don't come for the first time.
  if (!open) await comeForTheFirstTime();
});
afterEach(() => {
  const { foreign, errors } = open!;
  // Nothing of an owner's business leaves the page, and nothing goes wrong behind the owner's back.
  expect(foreign.splice(0)).toEqual([]);
  expect(errors.splice(0)).toEqual([]);
});

async function comeForTheFirstTime(): Promise<void> {
  await open?.close();
  open = await web.openPage(browser);
  page = open.page;
}

const openFile = (name: string) => web.openFile(page, file(name));

async function emptyWorkbook(): Promise<void> {
  await page.click('#new');
  if (await page.locator('#replace[open]').isVisible()) await page.getByRole('button', { name: 'Replace it' }).click();
  await web.opened(page, 'Workbook');
  await expect(web.sheets(page)).resolves.toEqual(['Sheet1']);
}

const message = () => page.locator('#message:not([hidden]) #message-text');

describe('somebody who comes for the first time', () => {
  beforeEach(comeForTheFirstTime);

  test('reads what this is above a sample that is alive, and can put that away', async () => {
    await page.getByRole('heading', { name: 'Which of your figures has really changed?' }).waitFor();
    await page.getByRole('button', { name: 'Open your workbook' }).waitFor();
    await page.locator('#alerts-title').waitFor();
    await page.getByRole('button', { name: 'Look at a sample' }).click();
    await expect(page.locator('.welcome').count()).resolves.toBe(0);
    await expect(page.locator('#alerts-title').isVisible()).resolves.toBe(true);
  });

  test('pastes figures, which become a workbook of their own and are set up', async () => {
    await page.getByRole('button', { name: 'Paste figures' }).click();
    await page.getByLabel('A table, a report').fill('Month\tTickets\nJan 2026\t410\nFeb 2026\t395\nMar 2026\t402');
    // The grid still checks the cells that it has just drawn, when it is idle, and logs an error where their workbook is gone.
    await page.evaluate(() => new Promise(done => requestIdleCallback(done)));
    await page.getByRole('button', { name: 'Add the sheet and set up' }).click();
    await web.opened(page, 'Pasted figures');
    await page.getByText('1 series found.').waitFor();
    // Nothing of the sample is left among them.
    expect(await web.sheets(page)).toEqual(['Pasted figures']);
    expect((await web.read(page, 'Pasted figures', 'B2:B4')).values).toEqual([[410], [395], [402]]);
  });

  test('opens a .csv file and is shown what it has; figures and text are what they were', async () => {
    writeFileSync(
      file('till.csv'),
      Buffer.from('Datum;Umsatz;Notiz\n02.01.2026;1.234,50;=1+1\n03.01.2026;980,00;Café\n', 'latin1'),
    );
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Open your workbook' }).click(),
    ]);
    await chooser.setFiles(file('till.csv'));
    await web.opened(page, 'till');
    await page.getByRole('heading', { name: 'Set up from this workbook' }).waitFor();
    const { values, formulas } = await web.read(page, 'till', 'A2:C3');
    // 2 January 2026 is 46024 (LibreOffice).
    expect(values).toEqual([
      [46024, 1234.5, '=1+1'],
      [46025, 980, 'Café'],
    ]);
    expect(formulas.flat()).toEqual([null, null, null, null, null, null]);
  });

  test('is looked through in a worker: the page is not held up meanwhile', async () => {
    // Forty branches, a line a day for three years: 45,000 cells.
    const branches = Array.from({ length: 40 }, (_, i) => `Branch ${i + 1} sales`);
    const days = Array.from({ length: 1100 }, (_, day) =>
      [
        new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10),
        ...branches.map((__, i) => 900 + i + (day % 7)),
      ].join(),
    );
    writeFileSync(file('branches.csv'), [['Date', ...branches].join(), ...days].join('\n'));
    await page.setInputFiles('#file', file('branches.csv'));
    await web.opened(page, 'branches');
    // What was found while it was opened is no longer what is there.
    const renamed: Edit = {
      kind: 'write',
      sheet: 'branches',
      row: 0,
      column: 1,
      cells: [['Takings']],
      expected: [['Branch 1 sales']],
    };
    await web.apply(page, [renamed]);
    const worker = page.waitForEvent('worker', { predicate: each => each.url().endsWith('/finder.js') });
    await page.getByRole('button', { name: 'Set up from this workbook' }).click();
    await worker;
    await page.getByText('40 series found').waitFor();
    await page.locator('[data-found="Takings"]').waitFor();
  });
});

describe('the grid', () => {
  beforeEach(emptyWorkbook);

  test('answers =CHURN_RATE(5,100) typed by keyboard with 0.05', async () => {
    await web.typeInto(page, 'C3', '=CHURN_RATE(5,100)');
    // By hand: 5 customers lost of 100.
    expect((await web.read(page, 'Sheet1', 'C3')).values[0]![0]).toBeCloseTo(0.05, 12);
    expect(await web.shown(page, 'Sheet1', 'C3')).toEqual([['0.05']]);
  });

  test('spills the range version down a column', async () => {
    await web.typeInto(page, 'A1', '5');
    await web.typeInto(page, 'A2', '6');
    await web.typeInto(page, 'B1', '100');
    await web.typeInto(page, 'B2', '200');
    await web.typeInto(page, 'D1', '=CHURN_RATE(A1:A2,B1:B2)');
    // By hand: 5 / 100 and 6 / 200.
    expect(await web.read(page, 'Sheet1', 'D1:D2')).toMatchObject({
      values: [[0.05], [0.03]],
      formulas: [['=CHURN_RATE(A1:A2,B1:B2)'], [null]],
    });
    expect(await web.shown(page, 'Sheet1', 'D1:D2')).toEqual([['0.05'], ['0.03']]);
  });

  test('speaks in words in its menus and its status line', async () => {
    await web.typeInto(page, 'B2', '4');
    await web.goTo(page, 'A1:B4');
    await page.mouse.click(300, 300, { button: 'right' });
    await page.getByText('Copy', { exact: true }).first().waitFor();
    expect((await page.locator('body').allInnerTexts()).join()).not.toMatch(
      /\b(sheets|docs|ui)(-[a-z]+)*\.[a-zA-Z]+\.[a-zA-Z]+/,
    );
    await page.keyboard.press('Escape');
  });

  test('says what a function and each of its parameters mean while it is typed', async () => {
    await web.goTo(page, 'B2');
    await page.keyboard.type('=CHURN_RATE(');
    await page.getByText('Required. Customers at the start of the period').waitFor();
    await page.getByText('Share of the customers at the start of a period who left during it.').waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('an error of one of our functions', () => {
  test('is explained where the pointer rests on it', async () => {
    await emptyWorkbook();
    await web.typeInto(page, 'A1', 'n/a');
    await web.typeInto(page, 'B1', '=CHURN_RATE(A1,100)');
    expect(await web.shown(page, 'Sheet1', 'B1')).toEqual([['#VALUE!']]);
    const canvas = await page.locator('#grid canvas[id*="sheet"]').boundingBox();
    // Past the row numbers and column A, below the column letters.
    const [x, y] = [canvas!.x + 46 + 88 + 30, canvas!.y + 20 + 12];
    await page.mouse.move(x, y + 200);
    await page.mouse.move(x, y, { steps: 4 });
    await page.getByText("lost: 'n/a' is not a number").waitFor();

    await web.typeInto(page, 'B1', '=CHURNRATE(5,100)');
    await page.mouse.move(x, y + 200);
    await page.mouse.move(x, y, { steps: 4 });
    await page.getByText('There is no function CHURNRATE; did you mean CHURN_RATE?').waitFor();
  });
});

describe('an owner’s own workbook', () => {
  beforeEach(emptyWorkbook);

  test('opens with its saved results, formats and widths, and its formulas are live', async () => {
    await openFile('lookalike.xlsx');
    expect(await web.sheets(page)).toEqual(['Weekly', 'Till']);
    const before = await web.read(page, 'Weekly', 'A4:F4');
    expect(before.formulas[0]![1]).toMatch(/^=SUMIFS\(Till!/);
    expect(before.values[0]![1]).toBeGreaterThan(0);
    expect((await web.shown(page, 'Weekly', 'A4'))[0]![0]).toMatch(/^2016-\d\d-\d\d$/);
    expect((await web.shown(page, 'Weekly', 'F4'))[0]![0]).toMatch(/^\d+\.\d%$/);

    // The share of hot drinks is hot drinks over items: with a hundredth of the items it is a hundred times as much.
    const [items, drinks] = [before.values[0]![2] as number, before.values[0]![4] as number];
    expect(before.values[0]![5]).toBeCloseTo(drinks / items, 12);
    await web.typeInto(page, 'C4', String(items / 100));
    expect((await web.read(page, 'Weekly', 'F4')).values[0]![0]).toBeCloseTo((100 * drinks) / items, 9);
  });

  test('is all there again when it was saved and is reopened', async () => {
    await openFile('lookalike.xlsx');
    await web.typeInto(page, 'K4', '=CHURN_RATE(5,100)');
    await web.typeInto(page, 'L4', '=CHURN_RATE(B4:B6,C4:C6)');
    const before = await web.read(page, 'Weekly', 'A1:M26');
    const download = page.waitForEvent('download');
    await page.click('#save');
    await (await download).saveAs(file('again.xlsx'));
    expect(await errorsOf([new Uint8Array(readFileSync(file('again.xlsx')))])).toEqual([[]]);
    await openFile('again.xlsx');
    const after = await web.read(page, 'Weekly', 'A1:M26');
    expect(after).toEqual(before);
    expect(after.formulas[3]!.slice(10, 12)).toEqual(['=CHURN_RATE(5,100)', '=CHURN_RATE(B4:B6,C4:C6)']);
    expect(await web.shown(page, 'Weekly', 'A4:F6')).toHaveLength(3);
    expect(await web.sheets(page)).toEqual(['Weekly', 'Till']);
  });

  test('is still there after a reload, with what was typed last', async () => {
    await openFile('lookalike.xlsx');
    await web.typeInto(page, 'K4', '=1+1');
    await page.reload();
    await web.ready(page);
    expect(await page.textContent('#name')).toBe('lookalike');
    expect(await web.read(page, 'Weekly', 'K4')).toMatchObject({ values: [[2]], formulas: [['=1+1']] });
    await web.typeInto(page, 'L4', '=K4*2');
    expect((await web.read(page, 'Weekly', 'L4')).values).toEqual([[4]]);
  });

  test('keeps a sheet across a reload that was added and is still empty', async () => {
    await web.changing(page, () => page.locator('#grid [data-u-comp="sheet-bar-append-button"]').first().click());
    const sheets = await web.sheets(page);
    expect(sheets).toHaveLength(2);
    await page.reload();
    await web.ready(page);
    expect(await web.sheets(page)).toEqual(sheets);
  });

  test('opens when it is dropped on the page', async () => {
    const bytes = [...readFileSync(file('chart.xlsx'))];
    await page.evaluate(content => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], 'chart.xlsx'));
      const fire = (type: string) =>
        document
          .getElementById('grid')!
          .dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      fire('dragenter');
      fire('drop');
    }, bytes);
    await web.opened(page, 'chart');
    expect(await web.sheets(page)).toEqual(['S']);
  });

  test('does not give way to another one without a word when it was changed', async () => {
    await web.typeInto(page, 'A1', '7');
    await page.click('#sample');
    await page.locator('#replace[open]').getByRole('button', { name: 'Cancel' }).click();
    expect(await page.textContent('#name')).toBe('Workbook');
    expect((await web.read(page, 'Sheet1', 'A1')).values).toEqual([[7]]);

    // Still so after a reload: what is kept in the browser is not saved as a file.
    await page.reload();
    await web.ready(page);
    await page.click('#sample');
    const download = page.waitForEvent('download');
    await page.locator('#replace[open]').getByRole('button', { name: 'Save as .xlsx first' }).click();
    expect((await download).suggestedFilename()).toBe('Workbook.xlsx');
    await web.opened(page, 'Sample bakery');
  });

  test.each([
    ['nothing.xlsx', /empty/],
    ['letter.xlsx', /not an \.xlsx workbook/],
    ['cut.xlsx', /cut off or damaged/],
    ['locked.xlsx', /password/],
  ])('%s gets a message, and the workbook that is open stays', async (name, words) => {
    const before = await web.sheets(page);
    await page.setInputFiles('#file', file(name));
    await message().waitFor();
    expect(await message().textContent()).toMatch(words);
    expect(await message().textContent()).toContain(`${name} was not opened`);
    expect(await web.sheets(page)).toEqual(before);
  });

  test('of ours has its charts in the saved file, also after a reload, and is told so', async () => {
    await page.click('#sample');
    await web.opened(page, 'Sample bakery');
    await page.reload();
    await web.ready(page);
    const download = page.waitForEvent('download');
    await page.click('#save');
    await (await download).saveAs(file('bakery.xlsx'));
    expect(await errorsOf([new Uint8Array(readFileSync(file('bakery.xlsx')))])).toEqual([[]]);
    await page.getByText(/Saved Sample bakery\.xlsx\. It has \d+ charts of ours that the grid does not show/).waitFor();
    await openFile('bakery.xlsx');
    expect(await message().textContent()).toContain('charts');
  });

  test('has in the saved file what the grid does not show', async () => {
    await openFile('chart.xlsx');
    expect(await message().textContent()).toContain('charts. This page does not show them, but they stay in the file');
    await web.typeInto(page, 'A1', '7');
    // What is kept in the browser is the file as well.
    await page.reload();
    await web.ready(page);
    const download = page.waitForEvent('download');
    await page.click('#save');
    await (await download).saveAs(file('charted.xlsx'));
    const parts = (name: string) => partsOf(new Uint8Array(readFileSync(file(name))));
    expect(parts('charted.xlsx')['xl/charts/chart1.xml']).toBe(parts('chart.xlsx')['xl/charts/chart1.xml']);
    expect(parts('charted.xlsx')['xl/worksheets/sheet1.xml']).toContain('<c r="A1"><v>7</v></c>');
  });
});

describe('the sidebar’s bridge to the grid', () => {
  const edits: Edit[] = [
    { kind: 'add sheet', sheet: 'Notes', frozenRows: 1, widths: [20] },
    {
      kind: 'write',
      sheet: 'Notes',
      row: 0,
      column: 0,
      cells: [['=1+1', 7, { formula: { operator: '+', left: { number: 1 }, right: { number: 2 } } }]],
    },
    { kind: 'format', sheet: 'Notes', row: 0, column: 1, rows: 1, columns: 1, format: { number: '0.00' } },
  ];
  beforeEach(emptyWorkbook);

  test('applies a list of edits as one step that one undo takes back', async () => {
    expect(await web.apply(page, edits)).toEqual({ written: 'all' });
    expect(await web.activeSheet(page)).toBe('Sheet1');
    await web.ready(page);
    const { values, formulas } = await web.read(page, 'Notes', 'A1:C1');
    expect({ values, formulas }).toEqual({ values: [['=1+1', 7, 3]], formulas: [[null, null, '=1+2']] });
    expect(await web.shown(page, 'Notes', 'B1')).toEqual([['7.00']]);

    await web.goTo(page, 'A1');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => !document.body.textContent?.includes('Notes'));
    expect(await web.sheets(page)).toEqual(['Sheet1']);
  });

  test('writes nothing at all where a cell no longer holds what was expected', async () => {
    await web.typeInto(page, 'B2', '41');
    const write: Edit = { kind: 'write', sheet: 'Sheet1', row: 1, column: 1, cells: [[42]], expected: [[40]] };
    expect(await web.apply(page, [...edits, write])).toEqual({
      written: 'none',
      what: '',
      why: "Sheet1 B2 holds '41': the workbook has changed.",
      where: [{ sheet: 'Sheet1', range: 'B2' }],
    });
    expect(await web.sheets(page)).toEqual(['Sheet1']);
    expect((await web.read(page, 'Sheet1', 'B2')).values).toEqual([[41]]);
  });

  test('puts a sheet in again that the grid has deleted before it refuses', async () => {
    await web.apply(page, edits);
    await web.ready(page);
    await page.evaluate(() => {
      const { univerAPI } = window as unknown as { univerAPI: FUniver };
      // The grid stops in the middle of deleting a sheet, as it does where no other can come to the front.
      const stop = univerAPI.onCommandExecuted(({ id }) => {
        if (id !== 'sheet.mutation.remove-sheet') return;
        stop.dispose();
        throw new Error('No sheet can come to the front.');
      });
    });
    const write: Edit = { kind: 'write', sheet: 'Sheet1', row: 0, column: 0, cells: [[42]] };
    expect(await web.apply(page, [write, { kind: 'remove sheet', sheet: 'Notes' }])).toEqual({
      written: 'none',
      what: '',
      why: 'The grid refused the change.',
      where: [],
    });
    expect(await web.sheets(page)).toEqual(['Sheet1', 'Notes']);
    expect((await web.read(page, 'Notes', 'A1:C1')).values).toEqual([['=1+1', 7, 3]]);
    expect((await web.read(page, 'Sheet1', 'A1')).values).toEqual([[null]]);
  });

  test('shows a place: its sheet, its cells selected', async () => {
    await web.apply(page, edits);
    const place = { sheet: 'Notes', range: 'B100:B120' };
    expect(await web.select(page, place)).toEqual(place);
    expect(await web.activeSheet(page)).toBe('Notes');
  });
});

describe('the page for everybody', () => {
  beforeAll(comeForTheFirstTime);

  const region = () =>
    page.evaluate(() =>
      ['grid', 'sidebar', 'bar'].find(id => document.getElementById(id)?.contains(document.activeElement)),
    );

  test('is walked by keyboard: the bar comes first, F6 goes round grid, sidebar and bar', async () => {
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
    });
    await page.keyboard.press('Tab');
    expect(await region()).toBe('bar');

    await web.goTo(page, 'A1');
    const visited: (string | undefined)[] = [];
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press('F6');
      visited.push(await region());
    }
    expect(visited).toEqual(['sidebar', 'bar', 'grid']);
    await page.keyboard.press('Shift+F6');
    expect(await region()).toBe('bar');
  });

  test('has a name for everything in the grid that can be pressed, and nothing in it off the screen', async () => {
    const { unnamed, offScreen } = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('#grid :is(button, a, input, canvas, [role=button])')];
      const visible = all.filter(element => element.checkVisibility({ visibilityProperty: true }));
      return {
        unnamed: visible
          .filter(each => each.tagName !== 'CANVAS' && !each.ariaLabel && !each.title && !each.textContent?.trim())
          .map(each => each.outerHTML),
        offScreen: visible
          .filter(each => each.tabIndex >= 0 && each.getBoundingClientRect().right < 0)
          .map(each => each.outerHTML),
      };
    });
    expect(unnamed).toEqual([]);
    expect(offScreen).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('has no barrier that axe finds, in %s colours', async colorScheme => {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(
      dark => document.documentElement.classList.contains('univer-dark') === dark,
      colorScheme === 'dark',
    );
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const run = (
        window as unknown as {
          axe: { run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe;
      // The grid itself is Univer's.
      const { violations: found } = await run.run({ exclude: ['#grid'] });
      return found.map(({ id, nodes }) => [id, ...nodes.map(node => node.html)]);
    });
    expect(violations).toEqual([]);
  });
});
