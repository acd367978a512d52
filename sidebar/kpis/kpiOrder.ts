import { alertsIn } from '../../src/review/sections';
import type { Alert, KpiReview, Review, Stakes } from '../../src/review/types';

/** One line of the list of KPIs: the KPI, and what the review says of it elsewhere. */
export interface ListedKpi {
  kpi: KpiReview;
  /** The alert on it that matters most of those that wait for a decision, or null. */
  alert: Alert | null;
  /** What its changes for the worse cost, where the workbook knows: what matters most of it. */
  cost: Stakes | null;
  /** Why it needs somebody's attention, shortest first; empty where it does not. */
  needs: string;
}

/** What the list can be put in order of, each as it is said. */
export const ORDERS = {
  attention: 'What needs attention first',
  change: 'Change, the latest first',
  cost: 'Cost, the dearest first',
  function: 'Business function',
  owner: 'Owner',
  name: 'Name',
} as const;

export type KpiOrder = keyof typeof ORDERS;

/**
 * Every KPI with what makes it worth a look: an alert that waits, cells that can't be read, a target that it never meets.
 *
 * @param review     of the workbook
 * @param unreadable KPIs about which the workbook has something that can't be read
 */
export function listedKpis(review: Review, unreadable: ReadonlySet<string>): ListedKpi[] {
  const waiting = alertsIn(review, 'new', 'open');
  const costing = review.alerts.filter(({ adverse, state }) => adverse && state !== 'over');
  return review.kpis.map(kpi => {
    const alert = mostOf(waiting, kpi.name, ({ priority }) => priority);
    const cost = mostOf(costing, kpi.name, ({ stakes }) => stakes?.amount ?? 0)?.stakes ?? null;
    return { kpi, alert, cost, needs: needOf(kpi, alert, unreadable.has(kpi.name)) };
  });
}

/** The alert about one KPI by itself, or the pattern that it is a part of, that has most of something. */
function mostOf(alerts: readonly Alert[], name: string, of: (alert: Alert) => number): Alert | null {
  const about = alerts.filter(({ kpi, kpis }) => kpi === name || kpis.includes(name));
  const own = about.filter(({ kpi }) => kpi === name);
  return [...(own.length > 0 ? own : about)].sort((a, b) => of(b) - of(a))[0] ?? null;
}

function needOf(kpi: KpiReview, alert: Alert | null, unreadable: boolean): string {
  if (kpi.notJudged !== '') return kpi.notJudged;
  if (unreadable) return 'not all of it could be read';
  if (alert) return `${alert.state} alert`;
  return kpi.assurance === 'always misses it' ? 'always misses its target' : '';
}

/** The list in an order, equal ones by name; what has nothing to compare comes last. */
export function inOrderOf(order: KpiOrder, listed: readonly ListedKpi[]): ListedKpi[] {
  const byName = (a: ListedKpi, b: ListedKpi) => compareText(a.kpi.name, b.kpi.name);
  const compare: Record<KpiOrder, (a: ListedKpi, b: ListedKpi) => number> = {
    attention: (a, b) => urgency(b) - urgency(a) || (b.alert?.priority ?? 0) - (a.alert?.priority ?? 0),
    change: (a, b) => rankOfChange(a) - rankOfChange(b) || compareText(b.kpi.since ?? '', a.kpi.since ?? ''),
    cost: (a, b) => (b.cost?.amount ?? -1) - (a.cost?.amount ?? -1),
    function: (a, b) => compareText(a.kpi.function, b.kpi.function),
    owner: (a, b) => compareText(a.kpi.owner, b.kpi.owner),
    name: byName,
  };
  return [...listed].sort((a, b) => compare[order](a, b) || byName(a, b));
}

/** A new alert before an open one, both before what can't be read, that before what always misses its target. */
function urgency({ alert, needs }: ListedKpi): number {
  if (alert) return alert.state === 'new' ? 4 : 3;
  if (needs === '') return 0;
  return needs.startsWith('always') ? 1 : 2;
}

const CHANGES: KpiReview['variation'][] = ['worse', 'changed', 'better', 'steady', 'too early to tell'];

const rankOfChange = ({ kpi }: ListedKpi) => (kpi.notJudged === '' ? CHANGES.indexOf(kpi.variation) : CHANGES.length);

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** As people sort: "KPI 9" before "KPI 10", and what is blank after everything. */
function compareText(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return collator.compare(a, b);
}
