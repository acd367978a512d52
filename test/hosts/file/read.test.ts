import { strToU8 } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { readSnapshot } from '../../../src/hosts/file/read';
import { bakeryLookalike, bakeryLookalikeXlsx } from '../../fixtures/bakeryLookalike';
import { handmade, zipped } from './handmade';

const today = 42835;
const readAll = async (bytes: Uint8Array, sheet: string) => {
  const { sheets } = await readSnapshot(bytes, { today, further: [{ sheet }] });
  return sheets.find(block => block.name === sheet)!;
};
const rows = (...cells: string[]) => `<sheetData>${cells.map(row => `<row>${row}</row>`).join('')}</sheetData>`;

describe('a file that is no workbook is refused in words for its owner', () => {
  const compound = (...words: string[]) => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(strToU8(words.map(word => [...word].join('\0')).join('\0\0'), true), 1024);
    return bytes;
  };
  const bakery = bakeryLookalikeXlsx();

  test.each<[string, string, RegExp, () => Uint8Array | Promise<Uint8Array>]>([
    ['an empty file', 'empty', /empty \(0 bytes\)/, () => new Uint8Array(0)],
    ['a text file', 'not a workbook', /not an \.xlsx workbook/, () => strToU8('Week,Tickets\n1,2\n')],
    [
      'a file before 2007',
      'old format',
      /old \.xls format.*save it as \.xlsx/,
      () => compound('Root Entry', 'Workbook'),
    ],
    [
      'a file with a password',
      'password',
      /protected by a password/,
      () =>
        writeXlsx({
          sheets: [{ name: 'A', rows: [[1]] }],
          encryption: { password: 'crumb', spinCount: 10 },
        }) as Promise<Uint8Array>,
    ],
    [
      'a text document',
      'not a workbook',
      /but a text document/,
      () => zipped({ 'word/document.xml': '<w:document/>' }),
    ],
    [
      'an OpenDocument file',
      'not a workbook',
      /OpenDocument/,
      () => zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    ],
    ['another archive', 'not a workbook', /another kind of archive/, () => zipped({ 'holiday.txt': 'sun' })],
    ['a file cut in half', 'damaged', /cut off or damaged/, async () => (await bakery).slice(0, 20_000)],
    ['a file that lost its last byte', 'damaged', /cut off or damaged/, async () => (await bakery).slice(0, -1)],
    [
      'a workbook part that breaks off',
      'damaged',
      /xl\/workbook\.xml/,
      () => handmade({ sheets: { A: rows() }, beforeSheets: '<bookViews>' }),
    ],
  ])('%s', async (_, trouble, message, bytes) => {
    const reading = readSnapshot(await bytes(), { today });
    await expect(reading).rejects.toMatchObject({ name: 'FileError', trouble });
    await expect(reading).rejects.toThrow(message);
  });
});

describe('a snapshot of the bakery', () => {
  test('lists every sheet and reads only what is asked for', async () => {
    const { sheets } = await readSnapshot(await bakeryLookalikeXlsx(), {
      today,
      further: [{ sheet: 'weekly', range: 'A4:B6' }],
    });
    expect(sheets.map(({ name, values }) => [name, values.length])).toEqual([
      ['Weekly', 3],
      ['Till', 0],
    ]);
  });

  test('is the workbook that was saved: values, formulas, formats, every cell', async () => {
    const saved = bakeryLookalike().sheets[0]!;
    expect(await readAll(await bakeryLookalikeXlsx(), 'Weekly')).toEqual({ ...saved, row: 0, column: 0 });
  });

  test('has a row for what a range names below the last cell, blank', async () => {
    const { sheets } = await readSnapshot(await bakeryLookalikeXlsx(), {
      today,
      further: [{ sheet: 'Weekly', range: 'B26:B29' }],
    });
    expect(sheets[0]).toMatchObject({ row: 25, column: 1, values: [[expect.any(Number)], [null], [null], [null]] });
  });

  test('passes over a sheet that is not there', async () => {
    const { sheets } = await readSnapshot(await bakeryLookalikeXlsx(), {
      today,
      further: [{ sheet: 'Wekly', range: 'A1' }],
    });
    expect(sheets.every(({ values }) => values.length === 0)).toBe(true);
  });
});

