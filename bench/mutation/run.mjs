/**
 * `npm run bench:mutation`: makes one small mistake at a time in a folder of the core and runs the folder's tests against it.
 * Mistakes are drawn by chance, from a seed, among all that could be made there. What survives is a test that is missing, or
 * a place where the mistake makes no difference.
 *
 *   npm run bench:mutation                      400 mutants a folder, kept in bench/results/mutation.md
 *   npm run bench:mutation -- --count 10        fewer, shown and not kept
 *   npm run bench:mutation -- src/drift         one folder, shown and not kept
 *   npm run bench:mutation -- --workers 2       so many at a time
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/install.mjs';
import { uniform } from '../noise.mjs';
import { judge } from './judge.mjs';
import { mutantsOf } from './mutants.mjs';

/** The tests of each folder. */
const FOLDERS = {
  'src/drift': 'test/drift',
  'src/functions/gate': 'test/functions',
  'src/workbook': 'test/workbook',
  'src/templates': 'test/templates',
  'src/review': 'test/review',
};
/** What a simulation or a table wrote is no text in which somebody makes a mistake. */
const WRITTEN_BY_MACHINES = /Table\.ts$/;
const COUNT = 400;
const SEED = 20_261_127;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: String(COUNT) },
    seed: { type: 'string', default: String(SEED) },
    workers: { type: 'string', default: '1' },
  },
});
const [count, seed, workers] = [Number(values.count), Number(values.seed), Number(values.workers)];

/** @type {(folder: string, ending: RegExp) => string[]} */
const filesOf = (folder, ending) =>
  readdirSync(root + folder, { encoding: 'utf8', recursive: true })
    .map(name => join(folder, name))
    .filter(name => ending.test(name))
    .sort();

/** @type {(all: import('./plan.mjs').Planned[]) => import('./plan.mjs').Planned[]} */
function drawn(all) {
  const next = uniform(seed);
  const rest = [...all];
  const some = Array.from({ length: Math.min(count, all.length) }, () =>
    rest.splice(Math.floor(next() * rest.length), 1),
  );
  return some.flat().sort((a, b) => a.id - b.id);
}

/** @param {string} folder */
async function run(folder) {
  const all = filesOf(folder, /\.tsx?$/)
    .filter(file => !WRITTEN_BY_MACHINES.test(file))
    .flatMap(file => mutantsOf(readFileSync(root + file, 'utf8'), file).map(mutant => ({ ...mutant, file })))
    .map((mutant, id) => ({ ...mutant, id }));
  const mutants = drawn(all);
  const tests = filesOf(/** @type {Record<string, string>} */ (FOLDERS)[folder] ?? '', /\.test\.tsx?$/);
  const results = await judge({ mutants, tests: tests.filter(name => !name.includes('.slow.')), workers });
  const seconds = [...results.values()].reduce((sum, { seconds: own = 0 }) => sum + own, 0) / mutants.length;
  const lived = mutants.filter(({ id }) => results.get(id)?.status !== 'killed');
  const killed = mutants.length - lived.length;
  console.log(`${folder.padEnd(20)} ${killed} of ${mutants.length} killed, ${seconds.toFixed(1)} s each`);
  return { folder, all: all.length, mutants, lived, killed, seconds, results };
}

/** What a mutant makes of its line, in a line. @param {import('./plan.mjs').Planned} mutant */
function described({ file, start, end, kind, replacement }) {
  const text = readFileSync(root + file, 'utf8');
  const line = text.slice(0, start).split('\n').length;
  const short = (/** @type {string} */ words) => {
    const flat = words.replace(/\s+/g, ' ').replaceAll('|', '\\|');
    return flat.length > 70 ? `${flat.slice(0, 69)}…` : flat;
  };
  return `${file}:${line} | ${kind} | \`${short(text.slice(start, end))}\` | ${replacement ? `\`${short(replacement)}\`` : 'left out'}`;
}

const folders = positionals.length > 0 ? positionals : Object.keys(FOLDERS);
const unknown = folders.filter(folder => !Object.hasOwn(FOLDERS, folder));
if (unknown.length > 0)
  throw new Error(`No tests are known for ${unknown.join(', ')}: ${Object.keys(FOLDERS).join(', ')}.`);
const runs = [];
for (const folder of folders) runs.push(await run(folder));

const page = `# Mutants

Made by \`npm run bench:mutation\`: ${count} small mistakes a folder, drawn with seed ${seed}, each against the folder's own tests.

| folder | mistakes that could be made | tried | killed | seconds each |
| --- | --- | --- | --- | --- |
${runs.map(({ folder, all, mutants, killed, seconds }) => `| ${folder} | ${all} | ${mutants.length} | ${killed} (${((100 * killed) / mutants.length).toFixed(1)} %) | ${seconds.toFixed(1)} |`).join('\n')}

## Those that lived

| where | kind | as it is | as it was changed | reached by a test |
| --- | --- | --- | --- | --- |
${runs.flatMap(({ lived, results }) => lived.map(mutant => `| ${described(mutant)} | ${results.get(mutant.id)?.status === 'survived' ? 'yes' : 'no'} |`)).join('\n')}
`;
if (positionals.length === 0 && count === COUNT) writeFileSync(`${root}bench/results/mutation.md`, page);
else console.log(`\n${page}`);
