import vm from 'node:vm';
import { type Cell, type Grid, isError } from '../../../src/cells/value';
import { functions } from '../../../src/functions/catalogue';
import { evaluate } from '../../../src/functions/evaluate';
import { type Built, build } from '../build';
import { loadClient } from './client';

let addIn: Built;
let answers: Map<string, (...given: unknown[]) => unknown>;

/** The errors of Microsoft's own runtime. */
const ExcelError = loadClient().CustomFunctions.Error as new (
  code: string,
  message?: string,
) => { code: string; message?: string };

beforeAll(() => {
  addIn = build('excel', 'buildScripts');
  answers = new Map();
  const associate = (id: string, answer: (...given: unknown[]) => unknown) => answers.set(id, answer);
  const context = vm.createContext({
    CustomFunctions: { associate, Error: ExcelError },
    Office: { onReady: () => undefined },
  });
  vm.runInContext(addIn.read('functions.js'), context, { filename: 'functions.js' });
}, 60_000);
afterAll(() => addIn.remove());

/** A value as Excel passes it to a custom function. */
const passed = (cell: Cell) => (isError(cell) ? { type: 'Error', basicValue: cell.error } : cell);
/** What a cell shows of what a custom function gave back. */
const shown = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shown);
  if (value instanceof ExcelError) return { error: value.code };
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
};
/** Rows of cells, as functions.json promises; Excel shows null as 0, so a blank is expected as empty text. */
const expectedOf = (result: Cell | Grid): unknown =>
  shown((Array.isArray(result) ? result : [[result]]).map(row => row.map(cell => cell ?? '')));

/**
 * Calls a function as Excel does, to whom every parameter is rows of cells: one cell for a single value, null for what is
 * left out, and an object about the call at the end.
 */
function call(name: string, ...given: unknown[]) {
  const { parameters } = functions.find(one => one.name === name)!;
  const all = parameters.map((_, index) => {
    const value = given[index];
    return value === undefined || Array.isArray(value) ? (value ?? null) : [[value]];
  });
  try {
    return answers.get(name)!(...all, { functionName: name });
  } catch (reason) {
    return reason;
  }
}

describe('every example of the catalogue, typed into Excel', () => {
  const examples = functions.flatMap(({ name, examples }) => examples.map(example => ({ name, ...example })));

  it.each(examples)('$name: $title', ({ name, arguments: given, result }) => {
    const args = given.map(value => {
      if (Array.isArray(value)) return value.map(row => row.map(passed));
      return value === undefined ? undefined : passed(value);
    });
    expect(shown(call(name, ...args))).toEqual(expectedOf(result));
  });
});

describe('a custom function in Excel', () => {
  it('raises Excel’s own errors, with our words where Excel shows any', () => {
    let said = '';
    try {
      evaluate('CHURN_RATE', ['x', 100]);
    } catch (reason) {
      said = (reason as Error).message;
    }
    expect(said).toMatch(/x/);
    expect(call('CHURN_RATE', 'x', 100)).toEqual(new ExcelError('#VALUE!', said));
    expect(call('CHURN_RATE', 5, 0)).toEqual(new ExcelError('#DIV/0!'));
  });

  it('passes an error on as itself, alone and inside a spilled array', () => {
    const missing = { type: 'Error', basicValue: '#N/A' };
    expect(call('CHURN_RATE', missing, 100)).toEqual(new ExcelError('#N/A'));
    expect(shown(call('CHURN_RATE', [[5], [missing]], [[100], [100]]))).toEqual([[0.05], [{ error: '#N/A' }]]);
  });

  it('says of an error inside a spilled array what is wrong there', () => {
    expect(call('CHURN_RATE', [[5], ['x'], [7]], 100)).toEqual([
      [0.05],
      [new ExcelError('#VALUE!', "row 2 of lost: 'x' is not a number.")],
      [0.07],
    ]);
  });

  it('turns an error that no function may raise into #VALUE!', () => {
    expect(call('CHURN_RATE', { type: 'Error', basicValue: '#REF!' }, 100)).toEqual(new ExcelError('#VALUE!'));
  });

  it('shows a blank for a blank, never a zero', () => {
    expect(call('CHURN_RATE', null, 100)).toEqual([['']]);
    expect(call('CHURN_RATE', [[5], [''], [{ type: 'Empty', basicValue: '' }]], [[100], [100], [100]])).toEqual([
      [0.05],
      [''],
      [''],
    ]);
  });

  it('takes a 0 for the blank that it was, where a day or a period tells', () => {
    // Two years of steady months from January 2024 (serial 45292, Excel), then rows below the last figure, as Excel on the
    // desktop is reported to hand them over.
    const months = Array.from({ length: 24 }, (_, month) => [Date.UTC(2024, month, 1) / 86_400_000 + 25_569]);
    const figures = months.map((_, month) => [100 + ((month * 37) % 11)]);
    const below = Array.from({ length: 36 }, () => [0]);
    const short = call('DRIFT_SIGNAL', figures, 'higher', months);
    expect(short).toEqual([['steady']]);
    expect(call('DRIFT_SIGNAL', [...figures, ...below], 'higher', [...months, ...below])).toEqual(short);
  });

  it.each(
    functions
      .filter(({ parameters }) => parameters.some(({ type, name }) => type === 'date' || name === 'periods'))
      .map(({ name }) => name),
  )('%s gives the same with zeros for the blanks below its rows', name => {
    const { parameters, examples } = functions.find(one => one.name === name)!;
    const isDay = (index: number) => parameters[index]!.type === 'date' || parameters[index]!.name === 'periods';
    const example = examples.find(({ arguments: given }) =>
      given.some((value, at) => Array.isArray(value) && isDay(at)),
    );
    if (!example) return;
    const rows = Math.max(...example.arguments.map(value => (Array.isArray(value) ? value.length : 0)));
    const longer = (filler: '' | 0) =>
      example.arguments.map(value => {
        if (!Array.isArray(value)) return value === undefined ? undefined : passed(value);
        const more = value.length === rows ? [value[0]!.map(() => filler), value[0]!.map(() => filler)] : [];
        return [...value.map(row => row.map(passed)), ...more];
      });
    const blank = shown(call(name, ...longer('')));
    expect(shown(call(name, ...longer(0)))).toEqual(blank);
  });
});
