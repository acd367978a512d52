import { AddressError, parseRange } from './address';
import { type Formula, FormulaError, negate, type Operator } from './formula';

/** Binary operators, loosest level first; within a level from left to right. */
const LEVELS: Operator[][] = [['=', '<>', '<=', '>=', '<', '>'], ['&'], ['+', '-'], ['*', '/'], ['^']];

const SHEET = "(?:'(?:[^']|'')+'|[\\p{L}\\p{N}_.]+)!";
const CELL = '\\$?[a-z]{1,3}\\$?\\d+';
const COLUMN = '\\$?[a-z]{1,3}';
const ROW = '\\$?\\d+';
const AFTER = '(?![\\p{L}\\p{N}_.(])';

const TOKENS = {
  space: /\s+/uy,
  /** A call, also in the damaged forms `[2]!_xldudf_…(` and `Other.xla!_xldudf_…(`. */
  call: new RegExp(`((?:\\[\\d+\\]!|${SHEET})?)([\\p{L}_][\\p{L}\\p{N}_.]*)\\(`, 'uy'),
  reference: new RegExp(
    `(?:${SHEET})?(?:${CELL}(?::(?:${CELL}|${COLUMN}))?|${COLUMN}:${COLUMN}|${ROW}:${ROW})${AFTER}`,
    'iuy',
  ),
  number: /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy,
  text: /"((?:[^"]|"")*)"/y,
  /** Constant texts one below the other: `{"-";"n/a"}`. */
  texts: /\{\s*"(?:[^"]|"")*"(?:\s*;\s*"(?:[^"]|"")*")*\s*\}/y,
  boolean: /(true|false)(?![\p{L}\p{N}_.(!])/iuy,
  error: /#(?:N\/A|[A-Z/0]+[!?])/y,
  operator: /<>|<=|>=|[-+*/^&=<>]/y,
};

/**
 * Reads a formula in Excel's spelling, `,` or `;` between arguments. Stored and exported forms of the add-in's functions
 * (`COMPASS.X`, `_xldudf_COMPASS_X`, `[2]!_xldudf_COMPASS_X`, Sheets' `__xludf.DUMMYFUNCTION("X(…)")`) become plain calls of X.
 *
 * @param source  with or without its leading `=`
 * @returns       the model, function names in upper case
 * @throws        FormulaError naming the place where it cannot be read on
 */
export function parseFormula(source: string): Formula {
  const known = KNOWN.get(source);
  if (known) return known;
  const formula = parse(source.trim().replace(/^=/, ''));
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(source, formula);
  return formula;
}

/** Formulas read before; models are never changed. The same few hundred are read again at every look at a workbook. */
const KNOWN = new Map<string, Formula>();
const MOST_KNOWN = 5000;

function parse(body: string): Formula {
  let position = 0;

  function take(token: keyof typeof TOKENS): RegExpExecArray | null {
    const pattern = TOKENS[token];
    pattern.lastIndex = position;
    const match = pattern.exec(body);
    if (match) position = pattern.lastIndex;
    return match;
  }

  function takeSign(signs: string): string | null {
    take('space');
    const sign = body[position];
    if (sign === undefined || !signs.includes(sign)) return null;
    position += 1;
    return sign;
  }

  function fail(): never {
    const rest = body.slice(position, position + 20);
    throw new FormulaError(
      rest === ''
        ? `The formula '${body}' is incomplete.`
        : `The formula '${body}' can’t be read from '${rest}' onwards.`,
    );
  }

  function binary(level: number): Formula {
    const operators = LEVELS[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    for (;;) {
      take('space');
      const before = position;
      const operator = take('operator')?.[0] as Operator | undefined;
      if (!operator || !operators.includes(operator)) {
        position = before;
        return left;
      }
      left = { operator, left, right: binary(level + 1) };
    }
  }

  function unary(): Formula {
    const sign = takeSign('+-');
    if (sign === '-') return negate(unary());
    return sign === '+' ? unary() : percent(span(primary()));
  }

  /** Cells from one to another, either of which a function finds. */
  function span(first: Formula): Formula {
    return ('call' in first || 'reference' in first) && takeSign(':') ? { span: [first, primary()] } : first;
  }

  function percent(value: Formula): Formula {
    if (!takeSign('%')) return value;
    return percent(
      'number' in value ? { number: value.number / 100 } : { operator: '/', left: value, right: { number: 100 } },
    );
  }

  function primary(): Formula {
    if (takeSign('(')) {
      const inner = binary(0);
      return takeSign(')') ? inner : fail();
    }
    const name = take('call');
    if (name) return named(name[1]!, name[2]!);
    const cells = take('reference');
    if (cells) return reference(cells[0]);
    const literal = take('number');
    if (literal) return { number: Number(literal[0]) };
    const quoted = take('text');
    if (quoted) return { text: unquoted(quoted[0]) };
    const list = take('texts');
    if (list) return { texts: textsIn(list[0]) };
    const truth = take('boolean');
    if (truth) return { boolean: truth[1]!.toLowerCase() === 'true' };
    const error = take('error');
    if (error) throw new FormulaError(`The formula '${body}' holds ${error[0]}: a cell it referred to was deleted.`);
    return fail();
  }

  function reference(cells: string): Formula {
    try {
      return { reference: parseRange(cells) };
    } catch (error) {
      if (error instanceof AddressError) throw new FormulaError(error.message);
      throw error;
    }
  }

  function named(place: string, spelled: string): Formula {
    const name = bareName(spelled);
    if (place !== '' && !/^_xldudf_COMPASS_/i.test(spelled)) {
      throw new FormulaError(`The formula '${body}' calls ${place}${spelled}, a function of another workbook.`);
    }
    return fromSheets({ call: name, arguments: argumentList() });
  }

  function argumentList(): Formula[] {
    if (takeSign(')')) return [];
    const list: Formula[] = [];
    for (;;) {
      take('space');
      list.push(/[,;)]/.test(body[position] ?? '') ? { omitted: true } : binary(0));
      if (takeSign(')')) return list;
      if (!takeSign(',;')) fail();
    }
  }

  const formula = binary(0);
  take('space');
  return position === body.length ? formula : fail();
}

function textsIn(list: string): string[] {
  return list.match(/"(?:[^"]|"")*"/g)!.map(unquoted);
}

function unquoted(literal: string): string {
  return literal.slice(1, -1).replace(/""/g, '"');
}

/** A function's name without what a file or an add-in's namespace puts before it. */
function bareName(spelled: string): string {
  return spelled.toUpperCase().replace(/^(?:_XLDUDF_COMPASS_|COMPASS\.|_XLFN\.(?:_XLWS\.)?)/, '');
}

/**
 * What Sheets exports for a function that Excel lacks: `IFERROR(__xludf.DUMMYFUNCTION("X(…)"),saved result)`. A cell that
 * another one spilled into holds `"COMPUTED_VALUE"` there: it is its saved result.
 */
function fromSheets(formula: { call: string; arguments: Formula[] }): Formula {
  const [first, saved] = formula.arguments;
  if (formula.call !== 'IFERROR' || !first || !('call' in first) || first.call !== '__XLUDF.DUMMYFUNCTION')
    return formula;
  const [inner] = first.arguments;
  if (!inner || !('text' in inner)) return formula;
  const original = parseFormula(inner.text);
  return 'text' in original && original.text === 'COMPUTED_VALUE' && saved ? saved : original;
}
