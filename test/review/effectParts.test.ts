import type { ToldAlert } from '../../src/review/alerts/alert';
import { adaptiveCapacity } from '../../src/review/effects/adaptiveCapacity';
import { noiseEffect } from '../../src/review/effects/noise';
import { synergyEffect } from '../../src/review/effects/synergy';
import { aimAt } from '../../src/review/kpi/aim';
import type { Judged } from '../../src/review/kpi/replay';
import { allocationOf, percent } from '../../src/review/plan/allocation';
import { newestAnswers, teamsApart } from '../../src/review/plan/teamsApart';
import { reviewRegister } from '../../src/review/review';
import { functionMomenta, type Moving } from '../../src/review/score/coherence';
import { momentumOf } from '../../src/review/score/momenta';
import type { Effect } from '../../src/review/types';
import type { Measure } from '../../src/workbook/sheets/measures';
import { goal, kpi, logged, quiet, register } from './registers';

// The five effects and what they are made of, on figures made by hand.

const { periods } = register([kpi('Orders', Array(15).fill(1))]);

describe('synergy', () => {
  /** Figures of long ago, twelve at one level, and three at another. */
  const factor = (measure: Measure, before: number, after: number, name: string = measure) =>
    ({
      kpi: kpi(name, [], { measure }),
      periods,
      values: [9999, 9999, ...Array(12).fill(before), null, ...Array(3).fill(after)],
    }) as unknown as Judged;
  /** A momentum that is known in the newest period only. */
  const momentum = (raw: number | null) => (period: number) => ({ raw: period === 14 ? raw : null, adjusted: null });
  const effect = (factors: [Judged, number | null][]) =>
    synergyEffect(
      factors.map(([one]) => one),
      factors.map(([, raw]) => momentum(raw)),
    );
  const leads = factor('leads', 400, 440);
  const conversion = factor('conversion', 0.2, 0.22);

  test('is the gain beyond what each step would have added alone', () => {
    // By hand: 80 → 96.8 is 16.8; alone 8 and 8: 0.8 of 16.8.
    expect(
      effect([
        [leads, 2.1],
        [conversion, 2.1],
      ]),
    ).toEqual({
      name: 'synergy',
      value: expect.closeTo(0.8 / 16.8, 12),
      sentence:
        'Synergy: 5% of the funnel’s gain is what leads and conversion added together, beyond what each would have added alone.',
      parts: [
        { name: 'leads', value: 440, text: '440 after 400' },
        { name: 'conversion', value: expect.closeTo(0.22, 12), text: '0.22 after 0.2' },
      ],
      needs: 'KPIs with the Measure lead quality and order value, with nine figures each.',
    });
  });
  test('is none where fewer than two steps are up by more than 2, whatever the product makes of it', () => {
    for (const raw of [2, 0, -3])
      expect(
        effect([
          [leads, 5],
          [conversion, raw],
        ]).sentence,
      ).toBe('No synergy: the funnel rose, but fewer than two of its steps are up beyond routine variation.');
  });
  test('is none where steps did not add to each other, or the funnel fell', () => {
    expect(
      effect([
        [leads, 5],
        [factor('conversion', 0.2, 0.19), 5],
      ]).sentence,
    ).toBe('No synergy: the funnel rose, but its steps did not add to each other.');
    expect(
      effect([
        [factor('leads', 400, 390), 5],
        [factor('conversion', 0.2, 0.19), 5],
      ]).sentence,
    ).toBe('No synergy: the funnel as a whole fell.');
  });
  test('takes the first KPI of each measure whose momentum is known; two steps at least, and a funnel that moved', () => {
    const young = factor('conversion', 0.9, 0.9, 'Young');
    expect(
      effect([
        [young, null],
        [leads, 3],
        [conversion, 3],
      ]).parts.map(({ name }) => name),
    ).toEqual(['leads', 'conversion']);
    expect(
      effect([
        [leads, 3],
        [young, null],
      ]),
    ).toMatchObject({
      value: null,
      parts: [],
      needs: 'KPIs with the Measure lead quality, conversion and order value, with nine figures each.',
    });
    expect(
      effect([
        [factor('leads', 400, 400), 3],
        [factor('conversion', 0.25, 0.25), 3],
      ]),
    ).toMatchObject({ value: null });
    expect(effect([])).toMatchObject({ value: null });
    const all = (['leads', 'lead quality', 'conversion', 'order value'] as const).map(
      m => [factor(m, 1, 2), 3] as [Judged, number],
    );
    expect(effect(all).needs).toBe('');
  });
});

