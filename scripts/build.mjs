/**
 * `npm run build`: everything that ships, from one core.
 *
 * node       dist/node/index.js (the core), dist/node/types/, dist/node/compass.js (the command)
 * web        dist/web/
 * google     dist/google/{Code.js,Sidebar.html,appsscript.json}
 * excel      dist/excel/{manifest.xml,taskpane.html,functions.json,…}
 * templates  dist/templates/*.xlsx
 * docs       docs/functions.md, docs/templates.md
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installWhatIsMissing, root } from './install.mjs';

const dist = `${root}dist`;
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/**
 * The core as a module of its own, its types, and the command.
 *
 * @param {{ types: boolean }} options
 */
async function buildNode({ types }) {
  const esbuild = await import('esbuild');
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    format: 'esm',
    target: 'node20',
    define: { COMPASS_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
  };
  await esbuild.build({
    ...common,
    entryPoints: [`${root}src/index.ts`],
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile: `${dist}/node/index.js`,
  });
  await esbuild.build({
    ...common,
    entryPoints: [`${root}src/cli/compass.ts`],
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
    outfile: `${dist}/node/compass.js`,
  });
  chmodSync(`${dist}/node/compass.js`, 0o755);
  if (!types) return;
  const { status } = spawnSync(
    process.execPath,
    [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.types.json`],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('The type declarations did not build.');
  nameModules(`${dist}/node/types`);
}

/**
 * Gives the relative imports of type declarations their file names, which Node's own resolution of modules demands.
 *
 * @param {string} folder
 */
function nameModules(folder) {
  for (const file of readdirSync(folder, { encoding: 'utf8', recursive: true }).filter(name =>
    name.endsWith('.d.ts'),
  )) {
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

/**
 * The core as built: what is generated is generated from what ships.
 *
 * @returns {Promise<typeof import('../src/index')>}
 */
const core = () => import(`${pathToFileURL(`${dist}/node/index.js`).href}?${Date.now()}`);

async function buildDocs() {
  const { functionsPage } = await import('./generate/functionsPage.mjs');
  const { functions, exampleFormula, exampleSheet, templates, installTemplate, applyEdits, review } = await core();
  writeFileSync(`${root}docs/functions.md`, functionsPage(functions, { exampleFormula, exampleSheet }));
  const { templatesPage } = await import('./generate/templatesPage.mjs');
  writeFileSync(
    `${root}docs/templates.md`,
    templatesPage(templates, foundInSamples({ templates, installTemplate, applyEdits, review })),
  );
}

/**
 * What the review of each template's sample finds on one day, so that the page does not change with the calendar.
 *
 * @param {Pick<typeof import('../src/index'), 'templates' | 'installTemplate' | 'applyEdits' | 'review'>} core
 */
function foundInSamples({ templates, installTemplate, applyEdits, review }) {
  const blank = { today: 46_349, locale: 'en-GB', sheets: [] };
  /** @type {(finding: { state: string }) => boolean} */
  const live = ({ state }) => state === 'new' || state === 'open';
  return Object.fromEntries(
    templates.map(template => {
      const { alerts, wins } = review(applyEdits(blank, installTemplate(template, blank, { mode: 'sample' })));
      return [template.id, [...alerts, ...wins].filter(live).map(({ headline }) => headline)];
    }),
  );
}

/** Each template as a plain workbook, installed empty by the installer everyone uses. */
async function buildTemplates() {
  const { templates } = await core();
  rmSync(`${dist}/templates`, { recursive: true, force: true });
  mkdirSync(`${dist}/templates`, { recursive: true });
  for (const template of templates) {
    const { status } = spawnSync(
      process.execPath,
      [
        `${dist}/node/compass.js`,
        'install',
        template.id,
        '--new',
        '--empty',
        '-o',
        `${dist}/templates/${template.id}.xlsx`,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (status !== 0) throw new Error(`The template ${template.id} did not build.`);
  }
}

/** @type {Record<string, (options: { types: boolean }) => Promise<void>>} */
const parts = {
  node: buildNode,
  web: async () => (await import('./web.mjs')).buildWeb({ outdir: `${dist}/web`, minify: true }),
  google: async () => (await import('./google.mjs')).buildGoogle({ outdir: `${dist}/google` }),
  excel: async () => (await import('./excel.mjs')).buildExcel({ outdir: `${dist}/excel` }),
  templates: buildTemplates,
  docs: buildDocs,
};

/** Builds the parts named in `only` (all when absent), in their order. */
export async function buildAll({ only = Object.keys(parts), types = true } = {}) {
  mkdirSync(dist, { recursive: true });
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
