import { fixed, parseRange, type Range, sameCells } from '../../cells/address';
import { call, type Formula, FormulaError, number, operation, reference, text } from '../../cells/formula';
import { parseFormula } from '../../cells/parseFormula';
import type { Cadence } from '../../cells/period';
import type { Combine, Gaps } from '../register';

/**
 * What a cell of `Compass Data` holds for a figure that is in a cell of the owner's: it follows that cell wherever
 * rows are sorted, and a blank stays a blank.
 *
 * @param cell  the owner's cell, with its sheet
 * @returns     `IF(Weekly!$B$4="","",Weekly!$B$4)`
 */
export function pointingAt(cell: Range): Formula {
  const figure = reference(fixed(cell));
  return call('IF', operation(figure, '=', text('')), text(''), figure);
}

/**
 * A criterion that every number meets and nothing else: `<>` would count text, and cells whose formula shows an empty text,
 * so that a sum of no numbers would be 0 and their mean an error.
 */
export const ANY_NUMBER = '>-1E+300';

/** How figures are added up by date. */
export interface AddingUp {
  /** Sum, mean, or the figure of the newest date in the period. */
  combine: Combine;
  /** The length of the period. */
  cadence: Cadence;
  /** What a sum is in a period without lines, between the first date and the last; null where nobody chose. */
  gaps: Gaps | null;
  /** Whether dates are as text that begins `2026-01-31`, as exports with a time zone have them; never with `last`. */
  textDates: boolean;
  /** Of rates that are one column out of another: their totals are divided, whatever `combine` says. */
  ratio: { part: Range; whole: Range } | null;
}

/**
 * What a cell of `Compass Data` holds for a figure that is added up by date.
 *
 * @param source      values and their dates, whole columns or ranges of one shape, with their sheets
 * @param how         how they are added up
 * @param periodCell  the row's own *Period* cell; its column is fixed, its row moves with the sheet's
 * @returns           `IF(COUNTIFS(dates,">="&$A2,dates,"<"&EDATE($A2,1),values,">-1E+300")=0,"",SUMIFS(…))`
 */
export function addingUp(
  source: { values: Range; periods: Range },
  { combine, cadence, gaps, textDates, ratio }: AddingUp,
  periodCell: { row: number; column: number },
): Formula {
  const values = reference(fixed(source.values));
  const dates = reference(fixed(source.periods));
  const { row, column } = periodCell;
  const start = reference({
    top: row,
    left: column,
    bottom: row,
    right: column,
    absolute: { left: true, right: true },
  });
  const end = endOf(start, cadence);
  const inPeriod = [dates, operation(text('>='), '&', start), dates, operation(text('<'), '&', end)];
  const filled = [values, text(ANY_NUMBER)];
  // Of events without an amount the lines are counted, by the dates themselves.
  const counts = sameCells(source.values, source.periods);
  if (textDates && counts) {
    const lines = (...criteria: Formula[]) => call('COUNTIFS', ...criteria);
    const count = onDates(lines, inPeriod, dates, datesAsText(start, cadence));
    return call('IF', operation(count, '=', number(0)), text(''), count);
  }
  if (textDates) {
    const patterns = datesAsText(start, cadence);
    const sum = onDates((...criteria) => call('SUMIFS', values, ...criteria), inPeriod, dates, patterns);
    const count = onDates((...criteria) => call('COUNTIFS', ...criteria, ...filled), inPeriod, dates, patterns);
    const figure = combine === 'sum' ? sum : operation(sum, '/', count);
    return call('IF', operation(count, '=', number(0)), text(''), figure);
  }
  const none = operation(call('COUNTIFS', ...inPeriod, ...filled), '=', number(0));
  if (ratio) {
    const [part, whole] = [ratio.part, ratio.whole].map(range => call('SUMIFS', reference(fixed(range)), ...inPeriod));
    const nothing = call('OR', none, operation(whole!, '=', number(0)));
    return call('IF', nothing, text(''), operation(part!, '/', whole!));
  }
  const figure: Record<Combine, Formula> = {
    sum: counts ? call('COUNTIFS', ...inPeriod) : call('SUMIFS', values, ...inPeriod),
    mean: call('AVERAGEIFS', values, ...inPeriod),
    last: call('AVERAGEIFS', values, dates, call('MAXIFS', dates, ...inPeriod, ...filled)),
  };
  const outside = call('OR', operation(start, '>', call('MAX', dates)), operation(end, '<=', call('MIN', dates)));
  return call('IF', combine === 'sum' && gaps === 'zero' ? outside : none, text(''), figure[combine]);
}

/** What is found on real dates and on dates that are text; LibreOffice finds real ones by their looks too, once too often. */
function onDates(
  found: (...criteria: Formula[]) => Formula,
  inPeriod: Formula[],
  dates: Formula,
  patterns: Formula[],
): Formula {
  return patterns.reduce(
    (sum, pattern) => {
      const twice = found(dates, pattern, dates, text(ANY_NUMBER));
      return operation(operation(sum, '+', found(dates, pattern)), '-', twice);
    },
    found(...inPeriod),
  );
}

