/** Mistakes in `src/functions/gate` that make no difference: most of them lead from the short way to the long one, which gives the same. */

const LONG_WAY = 'what is not taken as it is goes the long way, which comes to the same';

/** @type {(file: string, line: string, from: string, to: string, why?: string) => import('./equivalents.mjs').Equivalent} */
const same = (file, line, from, to, why = LONG_WAY) => ({ file: `src/functions/gate/${file}`, line, from, to, why });

/** @type {import('./equivalents.mjs').Equivalent[]} */
export const SAME_IN_GATE = [
  same(
    'aggregate.ts',
    'ofDay.set(day, members);',
    'ofDay.set(day, members)',
    'ofDay.set(members, day)',
    'the calendar is asked anew for each line',
  ),
  same(
    'aggregate.ts',
    'ofDay.set(day, members);',
    'ofDay.set(day, members);',
    '',
    'the calendar is asked anew for each line',
  ),
  same('argument.ts', 'if (low > high) return NO_NUMBERS;', 'if (low > high) return NO_NUMBERS;', ''),
  same(
    'argument.ts',
    'const { numbers, isMixed } = isGrid && value.length > 1 ? numbersOf(value, parameter) : NO_NUMBERS;',
    'value.length > 1',
    'value.length >= 1',
    'a range of one cell is a single cell, of which nobody asks for numbers',
  ),
  same(
    'argument.ts',
    'const NO_NUMBERS = { numbers: undefined, isMixed: true };',
    'true',
    'false',
    'without numbers nobody asks',
  ),
  same('argument.ts', "if (typeof cell === 'number' && cell >= low && cell <= high) {", 'cell >= low', 'cell > low'),
  same('argument.ts', "if (typeof cell === 'number' && cell >= low && cell <= high) {", 'cell <= high', 'cell < high'),
  same(
    'argument.ts',
    "if (type === 'number' || type === 'any') return [from ?? -Number.MAX_VALUE, to ?? Number.MAX_VALUE];",
    "type === 'number' || type === 'any'",
    "type === 'number' && type === 'any'",
  ),
  same(
    'argument.ts',
    "if (type === 'number' || type === 'any') return [from ?? -Number.MAX_VALUE, to ?? Number.MAX_VALUE];",
    'from ?? -Number.MAX_VALUE',
    'from',
  ),
  same(
    'argument.ts',
    "if (type === 'number' || type === 'any') return [from ?? -Number.MAX_VALUE, to ?? Number.MAX_VALUE];",
    'to ?? Number.MAX_VALUE',
    'to',
  ),
  same(
    'argument.ts',
    "if (type === 'number' || type === 'any') return [from ?? -Number.MAX_VALUE, to ?? Number.MAX_VALUE];",
    '-Number.MAX_VALUE',
    'Number.MAX_VALUE',
  ),
  same(
    'argument.ts',
    'for (let i = 0; i < value.length; i++) {',
    'i++',
    'i--',
    'rows that are of one length are brought to it once more',
  ),
  same(
    'columns.ts',
    'const values: Values = isNumeric ? (lines ? new Float64Array(count) : scratch(count)) : new Array<Value>(count);',
    'lines ? new Float64Array(count) : scratch(count)',
    'lines ? scratch(count) : new Float64Array(count)',
    'room is room, wherever it comes from',
  ),
  same('elementWise.ts', 'if (args.length > MOST) return null;', 'args.length > MOST', 'args.length >= MOST'),
  same(
    'elementWise.ts',
    "if (typeof figure === 'number' && figure >= from && figure <= to) {",
    'figure >= from',
    'figure > from',
  ),
  same(
    'elementWise.ts',
    "if (typeof figure === 'number' && figure >= from && figure <= to) {",
    'figure <= to',
    'figure < to',
  ),
  same(
    'scratch.ts',
    'if (length > LONGEST || depth === 0) return new Float64Array(length);',
    'length > LONGEST',
    'length >= LONGEST',
    'room of its own, or shared: it is as long',
  ),
  ...[
    ['aggregate.ts', 'return coerced(argument, 0);'],
    ['aggregate.ts', 'return argument.single && isBlank(cellOf(argument, 0));'],
    ['columns.ts', 'const same = coerced(argument, 0);'],
    ['elementWise.ts', 'const value = coerced(argument, 0);'],
  ].map(([file = '', line = '']) => same(file, line, '0', '(0 + 1)', 'a single cell is at every place')),
  same(
    'columns.ts',
    'for (let i = 0; same === null && onMissing && i < count; i++) onMissing(i);',
    'i < count',
    'i <= count',
    'a line behind the last is none',
  ),
  same('argument.ts', 'const cell = row[0];', '0', '(0 + 1)'),
  same(
    'argument.ts',
    'if (!Array.isArray(row) || row.length !== width) return false;',
    'row.length !== width',
    'row.length === width',
    'rows that are of one length are brought to it once more',
  ),
  same(
    'elementWise.ts',
    "const result = finish(resultAt(0), definition, 'single');",
    '0',
    '(0 + 1)',
    'a single cell is at every place',
  ),
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map((name, i) =>
    same(
      'elementWise.ts',
      `${name} ? ${name}[row]! : values[${i}]!,`,
      `${name} ? ${name}[row]! : values[${i}]!`,
      `${name} ? values[${i}]! : ${name}[row]!`,
    ),
  ),
  same(
    'argument.ts',
    'const { numbers, isMixed } = isGrid && value.length > 1 ? numbersOf(value, parameter) : NO_NUMBERS;',
    'numbersOf(value, parameter)',
    'numbersOf(parameter, value)',
  ),
];
