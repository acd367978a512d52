/** Rounded to a fifth of how far figures scatter, or to two digits where they do not scatter at all. */
export function roundedBy(value: number, scatter: number): number {
  const size = scatter > 0 ? scatter / 5 : Math.abs(value) / 20;
  if (size === 0) return value;
  const step = 10 ** Math.floor(Math.log10(size));
  // Through the number's text, so that 0.35 is not 0.35000000000000003.
  return Number((Math.round(value / step) * step).toPrecision(12));
}
