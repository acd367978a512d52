import { PERIODS_A_YEAR } from '../../cells/cadence';
import type { Cadence } from '../../cells/period';
import type { Register } from '../../workbook/register';
import { sameName } from '../../workbook/sheets/names';
import type { Judged } from '../kpi/judged';
import type { Stakes } from '../types';
import { formatFigure } from '../words/formatFigure';
import { figureOf, moneyOf } from '../words/words';
import type { Told } from './headline';
import type { Story } from './story';

/**
 * What a change is worth in a year, as long as its level stays: *Worth* × the change of level × periods a year; of a KPI
 * that is a share *Out of* another one, × the level of that one since the onset. Outlier counts once.
 *
 * @param judged    the KPI with its figures
 * @param told      one of its changes, with its level from the onset on
 * @param all       every KPI of the workbook
 * @param strategy  cadence and currency
 * @returns         null where the KPI has no Worth, its denominator no figures, or the change is over
 */
export function stakesOf(
  judged: Judged,
  { change, newLevel, story }: Pick<Told, 'change' | 'newLevel' | 'story'>,
  all: readonly Judged[],
  strategy: Register['strategy'],
): Stakes | null {
  const { kpi } = judged;
  const whole = kpi.outOf === '' ? 1 : levelOf(kpi.outOf, change.since, story, all);
  if (change.over || !kpi.worth || whole === null) return null;
  const cadence: Cadence = kpi.cadence ?? strategy.cadence;
  const units = Math.abs(newLevel - change.oldLevel) * whole;
  const worth = Math.abs(kpi.worth);
  const once = story.form === 'spike';
  const amount = units * worth * (once ? 1 : PERIODS_A_YEAR[cadence]);
  if (!Number.isFinite(amount) || amount === 0) return null;
  const { currency } = strategy;
  const much =
    kpi.outOf === ''
      ? figureOf(judged, Math.abs(newLevel - change.oldLevel))
      : `${plain(units)} of ${plain(whole)} ${kpi.outOf.trim()}`;
  const less = change.direction === 'down' ? 'less' : 'more';
  const each = formatFigure(worth, { format: 'General', unit: currency });
  const sentence = once
    ? `About ${moneyOf(amount, currency)}, once: ${much} ${less} in that ${cadence}, at ${each} each.`
    : `About ${moneyOf(amount, currency)} a year: ${much} ${less} a ${cadence}, at ${each} each.`;
  return { amount, currency, once, sentence };
}

function levelOf(name: string, since: number, { form }: Story, all: readonly Judged[]): number | null {
  const whole = all.find(({ kpi }) => sameName(kpi.name, name));
  if (!whole) return null;
  const size = form === 'spike' ? (whole.values[since] ?? Number.NaN) : whole.levelOf(since);
  return Number.isFinite(size) && size > 0 ? size : null;
}

function plain(value: number): string {
  return formatFigure(value, { format: 'General', unit: '' });
}
