import { reviewRegister } from '../../src/review/review';
import { history, ticketsLikeTheBakerys } from '../drift/series';
import { kpi, quiet, register } from './registers';

describe("a review of a bakery's tickets", () => {
  const tickets = kpi('Tickets', ticketsLikeTheBakerys(3), { target: 420, unit: 'tickets', goal: 'A full shop' });
  const review = reviewRegister(register([tickets], { cadence: 'week' }));
  const [alert] = review.alerts;

  test('raises one alert, still open, since the fourth week', () => {
    expect(review.alerts).toHaveLength(1);
    expect(alert).toMatchObject({
      kind: 'shift',
      direction: 'down',
      adverse: true,
      state: 'open',
      goal: 'A full shop',
    });
    expect(alert!.since).toBe('2024-01-22');
  });
  test('tells it in an owner’s words', () => {
    expect(alert!.headline).toMatch(
      /^Tickets dropped from about 5\d\d to about 3\d\d a week since the week of 22 Jan 2024$/,
    );
    expect(alert!.question).toBe('What happened around the week of 22 Jan 2024, and what do we do about it?');
    expect(alert!.evidence.join('; ')).toMatch(/The level changed, from about 5\d\d to about 3\d\d/);
    expect(alert!.certainty.sentence).toMatch(
      /^Likely real: a KPI that had not changed would look like this about once in \d+ years\.$/,
    );
  });
  test('shows the cells from the onset on, and a chart with limits before and after', () => {
    expect(alert!.place).toEqual({ sheet: 'Tickets', range: 'B5:B24' });
    expect(alert!.chart.regimes.map(r => [r.from, r.to])).toEqual([
      [0, 2],
      [3, 22],
    ]);
    expect(alert!.chart.points.length).toBeGreaterThan(0);
    expect(alert!.chart.target).toBe(420);
  });
  test('says both verdicts, and the newest figure against its target', () => {
    expect(review.kpis[0]).toMatchObject({
      variation: 'worse',
      assurance: 'hit or miss',
      latest: tickets.values[22],
      leftOut: '',
    });
    expect(review.kpis[0]!.attainment).toBeCloseTo(tickets.values[22]! / 420, 12);
  });
});

describe('a review', () => {
  test('of a quiet business raises nothing', () => {
    const review = reviewRegister(register([kpi('Orders', quiet(24), { target: 9 })]));
    expect(review).toMatchObject({ alerts: [], wins: [], standing: [], withinTolerance: [], problems: [] });
    expect(review.kpis[0]).toMatchObject({ variation: 'steady', assurance: 'hit or miss' });
  });
  test('shows a good change as a win, apart', () => {
    const values = [...quiet(24), ...quiet(6, 4)];
    const review = reviewRegister(register([kpi('Complaints', values, { better: 'lower', owner: 'Ana' })]));
    expect(review.alerts).toEqual([]);
    expect(review.wins).toMatchObject([{ adverse: false, direction: 'down', since: '2026-01-01' }]);
    expect(review.wins[0]!.question).toBe('Ana, what did we do around Jan 2026 that we can do again?');
    expect(review.kpis[0]!.variation).toBe('better');
  });
  test('in range takes both sides as adverse when inside the band, and the way back as a win', () => {
    const band = { better: 'in range' as const, low: 8, high: 12 };
    const away = reviewRegister(register([kpi('Oven load', [...quiet(24), ...quiet(6, 16)], band)]));
    expect(away.alerts).toMatchObject([{ direction: 'up', adverse: true }]);
    const back = reviewRegister(register([kpi('Oven load', [...quiet(24, 16), ...quiet(6)], band)]));
    expect(back.alerts).toEqual([]);
    expect(back.wins).toMatchObject([{ direction: 'down', adverse: false }]);
  });
  test('is too early to tell with five months', () => {
    const review = reviewRegister(register([kpi('Orders', [10, 10, 10, 10, 1], { target: 9 })]));
    expect(review.alerts).toEqual([]);
    expect(review.kpis[0]).toMatchObject({ variation: 'too early to tell', assurance: 'too early to tell' });
    expect(review.kpis[0]!.chart.regimes).toEqual([]);
  });
  test('does not take a missing month for zero', () => {
    const missing: (number | null)[] = quiet(24, 400);
    missing[20] = null;
    expect(reviewRegister(register([kpi('Orders', missing)])).alerts).toEqual([]);
  });
  test('does not take the blanks between quarterly figures for gaps', () => {
    const quarterly = Array.from({ length: 36 }, (_, i) =>
      i % 3 === 2 ? (i < 24 ? 100 + (i % 2) : 60 + (i % 2)) : null,
    );
    const { alerts } = reviewRegister(register([kpi('Margin', quarterly, { cadence: 'quarter' })]));
    expect(alerts).toMatchObject([{ direction: 'down', since: '2026-03-01' }]);
  });
  test('of nothing at all is empty, not an error', () => {
    for (const empty of [register([]), register([kpi('Orders', [])]), register([kpi('Orders', [null, null])])]) {
      const review = reviewRegister({ ...empty, periods: empty.kpis[0]?.values.length ? empty.periods : [] });
      expect(review).toMatchObject({ newest: null, alerts: [] });
      expect(review.score.score).toBeNull();
    }
  });
  test('is plain JSON', () => {
    const review = reviewRegister(register([kpi('Orders', history(21, 30, [18, -4]))]));
    expect(JSON.parse(JSON.stringify(review))).toEqual(review);
  });
});

