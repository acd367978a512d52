const DAY = 86_400_000;
/** The serial number of 1 January 1970, counted from 30 December 1899. */
const EPOCH = 25_569;

/** Whether something is a date, also one made in another realm, as Sheets hands to custom functions. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/**
 * Turns dates into the serial numbers that the spreadsheet's cells hold. Sheets makes a `Date` of a cell by reading its
 * serial as clock time in the spreadsheet's own time zone; the same zone has to lead back, or a day is lost east or west
 * of it. The script's own zone is never used, and no service is called, however many dates there are.
 *
 * @param zone  IANA name, as `Spreadsheet.getSpreadsheetTimeZone()` says
 * @returns     a function from a date to its serial (days since 30 December 1899, the time of day as their fraction)
 */
export function serialsIn(zone: string): (date: Date) => number {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  // A ledger has many lines a day, and the zone's clock is slow to ask.
  const known = new Map<number, number>();
  return date => {
    const instant = date.getTime();
    const serial = known.get(instant) ?? read(date, instant);
    known.set(instant, serial);
    return serial;
  };

  function read(date: Date, instant: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of clock.formatToParts(date)) part[type] = Number(value);
    const shown = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
    // The clock shows whole seconds; a zone's offset is whole seconds as well, so the thousandths are the instant's own.
    const thousandths = ((instant % 1000) + 1000) % 1000;
    return (shown + thousandths) / DAY + EPOCH;
  }
}
