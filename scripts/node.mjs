/**
 * What Node runs: `dist/node/`.
 *
 * index.js    the core as a module of its own
 * types/      its types
 * compass.js  the command
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './install.mjs';

/** @type {import('esbuild').BuildOptions} */
const common = { bundle: true, format: 'esm', target: 'node20', logLevel: 'warning' };

/** @param {{ outdir: string, types: boolean }} options  the folder to write; whether with types */
export async function buildNode({ outdir, types }) {
  await build({
    ...common,
    entryPoints: [`${root}src/index.ts`],
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile: `${outdir}/index.js`,
  });
  await build({
    ...common,
    entryPoints: [`${root}src/cli/compass.ts`],
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
    outfile: `${outdir}/compass.js`,
  });
  chmodSync(`${outdir}/compass.js`, 0o755);
  if (types) buildTypes({ outdir: `${outdir}/types` });
}

/** @param {{ outdir: string }} options  the folder to write */
export function buildTypes({ outdir }) {
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const options = ['-p', `${root}tsconfig.types.json`, '--outDir', outdir];
  const { status } = spawnSync(process.execPath, [compiler, ...options], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The type declarations did not build.');
  nameModules(outdir);
}

/**
 * Gives the relative imports of type declarations their file names, which Node's own resolution of modules demands.
 *
 * @param {string} folder
 */
function nameModules(folder) {
  const files = readdirSync(folder, { encoding: 'utf8', recursive: true });
  for (const file of files.filter(name => name.endsWith('.d.ts'))) {
    const path = join(folder, file);
    const named = readFileSync(path, 'utf8').replace(
      /((?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"]+)(?=['"])/g,
      (_, before, to) => {
        const target = join(dirname(path), to);
        return before + to + (existsSync(`${target}.d.ts`) ? '.js' : '/index.js');
      },
    );
    writeFileSync(path, named);
  }
}
