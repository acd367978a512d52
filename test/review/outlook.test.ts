import { cutting } from '../../src/drift/breaks/breaks';
import { outlookOf } from '../../src/review/kpi/outlook';
import type { KpiChange } from '../../src/review/kpi/replay';
import { reviewRegister } from '../../src/review/review';
import type { Kpi } from '../../src/workbook/register';
import { history } from '../drift/series';
import { change, judged, over, periods } from './madeChanges';
import { kpi, register } from './registers';

const outlook = (values: (number | null)[], said: Partial<Kpi>) =>
  reviewRegister(register([kpi('Delivery', values, said)])).kpis[0]!.outlook;
/** Days of delivery that get fewer by a tenth every month, from 10 on, with noise of 0.05. */
const faster = history(7, 36).map((noise, month) => 10 - 0.1 * month + 0.05 * noise);

describe('where a trend leads', () => {
  test('is told in periods to the target, with an interval', () => {
    // by hand: at 6.5 in the newest month, 5.5 is ten months away
    expect(outlook(faster, { better: 'lower', target: 5.5 })).toMatch(
      /^At this pace, by about 0\.(1|09\d) a month, it reaches its target of 5\.5 in about 1[01] months \(80 % likely: (9|10|11) to 1[12]\)\.$/,
    );
  });
  test('is told where it leads away from the target', () => {
    expect(outlook(faster, { better: 'higher', target: 12 })).toMatch(
      /^It is moving away from its target of 12, by about 0\.(1|09\d) a month\.$/,
    );
  });
  test('is told where the target is met, and will not be', () => {
    expect(outlook(faster, { better: 'higher', target: 5 })).toMatch(
      /^It meets its target of 5, but is moving towards missing it, by about/,
    );
  });
  test('is not told of a target that is met and stays so, without target or band only, without a trend, or of old figures', () => {
    expect(outlook(faster, { better: 'lower', target: 8 })).toBe('');
    expect(outlook(faster, { better: 'lower' })).toBe('');
    expect(outlook(faster, { better: 'in range', low: 4, high: 5 })).toBe('');
    expect(outlook(history(8, 36), { target: 5 })).toBe('');
    const others = kpi('Orders', [...faster, 1, 1, 1]);
    const old = register([kpi('Delivery', [...faster, null, null, null], { better: 'lower', target: 5.5 }), others]);
    expect(reviewRegister(old).kpis[0]!.outlook).toBe('');
  });
  test('is not drawn out further than five years', () => {
    // by hand: from 6.5 to −90 a tenth a month takes eighty years
    expect(outlook(faster, { better: 'lower', target: -90, floor: 20 })).toMatch(
      /too slowly to get there in 5 years\.$/,
    );
  });
});

describe('an outlook by hand', () => {
  // A line by 1 a month that ends at 135, two above and two below it in turn; the intervals by numpy, from Fieller's equation.
  const zigzag = Array.from({ length: 36 }, (_, i) => 100 + i + (i % 2 ? -2 : 2));
  const told = (said: Partial<Kpi>, values: (number | null)[] = zigzag, changes: KpiChange[] = []) =>
    outlookOf(
      judged(values, said, { periods: periods.slice(0, values.length), cuts: cutting(values, 1), changes }),
      'month',
    );
  const pace = 'by about 1 a month';

  test('is when the target is reached, in whole periods, between its earliest and latest', () => {
    // 8.8 to 11.3 months; of what is less than a month away, one.
    expect(told({ target: 145 })).toBe(
      `At this pace, ${pace}, it reaches its target of 145 in about 10 months (80 % likely: 9 to 12).`,
    );
    expect(told({ target: 135.3 })).toMatch(/in about 1 month \(80 % likely: 1 to 2\)\.$/);
    // 58.7 to 65.5 months: the latest is beyond five years.
    expect(told({ target: 197 })).toBe(
      `At this pace, ${pace}, it reaches its target of 197 in about 62 months (59 at the earliest; the latest date can’t be estimated).`,
    );
    expect(told({ target: 215 })).toBe(
      `It is moving towards its target of 215, ${pace}: too slowly to get there in 5 years.`,
    );
  });
  test('is that it moves away, or towards missing what it meets', () => {
    expect(told({ better: 'lower', target: 120 })).toBe(`It is moving away from its target of 120, ${pace}.`);
    expect(told({ better: 'lower', target: 140 })).toBe(
      `It meets its target of 140, but is moving towards missing it, ${pace}.`,
    );
  });
  test('is nothing where the target is met and more, moves itself, or is none; nor without a slope or of old figures', () => {
    expect(told({ target: 120 })).toBe('');
    expect(told({ target: 145, targets: [] })).toBe('');
    expect(told({ target: null })).toBe('');
    expect(told({ better: 'in range', target: 145, low: 1, high: 2 })).toBe('');
    expect(told({ target: 145 }, Array(36).fill(100))).toBe('');
    expect(
      told(
        { target: 145 },
        Array.from({ length: 36 }, (_, i) => 100 + (i % 2)),
      ),
    ).toBe('');
    expect(told({ target: 145 }, [...zigzag, null])).not.toBe('');
    expect(told({ target: 145 }, [...zigzag, null, null])).toBe('');
    expect(told({ target: 145 }, [null, null])).toBe('');
  });
  test('looks from the onset of an open change on, if figures move since; what is over is no matter', () => {
    const risen = change({ direction: 'up', since: 12, oldLevel: 100, newLevel: 110 });
    expect(told({ target: 145 }, zigzag, [risen])).toMatch(/^At this pace, by about 1 a month/);
    const rests = [...zigzag.slice(0, 24), ...Array.from({ length: 12 }, (_, i) => 160 + (i % 2))];
    expect(told({ target: 300 }, rests, [{ ...risen, since: 24 }])).toBe('');
    expect(told({ target: 145 }, zigzag, [{ ...risen, rule: 'spike', since: 35, newLevel: 400 }])).toBe('');
    expect(told({ target: 145 }, zigzag, [{ ...risen, over: over('accepted') }])).toMatch(/^At this pace/);
  });
});
