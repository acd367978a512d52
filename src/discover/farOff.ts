import type { Conversion, Finding } from './finding';

/** How many times larger or smaller than the middle one a figure is that was probably read wrongly: a point for a comma is a thousand. */
const FAR = 50;
/** Figures that are needed to say what is usual. */
const FEWEST = 4;

/**
 * Figures stored as text that would become numbers far from all others of their series: `1.234` among amounts around 1,200 may be
 * one point two or one thousand. Pointed out before they are written.
 *
 * @param finding  with its figures, which hold what the texts would become
 */
export function farOff({ asText, figures }: Pick<Finding, 'asText' | 'figures'>): Conversion[] {
  const sizes = figures
    .flatMap(figure => (figure === null || figure === 0 ? [] : [Math.abs(figure)]))
    .sort((a, b) => a - b);
  if (sizes.length < FEWEST) return [];
  const middle = sizes[Math.floor(sizes.length / 2)]!;
  return asText.filter(({ after, format }) => {
    const size = Math.abs(after);
    // Dates are days, not amounts.
    return !/y/i.test(format) && size !== 0 && (size >= FAR * middle || size * FAR <= middle);
  });
}
