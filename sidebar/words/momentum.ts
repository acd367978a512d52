/** What a figure or a business function does now, which is not the verdict on whether it has changed. */
export type Movement = 'improving' | 'worsening' | 'hardly moving';

/**
 * Which way something moves.
 *
 * @param momentum  direction-adjusted, in multiples of what routine variation does; within ±2 it hardly moves
 */
export function movementOf(momentum: number): Movement {
  return momentum > 2 ? 'improving' : momentum < -2 ? 'worsening' : 'hardly moving';
}

/**
 * How a figure or a business function has moved of late.
 *
 * @param momentum  direction-adjusted, in multiples of what routine variation does
 * @returns         "improving (+2.4)", "worsening (−3.1)", "hardly moving (+0.3)"
 */
export function momentumInWords(momentum: number): string {
  return `${movementOf(momentum)} (${momentum < 0 ? '−' : '+'}${Math.abs(momentum).toFixed(1)})`;
}
