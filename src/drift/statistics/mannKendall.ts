import { normalTail } from './distributions';

/**
 * Mann and Kendall's test of a trend.
 *
 * @param figures    one figure a period, oldest first, no blanks
 * @param inflation  how much more a mean of them varies than that of independent figures; 1 by default
 * @returns          s, the rising minus the falling pairs, and the two-sided chance of one as large in figures without order;
 *                   chance 1 where all are equal
 * @source           Kendall, Rank Correlation Methods; normal approximation with ties and continuity
 */
export function mannKendall(figures: readonly number[], inflation = 1): { s: number; chance: number } {
  const count = figures.length;
  let s = 0;
  for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) s += Math.sign(figures[j]! - figures[i]!);
  const ties = new Map<number, number>();
  for (const figure of figures) ties.set(figure, (ties.get(figure) ?? 0) + 1);
  const pairs = (size: number) => size * (size - 1) * (2 * size + 5);
  const variance = ([...ties.values()].reduce((sum, size) => sum - pairs(size), pairs(count)) / 18) * inflation;
  if (!(variance > 0)) return { s, chance: 1 };
  const z = Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance);
  return { s, chance: Math.min(1, 2 * normalTail(z)) };
}
