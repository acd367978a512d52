import { AddressError, parseRange, printRange } from '../cells/address';
import type { Place } from '../workbook/register';

/** A command that was typed wrongly. Its message says what to type; the command exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * A number as a person types it on the command line.
 *
 * @param option  for the message
 * @param text    `420`, `-0.5`, `35%`; undefined where the option was left out
 * @throws        UsageError
 */
export function readNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const match = /^([-+]?(?:\d+\.?\d*|\.\d+))(%?)$/.exec(text.trim());
  if (!match) throw new UsageError(`--${option}: '${text}' is not a number; write it like 420, 0.35 or 35%.`);
  // Divided as text, so that 7% is 0.07 and not 0.07000000000000001.
  return Number(match[2] ? `${match[1]}e-2` : match[1]);
}

/**
 * One of a few words.
 *
 * @throws UsageError that lists them
 */
export function readWord<T extends string>(
  option: string,
  text: string | undefined,
  words: readonly T[],
): T | undefined {
  if (text === undefined) return undefined;
  const word = words.find(each => each === text.trim().toLowerCase());
  if (!word) throw new UsageError(`--${option}: '${text}' is not one of ${words.join(', ')}.`);
  return word;
}

/** An option that a command can't do without. */
export function needed(option: string, text: string | undefined, example: string): string {
  if (text === undefined || text.trim() === '')
    throw new UsageError(`--${option} is missing; write it like ${example}.`);
  return text.trim();
}

/**
 * Cells of a sheet, as `SHEET!RANGE` names them.
 *
 * @throws UsageError
 */
export function placeOf(option: string, text: string): Place {
  try {
    const { sheet, ...cells } = parseRange(text);
    if (sheet !== undefined) return { sheet, range: printRange(cells) };
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    throw new UsageError(`--${option}: ${error.message}`);
  }
  throw new UsageError(`--${option}: '${text}' has no sheet name; write it like Weekly!${text}.`);
}
