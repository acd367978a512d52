/**
 * What the engine saves by not judging anew what has not changed: `npm run bench:speed`. Beside it, in the same run and by turns,
 * the plain replay that its tests hold it against, over the same figures. Both must say the same before they are timed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { isDeepStrictEqual } from 'node:util';
import { report } from '../drift/report.mjs';
import { load } from '../load.mjs';
import { NOISES, normal } from '../noise.mjs';
import { workbook, workbookFile } from './workbook.mjs';

const SEED = 20261124;
/** Milliseconds of the plain replay of 36 periods on the machine on which the aims were set. */
const WHERE_AIMS_WERE_SET = 1.05;
const [{ driftSignals, driftBreaks }, { review }, { readSnapshot }, { textList }] = await Promise.all(
  ['src/drift/index.ts', 'src/index.ts', 'src/hosts/file/read.ts', 'src/hosts/file/sheets/textList.ts'].map(path =>
    load(path),
  ),
);
const [{ plainChanges, plainFoundChanges }, { plainCut }] = await Promise.all(
  ['test/drift/plain/replay.ts', 'test/drift/plain/breaks.ts'].map(path => load(path)),
);

const make = NOISES.normal(normal(SEED));
const inUnits = values => values.map(value => 100 + 6 * value);
const series = length => inUnits(make(length));
const wave = NOISES['season ±20 %, noise 6 %'](normal(SEED))(36);
const [months, years, days] = [series(36), series(120), series(10_000)];
const kpis = (count, length) => Array.from({ length: count }, () => series(length));
const [few, many] = [kpis(60, 36), kpis(400, 120)];
const [small, large] = [workbook(few), workbook(many)];
const file = workbookFile(small, 1_000_000);
const onsets = changes => changes.map(({ index, since, direction, rule }) => [index, since, direction, rule]);
/** What a review asks of each KPI, plainly: its changes, its breaks for the chart and for the limits of today, and a trend. */
const asked = columns => {
  const falseAlarms = Math.min(0.1, 1 - 0.5 ** (1 / columns.length));
  for (const column of columns) {
    plainFoundChanges(column, { falseAlarms });
    plainCut(column);
    plainCut(column);
    plainCut(column, 12, { from: 12, price: 1.5 });
  }
};

/** What is timed: its aim in milliseconds, samples, and the two ways; what both say where that can be compared. */
const WORK = [
  ['newest verdict of 36 periods, all of them replayed', '0.3', 9, ...verdicts(months)],
  ['the same with a season', '', 9, ...verdicts(wave)],
  ['newest verdict of 120 periods', '', 9, ...verdicts(years)],
  ['newest verdict of 10,000 periods', '100', 5, ...verdicts(days)],
  ['breaks of 36 periods', '', 9, ...breaks(months)],
  ['breaks of 120 periods', '', 9, ...breaks(years)],
  ['breaks of 10,000 periods', '', 5, ...breaks(days)],
  ['review of 60 KPIs, 36 periods *', '40', 9, () => review(small), () => asked(few)],
  ['review of 400 KPIs, 120 periods *', '1000', 3, () => review(large), () => asked(many)],
  [
    ...['texts that the review of a file asks for, of a list of a megabyte †', '', 9],
    ...[() => texts([file.count - 1]), () => texts(Array.from({ length: file.count }, (_, i) => i))],
  ],
];

function verdicts(values) {
  return [() => driftSignals(values), () => plainChanges(values), onsets];
}

function breaks(values) {
  return [() => driftBreaks(values), () => plainCut(values).breaks, found => found];
}

function texts(numbers) {
  const list = textList(file.texts);
  for (const number of numbers) list(number);
}

/** The processor's clock is coarse: a sample lasts so many milliseconds at least. */
const SAMPLE = 60;
const WARM = 300;

/**
 * Milliseconds that the processor gave the thread a user waits for, which a busy machine disturbs little. Where the system
 * does not tell (other than Linux), that of the whole process.
 */
function spentByNow() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return process.cpuUsage().user / 1000;
  }
}

/** The median of samples of all ways by turns. */
function times(ways, rounds) {
  const calls = ways.map(way => {
    // The first calls are slow everywhere: how long a call takes is known after some.
    let count = 0;
    const from = performance.now();
    for (; performance.now() - from < WARM; count++) way();
    return Math.ceil((SAMPLE * count) / (performance.now() - from));
  });
  const spent = ways.map(() => []);
  for (let round = 0; round < rounds; round++) {
    ways.forEach((way, i) => {
      const from = spentByNow();
      for (let call = 0; call < calls[i]; call++) way();
      spent[i].push((spentByNow() - from) / calls[i]);
    });
  }
  return spent.map(median);
}

function median(list) {
  return list.sort((a, b) => a - b)[list.length >> 1];
}

const page = report();
page.print('# How long the engine takes, beside the plain replay\n');
page.print(
  'Made by `npm run bench:speed`: milliseconds of the processor’s time on the thread that a user waits for, the median of several samples of both by turns, over the same ' +
    'figures (normal noise). The plain replay is the engine with nothing remembered and nothing passed over (`test/drift/plain`); both say the same. ' +
    `The aims were set on a quiet machine that takes ${WHERE_AIMS_WERE_SET} ms for the plain replay of 36 periods. That replay is timed here by turns with each row, and ` +
    'the third column is what the engine would take there. Machines differ and are disturbed, so read that column and the last.\n',
);
const rows = [];
for (const [what, aim, rounds, ours, plain, said] of WORK) {
  if (said && !isDeepStrictEqual(said(ours()), said(plain()))) throw new Error(`${what}: not the same`);
  const [quick, slow, yardstick] = times([ours, plain, () => plainChanges(months)], rounds);
  rows.push([
    what,
    aim,
    ((quick * WHERE_AIMS_WERE_SET) / yardstick).toFixed(2),
    quick.toFixed(2),
    slow.toFixed(2),
    (slow / quick).toFixed(1),
  ]);
}
const snapshot = await readSnapshot(file.bytes, { today: small.today });
if (!isDeepStrictEqual(review(snapshot).kpis, review(small).kpis)) throw new Error('the file is not read as it is');
page.table(['what', 'aim', 'where the aims were set', 'engine', 'plain', 'times'], rows);
page.print(
  '\\* Plain: the replays and cuts alone, without limits, scores, alerts and words. † Plain: every text of the list.',
);
writeFileSync(new URL('../results/speed.md', import.meta.url), page.text());
