import { welch } from '../../src/alignment/welch';

describe('how probable so large a difference of two means would be by chance', () => {
  // scipy 1.17, stats.ttest_ind(one, other, equal_var=False).
  test.each([
    [[5, 5, 4, 4, 4, 4, 3, 4], [2, 3, 2, 3, 2, 3, 2, 3], 8.65320515572521e-5],
    [[4, 5, 4, 5, 4], [3, 3, 4, 3, 3], 0.005673083900471217],
    [[5, 1, 5, 1, 5], [4, 1, 1, 4, 1], 0.35805326545586036],
    [[1, 2, 3, 4, 5], [2, 3, 4, 5, 9, 12], 0.1464394507607748],
  ])('%j and %j', (one, other, expected) => {
    expect(welch(one, other)).toBeCloseTo(expected, 9);
    expect(welch(other, one)).toBeCloseTo(expected, 9);
  });

  test('is certain where each team is of one mind: none if they differ, all if they do not', () => {
    expect(welch([5, 5, 5], [3, 3, 3])).toBe(0);
    expect(welch([4, 4, 4], [4, 4, 4])).toBe(1);
  });
});
