import { isoDate, serialOf } from '../../src/cells/serial';
import { heldReviews, isUnderWay, isUndone, lastReview, reviewUnderWay } from '../../src/review/meeting/held';
import { reviewRegister } from '../../src/review/review';
import type { Kpi, LogEntry } from '../../src/workbook/register';
import { afterMonths, goal, kpi, logged, quiet, register } from './registers';

// What lies between two meetings: what the last one decided, and when the next one is.

type Settings = Parameters<typeof register>[1];
const meeting = (kpis: Kpi[], settings: Settings = {}) => reviewRegister(register(kpis, settings)).meeting;
const row = (said: Partial<LogEntry>): LogEntry => ({ ...logged('', 'act', null), ...said });
const held = (date: number | null, said: Partial<LogEntry> = {}) =>
  row({ kind: 'review', decision: '', date, ...said });
const TODAY = serialOf(2026, 4, 1);

describe('the date proposed for the next review', () => {
  const proposed = (today: number, nextReview: number | null, settings: Settings = {}) =>
    meeting([kpi('Orders', quiet(12))], { today, nextReview, ...settings }).proposed;

  // 1 April 2026 is a Wednesday, 2 May a Saturday, 3 May a Sunday; the days by a calendar.
  test.each<[string, number, number | null, Settings, string]>([
    ['a month from today', TODAY, null, {}, '2026-05-01'],
    ['the Monday after, where that is a Saturday', TODAY + 1, null, {}, '2026-05-04'],
    ['the Monday after, where that is a Sunday', TODAY + 2, null, {}, '2026-05-04'],
    ['a quarter from today', TODAY, null, { cadence: 'quarter' }, '2026-07-01'],
    ['a week from today', TODAY, null, { cadence: 'week' }, '2026-04-08'],
    ['a week from today, where figures are of days', TODAY, null, { cadence: 'day' }, '2026-04-08'],
    ['the date that is planned, while it is to come', TODAY, TODAY + 12, {}, '2026-04-13'],
    ['a month after a planned date that has just been', TODAY, TODAY - 6, {}, '2026-04-27'],
    ['a month from today, where the planned date was a week ago', TODAY, TODAY - 7, {}, '2026-05-01'],
    ['a month after the planned date, on that day', TODAY, TODAY, {}, '2026-05-01'],
  ])('is %s', (_, today, planned, settings, expected) => expect(proposed(today, planned, settings)).toBe(expected));
});

test('owners are all people whom goals, KPIs and the Log name, each once, in the order of the alphabet', () => {
  const log = [row({ owner: 'Ben; carla', by: 'Zoe' }), row({ owner: '' })];
  const all = {
    ...register([kpi('Orders', [1], { owner: 'Carla, Ana' })], { log, goals: [goal('Grow', { owner: 'Ana & Dan' })] }),
  };
  const paused = [kpi('Calls', [1], { owner: ' Eva ', pausedSince: TODAY })];
  expect(reviewRegister({ ...all, paused }).meeting.owners).toEqual(['Ana', 'Ben', 'Carla', 'Dan', 'Eva', 'Zoe']);
});

describe('Done in the Log', () => {
  test.each([null, false, '', '  ', 'no', 'No ', 'not yet', 'OPEN', 'nein', 'non', 'n'])('%p is not done', done =>
    expect(isUndone({ done })).toBe(true),
  );
  test.each([true, 46_000, 'yes', 'done', 'nobody', 'canon'])('%p is done', done =>
    expect(isUndone({ done })).toBe(false),
  );
  test('no, of a review, says that it is under way; a blank was always one that was held', () => {
    expect(['no', false, '', null, true].map(done => isUnderWay(held(TODAY, { done })))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isUnderWay(row({ done: 'no' }))).toBe(false);
  });
});

