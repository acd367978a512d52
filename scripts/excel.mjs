/** Builds the Office add-in: dist/excel/, the folder to serve over HTTPS, with the manifest that points there. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { helpPage } from './generate/excelHelp.mjs';
import { functionsJson } from './generate/functionsJson.mjs';
import { catalogue } from './google.mjs';
import { root } from './install.mjs';
import { buildSidebarModule } from './sidebar.mjs';
import { withoutHelp } from './withoutHelp.mjs';

const source = `${root}src/entries/excel/`;

/** Where the manifest in the project points; put in its place is where the add-in is served from. */
const development = 'https://localhost:3000';

/** Sides of the icons that Office asks for, in pixels; `npm run screenshot` draws them from the page's icon. */
export const ICON_SIZES = [16, 32, 64, 80, 128];

/**
 * The script without an interface: cell functions and ribbon commands, which is what has to load before cells are calculated.
 *
 * @param {{ outdir: string }} options  the folder to write it to
 */
export async function buildScripts({ outdir }) {
  await build({
    entryPoints: [`${source}functions.ts`],
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

/** The dark colours of the sidebar, as the bundler writes them. */
const DARK = /@media ?\(prefers-color-scheme: ?dark\) ?\{\s*\.compass ?\{([^}]*)\}\s*\}/;

/**
 * The same styles, with dark and light where Excel's theme says so (`data-theme` on the page), whatever the system says; in
 * high contrast the person's own colours.
 *
 * @param {string} css
 */
export function followingTheme(css) {
  const dark = DARK.exec(css);
  if (!dark) throw new Error('The dark colours of the sidebar were not found: see sidebar/style/tokens.css.');
  return (
    css.replace(
      DARK,
      `@media (prefers-color-scheme:dark) and (forced-colors:none){:root:not([data-theme=light]) .compass{${dark[1]}}}`,
    ) +
    `@media (forced-colors:none){:root[data-theme=dark] .compass{color-scheme:dark;${dark[1]}}` +
    ':root[data-theme=light] .compass{color-scheme:light}}\n'
  );
}

/**
 * The whole add-in.
 *
 * @param {{ outdir: string, baseUrl?: string }} options  the folder to write, which holds nothing else afterwards; where it
 *   will be served from, without a slash at the end
 */
export async function buildExcel({ outdir, baseUrl = process.env.EXCEL_ADDRESS || development }) {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(join(outdir, 'assets'), { recursive: true });
  await buildScripts({ outdir });
  await buildSidebarModule({ entry: `${source}taskpane.ts`, outfile: join(outdir, 'taskpane.js') });
  const styles = join(outdir, 'taskpane.css');
  writeFileSync(styles, followingTheme(readFileSync(styles, 'utf8')));
  cpSync(`${source}taskpane.html`, join(outdir, 'taskpane.html'));
  const functions = await catalogue();
  writeFileSync(join(outdir, 'help.html'), helpPage(functions));
  const manifest = readFileSync(`${root}manifest.xml`, 'utf8')
    .replace(/<!--.*?-->\n/gs, '')
    .replaceAll(development, baseUrl);
  writeFileSync(join(outdir, 'manifest.xml'), manifest);
  const metadata = functionsJson(functions, `${baseUrl}/help.html`);
  writeFileSync(join(outdir, 'functions.json'), `${JSON.stringify(metadata, null, 2)}\n`);
  for (const size of ICON_SIZES) cpSync(`${source}icons/icon-${size}.png`, join(outdir, 'assets', `icon-${size}.png`));
  cpSync(`${root}docs/images/templates`, `${outdir}/assets/templates`, { recursive: true });
}