describe('the evidence', () => {
  test('counts a run as long as it lasts, and names the months beyond a limit', () => {
    const risen = [...quiet(24), ...Array.from({ length: 10 }, (_, i) => (i === 9 ? 15 : [10.6, 10.5, 10.7][i % 3]!))];
    const [win] = reviewRegister(register([kpi('Orders', risen)])).wins;
    expect(win!.evidence).toEqual([
      '1 month above the upper limit at that time: Oct 2026 (15)',
      '10 months in a row above the centre line, up to Oct 2026',
      'The level changed, from about 10 to about 10.6',
    ]);
  });
});

describe('within tolerance', () => {
  const orders = [...quiet(24), ...quiet(6, 5)];
  test('a change whose level stays inside Low to High is listed, not raised', () => {
    const review = reviewRegister(register([kpi('Orders', orders, { low: 3, high: 12 })]));
    expect(review.alerts).toEqual([]);
    expect(review.withinTolerance).toMatchObject([{ kpi: 'Orders', direction: 'down' }]);
  });
  test('a change outside it is raised', () => {
    expect(reviewRegister(register([kpi('Orders', orders, { low: 7, high: 12 })])).alerts).toHaveLength(1);
  });
  test('a change that slips out of it later is raised when it does', () => {
    const slipping = [...quiet(24), 5, 4, 5, 3, 1, 2, 1];
    const review = reviewRegister(register([kpi('Orders', slipping, { low: 4, high: 12 })]));
    // by hand: the mean since January is 5, 4.5, 4.67, 4.25, then 3.6 in May
    expect(review.alerts).toMatchObject([{ since: '2026-01-01', raised: '2026-05-01', state: 'open' }]);
  });
});

describe('a declared experiment', () => {
  const orders = [...quiet(24), ...quiet(9, 4)];
  const until = (day: string) => kpi('Orders', orders, { experimentUntil: Date.parse(day) / 86_400_000 + 25569 });
  test('turns its alert into one that is as intended, and not adverse', () => {
    const [alert] = reviewRegister(register([until('2026-12-31')])).alerts;
    expect(alert).toMatchObject({ kind: 'experiment', adverse: false, id: 'Orders down 2026-01-01' });
    expect(alert!.headline).toBe(
      'Orders dropped from about 10 to about 4 a month since Jan 2026, as intended, until 31 Dec 2026',
    );
  });
  test('is an alert of its own when its date has passed', () => {
    const [alert] = reviewRegister(register([until('2026-06-30')])).alerts;
    expect(alert).toMatchObject({ kind: 'experiment', adverse: true, state: 'open', raised: '2026-06-01' });
    expect(alert!.question).toContain('keep the new way');
    const justEnded = register([until('2026-09-30')]);
    expect(reviewRegister(justEnded).alerts[0]).toMatchObject({ adverse: true, state: 'new', raised: '2026-09-01' });
  });
  test('does not excuse a change that begins after its end', () => {
    expect(reviewRegister(register([until('2025-12-31')])).alerts).toMatchObject([{ kind: 'shift', adverse: true }]);
  });
});

describe('a KPI that always misses its target', () => {
  test('stands under standing, new only in the month in which it first holds', () => {
    const low = kpi('Orders', quiet(24), { target: 20 });
    const { standing, alerts, kpis } = reviewRegister(register([low]));
    expect(alerts).toEqual([]);
    expect(kpis[0]!.assurance).toBe('always misses it');
    expect(standing).toMatchObject([{ kpi: 'Orders', since: '2024-06-01', new: false }]);
    expect(standing[0]!.headline).toBe(
      'Orders always misses its target of 20: as it works now, it runs at about 10. Change the process or the target',
    );
    const first = reviewRegister(register([kpi('Orders', quiet(6), { target: 20 })]));
    expect(first.standing).toMatchObject([{ new: true, since: '2024-06-01' }]);
  });
  test('is told by the level that it has now, not by one of years ago', () => {
    const dropped = kpi('Orders', [...quiet(40, 30), ...quiet(30)], { target: 60 });
    const { standing, kpis } = reviewRegister(register([dropped]));
    expect(standing[0]!.headline).toContain('it runs at about 10.');
    expect(kpis[0]!.chart.regimes.map(({ from }) => from)).toEqual([0, 40]);
  });
  test('waits while a change is open: its alert says what there is to say', () => {
    const falling = kpi('Orders', [...quiet(24), ...quiet(4, 6)], { target: 20 });
    const { standing, alerts, kpis } = reviewRegister(register([falling]));
    expect(kpis[0]!.assurance).toBe('always misses it');
    expect(alerts).toMatchObject([{ kpi: 'Orders', adverse: true, state: 'open' }]);
    expect(standing).toEqual([]);
  });
  test('in range misses it where limits and band do not overlap', () => {
    const band = { better: 'in range' as const, low: 14, high: 20 };
    expect(reviewRegister(register([kpi('Oven load', quiet(24), band)])).standing).toHaveLength(1);
    expect(reviewRegister(register([kpi('Oven load', quiet(24), { ...band, low: 13 })])).standing).toHaveLength(0);
  });
  test('always meets it where the limits lie on the good side', () => {
    const { kpis } = reviewRegister(register([kpi('Waste', quiet(24), { better: 'lower', target: 14 })]));
    expect(kpis[0]!.assurance).toBe('always meets it');
  });
});

test('the chart’s limits before and after a step are those of their own months', () => {
  // by hand: six months of 100 and six of 150 in turn; January’s 150 belongs to its own half year
  const values = [100, 101, 99, 100, 98, 101, 150, 151, 149, 150, 152, 151];
  const { regimes } = reviewRegister(register([kpi('Orders', values)])).kpis[0]!.chart;
  expect(regimes.map(regime => [regime.from, regime.to])).toEqual([
    [0, 5],
    [6, 11],
  ]);
  expect(regimes[0]!.centre).toBeCloseTo(599 / 6, 9);
  expect(regimes[1]!.centre).toBeCloseTo(903 / 6, 9);
});
