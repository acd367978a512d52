import { capitalised, counted } from '../../cells/english';
import { isFigure } from '../../drift';
import { mean, median } from '../../drift/series';
import type { Judged } from '../kpi/judged';
import { percent } from '../plan/allocation';
import type { Measurement } from './measurement';

/** Fewer figures than this say nothing about variation. */
const FEWEST = 6;

/**
 * *Noise*: how much of a KPI's variation nothing explains, its residual variance over its total variance; what its regimes
 * explain is the difference between their levels, and a proved season what it adds. The figure for the workbook is the median of its KPIs.
 *
 * @param judged  every KPI
 */
export function noiseEffect(judged: readonly Judged[]): Measurement {
  const parts = judged.flatMap(one => {
    const share = noiseOf(one);
    return share === null ? [] : [{ name: one.kpi.name, value: share, text: `${percent(share)} unexplained` }];
  });
  parts.sort((one, other) => other.value - one.value);
  const few = judged.length - parts.length;
  const needs =
    parts.length === 0 || few > 0
      ? `${FEWEST} figures that are not all the same, for ${few > 0 ? counted(few, 'KPI') : 'a KPI'}.`
      : '';
  const blank: Measurement = { name: 'noise', value: null, sentence: '', parts, scale: null, needs };
  if (parts.length === 0) return blank;
  const value = median(parts.map(part => part.value));
  const scope = parts.length === 1 ? '' : 'In half the KPIs, ';
  const share = percent(value);
  const most = parts.length === 1 ? share : `${share} or more`;
  const sentence =
    share === '100%'
      ? capitalised(`${scope}all of the ups and downs are routine variation.`)
      : `${scope}${most} of the ups and downs are routine variation; changes of level explain the rest.`;
  const scale = { poor: 'all routine variation', good: 'all explained', at: 1 - value };
  return { ...blank, value, sentence, scale };
}

/** Of figures in shares of the largest, so that nothing overflows. */
function noiseOf({ values, seasonless, inflation, regimes }: Judged): number | null {
  const all = values.filter(isFigure);
  const largest = Math.max(...all.map(Math.abs));
  if (all.length < FEWEST || regimes.length === 0 || largest === 0) return null;
  const squares = (stretch: (number | null)[]) => {
    const shares = stretch.filter(isFigure).map(value => value / largest);
    const centre = mean(shares);
    return shares.reduce((sum, share) => sum + (share - centre) ** 2, 0);
  };
  const total = squares(values);
  const residual = regimes.reduce((sum, { from, to }) => sum + squares(seasonless.slice(from, to + 1)), 0);
  return total < 1e-24 ? null : Math.min(1, (residual * inflation) / total);
}
