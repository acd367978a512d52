/**
 * How a figure or a business function has moved of late.
 *
 * @param momentum  direction-adjusted, in multiples of what routine variation does
 * @returns         "+2.4, better", "−3.1, worse", "+0.3, steady" within ±2
 */
export function momentumInWords(momentum: number): string {
  const verdict = momentum > 2 ? 'better' : momentum < -2 ? 'worse' : 'steady';
  return `${momentum < 0 ? '−' : '+'}${Math.abs(momentum).toFixed(1)}, ${verdict}`;
}
