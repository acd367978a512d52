import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

/** The add-in as it is served, built into a folder of its own. */
export interface AddIn {
  folder: string;
  read(file: string): string;
  bytes(file: string): Buffer;
  remove(): void;
}

/** Builds the add-in as the release does. */
export function buildAddIn(baseUrl = 'https://compass.example'): AddIn {
  const folder = mkdtempSync(join(tmpdir(), 'compass-excel-'));
  const script = `import { buildExcel } from ${JSON.stringify(`${root}/scripts/excel.mjs`)}; await buildExcel({ outdir: process.argv[1], baseUrl: process.argv[2] })`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script, folder, baseUrl], {
    cwd: root,
    stdio: 'inherit',
  });
  return {
    folder,
    read: file => readFileSync(join(folder, file), 'utf8'),
    bytes: file => readFileSync(join(folder, file)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
