import { seeded } from '../fixtures/seeded';

/**
 * A KPI's history, every figure invented: normal noise of standard deviation 1 around 0, the same for the same seed.
 *
 * @param seed    any whole number
 * @param length  periods
 * @param steps   changes of level: from which period (0-based) on, and by how much
 */
export function history(seed: number, length: number, ...steps: [from: number, by: number][]): number[] {
  const { normal } = seeded(seed);
  return Array.from({ length }, (_, period) =>
    steps.reduce((value, [from, by]) => value + (period >= from ? by : 0), normal()),
  );
}

/** Tickets a week in a bakery like the one of the trial: three strong weeks, a lower level, and a dip over Christmas. */
export function ticketsLikeTheBakerys(seed: number): number[] {
  const { normal } = seeded(seed);
  const level = (week: number) => (week < 3 ? 560 : week === 8 ? 260 : week === 9 ? 320 : 400);
  return Array.from({ length: 23 }, (_, week) => Math.round(level(week) * (1 + 0.05 * normal())));
}

/** Figures without change that remember the one before: standard deviation 1 and the given lag-1 correlation. */
export function wandering(seed: number, length: number, correlation: number): number[] {
  let last = 0;
  return history(seed, length).map((noise, i) => {
    last = i === 0 ? noise : correlation * last + Math.sqrt(1 - correlation ** 2) * noise;
    return last;
  });
}
