import { type Change, level } from '../drift';
import { sameName } from '../workbook/names';
import type { Cadence, Register } from '../workbook/register';
import { formatFigure } from './formatFigure';
import type { Judged } from './judged';
import type { Stakes } from './types';
import { figureOf, moneyOf, PERIODS_A_YEAR } from './words';

/**
 * What a change is worth in a year, as long as its level stays: *Worth* × the change of level × periods a year; of a KPI
 * that is a share *Out of* another one, × the level of that one since the onset.
 *
 * @param judged    the KPI with its figures
 * @param change    one of its changes
 * @param newLevel  the level from the onset on, in the unit of the figures
 * @param all       every KPI of the workbook
 * @param strategy  cadence and currency
 * @returns         null where the KPI has no Worth, its denominator no figures, or the change is over
 */
export function stakesOf(
  judged: Judged,
  change: Change,
  newLevel: number,
  all: readonly Judged[],
  strategy: Register['strategy'],
): Stakes | null {
  const { kpi } = judged;
  const whole = kpi.outOf === '' ? 1 : levelOf(kpi.outOf, change, all);
  if (change.over || !kpi.worth || whole === null) return null;
  const cadence: Cadence = kpi.cadence ?? strategy.cadence;
  const units = Math.abs(newLevel - change.oldLevel) * whole;
  const worth = Math.abs(kpi.worth);
  const amount = units * worth * PERIODS_A_YEAR[cadence];
  if (!Number.isFinite(amount) || amount === 0) return null;
  const { currency } = strategy;
  const much =
    kpi.outOf === ''
      ? figureOf(judged, Math.abs(newLevel - change.oldLevel))
      : `${plain(units)} of ${plain(whole)} ${kpi.outOf.trim()}`;
  const less = change.direction === 'down' ? 'less' : 'more';
  const each = formatFigure(worth, { format: 'General', unit: currency });
  const sentence = `About ${moneyOf(amount, currency)} a year: ${much} ${less} a ${cadence}, at ${each} each.`;
  return { amount, currency, sentence };
}

function levelOf(name: string, change: Change, all: readonly Judged[]): number | null {
  const whole = all.find(({ kpi }) => sameName(kpi.name, name));
  if (!whole) return null;
  const size = level(whole.values.slice(change.since), whole.options.sparse);
  return Number.isFinite(size) && size > 0 ? size : null;
}

function plain(value: number): string {
  return formatFigure(value, { format: 'General', unit: '' });
}
