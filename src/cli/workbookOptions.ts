import { readIsoDate } from '../cells/serial';
import type { Args, Option } from './command';
import type { Io } from './io';
import { UsageError } from './usage';

/** Options of every command that reads a workbook. */
export const READING: Record<string, Option> = {
  'as-of': { value: 'DATE', help: 'the date of the review, like 2017-04-10; today by default' },
  locale: { value: 'TAG', help: "the language of the workbook's dates, like de-DE; the system's by default" },
};

/** Options of every command that writes one. */
export const WRITING: Record<string, Option> = {
  out: { value: 'OUT.xlsx', short: 'o', help: 'the file to write; an existing one is replaced' },
  'in-place': { help: 'replace the file itself' },
  'dry-run': { help: 'show what would be written, cell by cell, and write nothing' },
  json: { help: 'with --dry-run: show it as JSON' },
};

/** The day and the language that a workbook is read with. */
export interface ReadingOptions {
  today: number;
  locale: string;
}

/** How to read a workbook, from `--as-of` and `--locale`. */
export function readingOptions(args: Args, io: Io): ReadingOptions {
  const date = args.text('as-of');
  const today = date === undefined ? io.today : readIsoDate(date);
  if (today === null) throw new UsageError(`--as-of: '${date}' is not a day; write it like 2017-04-10.`);
  const locale = args.text('locale') ?? io.locale;
  try {
    return { today, locale: Intl.getCanonicalLocales(locale)[0] ?? io.locale };
  } catch {
    throw new UsageError(`--locale: '${locale}' is not a language tag; write it like en-GB or de-DE.`);
  }
}

/** The one file that a command works on. */
export function onlyFile(words: string[], usage: string): string {
  if (words.length !== 1) throw new UsageError(`One file is needed: compass ${usage}`);
  return words[0]!;
}
