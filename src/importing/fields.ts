import { parseCsv } from 'hucre/csv';
import { readFigureText } from '../cells/figureText';

/** What is between two fields. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** The fields of a text, row by row, and what was between them. */
export interface Fields {
  rows: string[][];
  delimiter: Delimiter;
}

const DELIMITERS: Delimiter[] = ['\t', ';', ',', '|'];
/** A quoted field, whatever is in it. */
const QUOTED = /(^|[,;\t|\r\n])"(?:[^"]|"")*"/g;
/** How much of a text is tried with each delimiter. */
const PROBE = 20_000;
/** A first line that names the delimiter, as Excel writes and reads it. */
const NAMED = /^sep=([,;\t|])\r?\n/i;

/**
 * Takes a text apart into fields.
 *
 * @param text  as copied from a sheet or exported by a program: quoted fields may hold line breaks
 */
export function fieldsOf(text: string): Fields {
  const whole = text.replace(/^\ufeff/, '');
  const named = NAMED.exec(whole)?.[1] as Delimiter | undefined;
  const body = whole.replace(NAMED, '');
  const delimiter = named ?? delimiterOf(body);
  const rows = parsed(body, delimiter).map(row => row.map(cleaned));
  while (rows.length > 0 && rows[rows.length - 1]!.every(field => field.trim() === '')) rows.pop();
  return { rows, delimiter };
}

/**
 * The delimiter that makes a table of a text: most rows are equally wide, and what is in them are figures and words. So
 * `1.234,50;1.198,20` is two figures apart by a semicolon, and not three by commas.
 */
function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, PROBE)
    .replace(QUOTED, '$1quoted')
    .split(/\r\n?|\n/);
  const scores = DELIMITERS.map(delimiter => {
    const rows = lines.map(line => line.split(delimiter));
    return { delimiter, score: tidiness(rows, delimiter) };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function tidiness(rows: string[][], delimiter: Delimiter): number {
  const wide = rows.filter(row => row.length > 1);
  if (wide.length === 0) return 0;
  const widths = new Map<number, number>();
  for (const { length } of wide) widths.set(length, (widths.get(length) ?? 0) + 1);
  const filled = wide.flat().filter(field => field.trim() !== '');
  const others = DELIMITERS.filter(other => other !== delimiter && other !== ',');
  const sound = filled.filter(field => isFigureText(field) || !others.some(other => field.includes(other)));
  const figures = filled.filter(isFigureText);
  const share = (part: number, of: number) => (of === 0 ? 0 : part / of);
  return (
    share(wide.length, rows.length) *
    (share(Math.max(...widths.values()), wide.length) +
      share(sound.length, filled.length) +
      share(figures.length, filled.length))
  );
}

/** Whether a field may be a figure, whichever sign is before its decimals. */
export function isFigureText(field: string): boolean {
  return readFigureText(field, '.') !== null || readFigureText(field, ',') !== null;
}

/** A quote that is never closed is a mark for inches, not the beginning of a field as long as the file. */
function parsed(text: string, delimiter: Delimiter): string[][] {
  const quotes = text.split('"').length - 1;
  return parseCsv(text, { delimiter, ...(quotes % 2 === 1 && { quote: '\0' }) }) as string[][];
}

/** Without signs that no cell can hold; a line break inside a field is one sign. */
function cleaned(field: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  return field.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '');
}
