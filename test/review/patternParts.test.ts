import type { ToldAlert } from '../../src/review/alerts/alert';
import type { Judged } from '../../src/review/kpi/replay';
import { crossEpisodes, type MovingChange } from '../../src/review/patterns/cross';
import { carries, episodesOf } from '../../src/review/patterns/episodes';
import type { KpiPattern } from '../../src/review/patterns/pattern';
import { patternAlerts } from '../../src/review/patterns/patternAlerts';
import { SILOS } from '../../src/review/patterns/silos';
import type { Moving } from '../../src/review/score/coherence';
import type { Measure } from '../../src/workbook/sheets/measures';
import { goal, kpi, logged, quiet, register } from './registers';

// Patterns made of changes made by hand; the conditions are method.md section 4.

interface Made {
  measure?: Measure | '';
  function?: string;
  direction?: 'up' | 'down';
  adverse?: boolean;
  since?: number;
  raised?: number;
  over?: number | null;
  list?: ToldAlert['list'];
  experiment?: { ended: boolean };
  years?: number;
  stakes?: number | null;
  size?: number;
  goal?: string | null;
}

const { periods } = register([kpi('Orders', quiet(36))]);
/** A change of a KPI: from the first month on, for the worse, if nothing else is said. */
function change(name: string, made: Made = {}): ToldAlert {
  const {
    direction = 'down',
    adverse = true,
    since = 0,
    raised = since,
    over = null,
    years = 10,
    stakes = null,
  } = made;
  const business = made.function ?? name;
  return {
    list: made.list ?? (adverse ? 'alerts' : 'wins'),
    raised,
    size: made.size ?? 0.5,
    judged: { kpi: kpi(name, [], { measure: made.measure ?? '', function: business }), periods } as unknown as Judged,
    change: { since, direction, over: over === null ? null : { index: over, from: over, how: 'recovered' } },
    alert: {
      kpi: name,
      functions: business ? [business] : [],
      adverse,
      headline: `${name} moved`,
      goal: made.goal ?? null,
      chart: { of: name },
      place: { sheet: name },
      certainty: { years, words: '', sentence: `Once in ${years} years.` },
      stakes: stakes === null ? null : { amount: stakes, currency: '€', once: false, sentence: `€${stakes}` },
      ...(made.experiment ? { kind: 'experiment', ...made.experiment } : { kind: 'shift' }),
    },
  } as unknown as ToldAlert;
}
const moving = (told: ToldAlert, raw: (period: number) => number | null, adjusted = raw): MovingChange => ({
  told,
  momentumAt: period => ({ raw: raw(period), adjusted: adjusted(period) }),
});

describe('a change carries a pattern', () => {
  const at = (period: number, made: Made) => carries(change('Orders', made), period);
  test('from the month in which it is raised until the month before it is over', () => {
    const months = [2, 3, 5, 6].map(period => at(period, { raised: 3, over: 6 }));
    expect(months).toEqual([false, true, true, false]);
    expect(at(35, { raised: 3 })).toBe(true);
  });
  test('unless it is within tolerance, or an experiment that goes on', () => {
    expect(at(5, { list: 'withinTolerance' })).toBe(false);
    expect(at(5, { experiment: { ended: false } })).toBe(false);
    expect(at(5, { experiment: { ended: true } })).toBe(true);
  });
});

describe('an episode', () => {
  const one = change('Deals', { raised: 2, over: 8 });
  const other = change('Churn', { raised: 4, over: 10 });
  const both = (period: number) => (carries(one, period) && carries(other, period) ? [[one], [other]] : null);
  const told = (count: number, sidesAt = both) => episodesOf(count, sidesAt).map(({ raised, over }) => [raised, over]);
  test('begins when both sides are there, and is over when one has nothing left', () => {
    expect(told(12)).toEqual([[4, 8]]);
    expect(told(8)).toEqual([[4, null]]);
    expect(told(5)).toEqual([[4, null]]);
    expect(told(4)).toEqual([]);
  });
  test('begins anew where others take over', () => {
    const next = change('Deals', { raised: 5 });
    const sides = (period: number) => both(period) ?? (period >= 9 && period < 10 ? [[next], [other]] : null);
    expect(told(12, sides)).toEqual([
      [4, 8],
      [9, 10],
    ]);
    const atOnce = (period: number) => both(period) ?? (period >= 8 && period < 10 ? [[next], [other]] : null);
    expect(told(12, atOnce)).toEqual([
      [4, 8],
      [8, 10],
    ]);
  });
});

