import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** What was built, in a folder of its own. */
export interface Built {
  folder: string;
  read(file: string): string;
  bytes(file: string): Buffer;
  remove(): void;
}

/**
 * Builds a host as the release does, away from `dist`, so that tests can run side by side.
 *
 * @param host     its script in `scripts`
 * @param builder  an exported function of that script
 * @param options  beside the folder to write to
 */
export function build(host: 'google' | 'excel', builder: string, options: object = {}): Built {
  const folder = mkdtempSync(join(tmpdir(), `compass-${host}-`));
  const script =
    `import { ${builder} as build } from ${JSON.stringify(`${root}/scripts/${host}.mjs`)};` +
    `await build(${JSON.stringify({ ...options, outdir: folder })});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, stdio: 'inherit' });
  return {
    folder,
    read: file => readFileSync(join(folder, file), 'utf8'),
    bytes: file => readFileSync(join(folder, file)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
