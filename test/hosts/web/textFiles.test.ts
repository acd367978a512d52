import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbookFromText } from '../../../src/hosts/file/fromText';
import type { WorkbookDocument } from '../../../src/hosts/web/document';
import { readDocument } from '../../../src/hosts/web/xlsx/read';
import { readTextDocument } from '../../../src/hosts/web/xlsx/readText';

const folder = join(__dirname, '../../fixtures/reports');
const reports = readdirSync(folder).filter(name => /\.[ct]sv$/.test(name));
const shown = ({ name, data: { sheets, styles, defaultStyle }, notShown }: WorkbookDocument) => ({
  name,
  // Page margins are those of a file; a workbook that begins here has the usual ones.
  sheets: Object.values(sheets).map(({ custom: _, ...sheet }) => sheet),
  styles,
  defaultStyle,
  notShown,
});

/** As a file keeps figures. */
const in15Digits = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toPrecision(15)) : each)));

// Origin: the same text as a workbook file, as the commands make it, opened by the reader of such files.
test.each(reports)('%s opens in the page as it would by way of a workbook file', async file => {
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  const byFile = await readDocument(await workbookFromText(bytes, file, 'de-DE'), file);
  const opened = readTextDocument(bytes, file, 'de-DE');
  expect(in15Digits(shown(opened))).toEqual(in15Digits(shown(byFile)));
  // Nothing to save it into: it becomes a workbook of its own.
  expect(opened.opened).toBeUndefined();
});

test('what is no table is refused in words', () => {
  expect(() => readTextDocument(new Uint8Array(), 'empty.csv', 'en')).toThrow(
    'There are no figures in it: it is empty.',
  );
  expect(() => readTextDocument(new TextEncoder().encode('PK'), 'zip.csv', 'en')).toThrow(
    'It is no text but a workbook',
  );
});
