import { recordDecision } from '../../src/review/decisions/decision';
import { review } from '../../src/review/review';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { track } from '../../src/workbook/track/track';
import { bakeryLookalike } from '../fixtures/bakeryLookalike';

/** The look-alike's trade falls by a quarter in its fourth week, that of 21 November 2016, and Christmas dips below that. */
const tracked = (seed: number) => {
  const workbook = bakeryLookalike(seed);
  const values = { sheet: 'Weekly', range: 'B4:B26' };
  const periods = { sheet: 'Weekly', range: 'A4:A26' };
  const edits = track(workbook, { kpi: 'Tickets', values, periods, function: 'Sales', better: 'higher', target: 420 });
  return applyEdits(workbook, edits);
};

describe("a bakery's own workbook, its tickets tracked", () => {
  test.each([1, 2, 3])('raises one alert, still open, since the week of 21 November 2016 (look-alike %i)', seed => {
    const { alerts, problems } = review(tracked(seed));
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ kpi: 'Tickets', adverse: true, state: 'open', direction: 'down' });
    expect(['2016-11-14', '2016-11-21', '2016-11-28']).toContain(alerts[0]!.since);
    expect(problems.filter(problem => problem.severity === 'error')).toEqual([]);
  });
  test('shows the owner’s own cells, and speaks of weeks', () => {
    const [alert] = review(tracked(1)).alerts;
    expect(alert!.place).toEqual({ sheet: 'Weekly', range: 'B7:B26' });
    expect(alert!.headline).toMatch(
      /^Tickets dropped from about \d+ to about \d+ a week since the week of 21 Nov 2016$/,
    );
  });
  test('keeps a decision about it', () => {
    const workbook = tracked(1);
    const [alert] = review(workbook).alerts;
    const after = applyEdits(
      workbook,
      recordDecision(workbook, { alert: alert!, decision: 'act', note: 'new opening hours' }),
    );
    expect(review(after).alerts).toMatchObject([{ id: alert!.id, state: 'decided' }]);
  });
});
