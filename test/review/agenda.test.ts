import { agendaOf } from '../../src/review/meeting/agenda';
import { calendarFile } from '../../src/review/meeting/calendar';
import { reviewRegister } from '../../src/review/review';
import type { Alert, Decided, KpiAlert, Review } from '../../src/review/types';
import { isOfKpi, kpi, quiet, register } from './registers';

// What a meeting will speak of, and its day in a calendar.

describe('the agenda', () => {
  const { alerts, plan, kpis, ...seen } = reviewRegister(register([kpi('Orders', [...quiet(24), ...quiet(3, 4)])]));
  const alert = alerts.find(isOfKpi)!;
  const told = (id: string, said: object = {}) => ({ ...alert, id, ...said }) as KpiAlert;
  const decision = (date: string) => ({ decision: 'act', date }) as Decided;
  const entry = (id: string, said: object = {}) => ({
    ...plan[0]!,
    id,
    state: 'open' as const,
    decision: null,
    ...said,
  });
  const review: Review = {
    ...seen,
    asOf: '2026-04-01',
    alerts: [
      told('waits', { state: 'open' }),
      told('decided today', { state: 'decided', decision: decision('2026-04-01') }),
      told('decided in March', { state: 'decided', decision: decision('2026-03-31') }),
      told('decided on no day', { state: 'decided', decision: decision('') }),
      told('over', { state: 'over' }),
      told('test under way', { kind: 'experiment', state: 'open', adverse: false }),
      told('test that ended', { kind: 'experiment', state: 'new', adverse: true }),
      told('test long over', { kind: 'experiment', state: 'over' }),
    ] as Alert[],
    wins: [told('better', { state: 'new' }), told('better, over', { state: 'over' })],
    plan: [
      entry('goal'),
      entry('owner', { state: 'decided', decision: decision('2026-04-01') }),
      entry('budget', { state: 'decided', decision: decision('2026-03-31') }),
    ],
    meeting: {
      ...seen.meeting,
      followUps: (['overdue', 'due', 'open', 'done', 'watched'] as const).map(state => ({ id: state, state }) as never),
    },
    kpis: [
      kpis[0]!,
      { ...kpis[0]!, name: 'Calls', variation: 'too early to tell', chart: { ...kpis[0]!.chart, values: [1, 2, 3] } },
      { ...kpis[0]!, name: 'Visits', notJudged: 'not judged: its cells are gone' },
    ],
    problems: [
      { severity: 'error', message: 'Data B2 of Visits is text', place: alert.place! },
      { severity: 'error', message: 'Plan C3 is text', place: alert.place! },
      { severity: 'error', message: 'Nowhere' },
      { severity: 'note', message: 'A note', place: alert.place! },
    ],
  };
  const items = (of: Review) =>
    agendaOf(of).map(({ step, id, settled }) => `${step}: ${id}${settled ? ', settled' : ''}`);

  test('goes from what was decided before to what cannot be judged; what is decided today stays, settled', () => {
    expect(items(review)).toEqual([
      'decisions: overdue',
      'decisions: due',
      'decisions: open',
      'decisions: done, settled',
      'decisions: watched, settled',
      'alerts: decided today, settled',
      'alerts: waits',
      'plan: goal',
      'plan: owner, settled',
      'improvements: better',
      'experiments: test under way, settled',
      'experiments: test that ended',
      'unjudged: what could not be judged, settled',
    ]);
  });

  test('of a meeting that began the day before has what was decided since', () => {
    const since = { ...review.meeting, underWay: { date: '2026-03-31', by: '', place: alert.place! } };
    expect(items({ ...review, meeting: since })).toEqual(
      expect.arrayContaining(['alerts: decided in March, settled', 'plan: budget, settled']),
    );
  });

  test('says of each KPI why it is not judged, and of what cannot be read besides where it is', () => {
    const last = agendaOf(review).pop()!;
    expect(last.step === 'unjudged' && last.kpis.map(({ name, why }) => [name, why])).toEqual([
      ['Calls', 'not yet known: 3 more figures'],
      ['Visits', 'not judged: its cells are gone'],
      ['', 'Plan C3 is text'],
    ]);
    expect(items({ ...review, kpis: [kpis[0]!], problems: [] })).not.toContainEqual(expect.stringMatching(/^unjudged/));
  });
});

test('on the agenda, what is over but decided in this meeting is settled, and an experiment that was decided before', () => {
  const { alerts, ...seen } = reviewRegister(register([kpi('Orders', [...quiet(24), ...quiet(3, 4)])]));
  const told = (id: string, said: object) => ({ ...alerts[0]!, id, ...said }) as Review['alerts'][number];
  const decision = (date: string) => ({ decision: 'act', date });
  const items = agendaOf({
    ...seen,
    asOf: '2026-04-01',
    alerts: [
      told('over', { state: 'over', decision: decision('2026-04-01') }),
      told('test', { kind: 'experiment', state: 'decided', adverse: true, decision: decision('2026-03-01') }),
    ],
  });
  expect(items.filter(({ step }) => step === 'alerts' || step === 'experiments')).toMatchObject([
    { id: 'over', settled: true },
    { id: 'test', settled: true },
  ]);
});

describe('the calendar file', () => {
  test('holds one whole day', () => {
    expect(calendarFile('2026-05-04', '2026-04-01', 'One\\two')).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Strategic Compass//Review//EN',
        'BEGIN:VEVENT',
        'UID:review-20260504@strategic-compass.invalid',
        'DTSTAMP:20260401T000000Z',
        'DTSTART;VALUE=DATE:20260504',
        'SUMMARY:Review: Strategic Compass',
        'DESCRIPTION:One\\\\two',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  // RFC 5545, 3.1: 75 bytes a line. Characters at both ends of each length in UTF-8, as the encoder counts them.
  test.each(['a', '\u007f', '\u0080', '\u07ff', '\u0800', '\uffff', '\u{10000}', '\u{10ffff}'])(
    'fills its lines with %p as far as they go, and not further',
    character => {
      const bytes = (text: string) => new TextEncoder().encode(text).length;
      const lines = calendarFile('2026-05-04', '2026-04-01', character.repeat(200)).split('\r\n');
      const from = lines.findIndex(line => line.startsWith('DESCRIPTION:'));
      const folded = lines.slice(from, lines.indexOf('TRANSP:TRANSPARENT'));
      expect(folded.slice(1).every(line => line.startsWith(' '))).toBe(true);
      for (const line of folded) expect(bytes(line)).toBeLessThanOrEqual(75);
      for (const line of folded.slice(0, -1)) expect(bytes(line) + bytes(character)).toBeGreaterThan(75);
    },
  );
});
