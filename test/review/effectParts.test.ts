import type { ToldAlert } from '../../src/review/alerts/alert';
import { adaptiveCapacity } from '../../src/review/effects/adaptiveCapacity';
import { noiseEffect } from '../../src/review/effects/noise';
import { synergyEffect } from '../../src/review/effects/synergy';
import type { Judged } from '../../src/review/kpi/replay';
import type { Effect } from '../../src/review/types';
import type { Measure } from '../../src/workbook/sheets/measures';
import { kpi, logged, quiet, register } from './registers';

// The effects that are worked out from figures, on figures made by hand.

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
      scale: { poor: 'each step on its own', good: 'all by fitting together', at: expect.closeTo(0.8 / 16.8, 12) },
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
    expect(sentence).toBe('3% of the ups and downs are routine variation; changes of level explain the rest.');
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
      'In half the KPIs, 51% or more of the ups and downs are routine variation; changes of level explain the rest.',
    );
    expect(noiseEffect([of(moved)]).sentence).toBe('All of the ups and downs are routine variation.');
    expect(noiseEffect([of(moved), of(moved)]).sentence).toBe(
      'In half the KPIs, all of the ups and downs are routine variation.',
    );
    expect(found.needs).toBe('6 figures that are not all the same, for 1 KPI.');
    for (const none of [of(Array(6).fill(3)), of(Array(6).fill(0)), of(moved, { regimes: [] }), young])
      expect(noiseEffect([none, none])).toEqual({
        name: 'noise',
        value: null,
        sentence: '',
        parts: [],
        scale: null,
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
      // Five months of the six at which the line ends.
      scale: { poor: '6 months or more', good: 'at once', at: expect.closeTo(1 / 6, 12) },
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