describe('a pattern between KPIs', () => {
  const pattern = {
    cause: { moved: 'up', measures: ['deals'] },
    harm: { moved: 'worse', measures: ['churn', 'returns'] },
  } as unknown as KpiPattern;
  const deals = (made: Made = {}, raw: (period: number) => number | null = () => 3) =>
    moving(change('Deals', { measure: 'deals', direction: 'up', adverse: false, ...made }), raw);
  const churn = (made: Made = {}, adjusted: (period: number) => number | null = () => -3) =>
    moving(change('Churn', { measure: 'churn', direction: 'up', ...made }), () => 3, adjusted);
  const raised = (...changes: MovingChange[]) => crossEpisodes(pattern, changes, 36).map(episode => episode.raised);

  test('holds from the month in which both have moved by more than 2 since their onset', () => {
    expect(raised(deals(), churn())).toEqual([0]);
    expect(
      raised(
        deals({}, period => (period < 5 ? 2 : 2.1)),
        churn(),
      ),
    ).toEqual([5]);
    expect(
      raised(
        deals(),
        churn({}, period => (period < 7 ? -2 : -2.1)),
      ),
    ).toEqual([7]);
    expect(
      raised(
        deals({}, () => null),
        churn(),
      ),
    ).toEqual([]);
    expect(
      raised(
        deals(),
        churn({}, () => null),
      ),
    ).toEqual([]);
    // What was beyond 2 in one month since the onset has moved; what was so before it has not.
    expect(
      raised(
        deals({ since: 4, raised: 6 }, period => (period === 4 ? 3 : 0)),
        churn(),
      ),
    ).toEqual([6]);
    expect(
      raised(
        deals({ since: 4, raised: 6 }, period => (period === 3 ? 3 : 0)),
        churn(),
      ),
    ).toEqual([]);
  });
  test('holds of changes that began within twelve months of each other', () => {
    expect(raised(deals(), churn({ since: 12 }))).toEqual([12]);
    expect(raised(deals(), churn({ since: 13 }))).toEqual([]);
    expect(raised(deals({ since: 13 }), churn())).toEqual([]);
  });
  test('takes each side by measure and by direction', () => {
    expect(raised(deals({ measure: 'leads' }), churn())).toEqual([]);
    expect(raised(deals({ direction: 'down' }), churn())).toEqual([]);
    expect(raised(deals(), churn({ adverse: false }))).toEqual([]);
    expect(raised(deals({ adverse: true }), churn({ measure: 'returns' }))).toEqual([0]);
    expect(raised(deals())).toEqual([]);
    expect(raised(churn())).toEqual([]);
  });
  test('down is of the figure, whatever is better', () => {
    const down = { ...pattern, harm: { moved: 'down', measures: ['churn'] } } as unknown as KpiPattern;
    const fell = (raw: number) =>
      moving(
        change('Churn', { measure: 'churn', adverse: false }),
        () => raw,
        () => 9,
      );
    expect(crossEpisodes(down, [deals(), fell(-3)], 36)).toHaveLength(1);
    expect(crossEpisodes(down, [deals(), fell(-2)], 36)).toEqual([]);
  });
  test('names only those that met: another that began years before is another story', () => {
    const [first] = crossEpisodes(
      pattern,
      [deals({ since: 20 }), churn({ since: 20 }), churn({ measure: 'returns' })],
      36,
    );
    expect(first!.sides.map(side => side.length)).toEqual([1, 1]);
  });
});

