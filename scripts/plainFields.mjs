import { readFile } from 'node:fs/promises';

/**
 * Univer's classes define each field by `Object.defineProperty`, as its compiler writes them for old browsers: one tenth of
 * the time of a calculation. They become assignments, which come to the same where no class of Univer has a setter for a
 * field of a class below it; there is none (a field over a getter would be an error when it is constructed).
 *
 * @type {import('esbuild').Plugin}
 */
export const plainFields = {
  name: 'plain fields',
  setup(context) {
    context.onLoad({ filter: /@univerjs[\\/][\w-]+[\\/]lib[\\/]es[\\/]\w+\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/^(\s*)_defineProperty\(this, "([\w$]+)", /gm, '$1(this.$2 = '),
    }));
  },
};
