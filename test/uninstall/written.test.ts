import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRange } from '../../src/cells/address';
import { readSnapshot } from '../../src/hosts/file/read';
import { sheetNames, viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { compass, folder } from '../cli/compass';
import { partsOf } from '../hosts/file/handmade';
import { contents } from '../templates/wholeWorkbook';

const place = join(__dirname, '../fixtures/written/0.1');
const written = readdirSync(place).filter(name => name.endsWith('.xlsx'));
const files = folder();
afterAll(files.remove);

async function whole(path: string): Promise<Snapshot> {
  const bytes = new Uint8Array(readFileSync(path));
  const about = { today: 42835, locale: 'en-GB' };
  const { sheets } = await readSnapshot(bytes, about);
  return readSnapshot(bytes, { ...about, further: sheets.map(({ name }) => ({ sheet: name })) });
}

/** What lists sheets, and the styles and texts that all sheets share. */
const REWRITTEN = new Set([
  '[Content_Types].xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
]);

/** The cells of a sheet that hold something, with their formulas and number formats. */
function cellsOf(snapshot: Snapshot, sheet: string) {
  const view = viewSheet(snapshot, sheet)!;
  return Object.entries(contents(snapshot)[sheet]!).map(([at, filled]) => {
    const { top, left } = parseRange(at);
    return [at, filled, view.format(top, left)];
  });
}

describe.each(written)('uninstalling from %s, as version 0.1 wrote it', name => {
  test('leaves the sheets of its owner as they were and nothing of ours', async () => {
    const [before, out] = [join(place, name), files.path(name)];
    const { code, err } = await compass(['remove', '--all', before, '-o', out], { width: 400 });
    expect([code, err]).toEqual([0, '']);
    const [old, fresh] = [await whole(before), await whole(out)];
    const parts = Object.entries(partsOf(new Uint8Array(readFileSync(out))));
    expect(parts.filter(([, text]) => /compass|_xldudf/i.test(text)).map(([part]) => part)).toEqual([]);
    const owners = sheetNames(fresh).filter(sheet => viewSheet(old, sheet));
    for (const sheet of owners) expect(cellsOf(fresh, sheet)).toEqual(cellsOf(old, sheet));
    // A workbook keeps one sheet at least.
    expect(sheetNames(fresh)).toEqual(owners.length > 0 ? owners : ['Sheet1']);
    const was = partsOf(new Uint8Array(readFileSync(before)));
    const touched = parts.filter(([part, text]) => text !== was[part]).map(([part]) => part);
    expect(touched.filter(part => !REWRITTEN.has(part))).toEqual([]);
    const again = await compass(['remove', '--all', out, '-o', files.path(`again ${name}`)], { width: 400 });
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('has nothing of Strategic Compass')]);
  });
});
