import { serialOf } from '../../src/cells/serial';
import { agendaOf } from '../../src/review/meeting/agenda';
import { review } from '../../src/review/review';
import { FIRMS } from '../../src/samples/firms';
import { sampleEdits } from '../../src/samples/sampleEdits';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';

// What the figures of each firm show is what its summary says; on any day of the year, since samples end with the newest closed month.
const DAYS = { 'in November': serialOf(2026, 11, 23), 'in the first days of a month': serialOf(2027, 3, 2) };

describe.each(Object.entries(DAYS))('%s', (_, today) => {
  test.each(FIRMS.map(firm => [firm.id, firm] as const))('the %s has a review half done', (_id, firm) => {
    const empty = { today, locale: 'en-GB', sheets: [] };
    const workbook = applyEdits(empty, sampleEdits(firm, empty));
    const reviewed = review(workbook);
    expect(reviewed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);

    // The Log: a review that is finished, with its score, what was decided in it, one that is under way, what was decided since.
    const { log } = readRegister(workbook);
    const said = (list: typeof firm.now) => list.map(({ decision }) => ['decision', decision]);
    expect(log.map(({ kind, decision }) => [kind, decision])).toEqual([
      ['review', ''],
      ...said(firm.before),
      ['review', ''],
      ...said(firm.now),
    ]);
    expect(reviewed.meeting.underWay).toMatchObject({ by: firm.by });
    expect(reviewed.meeting.last?.score).toBeGreaterThan(50);
    expect(reviewed.meeting.next).toBe(reviewed.asOf);

    // What was decided a month ago is looked at again: it is done or not, as the sample has it.
    const actions = firm.before.filter(({ decision }) => decision === 'act');
    const states = reviewed.meeting.followUps.map(({ action, state }) => [action, state]).filter(([action]) => action);
    expect(states).toEqual(
      actions.map(({ action, doneAfter, within }) => {
        if (doneAfter !== undefined) return [action, 'done'];
        return [action, within! < 30 ? 'overdue' : expect.stringMatching(/^(due|open|later)$/)];
      }),
    );
    // Some of the agenda is settled, some is not.
    const agenda = agendaOf(reviewed);
    expect(agenda.some(({ settled }) => settled)).toBe(true);
    expect(agenda.some(({ settled }) => !settled)).toBe(true);
    // What is decided on now is decided, and says so.
    for (const { about, decision } of firm.now) {
      const alert = reviewed.alerts.find(({ headline }) => headline.startsWith(about));
      expect([about, alert?.state, alert?.decision?.decision]).toEqual([about, 'decided', decision]);
    }
  });
});
