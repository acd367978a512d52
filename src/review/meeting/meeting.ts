import type { Cadence } from '../../cells/period';
import { addMonths, isoDate, weekday } from '../../cells/serial';
import type { Register } from '../../workbook/register';
import { sameName } from '../../workbook/sheets/names';
import type { Judged } from '../kpi/judged';
import type { Alert, KpiAlert, PlanEntry } from '../types';
import { costOfDrifts } from './cost';
import { followUps } from './followUps';
import { heldReviews, lastReview, reviewUnderWay } from './held';
import type { Meeting } from './types';

/** What the review tells that a meeting speaks of. */
interface Told {
  alerts: readonly Alert[];
  wins: readonly KpiAlert[];
  plan: readonly PlanEntry[];
}

/**
 * What a meeting has behind it and before it.
 *
 * @param register  plan and Log
 * @param judged    every KPI with its figures
 * @param told      what the review tells
 */
export function meetingOf(register: Register, judged: readonly Judged[], told: Told): Meeting {
  const { nextReview } = register.strategy;
  const headlines = new Map(
    [...told.alerts, ...told.wins, ...told.plan].map(({ id, headline }) => [id, headline] as const),
  );
  return {
    last: lastReview(register),
    underWay: reviewUnderWay(register),
    next: nextReview === null ? null : isoDate(nextReview),
    proposed: isoDate(proposedReview(register)),
    followUps: followUps(register, judged, headlines),
    owners: ownersIn(register),
    cost: costOfDrifts(told.alerts),
  };
}

const MONTHS: Record<Cadence, number> = { day: 0, week: 0, month: 1, quarter: 3 };

/** A date for the next review: as far from the planned one as the cadence says, or from today; never at a weekend. */
function proposedReview(register: Register): number {
  const { strategy } = register;
  const today = Math.floor(register.today);
  const planned = strategy.nextReview;
  const held = heldReviews(register).pop()?.date ?? -Infinity;
  if (planned !== null && planned > today && planned > held) return planned;
  const near = planned !== null && today - planned < 7 ? planned : today;
  const months = MONTHS[strategy.cadence];
  const day = months > 0 ? addMonths(near, months) : near + 7;
  const toMonday: Record<number, number> = { 6: 2, 7: 1 };
  return day + (toMonday[weekday(day)] ?? 0);
}

/** Everybody whom goals, KPIs and the Log name, each once; two people who share a task are two. */
function ownersIn({ strategy, kpis, paused, log }: Register): string[] {
  const named = [...strategy.goals, ...kpis, ...paused, ...log].map(({ owner }) => owner);
  const all = [...named, ...log.map(({ by }) => by ?? '')]
    .flatMap(text => text.split(/[,;&]/))
    .map(name => name.trim());
  const names = all.filter((name, i) => name !== '' && all.findIndex(other => sameName(other, name)) === i);
  return names.sort((one, other) => one.localeCompare(other));
}
