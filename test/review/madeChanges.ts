import type { Judged, KpiChange } from '../../src/review/kpi/replay';
import type { Kpi } from '../../src/workbook/register';
import { kpi, register } from './registers';

// A KPI and its changes, made by hand.

/** Four years of months, and of weeks. */
export const { periods } = register([kpi('Orders', Array(48).fill(1))]);
export const weeks = register([kpi('Orders', Array(48).fill(1))], { cadence: 'week' }).periods;
/** A KPI that is judged by what a test says of it; its level from a period on is that period. */
export const judged = (values: (number | null)[], said: Partial<Kpi> = {}, more: object = {}) =>
  ({
    kpi: kpi('Orders', values, said),
    periods,
    values,
    seasonless: values,
    season: null,
    options: { season: 1 },
    alone: [],
    changes: [],
    levelOf: (since: number) => since,
    ...more,
  }) as unknown as Judged;
/** A fall from 100 to 60 in the seventh period, seen in the ninth. */
export const change = (said: Partial<KpiChange> = {}) =>
  ({
    rule: 'shift',
    direction: 'down',
    since: 6,
    found: 8,
    index: 8,
    oldLevel: 100,
    newLevel: 60,
    evidence: 1,
    signs: [],
    over: null,
    ...said,
  }) as KpiChange;
/** How a change ended: from a period on, which is known two periods later. */
export const over = (how: 'recovered' | 'accepted' | 'history', from = 10) => ({ how, from, index: from + 2 });
