import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnName } from '../../src/cells/address';
import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { readSnapshot } from '../../src/hosts/file/read';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { rollForward } from '../../src/templates/upkeep/rollForward';
import { upgradeTemplate } from '../../src/templates/upkeep/upgradeTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { sheetNames, viewSheet } from '../../src/workbook/sheets/sheetView';
import { emptySnapshot, type Snapshot } from '../../src/workbook/snapshot';
import { rowsOf, typed } from '../workbook/workbooks';
import { type Contents, errorsIn, recalculated } from './wholeWorkbook';

const cash = templates.find(({ id }) => id === 'cash-13-weeks')!;
/** Monday 23 November 2026: the thirteen weeks behind begin on 24 August, the newest of them on 16 November. */
const TODAY = serialOf(2026, 11, 23);
const NEWEST = serialOf(2026, 11, 16);
const blank = emptySnapshot(TODAY, 'en-GB');
const empty = applyEdits(blank, installTemplate(cash, blank, { mode: 'empty' }));

/** Where the weeks begin on a sheet of cash, and the columns by their headers. */
function layoutOf(snapshot: Snapshot): { first: number; column: (header: string) => number } {
  const rows = rowsOf(snapshot, 'Cash');
  const header = rows.findIndex(([cell]) => cell === 'Week from');
  return { first: header + 1, column: name => rows[header]!.indexOf(name) };
}

/** The sheet of cash with figures typed into its columns from a week on, the first unless told, and into its labels. */
function filled(
  snapshot: Snapshot,
  columns: Record<string, Cell[]>,
  labels: Record<string, number> = {},
  from = 0,
): Snapshot {
  const { first, column } = layoutOf(snapshot);
  const rows = rowsOf(snapshot, 'Cash');
  const cells: Record<string, Cell> = {};
  for (const [header, figures] of Object.entries(columns))
    for (const [week, figure] of figures.entries())
      cells[`${columnName(column(header))}${first + from + week + 1}`] = figure;
  for (const [label, figure] of Object.entries(labels))
    cells[`B${rows.findIndex(([cell]) => cell === label) + 1}`] = figure;
  return typed(snapshot, 'Cash', cells);
}

const times = (count: number, figure: Cell) => Array<Cell>(count).fill(figure);

/**
 * A business that takes and pays 1,000 a week, with 1,000 in the bank and an overdraft of 1,500; customers pay in full for
 * eight weeks, and then as told for five.
 */
const business = (lately: Cell[]) =>
  filled(
    empty,
    {
      'Customers, forecast': times(26, 1000),
      'Customers, paid': [...times(8, 1000), ...lately],
      'Rent and other costs': times(26, 1000),
    },
    { 'Cash before the first week': 1000, 'Overdraft agreed': 1500 },
  );

/** What the page to hand out says, worked out anew: its sentence, its labels, and its rows of weeks. */
function page(snapshot: Snapshot) {
  const all = recalculated(snapshot);
  const cell = (at: string) => all['13 weeks']![at]?.[0] ?? null;
  const rows = Array.from({ length: 40 }, (_, row) => row + 1);
  const rowOf = (label: string) => rows.find(row => cell(`A${row}`) === label)!;
  return {
    says: cell('A4'),
    label: (name: string) => cell(`B${rowOf(name)}`),
    /** Four weeks behind and thirteen ahead. */
    weeks: (name: string) => Array.from({ length: 17 }, (_, week) => cell(`${columnName(week + 1)}${rowOf(name)}`)),
    all,
  };
}

/** A column of the sheet of cash, worked out anew. */
function columnOf(snapshot: Snapshot, all: Contents, header: string): Cell[] {
  const { first, column } = layoutOf(snapshot);
  const letter = columnName(column(header));
  const { rows } = viewSheet(snapshot, 'Cash')!;
  return Array.from({ length: rows - first }, (_, week) => all.Cash![`${letter}${first + week + 1}`]?.[0] ?? null);
}

