import fc from 'fast-check';
import {
  call,
  callsIn,
  type Dialect,
  type Formula,
  FormulaError,
  negate,
  type Operator,
  omitted,
  operation,
  reference,
  text,
} from '../../src/cells/formula';
import { parseFormula } from '../../src/cells/parseFormula';
import { printFormula } from '../../src/cells/printFormula';
import { anyRange } from './arbitraries';

// Expected spellings are by hand, from the hosts' own: docs of Excel, Sheets and the OOXML file format.
const isOurs = (name: string) => name === 'CHURN_RATE';

test('the same formula is spelled for each host', () => {
  const formula = call(
    'IF',
    operation(reference('Weekly!$B$4'), '=', text('')),
    text(''),
    call('CHURN_RATE', reference('B2:B13'), { number: 0.25 }),
  );
  const spelled = (dialect: Dialect) => printFormula(formula, dialect, isOurs);
  expect(spelled('sheets')).toBe('IF(Weekly!$B$4="";"";CHURN_RATE(B2:B13;(25/100)))');
  expect(spelled('excel')).toBe('IF(Weekly!$B$4="","",COMPASS.CHURN_RATE(B2:B13,0.25))');
  expect(spelled('univer')).toBe('IF(Weekly!$B$4="","",CHURN_RATE(B2:B13,0.25))');
  expect(spelled('file')).toBe('IF(Weekly!$B$4="","",_xldudf_COMPASS_CHURN_RATE(B2:B13,0.25))');
});

test('a file stores the functions that are newer than its format with their prefix', () => {
  const formula = parseFormula('MAXIFS(A:A,B:B,">0")+SUM(A2:A)');
  expect(printFormula(formula, 'file')).toBe('_xlfn.MAXIFS(A:A,B:B,">0")+SUM(A2:A1048576)');
  expect(parseFormula('_xlfn.MAXIFS(A:A,B:B,">0")+SUM(A2:A1048576)')).toEqual(formula);
  expect(printFormula(formula, 'sheets')).toBe('MAXIFS(A:A;B:B;">0")+SUM(A2:A)');
});

test.each([
  [0.25, '(25/100)'],
  [-2.5, '-(25/10)'],
  [1234.5, '(12345/10)'],
  [1e21, '(1*10^21)'],
  [1.5e-7, '(15/100000000)'],
  [1e-20, '(1/10^20)'],
  [42, '42'],
])('%d is written for Sheets without a decimal point: %s', (number, printed) => {
  expect(printFormula({ number }, 'sheets')).toBe(printed);
});

test.each([
  '1+2*3',
  '(1+2)*3',
  '1-(2-3)',
  '1-2-3',
  '2*(3/4)',
  '(2^3)^4',
  '2^(3^4)',
  '(-2)^2',
  '-(2^2)',
  '-A1+B1',
  'A1*(-B1)',
  'A1>-5',
  'A1&"x"&B1',
  'A1=B1=TRUE',
  'A1=(B1=C1)',
  '"he said ""no"""',
  "'It''s mine'!$A$1:$B$9",
  'CSAT(B2:B5000,,,A2:A5000,"month")',
  'NA()',
  'F(,)',
])('%s is printed with the parentheses it needs and no more', source => {
  expect(printFormula(parseFormula(source), 'univer')).toBe(source);
});

test.each([
  ['=-2^2', '(-2)^2'],
  ['2^3^2', '(2^3)^2'],
  ['5%', '0.05'],
  ['A1%', 'A1/100'],
  ['- 5 %', '-0.05'],
  ['+A1', 'A1'],
  ['1.50', '1.5'],
  ['.5+1E3', '0.5+1000'],
  ['sum( a1:b2 )', 'SUM(A1:B2)'],
  ['IF(TRUE;1;2)', 'IF(TRUE,1,2)'],
  ['LOG10(A1)+TRUE()', 'LOG10(A1)+TRUE()'],
  ['Umsätze!B4/2', 'Umsätze!B4/2'],
])('%s means %s', (source, meaning) => {
  expect(printFormula(parseFormula(source), 'univer')).toBe(meaning);
});

test.each([
  '=COMPASS.CHURN_RATE(B2:B13,C2:C13)',
  '_xldudf_COMPASS_CHURN_RATE(B2:B13,C2:C13)',
  '[2]!_xldudf_COMPASS_CHURN_RATE(B2:B13,C2:C13)',
  'Other.xla!_xldudf_COMPASS_CHURN_RATE(B2:B13,C2:C13)',
  "'C:\\add-ins\\Other.xlam'!_xldudf_COMPASS_CHURN_RATE(B2:B13,C2:C13)",
  'IFERROR(__xludf.DUMMYFUNCTION("CHURN_RATE(B2:B13,C2:C13)"),0.05)',
])('%s is the function it stands for', source => {
  expect(parseFormula(source)).toEqual(call('CHURN_RATE', reference('B2:B13'), reference('C2:C13')));
});

