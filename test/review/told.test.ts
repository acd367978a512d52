import { serialOf } from '../../src/cells/serial';
import { cutting } from '../../src/drift/breaks/breaks';
import { evidenceOf, evidencePoints } from '../../src/review/alerts/evidence';
import { headline, question, type Told } from '../../src/review/alerts/headline';
import { levelNow, type Story, storyOf } from '../../src/review/alerts/story';
import { outlookOf } from '../../src/review/kpi/outlook';
import type { Judged, KpiChange } from '../../src/review/kpi/replay';
import type { Kpi } from '../../src/workbook/register';
import { kpi, register } from './registers';

// How one change is told, on changes made by hand: the sentences are what the page that explains alerts promises.

const { periods } = register([kpi('Orders', Array(48).fill(1))]);
const weeks = register([kpi('Orders', Array(48).fill(1))], { cadence: 'week' }).periods;
const judged = (values: (number | null)[], said: Partial<Kpi> = {}, more: object = {}) =>
  ({
    kpi: kpi('Orders', values, said),
    periods,
    values,
    seasonless: values,
    season: null,
    options: { season: 1 },
    alone: [],
    changes: [],
    levelOf: (since: number) => since,
    ...more,
  }) as unknown as Judged;
const change = (said: Partial<KpiChange> = {}) =>
  ({
    rule: 'shift',
    direction: 'down',
    since: 6,
    found: 8,
    index: 8,
    oldLevel: 100,
    newLevel: 60,
    evidence: 1,
    signs: [],
    over: null,
    ...said,
  }) as KpiChange;
const over = (how: 'recovered' | 'accepted' | 'history', from = 10) => ({ how, from, index: from + 2 });

describe('what a change has become', () => {
  const before = Array<number>(6).fill(100);
  const story = (after: (number | null)[], said: Partial<KpiChange> = {}, options: object = {}) =>
    storyOf(judged([...before, ...after], {}, { options }), change(said));

  test('a spike stays one until the figures after it are nearer to it than to the level before', () => {
    const spike = { rule: 'spike', newLevel: 40 } as const;
    expect(story([40], spike)).toEqual({ form: 'spike' });
    expect(story([40, null, 70, 70], spike)).toEqual({ form: 'spike' });
    expect(story([40, 69, 69], spike)).toEqual({ form: 'level', slope: null });
    // What came after it was over says nothing of it.
    expect(story([40, 100, 100, 100, 40, 40, 40, 40], { ...spike, over: over('recovered', 10) })).toEqual({
      form: 'spike',
    });
    expect(story([40, 100, 100, 100, 40, 40, 40, 40], { ...spike, over: over('history', 10) })).toMatchObject({
      form: 'level',
    });
    expect(story([40, 40, 40, 100, 100, 100, 100], { ...spike, over: over('recovered', 9) })).toMatchObject({
      form: 'level',
    });
  });

  test('a trend is a slide while its newest eight figures still show half of the slope with which it was found', () => {
    const slide = (...steps: number[]) =>
      [0, ...steps].map((_, i) => 98 + steps.slice(0, i).reduce((sum, step) => sum + step, 0));
    const trend = { rule: 'trend', found: 10 } as const;
    const on = Array<number>(9).fill(-2);
    expect(story(slide(...on), trend)).toEqual({ form: 'slide', slope: expect.closeTo(-2, 12) });
    expect(story(slide(...on.slice(0, 5), ...Array(8).fill(-1)), trend)).toMatchObject({ form: 'slide' });
    expect(story(slide(...on.slice(0, 5), ...Array(8).fill(-0.9)), trend)).toEqual({ form: 'level', slope: null });
    expect(story(slide(...on.map(step => -step)), trend)).toEqual({ form: 'level', slope: null });
    expect(story(slide(...on.map(step => -step)), { ...trend, direction: 'up' })).toMatchObject({ form: 'slide' });
    expect(story(slide(...on), { ...trend, over: over('accepted') })).toEqual({ form: 'level', slope: null });
  });

  test('a level still moves where six figures or more go on the same way, by less than one chance in a hundred', () => {
    // By hand: six figures in order by chance once in 360, five once in 60.
    expect(story([60, 59, 58, 57, 56, 55])).toEqual({ form: 'level', slope: -1 });
    expect(story([60, 59, 58, 57, 56])).toEqual({ form: 'level', slope: null });
    expect(story([60, 59, 58, 57, null, 56])).toEqual({ form: 'level', slope: null });
    expect(story([55, 56, 57, 58, 59, 60])).toEqual({ form: 'level', slope: null });
    expect(story([55, 55.5, 56, 56.5, 57, 57.5])).toEqual({ form: 'level', slope: null });
    expect(story([55, 55.5, 56, 56.5, 57, 57.5], { direction: 'up' })).toEqual({ form: 'level', slope: 0.5 });
    expect(story([55, 56, 57, 58, 59, 60], { direction: 'up' })).toEqual({ form: 'level', slope: 1 });
    expect(story([60, 62, 59, 61, 60, 58])).toEqual({ form: 'level', slope: null });
    // It came to rest: the newest eight do not move.
    expect(story([60, 59, 58, 57, 56, 55, 54, 53, ...Array(8).fill(52)])).toEqual({ form: 'level', slope: null });
  });

  test('a KPI with longer steps than the workbook is counted in its own', () => {
    const quarters = [60, null, null, 57, null, null, 54, null, null, 51, null, null, 48, null, null, 45];
    expect(story(quarters)).toEqual({ form: 'level', slope: -1 });
    expect(story(quarters, {}, { sparse: true })).toEqual({ form: 'level', slope: -3 });
  });
});

