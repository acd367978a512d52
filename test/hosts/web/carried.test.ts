import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPackage } from '../../../src/hosts/file/package/package';
import { readWorkbook } from '../../../src/hosts/file/package/workbook';
import type { Engine } from '../../../src/hosts/univer/headless';
import type { WorkbookDocument } from '../../../src/hosts/web/document';
import { readDocument } from '../../../src/hosts/web/xlsx/read';
import { saveDocument } from '../../../src/hosts/web/xlsx/save';
import { templates } from '../../../src/templates/catalogue';
import { installTemplate } from '../../../src/templates/install/installTemplate';
import { track } from '../../../src/workbook/track/track';
import { headless } from '../../engine/headless';
import { inLibreOffice } from '../../libreOffice';
import { savedByLibreOffice } from '../../templates/savedByLibreOffice';
import { changedParts, handmade, partsOf } from '../file/handmade';

jest.setTimeout(120_000);

const FOREIGN = join(__dirname, '../../fixtures/foreign');

/** A workbook of another program, in the grid. */
interface InGrid {
  bytes: Uint8Array;
  document: WorkbookDocument;
  engine: Engine;
  save(change?: (data: WorkbookDocument['data']) => void): ReturnType<typeof saveDocument>;
}

async function inGrid(bytes: Uint8Array, name: string): Promise<InGrid> {
  const document = await readDocument(bytes, name);
  const { opened, spilled } = document;
  const engine = headless().createEngine(document.data);
  await engine.calculated();
  return {
    bytes,
    document,
    engine,
    save: async (change = () => undefined) => {
      await engine.calculated();
      const data = engine.save();
      change(data);
      return saveDocument({ data, spilled, opened });
    },
  };
}

/** The parts that say what the workbook consists of, and its styles: they have to name what is new. */
const ABOUT_ALL = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

/** The file's own parts that are not, byte for byte, what they were. */
const touched = (before: Uint8Array, after: Uint8Array) =>
  changedParts(before, after).filter(name => partsOf(before)[name] !== undefined && !ABOUT_ALL.includes(name));

/**
 * Workbooks that other programs made (test/fixtures/foreign/README.md): figures in them to track, what follows when two rows
 * are put in before row 3 of the first sheet, and what when the sheet is given another name. By hand: what ended in row 19 ends in row
 * 21, since rows lie between its first and its last.
 */
