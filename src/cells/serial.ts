/**
 * Dates as spreadsheets keep them: days since 30 December 1899, so that 1 January 1900 + 1 is 2 and every day from
 * 1 March 1900 on has the number that Excel, Sheets and LibreOffice all give it. Fractions are times of day. Nothing here
 * knows a time zone or a clock, so a change to summer time changes nothing.
 */
export interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

/** Serial of 1 January 1970. */
const EPOCH = 25_569;
/** Serials of 1 January 1900 and 31 December 9999: what a date cell can hold. */
export const FIRST_SERIAL = 1;
export const LAST_SERIAL = 2_958_465;

/**
 * The serial number of a day.
 *
 * @param year   four digits
 * @param month  1 to 12; others count on into the years before or after
 * @param day    1 to 31; others count on into the months before or after
 * @returns      whole serial
 * @source       Hinnant, chrono-compatible low-level date algorithms, days_from_civil
 */
export function serialOf(year: number, month: number, day: number): number {
  const carried = year + Math.floor((month - 1) / 12);
  const within = modulo(month - 1, 12) + 1;
  const shifted = within <= 2 ? carried - 1 : carried;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (within + (within > 2 ? -3 : 9)) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468 + EPOCH + day - 1;
}

/**
 * The day of a serial number, its time of day dropped.
 *
 * @param serial  days since 30 December 1899
 * @source        Hinnant, chrono-compatible low-level date algorithms, civil_from_days
 */
export function dayOf(serial: number): Day {
  const days = Math.floor(serial) - EPOCH + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return serialOf(year, month + 1, 1) - serialOf(year, month, 1);
}

/** The serial of a day that the calendar has, or null: 30 February has none. */
export function realDay(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const serial = serialOf(year, month, day);
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serial : null;
}

/**
 * The same day some months later or earlier, as EDATE does: the month's last day where it is shorter.
 *
 * @param serial  a day
 * @param months  whole months, negative for earlier
 */
export function addMonths(serial: number, months: number): number {
  const { year, month, day } = dayOf(serial);
  const first = dayOf(serialOf(year, month + months, 1));
  return serialOf(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
}

/** The weekday of a serial: 1 Monday to 7 Sunday, as ISO 8601 counts. */
export function weekday(serial: number): number {
  return modulo(Math.floor(serial) - 2, 7) + 1;
}

/** The first day of the week that a day lies in; `weekStart` is 1 Monday to 7 Sunday. */
export function startOfWeek(serial: number, weekStart = 1): number {
  return Math.floor(serial) - modulo(weekday(serial) - weekStart, 7);
}

/** Serial of the Monday of an ISO week, or null where the year has no such week. */
export function isoWeekStart(year: number, week: number): number | null {
  const start = startOfWeek(serialOf(year, 1, 4)) + (week - 1) * 7;
  // The week belongs to the year of its Thursday.
  return week >= 1 && dayOf(start + 3).year === year ? start : null;
}

/** `2026-01-05` for a serial. */
export function isoDate(serial: number): string {
  const { year, month, day } = dayOf(serial);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The serial of `2026-01-05`, or null where it is no such text or no such day. */
export function readIsoDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  return match ? realDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The remainder that is never negative. */
export function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
