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

/** So many numbers are put in order faster than the middle one is looked for; there is room for them here, each time anew. */
const FEW = 12;
const IN_ORDER = new Float64Array(FEW);

export function median(numbers: ArrayLike<number>): number {
  const count = numbers.length;
  const middle = count >> 1;
  if (count > 0 && count <= FEW) {
    putInOrder(numbers);
    return count % 2 ? IN_ORDER[middle]! : (IN_ORDER[middle - 1]! + IN_ORDER[middle]!) / 2;
  }
  const copy = new Float64Array(numbers);
  const upper = smallest(copy, middle);
  return count % 2 ? upper : (smallest(copy, middle - 1) + upper) / 2;
}

/** A few numbers, the lowest first, by insertion. */
function putInOrder(numbers: ArrayLike<number>): void {
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    let at = i;
    for (; at > 0 && IN_ORDER[at - 1]! > number; at--) IN_ORDER[at] = IN_ORDER[at - 1]!;
    IN_ORDER[at] = number;
  }
}

/** The number that has so many smaller ones, without putting them all in order (Hoare 1961); NaN where there are not so many. */
function smallest(numbers: Float64Array, rank: number): number {
  let from = 0;
  let to = numbers.length - 1;
  while (from < to) {
    const pivot = numbers[(from + to) >> 1]!;
    let left = from;
    let right = to;
    while (left <= right) {
      while (numbers[left]! < pivot) left++;
      while (numbers[right]! > pivot) right--;
      if (left > right) break;
      const moved = numbers[left]!;
      numbers[left++] = numbers[right]!;
      numbers[right--] = moved;
    }
    if (rank <= right) to = right;
    else if (rank >= left) from = left;
    else break;
  }
  return numbers[rank] ?? Number.NaN;
}
