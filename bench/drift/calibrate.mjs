/**
 * Calibrates the thresholds of the monitor: `node bench/drift/calibrate.mjs [series]` prints the tables that
 * src/drift/evidence/thresholdTable.ts carries.
 *
 * Series of each noise are watched from the seventh figure on, for ever. At each number of figures, and for each chance of
 * a false alarm a look, the threshold is the value that no noise passes more often than its share of that chance, among
 * the series that have not alarmed before. Lasting changes and spikes share the chance.
 */
import { writeFileSync } from 'node:fs';
import { load } from '../load.mjs';
import { NOISES, normal } from '../noise.mjs';

const SEED = 20261123;
const SERIES = Number(process.argv[2] ?? 16000);
const SHORTEST = 7;
const LONGEST = 60;
const LENGTHS = [7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 21, 24, 28, 32, 36, 42, 48, 60];
/** Chances a year of twelve looks. */
const CHANCES = [0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002];
const aLook = chance => 1 - (1 - chance) ** (1 / 12);
/** Of a chance, what lasting changes and what spikes may use, noise by noise; twice the chance at lag-1 0.6. */
const SHARES = {
  normal: { evidence: 1, spike: 0.25 },
  'lag-1 0.3': { evidence: 0.94, spike: 0.25 },
  'lag-1 0.6': { evidence: 1.86, spike: 0.5 },
  'lognormal up': { evidence: 0.7, spike: 0.21 },
  'Student t 5': { evidence: 0.7, spike: 0.21 },
};

/**
 * The promise is one of calendar years, and in the product regimes of every age meet in one: by so much the chance at a look
 * differs with the figures in the regime, so that the years after 6, 12, 18, … periods of history come out alike
 * (bench/results/drift.md). Where a first regime of three figures can be left behind, at the seventh and eighth figure, it may
 * spend most, since little else is looked for so early.
 */
const PROFILE = [
  [7, 2.1],
  [8, 2.1],
  [9, 0.5],
  [12, 0.6],
  [14, 1],
  [20, 1.06],
  [24, 1],
  [28, 0.98],
];

const { evidenceOfRise } = await load('src/drift/evidence/evidence.ts');
const { spikeUpwards } = await load('src/drift/evidence/spike.ts');
const statistics = {
  evidence: figures => evidenceOfRise(figures),
  spike: figures => spikeUpwards(figures.slice(0, -1), figures[figures.length - 1]),
};

const looks = LONGEST - SHORTEST + 1;
const tables = {};
for (const [name, statistic] of Object.entries(statistics)) {
  const values = Object.keys(SHARES).map((noise, n) => {
    const series = NOISES[noise](normal(SEED + n));
    const seen = new Float32Array(SERIES * looks);
    for (let s = 0; s < SERIES; s++) {
      const figures = series(LONGEST);
      for (let look = 0; look < looks; look++) seen[s * looks + look] = statistic(figures.slice(0, look + SHORTEST));
    }
    return seen;
  });
  const byChance = CHANCES.map(chance =>
    thresholds(
      values,
      Object.values(SHARES).map(share => share[name] * aLook(chance)),
    ),
  );
  tables[name] = LENGTHS.map(length => byChance.map(t => smooth(t, length - SHORTEST).toFixed(2)));
}

/** Between the lengths of the profile in a straight line. */
function profile(figures) {
  const next = PROFILE.findIndex(([length]) => length >= figures);
  if (next <= 0) return PROFILE[next < 0 ? PROFILE.length - 1 : 0][1];
  const [[a, from], [b, to]] = [PROFILE[next - 1], PROFILE[next]];
  return from + ((to - from) * (figures - a)) / (b - a);
}

/** Threshold at each look: the highest of the noises' quantiles, each among its own series that are still silent. */
function thresholds(values, chances) {
  const silent = values.map(() => new Uint8Array(SERIES).fill(1));
  const found = [];
  for (let look = 0; look < looks; look++) {
    let highest = -Infinity;
    values.forEach((seen, n) => {
      const left = [];
      for (let s = 0; s < SERIES; s++) if (silent[n][s]) left.push(seen[s * looks + look]);
      left.sort((a, b) => b - a);
      const at = chances[n] * profile(look + SHORTEST) * left.length;
      const [low, high] = [left[Math.floor(at)], left[Math.ceil(at)]];
      highest = Math.max(highest, low + (high - low) * (at - Math.floor(at)));
    });
    values.forEach((seen, n) => {
      for (let s = 0; s < SERIES; s++) if (seen[s * looks + look] > highest) silent[n][s] = 0;
    });
    found.push(highest);
  }
  return found;
}

/** Simulation error is smoothed away by a straight line through the neighbours, more of them the longer the regime. */
function smooth(thresholds, look) {
  const reach = look < 3 ? 0 : Math.min(Math.round(look / 5), looks - 1 - look, look);
  const near = thresholds.slice(look - reach, look + reach + 1);
  return near.reduce((a, b) => a + b, 0) / near.length;
}

const rows = table => table.map(row => `  [${row.join(', ')}],`).join('\n');
writeFileSync(
  new URL('../../src/drift/evidence/thresholdTable.ts', import.meta.url),
  `/**
 * Thresholds of the monitor by figures in the regime (rows) and chance of a false alarm at a look (columns).
 *
 * Origin: \`node bench/drift/calibrate.mjs ${SERIES}\`, seed ${SEED}.
 */

/** Figures in the regime. */
export const LENGTHS = [${LENGTHS.join(', ')}] as const;

/** Chances at a look: ${CHANCES.map(c => `${100 * c} %`).join(', ')} in twelve. */
export const HAZARDS = [${CHANCES.map(c => aLook(c).toPrecision(4)).join(', ')}] as const;

/** Evidence of a lasting change, log Bayes factor. */
// biome-ignore format: a row a length
export const EVIDENCE_TABLE = [
${rows(tables.evidence)}
] as const;

/** Spikes, log ratio of distances. */
// biome-ignore format: a row a length
export const SPIKE_TABLE = [
${rows(tables.spike)}
] as const;
`,
);