describe('noise', () => {
  const of = (values: (number | null)[], more: Partial<Judged> = {}, name = 'Orders') =>
    ({
      kpi: kpi(name, []),
      values,
      seasonless: values,
      inflation: 1,
      regimes: [{ from: 0, to: values.length - 1 }],
      ...more,
    }) as unknown as Judged;
  const moved = [10, 11, 9, 20, 21, 19];
  const twoLevels = [
    { from: 0, to: 2 },
    { from: 3, to: 5 },
  ] as Judged['regimes'];

  test('is what the levels leave, as a share of all variation', () => {
    // By hand: squares of 2 and 2 around 10 and 20; 4 + 6 × 5² = 154 around 15.
    const { value, sentence, parts, needs } = noiseEffect([of(moved, { regimes: twoLevels })]);
    expect(value).toBeCloseTo(4 / 154, 12);
    expect(sentence).toBe('3% of the ups and downs is routine variation; changes of level explain the rest.');
    expect(parts).toEqual([{ name: 'Orders', value: expect.closeTo(4 / 154, 12), text: '3% unexplained' }]);
    expect(needs).toBe('');
    // A season found in the same figures makes what is left look smaller than it is.
    expect(noiseEffect([of(moved, { regimes: twoLevels, inflation: 1.5 })]).value).toBeCloseTo(6 / 154, 12);
    expect(noiseEffect([of(moved, { inflation: 2 })]).value).toBe(1);
    expect(noiseEffect([of(moved, { seasonless: [10, 10, 10, null, 10, 10] })]).value).toBe(0);
  });
  test('is the same in any unit, however large', () => {
    for (const unit of [1e200, 1e-200])
      expect(
        noiseEffect([
          of(
            moved.map(value => value * unit),
            { regimes: twoLevels },
          ),
        ]).value,
      ).toBeCloseTo(4 / 154, 12);
  });
  test('is told of the middle KPI, the noisiest first, and of how many it is not known', () => {
    const young = of([1, 2, 3, 4, 5], {}, 'Young');
    const found = noiseEffect([of(moved, { regimes: twoLevels }, 'Calm'), of(moved, {}, 'Noisy'), young]);
    expect(found.parts.map(({ name }) => name)).toEqual(['Noisy', 'Calm']);
    expect(found.value).toBeCloseTo((1 + 4 / 154) / 2, 12);
    expect(found.sentence).toBe(
      'In half the KPIs, 51% or more of the ups and downs is routine variation; changes of level explain the rest.',
    );
    expect(found.needs).toBe('6 figures that are not all the same, for 1 KPI.');
    for (const none of [of(Array(6).fill(3)), of(Array(6).fill(0)), of(moved, { regimes: [] }), young])
      expect(noiseEffect([none, none])).toEqual({
        name: 'noise',
        value: null,
        sentence: '',
        parts: [],
        needs: '6 figures that are not all the same, for 2 KPIs.',
      });
    expect(noiseEffect([of([1, 2, 3, null, 4, 5, null])]).value).toBeNull();
    expect(noiseEffect([]).needs).toBe('6 figures that are not all the same, for a KPI.');
  });
});

