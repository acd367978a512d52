/** Each template as a plain workbook, installed empty by the command that everyone uses: `dist/templates/`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './install.mjs';

const entry = `export { terminal } from './cli/io'; export { run } from './cli/run'; export { templates } from './templates/catalogue';`;

/** @param {{ outdir: string }} options  the folder to write; it holds nothing else afterwards */
export async function buildTemplates({ outdir }) {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const { run, terminal, templates } = await command();
  // Only what is amiss is worth reading.
  const io = { ...terminal(), out: () => {} };
  for (const { id } of templates) {
    const code = await run(['install', id, '--new', '--empty', '-o', join(outdir, `${id}.xlsx`)], io);
    if (code !== 0) throw new Error(`The template ${id} did not build.`);
  }
}

/**
 * The command as a module, so that one process writes them all.
 *
 * @returns {Promise<typeof import('../src/cli/run') & typeof import('../src/cli/io') & typeof import('../src/templates/catalogue')>}
 */
async function command() {
  const folder = mkdtempSync(join(tmpdir(), 'compass-templates-'));
  try {
    const outfile = join(folder, 'command.mjs');
    await build({
      stdin: { contents: entry, resolveDir: `${root}src`, loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      outfile,
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
