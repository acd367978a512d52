import type { DriftOptions } from '../../../src/drift';
import { seeded } from '../../fixtures/seeded';

/** A KPI's figures and how they are looked at. */
export interface Case {
  values: (number | null)[];
  options: DriftOptions;
}

interface Draw {
  uniform: () => number;
  normal: () => number;
  whole: (from: number, to: number) => number;
  one: <T>(of: readonly T[]) => T;
  chance: (of: number) => boolean;
}

/** What figures may be: noise of a kind, whole figures, counts, rare events, shares, seasons, walks, and figures that never move. */
const KINDS: Record<string, (draw: Draw, length: number) => { values: number[]; counts?: (number | null)[] }> = {
  normal: ({ normal }, length) => ({ values: times(length, () => normal()) }),
  'lag-1': (draw, length) => ({ values: wander(draw, length, draw.one([0.3, 0.6, 0.9])) }),
  lognormal: ({ normal, one }, length) => {
    const side = one([1, -1]);
    return { values: times(length, () => side * Math.exp(0.5 * normal())) };
  },
  Poisson: ({ uniform, one }, length) => {
    const limit = Math.exp(-one([0.5, 3, 30]));
    return { values: times(length, () => events(uniform, limit)) };
  },
  rare: ({ uniform, one }, length) => {
    const limit = Math.exp(-one([0.02, 0.1, 0.3]));
    return { values: times(length, () => events(uniform, limit)) };
  },
  refunds: ({ uniform, normal, one }, length) => {
    const share = one([0.05, 0.3]);
    return { values: times(length, () => (uniform() < share ? Math.exp(5 + 0.8 * normal()) : 0)) };
  },
  shares: ({ normal, whole, chance, one }, length) => {
    const level = one([0.02, 0.3, 0.9]);
    const counts = times(length, () => (chance(0.03) ? null : whole(20, 200)));
    const share = (among: number) =>
      Math.min(among, Math.max(0, Math.round((level + 0.05 * normal()) * among))) / among;
    return { values: counts.map(among => share(among ?? 50)), counts };
  },
  'nearly perfect': ({ uniform, whole }, length) => {
    const counts = times(length, () => whole(30, 50));
    return { values: counts.map(among => 1 - (uniform() < 0.06 ? 1 : 0) / among), counts };
  },
  seasonal: ({ normal, one }, length) => {
    const noise = one([0, 0.06, 0.15]);
    const every = one([12, 4]);
    return {
      values: times(length, i => 50 * (1 + 0.2 * Math.sin((2 * Math.PI * i) / every)) * (1 + noise * normal())),
    };
  },
  'few different': ({ whole, one }, length) => {
    const most = one([1, 2, 4]);
    return { values: times(length, () => whole(0, most)) };
  },
  walk: (draw, length) => ({ values: wander(draw, length, 1) }),
  constant: (_, length) => ({ values: times(length, () => 7) }),
};

/**
 * A generated case: figures of some kind in some unit, with steps, slopes, spikes and excursions in them, slips of the keyboard,
 * blanks, quarterly figures in months, a blank beginning; judged in every way that the options allow.
 *
 * @param seed    any whole number
 * @param length  periods
 */
export function generated(seed: number, length: number): Case {
  const { uniform, normal } = seeded(seed);
  const chance = (of: number) => uniform() < of;
  const whole = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
  const one = <T>(of: readonly T[]) => of[whole(0, of.length - 1)]!;
  const draw = { uniform, normal, whole, one, chance };
  const { values: noise, counts } = KINDS[one(Object.keys(KINDS))]!(draw, length);
  const [unit, zero] = counts ? [1, 0] : [one([1, 6, 0.013, 1e9]), one([0, 0, 20, 100])];
  let values: (number | null)[] = noise.map(figure => unit * (zero + figure));
  if (!counts) {
    for (let changes = whole(0, 3); changes > 0; changes--) values = changed(values, draw, unit);
    if (chance(0.2)) values = values.map(value => Math.round(value! / unit) * unit);
    if (chance(0.05)) values[whole(0, length - 1)]! *= 10;
  }
  const missing = chance(0.3) ? 0.4 * uniform() : 0;
  const every = chance(0.1) ? 3 : 1;
  values = values.map((value, i) => (i % every !== 0 || chance(missing) ? null : value));
  const before = chance(0.1) ? whole(1, 5) : 0;
  values = [...times(before, () => null), ...values];
  const options: DriftOptions = {
    falseAlarms: one([0.1, 0.1, 0.01, 0.0017, 0.3]),
    better: one(['higher', 'lower', 'in range']),
    reviews: one([12, 12, 52, 4, 1]),
    ...(chance(0.5) && { season: one([12, 4, 1, 7]) }),
    ...(counts && chance(0.8) && { counts: [...times(before, () => 10), ...counts] }),
    ...(chance(0.2) && { baseline: whole(0, 20) }),
    ...((every > 1 || chance(0.1)) && { sparse: true }),
  };
  if (chance(0.25)) {
    options.accepted = times(whole(1, 2), () => whole(0, values.length - 1)).map(from => ({
      from,
      after: from + whole(0, 10),
    }));
  }
  return { values, options };
}

function changed(values: (number | null)[], { whole, one }: Draw, unit: number): (number | null)[] {
  const from = whole(0, values.length - 1);
  const by = unit * one([1, 2, 3, 5, -2, -4, 20]);
  const height = one<(age: number) => number>([
    () => by,
    () => by,
    age => (age * by) / 8,
    age => (age === 0 ? 2 * by : 0),
    age => (age < 5 ? by : 0),
  ]);
  return values.map((value, i) => (i < from ? value : value! + height(i - from)));
}

function wander({ normal }: Draw, length: number, correlation: number): number[] {
  let last = normal();
  return times(length, () => {
    last = correlation * last + (correlation < 1 ? Math.sqrt(1 - correlation ** 2) : 1) * normal();
    return last;
  });
}

/** A Poisson count (Knuth's method). */
function events(uniform: () => number, limit: number): number {
  let count = -1;
  for (let product = 1; product > limit; count++) product *= uniform();
  return count;
}

function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
