import { levelNow, type Story, storyOf } from '../../src/review/alerts/story';
import type { KpiChange } from '../../src/review/kpi/replay';
import { change, judged, over } from './madeChanges';

// What a change has become, and the level that it has led to, on changes made by hand.

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
