import { NOISES, normal, uniform } from '../noise.mjs';
import { percent } from './report.mjs';

/** Periods of history, and slopes in σ a period: from those that are found in one series of five to those that nearly all show. */
const LINES = [
  [12, 0.2],
  [12, 0.3],
  [12, 0.5],
  [24, 0.1],
  [24, 0.2],
  [36, 0.05],
  [36, 0.1],
];
/** How far ahead the target may lie, in periods, first and last. */
const TARGETS = [
  [1, 4],
  [5, 12],
  [13, 24],
];

/**
 * How often the interval of periods to target holds the period at which the line itself gets there. Each series is asked for a
 * near, a middling and a far target.
 */
export function intervals({ periodsToTarget, trend }, { heading, print, table }, { series, seed }) {
  heading(
    'Periods to target: how often the interval holds the true number, % of the forecasts given (± standard error)',
  );
  print(
    'The interval says 80 %. Only a significant trend gets a forecast, so a weak one is forecast where chance has made it look stronger.\n',
  );
  const rows = [];
  for (const name of ['normal', 'lag-1 0.3', 'lag-1 0.6', 'lognormal up']) {
    for (const [periods, slope] of LINES) {
      const make = NOISES[name](normal(seed + periods));
      const next = uniform(seed);
      const seen = TARGETS.map(() => ({ given: 0, held: 0, open: 0 }));
      for (let s = 0; s < series; s++) {
        const values = make(periods).map((value, i) => value + slope * i);
        const line = trend(values);
        TARGETS.forEach(([first, last], i) => {
          const ahead = first + Math.floor(next() * (last - first + 1));
          const forecast = periodsToTarget(values, slope * (periods - 1 + ahead), 'higher', 12, line);
          if (!forecast) return;
          seen[i].given++;
          if (forecast.latest === null) seen[i].open++;
          if (forecast.earliest <= ahead && (forecast.latest === null || ahead <= forecast.latest)) seen[i].held++;
        });
      }
      const given = seen.reduce((sum, cell) => sum + cell.given, 0);
      const open = seen.reduce((sum, cell) => sum + cell.open, 0);
      rows.push([
        ...[name, periods, slope, percent(given / series / TARGETS.length)],
        ...seen.map(cell => share(cell.held, cell.given)),
        percent(open / given),
      ]);
    }
  }
  const targets = TARGETS.map(([first, last]) => `held, target ${first} to ${last} periods ahead`);
  table(['noise', 'periods', 'slope, σ a period', 'forecast given', ...targets, 'without upper bound'], rows);
}

/** A share in percent with its standard error. */
function share(part, of) {
  const p = part / of;
  return `${percent(p)} ± ${percent(Math.sqrt((p * (1 - p)) / of))}`;
}