describe('five weeks in which customers pay 80 % of what was forecast', () => {
  // By hand: 1,000 after eight full weeks, 200 less in each of five weeks, so nothing is left; then again 200 less a week.
  const { says, label, weeks } = page(business(times(5, 800)));

  test('lower the forecast of the weeks ahead to 80 %', () => {
    expect(label('Customers’ forecasts counted at')).toBeCloseTo(0.8, 12);
    expect(weeks('From customers')).toEqual([...times(4, 800), ...times(13, 800)]);
    expect(weeks('Customers’ forecast in full')).toEqual(times(17, 1000));
  });

  test('and show the shortfall: when it begins, how deep it goes and when, in words first', () => {
    // −200 in the first week ahead, 23 November; below −1,500 in the eighth, 11 January; −2,600 in the thirteenth, 15 February.
    expect(weeks('Closing cash')).toEqual([
      ...[600, 400, 200, 0],
      ...Array.from({ length: 13 }, (_, week) => -200 * (week + 1)),
    ]);
    expect(label('Below the limit first in the week from')).toBe(serialOf(2027, 1, 11));
    expect(label('In the week from')).toBe(serialOf(2027, 2, 15));
    expect(label('Lowest cash ahead')).toBe(-2600);
    expect(label('Room to the overdraft limit then')).toBe(-1100);
    expect(says).toMatch(
      /^Cash falls below the overdraft limit in the week of 11 Jan, and is lowest in the week of 15 Feb\./,
    );
  });

  test('where the forecast in full would have shown none', () => {
    expect(label('Lowest if all paid as forecast')).toBe(0);
  });

  test('weeks that happened and weeks ahead are told apart by a word', () => {
    expect(weeks('Actual or forecast')).toEqual([...times(4, 'actual'), ...times(13, 'forecast')]);
    expect(weeks('Week from')).toEqual(Array.from({ length: 17 }, (_, week) => NEWEST + 7 * (week - 3)));
  });
});

describe('how forecasts are counted', () => {
  const rate = (snapshot: Snapshot) => page(snapshot).label('Customers’ forecasts counted at');

  test('never at more than 100 %', () => {
    const { label, weeks, says } = page(business(times(5, 1200)));
    expect(label('Customers’ forecasts counted at')).toBe(1);
    // By hand: 1,000 and five times 200; from there on level.
    expect(weeks('Closing cash').slice(3)).toEqual(times(14, 2000));
    expect(says).toBe('Cash stays above zero: it is lowest in the week of 23 Nov.');
  });

  test('a week in which nobody paid is a week with 0, not one that is still to come', () => {
    const { label, weeks } = page(business([800, 800, 800, 800, 0]));
    // 3,200 of 5,000.
    expect(label('Customers’ forecasts counted at')).toBeCloseTo(0.64, 12);
    expect(weeks('Actual or forecast')[3]).toBe('actual');
    expect(weeks('From customers')[3]).toBe(0);
  });

  test('a week that is over without figures is said to be missing, and its forecast counts like one ahead', () => {
    const { weeks } = page(business([800, 800, null, 800, 800]));
    expect(weeks('Actual or forecast').slice(0, 4)).toEqual(['actual', 'to be typed', 'actual', 'actual']);
    expect(weeks('From customers').slice(0, 4)).toEqual([800, 800, 800, 800]);
  });

  test('by as many weeks as the owner says, or at a percentage of their own', () => {
    const late = business(times(5, 800));
    const row = rowsOf(late, '13 weeks').findIndex(([cell]) => cell === 'Weeks looked back') + 1;
    // Ten weeks: five in full, five at 80 %.
    expect(rate(typed(late, '13 weeks', { [`B${row}`]: 10 }))).toBeCloseTo(0.9, 12);
    expect(rate(typed(late, '13 weeks', { [`B${row + 1}`]: 0.5 }))).toBe(0.5);
  });

  test('other receipts count in full', () => {
    const helped = filled(business(times(5, 800)), { 'Other receipts': [700] }, {}, 14);
    expect(page(helped).weeks('Other receipts').slice(4, 7)).toEqual([0, 700, 0]);
    expect(page(helped).weeks('Receipts').slice(4, 7)).toEqual([800, 1500, 800]);
  });
});

test('taxes are apart from the costs that owners can put off, and all payments are in the total', () => {
  const paid = {
    Suppliers: [1],
    'Wages, net': [2],
    'Payroll taxes': [4],
    'VAT or sales tax': [8],
    'Rent and other costs': [16],
    'Loans and interest': [32],
  };
  const { weeks } = page(filled(business(times(5, 1000)), paid, {}, 13));
  for (const [kind, [figure]] of Object.entries(paid)) expect(weeks(kind)[4]).toBe(figure);
  expect(weeks('Payments')[4]).toBe(63);
  expect(weeks('Receipts less payments')[4]).toBe(1000 - 63);
});

