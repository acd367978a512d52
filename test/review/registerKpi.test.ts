import { serialOf } from '../../src/cells/serial';
import type { Season } from '../../src/drift';
import { aimAt } from '../../src/review/kpi/aim';
import { assurance } from '../../src/review/kpi/assurance';
import { denominators } from '../../src/review/kpi/denominators';
import { isStale, newestFigure } from '../../src/review/kpi/freshness';
import { throughTheYear } from '../../src/review/kpi/limits';
import { inOneUnit } from '../../src/review/kpi/oneUnit';
import { runningPeriod, unfinished, withRunning } from '../../src/review/kpi/unfinished';
import { reviewRegister } from '../../src/review/review';
import type { Kpi, LogEntry } from '../../src/workbook/register';
import { afterMonths, kpi, logged, quiet, register } from './registers';

// What is judged of a KPI's figures, by the rules of method.md sections 2 and 3.

describe('a period that is not over', () => {
  const values = quiet(12);
  const on = (today: number, kpis = [kpi('Orders', values)]) => register(kpis, { today });
  const december = serialOf(2024, 12, 1);

  test('is the one in which today lies, its first and last day included, if it has a figure', () => {
    expect([december, december + 30].map(today => runningPeriod(on(today)))).toEqual([11, 11]);
    expect([december - 1, december + 31].map(today => runningPeriod(on(today)))).toEqual([10, -1]);
    expect(runningPeriod(on(december, [kpi('Orders', [...quiet(11), null])]))).toBe(-1);
  });

  test('is judged where somebody asks for it, and no other open one', () => {
    const asked = withRunning(on(december - 1)).periods.map(({ closed }) => closed);
    expect(asked).toEqual([...Array(11).fill(true), false]);
    expect(reviewRegister(on(december), { includeCurrent: true })).toMatchObject({
      running: 'Dec 2024',
      newest: { label: 'Dec 2024' },
    });
    expect(reviewRegister(on(december))).toMatchObject({ running: 'Dec 2024', newest: { label: 'Nov 2024' } });
  });

  test('is named with the cell of its first figure', () => {
    const one = kpi('Calls', [...quiet(11), null]);
    expect(unfinished(on(december, [one, kpi('Orders', values)]))).toEqual([
      {
        severity: 'note',
        message: 'Orders B13: Dec 2024 is not over yet; its figures are left out until it is.',
        place: { sheet: 'Orders', range: 'B13' },
      },
    ]);
    const [note] = unfinished(withRunning(on(december)));
    expect(note!.message).toBe(
      'Orders B13: Dec 2024 is not over yet; it is included as you asked, so it may look low or high for that reason alone.',
    );
    const nowhere = kpi('Orders', values, { cells: values.map(() => ({ sheet: 'Sales' })) });
    expect(unfinished(on(december, [nowhere]))[0]!.message).toMatch(/^Sales: Dec 2024/);
  });

  test('that has not begun but has figures may have a wrong date', () => {
    const said = (today: number) => unfinished(on(today)).map(({ message }) => message);
    expect(said(december - 1)).toEqual([
      'Orders B12: Nov 2024 is not over yet; its figures are left out until it is.',
      'Orders B13: Dec 2024 has not begun but has figures; they are left out until it ends. Is the date right?',
    ]);
    expect(said(december - 31)[1]).toBe(
      'Orders B12: Nov 2024 and 1 later period have not begun but have figures; they are left out until they end. Are the dates right?',
    );
    expect(said(december + 31)).toEqual([]);
  });
});

describe('the newest figure', () => {
  test('is the last up to a period, and none where all are blank', () => {
    const values = [null, 5, null, 7];
    expect([3, 2, 1, 0].map(at => newestFigure(values, at))).toEqual([3, 1, 1, -1]);
  });
  test('speaks for its own period and the next; of a KPI with longer steps for as long as these are', () => {
    const { periods } = register([kpi('Orders', quiet(12))]);
    const stale = (last: number, newest: number, said: Partial<Kpi> = {}) =>
      isStale({ kpi: kpi('Orders', [], said), periods }, last, newest);
    expect([stale(5, 5), stale(4, 5), stale(3, 5)]).toEqual([false, false, true]);
    // By the calendar: January to April 2024 is 90 days, May to August 92, June to October 123.
    const quarter = { cadence: 'quarter' as const };
    expect([stale(0, 3, quarter), stale(4, 7, quarter), stale(5, 9, quarter)]).toEqual([false, false, true]);
    const month = { cadence: 'month' as const };
    expect([stale(4, 5, month), stale(6, 7, month), stale(6, 8, month)]).toEqual([false, false, true]);
    const days = register([kpi('Orders', quiet(20))], { cadence: 'day' }).periods;
    const weekly = (last: number) => isStale({ kpi: kpi('Orders', [], { cadence: 'week' }), periods: days }, last, 19);
    expect([weekly(12), weekly(11)]).toEqual([false, true]);
  });
});

