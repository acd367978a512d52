import fc from 'fast-check';
import { allocationGap, isBeyondChance, strategicCoherence, synergy } from '../../src/alignment';
import { chanceOfLess } from '../../src/alignment/chance';
import { seeded } from '../fixtures/seeded';

describe('how far unchanged functions move by chance', () => {
  test('a single one stays within 1.96 in 95 of 100 cases', () => {
    // The normal distribution's 97.5th percentile.
    expect(chanceOfLess(1.959963984540054, [1])).toBeCloseTo(0.95, 9);
    expect(isBeyondChance([1.97], [1])).toBe(true);
    expect(isBeyondChance([-1.95], [1])).toBe(false);
  });

  test.each([0.5, 1, 2, 3.2, 5])('two alike stay within %d as often as a square turned by 45° says', moved => {
    // |a| + |b| ≤ s is the square |u|, |v| ≤ s / √2 of two independent normal figures: erf(s / 2)².
    expect(chanceOfLess(moved, [1, 1])).toBeCloseTo(erf(moved / 2) ** 2, 6);
  });

  test('a function that hardly weighs hardly matters', () => {
    expect(chanceOfLess(1.96, [1, 1e-9])).toBeCloseTo(chanceOfLess(1.96, [1]), 7);
    expect(chanceOfLess(1.96, [1, 0])).toBe(chanceOfLess(1.96, [1]));
  });

  test('in any unit of the weights, and in any order', () => {
    expect(chanceOfLess(40, [10, 5, 2.5])).toBeCloseTo(chanceOfLess(4, [0.25, 1, 0.5]), 12);
  });

  test('four unchanged functions move further than its 95th percentile in five cases of a hundred, whatever they weigh', () => {
    const chance = seeded(20261123);
    for (const weights of [
      [1, 1, 1, 1],
      [4, 2, 1, 0.5],
    ]) {
      const moved = Array.from({ length: 20_000 }, () =>
        weights.reduce((sum, weight) => sum + weight * Math.abs(chance.normal()), 0),
      ).sort((one, other) => one - other);
      // Within three standard errors of a share of 5% in 20,000: 0.0046.
      expect(Math.abs(chanceOfLess(moved[19_000]!, weights) - 0.95)).toBeLessThan(0.0046);
    }
  });

  test('with very many functions the bound is that of a nearly normal sum', () => {
    // From 20 on it is expanded, not integrated: both agree where they meet, to a thousandth of the chance.
    const bound = (count: number) => {
      let [low, high] = [0, 3];
      for (let i = 0; i < 40; i++) {
        const middle = (low + high) / 2;
        if (isBeyondChance(new Array<number>(count).fill(middle), new Array<number>(count).fill(1))) high = middle;
        else low = middle;
      }
      return low * count;
    };
    expect(chanceOfLess(bound(21), new Array<number>(21).fill(1))).toBeCloseTo(0.95, 3);
  });
});

describe('strategic coherence', () => {
  test('all improving is 1, all worsening −1, pulling apart 0', () => {
    expect(strategicCoherence([3, 2, 4], [1, 1, 1])).toBe(1);
    expect(strategicCoherence([-3, -2, -4], [1, 1, 1])).toBe(-1);
    expect(strategicCoherence([4, -4, 3, -3], [1, 1, 1, 1])).toBe(0);
  });

  test('seven of eight parts forward is 0.875', () => {
    expect(strategicCoherence([3, 2.5, 2, -0.5], [1, 1, 1, 1])).toBeCloseTo(0.875, 12); // by hand: 7 / 8
  });

  test('what moves no more than by chance has none', () => {
    expect(strategicCoherence([0.6, -1.1, 0.9, 0.2], [1, 1, 1, 1])).toBeNull();
    expect(strategicCoherence([0, 0], [1, 1])).toBeNull();
  });

  test('without weights there is nothing to weigh', () => {
    expect(strategicCoherence([3, 4], [0, 0])).toBeNaN();
  });

  test('without the bound four unchanged functions would look torn in 27 cases of a hundred', () => {
    const chance = seeded(4);
    const cases = 20_000;
    let torn = 0;
    for (let i = 0; i < cases; i++) {
      const momenta = [1, 2, 3, 4].map(() => chance.normal());
      const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
      if (Math.abs(sum(momenta)) < 0.25 * sum(momenta.map(Math.abs))) torn += 1;
    }
    // Method, section 2; three standard errors are 0.0094.
    expect(Math.abs(torn / cases - 0.27)).toBeLessThan(0.0094 + 0.005);
  });

  test('it lies between −1 and 1, however large the figures', () => {
    const figures = fc.array(fc.tuple(fc.double({ min: -1e300, max: 1e300, noNaN: true }), fc.nat(9)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(figures, rows => {
        const found = strategicCoherence(
          rows.map(([momentum]) => momentum),
          rows.map(([, weight]) => weight),
        );
        if (found !== null && !Number.isNaN(found)) expect(Math.abs(found)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('synergy', () => {
  test('the method’s funnel: 127.104 of 1015.104 came from all factors together', () => {
    const { change, interaction, share } = synergy([400, 0.25, 0.2, 120], [440, 0.28, 0.22, 126]);
    expect(change).toBeCloseTo(1015.104, 9);
    expect(interaction).toBeCloseTo(127.104, 9);
    expect(share).toBeCloseTo(0.1252128, 7);
  });

  test('a factor alone has no synergy, and nothing changed has no share', () => {
    expect(synergy([10], [12])).toEqual({ change: 2, interaction: 0, share: 0 });
    expect(synergy([10, 2], [10, 2])).toEqual({ change: 0, interaction: 0, share: null });
    // 0.1 + 0.2 is 0.30000000000000004 here: the same conversion, rounded otherwise.
    expect(synergy([0.1 + 0.2, 50], [0.3, 50]).share).toBeNull();
  });

  test('of two factors it is the product of their changes', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), (a, b, c, d) => {
        expect(synergy([a, b], [c, d]).interaction).toBeCloseTo((c - a) * (d - b), 9);
      }),
    );
  });

  test('a funnel that began with nothing has its whole change from the factors together', () => {
    // By hand: nothing alone changes what another factor keeps at nothing.
    expect(synergy([0, 0], [5, 4])).toEqual({ change: 20, interaction: 20, share: 1 });
  });
});

describe('allocation gap', () => {
  test('two fifths of the money are elsewhere', () => {
    expect(allocationGap([6000, 2000, 2000], [1, 2, 2])).toBeCloseTo(0.4, 12); // by hand: (0.4 + 0.2 + 0.2) / 2
  });

  test('all on one goal and all weight on the other is a gap of one', () => {
    expect(allocationGap([100, 0], [0, 1])).toBe(1);
  });

  test('without spend or without weights there is no gap to see', () => {
    expect(allocationGap([0, 0], [1, 1])).toBeNaN();
    expect(allocationGap([5, 5], [0, 0])).toBeNaN();
  });
});

/** @source Abramowitz and Stegun 7.1.6: the power series */
function erf(x: number): number {
  let [sum, term] = [0, x];
  for (let n = 0; Math.abs(term) > 1e-18; n++, term *= (-x * x) / n) sum += term / (2 * n + 1);
  return (2 / Math.sqrt(Math.PI)) * sum;
}
