import { fixed, printRange, type Range } from '../../cells/address';
import { call, callsIn, type Formula, FormulaError, number, operation, reference, text } from '../../cells/formula';
import { parseFormula } from '../../cells/parseFormula';
import { FUNCTIONS } from './calculate';

/** A cell that a template's formula names: `[won]`, `[won?]`, `[won:all]`. */
export interface Named {
  id: string;
  /** Which of its cells; of the formula's own row where empty. */
  part: '' | '?' | 'before' | 'all' | 'latest' | 'periods' | 'total' | 'next';
}

const NAME = /\[([A-Za-z_][A-Za-z0-9_]*)(\?|:[a-z]+)?\]/g;
/** What a formula may name besides columns and labels: never blank. */
export const BESIDE = ['period', 'year'];
const PARTS = ['', '?', 'before', 'all', 'latest', 'periods', 'total', 'next'];
/** Less than any figure of a business: what is greater is a number. */
const ANY_NUMBER = '>-999999999999';

/**
 * The cells that a template's formula names, each once.
 *
 * @throws  FormulaError for brackets that name nothing
 */
export function namesIn(formula: string): Named[] {
  const names = [...formula.matchAll(NAME)].map(([, id, part = '']): Named => {
    const bare = part.replace(':', '') as Named['part'];
    if (!PARTS.includes(bare))
      throw new FormulaError(`'[${id}${part}]' is not known; write [${id}], [${id}?], [${id}:all].`);
    return { id: id!, part: bare };
  });
  const rest = formula.replace(/"[^"]*"/g, '').replace(NAME, '');
  if (/[[\]]/.test(rest))
    throw new FormulaError(`a name in brackets is not closed, or not a name of letters, digits and _.`);
  return names.filter(({ id, part }, index) => names.findIndex(one => one.id === id && one.part === part) === index);
}

/** Where a template's names are, seen from the cell of one formula. */
export interface Places {
  /** One cell, or for `all` and `latest` the cells of a column; of its own sheet without a sheet's name. */
  range(named: Named): Range;
  /** The periods of a column, for `latest` and `periods`. */
  periods(id: string): Range;
  /** The first day after the period that begins in a cell. */
  next(period: Formula): Formula;
  /** How many periods a year has. */
  year: number;
}

/**
 * A template's formula as a cell's: `[won] / [opportunities]` becomes `IF(OR(C5="",B5="",B5=0),"",C5/B5)`. A blank input
 * gives a blank, and so does a zero that would be divided by.
 *
 * @throws  FormulaError where it cannot be read, or calls what not every spreadsheet has
 */
export function cellFormula(formula: string, places: Places): Formula {
  const names = namesIn(formula);
  const replaced = new Map<string, Formula>();
  const replacement = formula.replace(NAME, (_, id: string, part = '') => {
    replaced.set(`${id}${part}`, nameFormula({ id, part: part.replace(':', '') } as Named, places));
    return `NAME_("${id}${part}")`;
  });
  const bare = withNames(parsed(replacement), replaced);
  const unknown = callsIn(bare).find(name => !FUNCTIONS.includes(name));
  if (unknown) throw new FormulaError(`a template cannot call ${unknown}; it has ${FUNCTIONS.join(', ')}.`);
  const isZero = (divisor: Formula) => operation(divisor, '=', number(0));
  const blanks = names.flatMap(named => blankTest(named, places));
  // A divisor that is itself worked out can only be looked at once no input is blank.
  const all = divisors(bare);
  const simple = all.filter(part => 'reference' in part);
  const composed = all.filter(part => !('reference' in part));
  return blankIf([...blanks, ...simple.map(isZero)], blankIf(composed.map(isZero), bare));
}

/** A formula read; what is wrong with it is said in the words of the template. */
function parsed(formula: string): Formula {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new FormulaError(error.message.replace(/NAME_\("([^"]+)"\)/g, '[$1]'));
  }
}

/** What a name stands for. */
function nameFormula(named: Named, places: Places): Formula {
  if (named.id === 'year') return number(places.year);
  if (named.part === 'periods') return reference(fixed(places.periods(named.id)));
  const range = places.range(named);
  if (named.part === '?') return call('N', reference(range));
  if (named.part === 'next') return places.next(reference(range));
  if (named.part !== 'latest') return reference(range);
  const [values, periods] = [reference(fixed(range)), reference(fixed(places.periods(named.id)))];
  return call('INDEX', values, call('MATCH', call('MAXIFS', periods, values, text(ANY_NUMBER)), periods, number(0)));
}

/** Whether the cell of a name is blank; nothing where that does not matter. */
function blankTest(named: Named, places: Places): Formula[] {
  if (['?', 'all', 'periods', 'next'].includes(named.part) || BESIDE.includes(named.id)) return [];
  const cells = reference(named.part === 'latest' ? fixed(places.range(named)) : places.range(named));
  return [named.part === 'latest' ? operation(call('COUNT', cells), '=', number(0)) : operation(cells, '=', text(''))];
}

function withNames(formula: Formula, names: Map<string, Formula>): Formula {
  const within = (part: Formula) => withNames(part, names);
  if ('call' in formula) {
    const [first] = formula.arguments;
    if (formula.call === 'NAME_' && first && 'text' in first) return names.get(first.text)!;
    return { ...formula, arguments: formula.arguments.map(within) };
  }
  if ('operator' in formula) return { ...formula, left: within(formula.left), right: within(formula.right) };
  return 'negate' in formula ? { negate: within(formula.negate) } : formula;
}

function blankIf([first, ...others]: Formula[], otherwise: Formula): Formula {
  if (!first) return otherwise;
  return call('IF', others.length > 0 ? call('OR', first, ...others) : first, text(''), otherwise);
}

/** What a formula divides by, outside of what it calls: there it decides itself. */
function divisors(formula: Formula): Formula[] {
  if ('negate' in formula) return divisors(formula.negate);
  if (!('operator' in formula)) return [];
  const { left, right } = formula;
  const own = formula.operator === '/' && !('number' in right) ? [right] : [];
  const all = [...divisors(left), ...divisors(right), ...own];
  const key = (part: Formula) => ('reference' in part ? printRange(part.reference) : JSON.stringify(part));
  return all.filter((part, index) => all.findIndex(other => key(other) === key(part)) === index);
}
