import { noiseOf, normal } from '../noise.mjs';

const HISTORY = 12;
/** @param {number[]} numbers */
const mean = numbers => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/**
 * Whether so many of the newest figures hold, at each period.
 *
 * @type {(holds: boolean[], enough: number, window: number) => boolean[]}
 */
const ofNewest = (holds, enough, window) =>
  holds.map((_, t) => t >= window - 1 && holds.slice(t - window + 1, t + 1).filter(Boolean).length >= enough);
/** @type {(first: boolean[], ...others: boolean[][]) => boolean[]} */
const either = (first, ...others) => first.map((holds, t) => holds || others.some(rule => rule[t]));

/**
 * What textbook rules say at each period, upward only, limits from the first 12; the reference's scale: level 100, σ 6.
 *
 * @param {readonly number[]} y
 * @returns {Record<string, boolean[]>}
 */
export function textbook(y) {
  /** @type {(i: number) => number} */
  const at = i => y[i] ?? Number.NaN;
  const base = y.slice(0, HISTORY);
  const centre = mean(base);
  const sigma = mean(base.slice(1).map((value, i) => Math.abs(value - at(i)))) / 1.128;
  const q = y.map(value => (value - centre) / sigma);
  /** @param {number} limit */
  const above = limit => q.map(value => value > limit);
  const rising = y.map((_, t) => t >= 5 && [4, 3, 2, 1, 0].every(k => at(t - k) > at(t - k - 1)));
  const beyond = above(3);
  const eight = ofNewest(above(0), 8, 8);
  return {
    '10 % worse than last month': y.map((value, t) => t > 0 && value > 1.1 * at(t - 1)),
    '5 % off target (the true level)': y.map(value => value > 105),
    'XmR, rule 1': beyond,
    'XmR, three rules': either(beyond, eight, ofNewest(above(1.5), 3, 4)),
    'Western Electric': either(beyond, ofNewest(above(2), 2, 3), ofNewest(above(1), 4, 5), eight),
    'Nelson 1 2 3 5 6': either(
      beyond,
      ofNewest(above(0), 9, 9),
      rising,
      ofNewest(above(2), 2, 3),
      ofNewest(above(1), 4, 5),
    ),
    'CUSUM k 1/2, h 5': cusum(q, 5),
    'CUSUM k 1/2, h 4': cusum(q, 4),
    'EWMA .2, L 2.7': ewma(q, 0.2, 2.7),
  };
}

/** @type {(q: number[], limit: number) => boolean[]} */
function cusum(q, limit) {
  let sum = 0;
  return q.map((value, t) => {
    if (t < HISTORY) return false;
    sum = Math.max(0, sum + value - 0.5);
    return sum > limit;
  });
}

/** @type {(q: number[], weight: number, width: number) => boolean[]} */
function ewma(q, weight, width) {
  let average = 0;
  return q.map((value, t) => {
    if (t < HISTORY) return false;
    average = (1 - weight) * average + weight * value;
    return average > width * Math.sqrt(weight / (2 - weight));
  });
}

/**
 * The reference's table: false alarms a year, and found in six months (a slope: eight), limits from 12 periods.
 *
 * @param {{ heading: (text: string) => void, table: (headers: string[], rows: (string | number)[][]) => void }} report
 * @param {{ series: number, seed: number }} options
 */
export function textbookRules({ heading, table }, { series, seed }) {
  /** @typedef {(month: number) => number} Change */
  const none = () => 0;
  /** @type {(size: number) => Change} */
  const step = size => () => size;
  /** @type {[name: string, noise: string, months: number, change: Change][]} */
  const columns = [
    ['false, normal', 'normal', 12, none],
    ['false, lag-1 0.3', 'lag-1 0.3', 12, none],
    ['false, lag-1 0.6', 'lag-1 0.6', 12, none],
    ['false, lognormal up', 'lognormal up', 12, none],
    ['false, lognormal down', 'lognormal down', 12, none],
    ['found 1.5, normal', 'normal', 6, step(1.5)],
    ['found 2, normal', 'normal', 6, step(2)],
    ['found 1.5, lag-1 0.3', 'lag-1 0.3', 6, step(1.5)],
    ['found 2, lag-1 0.3', 'lag-1 0.3', 6, step(2)],
    ['found slope .25', 'normal', 8, month => 0.25 * month],
  ];
  /** @type {Record<string, number[]>} */
  const found = {};
  columns.forEach(([, noise, months, change], c) => {
    const make = noiseOf(noise)(normal(seed + c));
    for (let s = 0; s < series; s++) {
      const z = make(HISTORY + months).map((value, i) => (i < HISTORY ? value : value + change(i - HISTORY + 1)));
      for (const [rule, alarms] of Object.entries(textbook(z.map(value => 100 + 6 * value)))) {
        const counts = found[rule] ?? columns.map(() => 0);
        found[rule] = counts;
        if (alarms.slice(HISTORY).some(Boolean)) counts[c] = (counts[c] ?? 0) + 1;
      }
    }
  });
  heading('Textbook rules, limits from 12 periods, adverse side, % (the reference: docs/method.md, section 3)');
  table(
    ['rule', ...columns.map(([name]) => name)],
    Object.entries(found).map(([rule, counts]) => [rule, ...counts.map(count => Math.round((100 * count) / series))]),
  );
}
