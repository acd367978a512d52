import { addMonths, serialOf } from '../../src/cells/serial';
import { reviewRegister } from '../../src/review/review';
import { history } from '../drift/series';
import { afterMonths, kpi, logged, register } from './registers';

/** A quiet KPI of about so much with 5 % of noise. */
const about = (level: number, months: number, seed = 4) =>
  history(seed, months).map(noise => level * (1 + 0.05 * noise));

describe('figures that change their unit', () => {
  const churn = about(0.05, 36);
  const percent = (from: number) => churn.map((value, month) => (month >= from ? 100 * value : value));
  const said = { better: 'lower' as const, format: '0.0%', target: 0.06 };

  test('percentages typed as 5 instead of 0.05 are named with KPI, period and cell, and raise no drift', () => {
    const review = reviewRegister(register([kpi('Churn', percent(20), said)]));
    expect(review.problems).toMatchObject([{ severity: 'error', place: { sheet: 'Churn', range: 'B22' } }]);
    expect(review.problems[0]!.message).toMatch(
      /^Churn B22: from Sep 2025 on, the figures of Churn look a hundred times larger than before, as if typed in another unit/,
    );
    expect([review.alerts, review.wins]).toEqual([[], []]);
  });
  test('are judged, drawn and scored in the unit before', () => {
    const [mixed] = reviewRegister(register([kpi('Churn', percent(20), said)])).kpis;
    const [clean] = reviewRegister(register([kpi('Churn', churn, said)])).kpis;
    mixed!.chart.values.forEach((value, month) => {
      expect(value).toBeCloseTo(churn[month]!, 12);
    });
    expect(mixed!.attainment).toBeCloseTo(clean!.attainment!, 9);
  });
  test('are named in the very month in which it happens', () => {
    expect(reviewRegister(register([kpi('Churn', percent(35), said)])).problems).toHaveLength(1);
  });
  test('a change that comes after it is found all the same', () => {
    const risen = percent(20).map((value, month) => (month >= 28 ? 1.4 * value : value));
    expect(reviewRegister(register([kpi('Churn', risen, said)])).alerts).toMatchObject([
      { direction: 'up', since: '2026-05-01', newLevel: expect.closeTo(0.07, 2) },
    ]);
  });
  test('euros that become thousands of euros are named as a thousand times smaller', () => {
    const revenue = about(12_000, 36).map((value, month) => (month >= 24 ? value / 1000 : value));
    const review = reviewRegister(register([kpi('Revenue', revenue, { unit: '€' })]));
    expect(review.problems[0]!.message).toContain(
      'from Jan 2026 on, the figures of Revenue look a thousand times smaller',
    );
    expect(review.alerts).toEqual([]);
  });
  test('are a change like any other where the Log says that a new level begins there', () => {
    const level = { ...logged('', '', null), kind: 'level' as const, kpi: 'Churn', period: serialOf(2025, 9, 1) };
    const review = reviewRegister(register([kpi('Churn', percent(20), said)], { log: [level] }));
    expect(review.problems).toEqual([]);
    expect(review.kpis[0]!.latest).toBeCloseTo(100 * churn[35]!, 9);
  });
});

describe('a figure that stands alone', () => {
  const orders = about(400, 36).map(Math.round);
  const slip = orders.map((value, month) => (month === 4 ? 10 * value : value));
  test('an extra zero is named with its cell, shown, and kept out of the limits', () => {
    const review = reviewRegister(register([kpi('Orders', slip)]));
    expect(review.problems).toMatchObject([{ severity: 'note', place: { range: 'B6' } }]);
    expect(review.problems[0]!.message).toMatch(
      /^Orders B6: Orders in May 2024 is \d,\d{3}; nearby figures suggest about \d{3}: an extra zero\?/,
    );
    const { chart } = review.kpis[0]!;
    expect(chart.values[4]).toBe(slip[4]);
    // three sigma of a level of 400 with 5 % of noise are 60: far below the 4,000 of the slip
    for (const { lower, upper } of chart.regimes) expect(upper - lower).toBeLessThan(200);
  });
  test('a month of strike is named, without a guess at a slip', () => {
    const strike = orders.map((value, month) => (month === 4 ? 150 : value));
    const [note, ...others] = reviewRegister(register([kpi('Orders', strike)])).problems;
    expect(others).toEqual([]);
    expect(note!.message).toMatch(
      /^Orders B6: Orders in May 2024 is 150; nearby figures suggest about \d{3}\. It is shown/,
    );
  });
  test('does not widen limits that are drawn from few other figures', () => {
    const short = [10, 11, 9, 100, 10, 9, 11, 10];
    const { chart } = reviewRegister(register([kpi('Orders', short)])).kpis[0]!;
    expect(chart.regimes[0]!.upper).toBeLessThan(20);
  });
});

