import type { IWorksheetData } from '@univerjs/core';
import { readXlsx, type WriteOptions, writeXlsx } from 'hucre/xlsx';
import { openPackage, readPart } from '../../../src/hosts/file/package/package';
import { readDocument } from '../../../src/hosts/web/xlsx/read';
import { writeDocument } from '../../../src/hosts/web/xlsx/write';
import { bakeryLookalikeXlsx } from '../../fixtures/bakeryLookalike';

jest.setTimeout(60_000);

const bakery = bakeryLookalikeXlsx();

type Written = Omit<WriteOptions['sheets'][number], 'name'>;

/** One sheet as a file and as the grid opens it. */
async function opened(sheet: Written): Promise<{ bytes: Uint8Array; sheet: IWorksheetData; styles: object }> {
  const bytes = await writeXlsx({ sheets: [{ name: 'S', ...sheet }] });
  const { data } = await readDocument(bytes, 'book');
  return { bytes, sheet: data.sheets[data.sheetOrder[0]!] as IWorksheetData, styles: data.styles };
}

describe('a file in the grid', () => {
  test('keeps values of every kind, a date as its serial number', async () => {
    const cells = new Map([['0,4', { style: { numFmt: 'yyyy-mm-dd' } }]]);
    const { sheet } = await opened({ rows: [['flour', 12.5, true, null, new Date(Date.UTC(2016, 10, 21))]], cells });
    // 21 November 2016 is 42695 (LibreOffice).
    expect(Object.values(sheet.cellData[0]!).map(cell => cell.v)).toEqual(['flour', 12.5, 1, 42695]);
  });

  test('marks text that would turn into something else when it is typed over', async () => {
    const { sheet } = await opened({ rows: [['=1+1', '007', 'flour']] });
    // 4 is Univer's number for text that stays text.
    expect(Object.values(sheet.cellData[0]!).map(cell => cell.t)).toEqual([4, 4, 1]);
  });

  test('keeps an empty text and an error that a formula gave, and waits for a result that is not there', async () => {
    const cells = new Map([
      ['0,0', { formula: 'IF(B1="","",B1)', formulaResult: '' }],
      ['0,2', { formula: '1/0', formulaResult: '#DIV/0!' }],
      ['0,3', { formula: '1+1' }],
    ]);
    const { sheet } = await opened({ rows: [[]], cells });
    expect(sheet.cellData[0]).toMatchObject({
      0: { f: '=IF(B1="","",B1)', v: '' },
      2: { f: '=1/0', v: '#DIV/0!' },
      3: { f: '=1+1' },
    });
    expect(sheet.cellData[0]![3]!.v).toBeUndefined();
  });

  test('gives each cell of a shared formula its own', async () => {
    const shared = { formulaType: 'shared' as const, formulaSharedIndex: 0 };
    const cells = new Map([
      ['0,1', { ...shared, formula: 'A1*$A$1', formulaRef: 'B1:B3', formulaResult: 4 }],
      ['1,1', { ...shared, formula: '', formulaResult: 6 }],
      ['2,1', { ...shared, formula: '', formulaResult: 8 }],
    ]);
    const { sheet } = await opened({ rows: [[2], [3], [4]], cells });
    expect([0, 1, 2].map(row => sheet.cellData[row]![1])).toMatchObject([
      { f: '=A1*$A$1', v: 4 },
      { f: '=A2*$A$1', v: 6 },
      { f: '=A3*$A$1', v: 8 },
    ]);
  });

  test('keeps what an array formula spilled apart from the cells, so that nothing is in its way', async () => {
    const formula = { formula: '_xldudf_COMPASS_CHURN_RATE(A1:A2,B1:B2)', formulaResult: 0.05 };
    const array = { ...formula, formulaType: 'array' as const, formulaDynamic: true, formulaRef: 'C1:C2' };
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            [5, 100, null],
            [6, 200, 0.03],
          ],
          cells: new Map([['0,2', array]]),
        },
      ],
    });
    const { data, spilled } = await readDocument(bytes, 'book');
    const sheet = data.sheets['sheet-1'] as IWorksheetData;
    expect(sheet.cellData[0]![2]).toMatchObject({ f: '=CHURN_RATE(A1:A2,B1:B2)', v: 0.05 });
    expect(sheet.cellData[1]![2]).toBeUndefined();
    expect(spilled['sheet-1']).toEqual({
      ranges: { 0: { 2: { startRow: 0, endRow: 1, startColumn: 2, endColumn: 2 } } },
      cells: { 0: { 2: { v: 0.05, t: 2 } }, 1: { 2: { v: 0.03, t: 2 } } },
    });
  });

  test('keeps its look', async () => {
    const style = {
      font: { bold: true, size: 14, color: { rgb: '17598A' } },
      fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'FFF8E1' } },
      alignment: { horizontal: 'center' as const, wrapText: true },
      border: { bottom: { style: 'thin' as const, color: { rgb: '838B93' } } },
      numFmt: '0.0%',
    };
    const { sheet, styles } = await opened({
      rows: [[0.25]],
      cells: new Map([['0,0', { style }]]),
      columns: [{ width: 20 }, { hidden: true }],
      freezePane: { rows: 1, columns: 1 },
      merges: [{ startRow: 2, endRow: 2, startCol: 0, endCol: 3 }],
    });
    expect(Object.values(styles)[0]).toMatchObject({
      bl: 1,
      fs: 14,
      cl: { rgb: '#17598a' },
      bg: { rgb: '#fff8e1' },
      ht: 2,
      tb: 3,
      bd: { b: { s: 1, cl: { rgb: '#838b93' } } },
      n: { pattern: '0.0%' },
    });
    // 20 digits of 7 pixels and 5 of room (ECMA-376).
    expect(sheet.columnData).toMatchObject({ 0: { w: 145 }, 1: { hd: 1 } });
    expect(sheet.freeze).toEqual({ xSplit: 1, ySplit: 1, startRow: 1, startColumn: 1 });
    expect(sheet.mergeData).toEqual([{ startRow: 2, endRow: 2, startColumn: 0, endColumn: 3 }]);
  });
});