/** The dates of a period as text begins with them: `2026-01-*` for a month, a pattern a day for a week. */
function datesAsText(start: Formula, cadence: Cadence): Formula[] {
  const two = (part: 'MONTH' | 'DAY', of: Formula) =>
    call('RIGHT', operation(text('0'), '&', call(part, of)), number(2));
  const joined = (...parts: Formula[]) => parts.reduce((one, other) => operation(one, '&', other));
  const month = (day: Formula) => joined(call('YEAR', day), text('-'), two('MONTH', day), text('-'));
  const later = (days: number) => (days === 0 ? start : operation(start, '+', number(days)));
  if (cadence === 'day' || cadence === 'week') {
    const days = Array.from({ length: cadence === 'day' ? 1 : 7 }, (_, i) => later(i));
    return days.map(day => joined(month(day), two('DAY', day), text('*')));
  }
  const months = Array.from({ length: cadence === 'month' ? 1 : 3 }, (_, i) =>
    i === 0 ? start : call('EDATE', start, number(i)),
  );
  return months.map(day => joined(month(day), text('*')));
}

/** Whether a formula of `addingUp` takes a period without lines for zero. */
export function countsGapsAsZero(formula: string): boolean {
  return /\bMAX\(/i.test(formula) && /\bMIN\(/i.test(formula);
}

/** Whether a formula of `addingUp` reads dates that are as text. */
export function readsTextDates(formula: string): boolean {
  return /\bRIGHT\("0"&MONTH\(/i.test(formula);
}

/** The first day after a period. */
function endOf(start: Formula, cadence: Cadence): Formula {
  if (cadence === 'day') return operation(start, '+', number(1));
  if (cadence === 'week') return operation(start, '+', number(7));
  return call('EDATE', start, number(cadence === 'month' ? 1 : 3));
}

/** The two columns whose totals a formula of `addingUp` divides; null where it does not. */
export function ratioIn(formula: string): AddingUp['ratio'] {
  const parsed = tryParse(formula);
  return parsed && quotientIn(parsed);
}

function quotientIn(formula: Formula): AddingUp['ratio'] {
  const quotient = 'call' in formula && formula.call === 'IF' ? formula.arguments[2] : undefined;
  if (!quotient || !('operator' in quotient) || quotient.operator !== '/') return null;
  const [part, whole] = [quotient.left, quotient.right].map(side =>
    'call' in side && side.call === 'SUMIFS' && side.arguments[0] && 'reference' in side.arguments[0]
      ? side.arguments[0].reference
      : null,
  );
  return part && whole ? { part, whole } : null;
}

/** Where the figure of a cell of `Compass Data` comes from, as its formula says. */
export type Origin = { cell: Range } | { values: Range; periods: Range };

/**
 * Reads the origin back from a formula: also from one that was typed by hand or simplified (`=Weekly!B4`).
 *
 * @param formula  as its host spells it, or null
 * @returns        the owner's cell, or the ranges that are added up; null where the formula is of another kind
 */
export function originOf(formula: string | null): Origin | null {
  if (formula === null) return null;
  const own = POINTING.exec(formula);
  if (own) return { cell: parseRange(own[1]!) };
  const parsed = tryParse(formula);
  return parsed && (ratedIn(parsed) ?? originIn(parsed));
}

/**
 * A formula of `pointingAt` as it was written, not too far to the right or down for any sheet. Most cells of `Compass Data`
 * hold one: they need not be parsed word by word.
 */
const POINTING = /^=?IF\(((?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$[A-Z]{1,2}\$[1-9]\d{0,5})="","",\1\)$/u;

function tryParse(formula: string): Formula | null {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

/** The rates whose totals a formula divides: it asks whether there are any before. */
function ratedIn(formula: Formula): Origin | null {
  if (!('call' in formula) || formula.call !== 'IF' || quotientIn(formula) === null) return null;
  const counts = callsTo('COUNTIFS', formula.arguments[0]!);
  const [periods, , , , values] = counts?.arguments ?? [];
  if (!periods || !('reference' in periods) || !values || !('reference' in values)) return null;
  return { values: values.reference, periods: periods.reference };
}

function callsTo(name: string, formula: Formula): { call: string; arguments: Formula[] } | null {
  if ('operator' in formula) return callsTo(name, formula.left) ?? callsTo(name, formula.right);
  if (!('call' in formula)) return null;
  if (formula.call === name) return formula;
  return formula.arguments.reduce<ReturnType<typeof callsTo>>((found, each) => found ?? callsTo(name, each), null);
}

function originIn(formula: Formula): Origin | null {
  if ('reference' in formula) return isCell(formula.reference) ? { cell: formula.reference } : null;
  if ('operator' in formula) {
    const sum = originIn(formula.left);
    return sum && 'values' in sum ? sum : null;
  }
  if (!('call' in formula)) return null;
  if (formula.call === 'IF') return formula.arguments[2] ? originIn(formula.arguments[2]) : null;
  if (formula.call === 'COUNTIFS') {
    const [dates] = formula.arguments;
    return dates && 'reference' in dates ? { values: dates.reference, periods: dates.reference } : null;
  }
  if (formula.call !== 'SUMIFS' && formula.call !== 'AVERAGEIFS') return null;
  const [values, periods] = formula.arguments;
  if (!values || !('reference' in values) || !periods || !('reference' in periods)) return null;
  return { values: values.reference, periods: periods.reference };
}

/** One cell of another sheet. */
function isCell({ sheet, top, left, bottom, right }: Range): boolean {
  return sheet !== undefined && top === bottom && left === right;
}
