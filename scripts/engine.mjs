/**
 * The grid without a screen as one CommonJS file, for tests: its dependencies are a mixture of module formats that jest
 * cannot load one by one. `node scripts/engine.mjs FILE` builds it.
 */
import { renameSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './install.mjs';
import { withoutHyphenation } from './withoutHyphenation.mjs';

/** @param {{ outfile: string }} options */
export async function buildEngine({ outfile }) {
  // Several test workers may build at once: each its own file, moved into place when it is whole.
  const own = `${outfile}.${process.pid}`;
  await build({
    bundle: true,
    entryPoints: [`${root}src/hosts/univer/headless.ts`],
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    outfile: own,
    logLevel: 'warning',
    plugins: [withoutHyphenation],
  });
  renameSync(own, outfile);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildEngine({ outfile: process.argv[2] });
}
