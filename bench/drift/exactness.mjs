import { NOISES, normal } from '../noise.mjs';
import { percent } from './report.mjs';

/** In standard deviations of the noise. */
const SIZES = [4, 5, 6, 8, 10, 20, 50];
/** Figures in each regime, and the steps between them, up or down. */
const HISTORIES = [
  [[12, 12], [1]],
  [[12, 12], [-1]],
  [[6, 6], [1]],
  [[8, 16], [1]],
  [[24, 24], [1]],
  [[3, 21], [1]],
  [[18, 6], [-1]],
  [
    [12, 12, 12],
    [1, -1],
  ],
  [
    [10, 14, 12],
    [1, 1],
  ],
  [
    [20, 20, 20, 20],
    [1, 1, 1],
  ],
];
/** The steps that most is promised of are measured so many times as often. */
const SURE = 4;
/** Fewest figures in a first regime and in a later one, as docs/drift.md has them. */
const SHORTEST = { first: 3, later: 6 };

/**
 * Whether breaks are at the very figures at which the level moved, none too few and none too many; beside it the best that can
 * be done by one who knows how many there are: the cut that leaves the least sum of squares, found by trying all of them.
 */
export function exactness({ driftBreaks }, { heading, table, print }, { series, seed }) {
  for (const noise of ['normal', 'lag-1 0.3']) {
    heading(`Breaks: every one found, at the right figure, and no other, by the size of the step; ${noise} noise`);
    print(
      `% of ${series} series, in the first two rows of ${SURE * series}; in brackets the best cut of one who knows how many there are.\n`,
    );
    table(
      ['figures in the regimes', ...SIZES.map(size => `${size} σ`)],
      HISTORIES.map(([lengths, signs], row) => [
        lengths.map((length, i) => (i === 0 ? length : `${signs[i - 1] > 0 ? 'up' : 'down'} ${length}`)).join(', '),
        ...SIZES.map(size => {
          const count = row < 2 ? SURE * series : series;
          const make = NOISES[noise](normal(seed + size));
          const starts = startsOf(lengths);
          const length = lengths.reduce((a, b) => a + b);
          let [ours, best] = [0, 0];
          for (let s = 0; s < count; s++) {
            const values = make(length).map((value, i) =>
              starts.reduce((sum, start, k) => sum + (i >= start ? signs[k] * size : 0), value),
            );
            if (String(driftBreaks(values)) === String(starts)) ours++;
            if (String(bestCut(values, starts.length)) === String(starts)) best++;
          }
          return `${percent(ours / count)} (${percent(best / count)})`;
        }),
      ]),
    );
  }
}

function startsOf(lengths) {
  let start = 0;
  return lengths.slice(0, -1).map(length => {
    start += length;
    return start;
  });
}

/** The starts of the later regimes that leave the least sum of squares: all of them tried, an end at a time (Bellman 1961). */
function bestCut(values, breaks) {
  const [sums, squares] = [[0], [0]];
  values.forEach((value, i) => {
    sums.push(sums[i] + value);
    squares.push(squares[i] + value * value);
  });
  const left = (from, to) => squares[to] - squares[from] - (sums[to] - sums[from]) ** 2 / (to - from);
  let best = values.map((_, i) => ({ cost: i + 1 < SHORTEST.first ? Infinity : left(0, i + 1), starts: [] }));
  for (let k = 0; k < breaks; k++) {
    best = values.map((_, i) => {
      let found = { cost: Infinity, starts: [] };
      for (let at = SHORTEST.first; at <= i + 1 - SHORTEST.later; at++) {
        const cost = best[at - 1].cost + left(at, i + 1);
        if (cost < found.cost) found = { cost, starts: [...best[at - 1].starts, at] };
      }
      return found;
    });
  }
  return best[values.length - 1].starts;
}