describe('what a share is a share of', () => {
  const of = (values: (number | null)[], whole: (number | null)[], said: Partial<Kpi> = {}) => {
    const rate = kpi('Won', values, { outOf: ' offers', ...said });
    return denominators(rate, values, register([rate, kpi('Offers', whole)]));
  };
  test('are the figures of its Out of KPI, paused ones too', () => {
    expect(of([0.5, 1, 0], [20, 30, 10])).toEqual([20, 30, 10]);
    expect(of([0.5, null], [20])).toEqual([20, null]);
    const rate = kpi('Won', [0.5], { outOf: 'Offers' });
    expect(denominators(rate, [0.5], { ...register([rate]), paused: [kpi('Offers', [20])] })).toEqual([20]);
  });
  test('is nothing where there is no such KPI, a figure is no share, or a denominator is no count', () => {
    expect(of([0.5], [20], { outOf: '' })).toBeNull();
    expect(of([0.5], [20], { outOf: 'Visits' })).toBeNull();
    for (const [value, count] of [
      [1.01, 20],
      [-0.01, 20],
      [0.5, 20.5],
      [0.5, 0],
      [0.5, -3],
      [0.5, null],
    ] as const)
      expect(of([0.5, value], [20, count])).toBeNull();
  });
});

describe('a change of unit', () => {
  const shares = quiet(24, 50).map(value => value / 1000);
  const typed = shares.map((share, i) => (i < 16 ? share : share * 100));
  const level = (said: Partial<LogEntry> = {}): LogEntry => ({
    ...logged('', '', null),
    kind: 'level',
    kpi: ' won',
    period: afterMonths(16),
    ...said,
  });
  const read = (log: LogEntry[]) => {
    const all = register([kpi('Won', typed)], { log });
    return inOneUnit(all.kpis[0]!, all.periods, all);
  };
  test('is read in the unit of the first figures', () => {
    const { values, breaks } = read([]);
    expect(breaks.map(({ index, factor }) => [index, factor])).toEqual([[16, 100]]);
    for (const [i, value] of values.entries()) expect(value).toBeCloseTo(shares[i]!, 12);
  });
  test('is none where the Log says that a level begins in that period', () => {
    const { start, end } = register([kpi('Won', typed)]).periods[16]!;
    for (const period of [start, end, start + 9])
      expect(read([level({ period })])).toEqual({ values: typed, breaks: [] });
    for (const other of [{ period: start - 1 }, { period: end + 1 }, { period: null }, { kpi: 'Lost' }])
      expect(read([level(other)]).breaks).toHaveLength(1);
    expect(read([level({ kind: 'decision' })]).breaks).toHaveLength(1);
  });
  test('is an error that says how much larger, from when on, and what to do', () => {
    const said = (values: number[], format: string) =>
      reviewRegister(register([kpi('Won', values, { format })])).problems.map(
        ({ severity, message }) => `${severity}: ${message}`,
      );
    expect(said(typed, '0.000')).toEqual([
      'error: Won B18: from May 2025 on, the figures of Won look a hundred times larger than before, as if typed in another unit (5.100). ' +
        'They are read in the earlier unit (0.051); type them all in one unit. If the change is real, add a row of kind level with KPI and Period to Compass Log.',
    ]);
    const thousands = quiet(24, 5000).map((value, i) => (i < 16 ? value : value / 1000));
    expect(said(thousands, '0.000')[0]).toMatch(
      /look a thousand times smaller than before, .* \(5\.001\)\. .* \(5001\.000\)/,
    );
  });
});

