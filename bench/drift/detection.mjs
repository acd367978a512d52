import { NOISES, normal, uniform } from '../noise.mjs';
import { percent } from './report.mjs';

const CHANGES = [1, 1.5, 2, 3, 'slope', 'spike'];
const YEAR = 12;

/** A change that begins at a period: a step in σ, a slope of 0.25 σ a period, or one figure 5 σ out. */
function changed(values, change, start) {
  return values.map((value, i) => {
    if (i < start) return value;
    if (change === 'slope') return value + 0.25 * (i - start + 1);
    if (change === 'spike') return value + (i === start ? 5 : 0);
    return value + change;
  });
}

/** How often a change that begins in a random month is found in that month or the five after it (a slope: seven). */
export function detection({ driftChanges }, { heading, print, table }, { series, seed }) {
  heading(
    'Found in the month of the change or the five after it (a slope: in eight), %, where nothing stood raised before',
  );
  const rows = [];
  for (const name of ['normal', 'lag-1 0.3', 'lognormal up', 'lag-1 0.6']) {
    for (const history of [12, 24, 36])
      rows.push([name, history, ...CHANGES.map(change => cell(name, history, change))]);
  }
  table(['noise', 'history', '1 σ', '1.5 σ', '2 σ', '3 σ', 'slope of 0.25 σ', 'spike of 5 σ'], rows);
  print('');

  function cell(name, history, change) {
    const make = NOISES[name](normal(seed + 5000));
    const next = uniform(seed + 77);
    const months = change === 'slope' ? 8 : 6;
    let [watched, found] = [0, 0];
    for (let s = 0; s < series; s++) {
      const start = history + Math.floor(next() * (change === 'slope' ? 5 : 6));
      const values = changed(make(history + YEAR), change, start);
      const up = driftChanges(values, { better: 'lower' }).filter(c => c.direction === 'up');
      const already = up.some(c => c.index < start && (c.index >= history || !c.over || c.over.index >= start));
      if (already) continue;
      watched++;
      if (up.some(c => c.index >= start && c.index < start + months)) found++;
    }
    return percent(found / watched);
  }
}
