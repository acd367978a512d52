import { driftChanges, driftSignals, falseAlarmsAmong, type SignalOptions } from '../../src/drift';
import { history, ticketsLikeTheBakerys } from './series';

describe('signals', () => {
  test('tell a lasting drop once, and since when', () => {
    const signals = driftSignals(history(21, 30, [18, -4]));
    expect(signals).toHaveLength(1);
    expect(signals[0]).toMatchObject({ direction: 'down', since: 18 });
    expect(signals[0]!.index).toBeLessThanOrEqual(20);
  });
  test('say that the new level is on target where it is the target itself', () => {
    // by hand: the level of twelve figures that are all 10, after twelve that are all 20
    const halved = [...Array(12).fill(20), ...Array(12).fill(10)];
    expect(driftSignals(halved, { better: 'lower', target: 10 })[0]).toMatchObject({ onTarget: true });
    expect(driftSignals(halved, { better: 'higher', target: 10 })[0]).toMatchObject({ onTarget: true });
    expect(driftSignals(halved, { better: 'lower', target: 9.9 })[0]).toMatchObject({ onTarget: false });
  });
  test('tell both directions, whatever better is', () => {
    const up = history(21, 30, [18, 4]);
    expect(driftSignals(up, { better: 'higher' })).toEqual(driftSignals(up, { better: 'lower' }));
    expect(driftSignals(up)[0]).toMatchObject({ direction: 'up', since: 18 });
  });
  test('say nothing of fewer than six periods', () => {
    expect(driftSignals([100, 100, 100, 100, 1])).toEqual([]);
    expect(driftSignals([100, null, 100, 100, 100, null, 1])).toEqual([]);
  });
  test('say nothing of a business in which nothing happens', () => expect(driftSignals(Array(36).fill(7))).toEqual([]));
  test('name the rule: a lasting change, or one figure far out', () => {
    const quiet = [10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9];
    expect(driftSignals([...quiet, 20])).toMatchObject([{ rule: 'spike', index: 12, direction: 'up', since: 12 }]);
    expect(driftSignals([...quiet, 13, 12.5, 13.5, 13])).toMatchObject([{ rule: 'shift', direction: 'up', since: 12 }]);
  });
  test('say how rarely a KPI that had not changed would look like this, the more years the larger the change', () => {
    const years = [3, 4, 6].map(by => driftSignals(history(21, 22, [18, -by]))[0]!.years);
    expect(years[0]).toBeGreaterThan(5);
    expect(years[2]).toBeGreaterThanOrEqual(years[1]!);
  });
  test('come with what a reader can check in the chart', () => {
    const [change] = driftChanges(history(21, 30, [18, -4]));
    const rules = new Set(change!.signs.map(sign => sign.rule));
    expect(rules).toEqual(new Set(['shift', 'point', 'run', 'three of four']));
    expect(change!.signs.every(sign => sign.points.every(point => point >= 18))).toBe(true);
  });
  test('do not wait for what anybody sees: with eight months known, half gone for three is told at any budget', () => {
    const year = [100, 102, 98, 101, 99, 100, 103, 97];
    for (const falseAlarms of [0.1, 0.05, 0.01]) {
      expect(driftSignals([...year, 50, 51, 49], { falseAlarms })).toMatchObject([{ direction: 'down', since: 8 }]);
    }
  });
  test('know the target and the experiment that they are told of', () => {
    const dropped = [...Array.from({ length: 12 }, (_, i) => 20 + (i % 3)), 10, 11, 10, 12];
    const told = (options: SignalOptions) => driftSignals(dropped, options)[0];
    expect(told({ better: 'higher', target: 15 })).toMatchObject({ direction: 'down', onTarget: false });
    expect(told({ better: 'lower', target: 15 })).toMatchObject({ direction: 'down', onTarget: true });
    expect(told({ experimentUntil: 15 })).toMatchObject({ intended: true });
    expect(told({ experimentUntil: 11 })).toMatchObject({ intended: false });
    expect(told({})).not.toHaveProperty('intended');
  });
  test('look for no change within a baseline that is known to be routine', () => {
    const dropped = history(21, 24, [10, -4]);
    expect(driftSignals(dropped)[0]).toMatchObject({ direction: 'down', since: 10 });
    expect(driftSignals(dropped, { baseline: 24 })).toEqual([]);
  });
  test('a smaller budget of false alarms asks for more evidence', () => {
    const values = history(7, 30, [18, -2]);
    const at = (falseAlarms: number) =>
      driftSignals(values, { falseAlarms }).find(s => s.direction === 'down')?.index ?? Infinity;
    expect(at(0.2)).toBeLessThanOrEqual(at(0.1));
    expect(at(0.1)).toBeLessThanOrEqual(at(0.01));
    expect(at(0.2)).toBeLessThan(30);
  });
  test('in range both sides share the budget, so that each asks for as much as half of it alone', () => {
    for (let seed = 0; seed < 40; seed++) {
      const values = history(seed, 40, [20, 1.5]);
      expect(driftSignals(values, { better: 'in range', falseAlarms: 0.1 })).toEqual(
        driftSignals(values, { better: 'higher', falseAlarms: 0.05 }),
      );
    }
  });
  test('a falling trend is not missed', () => {
    let found = 0;
    for (let seed = 0; seed < 40; seed++) {
      const falling = history(seed, 26).map((value, i) => value - 0.5 * Math.max(0, i - 17));
      if (driftSignals(falling).some(s => s.direction === 'down' && s.index >= 18)) found++;
    }
    // by half a standard deviation a month, for eight months
    expect(found).toBeGreaterThan(34);
  });
  test('a share of few orders is not news, the same share of many is', () => {
    const returns = [0.05, 0.04, 0.06, 0.05, 0.04, 0.06, 0.05, 0.04, 0.06, 0.05, 0.04, 0.06, 0.2];
    const orders = (last: number) => [...Array(12).fill(1000), last];
    expect(driftSignals(returns, { better: 'lower', counts: orders(5) })).toEqual([]);
    expect(driftSignals(returns, { better: 'lower', counts: orders(1000) })).toMatchObject([
      { rule: 'spike', index: 12 },
    ]);
  });
  test('a fall far out of a season is seen in its own month, which would take the proof of the season with it', () => {
    for (let seed = 0; seed < 10; seed++) {
      const sales = history(seed, 30).map((noise, i) => 100 + 20 * Math.sin((2 * Math.PI * i) / 12) + 2 * noise);
      const fallen = sales.map((value, i) => (i === 28 ? 40 : value));
      expect(driftSignals(fallen, { falseAlarms: 0.05 })).toContainEqual(
        expect.objectContaining({ direction: 'down', index: 28, since: 28 }),
      );
    }
  });
  test('a season of three years is no drift, and a drop in the fourth is found in spite of it', () => {
    const year = [0.8, 0.85, 0.95, 1, 1.05, 1.15, 1.2, 1.15, 1.05, 1, 0.9, 0.9];
    const sales = (seed: number) => history(seed, 48).map((noise, i) => 1000 * year[i % 12]! * (1 + 0.03 * noise));
    for (let seed = 0; seed < 10; seed++) {
      expect(driftSignals(sales(seed), { falseAlarms: 0.02 }).filter(s => s.index >= 36)).toEqual([]);
      const dropped = sales(seed).map((value, i) => (i >= 40 ? 0.85 * value : value));
      const found = driftSignals(dropped).find(s => s.direction === 'down' && s.index >= 40);
      expect(found!.index).toBeLessThanOrEqual(45);
    }
  });
  test('a missing month is not a month of zero', () => {
    const tickets = history(4, 24).map(v => 400 + 10 * v);
    const missing: (number | null)[] = [...tickets];
    missing[15] = null;
    expect(driftSignals(missing)).toEqual([]);
    missing[15] = 0;
    expect(driftSignals(missing)).toHaveLength(1);
  });
});

