import { NOISES, normal, uniform } from '../noise.mjs';
import { percent } from './report.mjs';

/** How often the interval of periods to target holds the period at which the line itself gets there. */
export function intervals({ periodsToTarget }, { heading, table }, { series, seed }) {
  heading(
    `Periods to target: how often the interval holds the true number (80 % is what it says), % of the forecasts given; ${series / 2} series a cell`,
  );
  const rows = [];
  for (const name of ['normal', 'lag-1 0.3', 'lag-1 0.6', 'lognormal up']) {
    for (const [periods, slope] of [
      [12, 0.3],
      [24, 0.1],
      [24, 0.2],
      [36, 0.1],
    ]) {
      const make = NOISES[name](normal(seed + periods));
      const next = uniform(seed);
      let [given, held, open] = [0, 0, 0];
      for (let s = 0; s < series / 2; s++) {
        const ahead = 2 + Math.floor(next() * 12);
        const values = make(periods).map((value, i) => value + slope * i);
        const forecast = periodsToTarget(values, slope * (periods - 1 + ahead), 'higher', 1);
        if (!forecast) continue;
        given++;
        if (forecast.latest === null) open++;
        if (forecast.earliest <= ahead && (forecast.latest === null || ahead <= forecast.latest)) held++;
      }
      rows.push([name, periods, slope, percent((2 * given) / series), percent(held / given), percent(open / given)]);
    }
  }
  table(['noise', 'periods', 'slope, σ a period', 'forecast given', 'held', 'without upper bound'], rows);
}