describe('Silos', () => {
  const strategy = register([]).strategy;
  const of = (name: string, momentum: number | null, said: { weight?: number } = {}): Moving => ({
    kpi: kpi(name, [], { function: name, ...said }),
    momentumAt: () => ({ raw: momentum, adjusted: momentum }),
  });
  const changes = [change('Sales', { adverse: false, direction: 'up' }), change('Kitchen')];
  const holds = (told: ToldAlert[], ...functions: Moving[]) => SILOS.episodes(functions, told, strategy, 3).length > 0;
  // The coherence by hand: (5 − m) / (5 + m); its bound is a quarter.
  test('is a coherence under a quarter, either way', () => {
    expect(holds(changes, of('Sales', 5), of('Kitchen', -5))).toBe(true);
    expect(holds(changes, of('Sales', 5), of('Kitchen', -3.1))).toBe(true);
    expect(holds(changes, of('Sales', 5), of('Kitchen', -3))).toBe(false);
    expect(holds(changes, of('Sales', 3.1), of('Kitchen', -5))).toBe(true);
    expect(holds(changes, of('Sales', 3), of('Kitchen', -5))).toBe(false);
  });
  test('is carried by a change for the worse where it gets worse, and one for the better where it gets better', () => {
    expect(holds([changes[0]!], of('Sales', 5), of('Kitchen', -5))).toBe(false);
    expect(holds([changes[1]!], of('Sales', 5), of('Kitchen', -5))).toBe(false);
    expect(holds(changes, of('Sales', -5), of('Kitchen', 5))).toBe(false);
    const crossed = [change('Kitchen', { adverse: false }), change('Sales')];
    expect(holds(crossed, of('Sales', 5), of('Kitchen', -5))).toBe(false);
  });
  test('takes a function that stands still for neither side', () => {
    // Sales is better in a change, but its momentum is 0; others pull Kitchen and Bar apart.
    expect(holds(changes, of('Sales', 0), of('Kitchen', -5), of('Bar', 5))).toBe(false);
    const still = [change('Bar', { adverse: false }), change('Sales')];
    expect(holds(still, of('Sales', 0), of('Kitchen', -5), of('Bar', 5))).toBe(false);
  });
  test('is not told of moves that chance makes, of one function, or of KPIs without one', () => {
    expect(holds(changes, of('Sales', 1), of('Kitchen', -1))).toBe(false);
    expect(holds(changes, of('Sales', 5), of('Kitchen', null))).toBe(false);
    expect(holds(changes, of('Sales', 5), of('Kitchen', -5, { weight: 0 }))).toBe(false);
    const nameless = changes.map(one => ({ ...one, judged: { kpi: { ...one.judged.kpi, function: '' } } as Judged }));
    expect(holds(nameless, of('Sales', 5), of('Kitchen', -5))).toBe(false);
  });
});

