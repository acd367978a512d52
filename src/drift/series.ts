/** One figure a period, oldest first; null where a period has none. */
export type Series = readonly (number | null | undefined)[];

/** Which way a raw figure moved. */
export type Direction = 'up' | 'down';

/** Whether a period has a figure. */
export function isFigure(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** The figures of a series without its gaps. */
export function figures(values: Series): number[] {
  return values.filter(isFigure);
}

/** The places of the newest figures of a series, oldest first, gaps skipped; fewer where there are fewer. */
export function newestFigures(values: ArrayLike<number | null | undefined>, count: number): number[] {
  const places: number[] = [];
  for (let i = values.length - 1; i >= 0 && places.length < count; i--) if (isFigure(values[i])) places.unshift(i);
  return places;
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
