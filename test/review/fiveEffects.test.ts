import { reviewRegister } from '../../src/review/review';
import type { Effect } from '../../src/review/types';
import type { Kpi } from '../../src/workbook/register';
import { afterMonths, goal, kpi, logged, quiet, register } from './registers';

const effects = (kpis: Kpi[], settings: Parameters<typeof register>[1] = {}): Effect[] =>
  reviewRegister(register(kpis, settings)).fiveEffects;
const effect = (name: Effect['name'], kpis: Kpi[], settings: Parameters<typeof register>[1] = {}): Effect =>
  effects(kpis, settings).find(one => one.name === name)!;

test('all five stand there, and say what they would need where there is no data', () => {
  const all = effects([]);
  expect(all.map(({ name }) => name)).toEqual(['synergy', 'noise', 'adaptive capacity', 'cohesion', 'resources']);
  for (const { value, sentence, needs } of all) {
    expect({ value, sentence }).toEqual({ value: null, sentence: '' });
    expect(needs).toMatch(/^[A-Z0-9].*\.$/);
  }
});

describe('synergy', () => {
  /** Twelve months at one level and three at another, with next to no routine variation. */
  const step = (before: number, after: number) =>
    Array.from({ length: 15 }, (_, i) => (i < 12 ? before : after) * (1 + [0, 1e-9, -1e-9][i % 3]!));
  const funnel = (factors: [string, number, number][]) =>
    factors.map(([measure, before, after]) => kpi(measure, step(before, after), { measure, goal: '' }));

  test('is that of the method’s funnel', () => {
    const kpis = funnel([
      ['leads', 400, 440],
      ['lead quality', 0.25, 0.28],
      ['conversion', 0.2, 0.22],
      ['order value', 120, 126],
    ]);
    const { value, sentence, needs, parts } = effect('synergy', kpis);
    expect(value).toBeCloseTo(0.1252128, 6); // method.md section 6
    expect(sentence).toBe(
      'Synergy: 13% of the funnel’s gain is what leads, lead quality, conversion and order value added together, beyond what each would have added alone.',
    );
    expect(needs).toBe('');
    expect(parts[0]).toMatchObject({ name: 'leads', text: '440 after 400' });
  });
  test('is algebra where only one step is up, or the funnel fell', () => {
    const one = effect(
      'synergy',
      funnel([
        ['leads', 400, 440],
        ['conversion', 0.2, 0.2],
      ]),
    );
    expect(one.sentence).toBe('No synergy: the funnel rose, but its steps did not add to each other.');
    const fallen = effect(
      'synergy',
      funnel([
        ['leads', 400, 300],
        ['conversion', 0.2, 0.1],
      ]),
    );
    expect(fallen.sentence).toBe('No synergy: the funnel as a whole fell.');
    expect(fallen.needs).toBe('KPIs with the Measure lead quality and order value, with nine figures each.');
  });
  test('needs two steps of the funnel', () => {
    expect(effect('synergy', funnel([['leads', 400, 440]]))).toMatchObject({ value: null, sentence: '' });
  });
});

describe('noise', () => {
  test('is all there is to a KPI that never changed, and little of one whose level moved', () => {
    expect(effect('noise', [kpi('Orders', quiet(24))])).toMatchObject({ value: 1 });
    const { value, parts } = effect('noise', [kpi('Orders', [...quiet(12), ...quiet(12, 20)])]);
    // by hand: 2/3 within each level, and 25 = (10/2)² between them: 16 / (16 + 24 × 25)
    expect(value).toBeCloseTo(16 / 616, 6);
    expect(parts).toMatchObject([{ name: 'Orders', text: '3% unexplained' }]);
  });
  test('lists the noisiest KPI first, and is the middle one for the workbook', () => {
    const [moved, quietOne] = [kpi('Orders', [...quiet(12), ...quiet(12, 20)]), kpi('Visits', quiet(24))];
    const { value, parts } = effect('noise', [moved, quietOne]);
    expect(parts.map(({ name }) => name)).toEqual(['Visits', 'Orders']);
    // by hand: halfway between 1 and 16 / 616
    expect(value).toBeCloseTo((1 + 16 / 616) / 2, 6);
  });
  test('needs figures that vary', () => {
    expect(effect('noise', [kpi('Orders', Array(24).fill(3))])).toMatchObject({ value: null, needs: /.*/ });
  });
});

describe('adaptive capacity', () => {
  const ID = 'Orders spike down 2026-01-01';
  const orders = kpi('Orders', [...quiet(24), ...quiet(6, 4), ...quiet(6)]);
  const capacity = (log: Parameters<typeof logged>[]) =>
    effect('adaptive capacity', [orders], { log: log.map(entry => logged(...entry)) });
  test('is the months from alert to the first decision, and from there until it is over', () => {
    // by hand: raised in January, decided on 2 April, when March was closed; back from July to September, over in September
    const { value, sentence, parts, needs } = capacity([
      [ID, 'act', afterMonths(27) + 1],
      [ID, 'watch', afterMonths(28)],
    ]);
    expect(parts.map(part => [part.name, part.value])).toEqual([
      ['from alert to decision', 2],
      ['from decision to over', 6],
    ]);
    expect(value).toBe(8);
    expect(sentence).toBe('It takes 2 months from alert to decision, 6 months from decision to over.');
    expect(needs).toBe('');
  });
  test('does not take an accepted level for a recovery', () => {
    const { parts, needs } = capacity([[ID, 'accept', afterMonths(26)]]);
    expect(parts.map(part => [part.name, part.value])).toEqual([['from alert to decision', 1]]);
    expect(needs).toBe('An alert that was over after its decision.');
  });
  test('needs decisions', () => {
    expect(capacity([])).toMatchObject({ value: null, needs: 'Decisions in the Compass Log, with their dates.' });
  });
});

describe('cohesion', () => {
  test('is what a pulse survey agrees on', () => {
    const { value, sentence, needs } = effect('cohesion', [kpi('Pulse', [0.7, 0.75], { measure: 'agreement' })]);
    expect(value).toBe(0.75);
    expect(sentence).toBe('Agreement: 0.75.');
    expect(needs).toBe('Two business functions that each have a KPI with nine figures.');
  });
  test('is coherence where there is no survey', () => {
    const kpis = ['Sales', 'Kitchen'].map(name => kpi(name, [...quiet(24), ...quiet(3, 15)], { function: name }));
    const { value, sentence, needs } = effect('cohesion', kpis);
    expect(value).toBeCloseTo(1, 12);
    expect(sentence).toMatch(/^Improving together: /);
    expect(needs).toBe('A pulse survey: a KPI with the Measure agreement.');
  });
});

describe('resources', () => {
  test('are the part of the money that is not where the weights say', () => {
    const goals = [goal('One', { weight: 3, spend: 500 }), goal('Two', { spend: 500 }), goal('Three')];
    expect(effect('resources', [], { goals })).toMatchObject({
      value: 0.25,
      sentence: '25% of the money, about €250, is not where the goals’ weights say.',
      needs: 'The Spend of Three.',
    });
  });
});