describe('days and times', () => {
  // 21 Nov 2016 is 42695: days from 30 Dec 1899, as every spreadsheet counts. In a workbook from 1904 it is stored as
  // 42695 − 1462 = 41233.
  const week = (stored: number) =>
    rows(
      `<c s="1"><v>${stored}</v></c><c s="2"><v>0.354166666666667</v></c><c s="3"><v>${stored + 0.75}</v></c><c><v>${stored}</v></c>`,
    );

  test('are serial numbers, times of day included', async () => {
    const block = await readAll(handmade({ sheets: { A: week(42695) } }), 'A');
    expect(block.values[0]).toEqual([42695, 0.3541666666666667, 42695.75, 42695]);
  });

  test('of a workbook that counts from 1904 are the same days; times and plain numbers are themselves', async () => {
    const bytes = handmade({ sheets: { A: week(41233) }, beforeSheets: '<workbookPr date1904="1"/>' });
    expect((await readAll(bytes, 'A')).values[0]).toEqual([42695, 0.3541666666666667, 42695.75, 41233]);
  });

  test('keep apart the two days that Excel takes for the last of February 1900', async () => {
    const block = await readAll(
      handmade({ sheets: { A: rows('<c s="1"><v>59</v></c><c s="1"><v>60</v></c><c s="1"><v>61</v></c>') } }),
      'A',
    );
    expect(block.values[0]).toEqual([59, 60, 61]);
  });
});

describe('what stands in a cell', () => {
  test('errors are errors, and a text that looks like one is a text', async () => {
    const line =
      '<c t="e"><v>#DIV/0!</v></c><c t="inlineStr"><is><t>#N/A</t></is></c><c t="e"><f>NA()</f><v>#N/A</v></c><c t="e"><v>#SPILL!</v></c><c t="b"><v>1</v></c>';
    const block = await readAll(handmade({ sheets: { A: rows(line) } }), 'A');
    expect(block.values[0]).toEqual([{ error: '#DIV/0!' }, '#N/A', { error: '#N/A' }, { error: '#VALUE!' }, true]);
  });

  test('a formula that was filled down is read in each of its cells', async () => {
    const shared = rows(
      '<c r="A1"><f t="shared" ref="A1:A3" si="0">IF(Weekly!$B$4="","",$B1*2)</f><v>2</v></c>',
      '<c r="A2"><f t="shared" si="0"/><v>4</v></c>',
      '<c r="A3"><f t="shared" si="0"/><v>6</v></c>',
    );
    const { sheets } = await readSnapshot(handmade({ sheets: { A: shared } }), {
      today,
      further: [{ sheet: 'A', range: 'A2:A3' }],
    });
    expect(sheets[0]!.formulas).toEqual([['=IF(Weekly!$B$4="","",$B2*2)'], ['=IF(Weekly!$B$4="","",$B3*2)']]);
    expect(sheets[0]!.values).toEqual([[4], [6]]);
  });

  test('a formula without a saved result is said, not taken for a blank', async () => {
    const lines = rows(
      '<c r="A1"><f>B1*2</f></c>',
      '<c r="A2"><f>B2*2</f><v></v></c>',
      '<c r="A3" t="str"><f>""</f><v></v></c>',
    );
    const { problems } = await readSnapshot(handmade({ sheets: { Weekly: lines } }), {
      today,
      further: [{ sheet: 'Weekly' }],
    });
    expect(problems).toEqual([
      {
        severity: 'error',
        message:
          'Weekly, from A1 on: 2 formulas have no saved result. Open the file once in Excel or LibreOffice and save it.',
        place: { sheet: 'Weekly', range: 'A1' },
      },
    ]);
  });

  test('a file of a program that saves results has nothing to be said', async () => {
    const bytes = (await writeXlsx({
      sheets: [{ name: 'A', rows: [[1]], cells: new Map([['0,0', { formula: '1', formulaResult: 1 }]]) }],
    })) as Uint8Array;
    expect((await readSnapshot(bytes, { today, further: [{ sheet: 'A' }] })).problems).toBeUndefined();
  });
});
