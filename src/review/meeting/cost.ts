import { counted } from '../../cells/english';
import type { Alert, Stakes } from '../types';
import { moneyOf } from '../words/words';

/**
 * What the drifts that show cost a year together. A pattern is made of changes that are counted already; what is lost once
 * is no cost a year.
 *
 * @param alerts  of the review
 * @returns       null where the workbook knows no amount
 */
export function costOfDrifts(alerts: readonly Alert[]): Stakes | null {
  const showing = alerts.filter(({ adverse, state, kind }) => adverse && state !== 'over' && kind !== 'pattern');
  const known = showing.flatMap(({ stakes }) => (stakes && !stakes.once ? [stakes] : []));
  const amount = known.reduce((sum, stakes) => sum + stakes.amount, 0);
  if (amount === 0) return null;
  const { currency } = known[0]!;
  const rest = showing.length - known.length;
  const what = known.length === 1 ? 'One change' : `${counted(known.length, 'change')} together`;
  const unknown = rest === 0 ? '' : `; what ${counted(rest, 'other')} ${rest === 1 ? 'costs' : 'cost'} is not known`;
  const sentence = `${what} cost${known.length === 1 ? 's' : ''} about ${moneyOf(amount, currency)} a year if nothing is done${unknown}.`;
  return { amount, currency, once: false, sentence };
}
