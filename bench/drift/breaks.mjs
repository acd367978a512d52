import { NOISES, normal } from '../noise.mjs';
import { percent } from './report.mjs';

/** Breaks of series that have none, of one step in the middle, and of a steady slope. */
export function breaks({ driftBreaks }, { heading, table }, { series, seed }) {
  heading('Breaks: % of series with any, where there is none; and a step in the middle found within two periods');
  const noises = ['normal', 'lag-1 0.3', 'lag-1 0.6', 'lognormal up', 'Student t 5'];
  const count = Math.round(series / 10);
  const share = (name, length, change, test) => {
    const make = NOISES[name](normal(seed + length));
    let hits = 0;
    for (let s = 0; s < count; s++)
      if (test(driftBreaks(make(length).map((value, i) => value + change(i, length))))) hits++;
    return percent(hits / count);
  };
  const near = length => found => found.some(at => Math.abs(at - length / 2) <= 2);
  const step = size => (i, length) => (i >= length / 2 ? size : 0);
  table(
    ['periods', ...noises, 'steady slope of 0.2 σ', 'step of 2 σ found', 'step of 3 σ found'],
    [12, 24, 36, 60, 120].map(length => [
      length,
      ...noises.map(name =>
        share(
          name,
          length,
          () => 0,
          found => found.length > 0,
        ),
      ),
      share(
        'normal',
        length,
        i => 0.2 * i,
        found => found.length > 0,
      ),
      share('normal', length, step(2), near(length)),
      share('normal', length, step(3), near(length)),
    ]),
  );
}
