/**
 * What could be found at most, were false alarms spent to the last: `node bench/drift/frontier.mjs [series]`. For each year after 12, 24 and
 * 36 periods of history the threshold of lasting changes is lowered until one of the noises that are feared uses up its promise; then it
 * is counted how often a change is found by it. The page is kept in bench/results/frontier.md.
 *
 * A study, not the product: one threshold a year where the product has one for each number of figures, and years are counted in which
 * nothing had been raised before. `drift.md` has what the product does.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '../load.mjs';
import { NOISES, normal, uniform } from '../noise.mjs';
import { report } from './report.mjs';

const SEED = 20261201;
const SERIES = Number(process.argv[2] ?? 4000);
const YEAR = 12;
const HISTORIES = [12, 24, 36];
const LONGEST = Math.max(...HISTORIES) + YEAR;
/** False alarms promised in a year, by noise. */
const PROMISES = { normal: 0.1, 'lag-1 0.3': 0.1, 'lag-1 0.6': 0.2, 'lognormal up': 0.1, 'Student t 5': 0.1 };
const CHANGES = [
  ['normal', 1.5],
  ['normal', 2],
  ['normal', 'slope'],
  ['lag-1 0.3', 1.5],
  ['lag-1 0.3', 2],
];
/** What the reference finds, by history (method.md, section 3); it watches one year after a fixed history. */
const REFERENCE = { 12: [65, 87, 65, 61, 81], 24: [79, 96, 79, 68, 88], 36: [86, 98, 86, 72, 91] };
/** What may be known of a business from its other KPIs: the noises that are left to fear. */
const FEARED = {
  everything: Object.keys(PROMISES),
  'no correlation above 0.3': ['normal', 'lag-1 0.3', 'lognormal up', 'Student t 5'],
  'no correlation': ['normal', 'lognormal up', 'Student t 5'],
  'no correlation, no long tails': ['normal'],
};
const WEIGHTS = { today: null, other: './otherWeights.mjs' };

const CHANCE = 1 - (1 - 0.1) ** (1 / YEAR);
const { spikeUpwards } = await load('src/drift/evidence/spike.ts');
const { spikeThreshold } = await load('src/drift/evidence/thresholds.ts');
const engines = {};
for (const [name, file] of Object.entries(WEIGHTS)) {
  const path = file && fileURLToPath(new URL(file, import.meta.url));
  const instead = {
    name: 'weights',
    setup: build => path && build.onResolve({ filter: /^\.\/weights$/ }, () => ({ path })),
  };
  engines[name] = (await load('src/drift/evidence/evidence.ts', [instead])).evidenceOfRise;
}

/** What each engine makes of the newest figure after each of the last looks, and whether it is a spike. */
function watched(values, looks) {
  return Array.from({ length: looks }, (_, i) => {
    const figures = values.slice(0, values.length - looks + 1 + i);
    const isSpike =
      spikeUpwards(figures.slice(0, -1), figures[figures.length - 1]) > spikeThreshold(figures.length, CHANCE);
    return {
      isSpike,
      evidence: Object.fromEntries(Object.entries(engines).map(([name, of]) => [name, of(figures)])),
    };
  });
}

const unchanged = Object.fromEntries(
  Object.keys(PROMISES).map(noise => {
    const make = NOISES[noise](normal(SEED));
    return [noise, Array.from({ length: SERIES }, () => watched(make(LONGEST), LONGEST - HISTORIES[0]))];
  }),
);
const changed = Object.fromEntries(
  HISTORIES.map(history => [
    history,
    CHANGES.map(([noise, change]) => {
      const make = NOISES[noise](normal(SEED + history));
      const next = uniform(SEED + 7);
      return Array.from({ length: Math.ceil(SERIES / 2) }, () => {
        const start = Math.floor(next() * (change === 'slope' ? 5 : 6));
        const values = make(history + YEAR).map((value, i) => {
          const since = i - history - start;
          if (since < 0) return value;
          return value + (change === 'slope' ? 0.25 * (since + 1) : change);
        });
        return { start, months: change === 'slope' ? 8 : 6, looks: watched(values, YEAR) };
      });
    }),
  ]),
);

const isRaised =
  (engine, threshold, spikes) =>
  ({ isSpike, evidence }) =>
    evidence[engine] > threshold || (spikes && isSpike);

function falseAlarms(noise, history, raised) {
  const from = history - HISTORIES[0];
  return unchanged[noise].filter(looks => looks.slice(from, from + YEAR).some(raised)).length / SERIES;
}

/** The lowest threshold that keeps the promises of the noises that are feared. */
function lowest(engine, feared, history, spikes) {
  const keeps = threshold =>
    feared.every(noise => falseAlarms(noise, history, isRaised(engine, threshold, spikes)) <= PROMISES[noise]);
  let [low, high] = [0, 9];
  for (let step = 0; step < 16; step++) {
    const middle = (low + high) / 2;
    if (keeps(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function found(series, raised) {
  const unraised = series.filter(({ start, looks }) => !looks.slice(0, start).some(raised));
  const hits = unraised.filter(({ start, months, looks }) => looks.slice(start, start + months).some(raised));
  return hits.length / unraised.length;
}

const percent = share => (100 * share).toFixed(0);
const page = report();
page.print('# What could be found at most, at the promised false alarms\n');
page.print(
  `Made by \`node bench/drift/frontier.mjs ${SERIES}\`, seed ${SEED}: for each year the threshold is lowered until a noise that is feared uses up its promise (10 %, lag-1 0.6 20 %). ` +
    'Steps in σ and slopes of 0.25 σ a month, found in the month of the change or the five (slopes: seven) after it, in brackets what the reference NS-IB finds. A study beside the product: ' +
    '`drift.md` has what that does, `docs/decisions.md` says what follows. *Other* weights are those of `bench/drift/otherWeights.mjs`.\n',
);
const rows = [];
for (const [engine, what, spikes] of [
  ...Object.keys(FEARED).map(what => ['today', what, true]),
  ['today', 'everything', false],
  ...Object.keys(FEARED).map(what => ['other', what, true]),
]) {
  for (const history of HISTORIES) {
    const raised = isRaised(engine, lowest(engine, FEARED[what], history, spikes), spikes);
    rows.push([
      engine,
      spikes ? what : `${what}, and no spikes are looked for`,
      history,
      Object.keys(PROMISES)
        .map(noise => (100 * falseAlarms(noise, history, raised)).toFixed(1))
        .join(' / '),
      ...CHANGES.map((_, i) => `${percent(found(changed[history][i], raised))} (${REFERENCE[history][i]})`),
    ]);
  }
}
page.table(
  [
    'weights',
    'feared',
    'history',
    `false alarms, %: ${Object.keys(PROMISES).join(' / ')}`,
    ...CHANGES.map(([noise, change]) => `${noise}, ${change === 'slope' ? 'slope' : `${change} σ`}`),
  ],
  rows,
);
writeFileSync(new URL('../results/frontier.md', import.meta.url), page.text());