describe('adaptive capacity', () => {
  const all = register([kpi('Orders', quiet(36))]);
  const day = (period: number) => all.periods[period]!.end + 1;
  interface Made {
    raised?: number;
    days?: (number | null)[];
    over?: number | null;
    how?: string;
    list?: ToldAlert['list'];
    adverse?: boolean;
    decided?: boolean;
  }
  /** A change that was raised in the eleventh month, decided on after the thirteenth, and over in the sixteenth. */
  const made = ({
    raised = 10,
    days = [day(12)],
    over = 15,
    how = 'recovered',
    list = 'alerts',
    adverse = true,
    decided = true,
  }: Made = {}) =>
    ({
      list,
      raised,
      alert: { adverse, decision: decided ? {} : null },
      judged: { periods: all.periods },
      change: {
        decisions: days.map(date => ({ entry: logged('', 'act', date) })),
        over: over === null ? null : { index: over, how },
      },
    }) as unknown as ToldAlert;
  const capacity = (...told: ToldAlert[]): Omit<Effect, 'title' | 'matters' | 'explain'> => adaptiveCapacity(told, all);

  test('counts the months to the first decision, and from there until it was over', () => {
    expect(capacity(made({ days: [day(20), day(12), null] }))).toEqual({
      name: 'adaptive capacity',
      value: 5,
      sentence: 'It takes 2 months from alert to decision, 3 months from decision to over.',
      parts: [
        { name: 'from alert to decision', value: 2, text: '2 months (median of 1)' },
        { name: 'from decision to over', value: 3, text: '3 months (median of 1)' },
      ],
      needs: '',
    });
    expect(capacity(made({ days: [day(10)] })).sentence).toMatch(/^It takes 0 months from alert to decision, 5 months/);
    expect(capacity(made(), made({ raised: 12 }), made({ raised: 7, over: null })).parts).toMatchObject([
      { value: 2, text: '2 months (median of 3)' },
      { value: 3, text: '3 months (median of 2)' },
    ]);
    expect(capacity(made({ days: [day(15)] })).parts).toMatchObject([{ value: 5 }, { value: 0 }]);
  });
  test('takes no acceptance for a recovery, nor one before the decision', () => {
    const needs = 'An alert that was over after its decision.';
    for (const one of [made({ how: 'accepted' }), made({ over: null }), made({ over: 11 })])
      expect(capacity(one)).toMatchObject({ value: 2, needs, sentence: 'It takes 2 months from alert to decision.' });
    expect(capacity(made({ how: 'history' }))).toMatchObject({ value: 5 });
  });
  test('asks for decisions where there is none that counts', () => {
    const none = { value: null, sentence: '', parts: [], needs: 'Decisions in the Compass Log, with their dates.' };
    for (const one of [
      made({ days: [] }),
      made({ days: [null] }),
      made({ days: [day(9)] }),
      made({ list: 'wins' }),
      made({ adverse: false, decided: false }),
    ])
      expect(capacity(one)).toMatchObject(none);
    expect(capacity(made({ adverse: false }))).toMatchObject({ value: 5 });
    expect(capacity(made({ decided: false }))).toMatchObject({ value: 5 });
  });
});

