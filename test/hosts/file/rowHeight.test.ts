import { openPackage, readPart } from '../../../src/hosts/file/package/package';
import { newWorkbook } from '../../../src/hosts/file/sheets/newWorkbook';
import { applyToFile } from '../../../src/hosts/file/write';
import type { Edit } from '../../../src/workbook/edit';

/** The start tags of the rows of a new sheet whose first column is ten characters wide. */
async function rowsWith(texts: (string | number)[]): Promise<string[]> {
  const place = { sheet: 'New', row: 0, column: 0 };
  const edits: Edit[] = [
    { kind: 'add sheet', sheet: 'New', widths: [10] },
    { kind: 'write', ...place, cells: texts.map(text => [text]) },
    { kind: 'format', ...place, rows: texts.length, columns: 1, format: { wrap: true } },
  ];
  const xml = readPart(openPackage(await applyToFile(newWorkbook(), edits)), 'xl/worksheets/sheet1.xml')!;
  return [...xml.matchAll(/<row [^>]*>/g)].map(([tag]) => tag);
}

describe('a wrapped text on a new sheet', () => {
  test('that takes two lines has a row of two lines, for spreadsheets that do not look by themselves', async () => {
    // "of these" and "satisfied" do not fit ten characters together; a line is 15 points high.
    expect(await rowsWith(['of these satisfied'])).toEqual(['<row r="1" ht="30">']);
  });

  test('that fits, and a number however long, leave their rows as they were', async () => {
    expect(await rowsWith(['Leads', 123456789.123456])).toEqual(['<row r="1">', '<row r="2">']);
  });

  test('that is one long word is not broken', async () => {
    expect(await rowsWith(['Lagerumschlagshäufigkeit'])).toEqual(['<row r="1">']);
  });
});
