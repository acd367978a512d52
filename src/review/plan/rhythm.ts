import { counted } from '../../cells/english';
import { dayLabel, isClosed, periodOf, periodsBetween } from '../../cells/period';
import { weekday } from '../../cells/serial';
import type { Period, Register } from '../../workbook/register';
import { isStale, newestFigure } from '../kpi/freshness';
import type { Judged } from '../kpi/judged';
import { heldReviews, isUndone } from '../meeting/held';
import type { PlanPattern } from '../patterns/pattern';
import type { PlanFinding, PlanFindings } from './finding';

export const NO_RHYTHM: PlanPattern = {
  kind: 'plan',
  name: 'No rhythm',
  findings: noRhythm,
  explanation:
    'The review is overdue, figures are more than one period old, an action in the log is past its date and not done, an experiment ' +
    'or a goal is past its date. A plan is only as good as the next time somebody looks at it.',
  matters:
    'A plan is only as good as the last time someone looked at it. Without a fixed date, small drifts grow large.',
  passage: 'Regular strategic review cadences are essential for course correction',
  question: 'Which day of the month is the review, and who calls it?',
};

/**
 * The review overdue, data stale, actions overdue, an experiment or a goal past its date. A day is past once
 * it is over. Data is stale as it is for the score: when the newest figure is more than one cadence old.
 *
 * @param register  the plan and the Log as they are today
 * @param judged    every KPI
 */
function noRhythm(register: Register, judged: readonly Judged[]): PlanFindings | null {
  const { strategy, log, kpis } = register;
  const today = Math.floor(register.today);
  const isPast = (day: number | null): day is number => day !== null && day < today;
  const past = (day: number) => `${dayLabel(day)}, ${counted(today - day, 'day')} ago`;
  const reviews = overdueReview(register, past);
  const actions: PlanFinding[] = log
    .filter(({ due, done }) => isPast(due) && isUndone({ done }))
    .map(({ due, action, owner, alert, place }) => {
      const who = owner === '' ? '' : ` (${owner})`;
      return { text: `${action || alert || 'An action'}${who} was due on ${past(due!)}`, place };
    });
  const experiments: PlanFinding[] = kpis
    .filter(({ experimentUntil }) => isPast(experimentUntil))
    .map(({ name, experimentUntil, place, function: business }) => ({
      text: `The experiment on ${name} ended on ${past(experimentUntil!)}`,
      place,
      kpi: name,
      function: business,
    }));
  const goals: PlanFinding[] = strategy.goals
    .filter(({ reviewBy }) => isPast(reviewBy))
    .map(({ name, reviewBy, place }) => ({
      text: `The goal ‘${name}’ was to be reviewed by ${past(reviewBy!)}`,
      place,
    }));
  const data = staleData(register, judged);
  const findings = [...reviews, ...data, ...actions, ...experiments, ...goals];
  if (findings.length === 0) return null;
  const overdue = [
    reviews.length > 0 ? 'the review is overdue' : '',
    data.length > 0 ? 'figures are missing' : '',
    actions.length > 0 ? `${counted(actions.length, 'action')} overdue` : '',
    experiments.length > 0 ? `${counted(experiments.length, 'experiment')} overdue` : '',
    goals.length > 0 ? `${counted(goals.length, 'goal')} overdue` : '',
  ];
  return { headline: overdue.filter(part => part !== '').join('; '), findings };
}

/**
 * The review that *Next review* says has not taken place; where it says nothing new, the one that a whole period has ended
 * without since the newest in the Log.
 */
function overdueReview(register: Register, past: (day: number) => string): PlanFinding[] {
  const { today, strategy, periods } = register;
  const { nextReview: next } = strategy;
  const last = heldReviews(register).pop()?.date ?? null;
  const place = { sheet: 'Compass Strategy' };
  if (next !== null && (last === null || last < next)) {
    return next < Math.floor(today) ? [{ text: `The review was due on ${past(next)}`, place }] : [];
  }
  if (last === null) return [];
  const of = periodOf(last, { ...strategy, weekStart: weekday(periods[0]?.start ?? last) });
  return endedSince(of, today, strategy) >= 1 ? [{ text: `The last review was on ${past(last)}`, place }] : [];
}

/** The whole workbook where no KPI has a figure lately; otherwise KPI by KPI. */
function staleData({ today, strategy }: Register, judged: readonly Judged[]): PlanFinding[] {
  const seen = judged[0]?.periods ?? [];
  const newest = seen[seen.length - 1];
  if (!newest) return [];
  const missing = endedSince(newest, today, strategy);
  if (missing > 1) {
    const text = `The newest figures are of ${newest.label}; ${counted(missing, strategy.cadence)} ended since`;
    return [{ text, place: { sheet: 'Compass Data' } }];
  }
  return judged.flatMap(({ kpi, periods, values }) => {
    const last = newestFigure(values, periods.length - 1);
    if (last < 0 || !isStale({ kpi, periods }, last, periods.length - 1)) return [];
    const text = `${kpi.name} has had no figure since ${periods[last]!.label}`;
    return [{ text, place: kpi.place, kpi: kpi.name, function: kpi.function }];
  });
}

/** How many periods after one are closed; Compass Data may have no rows for them yet. */
function endedSince(
  { start, end }: Pick<Period, 'start' | 'end'>,
  today: number,
  strategy: Register['strategy'],
): number {
  const all = periodsBetween(end + 1, Math.max(today, end + 1), { ...strategy, weekStart: weekday(start) });
  return all.filter(period => isClosed(period, today)).length;
}
