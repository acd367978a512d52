/** Builds the Office add-in: dist/excel/, the folder to serve over HTTPS, with the manifest that points there. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { functionsJson } from './generate/functionsJson.mjs';
import { catalogue } from './google.mjs';
import { root } from './install.mjs';
import { buildSidebarModule } from './sidebar.mjs';
import { withoutHelp } from './withoutHelp.mjs';

const source = `${root}src/entries/excel/`;

/** Where the manifest in the project points; put in its place is where the add-in is served from. */
const development = 'https://localhost:3000';

/** Sides of the icons that Office asks for, in pixels; `npm run screenshot` draws them from the page's icon. */
export const ICON_SIZES = [16, 32, 64, 80];

/**
 * The scripts without an interface: cell functions and ribbon commands.
 *
 * @param {{ outdir: string }} options  the folder to write them to
 */
export async function buildScripts({ outdir }) {
  await build({
    entryPoints: [`${source}functions.ts`, `${source}commands.ts`],
    bundle: true,
    format: 'iife',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    plugins: [withoutHelp],
    outdir,
    logLevel: 'warning',
  });
}

/**
 * The whole add-in.
 *
 * @param {{ outdir: string, baseUrl?: string }} options  the folder to write, which holds nothing else afterwards; where it
 *   will be served from, without a slash at the end
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
  for (const size of ICON_SIZES) cpSync(`${source}icons/icon-${size}.png`, join(outdir, 'assets', `icon-${size}.png`));
  cpSync(`${root}docs/images/templates`, `${outdir}/assets/templates`, { recursive: true });
}
