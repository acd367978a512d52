import fc from 'fast-check';
import { type DriftOptions, driftChanges, driftSignals, driftVerdict } from '../../src/drift';
import { rareChange, usualFigure } from '../../src/drift/evidence/rare';
import { newestStretch } from '../../src/drift/statistics/exactCounts';
import { seeded } from '../fixtures/seeded';

const times = (count: number, figure: number): number[] => Array(count).fill(figure);
const once = (periods: number) => times(periods, 1);

describe('the exact chance of the newest periods', () => {
  test('of one event in the newest of 24 months is 1 in 24: every month is as likely as any other', () => {
    const counts = [...times(23, 0), 1];
    expect(newestStretch({ counts, trials: once(24) }, 1, 'more', 1)).toEqual({
      length: 1,
      chance: expect.closeTo(1 / 24, 12),
    });
    // by hand: the walk may cross at any length, and with one event only in the month that it falls on
    expect(newestStretch({ counts, trials: once(24) }, 12, 'more', 1)!.chance).toBeCloseTo(1 / 24, 12);
  });
  test('of two in the last two of 14 is 1 in 91', () => {
    // by hand: 1 / (14 choose 2); no other stretch is as unlikely
    const counts = [...times(12, 0), 1, 1];
    expect(newestStretch({ counts, trials: once(14) }, 8, 'more', 1)).toEqual({
      length: 2,
      chance: expect.closeTo(1 / 91, 12),
    });
  });
  test('of 4 late orders of 40, after 11 months of 40 without, is a hypergeometric one', () => {
    // scipy.stats.hypergeom.pmf(4, 480, 4, 40): all four of 480 orders among the newest 40
    const counts = [...times(11, 0), 4];
    expect(newestStretch({ counts, trials: times(12, 40) }, 1, 'more', 1)!.chance).toBeCloseTo(
      4.183953918218134e-5,
      12,
    );
  });
  test('of 4 complaints after 11 months without, where there is no limit, is a binomial one', () => {
    // by hand: (1/12)^4
    const counts = [...times(11, 0), 4];
    expect(newestStretch({ counts, trials: null }, 1, 'more', 1)!.chance).toBeCloseTo(12 ** -4, 12);
  });
  test('of six empty months after six with an event each is 1 in 924', () => {
    // by hand: (12 choose 6) orders, of which one has them all first
    const counts = [...times(6, 1), ...times(6, 0)];
    expect(newestStretch({ counts, trials: once(12) }, 6, 'less', 1)!.chance).toBeCloseTo(1 / 924, 12);
  });
  test('is that of all orders of the same events that have a stretch as unlikely', () => {
    // counted one by one over every order of three events in nine months
    const orders: number[][] = [];
    for (let bits = 0; bits < 512; bits++) {
      const order = Array.from({ length: 9 }, (_, i) => (bits >> i) & 1);
      if (order.reduce((a, b) => a + b, 0) === 3) orders.push(order);
    }
    const tail = (length: number, seen: number) =>
      orders.filter(order => order.slice(-length).reduce((a, b) => a + b, 0) >= seen).length / orders.length;
    const least = (order: number[]) =>
      Math.min(
        ...[1, 2, 3, 4].map(length =>
          tail(
            length,
            order.slice(-length).reduce((a, b) => a + b, 0),
          ),
        ),
      );
    for (const order of orders) {
      const found = newestStretch({ counts: order, trials: once(9) }, 4, 'more', 1);
      const as = orders.filter(other => least(other) <= least(order) * (1 + 1e-9)).length / orders.length;
      if (found) expect(found.chance).toBeCloseTo(as, 10);
      else expect(as).toBeGreaterThan(0.5);
    }
  });
  test('is that of all ways in which events can fall into periods, where there is no limit', () => {
    // counted one by one: four events in five periods, each in any of them, the whole as the longest stretch
    const ways: number[][] = [];
    for (let code = 0; code < 5 ** 4; code++) {
      const counts = times(5, 0);
      for (let event = 0; event < 4; event++) counts[Math.floor(code / 5 ** event) % 5]! += 1;
      ways.push(counts);
    }
    const newest = (counts: number[], length: number) => counts.slice(-length).reduce((a, b) => a + b, 0);
    const tail = (length: number, seen: number) => ways.filter(way => newest(way, length) >= seen).length / ways.length;
    const least = new Map(
      ways.map(way => [way.join(), Math.min(...[1, 2, 3, 4, 5].map(length => tail(length, newest(way, length))))]),
    );
    for (const way of new Map(ways.map(way => [way.join(), way])).values()) {
      const own = least.get(way.join())!;
      const as = ways.filter(other => least.get(other.join())! <= own * (1 + 1e-9)).length / ways.length;
      const found = newestStretch({ counts: way, trials: null }, 5, 'more', 1);
      if (found) expect(found.chance).toBeCloseTo(as, 10);
      // Where no stretch holds more than its part, there is none to report.
      else expect([1, 2, 3, 4].every(length => newest(way, length) <= (4 * length) / 5)).toBe(true);
    }
  });
  test('of many events is paid for once for each stretch that was looked at', () => {
    // scipy 1.17.1: 4 · stats.binom.sf(29, 90, 2 / 12), thirty of ninety events in the last two of twelve months
    const counts = [...times(10, 6), 15, 15];
    const found = newestStretch({ counts, trials: null }, 4, 'more', 1);
    expect(found).toEqual({ length: 2, chance: expect.closeTo(0.0003468135710858719, 14) });
  });
  test('is no interest of anybody where nothing happened', () =>
    expect(newestStretch({ counts: times(12, 0), trials: null }, 6, 'more', 1)).toBeNull());
});