describe('the life of a change', () => {
  const quiet = [10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9];
  test('is over after three periods in a row nearer the old level, and is not told again', () => {
    const [change, ...others] = driftChanges([...quiet, 2, 10, 11, 9, 10, 11, 9]);
    expect(change).toMatchObject({ index: 12, direction: 'down', oldLevel: 10, newLevel: 2 });
    expect(change!.over).toEqual({ index: 15, from: 13, how: 'recovered' });
    expect(others).toEqual([]);
  });
  test('goes on when three periods in a row stand halfway, in whatever unit', () => {
    for (const unit of [1, 0.1, 0.37, 1.1, 1e6 / 7]) {
      const [change] = driftChanges([...quiet, 2, 6, 6, 6, 6].map(value => value * unit));
      expect(change!.over).toBeNull();
    }
  });
  test('goes on when only two periods in a row are nearer the old level', () => {
    const [change] = driftChanges([...quiet, 2, 3, 10, 11, 2, 3]);
    expect(change!.over).toBeNull();
  });
  test('a missing period neither ends it nor keeps it', () => {
    const [change] = driftChanges([...quiet, 2, 10, null, 11, 9]);
    expect(change!.over).toEqual({ index: 16, from: 13, how: 'recovered' });
  });
  test('a second drop after a recovery is a change of its own', () => {
    const changes = driftChanges([...quiet, 2, 10, 11, 9, 10, 11, 9, 10, 2]).filter(c => c.direction === 'down');
    expect(changes.map(c => [c.index, c.since])).toEqual([
      [12, 12],
      [20, 20],
    ]);
  });
  test('is history 24 periods after it began, and the level it left behind is not told again', () => {
    const low = Array.from({ length: 42 }, (_, i) => [6, 7, 5][i % 3]!);
    const changes = driftChanges([...quiet, ...low]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ since: 12, over: { index: 36, how: 'history' } });
  });
  test('is over when its level is accepted; what comes after is judged by the new level', () => {
    const values = history(21, 40, [18, -4], [32, -4]);
    const accepted = [{ from: 18, after: 22 }];
    const [first, second, ...others] = driftChanges(values, { accepted });
    expect(first!.over).toMatchObject({ index: 22, how: 'accepted' });
    expect(second).toMatchObject({ direction: 'down', since: 32, over: null });
    expect(second!.oldLevel).toBeLessThan(-3);
    expect(others).toEqual([]);
  });
});

describe("a bakery's tickets", () => {
  test.each([1, 2, 3, 4, 5])(
    'drop once, in the fourth week, and Christmas neither hides nor ends it (seed %i)',
    seed => {
      const down = driftChanges(ticketsLikeTheBakerys(seed)).filter(c => c.direction === 'down');
      expect(down).toHaveLength(1);
      expect(down[0]!.over).toBeNull();
      expect(Math.abs(down[0]!.since - 3)).toBeLessThanOrEqual(1);
    },
  );
});

describe('the budget of false alarms of each of several KPIs', () => {
  // method.md section 3: min(10 %, 1 − ½^(1/n))
  test.each([
    [0, 0.1],
    [1, 0.1],
    [6, 0.1],
    [7, 0.09427634],
    [30, 0.02284003],
  ])('of %i', (kpis, chance) => expect(falseAlarmsAmong(kpis)).toBeCloseTo(chance, 8));
});
