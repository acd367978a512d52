import { isBeyondChance } from '../../src/alignment';
import { chanceOfLess } from '../../src/alignment/chance';

describe('whether functions move more than by chance', () => {
  test('of one function is whether its momentum is beyond 1.96', () => {
    // the 97.5th percentile of a normal figure, from any table
    expect(isBeyondChance([1.9599], [1])).toBe(false);
    expect(isBeyondChance([-1.96], [1])).toBe(true);
  });
  test.each([[[1]], [[1, 1]], [[1, 1, 1, 1]], [[3, 1, 0.1]], [[5, 4, 2, 2, 1, 1]]])(
    'of functions that weigh %p is what the integral says, however far they move',
    weights => {
      const whole = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(...weights);
      for (let each = 0.8; each < 2.4; each += 0.08) {
        const shares = weights.map(weight => weight / Math.max(...weights));
        expect(
          isBeyondChance(
            weights.map(() => each),
            weights,
          ),
        ).toBe(chanceOfLess(each * whole, shares) > 0.95);
      }
    },
  );
  test('is never so where nothing weighs or nothing moves', () => {
    expect(isBeyondChance([9, 9], [0, 0])).toBe(false);
    expect(isBeyondChance([0, 0], [1, 1])).toBe(false);
    expect(isBeyondChance([], [])).toBe(false);
  });
});
