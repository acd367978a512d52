import fc from 'fast-check';
import {
  type AcceptedLevel,
  type Change,
  type DriftOptions,
  driftBreaks,
  driftChanges,
  naturalProcessLimits,
} from '../../src/drift';
import { history } from './series';

interface Case {
  values: (number | null)[];
  options: DriftOptions;
}

/** What a KPI's figures look like. */
const KINDS = {
  'any number': (noise: number) => noise,
  'whole numbers, many of them equal': (noise: number) => Math.round(2 * noise),
  'a season of a year': (noise: number, period: number) =>
    (1 + 0.25 * Math.sin((2 * Math.PI * period) / 12)) * (40 + 2 * noise),
};
const yearly = 'a season of a year';

const accepted: fc.Arbitrary<AcceptedLevel[]> = fc.array(
  fc.record({ from: fc.nat(30), later: fc.nat(10) }).map(({ from, later }) => ({ from, after: from + later })),
  { maxLength: 2 },
);

/** Histories with a step or a slope somewhere and missing months, judged in every way that the options allow. */
const anyKpi = (kinds: (keyof typeof KINDS)[]): fc.Arbitrary<Case> =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      seed: fc.integer(),
      length: fc.integer({ min: 0, max: 60 }),
      from: fc.nat(60),
      by: fc.integer({ min: -6, max: 6 }),
      shape: fc.constantFrom('step', 'slope'),
      gaps: fc.array(fc.nat(59), { maxLength: 8 }),
      better: fc.constantFrom('higher', 'lower', 'in range'),
      reviews: fc.constantFrom(4, 12, 52),
      accepted,
      baseline: fc.constantFrom(0, 0, 12),
    })
    .map(({ kind, seed, length, from, by, shape, gaps, ...options }) => {
      const long = kind === yearly ? 24 + (length % 37) : length;
      const values = history(seed, long).map((noise, i): number | null => {
        const change = i < from ? 0 : shape === 'step' ? by : ((i - from + 1) * by) / 8;
        return gaps.includes(i) ? null : KINDS[kind](noise + change, i);
      });
      return { values, options: kind === yearly ? { ...options, season: 12 } : { ...options, season: 1 } };
    }) as fc.Arbitrary<Case>;
const all = Object.keys(KINDS) as (keyof typeof KINDS)[];
const withoutSeason = all.filter(kind => kind !== yearly);

const mapped = (values: Case['values'], f: (value: number) => number) => values.map(v => (v === null ? null : f(v)));

/** All that does not depend on unit and zero. */
const told = (changes: Change[]) =>
  changes.map(({ rule, index, since, direction, regime, years, surest, signs, over }) => ({
    ...{ rule, index, since, direction, regime, years, surest, signs, over },
  }));

describe('the replay', () => {
  test('a change raised from a beginning is the change that the whole history reports, with its life so far', () => {
    fc.assert(
      fc.property(anyKpi(all), fc.nat(60), ({ values, options }, length) => {
        const sofar = driftChanges(values, options)
          .filter(change => change.index < length)
          .map(({ surest: _, ...change }) => ({
            ...change,
            signs: change.signs.filter(sign => sign.index < length),
            over: change.over && change.over.index < length ? change.over : null,
          }));
        const then = driftChanges(values.slice(0, length), options).map(({ surest: _, ...change }) => change);
        expect(then).toEqual(sofar);
      }),
    );
  });
  test('the same figures give the same changes', () => {
    fc.assert(
      fc.property(anyKpi(all), ({ values, options }) =>
        expect(driftChanges([...values], { ...options })).toEqual(driftChanges(values, options)),
      ),
    );
  });
});

describe('the unit of a figure does not matter', () => {
  test('euros or thousands of euros: changes and breaks are the same, and levels stand in the other unit', () => {
    fc.assert(
      fc.property(anyKpi(all), fc.constantFrom(2 ** -10, 0.37, 12, 1e6), ({ values, options }, factor) => {
        const scaled = mapped(values, v => v * factor);
        const [here, there] = [driftChanges(values, options), driftChanges(scaled, options)];
        expect(told(there)).toEqual(told(here));
        here.forEach(({ oldLevel, newLevel }, i) => {
          expect(there[i]!.oldLevel / factor).toBeCloseTo(oldLevel, 8);
          expect(there[i]!.newLevel / factor).toBeCloseTo(newLevel, 8);
        });
        expect(driftBreaks(scaled)).toEqual(driftBreaks(values));
      }),
    );
  });
  test('a figure counted from elsewhere shifts its levels and limits and nothing else', () => {
    fc.assert(
      fc.property(anyKpi(withoutSeason), fc.constantFrom(-40, 3.75, 512), ({ values, options }, by) => {
        const shifted = mapped(values, v => v + by);
        const [here, there] = [driftChanges(values, options), driftChanges(shifted, options)];
        expect(told(there)).toEqual(told(here));
        for (const [i, { newLevel }] of here.entries()) expect(there[i]!.newLevel).toBeCloseTo(newLevel + by, 8);
        const whole = values.filter(v => v !== null);
        if (whole.length < 2) return;
        const [limits, moved] = [naturalProcessLimits(whole), naturalProcessLimits(whole.map(v => v + by))];
        expect(moved.centre).toBeCloseTo(limits.centre + by, 9);
        expect(moved.lower).toBeCloseTo(limits.lower + by, 9);
      }),
    );
  });
  test('turned upside down, every change turns its direction and nothing else', () => {
    const turned = (direction: string) => (direction === 'up' ? 'down' : 'up');
    fc.assert(
      fc.property(anyKpi(withoutSeason), ({ values, options }) => {
        const here = told(driftChanges(values, options));
        const there = told(
          driftChanges(
            mapped(values, v => -v),
            options,
          ),
        );
        // Of two changes raised in one period the upward one comes first.
        const ordered = (changes: typeof here) =>
          [...changes].sort((a, b) => a.index - b.index || a.direction.localeCompare(b.direction));
        expect(ordered(there)).toEqual(ordered(here.map(c => ({ ...c, direction: turned(c.direction) }) as typeof c)));
      }),
    );
  });
});