describe('the usual figure', () => {
  test('makes up half of all at least', () => {
    expect(usualFigure([0, 0, 1, 2])).toBe(0);
    expect(usualFigure([0, 3, 1, 2, 1])).toBeNull();
    expect(usualFigure([3, 3, 3, 1, 2])).toBe(3);
  });
  test('forgives what arithmetic leaves', () => expect(usualFigure([0.3, 0.1 + 0.2, 0.9 / 3, 5])).toBeCloseTo(0.3, 12));
});

describe('one event after a long time without', () => {
  // Laplace's rule of succession: after n months of the same the next differs with a chance of about 1 / (n + 1)
  test.each<[string, number[], 'higher' | 'lower']>([
    ['a complaint after 23 months', [...times(23, 0), 1], 'lower'],
    ['five complaints in one month', [...times(23, 0), 5], 'lower'],
    ['one late order of 40', [...times(11, 1), 0.975], 'higher'],
    ['a late order, in percent', [...times(35, 100), 97.5], 'higher'],
    ['a price that was always 5', [...times(30, 5), 6], 'lower'],
    ['a price that falls', [...times(30, 5), 4], 'higher'],
    ['the first refund in three years', [...times(36, 0), 1250.5], 'lower'],
    ['a negative balance after zeros', [...times(20, 0), -300], 'higher'],
    ['the second complaint in three years', [...times(10, 0), 1, ...times(25, 0), 1], 'lower'],
    ['an empty month among full ones', [...times(24, 1), 0], 'higher'],
  ])('is steady: %s', (_, values, better) => {
    for (const good of [better, 'in range'] as const)
      expect(driftVerdict(values, good, { low: 0, high: 1 }).verdict).toBe('steady');
    expect(driftSignals(values, { better, reviews: 52 })).toEqual([]);
  });
});

