import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const cache = join(root, 'node_modules/.cache/strategic-compass');

/** Folders and files that what is built is built from. */
const sources = ['src', 'sidebar', 'templates', 'scripts', 'docs/images', 'package-lock.json'];

/** How long a build may take before another worker no longer waits for it. */
const PATIENCE = 180_000;

/** The web workbook as built from the sources: `dist/web` if it is newer than all of them, else a build of its own. */
export function builtWeb(): string {
  return fresh('web/page.js')
    ? join(root, 'dist/web')
    : builtOnce('web', `(await import('./scripts/web.mjs')).buildWeb({ outdir })`);
}

/** The grid without a screen, as a module that can be required: its file. */
export function builtEngine(): string {
  const build = `(await import('./scripts/engine.mjs')).buildEngine({ outfile: outdir + '/engine.cjs' })`;
  return join(builtOnce('engine', build), 'engine.cjs');
}

/** The templates as workbooks of their own, as built from the sources: their folder. */
export function builtTemplates(): string {
  return fresh('templates')
    ? join(root, 'dist/templates')
    : builtOnce('templates', `(await import('./scripts/templates.mjs')).buildTemplates({ outdir })`);
}

/** The types of the core as a package has them: their folder. */
export function builtTypes(): string {
  return fresh('node/types')
    ? join(root, 'dist/node/types')
    : builtOnce('types', `(await import('./scripts/node.mjs')).buildTypes({ outdir })`);
}

/** Whether a file of `dist`, or every file of a folder of it, is newer than all sources. */
function fresh(path: string): boolean {
  const built = join(root, 'dist', path);
  const files =
    existsSync(built) && statSync(built).isDirectory() ? readdirSync(built).map(name => join(built, name)) : [built];
  return files.length > 0 && files.every(file => existsSync(file) && statSync(file).mtimeMs > newest());
}

/**
 * Builds into a folder that is named for the newest source. Where several workers of jest want it at the same time, one of
 * them builds and the others wait.
 */
function builtOnce(name: string, script: string): string {
  const folder = join(cache, `${name}-${Math.round(newest())}`);
  mkdirSync(cache, { recursive: true });
  for (const begin = Date.now(); !existsSync(folder); pause()) {
    if (!begun(`${folder}.lock`) && Date.now() - begin < PATIENCE) continue;
    try {
      if (!existsSync(folder)) buildInto(folder, script);
    } finally {
      rmSync(`${folder}.lock`, { recursive: true, force: true });
    }
  }
  forgetOld(name, folder);
  return folder;
}

/** Whether this worker is the one that builds; making a folder is something only one of them can do. */
function begun(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function pause() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
}

/** The folder appears whole or not at all. In a process of its own: esbuild does not start inside jest's sandbox. */
function buildInto(folder: string, script: string) {
  const own = `${folder}.${process.pid}`;
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `const outdir = process.argv[1]; await ${script};`, own],
    {
      cwd: root,
      stdio: 'pipe',
    },
  );
  renameSync(own, folder);
}

function forgetOld(name: string, folder: string) {
  for (const old of readdirSync(cache)) {
    const path = join(cache, old);
    if (!old.startsWith(`${name}-`) || path === folder || old.includes('.')) continue;
    if (Date.now() - statSync(path).mtimeMs > 600_000) rmSync(path, { recursive: true, force: true });
  }
}

let newestSource = 0;

/** When a source was changed last; that of a folder is when a file in it was made or removed. */
function newest(): number {
  newestSource ||= Math.max(...sources.flatMap(source => times(join(root, source))));
  return newestSource;
}

function times(path: string): number[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  return stat.isDirectory()
    ? [stat.mtimeMs, ...readdirSync(path).flatMap(entry => times(join(path, entry)))]
    : [stat.mtimeMs];
}
