import { printRange } from './address';
import { type Dialect, type Formula, FormulaError, type Operator } from './formula';
import { storedName, storedOurName } from './storedNames';

/** How tightly each form binds, loosest first. Negation binds tighter than a power, as Excel has it. */
const BINDING: Record<Operator, number> = {
  ...{ '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1, '&': 2 },
  ...{ '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 },
};
const NEGATION = 6;
const CLOSED = 7;

/**
 * Prints a formula in the spelling of the place where it is going to be written, without the leading `=`.
 *
 * @param formula  the model
 * @param dialect  `sheets`: `;` between arguments and no decimal point, so that every locale reads it; `excel`: our functions
 *                 as `COMPASS.NAME`; `univer`: bare names; `file`: as an .xlsx package stores them
 * @param isOurs   which function names are the add-in's own; none when left out
 * @returns        the text, with no more parentheses than it needs
 * @throws         FormulaError for a number that no cell can hold
 */
export function printFormula(
  formula: Formula,
  dialect: Dialect,
  isOurs: (name: string) => boolean = () => false,
): string {
  const separator = dialect === 'sheets' ? ';' : ',';

  function print(part: Formula): string {
    if ('number' in part) return printNumber(part.number, dialect);
    if ('text' in part) return quoted(part.text);
    // Rows are parted by `;` in every locale; columns are not.
    if ('texts' in part) return `{${part.texts.map(quoted).join(';')}}`;
    if ('boolean' in part) return part.boolean ? 'TRUE' : 'FALSE';
    if ('reference' in part) return printRange(part.reference, dialect === 'sheets' ? 'open' : 'numbered');
    if ('call' in part) return `${spell(part.call)}(${part.arguments.map(print).join(separator)})`;
    if ('negate' in part) return `-${within(part.negate, binding(part.negate) < CLOSED)}`;
    if ('span' in part) return part.span.map(print).join(':');
    if ('operator' in part) return printOperation(part.operator, part.left, part.right);
    return '';
  }

  function printOperation(operator: Operator, left: Formula, right: Formula): string {
    const own = BINDING[operator];
    // Hosts disagree on -2^2 and 2^3^2: a power shows what belongs to it. A minus after an operator is set apart.
    const leftLoose = operator === '^' ? binding(left) < CLOSED : binding(left) < own;
    const rightLoose = binding(right) <= own || (own > BINDING['&'] && binding(right) === NEGATION);
    return within(left, leftLoose) + operator + within(right, rightLoose);
  }

  function within(part: Formula, parenthesised: boolean): string {
    return parenthesised ? `(${print(part)})` : print(part);
  }

  function spell(name: string): string {
    if (isOurs(name))
      return { sheets: name, univer: name, excel: `COMPASS.${name}`, file: storedOurName(name) }[dialect];
    return dialect === 'file' ? storedName(name) : name;
  }

  return print(formula);
}

function binding(formula: Formula): number {
  if ('operator' in formula) return BINDING[formula.operator];
  if ('negate' in formula) return NEGATION;
  return 'number' in formula && formula.number < 0 ? NEGATION : CLOSED;
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

function printNumber(value: number, dialect: Dialect): string {
  if (!Number.isFinite(value)) throw new FormulaError('A formula cannot hold a number that is not finite.');
  const digits = String(Math.abs(value)).toUpperCase();
  const plain = dialect === 'sheets' && /[.E]/.test(digits) ? quotient(digits) : digits;
  return value < 0 ? `-${plain}` : plain;
}

/** A decimal as whole numbers only: `0.25` is `(25/100)`, `1.5E-10` is `(15/10^11)`. */
function quotient(digits: string): string {
  const [mantissa, exponent = '0'] = digits.split('E') as [string, string?];
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
  const power = Number(exponent) - fraction.length;
  const numerator = (whole + fraction).replace(/^0+(?=\d)/, '');
  if (power >= 0) return `(${numerator}*10^${power})`;
  return `(${numerator}/${power >= -15 ? `1${'0'.repeat(-power)}` : `10^${-power}`})`;
}
