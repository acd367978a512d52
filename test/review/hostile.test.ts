import fc from 'fast-check';
import { reviewRegister } from '../../src/review/review';
import type { Kpi, LogEntry } from '../../src/workbook/register';
import { MEASURES } from '../../src/workbook/sheets/measures';
import { afterMonths, goal, kpi, logged, register } from './registers';

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(1e150, -1e150, 5e-324, -0) },
);
const optional = fc.oneof(fc.constant(null), fc.double({ min: -100, max: 100, noNaN: true }));
const anyKpi: fc.Arbitrary<Kpi> = fc
  .record({
    values: fc.array(figure, { maxLength: 40 }),
    better: fc.constantFrom('higher' as const, 'lower' as const, 'in range' as const),
    target: optional,
    low: optional,
    high: optional,
    floor: optional,
    weight: fc.constantFrom(0, 1, 2.5),
    function: fc.constantFrom('', 'Sales', 'sales', 'Service', 'Kitchen'),
    measure: fc.constantFrom(...MEASURES, ''),
    goal: fc.constantFrom('', 'Grow', 'Gone'),
    worth: optional,
    outOf: fc.constantFrom('', 'Orders', 'Nothing'),
    name: fc.constantFrom('Orders', '=1+1', 'constructor', '__proto__', 'Été “2026”'),
    format: fc.constantFrom('General', '0.0%', '#,##0.00 "kg"', '[$€-407] #,##0', 'yyyy-mm-dd', '"', '0;;;@', ''),
    unit: fc.constantFrom('', '€', '%', 'days'),
    cadence: fc.constantFrom(undefined, undefined, 'quarter' as const),
    experimentUntil: fc.constantFrom(null, afterMonths(6), afterMonths(100)),
  })
  .map(({ values, name, ...said }) => kpi(name, values, said));
const anyEntry: fc.Arbitrary<LogEntry> = fc
  .record({
    month: fc.integer({ min: 1, max: 40 }),
    kind: fc.constantFrom('decision' as const, 'level' as const, 'target' as const, 'review' as const),
    due: fc.constantFrom(null, 0, afterMonths(3)),
    old: fc.constantFrom(null, 'ten', 10, 0, -5),
    decision: fc.constantFrom('accept' as const, 'dismiss' as const, '' as const),
    date: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 40 }).map(afterMonths)),
  })
  .map(({ month, kind, decision, date, due, old }) => {
    const period = afterMonths(month);
    const day = new Date((period - 25569) * 86_400_000).toISOString().slice(0, 10);
    return { ...logged(`Orders shift down ${day}`, decision, date), kind, kpi: 'Orders', period, due, old };
  });

const anyGoal = fc
  .record({
    weight: fc.constantFrom(0, 1, 2.5),
    spend: fc.constantFrom(null, 0, 100, 1e150),
    name: fc.constantFrom('Grow', 'Be kind'),
  })
  .map(({ name, ...said }) => goal(name, said));

test('whatever stands in the sheets, there is a review, every number in it finite', () => {
  fc.assert(
    fc.property(
      fc.array(anyKpi, { maxLength: 4 }),
      fc.array(anyEntry, { maxLength: 8 }),
      fc.array(anyGoal, { maxLength: 3 }),
      (kpis, log, goals) => {
        const review = reviewRegister(register(kpis, { log, goals }));
        const text = JSON.stringify(review, (_, value) => {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          if (typeof value === 'string') expect(value).not.toMatch(/NaN|undefined|Infinity/);
          return value;
        });
        expect(JSON.parse(text)).toBeDefined();
        const { score, functions } = review.score;
        const lost = functions.reduce((sum, f) => sum + f.lost, 0);
        if (score !== null) expect(lost).toBeCloseTo(100 - Number(score.toFixed(1)), 6);
        for (const f of functions) expect(f.kpis.reduce((sum, k) => sum + k.lost, 0)).toBeCloseTo(f.lost, 6);
      },
    ),
    { numRuns: 150 },
  );
});
