import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

/** What a definition says to people and no calculation needs. */
const HELP = 'examples synonyms mistakes plain source question summary description family scaling ordered'.split(' ');

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
    return node.properties.flatMap((/** @type {any} */ each) => {
      if (HELP.includes(each.key?.name)) return [each];
      // That a parameter may be blank is asked, why it may is told to people.
      if (each.key?.name === 'mayBeBlank' && each.value.type === 'Literal')
        return [{ start: each.value.start + 1, end: each.value.end - 1 }];
      // The unit of a result is told to people; that of anything else may be calculated with.
      const unit =
        each.key?.name === 'result' &&
        each.value.properties?.find((/** @type {any} */ one) => one.key?.name === 'unit');
      return unit ? [unit, ...propertiesOf(each)] : propertiesOf(each);
    });
  }
  return Object.values(node).flatMap(propertiesOf);
}
