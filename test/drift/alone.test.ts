import { outliers, provenSeason, scaleBreaks, withoutSeason } from '../../src/drift';
import { withoutAlone } from '../../src/drift/breaks/outliers';
import { withoutEffect } from '../../src/drift/season';

// Figures that stand alone, units and seasons, at the very bounds that the constants name; all by hand.

/** 10 and 12 in turn: each is 2 from the median of its neighbours, so that 4.5 × 1.4826 × 2 = 13.34 is far. */
const turns = (count: number, by = 0) => Array.from({ length: count }, (_, i) => by + (i % 2 ? 12 : 10));
const replaced = (values: readonly number[], at: number, value: number) => values.map((v, i) => (i === at ? value : v));
const named = (values: readonly (number | null)[]) => outliers(values, 1).map(({ index, factor }) => [index, factor]);

describe('a figure stands alone', () => {
  test('beyond four and a half robust deviations from its neighbours, on either side', () => {
    const limit = 4.5 * 1.4826 * 2;
    expect(named(replaced(turns(16), 8, 12 + limit - 0.01))).toEqual([]);
    expect(outliers(replaced(turns(16), 8, 12 + limit + 0.01), 1)).toEqual([
      { index: 8, value: 12 + limit + 0.01, expected: 12, factor: null },
    ]);
    expect(named(replaced(turns(16), 8, 12 - limit - 0.01))).toEqual([[8, null]]);
    expect(named(replaced(turns(16), 8, 12 - limit + 0.01))).toEqual([]);
  });
  test('among eight figures at least, gaps not counted', () => {
    const seven = [10, 12, 10, null, 90, 10, null, 12, 10];
    expect(named(seven)).toEqual([]);
    expect(named([...seven, 12])).toEqual([[4, 10]]);
  });
  test('only where it is three times further from them than they are: the end of a climb is no slip', () => {
    // Neighbours of the last are 0, 20 and 40: median 20, 20 away from it in the middle; so 60 more is the bound.
    const climb = (last: number) => outliers([...turns(16, -11), 0, 20, 40, last], 1).map(({ index }) => index);
    expect(climb(79)).not.toContain(19);
    expect(climb(81)).toContain(19);
  });
  test('by whole digits where all others are equal: within a third of 10, 100, a tenth or a hundredth', () => {
    const among = (value: number) => named(replaced(Array<number>(12).fill(100), 5, value));
    const bounds = [
      [667, 1499, 10],
      [6667, 14_999, 100],
      [6.67, 14.9, 0.1],
      [0.667, 1.49, 0.01],
    ] as const;
    for (const [least, most, factor] of bounds) {
      expect([among(least), among(most)]).toEqual([[[5, factor]], [[5, factor]]]);
      expect([among(least * 0.99), among(most * 1.01)]).toEqual([[], []]);
    }
  });
  test('and is replaced by its neighbours’ middle before breaks are looked for', () => {
    const alone = replaced(turns(16), 8, 90);
    expect(withoutAlone(alone)).toEqual({ plain: replaced(alone, 8, 12), smooth: replaced(alone, 8, 12) });
    const quiet = turns(16);
    expect(withoutAlone(quiet)).toEqual({ plain: quiet, smooth: quiet });
    const equal = [...Array<number>(12).fill(4), 90];
    expect(withoutAlone(equal)).toEqual({ plain: equal, smooth: equal });
  });
  test('but the figures beside a step have company on their own side, and are only smoothed away', () => {
    const step = [...turns(16), ...turns(16, 40)];
    // By hand: around 12, the last before it, are 10, 12, 10 and 50, 52, 50: halfway is 31; so it is around 50, the first after.
    const edges = replaced(replaced(step, 15, 31), 16, 31);
    expect(withoutAlone(step)).toEqual({ plain: step, smooth: edges });
    // Two figures on a new level at the end are no level yet.
    const end = [...turns(16), 90, 90];
    const { plain } = withoutAlone(end);
    expect(plain.slice(0, 16)).toEqual(turns(16));
    expect(plain[17]).not.toBe(90);
  });
  test('in a season, where it is far from the same month of other years', () => {
    const wave = Array.from(
      { length: 48 },
      (_, i) => 100 + 30 * Math.sin((2 * Math.PI * i) / 12) + (i % 2 ? 1 : -1) * (1 + (i % 5) / 5),
    );
    expect(outliers(wave, 12)).toEqual([]);
    const [found] = outliers(replaced(wave, 27, wave[27]! + 90), 12);
    expect(found).toMatchObject({ index: 27, value: wave[27]! + 90, factor: null });
    expect(Math.abs(found!.expected - wave[27]!)).toBeLessThan(6);
  });
});

