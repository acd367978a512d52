import { movementOf } from '../../src/review/score/movement';

/**
 * How a figure or a business function has moved of late.
 *
 * @param momentum  direction-adjusted, in multiples of what routine variation does
 * @returns         "improving (+2.4)", "worsening (−3.1)", "hardly moving (+0.3)"
 */
export function momentumInWords(momentum: number): string {
  return `${movementOf(momentum)} (${momentum < 0 ? '−' : '+'}${Math.abs(momentum).toFixed(1)})`;
}
