/**
 * What a cell function costs over a million rows: npm run bench:functions [-- ROWS] [-- --only NAME] [-- --rounds 9]; of some
 * functions only (`--only` may be said again), the page of results is left as it is.
 * Beside it, in the same run and by turns: formulajs or simple-statistics where they have the figure, the bare loop over
 * the same cells, and the bare loop over Float64Arrays. Every contender must give the same result before it is timed.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { load } from '../load.mjs';
import { column, SETTINGS } from './columns.mjs';
import { compile } from './compile.mjs';
import { LIBRARIES } from './libraries.mjs';
import { LOOPS } from './loops.mjs';
import { FEWER, page } from './page.mjs';
import { middle, ratioOf } from './times.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true, default: [] }, rounds: { type: 'string', default: '9' } },
});
const ROWS = Number(positionals[0] ?? 1_000_000);
const ROUNDS = Number(options.rounds);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const { functions: catalogue, evaluate } = await load('src/index.ts');
const chosen = options.only;
const unknown = chosen.find(name => !catalogue.some(each => each.name === name));
if (unknown) throw new Error(`There is no function ${unknown}.`);
const functions = catalogue.filter(({ name }) => chosen.length === 0 || chosen.includes(name));

// All are run before the first is timed, chosen or not, so that the gate has seen every function, as it has in a sheet.
for (const definition of catalogue) measure(definition, Math.min(FEWER[definition.name] ?? 10_000, ROWS), 1);
const measured = functions.map(definition => {
  const found = measure(definition, FEWER[definition.name] ?? ROWS, ROUNDS);
  const times = Object.entries(found.times).map(([who, list]) => `${who} ${middle(list).toFixed(2)}`);
  const ratio = ratioOf(found.times.ours, found.times.cells);
  console.log(found.name.padEnd(28), ...times, ...found.unable.map(who => `${who} fails`), ratio && `× ${ratio}`);
  return found;
});
if (chosen.length === 0) {
  writeFileSync(new URL('../results/functions.md', import.meta.url), page(measured, { rows: ROWS, rounds: ROUNDS }));
}

/** Times every contender in every round, by milliseconds of processor time: each round is one comparison. */
function measure({ name, parameters, examples }, rows, rounds) {
  // Whole sheets come as the first example has them.
  const tables = parameters.some(({ takes }) => takes === 'table') ? examples[0].arguments : null;
  const { also = [] } = LOOPS[name] ?? {};
  const given = parameters.filter(parameter => !parameter.optional || also.includes(parameter.name));
  const columns = given.filter(({ takes }) => takes !== 'one' && !tables).map(each => [each.name, column(each, rows)]);
  const as = form => Object.fromEntries(columns.map(([key, forms]) => [key, forms[form]]));
  const [cells, numbers, lists] = ['cells', 'numbers', 'list'].map(as);
  const args =
    tables ??
    parameters.map(parameter =>
      given.includes(parameter) ? (cells[parameter.name] ?? SETTINGS[parameter.name]) : undefined,
    );
  const loops = LOOPS[name] && compile(LOOPS[name], Object.keys(cells));
  const libraries = Object.entries(LIBRARIES[name] ?? {}).map(([who, run]) => [who, () => run(lists)]);
  const all = Object.entries({
    ours: () => evaluate(name, args),
    ...(loops && { cells: () => loops.cells(cells), numbers: () => loops.numbers(numbers) }),
    ...Object.fromEntries(libraries),
  });
  const expected = figures(all[0][1]());
  const unable = all.filter(([who, run]) => !gives(expected, run, `${name} by ${who}`)).map(([who]) => who);
  const contenders = all.filter(([who]) => !unable.includes(who));
  const times = Object.fromEntries(contenders.map(([who]) => [who, []]));
  for (let round = 0; round < rounds; round++) {
    // Ours and the loop are neighbours, and who goes first changes, so that both meet the same load and the same caches.
    for (const [who, run] of round % 2 === 0 ? contenders : [...contenders].reverse()) {
      collectGarbage();
      // Of the processor, not of the clock: others may be at work on the same machine.
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      times[who].push((user + system) / 1000);
    }
  }
  return { name, rows: tables ? null : rows, times, unable };
}

/** Whether a contender can do it at all; one that gives another result ends the benchmark. */
function gives(expected, run, what) {
  let found;
  try {
    found = figures(run());
  } catch (error) {
    // A call can't have a million arguments, but some spread a range over them.
    if (error instanceof RangeError) return false;
    throw error;
  }
  const at = expected.findIndex((figure, i) => !(Math.abs(figure - found[i]) <= 1e-9 * Math.abs(figure)));
  if (at >= 0 || expected.length !== found.length) throw new Error(`${what}: ${found[at]} is not ${expected[at]}`);
  return true;
}

/** All numbers of a figure, a Float64Array or a grid. */
function figures(result) {
  const cells = typeof result === 'object' ? Array.from(result).flat() : [result];
  return cells.filter(cell => typeof cell === 'number');
}
