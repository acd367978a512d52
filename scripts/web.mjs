/**
 * The web workbook: `dist/web/`.
 *
 * page.js    the page: grid, bar, sidebar; shares its chunks with
 * engine.js  the worker that calculates
 * finder.js  the worker that looks for series
 * xlsx.js    the worker that reads and writes files
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { root } from './install.mjs';
import { filledAtOnce } from './univer/filledAtOnce.mjs';
import { localTyping } from './univer/localTyping.mjs';
import { onlyFormulas } from './univer/onlyFormulas.mjs';
import { univer } from './univer/univer.mjs';
import { withoutHyphenation } from './univer/withoutHyphenation.mjs';

const source = `${root}src/entries/web`;

/**
 * Builds the page and its workers.
 *
 * @param {{ outdir: string, minify?: boolean, plugins?: import('esbuild').Plugin[] }} options
 */
export async function buildWeb({ outdir, minify = true, plugins = [] }) {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    minify,
    target: 'es2022',
    outdir,
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'linked',
    logLevel: 'warning',
    plugins: [univer([filledAtOnce, onlyFormulas, localTyping]), withoutHyphenation, ...plugins],
  };
  await build({
    ...common,
    entryPoints: Object.fromEntries(['page', 'engine', 'finder', 'xlsx'].map(name => [name, `${source}/${name}.ts`])),
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
  });
  for (const file of ['index.html', 'icon.svg']) cpSync(`${source}/${file}`, `${outdir}/${file}`);
  cpSync(`${root}docs/images/templates`, `${outdir}/templates`, { recursive: true });
}
