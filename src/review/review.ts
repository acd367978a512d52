import { attainment, ScoringError } from '../alignment';
import { isoDate } from '../cells/serial';
import type { Problem, Register } from '../workbook/register';
import { readRegister } from '../workbook/register/readRegister';
import type { Snapshot } from '../workbook/snapshot';
import { alertOf, type ToldAlert } from './alerts/alert';
import { inOrder } from './alerts/order';
import { standingOf } from './alerts/standing';
import { compassOf } from './compass/compass';
import { lapsedDecisions } from './decisions/lapsed';
import { decisionsOnPlan } from './decisions/loggedDecision';
import { fiveEffects } from './effects/fiveEffects';
import { falseAlarmsEach } from './kpi/falseAlarms';
import { judge, judgedPeriods } from './kpi/judged';
import { kpiReview } from './kpi/kpiReview';
import { oddFigures } from './kpi/oddFigures';
import { runningPeriod, unfinished, withRunning } from './kpi/unfinished';
import { meetingOf } from './meeting/meeting';
import { patternAlerts } from './patterns/patternAlerts';
import { planEntries } from './plan/planEntries';
import { coherenceReview } from './score/coherence';
import { momentumOf } from './score/momenta';
import { scoreHistory } from './score/scoreHistory';
import { scoreReview } from './score/scoreReview';
import type { Alert, Review } from './types';

/** What a reviewer may choose. */
export interface ReviewOptions {
  /** Whether the period that is still running is judged too, by the figures that it has today; left out by default. */
  includeCurrent?: boolean;
}

/**
 * Reviews a workbook: where it drifts from its own strategy, with the evidence.
 *
 * @param snapshot  the Compass sheets and the edges of their sources, as the host read them
 * @param options   whether the running period is included
 * @returns         the review, plain JSON; whatever can't be read is named in its problems, and the rest still shows
 */
export function review(snapshot: Snapshot, options: ReviewOptions = {}): Review {
  return reviewRegister(readRegister(snapshot), options);
}

/**
 * Reviews what the Compass sheets say. The review replays itself over the closed periods, each judged from what was known
 * then; the Log is its only memory.
 *
 * @param read     the Compass sheets, read and checked
 * @param options  whether the running period is included
 * @returns        the review, plain JSON
 */
export function reviewRegister(read: Register, { includeCurrent = false }: ReviewOptions = {}): Review {
  const register = includeCurrent ? withRunning(read) : read;
  const periods = judgedPeriods(register);
  const falseAlarms = falseAlarmsEach(register);
  const judged = register.kpis.map(kpi => judge(kpi, periods, register, falseAlarms));
  const momenta = judged.map(momentumOf);
  const kpis = judged.map((one, i) => kpiReview(one, momenta[i]!, register.strategy.cadence));
  const newest = periods[periods.length - 1];
  const told = judged.flatMap(one => one.changes.map(change => alertOf(one, change, register, judged)));
  const patterns = patternAlerts(judged, told, momenta, register);
  const plan = planEntries(register, judged);
  const standing = new Set([
    ...[...told.map(({ change }) => change), ...patterns].flatMap(({ decisions }) =>
      decisions.map(({ entry }) => entry),
    ),
    ...plan.flatMap(({ pattern }) => decisionsOnPlan(pattern, register)),
  ]);
  const coherence = coherenceReview(
    judged.map(({ kpi }, i) => ({ kpi, momentumAt: momenta[i]! })),
    register,
    periods.length - 1,
  );
  const score = scoreReview(register, kpis, scoreHistory(register, judged));
  const among = (list: ToldAlert['list']) => told.filter(one => one.list === list);
  const alerts = inOrder<Alert>([...among('alerts'), ...patterns], register.strategy);
  const wins = inOrder(among('wins'), register.strategy);
  return {
    asOf: isoDate(register.today),
    cadence: register.strategy.cadence,
    currency: register.strategy.currency,
    running: register.periods[runningPeriod(register)]?.label ?? null,
    newest: newest ? { date: isoDate(newest.start), label: newest.label } : null,
    score,
    coherence,
    alerts,
    wins,
    standing: judged.flatMap(one => standingOf(one) ?? []),
    withinTolerance: inOrder(among('withinTolerance'), register.strategy),
    lapsed: lapsedDecisions(register, standing),
    plan,
    fiveEffects: fiveEffects({ judged, momenta, told, coherence }, register),
    compass: compassOf(register, kpis, score, coherence),
    kpis,
    paused: register.paused.map(kpi => ({
      name: kpi.name,
      function: kpi.function,
      since: isoDate(kpi.pausedSince!),
      place: kpi.place,
    })),
    unread: register.unread,
    problems: [...register.problems, ...unscorable(register), ...judged.flatMap(oddFigures), ...unfinished(register)],
    meeting: meetingOf(register, judged, { alerts, wins, plan }),
  };
}

/** KPIs whose target and floor can't be scored as they are. No target at all is a choice; a band is the register's to check. */
function unscorable({ kpis }: Register): Problem[] {
  return kpis.flatMap(kpi => {
    // A period whose own target can't be scored is left out of the score, which says so.
    if (kpi.target === null || kpi.targets || kpi.better === 'in range') return [];
    try {
      attainment(0, kpi, kpi.name);
      return [];
    } catch (error) {
      if (!(error instanceof ScoringError)) throw error;
      const { sheet, range } = kpi.place;
      const where = range ? `${sheet} ${range}` : sheet;
      return [{ severity: 'error' as const, message: `${where}: ${error.message}`, place: kpi.place }];
    }
  });
}
