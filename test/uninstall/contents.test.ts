import type { Cell } from '../../src/cells/value';
import { compassSheetsIn } from '../../src/templates/uninstall/compassSheets';
import { dependentCells, refersTo } from '../../src/templates/uninstall/dependentCells';
import { contentsInWords, ownOnSheet } from '../../src/templates/uninstall/sheetContents';
import { headersOf, KPIS } from '../../src/workbook/sheets/compassSheets';
import type { Snapshot } from '../../src/workbook/snapshot';
import { month, TICKETS, tracked, typed, WEEKLY, week, workbook } from '../workbook/workbooks';

// What is said of each Compass sheet before it goes, and which sheets are ours at all. Counted by hand.

const shop = tracked(workbook({ Weekly: WEEKLY }), TICKETS);
const said = (snapshot: Snapshot) =>
  Object.fromEntries(compassSheetsIn(snapshot).ours.map(sheet => [sheet.view.name, contentsInWords(sheet)]));
const own = (snapshot: Snapshot) =>
  compassSheetsIn(snapshot).ours.flatMap(sheet => ownOnSheet(sheet).map(({ message }) => message));

describe('a Compass sheet', () => {
  test('is described by what it holds, in ones and in many', () => {
    expect(said(shop)).toEqual({
      'Compass Strategy': 'vision, goals and business functions',
      'Compass KPIs': '1 KPI',
      'Compass Data': 'figures of 10 periods',
      'Compass Log': '0 decisions and other entries',
    });
    const budget = workbook({
      'Compass KPIs': [headersOf(KPIS), ['Sales'], ['Visits']],
      'Compass Data': [['Period'], [month(1)]],
      'Compass Targets': [['Period'], [month(1)]],
    });
    expect(said(budget)).toEqual({
      'Compass KPIs': '2 KPIs',
      'Compass Data': 'figures of 1 period',
      'Compass Targets': 'targets of 1 period',
    });
    expect(said(typed(shop, 'Compass Log', { A2: month(1) }))['Compass Log']).toBe('1 decision or other entry');
    const sheets = shop.sheets.map(sheet => (sheet.name === 'Compass KPIs' ? { ...sheet, name: 'Our KPIs' } : sheet));
    expect(said({ ...shop, sheets })['Our KPIs']).toBe("1 KPI, created as 'Compass KPIs'");
  });

  test('holds what an owner typed into the data, or beside a table', () => {
    expect(own(shop)).toEqual([]);
    expect(own(typed(shop, 'Compass Data', { B4: 7 }))).toEqual(['Compass Data: 1 figure typed into it, B4.']);
    expect(own(typed(shop, 'Compass Data', { B4: 7, D2: 'x', A12: week(10) }))).toEqual([
      'Compass Data: 2 figures typed into it, from D2 on.',
    ]);
    expect(own(typed(shop, 'Compass KPIs', { Z3: 'ask Anna' }))).toEqual([
      'Compass KPIs: 1 cell of yours beside its table, Z3.',
    ]);
    // Above its tables the first three columns of the strategy are its labels; G is empty between goals and functions.
    expect(own(typed(shop, 'Compass Strategy', { C1: 'a hint', D1: 'mine', G10: 'mine too' }))).toEqual([
      'Compass Strategy: 2 cells of yours beside its table, from D1 on.',
    ]);
  });
});

describe('a sheet of that name', () => {
  const sorted = (sheets: Record<string, Cell[][]>) => {
    const { ours, others } = compassSheetsIn(workbook(sheets));
    return [ours.map(({ made }) => made), others.map(({ sheet }) => sheet)];
  };

  test('is the owner’s where it holds something else', () => {
    for (const name of ['Compass Data', 'Compass Targets']) {
      expect(
        sorted({
          [name]: [
            ['Period', 'Sales'],
            ['Stone Age', 1],
          ],
          Mine: [['x']],
        }),
      ).toEqual([[], [name]]);
      expect(
        sorted({
          [name]: [
            ['Period', 'Sales'],
            [month(1), 1],
          ],
          Mine: [['x']],
        }),
      ).toEqual([[name], []]);
    }
  });

  test('is ours with half of its headers, not with fewer', () => {
    // 25 headers, of which 13 are half.
    expect(sorted({ 'Compass KPIs': [headersOf(KPIS).slice(0, 13)] })).toEqual([['Compass KPIs'], []]);
    expect(sorted({ 'Compass KPIs': [headersOf(KPIS).slice(0, 12)] })).toEqual([[], ['Compass KPIs']]);
  });
});

test('formulas that would lose what they refer to are found in whatever cell, those of the sheets that go are not', () => {
  const book = workbook({
    Mine: [
      [1, 2, 3],
      [4, 5, 6],
    ],
    'Compass Data': [['Period']],
  });
  const formulas = [
    ["='Compass Data'!B2", '=A1+1', null],
    [null, '=SUM(compass_data)', "='compass data'!B3*2"],
  ];
  const [mine, data] = book.sheets;
  const own = { ...data!, formulas: [["='Compass Data'!B9"]] };
  const sheets = [{ ...mine!, formulas }, own];
  const found = dependentCells({ ...book, sheets }, ['Compass Data'], { isFile: true, hasBareNames: false });
  expect(found.map(({ row, column, value, why }) => [row, column, value, why])).toEqual([
    [0, 0, 1, 'refers'],
    [1, 2, 6, 'refers'],
  ]);
  const names = [{ name: 'Plan', formula: "'Compass Data'!$B$2" }];
  for (const [formula, uses] of [
    ['=plan+1', true],
    ['=Plan', true],
    ['=Plans+1', false],
    ['="Plan"', false],
    ['=A.Plan', false],
    ['=Plans+Plan', true],
  ] as const)
    expect([formula, refersTo(formula, ['Compass Data'], names)]).toEqual([formula, uses]);
});