describe('a workbook of the grid as a file', () => {
  test('is the same when it is opened again: a bakery’s till of 21,000 lines', async () => {
    const first = await readDocument(await bakery, 'bakery');
    const second = await readDocument(await writeDocument(first), 'bakery');
    const { opened: _, ...whole } = second;
    const { opened: __, ...expected } = first;
    expect(whole).toEqual({ ...expected, data: { ...expected.data, id: second.data.id } });
  });

  test('holds our functions as Excel stores an add-in’s, spilled ones as arrays, with their results', async () => {
    const document = await readDocument(
      await writeXlsx({
        sheets: [
          {
            name: 'S',
            rows: [
              [5, 100],
              [6, 200],
            ],
          },
        ],
      }),
      'b',
    );
    const sheet = document.data.sheets['sheet-1'] as IWorksheetData;
    sheet.cellData[0]![2] = { f: '=CHURN_RATE(A1:A2,B1:B2)', v: 0.05, t: 2 };
    sheet.cellData[0]![4] = { f: '=CHURN_RATE(5,0)', v: '#DIV/0!', t: 1 };
    const range = { startRow: 0, endRow: 1, startColumn: 2, endColumn: 2 };
    const spilled = {
      ranges: { 0: { 2: range } },
      cells: { 0: { 2: { v: 0.05, t: 2 } }, 1: { 2: { v: 0.03, t: 2 } } },
    };
    const bytes = await writeDocument({ data: document.data, spilled: { 'sheet-1': spilled } });
    const { cells, rows } = (await readXlsx(bytes)).sheets[0]!;
    expect(cells?.get('0,2')).toMatchObject({
      formula: '_xldudf_COMPASS_CHURN_RATE(A1:A2,B1:B2)',
      formulaType: 'array',
      formulaRef: 'C1:C2',
      formulaDynamic: true,
      formulaResult: 0.05,
    });
    expect(rows[1]![2]).toBe(0.03);
    // An error is stored as one, not as its text.
    expect(cells?.get('0,4')).toMatchObject({ value: '#DIV/0!', formula: '_xldudf_COMPASS_CHURN_RATE(5,0)' });
    expect(readPart(openPackage(bytes), 'xl/worksheets/sheet1.xml')).toContain('r="E1" t="e"');
  });

  test('writes a formula that was filled down as each cell’s own', async () => {
    const document = await readDocument(await writeXlsx({ sheets: [{ name: 'S', rows: [[2], [3]] }] }), 'b');
    const sheet = document.data.sheets['sheet-1'] as IWorksheetData;
    sheet.cellData[0]![1] = { f: '=A1*2', si: 'x', v: 4, t: 2 };
    sheet.cellData[1]![1] = { si: 'x', v: 6, t: 2 };
    const { cells } = (await readXlsx(await writeDocument(document))).sheets[0]!;
    expect([cells?.get('0,1')?.formula, cells?.get('1,1')?.formula]).toEqual(['A1*2', 'A2*2']);
  });
});

describe('a file that the grid cannot hold whole', () => {
  test('says what would be missing from a copy', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [[1], [2]],
          charts: [{ type: 'line', series: [{ values: 'S!$A$1:$A$2' }], anchor: { from: { row: 5, col: 1 } } }],
          dataValidations: [{ type: 'list', values: ['yes', 'no'], range: 'B1:B9' }],
          conditionalRules: [
            { type: 'cellIs', operator: 'greaterThan', formula: '1', priority: 1, range: 'A1:A2' },
            { type: 'duplicateValues', priority: 2, range: 'A1:A2' },
          ],
        },
      ],
    });
    const { notShown } = await readDocument(bytes, 'book');
    expect(notShown.sort()).toEqual(['charts', 'some conditional formats']);
  });

  test('a plain one has nothing to say', async () => {
    expect((await readDocument(await bakery, 'b')).notShown).toEqual([]);
  });
});
