/**
 * Builds the Apps Script project: dist/google/{Code.js,Sidebar.html,appsscript.json}, the folder that clasp pushes.
 *
 * Code.js is one script with the private global `Compass_`, and below it the functions that Sheets may call. They are a
 * footer, which esbuild neither parses nor minifies, so that their JSDoc, the help that Sheets shows, stays as it is.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { googleStubs } from './generate/googleStubs.mjs';
import { root } from './install.mjs';
import { sidebarHtml } from './sidebar.mjs';
import { withoutHelp } from './withoutHelp.mjs';

/** What Sheets calls besides cell functions: the two triggers, the menu's two handlers, and the sidebar's rpc. */
const entrances = `
function onOpen() { Compass_.onOpen() }
function onInstall() { Compass_.onOpen() }
function openCompassSidebar() { Compass_.openSidebar() }
function repairCompassFormulas() { Compass_.repair() }
function compassRpc(json) { return Compass_.rpc(json) }
`;

/**
 * The catalogue, compiled from its source, so that the stubs need nothing built before.
 *
 * @returns {Promise<typeof import('../src/functions/catalogue').functions>}
 */
export async function catalogue() {
  const folder = mkdtempSync(join(tmpdir(), 'compass-catalogue-'));
  try {
    const outfile = join(folder, 'catalogue.mjs');
    await build({
      entryPoints: [`${root}src/functions/catalogue.ts`],
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      outfile,
      logLevel: 'warning',
    });
    return (await import(pathToFileURL(outfile).href)).functions;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Code.js alone.
 *
 * @param {{ outdir: string }} options  the folder to write it to
 */
export async function buildCode({ outdir }) {
  await build({
    entryPoints: [`${root}src/entries/google/Code.ts`],
    bundle: true,
    format: 'iife',
    globalName: 'Compass_',
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    plugins: [withoutHelp],
    footer: { js: entrances + googleStubs(await catalogue()) },
    outfile: join(outdir, 'Code.js'),
    logLevel: 'warning',
  });
}

/**
 * Letters beyond ASCII in the page's script, spelled as escapes: HtmlService has been seen to garble them. The bundler does
 * so in texts; what is left is in regular expressions, where the same escapes mean the same.
 *
 * @param {string} html
 */
function withoutForeignLetters(html) {
  return html.replace(/<script>[\s\S]*<\/script>/, script =>
    script.replace(/[^\0-\x7f]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/**
 * The whole project.
 *
 * @param {{ outdir: string }} options  the folder to write; it holds nothing else afterwards
 */
export async function buildGoogle({ outdir }) {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  await buildCode({ outdir });
  const html = await sidebarHtml({ entry: `${root}src/entries/google/sidebar.ts` });
  writeFileSync(join(outdir, 'Sidebar.html'), withoutForeignLetters(html));
  cpSync(`${root}appsscript.json`, join(outdir, 'appsscript.json'));
}
