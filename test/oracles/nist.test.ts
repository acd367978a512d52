import { mean, variance } from '../../src/kpi/moments';

/**
 * NIST's Statistical Reference Datasets, univariate: those that can be written down from their description, and Michelson's
 * hundred measurements. Certified means and sample standard deviations.
 *
 * @source https://www.itl.nist.gov/div898/strd/univ/homepage.html
 */
interface Reference {
  name: string;
  difficulty: 'lower' | 'average' | 'higher';
  values: number[];
  mean: number;
  deviation: number;
}

/** One middle value, then 500 pairs around it. */
const pairs = (middle: number, below: number, above: number) => [
  middle,
  ...Array.from({ length: 500 }, () => [below, above]).flat(),
];

/** Michelson's speeds of light of 1879, in thousands of km/s. */
const MICHELSON =
  '850 740 900 1070 930 850 950 980 980 880 1000 980 930 650 760 810 1000 1000 960 960 960 940 960 940 880 800 850 880 ' +
  '900 840 830 790 810 880 880 830 800 790 760 800 880 880 880 860 720 720 620 860 970 950 880 910 850 870 840 840 850 ' +
  '840 840 840 890 810 810 820 800 770 760 740 750 760 910 920 890 860 880 720 840 850 850 780 890 840 780 810 760 810 ' +
  '790 810 820 850 870 870 810 740 810 940 950 800 810 870';

const references: Reference[] = [
  { name: 'NumAcc1', difficulty: 'lower', values: [10000001, 10000003, 10000002], mean: 10000002, deviation: 1 },
  { name: 'NumAcc2', difficulty: 'average', values: pairs(1.2, 1.1, 1.3), mean: 1.2, deviation: 0.1 },
  {
    name: 'NumAcc3',
    difficulty: 'average',
    values: pairs(1e6 + 0.2, 1e6 + 0.1, 1e6 + 0.3),
    mean: 1e6 + 0.2,
    deviation: 0.1,
  },
  {
    name: 'NumAcc4',
    difficulty: 'higher',
    values: pairs(1e7 + 0.2, 1e7 + 0.1, 1e7 + 0.3),
    mean: 1e7 + 0.2,
    deviation: 0.1,
  },
  {
    name: 'Michelso',
    difficulty: 'lower',
    values: MICHELSON.split(' ').map(speed => (299_000 + Number(speed)) / 1000),
    mean: 299.8524,
    deviation: 0.0790105478190518,
  },
];

const offBy = (found: number, exact: number) => Math.abs(found - exact) / Math.abs(exact);

test.each(references)('the mean of $name, of $difficulty difficulty, to twelve digits', ({ values, mean: exact }) => {
  expect(offBy(mean(values), exact)).toBeLessThan(1e-12);
});

test.each(references)('the deviation of $name, of $difficulty difficulty', ({ values, deviation }) => {
  // 1000000.1 is stored with an error of 2⁻³⁵, which alone is a part in a thousand million of the distance to its neighbour.
  const stored = Math.max(...values.map(Math.abs)) * 2 ** -53;
  expect(offBy(Math.sqrt(variance(values)), deviation)).toBeLessThan(Math.max(1e-12, stored / deviation));
});

test.each(references.filter(({ name }) => /^NumAcc[34]/.test(name)))(
  'the deviation of $name as it is stored, to twelve digits',
  ({ values }) => {
    // Neighbours differ without rounding, and small differences square without losing digits: by hand, from three of them.
    const [middle, below, above] = values as [number, number, number];
    const [down, up] = [below - middle, above - middle];
    const squares = 500 * (down * down + up * up) - (500 * (down + up)) ** 2 / 1001;
    expect(offBy(variance(values), squares / 1000)).toBeLessThan(1e-12);
  },
);