const WORKBOOKS: {
  file: string;
  values: string;
  periods: string;
  rows: Record<string, string[]>;
  renamed: string[];
}[] = [
  {
    file: 'xlsxwriter-charts.xlsx',
    values: 'B2:B19',
    periods: 'A2:A19',
    rows: {
      'xl/charts/chart1.xml': ['<c:f>CRM!$A$2:$A$21</c:f>', '<c:f>CRM!$B$2:$B$21</c:f>'],
      'xl/charts/chart2.xml': ['<c:f>CRM!$D$2:$D$9</c:f>'],
      'xl/workbook.xml': ['CRM!$A$1:$D$21'],
      'xl/worksheets/sheet1.xml': [
        '<autoFilter ref="A1:D21"',
        '<xm:f>CRM!B2:B21</xm:f>',
        '<conditionalFormatting sqref="C2:C21">',
        '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="H2:H11">',
        '<f>SUM(B2:B21)</f>',
      ],
    },
    renamed: ['xl/charts/chart1.xml', 'xl/charts/chart2.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
  },
  {
    file: 'openpyxl-script.xlsx',
    values: 'B2:B19',
    periods: 'A2:A19',
    rows: {
      'xl/charts/chart2.xml': ["<f>'Küche'!$B$2:$B$21</f>", "<f>'Küche'!$C$2:$C$21</f>"],
      'xl/workbook.xml': ['>Küche!$B$2:$B$21<'],
      'xl/worksheets/sheet1.xml': ['<conditionalFormatting sqref="B2:B21">', 'sqref="B2:B21"'],
    },
    renamed: ['xl/charts/chart1.xml', 'xl/charts/chart2.xml', 'xl/workbook.xml'],
  },
  {
    file: 'libreoffice-pivot.xlsx',
    values: 'C2:C37',
    periods: 'B2:B37',
    rows: {
      'xl/charts/chart1.xml': ['<c:f>Sales!$A$2:$A$39</c:f>'],
      'xl/pivotCache/pivotCacheDefinition1.xml': ['<worksheetSource ref="A1:C39" sheet="Sales"/>'],
      'xl/workbook.xml': ['>Sales!$C$2:$C$39<'],
      'xl/worksheets/sheet1.xml': ['SUM(C2:C39)'],
    },
    renamed: ['xl/charts/chart1.xml', 'xl/pivotCache/pivotCacheDefinition1.xml', 'xl/workbook.xml'],
  },
  {
    file: 'libreoffice-macros.xlsm',
    values: 'C2:C37',
    periods: 'B2:B37',
    rows: { 'xl/worksheets/sheet1.xml': ['SUM(C2:C39)'] },
    renamed: [],
  },
  {
    file: 'exceljs-export.xlsx',
    values: 'B2:B41',
    periods: 'A2:A41',
    rows: {
      'xl/workbook.xml': [">'Orders ''26'!$B$2:$B$43<"],
      'xl/worksheets/sheet1.xml': ['<autoFilter ref="A1:D43"/>', 'sqref="B2:B43"', 'sqref="H2"', '<hyperlink ref="F1"'],
      'xl/drawings/drawing1.xml': ['<xdr:row>6</xdr:row>'],
    },
    renamed: ['xl/workbook.xml'],
  },
];

const saved = new Map<string, Uint8Array>();

describe.each(WORKBOOKS)('$file, opened in the page', ({ file, values, periods, rows, renamed }) => {
  const bytes = new Uint8Array(readFileSync(join(FOREIGN, file)));
  let book: InGrid;
  let first: string;
  beforeEach(async () => {
    book = await inGrid(bytes, file);
    first = book.engine.sheets()[0]!;
  });
  afterEach(() => book.engine.dispose());

  test('and saved as it is, keeps every part; under its own ending', async () => {
    const { bytes: after, leftBehind, refused } = await book.save();
    expect([refused, leftBehind]).toEqual([undefined, []]);
    // Formulas that nobody had calculated have their results now.
    const calculated = file.startsWith('openpyxl') ? ['xl/worksheets/sheet1.xml', 'xl/styles.xml'] : [];
    expect(changedParts(bytes, after).filter(name => !calculated.includes(name))).toEqual([]);
    expect(book.document.opened!.ending).toBe(file.slice(-4));
  });

  test('with one cell changed and a KPI tracked, keeps all but that sheet; and the same again when it is opened again', async () => {
    book.engine.write(first, 4, 1, [[987]]);
    await book.engine.calculated();
    const cells = (range: string) => ({ sheet: first, range });
    const request = { kpi: 'Course', values: cells(values), periods: cells(periods) };
    const snapshot = book.engine.snapshot({ today: 46349, locale: 'en', further: [{ sheet: first }] });
    expect(book.engine.apply(track(snapshot, request))).toEqual({ written: 'all' });
    const { bytes: after, leftBehind } = await book.save();
    expect(leftBehind).toEqual([]);
    expect(touched(bytes, after)).toEqual(['xl/worksheets/sheet1.xml']);
    const again = await readDocument(after, file);
    const second = await saveDocument(again);
    expect(changedParts(after, second.bytes)).toEqual([]);
  });

  test('has what speaks of its rows follow them, there and back', async () => {
    book.engine.insertRows(first, 2, 2);
    const { bytes: after, leftBehind } = await book.save();
    expect(leftBehind).toEqual([]);
    const parts = partsOf(after);
    for (const [part, texts] of Object.entries(rows)) for (const text of texts) expect(parts[part]).toContain(text);
    saved.set(file.replace(/xlsm$/, 'xlsx'), after);
    // Taken back, it is the file that was opened.
    await book.engine.undo();
    const back = await book.save();
    expect(touched(bytes, back.bytes).filter(name => name !== 'xl/worksheets/sheet1.xml')).toEqual([]);
  });

  test('has what speaks of a sheet follow its new name, and its place', async () => {
    const { bytes: after, leftBehind } = await book.save(data => {
      const id = data.sheetOrder[0]!;
      data.sheets[id]!.name = "Next year's";
      data.sheetOrder = [...data.sheetOrder.slice(1), id];
    });
    expect(leftBehind).toEqual([]);
    const names = readWorkbook(openPackage(after)).sheets.flatMap(({ name, part }) => (part ? [name] : []));
    expect(names.at(-1)).toBe("Next year's");
    const parts = partsOf(after);
    for (const part of renamed) {
      const text = parts[part]!.replace(/&apos;/g, "'");
      expect(text).toContain("Next year's".replace("'", part.includes('pivot') ? "'" : "''"));
      expect(text).not.toMatch(new RegExp(`>'?${first.replace(/'/g, "''")}'?!`));
    }
    expect(touched(bytes, after).filter(name => !renamed.includes(name) && !/worksheets/.test(name))).toEqual([]);
  });
});

describe('a template that is put into an opened workbook', () => {
  test('has its charts in the file, and has them still when that is opened and saved again', async () => {
    const bytes = new Uint8Array(readFileSync(join(FOREIGN, 'xlsxwriter-charts.xlsx')));
    const book = await inGrid(bytes, 'shop.xlsx');
    const template = templates.find(({ id }) => id === 'four-functions')!;
    const about = book.engine.snapshot({ today: 46349, locale: 'en', further: [] });
    const edits = installTemplate(template, about, { mode: 'sample' });
    const planned = edits.filter(({ kind }) => kind === 'chart').length;
    expect(book.engine.apply(edits)).toEqual({ written: 'all' });
    const { bytes: after } = await book.save();
    book.engine.dispose();
    expect(touched(bytes, after)).toEqual([]);
    const charts = (file: Uint8Array) => Object.keys(partsOf(file)).filter(name => /charts\/chart/.test(name));
    expect(planned).toBeGreaterThan(0);
    // Two of the owner's.
    expect(charts(after)).toHaveLength(2 + planned);
    const again = await saveDocument(await readDocument(after, 'shop.xlsx'));
    expect(changedParts(after, again.bytes)).toEqual([]);
  });
});

describe('a sheet that is removed', () => {
  const pivot = new Uint8Array(readFileSync(join(FOREIGN, 'libreoffice-pivot.xlsx')));

  test('goes with what is on it', async () => {
    const book = await inGrid(pivot, 'sales.xlsx');
    book.engine.apply([{ kind: 'remove sheet', sheet: 'Pivot' }]);
    const { bytes: after, leftBehind } = await book.save();
    book.engine.dispose();
    expect(leftBehind).toEqual([]);
    expect(touched(pivot, after).filter(name => !/sheet2|pivotTable/.test(name))).toEqual([
      // What was in its cells is not to be found in the file any more.
      'xl/sharedStrings.xml',
    ]);
    expect(Object.keys(partsOf(after)).filter(name => /sheet2|pivotTables/.test(name))).toEqual([]);
  });

  test('is said to be read by what stays', async () => {
    const book = await inGrid(pivot, 'sales.xlsx');
    book.engine.apply([{ kind: 'remove sheet', sheet: 'Sales' }]);
    const { leftBehind } = await book.save();
    book.engine.dispose();
    expect(leftBehind).toEqual([
      'Sales was removed. Pivot tables that read it keep what they showed last, and can’t be refreshed.',
    ]);
  });
});

test('rows and columns that are removed take their share of what reads them', async () => {
  const bytes = new Uint8Array(readFileSync(join(FOREIGN, 'xlsxwriter-charts.xlsx')));
  const book = await inGrid(bytes, 'shop.xlsx');
  book.engine.apply([
    { kind: 'remove rows', sheet: 'CRM', row: 4, count: 3 },
    { kind: 'remove columns', sheet: 'CRM', column: 4, count: 1 },
  ]);
  const { bytes: after, leftBehind } = await book.save();
  book.engine.dispose();
  expect(leftBehind).toEqual([]);
  const parts = partsOf(after);
  // By hand: rows 5 to 7 and column E are gone.
  expect(parts['xl/charts/chart1.xml']).toContain('<c:f>CRM!$B$2:$B$16</c:f>');
  expect(parts['xl/worksheets/sheet1.xml']).toContain('<xm:sqref>E2</xm:sqref>');
  expect(parts['xl/worksheets/sheet1.xml']).toContain('sqref="G2:G6"');
  expect(parts['xl/drawings/drawing1.xml']).toContain('<xdr:col>8</xdr:col>');
});

describe('what can’t follow', () => {
  const relations = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const cell = (at: string, value: number | string) =>
    typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheet = `<sheetData><row r="1">${cell('A1', 'Loaf')}${cell('B1', 'Price')}</row><row r="2">${cell('A2', 'Rye')}${cell('B2', 3)}</row><row r="3">${cell('A3', 'Spelt')}${cell('B3', 4)}</row></sheetData>`;
  const withControl = handmade({
    sheets: { Shop: sheet },
    parts: { 'xl/worksheets/_rels/sheet1.xml.rels': relations('ctrlProp', '../ctrlProps/ctrlProp1.xml') },
  });
  const table =
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Loaves" displayName="Loaves" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="Loaf"/><tableColumn id="2" name="Price"/></tableColumns></table>';
  const withTable = handmade({
    sheets: { Shop: sheet },
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations('table', '../tables/table1.xml'),
      'xl/tables/table1.xml': table,
    },
  });

  test('is said before saving, and the cells are where the grid has them', async () => {
    const book = await inGrid(withControl, 'shop.xlsx');
    book.engine.insertRows('Shop', 1, 1);
    const { bytes: after, leftBehind } = await book.save();
    book.engine.dispose();
    expect(leftBehind).toEqual([
      expect.stringMatching(/^Shop: rows can't be inserted at row 2, because the sheet has a ctrlProp/),
    ]);
    const again = await readDocument(after, 'shop.xlsx');
    expect(Object.values(again.data.sheets['sheet-1']!.cellData![2] ?? {}).map(each => each.v)).toEqual(['Rye', 3]);
  });

  test('a table grows with its rows, and its columns are called what their headers say', async () => {
    const book = await inGrid(withTable, 'shop.xlsx');
    book.engine.insertRows('Shop', 2, 1);
    book.engine.write('Shop', 0, 1, [['Price in €']]);
    const { bytes: after, leftBehind } = await book.save();
    expect(leftBehind).toEqual([]);
    expect(partsOf(after)['xl/tables/table1.xml']).toContain('ref="A1:B4"');
    expect(partsOf(after)['xl/tables/table1.xml']).toContain('<tableColumn id="2" name="Price in €"/>');
    book.engine.write('Shop', 0, 1, [['Loaf']]);
    const twice = await book.save();
    book.engine.dispose();
    expect(twice.leftBehind).toEqual([expect.stringContaining("the header 'Price' of a table must be a text")]);
  });

  test('a file that may not be changed is a copy of the grid, and its owner is told why', async () => {
    const strict = handmade({
      sheets: { Shop: sheet },
      parts: { '_xmlsignatures/sig1.xml': '<Signature/>' },
    });
    const { refused, bytes } = await saveDocument(await readDocument(strict, 'shop.xlsx'));
    expect(refused).toMatch(/signed/);
    expect(partsOf(bytes)['xl/workbook.xml']).toContain('name="Shop"');
  });
});

test('what is around the cells is written where it was changed', async () => {
  const rows = Array.from(
    { length: 4 },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
  );
  const file = handmade({
    sheets: {
      Shop: `<cols><col min="1" max="3" width="12" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells>`,
      Other: '<sheetData/>',
    },
  });
  const document = await readDocument(file, 'shop.xlsx');
  const sheet = document.data.sheets['sheet-1']!;
  sheet.columnData = { ...sheet.columnData, 1: { hd: 1 }, 4: { w: 145 } };
  sheet.rowData = { 1: { h: 40, ia: 0 }, 2: { hd: 1 } };
  sheet.mergeData = [];
  sheet.freeze = { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 };
  sheet.tabColor = '#17598a';
  sheet.cellData![0]![0] = {
    ...sheet.cellData![0]![0],
    s: { bl: 1, n: { pattern: '0.0%' }, bd: { b: { s: 1, cl: { rgb: '#838b93' } } } },
  };
  document.data.sheets['sheet-2']!.hidden = 1;
  const { bytes, leftBehind } = await saveDocument(document);
  expect(leftBehind).toEqual([]);
  const xml = partsOf(bytes)['xl/worksheets/sheet1.xml']!;
  // 40 pixels are 30 points; 145 pixels are 20 digits of 7 and 5 of room (ECMA-376).
  expect(xml).toMatch(/<sheetPr><tabColor rgb="FF17598A"\/><\/sheetPr><sheetViews>.*<pane ySplit="1"/);
  expect(xml).toMatch(
    /<col min="1" max="1" width="12" customWidth="1"\/><col min="2" max="2"[^>]*hidden="1"\/><col min="3" max="3" width="12" customWidth="1"\/><col min="5" max="5" width="20" customWidth="1"\/>/,
  );
  expect(xml).toContain('<row r="2" ht="30" customHeight="1">');
  expect(xml).toContain('<row r="3" hidden="1">');
  expect(xml).not.toContain('mergeCell');
  const again = await readDocument(bytes, 'shop.xlsx');
  const look = again.data.sheets['sheet-1']!.cellData![0]![0]!.s as string;
  expect(again.data.styles[look]).toMatchObject({
    bl: 1,
    n: { pattern: '0.0%' },
    bd: { b: { s: 1, cl: { rgb: '#838b93' } } },
  });
  expect(again.data.sheets['sheet-2']!.hidden).toBe(1);
});

inLibreOffice('LibreOffice opens what was saved, with all its sheets', () => {
  const opened = savedByLibreOffice(saved);
  const names = (bytes: Uint8Array) => readWorkbook(openPackage(bytes)).sheets.map(({ name }) => name);
  expect(saved.size).toBe(WORKBOOKS.length);
  for (const [name, bytes] of saved) expect(names(opened.get(name)!)).toEqual(names(bytes));
});
