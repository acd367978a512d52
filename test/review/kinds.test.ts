import { reviewRegister } from '../../src/review/review';
import type { KpiAlert } from '../../src/review/types';
import type { Kpi } from '../../src/workbook/register';
import { history } from '../drift/series';
import { afterMonths, isOfKpi, kpi, logged, register } from './registers';

/** Months of about 400 with a standard deviation of 20, rounded, moved by so much in each. */
const tickets = (seed: number, months: number, moved: (month: number) => number) =>
  history(seed, months).map((noise, month) => Math.round(400 + 20 * noise + moved(month)));
const toldAfter = (
  months: number,
  values: (number | null)[],
  said: Partial<Kpi> = {},
  log: string[] = [],
): KpiAlert[] => {
  const entries = log.map(id => logged(id, 'accept', afterMonths(months - 1)));
  const all = register([kpi('Tickets', values, said)], { today: afterMonths(months), log: entries });
  return reviewRegister(all).alerts.filter(isOfKpi);
};

describe('one month far out', () => {
  const strike = tickets(1, 36, month => (month === 24 ? -160 : 0));
  test('is told as one month, with what is usual, and asks whether it was typed correctly', () => {
    const [alert, ...others] = toldAfter(25, strike);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ kind: 'spike', state: 'new', explain: '#spike', oldLevel: expect.closeTo(404, 0) });
    expect(alert!.headline).toBe('Tickets: one month far below, Jan 2026 (259), usually about 404');
    expect(alert!.question).toBe('What happened in Jan 2026, and was 259 typed correctly?');
    expect(alert!.evidence[1]).toMatch(/^\d\.\d times as far from normal as any earlier figure$/);
  });
  test('stays what it was while the next months are back, and is over with the third of them', () => {
    for (const months of [26, 27]) expect(toldAfter(months, strike)).toMatchObject([{ kind: 'spike', state: 'open' }]);
    const [alert] = toldAfter(28, strike);
    expect(alert).toMatchObject({ kind: 'spike', state: 'over' });
    expect(alert!.headline).toBe(
      'Tickets: one month far below, Jan 2026 (259), usually about 404, and again since Feb 2026',
    );
  });
  test('is worth what it cost once, not a year of it', () => {
    // by hand: the level before, 404, less 259, at 2 each
    const [alert] = toldAfter(25, strike, { worth: 2 });
    expect(alert!.stakes!.amount).toBeCloseTo(2 * (alert!.oldLevel - 259), 6);
    expect(alert!.stakes!.sentence).toBe('About €290, once: 145 less in that month, at €2 each.');
  });
  test('becomes a change of level where the next months stay there, under the same identity', () => {
    const moved = tickets(1, 36, month => (month >= 24 ? -160 : 0));
    const ids = new Set<string>();
    for (const months of [25, 26, 28, 36]) {
      const alerts = toldAfter(months, moved);
      expect(alerts).toMatchObject([{ kind: months === 25 ? 'spike' : 'shift', since: '2026-01-01' }]);
      ids.add(alerts[0]!.id);
    }
    expect([...ids]).toEqual(['Tickets down 2026-01-01']);
    const [alert] = toldAfter(36, moved);
    expect(alert!.headline).toMatch(/^Tickets dropped from about 404 to about 24\d a month since Jan 2026$/);
    expect(alert).toMatchObject({ explain: '#evidence', question: expect.stringMatching(/^What happened around/) });
  });
  test('for the better asks first whether it was typed correctly', () => {
    const { wins } = reviewRegister(
      register([
        kpi(
          'Tickets',
          tickets(1, 25, month => (month === 24 ? 160 : 0)),
        ),
      ]),
    );
    expect(wins[0]!.question).toBe(
      'Was 579 typed correctly, and if so, what did we do in Jan 2026 that we can do again?',
    );
  });
  test('that was accepted says so', () => {
    const [alert] = toldAfter(26, strike, {}, ['Tickets down 2026-01-01']);
    expect(alert).toMatchObject({ state: 'over', headline: expect.stringMatching(/; accepted as the new normal$/) });
  });
  test('with an extra zero is one telling that names it, and no note besides', () => {
    const slip = tickets(1, 25, () => 0).map((value, month) => (month === 24 ? 10 * value : value));
    const review = reviewRegister(register([kpi('Tickets', slip, { better: 'lower' })], { today: afterMonths(25) }));
    expect(review.alerts).toHaveLength(1);
    expect(review.alerts[0]!.evidence.join('; ')).toMatch(/4,\d+; nearby figures suggest about 4\d\d: an extra zero\?/);
    expect(review.problems).toEqual([]);
  });
});

