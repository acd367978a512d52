import { PeriodError, readPeriod } from '../../cells/readPeriod';
import { type Cell, isBlank } from '../../cells/value';

/**
 * The day that a cell names.
 *
 * @param cell    a date, or text that names one or a longer period
 * @param locale  language of month names
 * @param edge    which day of a longer period: its first, or its last ("done by Mar 2026")
 * @returns       its serial, null for a blank, or, in words, why it is no date
 */
export function readDate(cell: Cell, locale: string, edge: 'start' | 'end' = 'start'): number | null | string {
  if (isBlank(cell)) return null;
  try {
    return readPeriod(cell, { locale })[edge];
  } catch (error) {
    if (error instanceof PeriodError) return error.message;
    throw error;
  }
}
