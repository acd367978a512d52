import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const cache = join(root, 'node_modules/.cache/strategic-compass');

/** Folders and files that what is built is built from. */
const sources = ['src', 'sidebar', 'templates', 'scripts', 'package-lock.json'];

/**
 * The web workbook as built from the sources as they stand: `dist/web` if it is newer than all of them, else a build of
 * its own.
 *
 * @returns  its folder
 */
export function builtWeb(): string {
  const page = join(root, 'dist/web/page.js');
  if (existsSync(page) && statSync(page).mtimeMs > newest()) return join(root, 'dist/web');
  return builtOnce('web', 'import("./scripts/web.mjs").then(m => m.buildWeb({ outdir: process.argv[1] }))');
}

/**
 * The grid without a screen, as a module that can be required.
 *
 * @returns  its file
 */
export function builtEngine(): string {
  const build = 'import("./scripts/engine.mjs").then(m => m.buildEngine({ outfile: process.argv[1] + "/engine.cjs" }))';
  return join(builtOnce('engine', build), 'engine.cjs');
}

/**
 * The templates as workbooks of their own, as built from the sources as they stand.
 *
 * @returns  their folder
 */
export function builtTemplates(): string {
  const folder = join(root, 'dist/templates');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const isFresh = files.length > 0 && files.every(file => statSync(join(folder, file)).mtimeMs > newest());
  const build = 'import("./scripts/build.mjs").then(m => m.buildAll({ only: ["node", "templates"], types: false }))';
  if (!isFresh) execFileSync(process.execPath, ['-e', build], { cwd: root, stdio: 'pipe' });
  return folder;
}

/** Builds into a folder named for the newest source; test workers that build at the same time do not disturb each other. */
function builtOnce(name: string, script: string): string {
  const folder = join(cache, `${name}-${Math.round(newest())}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const own = `${folder}.${process.pid}`;
  // In a process of its own: esbuild does not start inside jest's sandbox.
  execFileSync(process.execPath, ['-e', script, own], { cwd: root, stdio: 'pipe' });
  try {
    renameSync(own, folder);
  } catch {
    rmSync(own, { recursive: true, force: true });
  }
  for (const old of readdirSync(cache)) {
    const isOld = old.startsWith(`${name}-`) && !old.includes('.') && join(cache, old) !== folder;
    if (isOld && Date.now() - statSync(join(cache, old)).mtimeMs > 600_000)
      rmSync(join(cache, old), { recursive: true });
  }
  return folder;
}

let newestSource = 0;

function newest(): number {
  newestSource ||= Math.max(...sources.flatMap(source => times(join(root, source))));
  return newestSource;
}

function times(path: string): number[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [stat.mtimeMs] : [];
  return readdirSync(path).flatMap(entry => times(join(path, entry)));
}
