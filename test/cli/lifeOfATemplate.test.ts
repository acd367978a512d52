import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { readSnapshot } from '../../src/hosts/file/read';
import { newWorkbook } from '../../src/hosts/file/sheets/newWorkbook';
import { applyToFile } from '../../src/hosts/file/write';
import { readRegister } from '../../src/workbook/register/readRegister';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { compass, folder } from './compass';

const files = folder();
afterAll(files.remove);

const registerOf = async (path: string) =>
  readRegister(await readSnapshot(new Uint8Array(readFileSync(path)), { today: 42835, locale: 'en-GB' }));

describe('a template in a client’s workbook, on the command line', () => {
  const out = files.path('installed.xlsx');

  test('is installed by quarter, with a currency and a fiscal year', async () => {
    const client = files.path('client.xlsx', await applyToFile(newWorkbook(), [{ kind: 'add sheet', sheet: 'Mine' }]));
    const options = '--cadence quarter --periods 8 --currency USD --fiscal-year-start 4 --sample'.split(' ');
    const { code, out: said } = await compass(['install', 'four-functions', client, ...options, '-o', out]);
    expect(code).toBe(0);
    expect(said).toMatch(/Four functions is installed\. New sheets:\s+Four functions, Compass Strategy/);
    const { strategy, periods, problems } = await registerOf(out);
    expect(strategy).toMatchObject({ cadence: 'quarter', currency: 'USD', fiscalYearStart: 4 });
    expect([periods.length, problems]).toEqual([8, []]);
  });

  test.each([
    [['--periods', '0'], /The number of periods is 0; choose a whole number from 1 to 400\./],
    [['--fiscal-year-start', '13'], /choose a number from 1 to 12/],
    [['--cadence', 'year'], /'year' is not one of week, month, quarter/],
    [['--map', 'leads=Gone!B2:B9'], /the workbook has no sheet 'Gone'/],
  ])('%s is refused in words', async (options, message) => {
    const client = files.path('client.xlsx');
    const { code, err } = await compass(
      ['install', 'four-functions', client, ...options, '-o', files.path('no.xlsx')],
      { width: 400 },
    );
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  test('is extended by a year', async () => {
    const longer = files.path('longer.xlsx');
    const { code, out: said } = await compass(['extend', out, '--template', 'four-functions', '-o', longer], {
      width: 400,
    });
    expect(code).toBe(0);
    expect(said).toMatch(/Four functions: 4 quarters added, to Q/);
    expect((await registerOf(longer)).periods).toHaveLength(12);
    const whole = await readSnapshot(new Uint8Array(readFileSync(longer)), {
      today: 42835,
      further: [{ sheet: 'Four functions', range: 'A8:J19' }],
    });
    const sheet = viewSheet(whole, 'Four functions')!;
    // The eight quarters of the sample have results; the four new ones wait for their figures.
    expect(typeof sheet.cell(14, 7)).toBe('number');
    for (const row of [15, 16, 17, 18]) expect([7, 8, 9].map(column => sheet.cell(row, column))).toEqual(['', '', '']);
  });

  test('keeps the size of its charts when it is extended', async () => {
    const heights = (path: string) => {
      const parts = unzipSync(new Uint8Array(readFileSync(path)));
      const [name] = Object.keys(parts).filter(part => /^xl\/drawings\/drawing\d+\.xml$/.test(part));
      const rows = [...strFromU8(parts[name!]!).matchAll(/<xdr:row>(\d+)<\/xdr:row>/g)].map(([, row]) => Number(row));
      return rows.flatMap((to, index) => (index % 2 === 1 ? to - rows[index - 1]! : []));
    };
    // Three charts of fifteen rows, by hand from the template.
    expect(heights(out)).toEqual([15, 15, 15]);
    expect(heights(files.path('longer.xlsx'))).toEqual([15, 15, 15]);
  });

  test('is up to date', async () => {
    const { code, out: said } = await compass(['upgrade', 'four-functions', out, '-o', files.path('same.xlsx')], {
      width: 400,
    });
    expect([code, said]).toEqual([0, expect.stringMatching(/Four functions is up to date; nothing changes\./)]);
  });

  test('is taken out, unless something was typed since and nobody says anyway', async () => {
    const used = files.path(
      'used.xlsx',
      await applyToFile(new Uint8Array(readFileSync(out)), [
        { kind: 'write', sheet: 'Four functions', row: 0, column: 12, cells: [['mine']] },
      ]),
    );
    const gone = files.path('gone.xlsx');
    const refused = await compass(['remove', 'four-functions', used, '-o', gone], { width: 400 });
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/1 cell beside or below.*Add --anyway/)]);
    const { code, out: said } = await compass(['remove', 'four-functions', used, '--anyway', '-o', gone], {
      width: 400,
    });
    expect([code, said]).toEqual([0, expect.stringMatching(/Four functions was removed\./)]);
    const { sheets } = await readSnapshot(new Uint8Array(readFileSync(gone)), { today: 42835 });
    expect(sheets.map(({ name }) => name)).toEqual(['Mine']);
  });

  test('shows each edit before it is made', async () => {
    const { out: said } = await compass(['install', 'bakery', '--new', '--sample', '--dry-run'], { width: 200 });
    for (const line of [
      /^chart +Shop!/m,
      /^course +'Compass Dashboard'!/m,
      /^rule +Shop!/m,
      /^note +Shop!/m,
      /^page +'Shop'/m,
      /^warns +Shop!/m,
    ])
      expect(said).toMatch(line);
    const removal = await compass(['remove', 'four-functions', out, '--dry-run']);
    expect(removal.out).toMatch(/^sheet 'Four functions' goes$/m);
  });
});
