import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { readRegister } from '../../src/workbook/register/readRegister';
import { headersOf, LOG } from '../../src/workbook/sheets/compassSheets';
import { problemsOf, workbook } from './workbooks';

// The log as its sheet describes it in docs: a row is what was written in it, whoever typed it.

const HEADERS = headersOf(LOG);
/** A workbook whose log has some rows, each by its headers. */
const logged = (rows: Record<string, Cell>[], headers = HEADERS) =>
  workbook({ 'Compass Log': [headers, ...rows.map(row => headers.map(header => row[header] ?? null))] });
const logOf = (rows: Record<string, Cell>[], headers = HEADERS) => readRegister(logged(rows, headers)).log;

test('a decision is read with everything that was written in its row', () => {
  expect(
    logOf([
      {
        Date: serialOf(2026, 3, 16),
        Kind: 'Decision',
        Period: 'Feb 2026',
        KPI: ' Churn ',
        Alert: 'Churn up 2026-02-01',
        Decision: 'ACT',
        Old: 0.05,
        New: '7 %',
        Note: 'rain',
        Action: 'call them',
        Owner: 'Ada',
        Due: 'Mar 2026',
        Done: true,
        Score: 71.5,
        Direction: 'up',
        Since: '2026-02-01',
        By: 'Grace',
      },
    ]),
  ).toEqual([
    {
      date: serialOf(2026, 3, 16),
      kind: 'decision',
      period: serialOf(2026, 2, 1),
      kpi: 'Churn',
      alert: 'Churn up 2026-02-01',
      decision: 'act',
      old: 0.05,
      new: '7 %',
      note: 'rain',
      action: 'call them',
      owner: 'Ada',
      // Due by the end of the month that is named.
      due: serialOf(2026, 3, 31),
      done: true,
      score: 71.5,
      direction: 'up',
      since: serialOf(2026, 2, 1),
      by: 'Grace',
      place: { sheet: 'Compass Log', range: 'B2' },
    },
  ]);
});

test('what a row leaves out is nothing, and an error is no figure', () => {
  const [entry] = logOf([{ Kind: 'level', Old: { error: '#REF!' }, New: true, Done: { error: '#N/A' } }]);
  expect(entry).toMatchObject({ date: null, decision: '', old: null, new: 'true', done: null, score: null, by: '' });
  expect(entry).toMatchObject({ direction: null, since: null, due: null, period: null });
});

test('a row without a kind is left out and named, once', () => {
  const rows: Record<string, Cell>[] = [{ Note: 'called the bank' }, { Kind: 'review' }, { Kind: 'gossip' }];
  expect(logOf(rows).map(({ kind }) => kind)).toEqual(['review']);
  expect(problemsOf(logged(rows))).toEqual([
    'Compass Log B2: this row has no Kind; left out.',
    "Compass Log B4: Kind is 'gossip'; write decision, review, target or level.",
  ]);
});

test('the log of an earlier version has no Direction, Since and By, and nothing is wrong with it', () => {
  const earlier = HEADERS.filter(header => !['Direction', 'Since', 'By'].includes(header));
  expect(problemsOf(logged([{ Kind: 'review' }], earlier))).toEqual([]);
  expect(logOf([{ Kind: 'review' }], earlier)).toMatchObject([{ kind: 'review', direction: null, by: '' }]);
});

test('an empty sheet is a log without entries; one without its headers says so', () => {
  expect([readRegister(workbook({ 'Compass Log': [] })).log, problemsOf(workbook({ 'Compass Log': [] }))]).toEqual([
    [],
    [],
  ]);
  expect(readRegister(workbook({ 'Compass Log': [['Mon', 'bread']] })).log).toEqual([]);
  expect(problemsOf(workbook({ 'Compass Log': [['Mon', 'bread']] }))).toEqual([
    "Compass Log has no header 'Date'; write it above its column.",
  ]);
});
