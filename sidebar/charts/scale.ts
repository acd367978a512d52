/** A straight line from figures to pixels. */
export type Scale = (value: number) => number;

/**
 * Maps the interval from `low` to `high` onto the one from `start` to `end`.
 *
 * @param low    figure drawn at `start`
 * @param high   figure drawn at `end`
 * @param start  pixels
 * @param end    pixels
 * @returns      the mapping; an interval without length lands in the middle
 */
export function linearScale(low: number, high: number, start: number, end: number): Scale {
  const length = high - low;
  if (length === 0) return () => (start + end) / 2;
  return value => start + ((value - low) / length) * (end - start);
}

/**
 * Round figures for an axis: multiples of 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param low   lower end of what is shown
 * @param high  upper end of what is shown
 * @param most  how many there may be
 * @returns     the figures inside the interval, ascending; one figure where the interval has no length
 */
export function roundTicks(low: number, high: number, most: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  for (const factor of [1, 2, 2.5, 5, 10]) {
    const step = factor * power;
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    if (last - first + 1 > most) continue;
    // Multiplying by the step leaves noise in the last digit (3 × 0.1): twelve digits are enough for a screen.
    return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
  }
  return [low, high];
}

/** Shortens a coordinate to tenths of a pixel, so that a drawing stays small and reads the same everywhere. */
export function toTenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
