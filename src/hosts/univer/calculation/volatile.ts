/** Functions whose result changes without any cell changing. */
const volatile = /\b(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;

/** Whether a formula has to be calculated anew whenever its workbook is opened. */
export function isVolatile(formula: string): boolean {
  return volatile.test(formula);
}
