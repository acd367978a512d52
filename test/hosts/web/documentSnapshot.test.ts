import type { IWorksheetData } from '@univerjs/core';
import { writeXlsx } from 'hucre/xlsx';
import type { WorkbookDocument } from '../../../src/hosts/web/document';
import { documentSnapshot, hasVolatile, isCalculated } from '../../../src/hosts/web/documentSnapshot';
import { findInDocument } from '../../../src/hosts/web/xlsx/findInDocument';
import { readDocument } from '../../../src/hosts/web/xlsx/read';
import type { Snapshot } from '../../../src/workbook/snapshot';
import { headless } from '../../engine/headless';
import { snapshotXlsx } from '../../fixtures/snapshotXlsx';
import { TICKETS, tracked, WEEKLY, workbook } from '../../workbook/workbooks';

// What is expected is always what the grid itself is read as: the same engine that calculates in the page, without a screen.

const TODAY = 46_000;

function about({ data }: Pick<WorkbookDocument, 'data'>) {
  return { today: TODAY, locale: 'en-GB', further: data.sheetOrder.map(id => ({ sheet: data.sheets[id]!.name! })) };
}

/** The same workbook as it is read once it is in the grid, calculated anew. */
async function ofGrid(document: Pick<WorkbookDocument, 'data'>): Promise<Snapshot> {
  const engine = headless().createEngine(structuredClone(document.data));
  try {
    await engine.recalculate();
    return engine.snapshot(about(document));
  } finally {
    engine.dispose();
  }
}

test('cells of every kind are read as in the grid: formats of cells, rows and columns, formulas that were filled down, what formulas spilled', async () => {
  const shared = { formulaType: 'shared' as const, formulaSharedIndex: 0 };
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Cells',
        rows: [
          ['flour', 12.5, true, new Date(Date.UTC(2016, 10, 21)), '=1+1', null, 2, null],
          ['', 3, false, null, '007', null, 4, null],
          [null, 4, null, null, 'last', 0.25, 6, null],
        ],
        cells: new Map([
          ['0,3', { style: { numFmt: 'yyyy-mm-dd' } }],
          ['1,5', { formula: '1/0', formulaResult: '#DIV/0!' }],
          ['2,5', { style: { numFmt: '0.0%' } }],
          ['0,7', { ...shared, formula: 'B1*$B$1', formulaRef: 'H1:H3', formulaResult: 156.25 }],
          ['1,7', { ...shared, formula: '', formulaResult: 37.5 }],
          ['2,7', { ...shared, formula: '', formulaResult: 50 }],
          ['0,8', { formula: 'G1:G3*2', formulaResult: 4, formulaType: 'array', formulaRef: 'I1:I3' }],
          ['1,8', { value: 8 }],
          ['2,8', { value: 12 }],
        ]),
      },
      { name: 'Empty', rows: [] },
    ],
    namedRanges: [{ name: 'Flour', range: 'Cells!$B$1' }],
  });
  const document = await readDocument(bytes, 'cells.xlsx');
  const sheet = document.data.sheets['sheet-1'] as IWorksheetData;
  // As the grid keeps them in the browser: a style for a whole row and column, and one formula for those filled down from it.
  document.data.styles.money = { n: { pattern: '#,##0.00' } };
  sheet.rowData[1] = { ...sheet.rowData[1], s: 'money' };
  sheet.columnData[6] = { ...sheet.columnData[6], s: { n: { pattern: '0' } } };
  sheet.cellData[0]![9] = { f: '=G1+1', v: 3, t: 2, si: 'filled' };
  sheet.cellData[1]![9] = { si: 'filled', v: 5, t: 2 };

  const read = documentSnapshot(document, about(document));
  expect(read).toEqual(await ofGrid(document));
  const cells = read.sheets.find(({ name }) => name === 'Cells');
  expect(cells!.formulas![1]!.slice(7)).toEqual(['=B2*$B$1', null, '=G2+1']);
  expect(cells!.values.map(row => row[8])).toEqual([4, 8, 12]);
  expect(isCalculated(read)).toBe(true);
});

test('of a workbook with KPIs is read what a review needs, as in the grid', async () => {
  const { today, locale, sheets } = tracked(workbook({ Weekly: WEEKLY }), TICKETS);
  const engine = headless().createEngine(sheets);
  try {
    await engine.recalculate();
    const read = documentSnapshot({ data: engine.save(), spilled: {} }, { today, locale, further: [] });
    expect(read).toEqual(engine.snapshot({ today, locale, further: [] }));
    const data = read.sheets.find(({ name }) => name === 'Compass Data')!;
    expect(data.values.flat()).toContain(410);
    expect(findInDocument({ data: engine.save(), spilled: {} }, { today, locale })).toBeNull();
  } finally {
    engine.dispose();
  }
});

describe('a look ahead of the grid', () => {
  const months = (formula: string | null, value: number | null): Snapshot => ({
    today: TODAY,
    locale: 'en',
    sheets: [
      {
        name: 'Months',
        values: [
          ['Month', 'Sales'],
          ...[1, 2, 3, 4].map(month => [`2025-0${month}`, month === 4 ? value : 100 + month]),
        ],
        formulas: [[null, null], ...[1, 2, 3, 4].map(month => [null, month === 4 ? formula : null])],
      },
    ],
  });
  const looked = async (workbook: Snapshot) =>
    findInDocument(await readDocument(await snapshotXlsx(workbook), 'm.xlsx'), { today: TODAY, locale: 'en' });

  test('finds the series that are there', async () => {
    const found = await looked(months('=SUM(B2:B4)-202', 104));
    expect(found?.findings.map(({ name, count }) => [name, count])).toEqual([['Sales', 4]]);
  });

  test('waits for the grid where a formula is yet to be calculated, or is another one every day', async () => {
    expect(await looked(months('=SUM(B2:B4)-202', null))).toBeNull();
    expect(await looked(months('=TODAY()', 45_000))).toBeNull();
  });

  test('tells a formula without a result, and one that changes by itself', () => {
    const of = (formula: string, value: number | null): Snapshot => ({
      today: TODAY,
      locale: 'en',
      sheets: [{ name: 'S', values: [[value]], formulas: [[formula]] }],
    });
    expect([isCalculated(of('=1+1', 2)), isCalculated(of('=1+1', null))]).toEqual([true, false]);
    expect([hasVolatile(of('=1+1', 2)), hasVolatile(of('=1+now()', 2))]).toEqual([false, true]);
  });
});
