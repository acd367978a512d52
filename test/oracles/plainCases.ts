import type { Cell, Grid } from '../../src/cells/value';
import { CellError } from '../../src/functions/cellError';
import type { CellFunction, Parameter } from '../../src/functions/definition';
import { evaluate } from '../../src/functions/evaluate';
import { type Seeded, seeded } from '../fixtures/seeded';

/** Figures for one call, as an owner might have them, and what our function makes of them. */
export interface PlainCase {
  /** The rows of each parameter that the plain spelling names, in their order; a single cell is one row. */
  inputs: Map<Parameter, Cell[]>;
  /** A blank is "". Over nothing at all, where a plain formula can only fail, it is null. */
  ours: Cell;
}

/** Parameters that are not just any figure, or whose figures must often be the same. */
const SPECIAL: Record<string, (chance: Seeded) => Cell> = {
  gross_margin: chance => round(chance.uniform(), 2),
  churn: chance => round(chance.uniform() / 2, 3),
  discount_rate: chance => round(chance.uniform() / 10, 3),
  responses: chance => whole(chance, 1, 5),
  scale_points: chance => whole(chance, 5, 9),
  scale_max: chance => whole(chance, 5, 9),
  satisfied_from: chance => whole(chance, 2, 5),
  favorable_from: chance => whole(chance, 2, 5),
  promised: chance => 46_023 + whole(chance, 0, 12) / 4,
  delivered: chance => 46_023 + whole(chance, 0, 12) / 4,
  ordered_quantity: chance => whole(chance, 1, 3),
  delivered_quantity: chance => whole(chance, 1, 3),
  // Parts of them are drawn like any figure: calls in which they are more than their whole are refused.
  at_start: chance => (chance.uniform() < 0.1 ? 0 : round(100 + chance.uniform() * 2000, 2)),
  at_end: chance => whole(chance, 100, 600),
  gained: chance => whole(chance, 0, 100),
  days: chance => whole(chance, 28, 366),
  periods: chance => whole(chance, 1, 12),
  customer_ids: chance => ['Ann', 'ANN', 'Ben', 'Cem', 'O’Neill & Co', 101, '101', 102][whole(chance, 0, 7)]!,
};

/** The parameters that a plain spelling names, in the order of the definition. */
export function namedIn({ plain = '', parameters }: CellFunction): Parameter[] {
  const words = new Set(plain.replace(/"[^"]*"/g, '').match(/\b[a-z][a-z_]*\b/g));
  return parameters.filter(({ name }) => words.has(name));
}

/**
 * Seeded calls of a function: ordinary figures, zeros, blanks, decimals, negatives, now and then an error cell. A call
 * that our function refuses with a message (a floor on the wrong side, say) is not among them: a plain formula has no
 * way to refuse.
 *
 * @param definition  a function with a plain spelling
 * @param count       how many calls
 */
export function plainCases(definition: CellFunction, count: number): PlainCase[] {
  const chance = seeded(definition.name.length * 1000 + definition.parameters.length);
  const cases: PlainCase[] = [];
  for (let attempt = 0; cases.length < count; attempt++) {
    if (attempt === 100 * count) throw new Error(`${definition.name} refuses nearly every call that is made up here.`);
    const found = plainCase(definition, chance);
    if (found) cases.push(found);
  }
  return cases;
}

function plainCase(definition: CellFunction, chance: Seeded): PlainCase | null {
  const { name, parameters, shape } = definition;
  const elementWise = shape === 'element-wise';
  const length = elementWise ? 1 : whole(chance, 1, 12);
  const inputs = new Map(
    namedIn(definition).map(parameter => {
      const single = parameter.takes === 'one';
      return [parameter, Array.from({ length: single ? 1 : length }, () => cell(parameter, chance, elementWise))];
    }),
  );
  const args = parameters.map((parameter): Cell | Grid | undefined => {
    const rows = inputs.get(parameter);
    if (!rows) return undefined;
    if (parameter.takes === 'one') return rows[0];
    // A row below makes the call a column, in which a blank is where there is nothing to divide by.
    return [...rows, ...(elementWise ? [null] : [])].map(row => [row]);
  });
  let refused = false;
  try {
    const result = evaluate(name, args, row => {
      refused ||= row === 0;
    });
    return refused ? null : { inputs, ours: elementWise ? (result as Grid)[0]![0]! : (result as Cell) };
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    if (error.code === '#VALUE!') return null;
    return { inputs, ours: error.code === '#N/A' ? null : { error: error.code } };
  }
}

function cell(parameter: Parameter, chance: Seeded, elementWise: boolean): Cell {
  const { optional, mayBeBlank, type, choices } = parameter;
  const strict = !optional && mayBeBlank === undefined;
  if (chance.uniform() < (strict ? 0.06 : 0.4)) return null;
  // Over whole columns a count passes errors by, and only an element-wise function surely meets the one in its row.
  if (strict && elementWise && chance.uniform() < 0.02) return { error: '#N/A' };
  const special = SPECIAL[parameter.name];
  if (special && (parameter.from === undefined || parameter.to === undefined)) return special(chance);
  if (choices) return choices[whole(chance, 0, choices.length - 1)]!;
  if (type === 'boolean') return chance.uniform() < 0.5;
  if (type === 'date') return whole(chance, 46_023, 46_400) + (chance.uniform() < 0.3 ? whole(chance, 0, 23) / 24 : 0);
  if (type === 'number') return figure(parameter, chance);
  return chance.uniform() < 0.5 ? 'Sales' : 'Operations';
}

function figure({ from, to }: Parameter, chance: Seeded): number {
  if (from !== undefined && to !== undefined) return whole(chance, from, to);
  const kind = chance.pick([
    ['zero', 2],
    ['count', 8],
    ['cents', 6],
    ['share', 3],
    ['large', 2],
    ['negative', 2],
  ] as const);
  const drawn = {
    zero: 0,
    count: whole(chance, 1, 500),
    cents: round(chance.uniform() * 2000, 2),
    share: round(chance.uniform(), 3),
    large: round(chance.uniform() * 1e9, 2),
    negative: -round(chance.uniform() * 500, 2),
  }[kind];
  return Math.min(Math.max(drawn, from ?? Number.NEGATIVE_INFINITY), to ?? Number.POSITIVE_INFINITY);
}

function whole(chance: Seeded, from: number, to: number): number {
  return from + Math.floor(chance.uniform() * (to - from + 1));
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
