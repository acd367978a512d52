/**
 * The grid without a screen as one CommonJS file, for tests: its dependencies are a mixture of module formats that jest
 * cannot load one by one.
 */
import { build } from 'esbuild';
import { root } from './install.mjs';
import { filledAtOnce } from './univer/filledAtOnce.mjs';
import { onlyFormulas } from './univer/onlyFormulas.mjs';
import { univer } from './univer/univer.mjs';
import { withoutHyphenation } from './univer/withoutHyphenation.mjs';

/** @param {{ outfile: string }} options */
export async function buildEngine({ outfile }) {
  await build({
    bundle: true,
    entryPoints: [`${root}src/hosts/univer/headless.ts`],
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    outfile,
    logLevel: 'warning',
    plugins: [univer([filledAtOnce, onlyFormulas]), withoutHyphenation],
  });
}
