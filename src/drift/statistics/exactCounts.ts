import { logGamma } from './distributions';

/** How often a rare thing happened in each period, oldest first, and how often it could have. */
export interface Occasions {
  /** Whole numbers. */
  counts: readonly number[];
  /** Trials of each period, whole numbers; null where there is no limit, as to complaints. */
  trials: readonly number[] | null;
}

/** The newest periods that stand out most, and the chance that any number of newest periods would stand out as much. */
export interface Stretch {
  length: number;
  chance: number;
}

/**
 * The exact chance, had nothing changed, that the newest periods would hold so much of all that happened, or so little. Given
 * how often it happened in all, every trial (without a limit: every period) is as likely as any other to have been the one, so
 * that no rate needs to be known. Of all stretches that end now the one that stands out most is reported, and the search is paid for.
 *
 * @param occasions  counts and trials of each period
 * @param longest    periods in the longest stretch that is looked at
 * @param side       whether the newest periods hold more than their part, or less
 * @param most       chances above this one are of no interest
 * @returns          the stretch and its chance; null where the chance is above `most`, or no stretch holds more (or less) than its part
 * @source           conditional tests of two rates (Przyborowski and Wilenski 1940) and two proportions (Fisher 1935); the chance
 *                   of the most extreme of several stretches is that of a walk that crosses a boundary, summed exactly
 */
export function newestStretch(
  { counts, trials }: Occasions,
  longest: number,
  side: 'more' | 'less',
  most: number,
): Stretch | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const last = counts.length - 1;
  const room = [0];
  for (let i = last; i >= 0; i--) room.push(room[last - i]! + (trials ? trials[i]! : 1));
  const all = room[last + 1]!;
  const part = trials ? hypergeometric : binomial;
  const chanceAt = (seen: number, length: number) => tail(x => part(x, total, room[length]!, all), seen, total, side);
  let best = { length: 0, chance: Infinity };
  let seen = 0;
  for (let length = 1; length <= longest; length++) {
    seen += counts[last + 1 - length]!;
    const excess = seen * all - total * room[length]!;
    // The median lies next to the mean, so that no more (or less) than its part has a chance of a half at least.
    if (side === 'more' ? excess <= 0 : excess >= 0) continue;
    const chance = chanceAt(seen, length);
    if (chance < best.chance) best = { length, chance };
  }
  if (!(best.chance <= most)) return null;
  const chance =
    total > COUNTED_OUT
      ? best.chance * longest
      : crossing(longest, total, (x, length) => chanceAt(x, length) <= best.chance * (1 + 1e-9), [...room, all], part);
  return chance <= most ? { length: best.length, chance } : null;
}

/** Up to so many events the chance of the search is exact; of more, no larger than so many times that of the one stretch. */
const COUNTED_OUT = 60;

/** The chance that a walk over the newest periods, from the last one backwards, meets a stretch that is reported. */
function crossing(
  longest: number,
  total: number,
  isTold: (seen: number, length: number) => boolean,
  room: readonly number[],
  part: typeof binomial,
): number {
  const all = room[room.length - 1]!;
  let walk = Float64Array.from({ length: total + 1 }, (_, x) => (x === 0 ? 1 : 0));
  let chance = 0;
  for (let length = 1; length <= longest; length++) {
    const before = room[length - 1]!;
    const next = new Float64Array(total + 1);
    for (let x = 0; x <= total; x++) {
      if (walk[x] === 0) continue;
      for (let more = 0; x + more <= total; more++) {
        next[x + more]! += walk[x]! * part(more, total - x, room[length]! - before, all - before);
      }
    }
    for (let x = 0; x <= total; x++) {
      if (next[x] === 0 || !isTold(x, length)) continue;
      chance += next[x]!;
      next[x] = 0;
    }
    walk = next;
  }
  return chance;
}

/** Chance of so many of the total or more (or less), from the chance of each number; what no longer adds anything is left out. */
function tail(chanceOf: (x: number) => number, seen: number, total: number, side: 'more' | 'less'): number {
  let sum = 0;
  for (let x = seen; x >= 0 && x <= total; x += side === 'more' ? 1 : -1) {
    const chance = chanceOf(x);
    sum += chance;
    if (chance < sum * 1e-17) break;
  }
  return Math.min(1, sum);
}

/** Chance that x of so many events fall into a part of a room. */
function binomial(x: number, events: number, part: number, room: number): number {
  if (part === room) return x === events ? 1 : 0;
  return Math.exp(choose(events, x) + x * Math.log(part / room) + (events - x) * Math.log(1 - part / room));
}

/** Chance that x of so many events are among a part of a room's places, at most one in each. */
function hypergeometric(x: number, events: number, part: number, room: number): number {
  if (x > part || events - x > room - part) return 0;
  return Math.exp(choose(part, x) + choose(room - part, events - x) - choose(room, events));
}

/** The logarithm of a binomial coefficient. */
function choose(all: number, some: number): number {
  return logFactorial(all) - logFactorial(some) - logFactorial(all - some);
}

const factorials = [0];
const MOST_KEPT = 5000;

function logFactorial(n: number): number {
  if (n > MOST_KEPT) return logGamma(n + 1);
  for (let i = factorials.length; i <= n; i++) factorials.push(factorials[i - 1]! + Math.log(i));
  return factorials[n]!;
}
