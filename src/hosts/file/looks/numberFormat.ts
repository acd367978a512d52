/** Days from 1 January 1904, where older Excel for Mac begins to count, back to where serial numbers do. */
export const DAYS_TO_1904 = 1462;

/** The number formats that a file names by a number only (ECMA-376 part 1, 18.8.30 numFmt), as Excel shows them in English. */
const BUILT_IN: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);\\($#,##0\\)',
  6: '$#,##0_);[Red]\\($#,##0\\)',
  7: '$#,##0.00_);\\($#,##0.00\\)',
  8: '$#,##0.00_);[Red]\\($#,##0.00\\)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};
/** Those that are the same in every language. */
const SAME_EVERYWHERE = [0, 1, 2, 3, 4, 9, 10, 49];
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** The number of a format that needs no definition in the file, or undefined. */
export function builtInFormat(code: string): number | undefined {
  return SAME_EVERYWHERE.find(id => BUILT_IN[id] === code);
}

/** The code of a built-in format; the dates of Eastern calendars have none in English and read as the plain one. */
export function builtInCode(id: number): string {
  return BUILT_IN[id] ?? (BUILT_IN_DATES.has(id) ? BUILT_IN[14]! : 'General');
}

/** Whether a number format shows a time of day or a duration. */
export function showsTime(format: string): boolean {
  return /[hs]/i.test(bare(format)) || /\[[hms]+\]/i.test(format);
}

/**
 * Whether a number format shows a day of the calendar. A time of day or a duration alone (`h:mm`, `[h]:mm`) does not: it
 * is the same number whatever day the workbook counts from.
 *
 * @param format  a format code, or the number of a built-in one
 */
export function showsDay(format: string | number): boolean {
  if (typeof format === 'number') return BUILT_IN_DATES.has(format);
  return /[yd]|mmm/i.test(bare(format));
}

/** A format without texts, skipped characters, colours and conditions. */
function bare(format: string): string {
  return format.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '');
}