describe('a change of rare events is found', () => {
  test('when a complaint becomes three months in a row of them', () => {
    const [signal] = driftSignals([...times(23, 0), 1, 1, 1], { better: 'lower' });
    // by hand: two of two in 25 months are 1 in 300, under the 1 in 114 that a look may cost
    expect(signal).toMatchObject({ rule: 'shift', direction: 'up', since: 23, index: 24, years: 25 });
  });
  test('when a price that never moved has moved for three months', () => {
    // by hand: 1 / (15 choose 3) = 1 in 455
    expect(driftSignals([...times(12, 5), 6, 6, 6])).toMatchObject([{ since: 12, index: 14, years: 37.9 }]);
  });
  test('when events stop coming', () => {
    const busy = [0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1];
    expect(driftSignals([...busy, ...times(6, 0)], { better: 'lower' })).toMatchObject([
      { direction: 'down', since: 16 },
    ]);
  });
  test('sooner where the orders are known', () => {
    const shares = [...times(11, 1), 0.9];
    expect(driftSignals(shares)).toEqual([]);
    const [spike] = driftChanges(shares, { counts: times(12, 40) });
    expect(spike).toMatchObject({ rule: 'spike', direction: 'down', index: 11, evidence: Infinity });
    // scipy.stats.hypergeom gives four of 480 among the newest 40 a chance of 4.2e-5: once in 1,992 years of looks at one stretch
    expect(spike!.years).toBeGreaterThan(1000);
    expect(driftSignals(shares, { counts: times(12, 4000) })[0]!.index).toBe(11);
    expect(driftSignals([...times(11, 1), 0.975], { counts: times(12, 40) })).toEqual([]);
  });
  test('of counts by their sum, once they have shown to be counts', () => {
    const complaints = [0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0];
    expect(driftSignals([...complaints, 4], { better: 'lower' })).toMatchObject([{ rule: 'spike', index: 20 }]);
    // amounts of money are no counts: the same months with invoices
    expect(driftSignals([...complaints.map(count => 380 * count), 1520], { better: 'lower' })).toEqual([]);
  });
  test('no sooner for a larger event, where only size is unusual', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1_000_000 }), size => {
        expect(driftSignals([...times(18, 0), 1, 0, 0, size], { better: 'lower' })).toEqual([]);
      }),
    );
  });
  test('the same in any unit, and mirrored', () => {
    const shares = [...times(9, 1), 0.97, ...times(14, 1), 0.95, 1, 0.9, 0.95, 0.9, 0.92];
    const [signal] = driftSignals(shares);
    expect(signal).toMatchObject({ direction: 'down' });
    for (const unit of [100, 0.37, 1e6 / 7]) expect(driftSignals(shares.map(share => share * unit))).toEqual([signal]);
    expect(driftSignals(shares.map(share => 7 - 3 * share))).toEqual([{ ...signal, direction: 'up' }]);
  });
});

describe('kinds of events', () => {
  test('on both sides of the usual figure share the chance', () => {
    const figures = [5, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6];
    const alone = figures.map(figure => Math.max(figure, 5));
    const of = (these: number[]) => rareChange(these, 5, 'up', 6, 1)!;
    // by hand: 1 / (15 choose 3) alone
    expect(of(alone)).toEqual({ length: 3, chance: expect.closeTo(1 / 455, 12) });
    expect(of(figures).chance).toBeCloseTo(2 / 455, 12);
  });
  test('large ones are seen among small ones', () => {
    // by hand: the three largest of 15 are the newest: 1 in 455, and there are three kinds of events
    const figures = [5, 6, 5, 5, 4, 5, 6, 5, 5, 5, 6, 5, 8, 9, 8];
    expect(rareChange(figures, 5, 'up', 6, 1)!.chance).toBeCloseTo(3 / 455, 12);
  });
});

describe('a KPI of rare events that has not changed', () => {
  // The promise of docs/drift.md, at most 10 of 100 years; measured with more series in bench/results/drift.md
  const years = 100;
  const poisson = (rate: number) => (next: () => number) => {
    let count = -1;
    for (let product = 1; product > Math.exp(-rate); count++) product *= next();
    return count;
  };
  const late = (share: number) => (next: () => number) => {
    let fails = 0;
    for (let i = 0; i < 40; i++) if (next() < share) fails++;
    return fails / 40;
  };
  test.each<[string, (next: () => number) => number, DriftOptions]>([
    ['one event in four years', poisson(1 / 48), {}],
    ['one event in a year', poisson(1 / 12), {}],
    ['99.9 % of 40 orders', late(0.001), {}],
    ['99.9 % of 40 orders, known', late(0.001), { counts: times(48, 40) }],
    ['3 % off in one month of 25', next => (next() < 0.04 ? 0.03 : 0), {}],
    ['refunds of any size in one month of 20', next => (next() < 0.05 ? Math.round(20 + 900 * next() ** 3) : 0), {}],
  ])('is quiet in nine years of ten: %s', (_, figure, options) => {
    const { uniform: next } = seeded(11);
    for (const history of [12, 24]) {
      let loud = 0;
      for (let year = 0; year < years; year++) {
        const values = Array.from({ length: history + 12 }, () => figure(next));
        const given = { better: 'lower', ...options } as const;
        if (driftSignals(values, given).some(({ index, direction }) => index >= history && direction === 'up')) loud++;
      }
      expect(loud / years).toBeLessThanOrEqual(0.1);
    }
  });
});
