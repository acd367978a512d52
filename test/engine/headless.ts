import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

type Headless = typeof import('../../src/hosts/univer/headless');

const root = join(__dirname, '../..');
const bundle = join(root, 'node_modules/.cache/strategic-compass/engine.cjs');

let loaded: Headless | undefined;

/**
 * The calculation engine of the web workbook, ready to be used in a test: `headless().createEngine([...])`. Its bundle is
 * built anew when a source file is newer than it.
 */
export function headless(): Headless {
  if (loaded) return loaded;
  if (isStale()) {
    mkdirSync(join(bundle, '..'), { recursive: true });
    execFileSync(process.execPath, [join(root, 'scripts/engine.mjs'), bundle], { cwd: root, stdio: 'pipe' });
  }
  loaded = require(bundle) as Headless;
  return loaded;
}

function isStale(): boolean {
  const built = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src', 'scripts'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  return Math.max(...sources) > built;
}
