import { serialOf } from '../../src/cells/serial';
import { evidenceOf, evidencePoints } from '../../src/review/alerts/evidence';
import { headline, question, type Told } from '../../src/review/alerts/headline';
import type { Story } from '../../src/review/alerts/story';
import type { KpiChange } from '../../src/review/kpi/replay';
import type { Kpi } from '../../src/workbook/register';
import { change, judged, over, weeks } from './madeChanges';

// How one change is told: the sentences are what the page that explains alerts promises.

describe('a change in one sentence', () => {
  const values = [...Array(6).fill(100), 61, 59, 60, 60];
  const told = (said: Partial<KpiChange>, story: Story, more: Partial<Told> = {}): Told => ({
    change: change(said),
    story,
    adverse: true,
    newLevel: 60,
    experiment: null,
    ...more,
  });
  const rests = { form: 'level', slope: null } as const;
  const says = (one: Told, said: Partial<Kpi> = {}, figures = values) => headline(judged(figures, said), one, 'month');

  test.each<[string, Told]>([
    ['Orders dropped from about 100 to about 60 a month since Jul 2024', told({}, rests)],
    ['Orders rose from about 100 to about 60 a month since Jul 2024', told({ direction: 'up' }, rests)],
    ['Orders fell from about 100 to about 60 a month since Jul 2024', told({ rule: 'trend' }, rests)],
    [
      'Orders climbed from about 100 to about 60 a month since Jul 2024',
      told({ rule: 'trend', direction: 'up' }, rests),
    ],
    [
      'Orders dropped from about 100 to about 60 a month since Jul 2024, and is still falling',
      told({}, { form: 'level', slope: -1 }),
    ],
    [
      'Orders rose from about 100 to about 60 a month since Jul 2024, and is still rising',
      told({ direction: 'up' }, { form: 'level', slope: 1 }),
    ],
    [
      'Orders dropped from about 100 to about 60 a month since Jul 2024; accepted as the new normal',
      told({ over: over('accepted') }, rests),
    ],
    ['Orders dropped from about 100 to about 60 a month since Jul 2024', told({ over: over('history') }, rests)],
    [
      'Orders dropped from about 100 to about 60 a month in Jul 2024, then returned in Nov 2024',
      told({ over: over('recovered') }, rests),
    ],
    ['Orders: one month far below, Jul 2024 (61), usually about 100', told({}, { form: 'spike' })],
    ['Orders: one month far above, Jul 2024 (61), usually about 100', told({ direction: 'up' }, { form: 'spike' })],
    [
      'Orders: one month far below, Jul 2024 (61), usually about 100, and again since Nov 2024',
      told({ over: over('recovered') }, { form: 'spike' }),
    ],
    [
      'Orders has been falling since Jul 2024, by about 2 a month, from about 100 to about 60',
      told({ rule: 'trend' }, { form: 'slide', slope: -2 }),
    ],
    [
      'Orders has been rising since Jul 2024, by about 2 a month, from about 100 to about 60',
      told({ rule: 'trend', direction: 'up' }, { form: 'slide', slope: 2 }),
    ],
  ])('%s', (expected, one) => expect(says(one)).toBe(expected));

  test('of one figure alone names the figure', () => {
    const alone = [...Array(6).fill(100), 61, null];
    expect(says(told({}, rests), {}, alone)).toBe('Orders dropped to 61 in Jul 2024, from about 100 a month');
    expect(says(told({ over: over('accepted') }, rests), {}, alone)).toMatch(/^Orders dropped from about 100/);
  });

  test('of an experiment says until when, or that it has ended', () => {
    const until = { experimentUntil: serialOf(2024, 12, 31) };
    expect(says(told({}, rests, { experiment: 'under way' }), until)).toBe(
      'Orders dropped from about 100 to about 60 a month since Jul 2024, as intended, until 31 Dec 2024',
    );
    expect(says(told({}, rests, { experiment: 'ended' }), until)).toBe(
      'The experiment on Orders ended on 31 Dec 2024, with a level of about 60 after about 100 a month',
    );
    expect(says(told({ over: over('accepted') }, rests, { experiment: 'ended' }), until)).toMatch(
      /; accepted as the new normal$/,
    );
  });

  test('has one question, for the owner where there is one', () => {
    const asks = (one: Told, owner = '') => question(judged(values, { owner }), one);
    expect(asks(told({}, rests))).toBe('What happened around Jul 2024, and what do we do about it?');
    expect(asks(told({}, rests), 'Ana')).toBe('Ana, what happened around Jul 2024, and what do we do about it?');
    expect(asks(told({}, rests, { adverse: false }))).toBe('What did we do around Jul 2024 that we can do again?');
    expect(asks(told({}, { form: 'spike' }))).toBe('What happened in Jul 2024, and was 61 typed correctly?');
    expect(asks(told({}, { form: 'spike' }, { adverse: false }), 'Ana')).toBe(
      'Ana, was 61 typed correctly, and if so, what did we do in Jul 2024 that we can do again?',
    );
    expect(asks(told({}, { form: 'slide', slope: -2 }))).toBe(
      'What has been changing little by little since Jul 2024, and what do we do about it?',
    );
    expect(asks(told({}, { form: 'slide', slope: -2 }, { adverse: false }))).toBe(
      'What have we been doing since Jul 2024 that we can keep on doing?',
    );
    expect(asks(told({}, rests, { experiment: 'ended' }), 'Ana')).toMatch(/^The experiment is over/);
    expect(asks(told({}, rests, { experiment: 'under way' }), 'Ana')).toMatch(/^Does the experiment show/);
  });

  test('shows its evidence sign by sign', () => {
    const run = (from: number) => ({
      rule: 'run' as const,
      index: from + 7,
      points: Array.from({ length: 8 }, (_, i) => from + i),
    });
    const point = (at: number) => ({ rule: 'point' as const, index: at, points: [at] });
    const near = { rule: 'three of four' as const, index: 9, points: [6, 7, 9] };
    const figures = Array.from({ length: 24 }, (_, i) => 50 + i);
    const evidence = (
      signs: KpiChange['signs'],
      story: Story = rests,
      more: object = {},
      said: Partial<KpiChange> = {},
    ) => evidenceOf(judged(figures, {}, more), told({ signs, ...said }, story), 'month');
    const moved = 'The level changed, from about 100 to about 60';
    expect(evidence([])).toEqual([moved]);
    expect(evidence([point(6), point(7), point(6)])).toEqual([
      '2 months below the lower limit at that time: Jul 2024 (56), Aug 2024 (57)',
      moved,
    ]);
    expect(evidence([6, 7, 8, 9, 10].map(point), rests, {}, { direction: 'up' })[0]).toBe(
      '5 months above the upper limit at that time: Jul 2024 (56), Aug 2024 (57), Sep 2024 (58), 2 more',
    );
    expect(evidence([6, 7, 8].map(point))[0]).toMatch(/: Jul 2024 \(56\), Aug 2024 \(57\), Sep 2024 \(58\)$/);
    // Runs that overlap are one, of which the newest is told.
    expect(evidence([run(6), run(7), run(9)])[0]).toBe('11 months in a row below the centre line, up to May 2025');
    expect(evidence([run(0), run(12)])[0]).toBe('8 months in a row below the centre line, up to Aug 2025');
    expect(evidence([near])[0]).toBe(
      '3 of 4 months in a row nearer the lower limit than the centre line, up to Oct 2024',
    );
    expect(evidence([], { form: 'slide', slope: -2 })).toEqual([
      'A steady slide of about 2 a month, not a single drop',
    ]);
    expect(evidence([], { form: 'slide', slope: 2 }, {}, { direction: 'up' })).toEqual([
      'A steady climb of about 2 a month, not a single rise',
    ]);
    // A spike: e^evidence is how much further out it is.
    const spike = (log: number, more: object = {}) => evidence([], { form: 'spike' }, more, { evidence: log });
    expect(spike(Math.log(3.14))).toEqual(['3.1 times as far from normal as any earlier figure']);
    expect(spike(Math.log(9.96))[0]).toMatch(/^10\.0 times/);
    expect(spike(Math.log(11))[0]).toMatch(/^More than 10 times/);
    expect(spike(Infinity)).toEqual(['No earlier figure was unusual in that direction']);
    const slip = (factor: number | null, index = 6) => ({ alone: [{ index, value: 56, expected: 5.6, factor }] });
    expect(spike(1, slip(10))[1]).toBe('56; nearby figures suggest about 5.6: an extra zero?');
    expect(spike(1, slip(null))).toHaveLength(1);
    expect(spike(1, slip(10, 7))).toHaveLength(1);
    // With a season, figures as typed do not compare with one limit.
    const season = { season: { kind: 'additive', period: 12, effects: [] } };
    expect(evidence([point(6), near], rests, season)).toEqual([
      moved,
      'The figures have a season of 12 months: it is removed before they are judged, and levels are given without it',
    ]);
  });

  test('marks the periods that count as evidence, from its onset on; with a season what raised it alone', () => {
    const signs = [
      { rule: 'shift' as const, index: 8, points: [6, 7, 8] },
      { rule: 'point' as const, index: 9, points: [5, 9] },
    ];
    expect(evidencePoints(judged([]), change({ signs }))).toEqual([6, 7, 8, 9]);
    expect(evidencePoints(judged([], {}, { season: {} }), change({ signs }))).toEqual([6, 7, 8]);
  });
});

test('a week has an article in each sentence', () => {
  const one: Told = {
    change: change(),
    story: { form: 'level', slope: null },
    adverse: true,
    newLevel: 60,
    experiment: null,
  };
  expect(headline(judged([1, 2, 3, 4, 5, 6, 7, 8], {}, { periods: weeks }), one, 'week')).toBe(
    'Orders dropped from about 100 to about 60 a week since the week of 12 Feb 2024',
  );
});
