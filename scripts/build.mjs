/**
 * `npm run build`: everything that ships, from one core; `npm run build web` builds a part.
 *
 * node       dist/node/index.js (the core), dist/node/types/, dist/node/compass.js (the command)
 * web        dist/web/
 * google     dist/google/{Code.js,Sidebar.html,appsscript.json}
 * excel      dist/excel/{manifest.xml,taskpane.html,functions.json,…}
 * templates  dist/templates/*.xlsx
 * docs       docs/functions.md, docs/templates.md, the patterns in docs/drift.md
 */
import { pathToFileURL } from 'node:url';
import { installWhatIsMissing, root } from './install.mjs';

const dist = `${root}dist`;

/**
 * The parts, in the order in which they are built; each is loaded when it is wanted, since packages may be missing before.
 *
 * @type {Record<string, (options: { types: boolean }) => Promise<void>>}
 */
const parts = {
  node: async ({ types }) => (await import('./node.mjs')).buildNode({ outdir: `${dist}/node`, types }),
  web: async () => (await import('./web.mjs')).buildWeb({ outdir: `${dist}/web` }),
  google: async () => (await import('./google.mjs')).buildGoogle({ outdir: `${dist}/google` }),
  excel: async () => (await import('./excel.mjs')).buildExcel({ outdir: `${dist}/excel` }),
  templates: async () => (await import('./templates.mjs')).buildTemplates({ outdir: `${dist}/templates` }),
  docs: async () => (await import('./docs.mjs')).buildDocs({ core: `${dist}/node/index.js` }),
};

/** Builds the parts named in `only` (all when absent), in their order. */
export async function buildAll({ only = Object.keys(parts), types = true } = {}) {
  const unknown = only.filter(name => !parts[name]);
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}.`);
  for (const [name, build] of Object.entries(parts)) {
    if (!only.includes(name)) continue;
    const start = performance.now();
    await build({ types });
    console.log(`built ${name.padEnd(10)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  installWhatIsMissing();
  await buildAll(process.argv.length > 2 ? { only: process.argv.slice(2) } : {});
}
