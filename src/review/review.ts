import { attainment, ScoringError } from '../alignment';
import { isoDate } from '../cells/serial';
import { readRegister } from '../workbook/readRegister';
import type { Problem, Register } from '../workbook/register';
import type { Snapshot } from '../workbook/snapshot';
import { alertOf, type ToldAlert } from './alert';
import { judge, judgedPeriods } from './judged';
import { kpiReview } from './kpiReview';
import { scoreReview } from './scoreReview';
import { standingOf } from './standing';
import type { Alert, Review } from './types';

/**
 * Reviews a workbook: where it drifts from its own strategy, with the evidence.
 *
 * @param snapshot  the Compass sheets and the edges of their sources, as the host read them
 * @returns         the review, plain JSON; whatever can't be read is named in its problems, and the rest still shows
 */
export function review(snapshot: Snapshot): Review {
  return reviewRegister(readRegister(snapshot));
}

/**
 * Reviews what the Compass sheets say. The review replays itself over the closed periods, each judged from what was known
 * then; the Log is its only memory.
 *
 * @param register  the Compass sheets, read and checked
 * @returns         the review, plain JSON
 */
export function reviewRegister(register: Register): Review {
  const periods = judgedPeriods(register);
  const newest = periods[periods.length - 1];
  const judged = register.kpis.map(kpi => judge(kpi, periods, register));
  const told = judged.flatMap(one => one.changes.map(change => alertOf(one, change, register)));
  const kpis = judged.map(kpiReview);
  return {
    asOf: isoDate(register.today),
    cadence: register.strategy.cadence,
    currency: register.strategy.currency,
    newest: newest ? { date: isoDate(newest.start), label: newest.label } : null,
    score: scoreReview(register, kpis),
    alerts: listed(told, 'alerts'),
    wins: listed(told, 'wins'),
    standing: judged.flatMap(one => standingOf(one) ?? []),
    withinTolerance: listed(told, 'withinTolerance'),
    kpis,
    unread: register.unread,
    problems: [...register.problems, ...unscorable(register)],
  };
}

const STATES: Alert['state'][] = ['new', 'open', 'decided', 'over'];

/** The alerts of one list: what is new first, then by when they were raised, the latest first. */
function listed(told: ToldAlert[], list: ToldAlert['list']): Alert[] {
  const rank = (alert: Alert) => STATES.indexOf(alert.state);
  return told
    .filter(one => one.list === list)
    .map(one => one.alert)
    .sort((a, b) => rank(a) - rank(b) || (a.raised < b.raised ? 1 : a.raised > b.raised ? -1 : 0));
}

/** KPIs whose target and floor can't be scored as they stand. No target at all is a choice; a band is the register's to check. */
function unscorable({ kpis }: Register): Problem[] {
  return kpis.flatMap(kpi => {
    if (kpi.target === null || kpi.better === 'in range') return [];
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