describe('whether a process can meet its target', () => {
  const limits = { centre: 10, lower: 6, upper: 14 };
  const meets = (said: Partial<Kpi>) => assurance(kpi('Orders', [], said), limits);
  // method.md section 3: always where the limits are on the good side, the target itself included; never where they are wholly on the other.
  test.each<[Partial<Kpi>, string]>([
    [{ target: 6 }, 'always meets it'],
    [{ target: 6.1 }, 'hit or miss'],
    [{ target: 14 }, 'hit or miss'],
    [{ target: 14.1 }, 'always misses it'],
    [{ better: 'lower', target: 14 }, 'always meets it'],
    [{ better: 'lower', target: 6 }, 'hit or miss'],
    [{ better: 'lower', target: 5.9 }, 'always misses it'],
    [{ better: 'in range', low: 6, high: 14 }, 'always meets it'],
    [{ better: 'in range', low: 7, high: 14 }, 'hit or miss'],
    [{ better: 'in range', low: 14.1, high: 20 }, 'always misses it'],
    [{ better: 'in range', low: 1, high: 5.9 }, 'always misses it'],
    [{ better: 'in range', low: 10, high: 10 }, 'no target'],
    [{ better: 'in range', low: null, high: 10 }, 'no target'],
    [{ better: 'in range', low: 10, high: null }, 'no target'],
    [{ target: null }, 'no target'],
  ])('with %j: %s', (said, expected) => expect(meets(said)).toBe(expected));
  test('is too early to tell without limits', () => {
    expect(assurance(kpi('Orders', [], { target: 5 }), null)).toBe('too early to tell');
  });
  test('of targets that move is told by the margins to each', () => {
    const of = (targets: (number | null)[], values: (number | null)[] = quiet(24)) =>
      reviewRegister(register([kpi('Orders', values, { targets })])).kpis[0]!.assurance;
    // By hand: margins of −1, 0, 1 about the gap to the target, limits 2.66 × 4/3 = 3.55 around it.
    const each = (gap: number) => quiet(24).map((_, i) => 10 + i / 10 - gap);
    const climbing = quiet(24).map((value, i) => value + i / 10);
    expect(of(each(4), climbing)).toBe('always meets it');
    expect(of(each(-4), climbing)).toBe('always misses it');
    expect(of(each(3), climbing)).toBe('hit or miss');
    expect(of(Array(24).fill(null))).toBe('no target');
    expect(of([...Array(19).fill(null), 5, 5, 5, 5, 5])).toBe('too early to tell');
    expect(of([...Array(18).fill(null), 5, 5, 5, 5, 5, 5])).toBe('always meets it');
  });
});

describe('limits through the year', () => {
  const limits = { centre: 10, lower: 6, upper: 14 };
  const season = (kind: Season['kind'], effects: number[]) => ({ kind, effects, period: effects.length }) as Season;
  const plain = { centre: 10, lower: 5, upper: 15 };
  test('reach from the lowest place of the season to the highest, and are no narrower than those of the figures', () => {
    expect(throughTheYear(limits, null, plain)).toEqual(limits);
    // By hand: 6 − 3 and 14 + 2.
    expect(throughTheYear(limits, season('additive', [-3, 2]), plain)).toEqual({ centre: 10, lower: 3, upper: 16 });
    expect(throughTheYear(limits, season('additive', [0.5, -0.5]), plain)).toEqual({ centre: 10, lower: 5, upper: 15 });
    // By hand: 6 × 0.5 and 14 × 1.5.
    expect(throughTheYear(limits, season('multiplicative', [0.5, 1.5]), plain)).toEqual({
      centre: 10,
      lower: 3,
      upper: 21,
    });
    // A limit below zero goes further down with the larger factor: −6 × 1.5; one above, 0.5 × −2.
    const below = { centre: -4, lower: -6, upper: -2 };
    const wide = { centre: -4, lower: -5, upper: -2 };
    expect(throughTheYear(below, season('multiplicative', [0.5, 1.5]), wide)).toEqual({
      centre: -4,
      lower: -9,
      upper: -1,
    });
  });
});

test('a period beyond the targets that were set has none', () => {
  const of = kpi('Orders', [], { target: 9, targets: [1, null] });
  expect([0, 1, 2].map(period => aimAt(of, period).target)).toEqual([1, null, null]);
  expect(aimAt(kpi('Orders', [], { target: 9 }), 5).target).toBe(9);
});

test('a share of few orders is not news where the orders are tracked, the same share of many is', () => {
  const returns = [0.05, 0.04, 0.06, 0.05, 0.04, 0.06, 0.05, 0.04, 0.06, 0.05, 0.04, 0.06, 0.2];
  const raised = (last: number) => {
    const orders = kpi('Orders', [...Array(12).fill(1000), last]);
    const rate = kpi('Returns', returns, { better: 'lower', outOf: 'Orders' });
    return reviewRegister(register([rate, orders])).alerts.filter(({ kpi: name }) => name === 'Returns').length;
  };
  expect([raised(5), raised(1000)]).toEqual([0, 1]);
});
