/**
 * Random numbers from a seed, the same on every machine (mulberry32).
 *
 * @param {number} seed
 * @returns {() => number} uniform numbers from 0 to below 1
 */
export function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Standard normal numbers from a seed (Box and Muller), and uniform ones from the same source.
 *
 * @param {number} seed
 * @typedef {(() => number) & { uniform: () => number }} Normal
 * @returns {Normal}
 */
export function normal(seed) {
  const next = uniform(seed);
  /** @type {number | null} */
  let spare = null;
  const draw = () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return Object.assign(draw, { uniform: next });
}

/**
 * Noises of a KPI that has not changed, by name: a maker of series of standard deviation one.
 *
 * @type {Record<string, (g: Normal) => (length: number) => number[]>}
 */
export const NOISES = {
  normal: g => length => Array.from({ length }, g),
  'lag-1 0.3': g => length => autocorrelated(g, length, 0.3),
  'lag-1 0.6': g => length => autocorrelated(g, length, 0.6),
  'lognormal up': g => length => Array.from({ length }, () => lognormal(g)),
  'lognormal down': g => length => Array.from({ length }, () => -lognormal(g)),
  'Student t 5': g => length => Array.from({ length }, () => student(g, 5)),
  'Poisson 3': g => length => Array.from({ length }, () => poisson(g, 3)),
  'Poisson 30': g => length => Array.from({ length }, () => poisson(g, 30)),
  'binomial 20, 5 %': g => length => Array.from({ length }, () => binomial(g, 20, 0.05)),
  'binomial 20, 20 %': g => length => Array.from({ length }, () => binomial(g, 20, 0.2)),
  'binomial 100, 5 %': g => length => Array.from({ length }, () => binomial(g, 100, 0.05)),
  'binomial 100, 20 %': g => length => Array.from({ length }, () => binomial(g, 100, 0.2)),
  'binomial 1000, 5 %': g => length => Array.from({ length }, () => binomial(g, 1000, 0.05)),
  'season ±20 %, noise 6 %': g => length => Array.from({ length }, (_, i) => seasonal(i, 0.06 * g())),
  'season ±20 %, noise 15 %': g => length => Array.from({ length }, (_, i) => seasonal(i, 0.15 * g())),
};

/** The noise of that name. @type {(name: string) => (g: Normal) => (length: number) => number[]} */
export function noiseOf(name) {
  const noise = NOISES[name];
  if (!noise) throw new Error(`There is no noise "${name}": ${Object.keys(NOISES).join(', ')}.`);
  return noise;
}

/**
 * Rare events of a KPI that has not changed, by name, where more of them are worse: a maker of series, with their denominators
 * where these are known. The second argument multiplies how often they come, from a period on.
 *
 * @typedef {(length: number, times?: (period: number) => number) => { values: number[], counts?: number[] }} RareSeries
 * @type {Record<string, (g: Normal) => RareSeries>}
 */
export const RARE = {
  'Poisson 0.02': events(0.02),
  'Poisson 0.05': events(0.05),
  'Poisson 0.1': events(0.1),
  'Poisson 0.2': events(0.2),
  'Poisson 0.5': events(0.5),
  'yes or no, 5 %': figures((g, times) => (g.uniform() < 0.05 * times ? 1 : 0)),
  'yes or no, 30 %': figures((g, times) => (g.uniform() < 0.3 * times ? 1 : 0)),
  '3 % off in 4 of 100': figures((g, times) => (g.uniform() < 0.04 * times ? 0.03 : 0)),
  'refunds in 5 of 100, lognormal': figures((g, times) => (g.uniform() < 0.05 * times ? Math.exp(5 + 0.8 * g()) : 0)),
  'refunds in 30 of 100, lognormal': figures((g, times) => (g.uniform() < 0.3 * times ? Math.exp(5 + 0.8 * g()) : 0)),
  'late 0.1 % of 40': late(0.001, false),
  'late 0.1 % of 40, orders known': late(0.001, true),
  'late 0.5 % of 40': late(0.005, false),
  'late 0.5 % of 40, orders known': late(0.005, true),
};

/** @type {(figure: (g: Normal, times: number) => number) => (g: Normal) => RareSeries} */
function figures(figure) {
  return g =>
    (length, times = () => 1) => ({ values: Array.from({ length }, (_, i) => figure(g, times(i))) });
}

/** @type {(mean: number) => (g: Normal) => RareSeries} */
function events(mean) {
  return figures((g, times) => knuth(g, mean * times));
}

/** @type {(share: number, known: boolean) => (g: Normal) => RareSeries} */
function late(share, known) {
  return g =>
    (length, times = () => 1) => ({
      values: Array.from({ length }, (_, i) => successes(g, 40, share * times(i)) / 40),
      ...(known && { counts: new Array(length).fill(40) }),
    });
}

/** @type {(g: Normal, length: number, rho: number) => number[]} */
function autocorrelated(g, length, rho) {
  let last = g();
  return Array.from({ length }, () => {
    last = rho * last + Math.sqrt(1 - rho * rho) * g();
    return last;
  });
}

/**
 * exp(½ z), centred and scaled: the long tail of sums of money.
 *
 * @param {Normal} g
 */
function lognormal(g) {
  const variance = Math.exp(0.25);
  return (Math.exp(0.5 * g()) - Math.exp(0.125)) / Math.sqrt((variance - 1) * variance);
}

/**
 * Student's t, scaled to standard deviation one.
 *
 * @type {(g: Normal, degrees: number) => number}
 */
function student(g, degrees) {
  let squares = 0;
  for (let i = 0; i < degrees; i++) squares += g() ** 2;
  return (g() / Math.sqrt(squares / degrees)) * Math.sqrt((degrees - 2) / degrees);
}

/**
 * A month's figure around a yearly wave of ±20 %, the noise in proportion.
 *
 * @type {(month: number, noise: number) => number}
 */
function seasonal(month, noise) {
  return (1 + 0.2 * Math.sin((2 * Math.PI * month) / 12)) * (1 + noise);
}

/**
 * A share of successes, centred and scaled.
 *
 * @type {(g: Normal, trials: number, share: number) => number}
 */
function binomial(g, trials, share) {
  return (successes(g, trials, share) - trials * share) / Math.sqrt(trials * share * (1 - share));
}

/** @type {(g: Normal, trials: number, share: number) => number} */
function successes(g, trials, share) {
  let count = 0;
  for (let i = 0; i < trials; i++) if (g.uniform() < share) count++;
  return count;
}

/**
 * A count, centred and scaled.
 *
 * @type {(g: Normal, mean: number) => number}
 */
function poisson(g, mean) {
  return (knuth(g, mean) - mean) / Math.sqrt(mean);
}

/**
 * A Poisson count (Knuth's method).
 *
 * @type {(g: Normal, mean: number) => number}
 */
function knuth(g, mean) {
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; count++) product *= g.uniform();
  return count;
}
