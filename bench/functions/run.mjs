/**
 * What a cell function costs over a million rows: npm run bench:functions [rows]
 * Beside it, in the same run and by turns: formulajs or simple-statistics where they have the figure, the bare loop over
 * the same cells, and the bare loop over Float64Arrays. Every contender must give the same result before it is timed.
 */
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { load } from '../load.mjs';
import { column } from './columns.mjs';
import { LIBRARIES } from './libraries.mjs';
import { compile, LOOPS } from './loops.mjs';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const REPETITIONS = 9;
/** Nobody has a million periods: these look through a series again at every period. */
const PERIODS = 240;
const SERIES = ['DRIFT_SIGNAL'];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const { functions, evaluate } = await load('src/index.ts');

const measured = [];
for (const warmUp of [true, false]) {
  for (const definition of functions) {
    const rows = SERIES.includes(definition.name) ? PERIODS : warmUp ? 10_000 : ROWS;
    const row = measure(definition, rows, warmUp ? 2 : REPETITIONS);
    if (warmUp) continue;
    measured.push(row);
    console.log(
      row.name.padEnd(28),
      Object.entries(row.times)
        .map(([who, t]) => `${who} ${t.median.toFixed(2)}`)
        .join('  '),
    );
  }
}
writeFileSync(new URL('../results/functions.md', import.meta.url), page());

/** Times every contender, one after the other, again and again. */
function measure({ name, parameters }, rows, repetitions) {
  const needed = parameters.filter(parameter => !parameter.optional);
  const columns = needed.map(parameter => [parameter.name, column(parameter, rows)]);
  const cells = Object.fromEntries(columns.map(([key, { cells }]) => [key, cells]));
  const numbers = Object.fromEntries(columns.map(([key, { numbers }]) => [key, numbers]));
  const lists = Object.fromEntries(columns.map(([key, { numbers }]) => [key, Array.from(numbers)]));
  const loops =
    LOOPS[name] &&
    compile(
      LOOPS[name],
      needed.map(parameter => parameter.name),
    );
  const contenders = {
    ours: () => evaluate(name, Object.values(cells)),
    ...(loops && { cells: () => loops.cells(cells), numbers: () => loops.numbers(numbers) }),
    ...Object.fromEntries(Object.entries(LIBRARIES[name] ?? {}).map(([who, run]) => [who, () => run(lists)])),
  };
  const unable = [];
  for (const [who, run] of Object.entries(contenders)) {
    try {
      expectSame(contenders.ours(), run(), `${name} by ${who}`);
    } catch (error) {
      // Some spread a range over the arguments of a call, of which there can't be a million.
      if (!(error instanceof RangeError)) throw error;
      unable.push(who);
      delete contenders[who];
    }
  }
  const times = Object.fromEntries(Object.keys(contenders).map(who => [who, []]));
  for (let i = 0; i < repetitions; i++) {
    for (const [who, run] of Object.entries(contenders)) {
      collectGarbage();
      const start = performance.now();
      run();
      times[who].push(performance.now() - start);
    }
  }
  return {
    name,
    rows,
    unable,
    times: Object.fromEntries(
      Object.entries(times).map(([who, list]) => {
        list.sort((a, b) => a - b);
        return [who, { min: list[0], median: list[list.length >> 1] }];
      }),
    ),
  };
}

function expectSame(ours, theirs, what) {
  const [mine, other] = [figures(ours), figures(theirs)];
  const at = mine.findIndex(
    (figure, i) => !(Math.abs(figure - other[i]) <= 1e-9 * Math.abs(figure)) && figure !== other[i],
  );
  if (at >= 0 || mine.length !== other.length) throw new Error(`${what}: ${other[at]} is not ${mine[at]}`);
}

/** A column of cells, a Float64Array or a single figure as a list. */
function figures(result) {
  return typeof result === 'object' ? Array.from(result, line => (Array.isArray(line) ? line[0] : line)) : [result];
}

function page() {
  const ms = time => (time ? `${time.min.toFixed(1)} / ${time.median.toFixed(1)}` : '');
  const ratio = (a, b) => (a && b ? (a.median / b.median).toFixed(1) : '');
  const head = [
    'function',
    'rows',
    'ours',
    'loop over cells',
    'loop over numbers',
    'library',
    'ours : cells',
    'cells : numbers',
    'library : ours',
  ];
  const rows = measured.map(({ name, rows, unable, times: { ours, cells, numbers, ...libraries } }) => {
    const others = Object.entries(libraries);
    return [
      name,
      rows.toLocaleString('en'),
      ms(ours),
      ms(cells),
      ms(numbers),
      [...others.map(([who, time]) => `${who} ${ms(time)}`), ...unable.map(who => `${who} fails on so many`)].join(
        '; ',
      ),
      ratio(ours, cells),
      ratio(cells, numbers),
      others.map(([, time]) => ratio(time, ours)).join('; '),
    ];
  });
  return `# What a cell function costs

Made by \`npm run bench:functions\`, Node ${process.versions.node}: ${REPETITIONS} repetitions of each by turns, garbage collected before each; milliseconds, the
fastest / the middle one. Ratios are of the middle ones. Aims: ours within 3 × the loop over cells, and faster than the library.

${table([head, ...rows])}
`;
}

function table(rows) {
  const widths = rows[0].map((_, i) => Math.max(3, ...rows.map(row => row[i].length)));
  const line = row => `| ${row.map((text, i) => text.padEnd(widths[i])).join(' | ')} |`;
  return [line(rows[0]), `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`, ...rows.slice(1).map(line)].join(
    '\n',
  );
}
