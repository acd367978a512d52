import fc from 'fast-check';
import { evidenceOfRise } from '../../src/drift/evidence/evidence';
import { winsorisedScores } from '../../src/drift/evidence/scores';
import { spikeUpwards } from '../../src/drift/evidence/spike';
import {
  chanceOfEvidence,
  chanceOfSpike,
  evidenceThreshold,
  spikeThreshold,
} from '../../src/drift/evidence/thresholds';
import { normalQuantile, normalScores } from '../../src/drift/statistics/normalScores';
import { history, wandering } from './series';

/** A reclamation rate that rises at the thirteenth month. */
const risen = [52, 47, 50, 55, 49, 51, 46, 53, 50, 48, 54, 50, 58, 57, 61, 59];
const risenLong = [...risen, 52, 60, 57, 63, 49, 58, 62, 57, 61, 66];

describe('evidence of a rise', () => {
  // Computed apart from this code with numpy and scipy 1.17.1: full covariance matrices, and the ratio of scipy.stats.nct
  // to scipy.stats.t for every step and slope, with the weights of evidence.ts. Laplace's approximation differs by 0.002.
  test('is the log Bayes factor that scipy computes', () => {
    expect(evidenceOfRise(risen)).toBeCloseTo(6.2657, 2);
    expect(evidenceOfRise(risen.map(v => -v))).toBeCloseTo(-1.7519, 2);
    expect(evidenceOfRise(risenLong)).toBeCloseTo(5.1143, 2);
  });
  test('grows with the size of the step', () => {
    const of = (by: number) => evidenceOfRise(history(3, 18, [14, by]));
    expect(of(1)).toBeLessThan(of(2));
    expect(of(2)).toBeLessThan(of(3));
  });
  test('of a wander is less than that of the same figures if the wander is in order', () => {
    let [mixed, ordered] = [0, 0];
    for (let seed = 0; seed < 200; seed++) {
      const values = wandering(seed, 24, 0.6);
      ordered += evidenceOfRise(values);
      mixed += evidenceOfRise([...values].sort((a, b) => a - b));
    }
    expect(ordered).toBeLessThan(mixed);
  });
  test('is against a change where nothing varies', () => expect(evidenceOfRise(Array(12).fill(4))).toBeLessThan(0));
  test('knows no change before the earliest place allowed', () => {
    expect(evidenceOfRise(risen, 15)).toBeLessThan(evidenceOfRise(risen));
    expect(evidenceOfRise(risen, 16)).toBe(-Infinity);
  });
});

describe('scores', () => {
  test("normal quantiles are scipy's norm.ppf", () => {
    expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 7);
    expect(normalQuantile(0.01)).toBeCloseTo(-2.3263478740408408, 8);
    expect(normalQuantile(0.3)).toBeCloseTo(-0.5244005127080409, 8);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 8);
  });
  test('of three ranks are the quantiles of 5/26, 1/2 and 21/26', () => {
    // Blom: (1 - 3/8) / (3 + 1/4) = 5/26
    expect([...normalScores(3)]).toEqual([normalQuantile(5 / 26), normalQuantile(0.5), -normalQuantile(5 / 26)]);
  });
  test('a typed-in extra zero does not hide what the other figures say', () => {
    const slip = [...risenLong];
    slip[4] = 490;
    expect(evidenceOfRise(slip)).toBeGreaterThan(evidenceOfRise(risenLong) - 2.5);
  });
  test('do not depend on unit and zero', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom(0.01, 7, 3000),
        fc.integer({ min: -50, max: 50 }),
        (seed, factor, by) => {
          const values = history(seed, 20);
          const scaled = winsorisedScores(values.map(v => factor * (v + by)));
          for (const [i, score] of winsorisedScores(values).entries()) expect(scaled[i]).toBeCloseTo(score, 6);
        },
      ),
    );
  });
});

describe('a spike', () => {
  test('is measured by the two figures that stood furthest out before', () => {
    // median 10, furthest 12 and 14, so the tail is 3; 19 is 9 out: ln(9 / 3)
    expect(spikeUpwards([10, 9, 14, 10, 8, 12, 10], 19)).toBeCloseTo(Math.log(3), 12);
  });
  test('is none below the median, nor where every figure so far was the same', () => {
    expect(spikeUpwards([10, 9, 14, 10, 8, 12, 10], 9)).toBe(-Infinity);
    expect(spikeUpwards([5, 5, 5, 5, 5, 5], 9)).toBe(-Infinity);
  });
});

describe('thresholds', () => {
  test('rise as the chance of a false alarm falls, and say the chance again when asked', () => {
    for (const count of [8, 13, 19, 30, 55, 60]) {
      for (const [threshold, chance] of [
        [evidenceThreshold, chanceOfEvidence],
        [spikeThreshold, chanceOfSpike],
      ] as const) {
        let last = -Infinity;
        for (const a of [0.02, 0.01, 0.005, 0.002, 0.001, 0.0005]) {
          const t = threshold(count, a);
          expect(t).toBeGreaterThan(last);
          expect(chance(count, t)).toBeCloseTo(a, 9);
          last = t;
        }
      }
    }
  });

  // LENGTHS: the simulation has regimes of 7 figures to 60, 48 the last but one.
  test('lie between two simulated lengths on the straight line from one to the other', () => {
    for (const threshold of [evidenceThreshold, spikeThreshold]) {
      const [at48, at60] = [threshold(48, 0.005), threshold(60, 0.005)];
      expect(at48).not.toBeCloseTo(at60, 2);
      expect(threshold(51, 0.005)).toBeCloseTo(at48 + (at60 - at48) / 4, 12);
      expect(threshold(58, 0.005)).toBeCloseTo(at48 + ((at60 - at48) * 5) / 6, 12);
    }
  });
  test('are those of the nearest simulated length for a regime shorter or longer than all', () => {
    for (const threshold of [evidenceThreshold, spikeThreshold]) {
      expect(threshold(6, 0.005)).toBe(threshold(7, 0.005));
      expect(threshold(200, 0.005)).toBe(threshold(60, 0.005));
    }
  });
});
