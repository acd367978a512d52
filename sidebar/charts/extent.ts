import type { Chart } from '../../src/review/types';
import { bands } from './band';

/**
 * The lowest and the highest figure that a chart has to show: values, limits, target and band, with some air around them.
 *
 * @param chart  the chart
 * @param air    share of the height left free above and below
 * @returns      lower and upper end in the unit of the figures
 */
export function extent(chart: Chart, air = 0.08): [number, number] {
  const shown = [
    ...chart.values,
    ...chart.regimes.flatMap(regime =>
      bands(chart, regime).flatMap(({ lower, upper, centre }) => [lower, upper, centre]),
    ),
    chart.target,
    ...(chart.targets ?? []),
    chart.low,
    chart.high,
  ].filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  if (shown.length === 0) return [0, 1];
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  if (low === high) {
    const half = Math.abs(low) * 0.1 || 1;
    return [low - half, high + half];
  }
  const margin = (high - low) * air;
  return [low - margin, high + margin];
}

/** Stretches of neighbouring periods that have a figure, as index lists; a gap is never bridged by a line. */
export function stretches(values: (number | null)[]): number[][] {
  const result: number[][] = [];
  let current: number[] = [];
  values.forEach((value, index) => {
    if (value !== null) current.push(index);
    else if (current.length > 0) {
      result.push(current);
      current = [];
    }
  });
  if (current.length > 0) result.push(current);
  return result;
}
