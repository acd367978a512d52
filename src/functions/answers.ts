import type { Column } from './definition';

/**
 * Raises #VALUE! that names the first answer outside a scale.
 *
 * @param answers  one a row
 * @param from     the lowest answer there is
 * @param to       the highest
 * @param reason   what to say after it
 */
export function refuseOutside(answers: Column, from: number, to: number, reason: string): void {
  const { values } = answers;
  const outside = firstOutside(values instanceof Float64Array ? values : Float64Array.from(values), from, to);
  if (outside >= 0) answers.refuse(outside, `${values[outside]} ${reason}`);
}

/** Apart, so that it only ever sees numbers side by side. */
function firstOutside(values: Float64Array, from: number, to: number): number {
  for (let i = 0; i < values.length; i++) if (!(values[i]! >= from && values[i]! <= to)) return i;
  return -1;
}
