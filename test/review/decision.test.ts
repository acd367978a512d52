import { LogUnreadable, recordDecision } from '../../src/review/decisions/decision';
import { review, reviewRegister } from '../../src/review/review';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readLog } from '../../src/workbook/register/readLog';
import { headersOf, KPIS, LOG, STRATEGY } from '../../src/workbook/sheets/compassSheets';
import type { Snapshot } from '../../src/workbook/snapshot';
import { afterMonths, kpi, quiet, register } from './registers';

const values = [...quiet(24), ...quiet(3, 4)];
const workbook: Snapshot = {
  today: afterMonths(27),
  locale: 'en-GB',
  sheets: [
    { name: STRATEGY.name, values: [['Review every', 'month']] },
    {
      name: KPIS.name,
      values: [headersOf(KPIS), ['Orders', 'Sales', ...Array(headersOf(KPIS).length - 2).fill(null)]],
    },
    {
      name: 'Compass Data',
      values: [['Period', 'Orders'], ...register([kpi('Orders', values)]).periods.map((p, i) => [p.start, values[i]!])],
    },
  ],
};
const [alert] = review(workbook).alerts;

describe('a decision', () => {
  test('makes the Log if there is none, and the next review knows it', () => {
    const after = applyEdits(
      workbook,
      recordDecision(workbook, { alert: alert!, decision: 'watch', note: 'wait for April' }),
    );
    expect(review(after).alerts).toMatchObject([
      { id: alert!.id, state: 'decided', decision: { decision: 'watch', date: '2026-04-01', note: 'wait for April' } },
    ]);
  });
  test('is a row that a person can read', () => {
    const edits = recordDecision(workbook, { alert: alert!, decision: 'accept', owner: 'Ana', due: afterMonths(28) });
    const [entry] = readLog(applyEdits(workbook, edits), []);
    expect(entry).toMatchObject({
      kind: 'decision',
      date: workbook.today,
      kpi: 'Orders',
      alert: 'Orders down 2026-01-01',
      direction: 'down',
      since: afterMonths(24),
      decision: 'accept',
      old: 10,
      new: 4,
      owner: 'Ana',
      due: afterMonths(28),
    });
    expect(review(applyEdits(workbook, edits)).alerts[0]!.state).toBe('over');
  });
  test('stands below those before it, in whatever order the columns are, and leaves other columns alone', () => {
    const log = {
      name: LOG.name,
      values: [
        ['What we decided', null, null, null, null],
        ['Decision', 'Mine', 'Kind', 'Alert', 'Date'],
        ['act', 'a remark', 'decision', 'x', 46000],
      ],
    };
    const had = { ...workbook, sheets: [...workbook.sheets, log] };
    const after = applyEdits(had, recordDecision(had, { alert: alert!, decision: 'dismiss' }));
    const sheet = after.sheets.find(block => block.name === LOG.name)!;
    expect(sheet.values[3]).toEqual(['dismiss', null, 'decision', alert!.id, had.today]);
    expect(sheet.values.slice(0, 3)).toEqual(log.values);
  });
  test('a note that begins with = stays text', () => {
    const edits = recordDecision(workbook, { alert: alert!, decision: 'act', note: '=1+1' });
    const written = edits.flatMap(edit => (edit.kind === 'write' ? edit.cells.flat() : []));
    expect(written).toContain('=1+1');
  });
  test('is refused, in words, where the Log’s headers are gone', () => {
    const broken = {
      ...workbook,
      sheets: [...workbook.sheets, { name: LOG.name, values: [['Date', 'Kind', 'KPI', 'Alrt', 'Decision']] }],
    };
    expect(() => recordDecision(broken, { alert: alert!, decision: 'act' })).toThrow(LogUnreadable);
    expect(() => recordDecision(broken, { alert: alert!, decision: 'act' })).toThrow('did you mean Alert?');
  });
});

test('a workbook without Compass sheets has an empty review', () => {
  const empty = review({ today: 45000, locale: 'en-GB', sheets: [{ name: 'Sheet1', values: [['Hello', 1]] }] });
  expect(empty).toMatchObject({ newest: null, alerts: [], kpis: [] });
  expect(empty).toEqual(
    reviewRegister({
      ...register([]),
      today: 45000,
      periods: [],
      strategy: { ...register([]).strategy, currency: '' },
    }),
  );
});
