import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Workbooks as LibreOffice saves them, calculated: all in one run, since starting it takes longer than a workbook.
 *
 * @param files   .xlsx files by name
 * @param format  what it saves them as
 * @returns       its files by the same names
 */
export function savedByLibreOffice(
  files: ReadonlyMap<string, Uint8Array>,
  format: 'xlsx' | 'pdf' = 'xlsx',
): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'compass-office-'));
  try {
    const paths = [...files].map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const options = [profile, '--headless', '--convert-to', format, '--outdir', join(folder, 'out')];
    const { status, stderr } = spawnSync('soffice', [...options, ...paths], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
    const saved = (name: string) => join(folder, 'out', name.replace(/\.\w+$/, `.${format}`));
    return new Map([...files.keys()].map(name => [name, new Uint8Array(readFileSync(saved(name)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
