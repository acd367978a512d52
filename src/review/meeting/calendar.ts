import { readIsoDate } from '../../cells/serial';

/** Bytes of a line of a calendar file, its line break not counted (RFC 5545, 3.1). */
const LINE = 75;

/**
 * The next review as a calendar file: a whole day, since nobody has said a time.
 *
 * @param date   the day, `YYYY-MM-DD`
 * @param stamp  when it is written, `YYYY-MM-DD`
 * @param about  what is said of it
 * @source       RFC 5545
 */
export function calendarFile(date: string, stamp: string, about: string): string {
  const compact = date.replace(/-/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Strategic Compass//Review//EN',
    'BEGIN:VEVENT',
    `UID:review-${compact}@strategic-compass.invalid`,
    `DTSTAMP:${stamp.replace(/-/g, '')}T000000Z`,
    `DTSTART;VALUE=DATE:${compact}`,
    'SUMMARY:Review: Strategic Compass',
    `DESCRIPTION:${escaped(about)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return readIsoDate(date) === null ? '' : `${lines.map(folded).join('\r\n')}\r\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

/** A line of more bytes than allowed goes on in the next, after a space; no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, bytes] = ['', 0];
  for (const character of line) {
    const size = sizeOf(character.codePointAt(0)!);
    if (bytes + size > LINE) {
      parts.push(part);
      [part, bytes] = [' ', 1];
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}

/** Bytes of a character in UTF-8. */
function sizeOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