describe('periods that are not over', () => {
  const orders = about(400, 26).map(Math.round);
  orders[24] = 120;
  const on = (day: number) => register([kpi('Orders', orders.slice(0, 25))], { today: day });
  const midJanuary = serialOf(2026, 1, 15);

  test('the current month is left out, and said to be', () => {
    const review = reviewRegister(on(midJanuary));
    expect(review).toMatchObject({ alerts: [], running: 'Jan 2026', newest: { label: 'Dec 2025' } });
    expect(review.problems).toMatchObject([
      { severity: 'note', message: 'Orders B26: Jan 2026 is not over yet; its figures are left out until it is.' },
    ]);
  });
  test('it is judged by what it has today where that was asked for', () => {
    const review = reviewRegister(on(midJanuary), { includeCurrent: true });
    expect(review).toMatchObject({ running: 'Jan 2026', newest: { label: 'Jan 2026' } });
    expect(review.alerts).toMatchObject([{ kind: 'spike', raised: '2026-01-01', state: 'new' }]);
    expect(review.problems[0]!.message).toContain('it is included as you asked');
  });
  test('without figures it is no matter', () => {
    const review = reviewRegister(register([kpi('Orders', [...orders.slice(0, 24), null])], { today: midJanuary }));
    expect(review).toMatchObject({ running: null, problems: [] });
  });
  test('figures dated in the future are left out and named, several in one', () => {
    const one = reviewRegister(register([kpi('Orders', orders)], { today: midJanuary }));
    expect(one.newest).toMatchObject({ label: 'Dec 2025' });
    expect(one.problems[1]).toMatchObject({
      severity: 'note',
      message:
        'Orders B27: Feb 2026 has not begun but has figures; they are left out until it ends. Is the date right?',
    });
    const three = reviewRegister(register([kpi('Orders', [...orders, 400, 400])], { today: midJanuary }));
    expect(three.problems).toHaveLength(2);
    expect(three.problems[1]!.message).toContain('Feb 2026 and 2 later periods have not begun');
  });
});

describe('a series with little to say', () => {
  const quietly = (values: (number | null)[]) => reviewRegister(register([kpi('Orders', values, { target: 5 })]));
  test.each([
    ['that never moves', Array(36).fill(7), 'steady', 'always meets it'],
    ['that is zero all along', Array(36).fill(0), 'steady', 'always misses it'],
    ['of two values', [1, 2], 'too early to tell', 'too early to tell'],
    ['of one value', [1], 'too early to tell', 'too early to tell'],
    ['without any', Array(36).fill(null), 'too early to tell', 'too early to tell'],
  ])('%s raises nothing', (_, values, variation, assurance) => {
    const review = quietly(values);
    expect(review).toMatchObject({ alerts: [], wins: [], problems: [] });
    expect(review.kpis[0]).toMatchObject({ variation, assurance });
  });
  test('with a gap of a year goes on where it was, and no limit is drawn from one side to the other', () => {
    const gap = [...about(400, 20), ...Array(12).fill(null), ...about(400, 12, 5)];
    expect(quietly(gap)).toMatchObject({ alerts: [], wins: [] });
    const dropped = [...about(400, 20), ...Array(12).fill(null), ...about(300, 12, 5)];
    expect(quietly(dropped).alerts).toMatchObject([{ direction: 'down', since: '2026-09-01' }]);
  });
});

test('a month in which the date was typed with the wrong century does not count', () => {
  const far = register([kpi('Orders', about(400, 13))], { today: afterMonths(12) });
  far.periods[12] = {
    ...far.periods[12]!,
    start: addMonths(far.today, 1200),
    end: addMonths(far.today, 1201),
    closed: false,
  };
  expect(reviewRegister(far)).toMatchObject({ alerts: [], newest: { label: 'Dec 2024' } });
});