describe('cohesion and resources', () => {
  const effects = (...args: Parameters<typeof register>) => reviewRegister(register(...args)).fiveEffects;
  test('cohesion is the mean of all surveys, with what the functions do', () => {
    const pulses = [0.5, 0.9].map((agreement, i) =>
      kpi(`Pulse ${i + 1}`, [...Array(26).fill(null), agreement], { measure: 'agreement', format: '0.0' }),
    );
    const moved = ['Sales', 'Kitchen'].map(name => kpi(name, [...quiet(24), ...quiet(3, 5)], { function: name }));
    const [cohesion] = effects([...pulses, ...moved]).filter(({ name }) => name === 'cohesion');
    expect(cohesion).toMatchObject({
      value: expect.closeTo(0.7, 12),
      sentence: expect.stringMatching(/^Agreement: 0\.5 and 0\.9\. Worsening together: coherence −1\.00, where 1/),
      needs: '',
    });
    expect(cohesion!.parts.map(({ text }) => text)).toEqual([
      'agreement 0.5',
      'agreement 0.9',
      'worsening together, −1.00',
    ]);
    const [neither] = effects([]).filter(({ name }) => name === 'cohesion');
    expect(neither!.needs).toBe(
      'A pulse survey: a KPI with the Measure agreement; two business functions that each have a KPI with nine figures.',
    );
  });
  test('resources are told goal by goal', () => {
    const goals = [goal('One', { weight: 3, spend: 500 }), goal('Two', { spend: 500 })];
    const [resources] = effects([], { goals }).filter(({ name }) => name === 'resources');
    expect(resources).toMatchObject({ value: 0.25, needs: '' });
    expect(resources!.parts).toEqual([
      { name: 'One', value: 0.5, text: '50% of the money, 75% of the weight' },
      { name: 'Two', value: 0.5, text: '50% of the money, 25% of the weight' },
    ]);
  });
  test('money and weights are compared of goals that have a Spend, zero included, two at least', () => {
    const of = (...spends: (number | null)[]) =>
      allocationOf(register([], { goals: spends.map((spend, i) => goal(`Goal ${i}`, { spend })) }).strategy);
    // By hand: all of the money on one of two goals of one weight: half of it would have to move.
    expect(of(100, 0, null)).toMatchObject({ gap: 0.5, spent: 100, without: [{ name: 'Goal 2' }] });
    expect(of(100, -5)).toBeNull();
    expect(of(100, null)).toBeNull();
    expect(of(0, 0)).toBeNull();
    expect([0.005, 0.125, 1].map(percent)).toEqual(['1%', '13%', '100%']);
  });
});

describe('momenta', () => {
  const of = (values: (number | null)[], said: object = {}, sparse = false) =>
    momentumOf({ kpi: kpi('Orders', values, said), values, options: { sparse } });
  test('are those of the figures up to a period, and positive for the better', () => {
    const at = of([...quiet(12), 20, 20, 20, 1, 1, 1]);
    expect(at(14).raw).toBeGreaterThan(2);
    expect(at(17).raw).toBeLessThan(0);
    expect(at(7)).toEqual({ raw: null, adjusted: null });
    const worse = of([...quiet(12), 20, 20, 20], { better: 'lower' })(14);
    expect(worse.adjusted).toBe(-worse.raw!);
    expect(Object.is(of(Array(12).fill(5), { better: 'lower' })(11).adjusted, 0)).toBe(true);
  });
  test('of a KPI that never varied are ten at most, up or down', () => {
    expect(of([...Array(12).fill(5), 6, 6, 6])(14)).toEqual({ raw: 10, adjusted: 10 });
    expect(of([...Array(12).fill(5), 4, 4, 4])(14)).toEqual({ raw: -10, adjusted: -10 });
  });
  test('in range are toward the band, and unknown without one', () => {
    const band = { better: 'in range', low: 8, high: 12 };
    expect(of([...quiet(12), 20, 20, 20], band)(14).adjusted).toBeLessThan(-2);
    expect(of([...quiet(12), 20, 20, 20], { better: 'in range' })(14)).toMatchObject({ adjusted: null });
  });
  test('of a KPI with longer steps leave out the blanks between', () => {
    const quarters = [...quiet(12), 20, 20, 20].flatMap(value => [null, null, value]);
    expect(of(quarters, {}, true)(44).raw).toBeCloseTo(of([...quiet(12), 20, 20, 20])(14).raw!, 12);
    expect(of(quarters)(44).raw).toBeNull();
  });
  test('of a function are the mean of its KPIs by their weights; a KPI without a function is one of its own', () => {
    const moving = (name: string, adjusted: number | null, said: object = {}): Moving => ({
      kpi: kpi(name, [], said),
      momentumAt: () => ({ raw: adjusted, adjusted }),
    });
    const { strategy } = register([], { functions: [{ name: 'sales', weight: 3 }] });
    // By hand: (2 × 4 + 1 × 1) / 3.
    const all = [moving('A', 4, { weight: 2 }), moving('B', 1), moving('C', null), moving('D', 9, { weight: 0 })];
    expect(
      functionMomenta([...all, moving('E', 5, { function: '' }), moving('F', null, { function: 'Shop' })], strategy, 0),
    ).toEqual([
      { name: 'Sales', weight: 3, momentum: 3 },
      { name: 'E', weight: 1, momentum: 5 },
      { name: 'Shop', weight: 1, momentum: null },
    ]);
  });
});

