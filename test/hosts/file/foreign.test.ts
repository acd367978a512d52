import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { openPackage } from '../../../src/hosts/file/package/package';
import { readWorkbook } from '../../../src/hosts/file/package/workbook';
import { compass, folder } from '../../cli/compass';
import { inLibreOffice } from '../../libreOffice';
import { savedByLibreOffice } from '../../templates/savedByLibreOffice';

const files = folder();
afterAll(files.remove);

const FOREIGN = join(__dirname, '../../fixtures/foreign');

/** Workbooks that other programs made (test/fixtures/foreign/README.md): what they hold, and figures in them to track. */
const WORKBOOKS: { file: string; holds: RegExp[]; values: string; periods: string }[] = [
  {
    file: 'xlsxwriter-charts.xlsx',
    holds: [/charts\/chart2\.xml/, /media\/image2\.png/, /chartsheets\//, /tables\/table1/, /comments1/, /custom\.xml/],
    values: 'CRM!B2:B20',
    periods: 'CRM!A2:A20',
  },
  {
    file: 'openpyxl-script.xlsx',
    holds: [/charts\/chart2\.xml/, /comments\/comment1/, /externalLinks\/externalLink1/, /customXml\/item1/],
    values: 'Küche!B2:B19',
    periods: 'Küche!A2:A19',
  },
  {
    file: 'libreoffice-pivot.xlsx',
    holds: [
      /pivotTables\/pivotTable1/,
      /pivotCache\/pivotCacheRecords1/,
      /charts\/chart1/,
      /media\/image1/,
      /comments1/,
    ],
    values: 'Sales!C:C',
    periods: 'Sales!B:B',
  },
  {
    file: 'libreoffice-macros.xlsm',
    holds: [/vbaProject\.bin/],
    values: 'Sales!C:C',
    periods: 'Sales!B:B',
  },
  {
    file: 'exceljs-export.xlsx',
    holds: [/media\/image1\.gif/, /tables\/table1/, /comments1/, /theme1/],
    values: "'Orders ''26'!B2:B41",
    periods: "'Orders ''26'!A2:A41",
  },
];

const bytesOf = (path: string) => new Uint8Array(readFileSync(path));
const sheetsOf = (bytes: Uint8Array) => readWorkbook(openPackage(bytes)).sheets.map(({ name }) => name);

/** The parts that speak of the workbook as a whole: they have to name what is new. */
const ABOUT_ALL = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

/** The client's parts whose bytes are not what they were, but for those about the whole. */
function touched(before: Uint8Array, after: Uint8Array): string[] {
  const [old, fresh] = [unzipSync(before), unzipSync(after)];
  return Object.keys(old).filter(
    name => !ABOUT_ALL.includes(name) && (!fresh[name] || Buffer.compare(old[name]!, fresh[name]) !== 0),
  );
}

describe.each(WORKBOOKS)('$file, made by another program', ({ file, holds, values, periods }) => {
  const client = join(FOREIGN, file);
  const before = bytesOf(client);
  const out = (name: string) => files.path(`${name}-${file}`);

  test('holds what a client’s workbook may hold', () => {
    const names = Object.keys(unzipSync(before)).join('\n');
    for (const part of holds) expect(names).toMatch(part);
  });

  test('has a template put into it and taken out again, and every part of its own keeps its bytes', async () => {
    const [installed, removed] = [out('installed'), out('removed')];
    expect(await compass(['install', 'bakery', client, '--sample', '-o', installed])).toMatchObject({
      code: 0,
      err: '',
    });
    expect(touched(before, bytesOf(installed))).toEqual([]);
    expect(await compass(['remove', 'bakery', installed, '-o', removed])).toMatchObject({ code: 0, err: '' });
    expect(touched(before, bytesOf(removed))).toEqual([]);
    expect(Object.keys(unzipSync(bytesOf(removed))).sort()).toEqual(Object.keys(unzipSync(before)).sort());
    expect(sheetsOf(bytesOf(removed))).toEqual(sheetsOf(before));
  });

  test('has a KPI tracked in it, and every part of its own keeps its bytes', async () => {
    const tracked = out('tracked');
    const kpi = ['--kpi', 'Course', '--values', values, '--periods', periods];
    expect(await compass(['track', client, ...kpi, '-o', tracked])).toMatchObject({ code: 0, err: '' });
    expect(touched(before, bytesOf(tracked))).toEqual([]);
    expect(await compass(['review', tracked])).toMatchObject({ err: '', out: expect.stringContaining('Course') });
  });
});

inLibreOffice(
  'LibreOffice opens each of them with all its sheets and the new ones',
  async () => {
    const installed = new Map<string, Uint8Array>();
    for (const { file } of WORKBOOKS) {
      const out = files.path(`opened-${file}`);
      await compass(['install', 'bakery', join(FOREIGN, file), '--sample', '-o', out]);
      installed.set(file.replace(/xlsm$/, 'xlsx'), bytesOf(out));
    }
    const saved = savedByLibreOffice(installed);
    for (const [name, bytes] of installed) {
      expect([name, sheetsOf(saved.get(name)!)]).toEqual([name, sheetsOf(bytes)]);
      expect(sheetsOf(bytes)).toEqual(expect.arrayContaining(['Shop', 'Compass Dashboard']));
    }
  },
  180_000,
);
