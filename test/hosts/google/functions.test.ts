import { type Cell, type Grid, isError } from '../../../src/cells/value';
import { functions } from '../../../src/functions/catalogue';
import { evaluate } from '../../../src/functions/evaluate';
import { type Built, build } from '../build';
import { instantOf } from './instantOf';
import { runScript, type Script } from './runScript';

let project: Built;
let code: string;
beforeAll(() => {
  project = build('google', 'buildCode');
  code = project.read('Code.js');
}, 60_000);
afterAll(() => project.remove());

/** Code.js in a bare realm that has only the spreadsheet's time zone, and counts how often it is asked. */
function bareScript(timeZone = 'Europe/Berlin') {
  const asked = { count: 0 };
  const getSpreadsheetTimeZone = () => {
    asked.count += 1;
    return timeZone;
  };
  const { script, date } = runScript(code, {
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSpreadsheetTimeZone }) },
  });
  const day = (serial: number) => date(instantOf(serial, timeZone));
  return { script, asked, day };
}

/** A value as Sheets passes it to a custom function, and shows it. */
const passed = (cell: Cell) => (cell === null ? '' : isError(cell) ? cell.error : cell);
const each = <T>(value: Cell | Grid | undefined, one: (cell: Cell) => T) =>
  Array.isArray(value) ? value.map(row => row.map(one)) : value === undefined ? undefined : one(value);
/** As plain data of this realm. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
/** Equal to twelve digits, which is what arithmetic in another order leaves. */
function expectCells(found: unknown, expected: unknown) {
  const rounded = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(rounded) : typeof value === 'number' ? Number(value.toPrecision(12)) : value;
  expect(rounded(plain(found))).toEqual(rounded(expected));
}

describe('every example of the catalogue, typed into Google Sheets', () => {
  const examples = functions.flatMap(({ name, examples }) => examples.map(example => ({ name, ...example })));

  it.each(examples)('$name: $title', ({ name, arguments: given, result }) => {
    expectCells(bareScript().script[name]!(...given.map(value => each(value, passed))), each(result, passed));
  });

  it.each(
    examples.filter(({ name }) => functions.find(one => one.name === name)!.parameters.some(p => p.type === 'date')),
  )('$name, its dates as Sheets passes them, in Auckland: $title', ({ name, arguments: given, result }) => {
    const { script, asked, day } = bareScript('Pacific/Auckland');
    const { parameters } = functions.find(one => one.name === name)!;
    const dated = given.map((value, index) =>
      each(value, cell => (parameters[index]?.type === 'date' && typeof cell === 'number' ? day(cell) : passed(cell))),
    );
    const passedDates = JSON.stringify(dated) !== JSON.stringify(given.map(value => each(value, passed)));
    expectCells(script[name]!(...dated), each(result, passed));
    // One service call a formula, however many dates; none without a date.
    expect(asked.count).toBe(passedDates ? 1 : 0);
  });
});

/** method.md, section 6, worked numbers of the functions that there are so far. */
const worked: [string, unknown[], number][] = [
  ['KPI_ATTAINMENT', [60, 80], 0.75],
  ['KPI_ATTAINMENT', [0.04, 0.03, 'lower'], 0.666667],
  ['KPI_ATTAINMENT', [0.07, 0.03, 'lower'], 0],
  ['KPI_ATTAINMENT', [9, '', 'in range', '', 10, 20], 0.9],
  [
    'ALIGNMENT_SCORE',
    [
      [[0.28], [0.22], [3.2], [0.81], [0.04]],
      [[0.35], [0.2], [2], [0.9], [0.03]],
      [['higher'], ['higher'], ['lower'], ['higher'], ['lower']],
      [[1], [1], [1], [2], [1]],
      [['Marketing'], ['Sales'], ['Operations'], ['Customer Service'], ['Customer Service']],
    ],
    71.62008,
  ],
  ['CUSTOMER_LIFETIME_VALUE', [50, 0.7, 0.04], 875],
  ['CUSTOMER_LIFETIME_VALUE', [50, 0.7, 0.04, 0.01], 707],
];

describe('the method’s worked numbers, from Code.js', () => {
  it.each(worked)('%s of %j is %d', (name, given, expected) => {
    expect(bareScript().script[name]!(...given)).toBeCloseTo(expected, 5);
  });
});

describe('a custom function in Sheets', () => {
  const messageOf = (act: () => unknown) => {
    try {
      act();
    } catch (reason) {
      return (reason as Error).message;
    }
    return 'no error';
  };

  it('shows the catalogue’s own words where an argument is wrong', () => {
    const { script } = bareScript();
    for (const given of [
      ['x', 100],
      [5, 0],
      [true, 100],
    ]) {
      const expected = messageOf(() => evaluate('CHURN_RATE', given));
      expect(expected).not.toBe('no error');
      expect(messageOf(() => (script as Script).CHURN_RATE!(...given))).toBe(expected);
    }
  });

  it('shows a blank for a blank, never a zero', () => {
    expect(bareScript().script.CHURN_RATE!('', 100)).toBe('');
    expect(plain(bareScript().script.CHURN_RATE!([[5], ['']], [[100], [100]]))).toEqual([[0.05], ['']]);
  });

  it('passes an error cell on as its text, since Sheets takes no errors back', () => {
    expect(plain(bareScript().script.CHURN_RATE!([[5], ['#N/A']], [[100], [100]]))).toEqual([[0.05], ['#N/A']]);
    expect(bareScript().script.CHURN_RATE!('#REF!', 100)).toBe('#REF!');
  });
});
