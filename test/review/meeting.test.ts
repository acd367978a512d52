import { readIsoDate, serialOf } from '../../src/cells/serial';
import { checkUndecided, declareExperiment, recordDecision } from '../../src/review/decisions/decision';
import { agendaOf } from '../../src/review/meeting/agenda';
import { calendarFile } from '../../src/review/meeting/calendar';
import { minutesAsMarkdown, minutesAsText, minutesOf } from '../../src/review/meeting/minutes';
import { minutesSheet } from '../../src/review/meeting/minutesSheet';
import { finishReview, markDone, postpone, startReview } from '../../src/review/meeting/writeMeeting';
import { review } from '../../src/review/review';
import type { Review } from '../../src/review/types';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { headersOf, KPIS, LOG, STRATEGY } from '../../src/workbook/sheets/compassSheets';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { afterMonths, kpi, quiet, register } from './registers';

/** 24 quiet months at 10, three at 4: one alert. A unit is worth 100. Ana owns the KPI. */
const values = [...quiet(24), ...quiet(3, 4)];
const row: Record<string, unknown> = {
  KPI: 'Orders',
  'Business function': 'Sales',
  Target: 10,
  Worth: 100,
  Owner: 'Ana',
};
const workbook: Snapshot = {
  today: afterMonths(27),
  locale: 'en-GB',
  sheets: [
    {
      name: STRATEGY.name,
      values: [
        ['Currency', '€'],
        ['Review every', 'month'],
        ['Next review', null],
      ],
    },
    {
      name: KPIS.name,
      values: [headersOf(KPIS), headersOf(KPIS).map(header => (row[header] ?? null) as string | null)],
    },
    {
      name: 'Compass Data',
      values: [['Period', 'Orders'], ...register([kpi('Orders', values)]).periods.map((p, i) => [p.start, values[i]!])],
    },
  ],
};
/** The workbook with more months of a level, reviewed on the day after them. */
function later(now: Snapshot, months: number, level: number): Snapshot {
  const all = [...values, ...quiet(months, level)];
  const rows = register([kpi('Orders', all)]).periods.map((p, i) => [p.start, all[i]!]);
  const sheets = now.sheets.map(sheet =>
    sheet.name === 'Compass Data' ? { name: sheet.name, values: [['Period', 'Orders'], ...rows] } : sheet,
  );
  return { ...now, sheets, today: afterMonths(27 + months) };
}
const does = (now: Snapshot, edits: (now: Snapshot, seen: Review) => Edit[]) =>
  applyEdits(now, edits(now, review(now)));
const act = (now: Snapshot) =>
  does(now, (snapshot, { alerts }) =>
    recordDecision(snapshot, {
      alert: alerts[0]!,
      decision: 'act',
      action: 'Call the ten largest',
      owner: 'Ana',
      due: afterMonths(28),
      by: 'Ben',
    }),
  );
const logOf = (snapshot: Snapshot) => {
  const view = viewSheet(snapshot, LOG.name)!;
  const headers = headersOf(LOG);
  return Array.from({ length: view.rows - 1 }, (_, i) =>
    Object.fromEntries(headers.map((header, column) => [header, view.cell(i + 1, column)])),
  ).filter(cells => Object.values(cells).some(cell => cell !== null));
};

describe('a review that is started', () => {
  const started = does(workbook, (now, seen) => startReview(now, seen, 'Ana'));

  test('is a row of the Log that says so, and counts as held only once it is finished', () => {
    expect(logOf(started)).toMatchObject([{ Kind: 'review', Done: 'no', By: 'Ana', Date: workbook.today }]);
    expect(review(started).meeting).toMatchObject({ last: null, underWay: { date: '2026-04-01', by: 'Ana' } });
  });

  test('is not started twice', () => {
    expect(startReview(started, review(started), 'Ben')).toEqual([]);
  });

  test('keeps what it has decided in its place on the agenda, settled, on another day and for another person', () => {
    expect(agendaOf(review(started)).map(({ step, settled }) => [step, settled])).toEqual(
      expect.arrayContaining([['alerts', false]]),
    );
    const decided = { ...act(started), today: workbook.today + 2 };
    const alerts = agendaOf(review(decided)).filter(({ step }) => step === 'alerts');
    expect(alerts).toMatchObject([{ settled: true }]);
    // What it decided itself is followed up by the next review, not by this one.
    expect(agendaOf(review(decided)).filter(({ step }) => step === 'decisions')).toEqual([]);
  });

  test('keeps its score and the next date when it is finished', () => {
    const score = review(started).score.score!;
    const next = serialOf(2026, 5, 4);
    const after = does({ ...started, today: started.today + 1 }, (now, seen) =>
      finishReview(now, seen, { next, summary: '1 decision, 1 action', by: 'Ana' }),
    );
    expect(logOf(after)).toMatchObject([{ Done: workbook.today + 1, Score: Math.round(score * 10) / 10 }]);
    expect(review(after).meeting).toMatchObject({
      underWay: null,
      next: '2026-05-04',
      last: { date: '2026-04-01', score: Math.round(score * 10) / 10 },
    });
  });

  test('a review that somebody typed into the Log by hand was held, as ever', () => {
    const log = { name: LOG.name, values: [headersOf(LOG), ['2026-03-02', 'review']] };
    const seen = review({ ...workbook, sheets: [...workbook.sheets, log] });
    expect(seen.meeting).toMatchObject({ last: { date: '2026-03-02', score: null }, underWay: null });
  });
});

