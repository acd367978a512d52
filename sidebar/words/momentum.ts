/**
 * How a figure or a business function has moved of late.
 *
 * @param momentum  direction-adjusted, in multiples of what routine variation does
 * @returns         "improving (+2.4)", "worsening (−3.1)", "hardly moving (+0.3)" within ±2: what it does now, which is not
 *                  the verdict on whether it has changed
 */
export function momentumInWords(momentum: number): string {
  const moving = momentum > 2 ? 'improving' : momentum < -2 ? 'worsening' : 'hardly moving';
  return `${moving} (${momentum < 0 ? '−' : '+'}${Math.abs(momentum).toFixed(1)})`;
}
