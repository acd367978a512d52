import { recordDecision } from '../../src/review/decisions/decision';
import { logCells, newLogRow, rewriteLogRow } from '../../src/review/decisions/logRows';
import { finishReview, markDone, postpone, startReview } from '../../src/review/meeting/writeMeeting';
import { review, reviewRegister } from '../../src/review/review';
import type { Review } from '../../src/review/types';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { headersOf, KPIS, LOG, STRATEGY } from '../../src/workbook/sheets/compassSheets';
import type { Snapshot } from '../../src/workbook/snapshot';
import { afterMonths, kpi, quiet, register } from './registers';

// What is written into the Log, cell by cell.

describe('rows of the Log', () => {
  const today = afterMonths(27);
  const workbook = (values: Snapshot['sheets'][number]['values']): Snapshot => ({
    today,
    locale: 'en-GB',
    sheets: [{ name: LOG.name, values }],
  });
  const writes = (edits: Edit[]) =>
    edits.flatMap(edit => (edit.kind === 'write' ? [[edit.row, edit.column, edit.cells[0]]] : []));
  const formats = (edits: Edit[]) =>
    edits.flatMap(edit =>
      edit.kind === 'format' ? [[edit.row, edit.column, edit.rows, edit.columns, edit.format.number]] : [],
    );

  test('are written below the last one, columns beside each other together, a date as a date', () => {
    const snapshot = workbook([
      ['Alert', 'Decision', 'Mine', 'Kind', 'Date'],
      ['x', 'act', 'a remark', 'decision', 46_000],
      [null, null, null, null, null],
    ]);
    const cells = logCells([
      ['Date', 46_100],
      ['Kind', 'decision'],
      ['Alert', 'y'],
      ['Decision', 'watch'],
      ['Note', ''],
      ['Action', null],
      ['Owner', undefined],
    ]);
    expect([...cells.keys()]).toEqual(['Date', 'Kind', 'Alert', 'Decision']);
    const edits = newLogRow(snapshot, cells);
    expect(writes(edits)).toEqual([
      [2, 0, ['y', 'watch']],
      [2, 3, ['decision', 46_100]],
    ]);
    expect(formats(edits)).toEqual([[2, 4, 1, 1, 'yyyy-mm-dd']]);
  });
  test('are written right under the headers of a Log that has none', () => {
    expect(writes(newLogRow(workbook([headersOf(LOG)]), logCells([['Kind', 'review']])))).toEqual([[1, 1, ['review']]]);
  });
  test('are found again by what they say, the last of several, and changed only where they differ', () => {
    const snapshot = workbook([
      ['Kind', 'Alert', 'Decision', 'Done', 'Date'],
      ['decision', 'x', 'act', null, 46_000],
      ['decision', 'x', 'act', null, 46_000],
    ]);
    const isIt = (cell: (header: string) => unknown) => cell('Alert') === 'x' && cell('Nowhere') === null;
    const edits = rewriteLogRow(snapshot, isIt, [
      ['Done', 46_100],
      ['Decision', 'act'],
    ]);
    expect(edits.filter(({ kind }) => kind === 'write')).toEqual([
      { kind: 'write', sheet: LOG.name, row: 2, column: 3, cells: [[46_100]], expected: [[null]] },
    ]);
    expect(() => rewriteLogRow(snapshot, () => false, [])).toThrow('no longer in Compass Log');
  });
  test('of a Log without the headers that name a row are refused, with the one that is missing', () => {
    expect(() => newLogRow(workbook([['Date', 'Kind', 'KPI', 'Alert', 'Note']]), logCells([['Kind', 'x']]))).toThrow(
      /Decision/,
    );
  });

  describe('of a meeting', () => {
    const log = (rows: (string | number | null)[][]) =>
      workbook([
        ['Date', 'Kind', 'KPI', 'Alert', 'Decision', 'Note', 'Action', 'Owner', 'Due', 'Done', 'Score', 'By'],
        ...rows,
      ]);
    const act = (action: string, date = today - 40, note: string | null = null) => [
      date,
      'decision',
      'Orders',
      'Orders down 2026-01-01',
      'act',
      note,
      action,
      null,
      null,
      null,
      null,
      null,
    ];
    const twoActs = log([act('Call'), act('Write'), act('Call', today - 41), act('Call', today - 40, 'again')]);
    const changed = (edits: Edit[]) => writes(edits).map(([at]) => at);

    test('are told apart by day, action and note', () => {
      const all = review(twoActs).meeting.followUps;
      const of = (action: string, note: string, date: string) =>
        all.find(one => one.action === action && one.note === note && one.date === date)!;
      const [first, second] = ['2026-02-20', '2026-02-19'];
      expect(changed(markDone(twoActs, of('Call', '', first), today))).toEqual([1]);
      expect(changed(markDone(twoActs, of('Write', '', first), today))).toEqual([2]);
      expect(changed(postpone(twoActs, of('Call', '', second), today))).toEqual([3]);
      expect(changed(postpone(twoActs, of('Call', 'again', first), today))).toEqual([4]);
      const [one] = all;
      expect(() => markDone(twoActs, { ...one!, id: 'another' }, today)).toThrow('no longer in Compass Log');
    });
    test('start with what is known of the newest period, and end with the score to a tenth', () => {
      const base = review(twoActs);
      const score = { ...base.score, score: 71.649 };
      const seen: Review = { ...base, score, newest: { date: '2026-03-01', label: 'Mar 2026' } };
      expect(writes(startReview(twoActs, seen, ' Ana '))).toEqual([
        [5, 0, [today, 'review']],
        [5, 5, ['Review under way']],
        [5, 9, ['no']],
        [5, 11, ['Ana']],
      ]);
      // Without one under way a row is written all the same.
      const ended = finishReview(twoActs, seen, { next: null, summary: 'Two decisions', by: 'Ana' });
      const cells = writes(ended).flatMap(([, , cell]) => cell as unknown[]);
      expect(cells).toEqual(expect.arrayContaining([today, 'review', 'Two decisions', 71.6, 'Ana']));
    });
    test('that goes on are the last review of that day that is not done', () => {
      const open = log([
        [today, 'review', null, null, null, null, null, null, null, 'yes', null, null],
        [today, 'review', null, null, null, null, null, null, null, 'no', null, null],
        [today - 1, 'review', null, null, null, null, null, null, null, 'no', null, null],
        [today, 'decision', null, 'x', 'act', null, 'Call', null, null, 'no', null, null],
      ]);
      const seen = review(open);
      expect(seen.meeting.underWay).toMatchObject({ date: '2026-04-01' });
      const edits = finishReview(open, seen, { next: null, summary: 'Done', by: '' });
      expect(new Set(changed(edits))).toEqual(new Set([2]));
    });
    test('put the next date beside its label, and nowhere else', () => {
      const strategy = (values: (string | number | null)[][], formulas?: string[][]): Snapshot => ({
        ...twoActs,
        sheets: [
          ...twoActs.sheets,
          { name: STRATEGY.name, values, ...(formulas && { formulas }) } as Snapshot['sheets'][number],
        ],
      });
      const next = (snapshot: Snapshot, day = today + 30) =>
        finishReview(snapshot, review(snapshot), { next: day, summary: '', by: '' }).filter(
          edit => edit.kind === 'write' && edit.sheet === STRATEGY.name,
        );
      expect(
        next(
          strategy([
            ['Vision', 'x'],
            [null, 'Next review', today],
          ]),
        ),
      ).toEqual([
        { kind: 'write', sheet: STRATEGY.name, row: 1, column: 2, cells: [[today + 30]], expected: [[today]] },
      ]);
      expect(next(strategy([['Next review', today + 30]]))).toEqual([]);
      expect(() => next(strategy([['Vision', 'x']]))).toThrow('has no label ‘Next review’');
    });
  });
});