test('what the bank says counts, and what it does not explain is shown', () => {
  const banked = filled(business(times(5, 800)), { 'Bank says': [-500] }, {}, 12);
  const { weeks } = page(banked);
  expect(weeks('Closing cash').slice(3, 5)).toEqual([-500, -700]);
  expect(weeks('Not explained (bank)').slice(2, 5)).toEqual([0, -500, 0]);
});

test('a week’s actual figures replace its forecast, and the page moves on by a week', () => {
  const next = filled(business(times(5, 800)), { 'Customers, paid': [900] }, {}, 13);
  const { label, weeks } = page(next);
  expect(weeks('Week from')[3]).toBe(NEWEST + 7);
  expect(weeks('From customers').slice(2, 4)).toEqual([800, 900]);
  expect(weeks('Actual or forecast').slice(3, 5)).toEqual(['actual', 'forecast']);
  // Four weeks of 800 and one of 900.
  expect(label('Customers’ forecasts counted at')).toBeCloseTo(0.82, 12);
  // There are no figures for a week beyond the last.
  expect(weeks('Closing cash')[16]).toBe('');
});

test('of thirteen weeks more the page shows those that are ahead', () => {
  const used = business(times(5, 800));
  const longer = filled(
    applyEdits(used, rollForward(used, cash).edits),
    { 'Customers, forecast': times(13, 1000), 'Rent and other costs': times(13, 1000) },
    {},
    26,
  );
  const moved = filled(longer, { 'Customers, paid': [800] }, {}, 13);
  const { weeks } = page(moved);
  expect(weeks('Closing cash')[16]).toBe(-200 * 14);
  expect(weeks('Week from')[16]).toBe(NEWEST + 7 * 14);
});

test('before there are figures the page says what to type, and nothing looks broken', () => {
  const { says, weeks, all } = page(empty);
  expect(says).toMatch(/^Type the cash in the bank and each week’s figures on the sheet Cash/);
  expect(weeks('Week from')[3]).toBe(NEWEST);
  expect(JSON.stringify(all)).not.toContain('"error"');
});

describe('a workbook of version 0.1', () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../fixtures/written/0.1/cash-13-weeks.xlsx')));
  const read = async () => {
    const about = { today: TODAY, locale: 'en-GB' };
    const { sheets } = await readSnapshot(bytes, about);
    return readSnapshot(bytes, { ...about, further: sheets.map(({ name }) => ({ sheet: name })) });
  };

  test('gets the page; what was typed stays under its old headers, and taxes among the rent are paid as before', async () => {
    const old = await read();
    const { edits, differences } = upgradeTemplate(old, cash);
    const now = applyEdits(old, edits);
    expect(differences).toEqual(expect.arrayContaining(['A new sheet: 13 weeks.']));
    expect(differences.filter(each => each.includes('no longer part'))).toEqual([]);
    expect(sheetNames(now)).toContain('13 weeks');
    expect(errorsIn(now)).toEqual([]);
    const [was, is] = [recalculated(old), recalculated(now)];
    for (const header of ['Receipts forecast', 'Receipts', 'Suppliers', 'Wages', 'Rent, taxes, loans', 'Payments'])
      expect(columnOf(now, is, header)).toEqual(columnOf(old, was, header));
    const closing = (snapshot: Snapshot, all: Contents) => columnOf(snapshot, all, 'Cash at week’s end');
    expect(closing(now, is).slice(0, 13)).toEqual(closing(old, was).slice(0, 13));
    const rate = page(now).label('Customers’ forecasts counted at') as number;
    // 89,290 of 111,500 in the five newest weeks, as the sample of then has them.
    expect(rate).toBeCloseTo(89_290 / 111_500, 12);
    // By hand: the weeks ahead lose what customers no longer pay, all forecasts ahead added up.
    const ahead = columnOf(now, is, 'Receipts forecast').slice(13) as number[];
    const lost = ahead.reduce((sum, each) => sum + each, 0) * (1 - rate);
    expect(closing(old, was)[25] as number).toBeCloseTo((closing(now, is)[25] as number) + lost, 6);
  });
});
