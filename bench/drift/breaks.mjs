import { NOISES, normal } from '../noise.mjs';
import { percent } from './report.mjs';

const LENGTHS = [12, 24, 36, 60, 120];
const step = size => (value, i, length) => value + (i >= length / 2 ? size : 0);
const near = (found, length) => found.some(at => Math.abs(at - length / 2) <= 2);
const any = found => found.length > 0;

/** What is in a column: its noise, what happens to it, and what counts. */
const UNCHANGED = ['normal', 'lag-1 0.3', 'lag-1 0.6', 'lognormal up', 'Student t 5'].map(noise => [
  noise,
  noise,
  value => value,
  any,
]);
const STEADY = [
  ['slope of 0.2 σ', 'normal', (value, i) => value + 0.2 * i, any],
  ['growth of 2 %, noise 5 %', 'normal', (value, i) => 1.02 ** i * (1 + 0.05 * value), any],
  ['growth of 5 %, noise 5 %', 'normal', (value, i) => 1.05 ** i * (1 + 0.05 * value), any],
];
const STEPS = [
  ['step of 2 σ', 'normal', step(2), near],
  ['step of 3 σ', 'normal', step(3), near],
  ['step of 3 σ, lag-1 0.3', 'lag-1 0.3', step(3), near],
];

/** Breaks of series that have none, of steady slopes and growth, and of one step in the middle. */
export function breaks({ driftBreaks }, { heading, table }, { series, seed }) {
  const count = Math.round(series / 10);
  const share = (noise, length, change, test) => {
    const make = NOISES[noise](normal(seed + length));
    let hits = 0;
    for (let s = 0; s < count; s++) {
      if (test(driftBreaks(make(length).map((value, i) => change(value, i, length))), length)) hits++;
    }
    return percent(hits / count);
  };
  const page = (title, columns) => {
    heading(`Breaks: ${title}, % of ${count} series`);
    table(
      ['periods', ...columns.map(([name]) => name)],
      LENGTHS.map(length => [length, ...columns.map(([, noise, change, test]) => share(noise, length, change, test))]),
    );
  };
  page('any, where nothing changed', UNCHANGED);
  page('any, where only a steady course goes on; below 24 periods lines do not compete', STEADY);
  page('a step in the middle found within two periods', STEPS);
}
