/**
 * The project's modules, with the switches of all mutants in them. Each file is compiled once and evaluated anew whenever the
 * tests begin afresh, so that nothing one mutant left behind is seen by the next; packages are loaded once.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Script } from 'node:vm';
import { transformSync } from '@swc/core';
import config from '../../jest.config.mjs';
import { withSwitches } from './mutants.mjs';

const [[, swc]] = /** @type {[[string, object]]} */ (Object.values(config.transform));
const isPackage = (/** @type {string} */ path) =>
  config.transformIgnorePatterns.some(ours => new RegExp(ours).test(path));
const ENDINGS = ['', ...config.moduleFileExtensions.map(ending => `.${ending}`)];
/** What a module is wrapped in, as CommonJS has it. */
const WRAPPED = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];

/**
 * @param {string} root                               the project's folder
 * @param {import('./plan.mjs').Planned[]} mutants
 * @returns {() => (path: string) => unknown}         makes a `require` that knows no module yet
 */
export function readModules(root, mutants) {
  /** @type {Map<string, (...parts: unknown[]) => void>} */
  const compiled = new Map();
  /** @type {Map<string, string>} */
  const places = new Map();

  /** @type {(path: string) => (...parts: unknown[]) => void} */
  const compile = path => {
    const file = relative(root, path);
    const text = withSwitches(
      readFileSync(path, 'utf8'),
      mutants.filter(mutant => mutant.file === file),
    );
    const { code } = transformSync(text, { ...swc, filename: path, sourceMaps: 'inline', swcrc: false });
    return new Script(WRAPPED.join(code), { filename: path }).runInThisContext();
  };
  /** @type {(name: string, from: string) => string} */
  const placeOf = (name, from) => {
    const key = `${from} ${name}`;
    const known = places.get(key) ?? find(name, from);
    places.set(key, known);
    return known;
  };

  return () => {
    /** @type {Map<string, { exports: unknown }>} */
    const loaded = new Map();
    /** @type {(path: string) => unknown} */
    const load = path => {
      const known = loaded.get(path);
      if (known) return known.exports;
      const module = { exports: {} };
      loaded.set(path, module);
      if (path.endsWith('.json')) module.exports = JSON.parse(readFileSync(path, 'utf8'));
      else {
        const run = compiled.get(path) ?? compile(path);
        compiled.set(path, run);
        const native = createRequire(path);
        const require = (/** @type {string} */ name) => {
          const place = placeOf(name, path);
          return isPackage(place) || !place.startsWith('/') || /\.c?js$/.test(place) ? native(place) : load(place);
        };
        run(module.exports, Object.assign(require, { resolve: native.resolve }), module, path, dirname(path));
      }
      return module.exports;
    };
    return load;
  };
}

/** @type {(name: string, from: string) => string} */
function find(name, from) {
  if (!name.startsWith('.')) return createRequire(from).resolve(name);
  const path = join(dirname(from), name);
  const files = [
    ...ENDINGS.map(ending => path + ending),
    ...ENDINGS.slice(1).map(ending => join(path, `index${ending}`)),
  ];
  const found = files.find(file => statSync(file, { throwIfNoEntry: false })?.isFile());
  if (!found) throw new Error(`${from} imports ${name}, which is not there.`);
  return found;
}