describe('the level that a change has led to', () => {
  const level = (
    story: Story,
    said: Partial<KpiChange> = {},
    values = [...Array(6).fill(100), 98, 96, 94, 92, 90, 88],
  ) => levelNow(judged(values), change(said), story);
  test('is that of its raising once it is over, for an outlier, or on the way back', () => {
    const rests = { form: 'level', slope: null } as const;
    expect(level(rests, { over: over('recovered') })).toBe(60);
    expect(level({ form: 'spike' })).toBe(60);
    // Here the level since the onset is 6, since `levelOf` says the period.
    expect(level(rests)).toBe(6);
    expect(level(rests, { oldLevel: 7 })).toBe(6);
    expect(level(rests, { oldLevel: 6 })).toBe(60);
    expect(level(rests, { oldLevel: 5, direction: 'up' })).toBe(6);
    expect(level(rests, { oldLevel: 6, direction: 'up' })).toBe(60);
  });
  test('of a slide is the end of its line', () => {
    // By hand: the line through 98 … 88 by 2 a month ends at 88; by 1 a month the middle of 93, 92 … 88 is 90.5.
    expect(level({ form: 'slide', slope: -2 }, { rule: 'trend' })).toBe(88);
    expect(level({ form: 'slide', slope: -1 }, { rule: 'trend' })).toBe(90.5);
  });
  test('of a trend that has come to rest is where it rests', () => {
    const slid = [
      ...Array(6).fill(100),
      95,
      90,
      85,
      80,
      75,
      70,
      65,
      60,
      55,
      50,
      45,
      40,
      ...Array.from({ length: 12 }, (_, i) => 40 + (i % 2)),
    ];
    const rests = level({ form: 'level', slope: null }, { rule: 'trend' }, slid);
    // It rests from the eighteenth period on or soon before: its level is not asked from the onset on.
    expect(rests).toBeGreaterThan(11);
    expect(rests).toBeLessThan(20);
  });
});

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

describe('the outlook', () => {
  // A line by 1 a month that ends at 135, two above and two below it in turn; the intervals by numpy, from Fieller's equation.
  const zigzag = Array.from({ length: 36 }, (_, i) => 100 + i + (i % 2 ? -2 : 2));
  const outlook = (said: Partial<Kpi>, values: (number | null)[] = zigzag, changes: KpiChange[] = []) =>
    outlookOf(
      judged(values, said, { periods: periods.slice(0, values.length), cuts: cutting(values, 1), changes }),
      'month',
    );
  const pace = 'by about 1 a month';

  test('is when the target is reached, in whole periods, between its earliest and latest', () => {
    // 8.8 to 11.3 months; of what is less than a month away, one.
    expect(outlook({ target: 145 })).toBe(
      `At this pace, ${pace}, it reaches its target of 145 in about 10 months (80 % likely: 9 to 12).`,
    );
    expect(outlook({ target: 135.3 })).toMatch(/in about 1 month \(80 % likely: 1 to 2\)\.$/);
    // 58.7 to 65.5 months: the latest is beyond five years.
    expect(outlook({ target: 197 })).toBe(
      `At this pace, ${pace}, it reaches its target of 197 in about 62 months (59 at the earliest; the latest date can’t be estimated).`,
    );
    expect(outlook({ target: 215 })).toBe(
      `It is moving towards its target of 215, ${pace}: too slowly to get there in 5 years.`,
    );
  });
  test('is that it moves away, or towards missing what it meets', () => {
    expect(outlook({ better: 'lower', target: 120 })).toBe(`It is moving away from its target of 120, ${pace}.`);
    expect(outlook({ better: 'lower', target: 140 })).toBe(
      `It meets its target of 140, but is moving towards missing it, ${pace}.`,
    );
  });
  test('is nothing where the target is met and more, moves itself, or is none; nor without a slope or of old figures', () => {
    expect(outlook({ target: 120 })).toBe('');
    expect(outlook({ target: 145, targets: [] })).toBe('');
    expect(outlook({ target: null })).toBe('');
    expect(outlook({ better: 'in range', target: 145, low: 1, high: 2 })).toBe('');
    expect(outlook({ target: 145 }, Array(36).fill(100))).toBe('');
    expect(
      outlook(
        { target: 145 },
        Array.from({ length: 36 }, (_, i) => 100 + (i % 2)),
      ),
    ).toBe('');
    expect(outlook({ target: 145 }, [...zigzag, null])).not.toBe('');
    expect(outlook({ target: 145 }, [...zigzag, null, null])).toBe('');
    expect(outlook({ target: 145 }, [null, null])).toBe('');
  });
  test('looks from the onset of an open change on, if figures move since; what is over is no matter', () => {
    const risen = change({ direction: 'up', since: 12, oldLevel: 100, newLevel: 110 });
    expect(outlook({ target: 145 }, zigzag, [risen])).toMatch(/^At this pace, by about 1 a month/);
    const rests = [...zigzag.slice(0, 24), ...Array.from({ length: 12 }, (_, i) => 160 + (i % 2))];
    expect(outlook({ target: 300 }, rests, [{ ...risen, since: 24 }])).toBe('');
    expect(outlook({ target: 145 }, zigzag, [{ ...risen, rule: 'spike', since: 35, newLevel: 400 }])).toBe('');
    expect(outlook({ target: 145 }, zigzag, [{ ...risen, over: over('accepted') }])).toMatch(/^At this pace/);
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