describe('a change of unit', () => {
  const breaks = (...values: (number | null)[]) => scaleBreaks(values).map(({ index, factor }) => [index, factor]);
  test.each([100, 1000, 1e6, 0.01, 0.001, 1e-6])('by %d is known', factor => {
    expect(breaks(10, 11, 9, 10 * factor, 11 * factor)).toEqual([[3, factor]]);
  });
  test('may come with a level that moves by up to 1.6, either way', () => {
    for (const moved of [1.59, 1 / 1.59]) expect(breaks(10, 10, 10, 1000 * moved, 1000 * moved)).toEqual([[3, 100]]);
    for (const moved of [1.61, 1 / 1.61]) expect(breaks(10, 10, 10, 1000 * moved, 1000 * moved)).toEqual([]);
  });
  test('is shown by two figures that agree within a factor of three, or by the newest alone', () => {
    expect(breaks(10, 10, 10, 1000, 10)).toEqual([]);
    expect(breaks(10, 10, 10, 1000)).toEqual([[3, 100]]);
    expect(breaks(10, 10, 1000)).toEqual([[2, 100]]);
    expect(breaks(10, 1000)).toEqual([]);
    expect(breaks(10, 10, 10, 500, 2500)).toEqual([[3, 100]]);
    expect(breaks(10, 10, 10, 320, 2800)).toEqual([]);
  });
  test('needs three in four of the six figures before to be of one size', () => {
    expect(breaks(10, 10, 10, 40, 1000, 1000)).toEqual([[4, 100]]);
    expect(breaks(10, 10, 40, 1000, 1000)).toEqual([]);
    // Older ones are not asked: of ten figures the four first are of another size.
    expect(breaks(0.5, 0.5, 0.5, 0.5, 10, 10, 10, 10, 10, 10, 1000, 1000)).toEqual([[10, 100]]);
  });
  test('counts from the figure after the last change, across blanks and zeros, and never through a change of sign', () => {
    expect(breaks(10, null, 10, 0, 1000, 1000, 1000, 10, 10)).toEqual([
      [4, 100],
      [7, 0.01],
    ]);
    expect(breaks(-10, -11, -9, -1000, -1100)).toEqual([[3, 100]]);
    expect(breaks(10, 10, 10, -1000, -1000)).toEqual([]);
    expect(breaks(10, 10, 10, 330, 330)).toEqual([]);
    expect(breaks()).toEqual([]);
  });
});

describe('a season', () => {
  const quarters = [-6, 2, 5, -1];
  const of = (years: number, at = (i: number) => 100 + quarters[i % 4]!) =>
    Array.from({ length: 4 * years }, (_, i) => at(i));

  test('of quarters adds to its level what each stands out by, counted from the first period', () => {
    expect(provenSeason(of(3), 4)).toEqual({ kind: 'additive', period: 4, effects: quarters, varies: false });
    expect(withoutSeason([null, 102, 95], provenSeason(of(3), 4))).toEqual([null, 100, 90]);
    expect(withoutSeason([7, null], null)).toEqual([7, null]);
  });
  test('needs two full years of figures, and a place in the season for every period', () => {
    expect(provenSeason(of(2), 4)).not.toBeNull();
    expect(provenSeason(of(2).slice(0, 7), 4)).toBeNull();
    expect(
      provenSeason(
        of(5).map((value, i) => (i % 5 ? value : null)),
        4,
      ),
    ).not.toBeNull();
    expect(
      provenSeason(
        of(3).map((value, i) => (i > 6 ? null : value)),
        4,
      ),
    ).toBeNull();
    expect(provenSeason(of(3), 1)).toBeNull();
    expect(provenSeason(Array(12).fill(5), 4)).toBeNull();
  });
  test('of today is that of the last six years', () => {
    const turned = of(9, i => 100 + (i < 12 ? -1 : 1) * quarters[i % 4]!);
    expect(provenSeason(turned, 4)).toEqual({ kind: 'additive', period: 4, effects: quarters, varies: false });
    const later = of(9, i => 100 + (i < 16 ? -1 : 1) * quarters[i % 4]!);
    expect(provenSeason(later, 4)?.varies ?? true).toBe(true);
  });
  test('multiplies where that explains the figures better', () => {
    const shares = [0.5, 1, 1.5, 1];
    const found = provenSeason(
      of(6, i => (i < 12 ? 100 : 400) * shares[i % 4]!),
      4,
    );
    expect(found?.kind).toBe('multiplicative');
    expect(
      provenSeason(
        of(6, i => (i < 12 ? 100 : 400) * shares[i % 4]! - (i === 3 ? 200 : 0)),
        4,
      )?.kind,
    ).not.toBe('multiplicative');
    expect(withoutEffect(60, 5, { kind: 'multiplicative', period: 4, effects: [1, 1.5, 1, 1], varies: true })).toBe(40);
    expect(withoutEffect(60, 5, { kind: 'additive', period: 4, effects: [1, 1.5, 1, 1], varies: true })).toBe(58.5);
  });
});
