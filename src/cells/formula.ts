import { parseRange, type Range } from './address';

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/**
 * A formula as data: what the core writes, whatever the host's spelling. It is plain JSON, so that an edit that carries
 * one can be previewed, sent to a host as JSON, and compared. A call bears the function's bare name.
 */
export type Formula =
  | { number: number }
  | { text: string }
  | { boolean: boolean }
  /** A list of constant texts, one below the other. */
  | { texts: string[] }
  | { reference: Range }
  | { call: string; arguments: Formula[] }
  | { operator: Operator; left: Formula; right: Formula }
  | { negate: Formula }
  /** From one cell that a function finds to another: `INDEX(A:A,2):INDEX(A:A,9)`. */
  | { span: [Formula, Formula] }
  /** An argument left out between two separators. */
  | { omitted: true };

/** Where a formula is going to be written. `file` is the stored form inside an .xlsx package. */
export type Dialect = 'sheets' | 'excel' | 'univer' | 'file';

/** A formula that cannot be read or written, with a message for people. */
export class FormulaError extends Error {
  override name = 'FormulaError';
}

export const number = (value: number): Formula => ({ number: value });
export const text = (value: string): Formula => ({ text: value });
export const texts = (list: readonly string[]): Formula => ({ texts: [...list] });
export const omitted: Formula = { omitted: true };

/** A reference to cells, from a range or from its A1 form. */
export function reference(range: Range | string): Formula {
  return { reference: typeof range === 'string' ? parseRange(range) : range };
}

/** `call('IF', condition, then, otherwise)` */
export function call(name: string, ...args: Formula[]): Formula {
  return { call: name, arguments: args };
}

/** `operation(reference('B4'), '=', text(''))` */
export function operation(left: Formula, operator: Operator, right: Formula): Formula {
  return { operator, left, right };
}

/** The negative of a formula; of a number, the negative number. */
export function negate(formula: Formula): Formula {
  return 'number' in formula ? { number: formula.number === 0 ? 0 : -formula.number } : { negate: formula };
}

/** The names of all functions that a formula calls, outermost first. */
export function callsIn(formula: Formula): string[] {
  if ('call' in formula) return [formula.call, ...formula.arguments.flatMap(callsIn)];
  if ('operator' in formula) return [...callsIn(formula.left), ...callsIn(formula.right)];
  if ('span' in formula) return formula.span.flatMap(callsIn);
  return 'negate' in formula ? callsIn(formula.negate) : [];
}

/** Whether a formula calls a function, anywhere in it. */
export function calls(formula: Formula, name: string): boolean {
  if ('call' in formula) return formula.call === name || formula.arguments.some(argument => calls(argument, name));
  if ('operator' in formula) return calls(formula.left, name) || calls(formula.right, name);
  if ('span' in formula) return formula.span.some(end => calls(end, name));
  return 'negate' in formula && calls(formula.negate, name);
}

/** Every range that a formula points at, in the order of its spelling. */
export function rangesIn(formula: Formula): Range[] {
  if ('reference' in formula) return [formula.reference];
  if ('call' in formula) return formula.arguments.flatMap(rangesIn);
  if ('operator' in formula) return [...rangesIn(formula.left), ...rangesIn(formula.right)];
  if ('span' in formula) return formula.span.flatMap(rangesIn);
  return 'negate' in formula ? rangesIn(formula.negate) : [];
}
