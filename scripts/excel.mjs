/** Builds the Office add-in: dist/excel/, the folder to serve over HTTPS, with the manifest that points there. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { functionsJson } from './generate/functionsJson.mjs';
import { catalogue } from './google.mjs';
import { icon } from './icons.mjs';
import { buildSidebarModule } from './sidebar.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = `${root}src/entries/excel/`;

/** Where the manifest in the project points; put in its place is where the add-in is served from. */
const development = 'https://localhost:3000';

/**
 * The scripts without an interface: cell functions and ribbon commands.
 *
 * @param options.outdir  the folder to write them to
 */
export async function buildScripts({ outdir }) {
  await build({
    entryPoints: [`${source}functions.ts`, `${source}commands.ts`],
    bundle: true,
    format: 'iife',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    outdir,
    logLevel: 'warning',
  });
}

/**
 * The whole add-in.
 *
 * @param options.outdir   the folder to write; it holds nothing else afterwards
 * @param options.baseUrl  where it will be served from, without a slash at the end
 */
export async function buildExcel({ outdir, baseUrl = development }) {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(join(outdir, 'assets'), { recursive: true });
  await buildScripts({ outdir });
  await buildSidebarModule({ entry: `${source}taskpane.ts`, outfile: join(outdir, 'taskpane.js') });
  cpSync(`${source}taskpane.html`, join(outdir, 'taskpane.html'));
  const manifest = readFileSync(`${root}manifest.xml`, 'utf8').replace(/<!--.*?-->\n/s, '');
  writeFileSync(join(outdir, 'manifest.xml'), manifest.replaceAll(development, baseUrl));
  writeFileSync(join(outdir, 'functions.json'), `${JSON.stringify(functionsJson(await catalogue()), null, 2)}\n`);
  for (const size of [16, 32, 64, 80]) writeFileSync(join(outdir, 'assets', `icon-${size}.png`), icon(size));
  cpSync(`${root}docs/images/templates`, `${outdir}/assets/templates`, { recursive: true });
}
