import fc from 'fast-check';
import { type Cell, type Grid, isError } from '../../src/cells/value';
import { functions } from '../../src/functions/catalogue';
import { CellError } from '../../src/functions/cellError';
import type { CellFunction, Parameter } from '../../src/functions/definition';
import { evaluate } from '../../src/functions/evaluate';
import { call, columnOf, enough, good, isColumn, isOfCells, neededColumns, required } from './given';

// What is true of every function, tested over the catalogue.

/** Relative tolerance for expected results that are written as decimals. */
function expectCells(actual: Cell | Grid, expected: Cell | Grid): void {
  if (Array.isArray(expected)) {
    expect(actual).toHaveLength(expected.length);
    for (const [r, row] of expected.entries()) {
      for (const [c, cell] of row.entries()) expectCells((actual as Grid)[r]![c]!, cell);
    }
  } else if (typeof expected === 'number' && typeof actual === 'number') {
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
  } else {
    expect(actual).toEqual(expected);
  }
}

const examples = functions.flatMap(definition => definition.examples.map(example => ({ definition, example })));

test.each(examples.map(({ definition, example }) => [definition.name, example.title, example] as const))(
  '%s: %s',
  (name, _title, example) => {
    expectCells(evaluate(name, example.arguments), example.result);
  },
);

