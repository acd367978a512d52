import { readFile } from 'node:fs/promises';
import { withPlainFields } from './plainFields.mjs';

/**
 * What is changed in modules of Univer 0.25.1, by their names: what is imported into them, if anything; each text, what it becomes, and how
 * often it occurs.
 *
 * @typedef {Record<string, { imports?: string, changes: [from: string, to: string, times: number][] }>} Changes
 */

/**
 * Univer as we build it: fields assigned, and the changes that are asked for. A build stops where a new version of Univer no
 * longer has a text that is to be changed.
 *
 * @param {Changes[]} changes
 * @returns {import('esbuild').Plugin}
 */
export const univer = changes => ({
  name: 'univer',
  setup(context) {
    context.onLoad({ filter: /@univerjs[\\/][\w-]+[\\/]lib[\\/]es[\\/]\w+\.js$/ }, async ({ path }) => {
      const [, name = '', file] = /@univerjs[\\/]([\w-]+)[\\/]lib[\\/]es[\\/](\w+)\.js$/.exec(path) ?? [];
      const own = file === 'index' ? changes.flatMap(each => each[name] ?? []) : [];
      const source = own.reduce(
        (text, each) => changed(text, name, each),
        withPlainFields(await readFile(path, 'utf8')),
      );
      return { contents: source };
    });
  },
});

/** @type {(source: string, name: string, change: Changes[string]) => string} */
function changed(source, name, { imports, changes }) {
  let text = source;
  for (const [from, to, times] of changes) {
    const parts = text.split(from);
    if (parts.length !== times + 1) throw new Error(`'${from}' is ${parts.length - 1} times in Univer's ${name}.`);
    text = parts.join(to);
  }
  return imports ? `import ${imports};\n${text}` : text;
}
