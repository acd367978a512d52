import { performance } from 'node:perf_hooks';
import { NOISES, normal } from '../noise.mjs';

/** Milliseconds of one call, the median of many. */
function time(work, times) {
  const spent = Array.from({ length: times }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return spent[times >> 1].toFixed(2);
}

/** How long one KPI takes. */
export function speed({ driftSignals, driftBreaks }, { heading, table }, { seed }) {
  const make = NOISES.normal(normal(seed));
  const [years, days] = [make(36), make(10_000)];
  const wave = NOISES['season ±20 %, noise 6 %'](normal(seed))(36);
  heading('Time of one KPI, milliseconds');
  table(
    ['what', 'median'],
    [
      ['every review of 36 periods', time(() => driftSignals(years), 200)],
      ['every review of 36 periods with a season', time(() => driftSignals(wave), 200)],
      ['breaks of 36 periods', time(() => driftBreaks(years), 100)],
      ['every review of 10,000 periods', time(() => driftSignals(days), 1)],
      ['breaks of 10,000 periods', time(() => driftBreaks(days), 1)],
    ],
  );
}
