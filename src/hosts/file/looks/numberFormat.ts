/** Days from 1 January 1904, where older Excel for Mac begins to count, back to where serial numbers do. */
export const DAYS_TO_1904 = 1462;

/** Excel's number formats that a file names by a number only, as far as the product writes them, and the dates among all. */
const BUILT_IN: Record<string, number> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** The number of a format that needs no definition in the file, or undefined. */
export function builtInFormat(code: string): number | undefined {
  return BUILT_IN[code];
}

/**
 * Whether a number format shows a day of the calendar. A time of day or a duration alone (`h:mm`, `[h]:mm`) does not: it
 * is the same number whatever day the workbook counts from.
 *
 * @param format  a format code, or the number of a built-in one
 */
export function showsDay(format: string | number): boolean {
  if (typeof format === 'number') return BUILT_IN_DATES.has(format);
  const bare = format.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '');
  return /[yd]|mmm/i.test(bare);
}
