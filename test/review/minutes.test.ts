import { costOfDrifts } from '../../src/review/meeting/cost';
import { minutesAsMarkdown, minutesAsText, minutesOf, scoreLine, summaryOf } from '../../src/review/meeting/minutes';
import { minutesSheet } from '../../src/review/meeting/minutesSheet';
import type { FollowUp } from '../../src/review/meeting/types';
import { reviewRegister } from '../../src/review/review';
import type { Alert, Decided, KpiAlert, PlanEntry, Review } from '../../src/review/types';
import { emptySnapshot } from '../../src/workbook/snapshot';
import { isOfKpi, kpi, quiet, register } from './registers';

// Expected texts are what a person would write down of such a meeting, word by word.

const { alerts, plan, ...seen } = reviewRegister(register([kpi('Orders', [...quiet(24), ...quiet(3, 4)])]));
const alert = alerts.find(isOfKpi)!;
const told = (headline: string, said: Partial<KpiAlert> = {}) =>
  ({ ...alert, id: headline, headline, ...said }) as Alert;
const win = (headline: string, said: Partial<KpiAlert> = {}) => told(headline, { adverse: false, ...said }) as KpiAlert;
const decided = (decision: string, said: Partial<Decided> = {}): Decided => ({
  decision,
  date: '2026-04-01',
  note: '',
  by: '',
  action: '',
  owner: '',
  due: null,
  ...said,
});
const followUp = (said: Partial<FollowUp>): FollowUp => ({
  id: '',
  place: { sheet: 'Compass Log' },
  decision: 'act',
  date: '2026-03-02',
  by: '',
  about: 'Waste rose',
  kpi: null,
  action: '',
  owner: '',
  due: null,
  note: '',
  state: 'due',
  helped: null,
  effect: '',
  chart: null,
  ...said,
});
const score = (name: string, own: number | null) => ({ name, score: own, weight: 1, lost: 0, kpis: [] });
const review: Review = {
  ...seen,
  asOf: '2026-04-01',
  newest: { date: '2026-03-01', label: 'Mar 2026' },
  score: {
    ...seen.score,
    score: 71.62,
    functions: [score('Sales', 99.6), score('People', null), score('Kitchen', 40)],
  },
  alerts: [
    told('Orders fell', {
      state: 'decided',
      decision: decided('act', {
        action: 'Call the mill',
        owner: 'Ana',
        due: '2026-05-01',
        note: 'ask Zoe',
        by: 'Ben',
      }),
    }),
    told('Calls fell', { state: 'decided', decision: decided('accept', { date: '2026-03-31' }) }),
    told('Returns rose', { state: 'over', decision: decided('accept') }),
    told('Visits fell', { state: 'new' }),
    told('Waste rose', { state: 'open' }),
    told('Price test', { state: 'open', kind: 'experiment' } as Partial<KpiAlert>),
  ],
  wins: [win('Reviews rose', { state: 'open' }), win('Stock fell', { state: 'over' })],
  plan: [
    { ...plan[0]!, headline: 'No rhythm: 1 action overdue', state: 'open' },
    { ...plan[0]!, headline: 'Silence', state: 'decided', decision: decided('dismiss') } as PlanEntry,
  ],
  meeting: {
    ...seen.meeting,
    last: { date: '2026-03-02', score: 70 },
    cost: { amount: 7200, currency: '€', once: false, sentence: 'One change costs about €7,200 a year.' },
    followUps: [
      followUp({ action: 'Order flour', state: 'due' }),
      followUp({ action: 'Paint', owner: 'Ana', due: '2026-03-01', state: 'overdue' }),
      followUp({ owner: 'Ben', due: '2026-05-04', state: 'open' }),
      followUp({ action: 'Fix the oven', owner: 'Ana', state: 'done', effect: 'Back where it was.' }),
      followUp({ state: 'done' }),
      followUp({ action: 'only watched', state: 'watched' }),
    ],
  },
};