describe('reviews in the Log', () => {
  const log = [
    held(TODAY, { score: 71 }),
    held(TODAY - 30, { score: 60 }),
    held(TODAY + 1),
    held(null),
    row({ date: TODAY }),
  ];

  test('were held where their day is not after today, the newest last, in whatever order they were written', () => {
    expect(heldReviews({ log, today: TODAY }).map(({ date }) => date)).toEqual([TODAY - 30, TODAY]);
    expect(lastReview({ log, today: TODAY })).toEqual({ date: '2026-04-01', score: 71 });
    expect(lastReview({ log: [], today: TODAY })).toBeNull();
  });

  test('that were started go on, the newest of several, until one was held after them', () => {
    const started = (date: number, by?: string) => held(date, { done: 'no', ...(by !== undefined && { by }) });
    const goesOn = (...entries: LogEntry[]) => reviewUnderWay({ log: entries, today: TODAY });
    const { place } = held(TODAY);
    expect(goesOn(started(TODAY - 2, 'Ana'), started(TODAY - 9))).toEqual({ date: '2026-03-30', by: 'Ana', place });
    expect(goesOn(started(TODAY))).toEqual({ date: '2026-04-01', by: '', place });
    expect(goesOn(started(TODAY + 1))).toBeNull();
    expect(goesOn(started(TODAY - 2), held(TODAY - 2))).not.toBeNull();
    expect(goesOn(started(TODAY - 2), held(TODAY - 1))).toBeNull();
  });
});

