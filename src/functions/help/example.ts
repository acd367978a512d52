import { columnName } from '../../cells/address';
import { call, type Dialect, type Formula, omitted, reference } from '../../cells/formula';
import { printFormula } from '../../cells/printFormula';
import { dayOf } from '../../cells/serial';
import { type Cell, type Grid, isError } from '../../cells/value';
import type { CellFunction, Example, Parameter } from '../definition';
import { isCellFunction } from '../evaluate';

/** The cells that an example's ranges are in: a column each from A1 on, headed by the parameter's name. */
export interface ExampleSheet {
  headers: string[];
  /** Rows of cells from row 2 on; null where a column is shorter than the others. */
  rows: Grid;
  /** Which columns hold dates. */
  dates: boolean[];
  /** Whether the result is a row a period: the first day, a date, and the figure. */
  byPeriod: boolean;
}

/**
 * Lays the ranges of an example out as a person would have them in a sheet. Single values are typed into the formula.
 *
 * @param definition  the function
 * @param example     one of its examples
 */
export function exampleSheet({ parameters }: CellFunction, example: Example): ExampleSheet {
  const ranges = parameters.flatMap((parameter, i) => {
    const given = example.arguments[i];
    return Array.isArray(given) ? [{ parameter, cells: given.map(row => row[0]!) }] : [];
  });
  const length = Math.max(0, ...ranges.map(({ cells }) => cells.length));
  return {
    headers: ranges.map(({ parameter }) => parameter.name),
    rows: Array.from({ length }, (_, row) => ranges.map(({ cells }) => cells[row] ?? null)),
    dates: ranges.map(({ parameter }) => parameter.type === 'date'),
    byPeriod: ranges.some(({ parameter }) => parameter.takes === 'dates'),
  };
}

/**
 * An example as a formula that a person can type, over the cells of `exampleSheet`.
 *
 * @param definition  the function
 * @param example     one of its examples; its ranges are columns
 * @param dialect     whose spelling
 * @returns           with its `=`: `=CHURN_RATE(5,100)`, `=CSAT(A2:A6)`
 */
export function exampleFormula(definition: CellFunction, example: Example, dialect: Dialect): string {
  let column = 0;
  const parts = example.arguments.map((given, i): Formula => {
    if (!Array.isArray(given)) return literal(given, definition.parameters[i]!);
    const letter = columnName(column++);
    return reference(`${letter}2:${letter}${given.length + 1}`);
  });
  return `=${printFormula(call(definition.name, ...parts), dialect, isCellFunction)}`;
}

function literal(cell: Cell | undefined, { type }: Parameter): Formula {
  if (cell === null || cell === undefined || isError(cell)) return omitted;
  if (typeof cell === 'boolean') return { boolean: cell };
  if (typeof cell === 'string') return { text: cell };
  if (type !== 'date') return { number: cell };
  const { year, month, day } = dayOf(cell);
  return call('DATE', { number: year }, { number: month }, { number: day });
}