describe('what an earlier review decided', () => {
  const decided = act(workbook);

  test('is overdue once its date is over, and is followed up first', () => {
    const [followUp] = review({ ...decided, today: afterMonths(28) + 1 }).meeting.followUps;
    expect(followUp).toMatchObject({ state: 'overdue', owner: 'Ana', action: 'Call the ten largest', by: 'Ben' });
    expect(followUp!.about).toMatch(/^Orders dropped/);
  });

  // By hand: the level before is 10, the level decided on 4; two thirds of the way back is 8.
  test.each([
    [2, 4, 'too early'],
    [3, 4, 'not yet'],
    [3, 8, 'on the way'],
    [3, 10, 'back'],
    [3, 2, 'worse'],
  ])('after %p months at %p it is told that it is %p', (months, level, helped) => {
    const [followUp] = review(later(decided, months, level)).meeting.followUps;
    expect(followUp).toMatchObject({ helped });
  });

  test('is found again by what it says when the Log has been sorted, and marked as done', () => {
    const [followUp] = review(decided).meeting.followUps;
    const view = viewSheet(decided, LOG.name)!;
    const width = headersOf(LOG).length;
    const rows = Array.from({ length: view.rows }, (_, r) => Array.from({ length: width }, (_, c) => view.cell(r, c)));
    const other = headersOf(LOG).map(header =>
      header === 'Kind' ? 'decision' : header === 'Alert' ? 'Sales up' : null,
    );
    const sorted = {
      ...decided,
      sheets: decided.sheets.map(sheet =>
        sheet.name === LOG.name ? { name: LOG.name, values: [rows[0]!, other, ...rows.slice(1)] } : sheet,
      ),
    };
    const done = applyEdits(sorted, markDone(sorted, followUp!, sorted.today));
    expect(logOf(done)).toMatchObject([{ Done: null }, { Done: sorted.today, Action: 'Call the ten largest' }]);
    const moved = applyEdits(sorted, postpone(sorted, followUp!, sorted.today + 30));
    expect(logOf(moved)[1]).toMatchObject({ Due: sorted.today + 30 });
  });

  test('cannot be marked where somebody has deleted its row, which is said', () => {
    const [followUp] = review(decided).meeting.followUps;
    const emptied = {
      ...decided,
      sheets: decided.sheets.map(sheet =>
        sheet.name === LOG.name ? { name: LOG.name, values: [headersOf(LOG)] } : sheet,
      ),
    };
    expect(() => markDone(emptied, followUp!, 46000)).toThrow('no longer in Compass Log');
  });
});

describe('two people who decide on the same alert', () => {
  test('the second is told what the first has decided', () => {
    const [alert] = review(workbook).alerts;
    const meanwhile = review(act(workbook));
    expect(() => checkUndecided(alert!, review(workbook))).not.toThrow();
    expect(() => checkUndecided(alert!, meanwhile)).toThrow(
      'It has been decided meanwhile: act, 1 Apr 2026, by Ben: Call the ten largest (Ana, by 1 May 2026).',
    );
    // Whoever has seen the first decision may decide again.
    expect(() => checkUndecided(meanwhile.alerts[0]!, meanwhile)).not.toThrow();
  });
});

