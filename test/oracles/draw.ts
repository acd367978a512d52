import { seeded } from '../fixtures/seeded';

/** Seeded draws for the cases of a test. */
export function draw(seed: number) {
  const chance = seeded(seed);
  return {
    ...chance,
    /** A whole number of an interval, its ends included. */
    whole: (from: number, to: number) => from + Math.floor(chance.uniform() * (to - from + 1)),
    /** A list of so many. */
    times: <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i)),
  };
}
