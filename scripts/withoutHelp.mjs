import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

/** What a definition says to people and no calculation needs. */
const HELP = ['examples', 'synonyms', 'mistakes', 'plain', 'source', 'question', 'summary', 'description'];

/**
 * Leaves the help of cell functions out of a bundle that only calculates: Apps Script loads it anew for every formula. What
 * Sheets and Excel show of it is generated beside the bundle.
 *
 * @type {import('esbuild').Plugin}
 */
export const withoutHelp = {
  name: 'without help',
  setup(context) {
    context.onLoad({ filter: /[\\/]src[\\/]functions[\\/](families[\\/])?\w+\.ts$/ }, ({ path }) => {
      const { code } = transformSync(readFileSync(path, 'utf8'), { loader: 'ts', target: 'es2020' });
      const cuts = propertiesOf(parse(code, { ecmaVersion: 2020, sourceType: 'module' })).map(({ start, end }) => [
        start,
        end + (/^\s*,/.exec(code.slice(end))?.[0].length ?? 0),
      ]);
      let contents = code;
      for (const [from, to] of cuts.reverse()) contents = contents.slice(0, from) + contents.slice(to);
      return { contents, loader: 'js' };
    });
  },
};

/**
 * The properties of object literals that are help, the outermost only, in their order.
 *
 * @param {any} node  of a syntax tree, or several
 * @returns {{ start: number, end: number }[]}
 */
function propertiesOf(node) {
  if (Array.isArray(node)) return node.flatMap(propertiesOf);
  if (typeof node?.type !== 'string') return [];
  if (node.type === 'ObjectExpression') {
    return node.properties.flatMap((/** @type {any} */ each) =>
      HELP.includes(each.key?.name) ? [each] : propertiesOf(each),
    );
  }
  return Object.values(node).flatMap(propertiesOf);
}
