import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { compass, folder } from './compass';

const files = folder();
afterAll(files.remove);

const foreign = join(__dirname, '../fixtures/foreign');
const MACROS = join(foreign, 'libreoffice-macros.xlsm');
const partsOf = (path: string) => unzipSync(new Uint8Array(readFileSync(path)));
const copy = (name: string) => {
  const path = files.path(name);
  copyFileSync(MACROS, path);
  return path;
};

describe('a workbook that is replaced by itself', () => {
  test('keeps its macros, its name and who may open it; nothing is left beside it', async () => {
    const client = copy('client.xlsm');
    chmodSync(client, 0o640);
    const macros = partsOf(client)['xl/vbaProject.bin']!;
    expect(await compass(['install', 'bakery', client, '--in-place'])).toMatchObject({ code: 0, err: '' });
    const after = partsOf(client);
    expect(Buffer.compare(after['xl/vbaProject.bin']!, macros)).toBe(0);
    expect(Buffer.from(after['[Content_Types].xml']!).toString()).toContain('sheet.macroEnabled.main+xml');
    expect(statSync(client).mode & 0o777).toBe(0o640);
    expect(readdirSync(files.place).filter(name => name.includes('.new'))).toEqual([]);
  });

  test('is written beside and renamed, so that whoever has it open keeps what he sees', async () => {
    const client = copy('open.xlsm');
    const seen = files.path('seen.xlsm');
    linkSync(client, seen);
    await compass(['install', 'bakery', client, '--in-place']);
    expect(statSync(client).ino).not.toBe(statSync(seen).ino);
    expect(Buffer.compare(readFileSync(seen), readFileSync(MACROS))).toBe(0);
  });

  test('is the file that a link points at; the link stays a link', async () => {
    const client = copy('target.xlsm');
    const link = files.path('link.xlsm');
    symlinkSync(client, link);
    expect(await compass(['install', 'bakery', link, '--in-place'])).toMatchObject({ code: 0, err: '' });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(Object.keys(partsOf(client)).length).toBeGreaterThan(Object.keys(partsOf(MACROS)).length);
  });

  test('stays as it was where the template cannot be put into it', async () => {
    const client = copy('refused.xlsm');
    const map = ['--map', 'Visitors=Gone!B2:B9'];
    expect(await compass(['install', 'bakery', client, ...map, '--in-place'])).toMatchObject({ code: 2 });
    expect(Buffer.compare(readFileSync(client), readFileSync(MACROS))).toBe(0);
  });
});

describe('where a workbook is written to', () => {
  test.each([
    ['one with macros under the name of one without', MACROS, 'out.xlsx', 'name it ….xlsm.'],
    [
      'one without macros under the name of one with',
      join(foreign, 'exceljs-export.xlsx'),
      'out.xlsm',
      'name it ….xlsx.',
    ],
  ])('%s is refused: Excel would not open it', async (_, client, out, words) => {
    const { code, err } = await compass(['install', 'bakery', client, '-o', files.path(out)], { width: 400 });
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    expect(readdirSync(files.place)).not.toContain(out);
  });

  test('is nowhere in a dry run, which names no place either', async () => {
    const client = copy('dry.xlsm');
    const before = readdirSync(files.place);
    const { code, out } = await compass(['install', 'bakery', client, '--dry-run', '--in-place']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^new sheet 'Shop'$/m)]);
    expect(readdirSync(files.place)).toEqual(before);
    expect(Buffer.compare(readFileSync(client), readFileSync(MACROS))).toBe(0);
  });
});
