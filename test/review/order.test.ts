import { falseAlarmsEach } from '../../src/review/kpi/falseAlarms';
import { reviewRegister } from '../../src/review/review';
import type { Kpi } from '../../src/workbook/register';
import { afterMonths, goal, kpi, logged, quiet, register } from './registers';

const dropped = (to: number) => [...quiet(24), ...quiet(6, to)];
const reviewOf = (kpis: Kpi[], settings: Parameters<typeof register>[1] = {}) =>
  reviewRegister(register(kpis, settings));
const order = (kpis: Kpi[], settings: Parameters<typeof register>[1] = {}) =>
  reviewOf(kpis, settings).alerts.map(alert => alert.kpi);

describe('money at stake', () => {
  const stakes = (said: Partial<Kpi>, ...others: Kpi[]) =>
    reviewOf([kpi('Tickets', dropped(4), said), ...others]).alerts.find(({ kpi: name }) => name === 'Tickets')!.stakes;
  test('is what a unit is worth × the change of level × periods a year', () => {
    // by hand: 6 fewer a month at €5, twelve times
    expect(stakes({ worth: 5 })).toEqual({
      amount: expect.closeTo(360, 9),
      currency: '€',
      once: false,
      sentence: 'About €360 a year: 6 less a month, at €5 each.',
    });
  });
  test('of a share is that of as many as it is a share of', () => {
    const rate = { measure: 'conversion', outOf: ' offers', format: '0%', worth: 100 };
    const half = dropped(4).map(value => value / 20);
    const offers = kpi('Offers', [...quiet(24, 50), ...quiet(6, 50)]);
    const { alerts } = reviewOf([kpi('Won', half, rate), offers]);
    // by hand: from 50 % to 20 % of 50 offers: 15 fewer a month at €100
    expect(alerts[0]!.stakes).toMatchObject({
      amount: expect.closeTo(18_000, 6),
      sentence: 'About €18,000 a year: 15 of 50 offers less a month, at €100 each.',
    });
  });
  test('is not made up: without a Worth, with a denominator that has no figures, or of what is over', () => {
    expect(stakes({})).toBeNull();
    expect(stakes({ worth: 0 })).toBeNull();
    expect(stakes({ worth: 5, outOf: 'Visitors' })).toBeNull();
    const back = kpi('Tickets', [...dropped(4), ...quiet(6)], { worth: 5 });
    expect(reviewOf([back]).alerts).toMatchObject([{ state: 'over', stakes: null }]);
  });
  test('is told of a win too', () => {
    expect(reviewOf([kpi('Tickets', dropped(16), { worth: 5 })]).wins[0]!.stakes!.amount).toBeCloseTo(360, 9);
  });
});

describe('the order of alerts', () => {
  test('puts the larger amount first', () => {
    expect(order([kpi('Small', dropped(4), { worth: 2 }), kpi('Large', dropped(4), { worth: 9 })])).toEqual([
      'Large',
      'Small',
    ]);
  });
  test('puts the heavier goal first where the stakes are the same', () => {
    const goals = [goal('Light'), goal('Heavy', { weight: 3 })];
    const kpis = ['Light', 'Heavy'].map(name => kpi(`For ${name}`, dropped(4), { goal: name, target: 10 }));
    expect(order([...kpis, kpi('For none', dropped(4), { target: 10 })], { goals })).toEqual([
      'For Heavy',
      'For Light',
      'For none',
    ]);
  });
  test('puts the surer one first where the rest is the same', () => {
    const once = [...quiet(29), 4];
    expect(order([kpi('Once', once), kpi('For months', dropped(4))])).toEqual(['For months', 'Once']);
  });
  test('puts what costs more of its target first where no money is known', () => {
    // by hand: from 10 to 4 of a target of 10 costs .6 of its attainment, of a target of 100 .06
    expect(order([kpi('Far', dropped(4), { target: 100 }), kpi('Near', dropped(4), { target: 10 })])).toEqual([
      'Near',
      'Far',
    ]);
  });
  test('puts what waits before what is decided, and that before what is over', () => {
    const kpis = [
      kpi('Back', [...dropped(4), ...quiet(6)]),
      kpi('Decided', [...quiet(30), ...quiet(6, 4)]),
      kpi('Waiting', [...quiet(30), ...quiet(6, 5)]),
    ];
    const log = [logged('Decided spike down 2026-07-01', 'act', null)];
    expect(order(kpis, { log })).toEqual(['Waiting', 'Decided', 'Back']);
  });
  test('puts an experiment under way behind what waits, though it has more at stake, and before what is decided', () => {
    // The change began with the 25th of 30 months, and the experiment goes on until the 34th is over.
    const tried = kpi('Boxes', dropped(4), { worth: 90, experimentUntil: afterMonths(34) });
    const alerts = reviewOf([tried, kpi('Tickets', dropped(4), { worth: 1 })]).alerts;
    expect(alerts.map(alert => [alert.kpi, alert.kind])).toEqual([
      ['Tickets', 'shift'],
      ['Boxes', 'experiment'],
    ]);
    expect(alerts[1]!.priority).toBeGreaterThan(alerts[0]!.priority);
  });
  test('every priority is a finite number that is not negative, whatever the weights', () => {
    for (const weight of [0, 1, 1e9]) {
      const { alerts } = reviewOf([kpi('Tickets', dropped(4), { goal: 'Grow' })], {
        goals: [goal('Grow', { weight })],
      });
      expect(alerts[0]!.priority).toBeGreaterThan(0);
    }
  });
});

describe('more KPIs are no more noise', () => {
  const share = (count: number, values: (number | null)[] = [1]) =>
    falseAlarmsEach({ kpis: Array.from({ length: count }, (_, i) => kpi(`KPI ${i}`, values)) });
  test('they share the false alarms of a workbook', () => {
    // method.md section 3, by hand: 10 % up to six, then 1 − ½^(1/n)
    expect([1, 6].map(count => share(count))).toEqual([0.1, 0.1]);
    expect(share(12)).toBeCloseTo(0.056126, 6);
    expect(share(60)).toBeCloseTo(0.011486, 6);
  });
  test('a KPI without any figure takes no share', () => {
    expect(share(60, [null, null])).toBe(0.1);
    expect(share(0)).toBe(0.1);
  });
});
