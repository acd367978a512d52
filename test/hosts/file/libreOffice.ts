import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What LibreOffice makes of a workbook.
 *
 * @param bytes   an .xlsx file
 * @param format  a format of its own: `xlsx`, `pdf`; `csv` gives one file a sheet, values only
 * @returns       the files it wrote, by name
 */
export function convertedByLibreOffice(bytes: Uint8Array, format: 'xlsx' | 'csv' | 'pdf'): Record<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'compass-office-'));
  const filter = {
    xlsx: 'xlsx',
    pdf: 'pdf',
    csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
  };
  try {
    writeFileSync(join(folder, 'book.xlsx'), bytes);
    const { status, stderr } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter[format],
        '--outdir',
        join(folder, 'out'),
        join(folder, 'book.xlsx'),
      ],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
    return Object.fromEntries(
      readdirSync(join(folder, 'out')).map(name => [name, new Uint8Array(readFileSync(join(folder, 'out', name)))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
