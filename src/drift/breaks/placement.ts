import { regimeCost } from './regimeCost';
import { FIRST_REGIME, LATER_REGIME } from './segmentation';

/** How a series is best cut: where its regimes begin, and what they follow. */
export interface Cut {
  /** The 0-based index of the first figure of each regime but the first, oldest first. */
  breaks: number[];
  /** Whether regimes of 12 figures or more follow lines, all of them levels, or the whole series one curve. */
  form: 'level' | 'line' | 'curve';
  /** Lag-1 correlation of what they leave. */
  correlation: number;
}

/** What arithmetic leaves in the last digits of a sum of squares does not move a break. */
const CLEARLY_LESS = 1 - 1e-12;

/**
 * Breaks at the figures where they fit best: each where the regimes on both sides of it leave the least sum of squares, of the
 * figures as they are. The correlation that decided how many there are does not place them, and neither do the blocks of a
 * long series. Uncorrelated cuts of single figures are there already, all at once and exactly.
 *
 * @param figures  one figure a period, oldest first, no blanks
 * @param found    the best cut, its breaks counted in blocks
 * @param width    figures in a block
 * @returns        the first figure of each regime but the first, 0-based, regimes no shorter than any
 * @source         least squares estimate of change points (Hinkley 1970; Bai 1997), one after the other until none moves
 */
export function placed(figures: readonly number[], { breaks, form, correlation }: Cut, width: number): number[] {
  const starts = breaks.map(block => block * width);
  if (correlation === 0 && width === 1) return starts;
  const cost = regimeCost(figures, 0, form === 'line' ? 'line' : 'level');
  const reach = 2 * width;
  for (let moved = true; moved; ) {
    moved = false;
    breaks.forEach((block, i) => {
      const before = starts[i - 1] ?? 0;
      const after = starts[i + 1] ?? figures.length;
      const from = Math.max(before + (i === 0 ? FIRST_REGIME : LATER_REGIME), block * width - reach);
      const to = Math.min(after - LATER_REGIME, block * width + reach);
      let least = cost(before, starts[i]!) + cost(starts[i]!, after);
      for (let at = from; at <= to; at++) {
        const total = cost(before, at) + cost(at, after);
        if (total >= least * CLEARLY_LESS) continue;
        [starts[i], least, moved] = [at, total, true];
      }
    });
  }
  return starts;
}