test('a cell that a Sheets formula had spilled into is its saved value', () => {
  expect(parseFormula('IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),0.05)')).toEqual({ number: 0.05 });
});

test('texts inside an exported Sheets formula keep their quotation marks', () => {
  const exported = 'IFERROR(__xludf.DUMMYFUNCTION("CSAT(B2:B9,,,A2:A9,""month"")"),0.8)';
  expect(printFormula(parseFormula(exported), 'univer')).toBe('CSAT(B2:B9,,,A2:A9,"month")');
});

test.each([
  ['SUM(A1', /is incomplete/],
  ['', /is incomplete/],
  ['A1 B1', /from 'B1' on/],
  ['1+', /is incomplete/],
  ['{1,2}', /can’t be read from '\{1,2\}' onwards/],
  ['TaxRate*2', /from 'TaxRate\*2' on/],
  ['SUM(#REF!)', /holds #REF!/],
  ['Sheet1!#REF!', /can’t be read/],
  ['Book.xlsm!OTHER(1)', /another workbook/],
  ['[2]Sheet1!A1', /can’t be read/],
  ['"open', /can’t be read/],
])('%s cannot be read, and the message says where', (source, message) => {
  expect(() => parseFormula(source)).toThrow(FormulaError);
  expect(() => parseFormula(source)).toThrow(message);
});

test('a number that no cell can hold is not printed', () => {
  expect(() => printFormula({ number: Number.NaN }, 'excel')).toThrow(FormulaError);
});

test('the functions of a formula are listed, so that only formulas with ours are touched', () => {
  expect(callsIn(parseFormula('IF(-CHURN_RATE(A1,B1)>0,SUM(A:A)+1,"")'))).toEqual(['IF', 'CHURN_RATE', 'SUM']);
});

const operators: Operator[] = ['+', '-', '*', '/', '^', '&', '=', '<>', '<', '<=', '>', '>='];
const { formula: anyFormula } = fc.letrec<{ formula: Formula }>(tie => ({
  formula: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => ({ number: value === 0 ? 0 : value })),
    fc.string().map(value => ({ text: value })),
    fc.boolean().map(value => ({ boolean: value })),
    anyRange.map(range => ({ reference: range })),
    fc
      .tuple(
        fc.constantFrom('IF', 'SUM', 'CHURN_RATE', 'MAXIFS', 'LOG10'),
        fc.array(fc.oneof(tie('formula'), fc.constant(omitted)), { maxLength: 4 }),
      )
      // One argument left out alone is no argument at all.
      .map(([name, args]) => call(name, ...(args.length === 1 && args[0] === omitted ? [] : args))),
    fc
      .tuple(tie('formula'), fc.constantFrom(...operators), tie('formula'))
      .map(([left, operator, right]) => operation(left, operator, right)),
    tie('formula').map(negate),
  ),
}));

test.each(['excel', 'univer', 'file'] as const)(
  'every formula that is printed for %s is read back as it was',
  dialect => {
    fc.assert(
      fc.property(anyFormula, formula => {
        expect(parseFormula(printFormula(formula, dialect, isOurs))).toEqual(formula);
      }),
      { numRuns: 500 },
    );
  },
);

test('what is printed for Sheets has no comma, no decimal point and no array outside its texts', () => {
  fc.assert(
    fc.property(anyFormula, formula => {
      const printed = printFormula(formula, 'sheets', isOurs);
      const outside = printed.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '');
      expect(outside).not.toMatch(/[,.{}]/);
    }),
  );
});

test('a decimal printed for Sheets is the same number when its quotient is calculated', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e15 - 1 }), fc.integer({ min: 1, max: 15 }), (digits, places) => {
      const value = Number(`${digits}e-${places}`);
      const printed = printFormula({ number: value }, 'sheets');
      const [, numerator, denominator] = /^\((\d+)\/(\d+)\)$/.exec(printed) ?? ['', String(value), '1'];
      expect(Number(numerator) / Number(denominator)).toBe(value);
    }),
  );
});

test.each(['sheets', 'excel', 'univer', 'file'] as const)(
  'a list of texts stands one below the other in %s: rows are parted by ; in every locale',
  dialect => {
    const list = parseFormula('MATCH(A1,{"-"; "n/a";"say ""no"""},0)');
    expect(printFormula(list, dialect)).toMatch(/\{"-";"n\/a";"say ""no"""\}/);
    expect(parseFormula(printFormula(list, dialect))).toEqual(list);
  },
);

test('cells from one function to another keep their colon', () => {
  const formula = 'MIN(INDEX(Till!$A:$A,3):INDEX(Till!$A:$A,9))';
  expect(printFormula(parseFormula(formula), 'excel')).toBe(formula);
  expect(callsIn(parseFormula(formula))).toEqual(['MIN', 'INDEX', 'INDEX']);
});
