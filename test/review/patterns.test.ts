import fc from 'fast-check';
import { momentum } from '../../src/drift';
import { KPI_PATTERNS } from '../../src/review/patterns/betweenKpis';
import { PATTERNS } from '../../src/review/patterns/catalogue';
import { reviewRegister } from '../../src/review/review';
import type { PatternAlert } from '../../src/review/types';
import type { Kpi } from '../../src/workbook/register';
import type { Measure } from '../../src/workbook/sheets/measures';
import { history } from '../drift/series';
import { afterMonths, kpi, logged, quiet, register } from './registers';

/** The month in which everything that moves in these tests begins to, January 2026, and the months of it. */
const FROM = 24;
const SINCE = '2026-01-01';

/** What is better for a measure, as a firm would write it. */
const LOWER: Measure[] = [
  'churn',
  'returns',
  'fulfilment time',
  'stock-outs',
  'waste',
  'marketing spend',
  'product spend',
];
const betterOf = (measure: Measure) => (LOWER.includes(measure) ? ('lower' as const) : ('higher' as const));

/** Two quiet years, then some months at another level. Quiet figures vary by 1.18 (a mean moving range of 4/3, by hand). */
const moving = (by: number, months = 4): number[] => [...quiet(FROM), ...quiet(months, 10 + by)];
/** The same where the figure gets worse, or better, by so much. */
const worse = (measure: Measure, by: number) => moving(betterOf(measure) === 'higher' ? -by : by);

const measured = (measure: Measure, values: (number | null)[], said: Partial<Kpi> = {}): Kpi =>
  kpi(measure, values, { measure, better: betterOf(measure), function: measure, ...said });

const patternsOf = (kpis: Kpi[], settings: Parameters<typeof register>[1] = {}): PatternAlert[] =>
  reviewRegister(register(kpis, settings)).alerts.filter(alert => alert.kind === 'pattern');
const names = (alerts: PatternAlert[]) => alerts.map(({ pattern }) => pattern);

/** Every pattern between KPIs with every pair of measures that makes it. */
const pairs = KPI_PATTERNS.flatMap(({ name, cause, harm }) =>
  cause.measures.flatMap(ahead => harm.measures.map(behind => ({ name, ahead, behind, moved: harm.moved }))),
);
const fallen = (measure: Measure, moved: string, by: number) => (moved === 'down' ? moving(-by) : worse(measure, by));

describe.each(pairs)('$name: $ahead up, $behind $moved', ({ name, ahead, behind, moved }) => {
  test('is told, once both have really moved', () => {
    const alerts = patternsOf([measured(ahead, moving(5)), measured(behind, fallen(behind, moved, 5))]);
    expect(names(alerts)).toContain(name);
    expect(alerts.find(({ pattern }) => pattern === name)).toMatchObject({
      adverse: true,
      kpi: null,
      kpis: [behind, ahead],
      functions: [behind, ahead],
      since: SINCE,
      headline: `${name}: ${ahead} up, ${behind} ${moved} since Jan 2026`,
    });
  });
  test('is not told while what goes ahead is up by routine variation only', () => {
    // by hand: 1.5 / (1.18 × √(1/3 + 1/12)) = 1.97 with three months at the new level, under 2
    expect(names(patternsOf([measured(ahead, moving(1.5)), measured(behind, fallen(behind, moved, 5))]))).toEqual([]);
  });
  test('is not told while what should suffer only wavers', () => {
    expect(names(patternsOf([measured(ahead, moving(5)), measured(behind, fallen(behind, moved, 1.5))]))).toEqual([]);
  });
  test('is not told where both get better', () => {
    expect(names(patternsOf([measured(ahead, moving(5)), measured(behind, fallen(behind, moved, -5))]))).not.toContain(
      name,
    );
  });
});