describe.each(functions.map(definition => [definition.name, definition] as const))(
  '%s is defined so that it',
  (name, definition) => {
    test('can be typed, shown in one line, and found', () => {
      expect(name).toMatch(/^[A-Z][A-Z_]*[A-Z0-9]+$/);
      for (const line of [definition.summary, definition.question, ...definition.parameters.map(p => p.description)]) {
        expect(line).not.toMatch(/[\n\r]|\*\//);
      }
      expect(definition.summary).toMatch(/\.$/);
      expect(definition.question).toMatch(/\?$/);
      expect(definition.synonyms?.length).toBeGreaterThan(0);
      expect(definition.source).not.toBe('');
    });

    test('has parameters in lower case, the optional ones last', () => {
      const { parameters } = definition;
      expect(new Set(parameters.map(p => p.name)).size).toBe(parameters.length);
      for (const parameter of parameters) expect(parameter.name).toMatch(/^[a-z]+(_[a-z]+)*$/);
      const firstOptional = parameters.findIndex(p => p.optional);
      if (firstOptional >= 0) expect(parameters.slice(firstOptional).every(p => p.optional)).toBe(true);
    });

    test('has two examples at least, each with the origin of its result', () => {
      expect(definition.examples.length).toBeGreaterThanOrEqual(2);
      for (const example of definition.examples) expect(example.origin).not.toBe('');
    });

    test('is shown for a bakery and for a subscription', () => {
      const titles = definition.examples.map(({ title }) => title).join(' ');
      expect(titles).toMatch(/baker(y|’s)/);
      expect(titles).toMatch(/subscription/);
    });

    test('has the words that an owner may type, what is easily done wrong, and columns for what it spills', () => {
      expect(definition.synonyms!.length).toBeGreaterThanOrEqual(3);
      expect(definition.mistakes!.length).toBeGreaterThan(0);
      if (definition.shape === 'table') expect(definition.result.columns!.length).toBeGreaterThan(0);
    });

    test('names only its parameters in its plain spelling', () => {
      const words = definition.plain?.replace(/"[^"]*"/g, '').match(/\b[a-z][a-z_]*\b/g) ?? [];
      for (const word of words) expect(definition.parameters.map(p => p.name)).toContain(word);
    });
  },
);

const errorCell = fc
  .constantFrom('#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!')
  .map(error => ({ error }) as Cell);
const anyText = fc.oneof(fc.constantFrom('n/a', '12', 'he said "no"', 'TRUE', '=1+1', ' ', 'lower'), fc.string());
const anyNumber = fc.oneof(
  fc.constantFrom(0, -0, 1, 5, 0.5, 10, 46_027, 1e308, -1e308, 5e-324, -3),
  fc.double(),
  fc.integer({ min: 1, max: 60_000 }),
);
const anyCell: fc.Arbitrary<Cell> = fc.oneof(anyNumber, anyText, fc.boolean(), fc.constant(null), errorCell);
const anyGrid = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(anyCell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );
const anyArgument = fc.oneof(anyCell, anyGrid, fc.constant(undefined));
const anyFunction = fc.constantFrom(...functions);

const codes = ['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!'];

function expectShowable(cell: Cell): void {
  if (typeof cell === 'number') {
    expect(Number.isFinite(cell)).toBe(true);
    expect(Object.is(cell, -0)).toBe(false);
  } else if (isError(cell)) {
    expect(codes).toContain(cell.error);
  } else {
    expect(typeof cell === 'string' || typeof cell === 'boolean').toBe(true);
  }
}

test('whatever is passed, a function gives cells that can be shown or raises an error with a message', () => {
  const call = anyFunction.chain(definition =>
    fc.tuple(
      fc.constant(definition),
      fc.array(anyArgument, { minLength: 0, maxLength: definition.parameters.length + 1 }),
    ),
  );
  fc.assert(
    fc.property(call, ([{ name }, args]) => {
      let result: Cell | Grid;
      try {
        result = evaluate(name, args);
      } catch (error) {
        expect(error).toBeInstanceOf(CellError);
        expect(codes).toContain((error as CellError).code);
        expect((error as CellError).message).toMatch(/\w.*[.…]$/s);
        return;
      }
      const cells = Array.isArray(result) ? result.flat() : [result];
      for (const cell of cells) expectShowable(cell);
    }),
    { numRuns: 3000 },
  );
});

/** A cell that a parameter can take. */
function fitting({ type, choices, from, to }: Parameter): fc.Arbitrary<Cell> {
  if (choices) return fc.constantFrom(...choices);
  if (type === 'boolean') return fc.boolean();
  if (type === 'date') return fc.integer({ min: 46_023, max: 46_400 });
  if (type === 'text' || type === 'any') return fc.constantFrom('Sales', 'Operations');
  return fc.integer({ min: Math.max(from ?? 1, 1), max: Math.min(to ?? 5, 5) });
}

const elementWise = functions.filter(definition => definition.shape === 'element-wise');
const aggregates = functions.filter(definition => definition.shape !== 'element-wise' && isOfCells(definition));

/** The needed columns of a function, filled with lines of cells that fit. */
function lines(definition: CellFunction, cell: (parameter: Parameter) => fc.Arbitrary<Cell>): fc.Arbitrary<Cell[][]> {
  return fc.array(fc.tuple(...neededColumns(definition).map(cell)), { minLength: 2, maxLength: 12 });
}

const columnsOf = (rows: Cell[][]): Grid[] => rows[0]!.map((_, i) => rows.map(row => [row[i]!]));
const rowsOf = (columns: Grid[]): Grid[] => columns.map(column => [column.map(([cell]) => cell!)]);

function settled(run: () => Cell | Grid): unknown {
  try {
    return run();
  } catch (error) {
    return (error as CellError).code;
  }
}

describe.each(elementWise.map(definition => [definition.name, definition] as const))('%s', (name, definition) => {
  const cells = lines(definition, parameter =>
    fc.oneof(fitting(parameter), fitting(parameter), fc.constant(null), errorCell, anyText),
  );

  test('gives a range of the shape it was given, along a column or a row', () => {
    fc.assert(
      fc.property(cells, rows => {
        const down = evaluate(name, columnsOf(rows)) as Grid;
        expect(down.map(row => row.length)).toEqual(rows.map(() => 1));
        expect(evaluate(name, rowsOf(columnsOf(rows)))).toEqual([down.flat()]);
      }),
    );
  });

  test('gives in every cell of a column what it gives for that cell alone; nothing to divide by is blank there', () => {
    fc.assert(
      fc.property(cells, rows => {
        const spilled = (evaluate(name, columnsOf(rows)) as Grid).flat();
        const alone = rows.map(row => settled(() => evaluate(name, row)));
        spilled.forEach((cell, i) => {
          const single = alone[i] === '#DIV/0!' && !isError(cell) ? '' : alone[i];
          expect(isError(cell) && typeof single === 'string' ? cell.error : cell).toEqual(single);
        });
      }),
    );
  });

  test('takes a single cell beside a range as if it stood in every row', () => {
    fc.assert(
      fc.property(cells, fc.nat(), (rows, pick) => {
        const columns = columnsOf(rows);
        const i = pick % columns.length;
        const cell = columns[i]![0]![0]!;
        if (columns.length === 1) return;
        const repeated = columns.map((column, k) => (k === i ? column.map(() => [cell]) : column));
        const beside = columns.map((column, k) => (k === i ? cell : column));
        expect(evaluate(name, beside)).toEqual(evaluate(name, repeated));
      }),
    );
  });

  test('gives a blank for a blank where a figure is needed', () => {
    const row = definition.parameters.filter(p => !p.optional).map(() => 1 as Cell);
    definition.parameters.forEach((parameter, i) => {
      if (parameter.optional || parameter.mayBeBlank !== undefined) return;
      expect(
        evaluate(
          name,
          row.map((cell, k) => (k === i ? null : cell)),
        ),
      ).toBe('');
      expect(
        evaluate(
          name,
          row.map((cell, k) => (k === i ? '' : cell)),
        ),
      ).toBe('');
    });
  });
});

describe.each(aggregates.map(definition => [definition.name, definition] as const))('%s', (name, definition) => {
  const columns = neededColumns(definition);
  const strict = columns.filter(parameter => parameter.mayBeBlank === undefined);
  const callOf = (cells: (Cell | Grid)[]) =>
    call(definition, Object.fromEntries(columns.map((parameter, i) => [parameter.name, cells[i]!])));
  const result = (cells: (Cell | Grid)[]) => settled(() => evaluate(name, callOf(cells)));

  test('leaves a row out if any cell of it that is needed is blank', () => {
    if (strict.length === 0) return;
    fc.assert(
      fc.property(lines(definition, fitting), fc.nat(), fc.nat(), (rows, at, which) => {
        const blank = columns.indexOf(strict[which % strict.length]!);
        const place = at % (rows.length + 1);
        const hole = rows[0]!.map((cell, i) => (i === blank ? null : cell));
        const withHole = [...rows.slice(0, place), hole, ...rows.slice(place)];
        expect(withoutPlaces(result(columnsOf(withHole)))).toEqual(withoutPlaces(result(columnsOf(rows))));
      }),
    );
  });

  test('has no figure over blanks alone', () => {
    expect(result(columns.map(() => [[null], ['']]))).toBe('#N/A');
    expect(result(columns.map(() => null))).toBe('#N/A');
  });

  test('is blank where a setting that it needs is blank', () => {
    for (const parameter of required(definition).filter(one => !isColumn(one))) {
      expect(evaluate(name, call(definition, { ...goodColumns(definition), [parameter.name]: null }))).toBe('');
      expect(evaluate(name, call(definition, { ...goodColumns(definition), [parameter.name]: ' ' }))).toBe('');
    }
  });

  test('passes an error cell on', () => {
    for (const { name: column } of columns) {
      const cells = { ...goodColumns(definition, 1), [column]: [[{ error: '#REF!' } as Cell]] };
      expect(evaluate(name, call(definition, cells))).toEqual({ error: '#REF!' });
    }
  });

  test('by period gives for each what it gives for its rows alone', () => {
    if (!definition.parameters.some(parameter => parameter.takes === 'dates')) return;
    const months = [46_027, 46_058];
    const places = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(lines(definition, fitting), places, (rows, later) => {
        const dates: Grid = rows.map((_, i) => [months[later[i] ? 1 : 0]!]);
        const byName = Object.fromEntries(columns.map((parameter, i) => [parameter.name, columnsOf(rows)[i]!]));
        const spilled = settled(() => evaluate(name, call(definition, { ...byName, dates })));
        if (!Array.isArray(spilled)) return;
        for (const [start, ...values] of spilled as Grid) {
          const own = rows.filter((_, i) => dates[i]![0]! >= start! && Number(dates[i]![0]) < Number(start) + 28);
          const alone = result(columnsOf(own));
          const cells = Array.isArray(alone) ? (alone as Grid)[0]! : values.map(() => alone);
          values.forEach((value, i) => {
            // Nothing to divide by is blank in a column of periods.
            const expected = cells[i] === '#DIV/0!' && value === '' ? '' : cells[i];
            expect(isError(value) ? value.error : value).toEqual(expected);
          });
        }
      }),
    );
  });
});

/** A result without the names that ALIGNMENT_BREAKDOWN takes from the places of rows. */
function withoutPlaces(result: unknown): unknown {
  const isPlace = (cell: Cell) => typeof cell === 'string' && /^row \d+ of /.test(cell);
  return Array.isArray(result) ? (result as Grid).map(row => row.filter(cell => !isPlace(cell))) : result;
}

function goodColumns(definition: CellFunction, count = enough(definition)): Record<string, Grid> {
  return Object.fromEntries(
    neededColumns(definition).map(parameter => [parameter.name, columnOf(good(parameter, count))]),
  );
}
