import fc from 'fast-check';
import { reviewRegister } from '../../src/review/review';
import type { Alert, KpiAlert } from '../../src/review/types';
import type { Kpi } from '../../src/workbook/register';
import { history } from '../drift/series';
import { afterMonths, isOfKpi, kpi, register } from './registers';

/** A year and more of quiet, then a step, a slide, a spike, an excursion that ends, or nothing, of any size. */
const story = fc
  .record({
    seed: fc.integer(),
    from: fc.integer({ min: 7, max: 30 }),
    by: fc.constantFrom(-9, -4, -2, 2, 4, 9),
    form: fc.constantFrom('step' as const, 'slide' as const, 'spike' as const, 'excursion' as const, 'season' as const),
  })
  .map(({ seed, from, by, form }) => {
    const moved = (month: number): number => {
      const since = month - from;
      if (form === 'season') return 6 * Math.sin((2 * Math.PI * month) / 12) + (since >= 0 ? by : 0);
      if (since < 0) return 0;
      return {
        step: by,
        slide: (by / 8) * (since + 1),
        spike: since === 0 ? 2 * by : 0,
        excursion: since < 5 ? by : 0,
      }[form];
    };
    return history(seed, 36).map((noise, month) => 50 + noise + moved(month));
  });
const said: Partial<Kpi>[] = [
  {},
  { better: 'lower' },
  { better: 'in range', low: 45, high: 55 },
  { low: 46, high: 54 },
];
const experiment: Partial<Kpi> = { experimentUntil: afterMonths(40) };

const toldAfter = (months: number, values: (number | null)[], of: Partial<Kpi>): KpiAlert[] => {
  const { alerts, wins } = reviewRegister(register([kpi('Orders', values, of)], { today: afterMonths(months) }));
  return [...alerts.filter(isOfKpi), ...wins];
};

describe('an alert of any kind, from month to month', () => {
  test('keeps its identity, its onset and its certainty, and moves only forward from new to over', () => {
    const order: Alert['state'][] = ['new', 'open', 'decided', 'over'];
    fc.assert(
      fc.property(story, fc.constantFrom(...said, experiment), (values, of) => {
        let known = new Map<string, KpiAlert>();
        for (let months = 6; months <= 36; months++) {
          const now = new Map(toldAfter(months, values, of).map(alert => [alert.id, alert]));
          for (const [id, before] of known) {
            const after = now.get(id)!;
            expect(after).toMatchObject({ since: before.since, raised: before.raised, direction: before.direction });
            expect(after.certainty.years).toBeGreaterThanOrEqual(before.certainty.years);
            expect(order.indexOf(after.state)).toBeGreaterThanOrEqual(order.indexOf(before.state));
          }
          for (const [id, alert] of now) {
            if (!known.has(id)) expect(alert.state).toBe('new');
          }
          known = now;
        }
      }),
      { numRuns: 40 },
    );
  });
  test('is told the same with figures that are not known yet, or not there', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 8, max: 35 }), (values, months) => {
        const cut = values.slice(0, months);
        expect(toldAfter(months, values, {}).map(({ chart, ...alert }) => alert)).toEqual(
          toldAfter(months, cut, {}).map(({ chart, ...alert }) => alert),
        );
      }),
      { numRuns: 40 },
    );
  });
});

test('figures in another unit throughout change nothing but what is written', () => {
  fc.assert(
    fc.property(story, fc.constantFrom(0.01, 1000, 3), (values, unit) => {
      const plain = toldAfter(36, values, {});
      const scaled = toldAfter(
        36,
        values.map(value => unit * value),
        {},
      );
      const same = ({ id, kind, state, since, raised, certainty, explain }: Alert) => ({
        id,
        kind,
        state,
        since,
        raised,
        words: certainty.words,
        explain,
      });
      expect(scaled.map(same)).toEqual(plain.map(same));
      scaled.forEach((alert, i) => {
        expect(alert.newLevel / unit).toBeCloseTo(plain[i]!.newLevel, 6);
        expect(alert.chart.regimes).toHaveLength(plain[i]!.chart.regimes.length);
      });
    }),
    { numRuns: 40 },
  );
});
