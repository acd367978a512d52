import { driftChanges, driftSignals } from '../../src/drift';
import { wheelerRules } from '../../src/drift/changes/rules';
import { assurance } from '../../src/review/kpi/assurance';
import { kpi } from '../review/registers';
import { history } from './series';

const quiet = [10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9];

/** Each is a bug that users of another tool have reported; the report is named. */
describe('what other tools got wrong', () => {
  test('a falling trend is told like a rising one (nhs-r-community/NHSRplotthedots #167)', () => {
    const rising = [...quiet, 11, 12, 13, 14, 15, 16, 17];
    const falling = rising.map(value => 20 - value);
    const [up] = driftSignals(rising);
    const [down] = driftSignals(falling);
    expect(up).toMatchObject({ direction: 'up' });
    expect(up!.index).toBeLessThan(rising.length - 1);
    expect(down).toEqual({ ...up, direction: 'down' });
  });
  test('points near opposite limits are no signal together (nhs-r-community/NHSRplotthedots #143)', () => {
    const swings = [...quiet, 12.4, 7.6, 12.4];
    // by hand: limits 10 ± 2.66 × 16/11 = 6.13 and 13.87 of the quiet year, halfway 8.07 and 11.93
    const limits = { centre: 10, lower: 6.13, upper: 13.87 };
    expect(wheelerRules(swings, limits)).toEqual([]);
    expect(wheelerRules([...quiet, 12.4, 12.4, 12.4], limits)).toMatchObject([
      { rule: 'three of four', direction: 'up', points: [12, 13, 14] },
    ]);
    expect(driftSignals(swings)).toEqual([]);
  });
  test('a verdict does not come from rounded numbers (soxoj/maigret #2788)', () => {
    const onTime = kpi('On time', [], { target: 0.9 });
    // 89.96 % and 90 % both show as 90 %
    expect(assurance(onTime, { centre: 0.93, lower: 0.8996, upper: 0.9604 })).toBe('hit or miss');
    expect(assurance(onTime, { centre: 0.93, lower: 0.9, upper: 0.96 })).toBe('always meets it');
    expect(assurance(onTime, { centre: 0.87, lower: 0.8404, upper: 0.8996 })).toBe('always misses it');
    const dropped = [...quiet, 4.96, 4.97, 4.95, 4.96];
    expect(driftSignals(dropped, { target: 5 })[0]).toMatchObject({ direction: 'down', onTarget: false });
  });
  test('a missing month is no month of zero, at the end least of all (chaos-genius/chaos_genius #418)', () => {
    const tickets = history(4, 24).map(v => 400 + 10 * v);
    expect(driftSignals([...tickets, null, null])).toEqual([]);
    expect(driftSignals([null, null, ...tickets.slice(0, 11), null, ...tickets.slice(11)])).toEqual([]);
    expect(driftSignals([...tickets, 0])).toMatchObject([{ direction: 'down', index: 24 }]);
  });
  test('twice as many of next to none is no news (getsentry/sentry #45489)', () => {
    const returns = [2, 3, 1, 2, 4, 2, 1, 3, 2, 2, 3, 1];
    // three, four, five times last month's
    for (const last of [3, 4, 5]) expect(driftSignals([...returns, last], { better: 'lower' })).toEqual([]);
    expect(driftSignals([...returns, 40], { better: 'lower' })).toMatchObject([{ direction: 'up', index: 12 }]);
  });
  test('an alert is not repeated after its recovery, nor on its anniversaries (grafana/synthetic-monitoring-app #231)', () => {
    for (let seed = 0; seed < 20; seed++) {
      const sales = history(seed, 72).map((noise, month) => (month === 30 ? 0 : 100 + 5 * noise));
      const down = driftChanges(sales, { falseAlarms: 0.02 }).filter(change => change.direction === 'down');
      const closed = down.filter(change => change.since === 30);
      expect(closed).toMatchObject([{ index: 30, over: { index: 33, how: 'recovered' } }]);
      expect(down.filter(change => [42, 54, 66].includes(change.index))).toEqual([]);
    }
  });
});