describe('a pattern as it is told', () => {
  const names = ['Deals', 'Churn', 'Returns'];
  const measures: Measure[] = ['deals', 'churn', 'returns'];
  const tell = (made: Made[], settings: Parameters<typeof register>[1] = {}) => {
    const told = made.map((one, i) =>
      change(names[i]!, {
        measure: measures[i]!,
        function: 'Sales',
        direction: 'up',
        adverse: i > 0,
        ...one,
      }),
    );
    const judged = told.map(one => one.judged);
    const momenta = told.map(({ alert }) => () => ({ raw: 3, adjusted: alert.adverse ? -3 : 3 }));
    return patternAlerts(judged, told, momenta, register([kpi('Orders', quiet(36))], settings));
  };

  test('is since both sides have moved, new in the month in which it is raised, and over when one side is', () => {
    const [first] = tell([{ since: 3 }, { since: 7, raised: 9 }]);
    expect(first!.alert).toMatchObject({
      id: 'Winning the sale, losing the customer 2024-08-01',
      since: '2024-08-01',
      raised: '2024-10-01',
      state: 'open',
      headline: 'Winning the sale, losing the customer: Deals up, Churn worse since Aug 2024',
      evidence: ['Churn moved', 'Deals moved'],
      kpis: ['Churn', 'Deals'],
      functions: ['Sales'],
      chart: { of: 'Churn' },
      others: [{ kpi: 'Deals', chart: { of: 'Deals' } }],
      place: { sheet: 'Churn' },
    });
    expect(tell([{ since: 3 }, { since: 7, raised: 35 }])[0]!.alert.state).toBe('new');
    const [over] = tell([
      { since: 3, over: 20 },
      { since: 7, stakes: 5 },
    ]);
    expect(over!.alert).toMatchObject({
      state: 'over',
      stakes: null,
      headline: expect.stringMatching(/, until Sep 2025$/),
    });
  });

  test('is as certain as the surest of its weaker side', () => {
    const certainty = (...years: number[]) => tell(years.map(one => ({ years: one })))[0]!.alert.certainty;
    expect(certainty(30, 10)).toMatchObject({
      years: 10,
      sentence: 'Only as certain as its weaker side, Churn. Once in 10 years.',
    });
    expect(certainty(7, 10)).toMatchObject({ years: 7, sentence: expect.stringContaining('side, Deals.') });
    expect(certainty(30, 10, 20)).toMatchObject({ years: 20, sentence: expect.stringContaining('side, Returns.') });
    expect(certainty(30, 20, 10)).toMatchObject({ years: 20, sentence: expect.stringContaining('side, Churn.') });
  });

  test('has the largest stakes and size of what suffers, and the first goal that is named', () => {
    const [one] = tell([
      { stakes: 900, size: 0.9 },
      { stakes: 40, size: 0.2, goal: 'Grow' },
      { stakes: 70, size: 0.3 },
    ]);
    expect(one).toMatchObject({ size: 0.3, alert: { stakes: { amount: 70 }, goal: 'Grow' } });
    const [other] = tell([{ goal: 'Sell' }, { stakes: 70 }, { stakes: 40 }], { goals: [goal('Sell')] });
    expect(other).toMatchObject({ alert: { stakes: { amount: 70 }, goal: 'Sell' } });
    expect(tell([{}, {}])[0]!.alert).toMatchObject({ stakes: null, goal: null });
  });

  test('of a second time since the same month has a name of its own', () => {
    // Churn was over after a year and rose again, while Deals stayed up since the eleventh month.
    const told = [
      change('Deals', { measure: 'deals', direction: 'up', adverse: false, since: 10, function: 'Sales' }),
      change('Churn', { measure: 'churn', direction: 'up', since: 3, over: 14, function: 'Sales' }),
      change('Returns', { measure: 'returns', direction: 'up', since: 4, raised: 16, function: 'Sales' }),
    ];
    const judged = told.map(one => one.judged);
    const momenta = told.map(({ alert }) => () => ({ raw: 3, adjusted: alert.adverse ? -3 : 3 }));
    const all = patternAlerts(judged, told, momenta, register([kpi('Orders', quiet(36))]));
    expect(all.map(({ alert }) => alert.id)).toEqual([
      'Winning the sale, losing the customer 2024-11-01',
      'Winning the sale, losing the customer 2024-11-01 2025-05-01',
    ]);
  });

  test('keeps a decision that names one of its KPIs or none, and no other', () => {
    const decided = (kpis: string) => {
      const log = [
        {
          ...logged('Winning the sale, losing the customer 2024-08-01', 'act', null),
          kpi: kpis,
          period: periods[9]!.start,
        },
      ];
      return tell([{ since: 3 }, { since: 7 }], { log })[0]!.alert.decision?.decision ?? null;
    };
    expect(['', 'Churn, Deals', 'churn', 'Visits'].map(decided)).toEqual(['act', 'act', 'act', null]);
  });
});
