import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import vm from 'node:vm';

const root = resolve(__dirname, '../../..');

/** The Apps Script project as it is pushed, built into a folder of its own. */
export interface Project {
  folder: string;
  read(file: string): string;
  remove(): void;
}

/** Builds the project as the release does. */
export function buildProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'compass-google-'));
  const script = `import { buildGoogle } from ${JSON.stringify(`${root}/scripts/google.mjs`)}; await buildGoogle({ outdir: process.argv[1] })`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script, folder], { cwd: root, stdio: 'inherit' });
  return {
    folder,
    read: file => readFileSync(join(folder, file), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a script's top level offers once it has run. */
export type Script = Record<string, (...given: unknown[]) => unknown>;

/**
 * Runs Code.js as Apps Script would: a bare realm with ECMAScript's own globals and those that are given, no others.
 *
 * @param globals  SpreadsheetApp and its like
 * @returns        the realm's global object, and a maker of that realm's dates
 */
export function runScript(
  code: string,
  globals: Record<string, unknown>,
): { script: Script; date: (at: number) => Date } {
  const context = vm.createContext({ ...globals });
  vm.runInContext(code, context, { filename: 'Code.js' });
  return { script: context as unknown as Script, date: vm.runInContext('at => new Date(at)', context) };
}
