import { driftVerdict, isAdverse } from '../../src/drift';
import { history } from './series';

const dropped = history(21, 30, [18, -4]);
const rose = history(21, 30, [18, 4]);

describe('the verdict on a KPI', () => {
  test('is too early to tell below six periods', () => {
    expect(driftVerdict([1, 2, 3, 4, 5])).toEqual({ verdict: 'too early to tell', since: null });
  });
  test('is steady where nothing changed', () => {
    expect(driftVerdict(history(4, 24))).toEqual({ verdict: 'steady', since: null });
  });
  test('is worse for fewer tickets and better for less waste', () => {
    expect(driftVerdict(dropped, 'higher')).toEqual({ verdict: 'worse', since: 18 });
    expect(driftVerdict(dropped, 'lower')).toEqual({ verdict: 'better', since: 18 });
    expect(driftVerdict(rose, 'lower')).toEqual({ verdict: 'worse', since: 18 });
  });
  test('in range is worse away from the band and better towards it', () => {
    expect(driftVerdict(dropped, 'in range', { low: -2, high: 2 }).verdict).toBe('worse');
    expect(driftVerdict(dropped, 'in range', { low: -6, high: -3 }).verdict).toBe('better');
    expect(driftVerdict(dropped, 'in range').verdict).toBe('changed');
  });
  test('is steady again after a recovery', () => {
    expect(driftVerdict([10, 11, 9, 10, 11, 9, 10, 11, 9, 2, 10, 11, 9]).verdict).toBe('steady');
  });
  test('is too early to tell just after a new level was accepted', () => {
    const accepted = [{ from: 25, after: 29 }];
    expect(driftVerdict(dropped, 'higher', {}, { accepted }).verdict).toBe('too early to tell');
  });
});

describe('in range', () => {
  const band = { low: 10, high: 20 };
  test('a level inside the band gets worse either way', () => {
    expect(isAdverse({ direction: 'up', oldLevel: 15, newLevel: 18 }, 'in range', band)).toBe(true);
    expect(isAdverse({ direction: 'down', oldLevel: 15, newLevel: 12 }, 'in range', band)).toBe(true);
  });
  test('a level that overshoots the band ends further away, and is worse', () => {
    expect(isAdverse({ direction: 'up', oldLevel: 8, newLevel: 19 }, 'in range', band)).toBe(false);
    expect(isAdverse({ direction: 'up', oldLevel: 8, newLevel: 25 }, 'in range', band)).toBe(true);
  });
});
