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
  for (let i = 0; i < values.length; i++) {
    if (!(values[i]! >= from && values[i]! <= to)) answers.refuse(i, `${values[i]} ${reason}`);
  }
}
