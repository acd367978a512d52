/**
 * `npm run bench:mutation`: makes one small mistake at a time in a folder of the core and runs the folder's tests against it.
 * Mistakes are drawn by chance, from a seed, among all that could be made there. What survives is a test that is missing, or
 * a place where the mistake makes no difference.
 *
 *   npm run bench:mutation                      400 mutants a folder, kept in bench/results/mutation.md
 *   npm run bench:mutation -- --count 10        fewer, shown and not kept
 *   npm run bench:mutation -- src/drift         one folder, shown and not kept
 *   npm run bench:mutation -- --minutes 30      so many a folder; with none, the page of what earlier runs have tried
 *
 * Results are kept while neither the folder nor the tests change: a run that was ended goes on where it was.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/install.mjs';
import { uniform } from '../noise.mjs';
import { judge } from './judge.mjs';
import { mutantsOf } from './mutants.mjs';
import { pageOf, shareKilled, sorted } from './page.mjs';

/** Where the tests of each folder are. @type {Record<string, string[]>} */
const FOLDERS = {
  'src/drift': ['test/drift'],
  'src/functions/gate': ['test/functions'],
  'src/workbook': ['test/workbook'],
  'src/templates': ['test/templates', 'test/uninstall'],
  'src/review': ['test/review'],
};
/** Tests that start another program, or load for longer than a mutant's tests may take. */
const SLOW =
  /\.slow\.|LibreOffice|officeFiles|everySpreadsheet|withFunctions|builtins|operations|uninstall\/(hosts|files)/;
/** What a simulation or a table wrote is no text in which somebody makes a mistake. */
const WRITTEN_BY_MACHINES = /Table\.ts$/;
const COUNT = 400;
const SEED = 20_261_127;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: String(COUNT) },
    seed: { type: 'string', default: String(SEED) },
    minutes: { type: 'string', default: 'Infinity' },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];

/** @type {(folder: string, ending: RegExp) => string[]} */
const filesOf = (folder, ending) =>
  readdirSync(root + folder, { encoding: 'utf8', recursive: true })
    .map(name => join(folder, name))
    .filter(name => ending.test(name))
    .sort();

/** Some of all, in the order in which they are tried: whatever has been tried is a sample of all.
 * @type {(all: import('./plan.mjs').Planned[]) => import('./plan.mjs').Planned[]} */
function drawn(all) {
  const next = uniform(seed);
  const rest = [...all];
  const some = Array.from({ length: Math.min(count, all.length) }, () =>
    rest.splice(Math.floor(next() * rest.length), 1),
  );
  return some.flat();
}

/** @param {string} folder */
async function run(folder) {
  const sources = filesOf(folder, /\.tsx?$/).filter(file => !WRITTEN_BY_MACHINES.test(file));
  const all = sources
    .flatMap(file => mutantsOf(readFileSync(root + file, 'utf8'), file).map(mutant => ({ ...mutant, file })))
    .map((mutant, id) => ({ ...mutant, id }));
  const mutants = drawn(all);
  const tests = (FOLDERS[folder] ?? []).flatMap(own => filesOf(own, /\.test\.tsx?$/));
  const quick = tests.filter(name => !SLOW.test(name));
  const results = await judge(mutants, sources, quick, Number(values.minutes));
  const tried = mutants.filter(({ id }) => results.has(id));
  const sum = sorted(folder, all.length, tried, results);
  console.log(`${folder.padEnd(20)} ${shareKilled(sum)} of ${tried.length} killed, ${sum.seconds.toFixed(1)} s each`);
  return sum;
}

const folders = positionals.length > 0 ? positionals : Object.keys(FOLDERS);
const unknown = folders.filter(folder => !Object.hasOwn(FOLDERS, folder));
if (unknown.length > 0)
  throw new Error(`No tests are known for ${unknown.join(', ')}: ${Object.keys(FOLDERS).join(', ')}.`);
const runs = [];
for (const folder of folders) runs.push(await run(folder));

const page = pageOf(runs, count, seed);
if (positionals.length === 0 && count === COUNT) writeFileSync(`${root}bench/results/mutation.md`, page);
else console.log(`\n${page}`);
