import { printRange, type Range } from '../cells/address';
import { call, type Formula, FormulaError, number, operation, reference, text } from '../cells/formula';
import { parseFormula } from '../cells/parseFormula';

const NAME = /\[([^\]]+)\]/g;

/** The ids of the columns that a template's formula names. */
export function namesIn(formula: string): string[] {
  return [...new Set([...formula.matchAll(NAME)].map(match => match[1]!))];
}

/**
 * A template's formula in one row of its sheet: `[won] / [opportunities]` as `IF(OR(C5="",B5="",B5=0),"",C5/B5)`. A blank
 * input gives a blank, and so does a zero that would be divided by.
 *
 * @param formula  other columns by their ids in brackets; + - * / ^ and numbers
 * @param cellOf   the cell of a column in that row
 */
export function rowFormula(formula: string, cellOf: (id: string) => Range): Formula {
  const bare = bareFormula(formula, cellOf);
  const isZero = (divisor: Formula) => operation(divisor, '=', number(0));
  const blanks = namesIn(formula).map(id => operation(reference(cellOf(id)), '=', text('')));
  // A divisor that is itself worked out can only be looked at once no input is blank.
  const [simple, composed] = [true, false].map(plain => divisors(bare).filter(part => 'reference' in part === plain));
  return blankIf([...blanks, ...simple!.map(isZero)], blankIf(composed!.map(isZero), bare));
}

function blankIf([first, ...others]: Formula[], otherwise: Formula): Formula {
  if (!first) return otherwise;
  return call('IF', others.length > 0 ? call('OR', first, ...others) : first, text(''), otherwise);
}

function bareFormula(formula: string, cellOf: (id: string) => Range): Formula {
  return parseFormula(formula.replace(NAME, (_, id: string) => printRange(cellOf(id))));
}

function divisors(formula: Formula): Formula[] {
  if ('negate' in formula) return divisors(formula.negate);
  if (!('operator' in formula)) return [];
  const { left, right } = formula;
  const own = formula.operator === '/' && !('number' in right) ? [right] : [];
  return [...divisors(left), ...divisors(right), ...own];
}

/**
 * What a template's formula comes to, so that its cells are written with their results.
 *
 * @param formula  as in the template
 * @param figureOf  the figure of a column; null where it is blank
 * @returns        null where an input is blank or would be divided by zero
 * @throws         FormulaError for anything but + - * / ^ and numbers
 */
export function rowResult(formula: string, figureOf: (id: string) => number | null): number | null {
  const names = namesIn(formula);
  const parsed = bareFormula(formula, id => ({ top: names.indexOf(id), left: 0, bottom: names.indexOf(id), right: 0 }));
  const result = compute(parsed, row => figureOf(names[row]!));
  return result !== null && Number.isFinite(result) ? result : null;
}

function compute(formula: Formula, figureOf: (row: number) => number | null): number | null {
  if ('number' in formula) return formula.number;
  if ('reference' in formula) return figureOf(formula.reference.top);
  if ('negate' in formula) return compute(operation(number(0), '-', formula.negate), figureOf);
  if (!('operator' in formula)) throw new FormulaError('a template computes with + - * / ^ and numbers only.');
  const left = compute(formula.left, figureOf);
  const right = compute(formula.right, figureOf);
  if (left === null || right === null) return null;
  switch (formula.operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return left ** right;
    default:
      throw new FormulaError('a template computes with + - * / ^ and numbers only.');
  }
}