describe('minutes of a meeting', () => {
  test('say what was decided today, what was done, what is still to do, and what nobody decided', () => {
    expect(minutesAsText(minutesOf(review, '2026-05-04'))).toBe(`Review of 1 Apr 2026
Alignment score 71.6 of 100, Mar 2026 (70.0 at the last review). Sales 100, Kitchen 40.
One change costs about €7,200 a year.
Next review: 4 May 2026.

DECIDED TODAY
- Orders fell. Act: Call the mill (Ana; by 1 May 2026; ask Zoe; decided by Ben)
- Returns rose. Accepted as the new normal
- Silence. Not an alert

DONE SINCE THE LAST REVIEW
- Fix the oven (Ana). Back where it was.
- Waste rose.

STILL TO BE DONE
- Order flour (nobody named, no date)
- Paint (Ana, was due 1 Mar 2026)
- Waste rose (Ben, due 4 May 2026)

IMPROVEMENTS
- Reviews rose

NOT DECIDED
- Visits fell
- Waste rose
- No rhythm: 1 action overdue
`);
  });

  test('of a meeting that began the day before hold what was decided since it began', () => {
    const since = {
      ...review,
      meeting: { ...review.meeting, underWay: { date: '2026-03-31', by: '', place: alert.place! } },
    };
    const [today] = minutesOf(since, null).parts;
    expect(today!.lines).toHaveLength(4);
    expect(summaryOf(since)).toBe('4 decisions, 1 action');
    expect(summaryOf(review)).toBe('3 decisions, 1 action');
  });

  test('leave out what there is nothing to say about', () => {
    const quietOne: Review = {
      ...seen,
      asOf: '2026-04-01',
      alerts: [],
      wins: [],
      plan: [],
      score: { ...seen.score, score: null },
    };
    const minutes = minutesOf({ ...quietOne, meeting: { ...seen.meeting, followUps: [], cost: null } }, null);
    expect(minutes).toEqual({ title: 'Review of 1 Apr 2026', lead: [], parts: [] });
    expect(minutesAsText(minutes)).toBe('Review of 1 Apr 2026\n');
  });

  test('tell the score alone where there was no review before and no closed period', () => {
    const first = { ...review, newest: null, meeting: { ...review.meeting, last: null } };
    expect(scoreLine(first)).toBe('Alignment score 71.6 of 100. Sales 100, Kitchen 40.');
  });

  test('are headings and lists in Markdown, in which a line that begins like a list is a line', () => {
    const lines = ['- minus', '1. first', '-5 % of sales'];
    const minutes = { title: 'Review', lead: ['So far'], parts: [{ heading: 'Not decided', lines }] };
    expect(minutesAsMarkdown(minutes)).toBe(
      '# Review\n\nSo far\n\n## Not decided\n\n- \\- minus\n- \\1. first\n- -5 % of sales\n',
    );
  });

  test('on a sheet have a blank line before each part, headings in bold, and fit the width of a page', () => {
    const parts = [{ heading: 'Not decided', lines: ['Visits fell'] }];
    const sheet = 'Review of 1 Apr 2026';
    const at = { sheet, column: 0, rows: 1, columns: 1 };
    expect(minutesSheet(emptySnapshot(46_113, 'en-GB'), { title: sheet, lead: ['So far'], parts })).toEqual([
      { kind: 'add sheet', sheet, widths: [95] },
      {
        kind: 'write',
        sheet,
        row: 0,
        column: 0,
        cells: [[sheet], ['So far'], [null], ['Not decided'], ['•  Visits fell']],
      },
      { kind: 'format', ...at, row: 0, rows: 5, format: { wrap: true } },
      { kind: 'format', ...at, row: 0, format: { bold: true, size: 16 } },
      { kind: 'format', ...at, row: 3, format: { bold: true } },
      { kind: 'page', sheet, landscape: false },
    ]);
  });
});

describe('what the changes that show cost', () => {
  const costs = (amount: number, said: Partial<KpiAlert> = {}, once = false) =>
    told(`${amount}`, { stakes: { amount, currency: '€', once, sentence: '' }, ...said });
  const unknown = told('unknown', { stakes: null });

  test('is added up over all that wait or are decided, and says how many more there are', () => {
    // By hand: 1,000 + 500.
    expect(costOfDrifts([costs(1000), costs(500, { state: 'decided' }), unknown])).toEqual({
      amount: 1500,
      currency: '€',
      once: false,
      sentence: '2 changes together cost about €1,500 a year if nothing is done; what 1 other costs is not known.',
    });
    expect(costOfDrifts([costs(1000), unknown, unknown])!.sentence).toBe(
      'One change costs about €1,000 a year if nothing is done; what 2 others cost is not known.',
    );
  });

  test('counts nothing twice: no pattern, nothing that is over or for the better, and what was lost once apart', () => {
    const pattern = { ...costs(9), kind: 'pattern' } as unknown as Alert;
    const not = [pattern, costs(9, { state: 'over' }), costs(9, { adverse: false })];
    expect(costOfDrifts([costs(1000), ...not])!.sentence).toBe(
      'One change costs about €1,000 a year if nothing is done.',
    );
    expect(costOfDrifts([costs(1000), costs(700, {}, true)])!.sentence).toMatch(
      /^One .*; what 1 other costs is not known/,
    );
    expect(costOfDrifts([...not, unknown])).toBeNull();
  });
});