test('a decision on a pattern names all of its KPIs, on the plan none, on a change its levels', () => {
  const values = [...quiet(24), ...quiet(4, 15)];
  const kpis = [
    kpi('Deals', values, { measure: 'deals' }),
    kpi('Churn', values, { measure: 'churn', better: 'lower' }),
  ];
  const { alerts, plan } = reviewRegister(register(kpis));
  const snapshot: Snapshot = {
    today: afterMonths(28) + 0.5,
    locale: 'en-GB',
    sheets: [{ name: KPIS.name, values: [['KPI']] }],
  };
  const logRow = (alert: Parameters<typeof recordDecision>[1]['alert']) => {
    const after = applyEdits(
      snapshot,
      recordDecision(snapshot, { alert, decision: 'act', action: ' Call ', by: ' Ana ' }),
    );
    const sheet = after.sheets.find(({ name }) => name === LOG.name)!;
    return Object.fromEntries(headersOf(LOG).map((header, i) => [header, sheet.values[LOG.headerRow + 1]![i]]));
  };
  const pattern = alerts.find(({ kind }) => kind === 'pattern')!;
  expect(logRow(pattern)).toMatchObject({
    Date: afterMonths(28),
    Period: afterMonths(27),
    KPI: 'Churn, Deals',
    Old: null,
    Direction: null,
    Since: afterMonths(24),
    Action: 'Call',
    By: 'Ana',
  });
  expect(logRow(alerts.find(({ kind }) => kind !== 'pattern')!)).toMatchObject({
    KPI: 'Churn',
    Old: 10,
    New: 15,
    Direction: 'up',
  });
  expect(logRow(plan[0]!)).toMatchObject({ KPI: null, Period: null, Since: null, Direction: null, Alert: plan[0]!.id });
});