describe('answers of teams', () => {
  const { periods: months } = register([kpi('Orders', quiet(3))]);
  const gave = (team: string, answers: number[], day: number, question = 'I know our goal') =>
    answers.map(answer => ({ sheet: 'Answers', question, team, day, answer }));
  const [december, november] = [months[2]!, months[1]!];
  test('are those of the newest month that has any, its last evening included', () => {
    const [new_, old] = [gave('Office', [5], december.end + 0.9), gave('Office', [1], november.start)];
    expect(newestAnswers(months, [...old, ...new_])).toEqual(new_);
    expect(newestAnswers(months, old)).toEqual(old);
    expect(newestAnswers(months, gave('Office', [1], months[0]!.start))).toEqual([]);
    expect(newestAnswers(months, gave('Office', [1], december.end + 1))).toEqual([]);
    expect(newestAnswers([], old)).toEqual([]);
  });
  test('lie apart from a whole point on, question by question, each pair of teams', () => {
    // Five and five: means 4 and 3 lie a point apart; a tenth less is not enough. Welch’s p of such answers is 0 without any spread.
    const day = december.start;
    const apart = (a: number[], b: number[]) =>
      teamsApart([...gave('A', a, day), ...gave('B', b, day)]).map(({ text }) => text);
    expect(apart([4, 4, 4, 4, 4.01], [3, 3, 3, 3, 3.01])).toEqual([
      '“I know our goal”: A 4.0 (5 answers), B 3.0 (5 answers)',
    ]);
    expect(apart([4, 4, 4, 4, 4.01], [3, 3, 3, 3, 3.2])).toEqual([]);
    expect(apart([4, 4, 4, 4.01], [3, 3, 3, 3, 3.01])).toEqual([]);
    const three = [
      ...gave('A', [5, 5, 5, 5, 4.9], day),
      ...gave('B', [3, 3, 3, 3, 3.1], day),
      ...gave('C', [1, 1, 1, 1, 1.1], day),
    ];
    expect(teamsApart(three)).toHaveLength(3);
    expect(teamsApart(three)[0]!.place).toEqual({ sheet: 'Answers', range: 'A1' });
    const other = gave('B', [3, 3, 3, 3, 3.01], day, 'I know our customers');
    expect(teamsApart([...gave('A', [4, 4, 4, 4, 4.01], day), ...other])).toEqual([]);
  });
});

test('a period beyond the targets that were set has none', () => {
  const of = kpi('Orders', [], { target: 9, targets: [1, null] });
  expect([0, 1, 2].map(period => aimAt(of, period).target)).toEqual([1, null, null]);
  expect(aimAt(kpi('Orders', [], { target: 9 }), 5).target).toBe(9);
});

test('a share of few orders is not news where the orders are tracked, the same share of many is', () => {
  const returns = [0.05, 0.04, 0.06, 0.05, 0.04, 0.06, 0.05, 0.04, 0.06, 0.05, 0.04, 0.06, 0.2];
  const raised = (last: number) => {
    const orders = kpi('Orders', [...Array(12).fill(1000), last]);
    const rate = kpi('Returns', returns, { better: 'lower', outOf: 'Orders' });
    return reviewRegister(register([rate, orders])).alerts.filter(({ kpi: name }) => name === 'Returns').length;
  };
  expect([raised(5), raised(1000)]).toEqual([0, 1]);
});
