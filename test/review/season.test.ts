import { reviewRegister } from '../../src/review/review';
import { history } from '../drift/series';
import { isOfKpi, kpi, register } from './registers';

/** A year of a garden centre: busy in May, quiet in January. Factors that multiply its level. */
const YEAR = [0.7, 0.8, 1, 1.2, 1.4, 1.25, 1.05, 0.95, 1, 0.95, 0.85, 0.85];
const sales = (seed: number, months: number, level: (month: number) => number) =>
  history(seed, months).map((noise, month) => Math.round(level(month) * YEAR[month % 12]! * (1 + 0.04 * noise)));

describe('a KPI with a season', () => {
  const steady = sales(4, 48, () => 1000);
  const review = reviewRegister(register([kpi('Sales', steady, { target: 600 })]));
  const { chart } = review.kpis[0]!;

  test('raises nothing when it does what it does every year', () => {
    expect(review.alerts).toEqual([]);
    expect(review.kpis[0]!.variation).toBe('steady');
  });
  test('has limits that follow the season, and hold the figures of every month', () => {
    // by hand: May is 1.4 times a level of 1,000, which with a level that stays is 400 more
    expect(chart.season).toMatchObject({ kind: 'additive' });
    expect(chart.season!.effects).toHaveLength(48);
    expect(chart.season!.effects[4]! / 400).toBeCloseTo(1, 0);
    const [regime] = chart.regimes;
    const outside = steady.filter((value, month) => {
      const effect = chart.season!.effects[month]!;
      return value < regime!.lower + effect || value > regime!.upper + effect;
    });
    expect(chart.regimes).toHaveLength(1);
    // Limits are three sigma off: of 48 quiet figures none, or one by chance, lies beyond.
    expect(outside.length).toBeLessThanOrEqual(1);
    // by hand: the level is 1,000, three sigma are 120, a little more because the season was found in the same figures
    expect(regime!.centre).toBeCloseTo(1000, -2);
    expect((regime!.upper - regime!.lower) / 2).toBeGreaterThan(90);
    expect((regime!.upper - regime!.lower) / 2).toBeLessThan(180);
  });
  test('meets a target always only where its lowest month does', () => {
    // by hand: January, the lowest month, is at about 700, its lower limit at about 600
    const meets = (target: number) => reviewRegister(register([kpi('Sales', steady, { target })])).kpis[0]!.assurance;
    expect(meets(400)).toBe('always meets it');
    expect(meets(750)).toBe('hit or miss');
    expect(meets(1300)).toBe('hit or miss');
    expect(meets(1900)).toBe('always misses it');
  });
  test('that drops says that its season was taken out, and tells levels without it', () => {
    const dropped = sales(4, 52, month => (month >= 46 ? 800 : 1000));
    const [alert] = reviewRegister(register([kpi('Sales', dropped)])).alerts.filter(isOfKpi);
    expect(alert).toMatchObject({ direction: 'down', since: '2027-11-01', oldLevel: expect.closeTo(1000, -2) });
    expect(alert!.newLevel / 800).toBeCloseTo(1, 1);
    expect(alert!.evidence).toContain(
      'The figures have a season of 12 months: it is removed before they are judged, and levels are given without it',
    );
    expect(alert!.evidence.join()).not.toMatch(/limit|centre line/);
  });
});

describe('a KPI without one', () => {
  test('has the limits of its figures as they are', () => {
    const { kpis } = reviewRegister(register([kpi('Orders', history(8, 48))]));
    expect(kpis[0]!.chart.season).toBeNull();
  });
  test('is not said to have one because the same few figures were typed over and over', () => {
    const typed = Array.from({ length: 36 }, (_, month) => [10, 11, 9][month % 3]!);
    const { chart } = reviewRegister(register([kpi('Orders', typed)])).kpis[0]!;
    // by hand: moving ranges 1, 2, 1 over and over, 47 in 35; 10 ± 2.66 × 47/35
    expect(chart.season).toBeNull();
    expect(chart.regimes).toEqual([
      { from: 0, to: 35, centre: 10, lower: expect.closeTo(10 - (2.66 * 47) / 35, 6), upper: expect.anything() },
    ]);
  });
  test('with quarterly figures in a monthly workbook is judged by its quarters', () => {
    const quarters = history(6, 20).map((noise, i) => 100 + noise + (i < 14 ? 0 : -8));
    const values = quarters.flatMap(value => [null, null, value]);
    const review = reviewRegister(register([kpi('Margin', values, { cadence: 'quarter' })]));
    expect(review.alerts).toMatchObject([{ direction: 'down', since: '2027-09-01', kind: 'shift' }]);
    expect(review.kpis[0]!.chart.season).toBeNull();
    expect(review.kpis[0]!.chart.regimes.map(({ from }) => from)).toEqual([0, 44]);
  });
});