describe('a declared experiment', () => {
  test('is told as intended until its last day, waits for a decision after it, and its row decides nothing', () => {
    const until = afterMonths(29) - 1;
    const [alert] = review(workbook).alerts;
    if (alert!.kind === 'pattern') throw new Error('a change of one KPI was expected');
    const edits = declareExperiment(workbook, { alert: alert!, until, note: 'New price', by: 'Ana' });
    const declared = applyEdits(workbook, edits);
    expect(logOf(declared)).toMatchObject([
      { Decision: null, KPI: 'Orders', Note: 'Declared an experiment until 31 May 2026: New price' },
    ]);
    expect(review(declared).alerts).toMatchObject([{ kind: 'experiment', ended: false, adverse: false }]);
    const ended = review(later(declared, 2, 4));
    expect(ended.alerts).toMatchObject([{ kind: 'experiment', ended: true, state: 'new', decision: null }]);
    expect(agendaOf(ended).find(({ step }) => step === 'experiments')).toMatchObject({ settled: false });
  });
});

describe('what the drifts cost', () => {
  test('is said in one sentence', () => {
    // By hand: 6 orders fewer a month × €100 × 12 months.
    expect(review(workbook).meeting.cost).toMatchObject({ amount: 7200, once: false });
    expect(review(workbook).meeting.cost!.sentence).toBe('One change costs about €7,200 a year if nothing is done.');
  });
});

describe('minutes', () => {
  const seen = review(act(workbook));
  const minutes = minutesOf(seen, '2026-05-04');

  test('say what was decided, by whom and until when, and when the next review is', () => {
    const text = minutesAsText(minutes);
    expect(text).toMatch(/^Review of 1 Apr 2026\nAlignment score \d/);
    expect(text).toContain('Next review: 4 May 2026.');
    expect(text).toMatch(
      /DECIDED TODAY\n- Orders dropped .*\. Act: Call the ten largest \(Ana; by 1 May 2026; decided by Ben\)/,
    );
  });

  test('in Markdown, what an owner typed is text', () => {
    const nasty = { title: 'Review', lead: [], parts: [{ heading: 'Decided today', lines: ['<b>*A_B*</b> [x](y)'] }] };
    expect(minutesAsMarkdown(nasty)).toContain('- \\<b\\>\\*A\\_B\\*\\</b\\> \\[x\\](y)');
  });

  test('go on a sheet of their own, as text also where they begin like a formula, and never over another', () => {
    const parts = [{ heading: 'Decided today', lines: ['=1+1'] }];
    const once = applyEdits(workbook, minutesSheet(workbook, { title: 'Review of 1 Apr 2026', lead: [], parts }));
    const twice = applyEdits(once, minutesSheet(once, { title: 'Review of 1 Apr 2026', lead: [], parts }));
    expect(twice.sheets.slice(-2).map(({ name }) => name)).toEqual([
      'Review of 1 Apr 2026',
      'Review of 1 Apr 2026 (2)',
    ]);
    expect(viewSheet(once, 'Review of 1 Apr 2026')!.cell(3, 0)).toBe('•  =1+1');
  });
});

describe('the calendar file', () => {
  test('is a whole day, its lines no longer than RFC 5545 allows, in bytes', () => {
    const file = calendarFile('2026-05-04', '2026-04-01', `Umsätze, ${'é'.repeat(80)}; 50 %\nAna`);
    expect(file).toContain('DTSTART;VALUE=DATE:20260504\r\n');
    expect(file.split('\r\n').every(line => new TextEncoder().encode(line).length <= 75)).toBe(true);
    const unfolded = file.replace(/\r\n /g, '');
    expect(unfolded).toContain(`DESCRIPTION:Umsätze\\, ${'é'.repeat(80)}\\; 50 %\\nAna\r\n`);
  });

  test('there is none for what is no date', () => {
    expect(calendarFile('soon', '2026-04-01', '')).toBe('');
    expect(readIsoDate('soon')).toBeNull();
  });
});

test('a Log edited into nonsense is survived, and what is wrong in it is named', () => {
  const log = {
    name: LOG.name,
    values: [
      headersOf(LOG),
      ['yesterday-ish', 'decision', 'x', 'Orders', '?', 'act', true, '=', null, 'Do it', 'Ana', 'soon', 'perhaps'],
      ['2026-03-01', 'review', null, null, null, null, null, null, null, null, null, null, 'no', 'good'],
      [null, 'meeting'],
    ],
  };
  const seen = review({ ...workbook, sheets: [...workbook.sheets, log] });
  expect(seen.meeting.underWay).toMatchObject({ date: '2026-03-01' });
  expect(seen.alerts).toHaveLength(1);
  const said = seen.problems.map(({ message }) => message).join('\n');
  for (const cell of ['A2', 'L2', 'N3', 'B4']) expect(said).toContain(`Compass Log ${cell}`);
});
