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
