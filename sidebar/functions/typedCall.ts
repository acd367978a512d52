import { parseRange } from '../../src/cells/address';
import { call, type Formula, omitted } from '../../src/cells/formula';
import { dayOf, readIsoDate } from '../../src/cells/serial';
import type { CellFunction, Parameter } from '../../src/functions/definition';
import { parseFigure } from '../words/parseFigure';

/** A call as a person filled it in, or what is wrong with each parameter, by name. */
export type TypedCall = { formula: Formula } | { wrong: Record<string, string> };

/**
 * Makes a formula of what was typed for each parameter. What reads as cells becomes a reference, a number a number, and
 * everything else text: nothing that is typed here can become a formula of its own.
 *
 * @param definition  the function
 * @param texts       what was typed, by parameter; blank leaves an optional one out
 * @param locale      of typed numbers
 */
export function typedCall(
  { name, parameters }: CellFunction,
  texts: Record<string, string>,
  locale: string,
): TypedCall {
  const wrong: Record<string, string> = {};
  const given = parameters.map(parameter => {
    const read = argumentOf(parameter, (texts[parameter.name] ?? '').trim(), locale);
    if (typeof read !== 'string') return read;
    wrong[parameter.name] = read;
    return omitted;
  });
  if (Object.keys(wrong).length > 0) return { wrong };
  while (given.length > 0 && given[given.length - 1] === omitted) given.pop();
  return { formula: call(name, ...given) };
}

/** The argument, or why it is none. */
function argumentOf({ optional, type, choices }: Parameter, text: string, locale: string): Formula | string {
  if (text === '') return optional ? omitted : 'Type cells such as B2:B13, or take the selected ones.';
  const cells = rangeOf(text);
  if (cells) return cells;
  if (type === 'date') return dateOf(text) ?? 'Type cells, or a date like 2026-01-31.';
  const figure = parseFigure(text, locale);
  if (typeof figure === 'number' && type !== 'text') return { number: figure };
  if (type === 'number') return `'${text}' is not a cell, a range or a number.`;
  if (type === 'boolean')
    return ['true', 'yes', 'false', 'no'].includes(text.toLowerCase())
      ? { boolean: /^(true|yes)$/i.test(text) }
      : 'Type cells, or true or false.';
  if (choices && !choices.some(choice => choice.toLowerCase() === text.toLowerCase())) {
    return `Type cells, or one of: ${choices.join(', ')}.`;
  }
  return { text };
}

function rangeOf(text: string): Formula | null {
  // A bare word is text even where it could be the name of a column.
  if (!/[\d!:]/.test(text)) return null;
  try {
    return { reference: parseRange(text) };
  } catch {
    return null;
  }
}

function dateOf(text: string): Formula | null {
  const serial = readIsoDate(text);
  if (serial === null) return null;
  const { year, month, day } = dayOf(serial);
  return call('DATE', { number: year }, { number: month }, { number: day });
}