describe('a pattern', () => {
  // One function, so that Silos is not told besides.
  const inSales = (measure: Measure, values: (number | null)[], said: Partial<Kpi> = {}) =>
    measured(measure, values, { function: 'Sales', ...said });
  const deals = inSales('deals', moving(5));
  const churn = inSales('churn', moving(5));
  const name = 'Winning the sale, losing the customer';

  test('rests on changes that are real: momentum alone does not make one', () => {
    // four months that chance made high
    const high = history(36, 28, [24, 1.2]);
    expect(momentum(high)).toBeGreaterThan(2);
    expect(names(patternsOf([inSales('deals', high), churn]))).toEqual([]);
    expect(names(patternsOf([deals, inSales('churn', high)]))).toEqual([]);
  });
  test('looks at the figure for up and down, and at what is better for worse', () => {
    const wished = { better: 'lower' as const };
    expect(names(patternsOf([inSales('deals', moving(5), wished), churn]))).toEqual([name]);
    expect(names(patternsOf([deals, inSales('churn', moving(5), { better: 'higher' })]))).toEqual([]);
  });
  test('is found by Measure, whatever the KPI is called, and not without one', () => {
    const [sold, left] = [kpi('Boxes', deals.values, { measure: 'deals' }), { ...churn, name: 'Lost' }];
    expect(patternsOf([sold, left])[0]!.kpis).toEqual(['Lost', 'Boxes']);
    expect(patternsOf([{ ...sold, measure: '' }, left])).toEqual([]);
  });
  test('says what it saw, what the essay saw, and asks one question', () => {
    const [alert] = patternsOf([deals, churn]);
    expect(alert!.evidence).toEqual([
      'churn rose from about 10 to about 15 a month since Jan 2026',
      'deals rose from about 10 to about 15 a month since Jan 2026',
    ]);
    expect(alert!.matters).toContain('lost again when they leave disappointed');
    expect(alert!.question).toBe('What do we promise in the sale that we do not keep afterwards?');
    expect(alert!.explain).toBe('#winning-the-sale-losing-the-customer');
    expect(alert!.others.map(({ kpi }) => kpi)).toEqual(['deals']);
    expect(alert!.certainty.sentence).toMatch(/^Only as certain as its weaker side, \w+\. /);
  });
  test('is new in the month in which it first holds, open in those after it, and keeps its identity', () => {
    const long = [inSales('deals', moving(5, 12)), inSales('churn', moving(5, 12))];
    const reviewed = (months: number) => patternsOf(long, { today: afterMonths(months) });
    const first = [25, 26, 27, 28].find(months => reviewed(months).length > 0)!;
    expect(reviewed(first)).toMatchObject([{ state: 'new', raised: reviewed(first)[0]!.raised }]);
    for (let months = first + 1; months <= 36; months++) {
      expect(reviewed(months)).toMatchObject([{ state: 'open', id: reviewed(first)[0]!.id }]);
    }
  });
  test('is decided by a row of the Log that names it', () => {
    const [alert] = patternsOf([deals, churn]);
    const log = [logged(alert!.id.toUpperCase(), 'act', afterMonths(28), 'the promise is dropped')];
    expect(patternsOf([deals, churn], { log })).toMatchObject([
      { state: 'decided', decision: { decision: 'act', note: 'the promise is dropped' } },
    ]);
  });
  test('is over when one of its sides is, and is not repeated', () => {
    const recovered = inSales('churn', [...moving(5, 4), ...quiet(5)]);
    const stays = inSales('deals', moving(5, 9));
    expect(patternsOf([stays, recovered])).toMatchObject([{ state: 'over', stakes: null }]);
    expect(patternsOf([stays, recovered])[0]!.headline).toMatch(/, until Jul 2026$/);
  });
  test('does not count what lies within tolerance, or what a declared experiment intends', () => {
    const tolerated = { low: 8, high: 20 };
    expect(patternsOf([deals, inSales('churn', moving(5), tolerated)])).toEqual([]);
    const experimentUntil = afterMonths(36);
    expect(patternsOf([deals, inSales('churn', moving(5), { experimentUntil })])).toEqual([]);
  });
  test('does not join what began more than a year apart', () => {
    const early = inSales('deals', [...quiet(10), ...quiet(18, 15)]);
    expect(patternsOf([early, churn])).toEqual([]);
  });
  test('survives one KPI, gaps, a year without figures, and figures that never vary', () => {
    expect(patternsOf([churn])).toEqual([]);
    const gaps = deals.values.map((value, i) => (i % 4 === 1 ? null : value));
    const silent = deals.values.map((value, i) => (i > 5 && i < 18 ? null : value));
    const still = [...Array(FROM).fill(10), ...Array(4).fill(15)];
    for (const values of [gaps, silent, still, Array(28).fill(null)]) {
      const alerts = patternsOf([inSales('deals', values), churn]);
      expect(JSON.stringify(alerts)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

describe('Silos', () => {
  const sales = (by: number) => kpi('Orders', moving(by), { function: 'Sales' });
  const kitchen = (by: number) => kpi('Plates on time', moving(by), { function: 'Kitchen' });
  test('is told where one function gets better as another gets worse', () => {
    const [alert, ...more] = patternsOf([sales(5), kitchen(-5)]);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({
      kpis: ['Plates on time', 'Orders'],
      functions: ['Kitchen', 'Sales'],
      direction: null,
    });
    expect(alert!.headline).toBe('Silos: Orders better, Plates on time worse since Jan 2026');
    expect(alert!.evidence[0]).toMatch(
      /^Momentum in \w+ 2026, beyond ±2 better or worse: Sales \+\d\.\d, Kitchen −\d\.\d$/,
    );
  });
  test('is not told where one side moves by routine variation only, or both get worse', () => {
    expect(patternsOf([sales(1.5), kitchen(-5)])).toEqual([]);
    expect(patternsOf([sales(-5), kitchen(-5)])).toEqual([]);
  });
  test('is not told where the others outweigh the one that falls behind', () => {
    const others = ['Bar', 'Terrace'].map(name => kpi(name, moving(5), { function: name }));
    // coherence near (1 + 1 + 1 − 1) / 4 = .5, by hand
    expect(patternsOf([sales(5), ...others, kitchen(-5)])).toEqual([]);
  });
  test('is not told within one function, or where no function is named', () => {
    expect(patternsOf([sales(5), { ...kitchen(-5), function: 'Sales' }])).toEqual([]);
    expect(patternsOf([sales(5), kitchen(-5)].map(one => ({ ...one, function: '' })))).toEqual([]);
  });
});

test('the twelve patterns of the method are there, and every pattern has a name of its own', () => {
  const names = PATTERNS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  // method.md section 4, its table
  expect(names).toEqual(
    expect.arrayContaining([
      'Winning the sale, losing the customer',
      'Traffic without readiness',
      'More leads, worse leads',
      'Praised but stale',
      'Automated in the wrong direction',
      'Building past the market',
      'Silos',
      'Always over budget',
      'Money where the strategy is not',
      'A plan nobody measures',
      'No rhythm',
      'Not one picture',
    ]),
  );
});

test('a workbook in which nothing changed tells none', () => {
  const kpis = pairs.map(({ ahead, behind }, i) => [
    kpi(`a${i}`, quiet(28), { measure: ahead }),
    kpi(`b${i}`, quiet(28), { measure: behind }),
  ]);
  expect(patternsOf(kpis.flat())).toEqual([]);
});

test('from month to month no pattern changes its identity and none disappears', () => {
  const step = fc.tuple(fc.integer({ min: 6, max: 34 }), fc.integer({ min: -6, max: 6 }));
  fc.assert(
    fc.property(fc.integer(), step, step, (seed, ahead, behind) => {
      const kpis = [
        kpi('Deals', history(seed, 36, ahead), { measure: 'deals' }),
        kpi('Churn', history(seed + 1, 36, behind), { measure: 'churn', better: 'lower', function: 'Service' }),
      ];
      const known = new Set<string>();
      for (let months = 6; months <= 36; months++) {
        const now = patternsOf(kpis, { today: afterMonths(months) });
        const ids = now.map(({ id }) => id);
        for (const id of known) expect(ids).toContain(id);
        for (const { id, state } of now) expect(state === 'new').toBe(!known.has(id));
        for (const id of ids) known.add(id);
      }
    }),
    { numRuns: 15 },
  );
});
