import { build } from 'esbuild';

/**
 * Loads a module of the core from its source, so that a benchmark can reach what the public module does not export.
 *
 * @param {string} path  from the project's folder, as `src/drift/index.ts`
 * @param {import('esbuild').Plugin[]} [plugins]  of the bundler, to load something else in place of a module
 * @returns {Promise<Record<string, any>>} what it exports
 */
export async function load(path, plugins = []) {
  const { outputFiles } = await build({
    entryPoints: [path],
    plugins,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    absWorkingDir: new URL('..', import.meta.url).pathname,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