describe('what earlier meetings decided', () => {
  const today = afterMonths(30);
  const orders = kpi('Orders', [...quiet(24), ...quiet(6, 4)]);
  const followed = (log: LogEntry[], kpis = [orders]) => meeting(kpis, { log, today }).followUps;
  const states = (log: LogEntry[]) => followed(log).map(({ action, state }) => [action, state]);
  const act = (action: string, said: Partial<LogEntry> = {}) => row({ date: today - 40, action, ...said });

  test('is overdue from the day after its date on, due on it or without one; overdue first, the longest first', () => {
    const log = [
      act('later', { due: today + 1 }),
      act('today', { due: today }),
      act('some day', { date: today - 50 }),
      act('yesterday', { due: today - 1 }),
      act('long ago', { due: today - 20 }),
      act('done', { due: today - 20, done: true }),
      row({ date: today - 39, decision: 'watch', alert: 'Calls down 2026-01-01' }),
    ];
    expect(states(log)).toEqual([
      ['long ago', 'overdue'],
      ['yesterday', 'overdue'],
      ['some day', 'due'],
      ['today', 'due'],
      ['later', 'open'],
      ['', 'watched'],
      ['done', 'done'],
    ]);
  });

  test('is what is still to do, however old, and of what is done or watched only what the last meeting decided', () => {
    const log = [
      held(today - 10),
      act('old, to do'),
      act('old, done', { done: true }),
      act('of the last meeting, done', { date: today - 10, done: true }),
      row({ date: today - 40, decision: 'watch', alert: 'x' }),
      act('without a day', { date: null, done: true }),
    ];
    expect(states(log)).toEqual([
      ['old, to do', 'due'],
      ['without a day', 'done'],
      ['of the last meeting, done', 'done'],
    ]);
  });

  test('is no row that decides nothing, is dated after today, or was written in the meeting that goes on', () => {
    const log = [
      act('accepted', { decision: 'accept', action: '' }),
      act('dismissed, with something to do', { decision: 'dismiss' }),
      act('tomorrow', { date: today + 1 }),
      act('a note', { kind: 'level' }),
      held(today - 1, { done: 'no' }),
      act('in this meeting', { date: today - 1 }),
    ];
    expect(states(log)).toEqual([['dismissed, with something to do', 'due']]);
  });

  test('to watch is replaced by the next decision on the same alert, to act is not', () => {
    const watch = (alert: string, date: number | null) => row({ date, decision: 'watch', alert });
    const told = (...log: LogEntry[]) => followed(log).map(({ about, date }) => [about, date]);
    const days = [today - 40, today - 35].map(isoDate);
    expect(told(watch('Calls', today - 40), watch('calls', today - 35))).toEqual([['calls', days[1]]]);
    expect(told(watch('Calls', today - 35), watch('calls', today - 40))).toHaveLength(2);
    expect(told(watch('Calls', today - 35), watch('calls', today - 35))).toHaveLength(1);
    expect(told(watch('Calls', null), watch('calls', null))).toHaveLength(1);
    expect(told(watch('', today - 40), watch('', today - 35))).toHaveLength(2);
    expect(told({ ...watch('Calls', today - 40), decision: 'act' }, watch('calls', today - 35))).toHaveLength(2);
  });

  test('names its KPI, of a pattern the one that suffers, and what it is about as today’s review says', () => {
    const { alerts } = reviewRegister(register([orders], { today }));
    const [first] = followed([
      act('Call', { alert: alerts[0]!.id, kpi: ' orders', owner: 'Ana', by: 'Ben', note: 'soon' }),
    ]);
    expect(first).toMatchObject({
      id: `${isoDate(today - 40)}|${alerts[0]!.id}|act|Call|soon`,
      about: alerts[0]!.headline,
      kpi: 'Orders',
      owner: 'Ana',
      by: 'Ben',
      due: null,
      decision: 'act',
    });
    expect(first!.chart!.values).toEqual(orders.values);
    const [pattern] = followed([act('Call', { alert: 'Silos 2026-01-01', kpi: 'Orders, Calls' })]);
    expect(pattern).toMatchObject({ about: 'Silos 2026-01-01', kpi: 'Orders' });
    const [byHand] = followed([act('Call', { kpi: 'Visits' })]);
    expect(byHand).toMatchObject({ about: 'Visits', kpi: null, chart: null, helped: null, effect: '' });
  });

  // The level before was 10, the one decided on 4: by hand 10 is all of the way back, 7 half of it, 3.4 a tenth further away.
  test.each([
    [[10, 10, 10], 'Back where it was: about 10 before, 4 when it was decided, 10 since.'],
    [[9.9, 9.9, 9.9], 'More than half of the way back: about 10 before, 4 when it was decided, 9.9 since.'],
    [[7, 7, 7], 'More than half of the way back: about 10 before, 4 when it was decided, 7 since.'],
    [[6.9, 6.9, 6.9], 'No clear effect yet: about 10 before, 4 when it was decided, 6.9 since.'],
    [[3.5, 3.5, 3.5], 'No clear effect yet: about 10 before, 4 when it was decided, 3.5 since.'],
    [[3.3, 3.3, 3.3], 'It has gone further the same way: about 10 before, 4 when it was decided, 3.3 since.'],
    [[9, 9], 'Too early to tell whether it helped: 1 more figure needed since the decision.'],
    [[], 'Too early to tell whether it helped: 3 more figures needed since the decision.'],
  ])('has had its effect in the figures of the periods that began after it: %p', (after, effect) => {
    const values = [...quiet(24), 4, 4, ...after];
    const decided = act('Call', { kpi: 'Orders', date: afterMonths(26), old: 10, new: 4 });
    const log = [decided, { ...decided, action: 'by period', date: null, period: afterMonths(26) }];
    const all = meeting([kpi('Orders', values)], { log, today: afterMonths(values.length) + 1 }).followUps;
    expect(all.map(one => one.effect)).toEqual([effect, effect]);
  });

  test('has no effect that could be told without a day or without both levels', () => {
    const told = (said: Partial<LogEntry>) =>
      followed([act('Call', { kpi: 'Orders', old: 10, new: 4, ...said })])[0]!.effect;
    expect([told({ date: null }), told({ old: null }), told({ new: 'n/a' as never })]).toEqual(['', '', '']);
    expect(told({})).not.toBe('');
  });
});
