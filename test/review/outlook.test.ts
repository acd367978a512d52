import { reviewRegister } from '../../src/review/review';
import type { Kpi } from '../../src/workbook/register';
import { history } from '../drift/series';
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