describe('a slide', () => {
  const falling = tickets(13, 36, month => -12 * Math.max(0, month - 23));
  test('is told with its slope and where it has come to, and goes by one name', () => {
    const ids = [30, 33, 36].flatMap(months => toldAfter(months, falling).map(({ id }) => id));
    expect([...new Set(ids)]).toEqual(['Tickets down 2026-01-01']);
    const [alert] = toldAfter(36, falling);
    expect(alert).toMatchObject({ kind: 'trend', explain: '#trend', since: '2026-01-01' });
    // 12 less every month of noise 20: its slope, from 13 figures, has a standard error of 20 / √182 = 1.5
    expect(alert!.headline).toMatch(
      /^Tickets has been falling since Jan 2026, by about 1\d a month, from about 400 to about 2[45]\d$/,
    );
    expect(alert!.question).toBe('What has been changing little by little since Jan 2026, and what do we do about it?');
    expect(alert!.evidence.join('; ')).toMatch(/A steady slide of about 1\d a month, not a single drop/);
  });
  test('that has come to rest is a change of level, under the same identity', () => {
    const rested = [...falling.slice(0, 32), ...tickets(113, 12, () => -104)];
    const [alert] = toldAfter(44, rested);
    expect(alert).toMatchObject({ id: 'Tickets down 2026-01-01', kind: 'shift' });
    expect(alert!.headline).toMatch(/^Tickets fell from about 400 to about (29|30)\d a month since Jan 2026$/);
  });
  test('upwards is told as rising, of a KPI that gets worse by it', () => {
    const mirrored = falling.map(value => 800 - value);
    const [alert] = toldAfter(36, mirrored, { better: 'lower' });
    expect(alert!.headline).toMatch(/^Tickets has been rising since Jan 2026, by about 1\d a month, from about 400/);
  });
});

describe('a change of level', () => {
  test('that goes on says so', () => {
    const moving = tickets(3, 40, month => (month >= 24 ? -50 - 6 * (month - 24) : 0));
    expect(toldAfter(40, moving)).toMatchObject([
      { kind: 'shift', headline: expect.stringMatching(/since Jan 2026, and is still falling$/) },
    ]);
  });
  test('that stays where it went does not', () => {
    const moved = tickets(3, 40, month => (month >= 24 ? -50 : 0));
    for (const months of [30, 36, 40]) expect(toldAfter(months, moved)[0]!.headline).toMatch(/since Jan 2026$/);
  });
});

describe('an experiment', () => {
  const orders = tickets(1, 36, month => (month >= 24 ? -160 : 0));
  test('keeps its name when its change is over before its end', () => {
    const back = tickets(1, 36, month => (month === 24 || month === 25 ? -160 : 0));
    const said = { experimentUntil: afterMonths(34) };
    const ids = [25, 27, 30, 36].flatMap(months => toldAfter(months, back, said).map(({ id }) => id));
    expect([...new Set(ids)]).toEqual(['Tickets down 2026-01-01']);
    expect(toldAfter(30, back, said)).toMatchObject([{ state: 'over', adverse: false }]);
  });
  test('is not what a change was that began more than two years before its end', () => {
    const [alert] = toldAfter(36, orders, { experimentUntil: afterMonths(52) });
    expect(alert).toMatchObject({ kind: 'shift', adverse: true });
  });
});
