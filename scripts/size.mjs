/** `npm run size`: holds what ships to its budgets, so that growth is a decision and not an accident. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';

/**
 * Minified bytes, in thousands, by file; a `*` stands for all files of that form, their sizes added up.
 *
 * @type {Record<string, number>}
 */
const budgets = JSON.parse(readFileSync(`${root}scripts/size-budgets.json`, 'utf8'));

/** @param {string} pattern */
function filesOf(pattern) {
  const folder = `${root}${dirname(pattern)}/`;
  const [start = '', end] = basename(pattern).split('*');
  /** @type {(name: string) => boolean} */
  const fits = name => (end === undefined ? name === start : name.startsWith(start) && name.endsWith(end));
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(fits)
        .map(name => readFileSync(folder + name))
    : [];
}

/** @type {(bytes: number) => string} */
const thousands = bytes => (bytes / 1000).toFixed(1).padStart(9);

let over = 0;
for (const [pattern, budget] of Object.entries(budgets)) {
  const files = filesOf(pattern);
  const size = files.reduce((sum, file) => sum + file.length, 0);
  const compressed = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  const trouble = files.length === 0 ? 'IS MISSING' : size > budget * 1000 ? 'OVER ITS BUDGET' : '';
  if (trouble) over += 1;
  console.log(
    `${pattern.padEnd(28)}${thousands(size)} kB of ${String(budget).padStart(5)}, ${thousands(compressed)} kB compressed  ${trouble}`,
  );
}
if (over) console.log('\n`npm run build` makes what is missing, and anew what is older than its sources.');
process.exit(over ? 1 : 0);
