import fc from 'fast-check';
import type { Cell } from '../../src/cells/value';
import { functions } from '../../src/functions/catalogue';
import type { CellFunction } from '../../src/functions/definition';
import { churnRate } from '../../src/kpi/retention';
import { call, columnsOf, enough, isColumn, neededColumns, numbersOf, sensibleRows, shown } from './given';

// What a definition says of its results, held over figures that make sense.

const named = (definitions: CellFunction[]) => definitions.map(definition => [definition.name, definition] as const);

/** Figures of answers, of small counts and of money, so that every scale gives results somewhere. */
const largest = fc.constantFrom(1, 5, 1000);

function rowsFor(definition: CellFunction, parameters = neededColumns(definition)) {
  const count = { min: enough(definition), max: enough(definition) + 6 };
  return largest.chain(most => sensibleRows(parameters, most, count));
}

describe.each(named(functions.filter(({ bounds }) => bounds)))('%s', (_name, definition) => {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = definition.bounds!;

  test(`lies from ${from} to ${to}`, () => {
    let results = 0;
    fc.assert(
      fc.property(rowsFor(definition), rows => {
        for (const result of numbersOf(shown(definition, call(definition, columnsOf(rows))))) {
          results += 1;
          expect(result).toBeGreaterThanOrEqual(from - 1e-9);
          expect(result).toBeLessThanOrEqual(to + 1e-9);
        }
      }),
      { numRuns: 300 },
    );
    expect(results).toBeGreaterThan(10);
  });
});

const scaled = functions.flatMap(definition =>
  (definition.scaling ?? []).map(({ parameters, power }) => [definition.name, parameters, power, definition] as const),
);

describe.each(scaled)('%s with %j in another unit', (_name, parameters, power, definition) => {
  test(`is the same, times the factor to the power of ${power}`, () => {
    const used = definition.parameters.filter(
      parameter => isColumn(parameter) && (!parameter.optional || parameters.includes(parameter.name)),
    );
    let results = 0;
    fc.assert(
      fc.property(rowsFor(definition, used), fc.constantFrom(0.25, 2, 1024), (rows, factor) => {
        const times = (rowCells: Record<string, Cell>) =>
          Object.fromEntries(
            Object.entries(rowCells).map(([name, cell]) => [
              name,
              parameters.includes(name) ? (cell as number) * factor : cell,
            ]),
          );
        const before = numbersOf(shown(definition, call(definition, columnsOf(rows))));
        const after = numbersOf(shown(definition, call(definition, columnsOf(rows.map(times)))));
        results += before.length;
        expectClose(
          after,
          before.map(number => number * factor ** power),
        );
      }),
    );
    expect(results).toBeGreaterThan(10);
  });
});

const unordered = functions.filter(({ shape, ordered }) => shape !== 'element-wise' && !ordered);

describe.each(named(unordered))('%s', (_name, definition) => {
  test('is the same whatever the order of the rows', () => {
    const shuffled = rowsFor(definition).chain(rows =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        const results = [rows, other].map(order => shown(definition, call(definition, columnsOf(order))));
        expectClose(numbersOf(results[1]!), numbersOf(results[0]!));
      }),
    );
  });
});

test('every share says which of its figures can be in another unit together', () => {
  const shares = functions.filter(
    definition =>
      definition.result.unit === 'fraction' &&
      neededColumns(definition).filter(({ type }) => type === 'number').length > 1,
  );
  expect(shares.length).toBeGreaterThan(10);
  for (const { name, scaling = [] } of shares)
    expect([name, scaling.some(({ power }) => power === 0)]).toEqual([name, true]);
});

test('what is said of parameters is said of ones that there are', () => {
  for (const { parameters, scaling = [] } of functions) {
    const names = parameters.map(({ name }) => name);
    for (const { partOf } of parameters) if (partOf !== undefined) expect(names).toContain(partOf);
    for (const { parameters: together } of scaling) expect(names).toEqual(expect.arrayContaining(together));
  }
});

test('every aggregate over rows can be spilled by period, and no series can', () => {
  for (const { shape, ordered, parameters } of functions) {
    const last = parameters.slice(-2).map(({ takes }) => takes);
    expect(last.join() === 'dates,by').toBe(shape === 'aggregate' && !ordered);
  }
});

/** Equal up to the last digits of the largest of them. */
function expectClose(actual: number[], expected: number[]): void {
  const size = expected.reduce((most, number) => Math.max(most, Math.abs(number)), 1e-9);
  expect(actual).toHaveLength(expected.length);
  actual.forEach((number, i) => {
    expect(Math.abs(number - expected[i]!)).toBeLessThanOrEqual(1e-9 * size);
  });
}

// A bound that nothing can break would be no test: of figures beyond it the arithmetic makes such a result, and the gate refuses it.
test('figures that make no sense can pass a bound, so that the bounds say something', () => {
  const churn = functions.find(({ name }) => name === 'CHURN_RATE')!;
  expect(churnRate(5, 4)).toBe(1.25);
  expect(shown(churn, [[[5], [1]], 4])).toEqual([['#VALUE!'], [0.25]]);
});
