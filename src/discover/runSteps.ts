import type { DetectedCadence } from '../cells/cadence';
import type { PeriodCell } from '../cells/readPeriod';
import { dayOf } from '../cells/serial';

/** Entries of a ledger, at least; fewer dates are a short table. */
export const FEWEST_ENTRIES = 8;

/** Whether the same months or quarters of several years are beside each other: `Jan 2024, Jan 2025, Feb 2024, Feb 2025`. */
export function isYearByYear(periods: PeriodCell[]): boolean {
  const dates = periods.map(({ start }) => dayOf(start));
  const width = dates.findIndex(({ month }) => month !== dates[0]!.month);
  if (width < 2 || dates.length % width !== 0 || periods.some(({ unit }) => unit === 'day' || unit === 'week'))
    return false;
  return dates.every(({ year, month }, index) => {
    const first = dates[index - (index % width)]!;
    return month === first.month && year - first.year === dates[index % width]!.year - dates[0]!.year;
  });
}

/** Whether dates that look like days or weeks are those of events: with many days missing, or weeks of any length. */
export function isIrregular(
  cadence: DetectedCadence['cadence'],
  periods: { period: PeriodCell }[],
  holes: number,
): boolean {
  if (cadence === 'day') return holes > periods.length * 0.25;
  if (cadence !== 'week') return false;
  if (holes > periods.length * 0.4) return true;
  const starts = periods.map(({ period }) => period.start).sort((a, b) => a - b);
  const whole = starts.slice(1).filter((day, index) => (day - starts[index]!) % 7 === 0);
  return whole.length < (starts.length - 1) * 0.8;
}

export function spans(periods: { period: PeriodCell }[], days: number): boolean {
  const starts = periods.map(({ period }) => period.start);
  const [least, most] = starts.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [starts[0]!, starts[0]!],
  );
  return most - least >= days;
}

/** Whether dates that run in no steps are worth a word: not three dates beside each other in an order. */
export function plausible(periods: { period: PeriodCell }[], { order }: DetectedCadence): boolean {
  return periods.length >= FEWEST_ENTRIES || (periods.length > 3 && order !== 'mixed');
}

/** The periods once each, of the first key: those of the others repeat them. */
export function* keyedOnce(periods: { place: number; period: PeriodCell }[], keys: Map<number, string> | null) {
  const [first] = periods;
  const key = first && keys?.get(first.place);
  for (const each of periods) if (!keys || keys.get(each.place) === key) yield each;
}

/** At how many places each period is, where it is over several: 1 where not. */
export function strideOf(places: number[]): number {
  const steps = places.slice(1).map((place, index) => place - places[index]!);
  const [step = 1] = steps;
  return step > 1 && steps.filter(each => each === step).length >= steps.length * 0.8 ? step : 1;
}
