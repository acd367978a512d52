import type { Cell, Grid } from '../../src/cells/value';
import type { CellError } from '../../src/functions/cellError';
import type { CellFunction, Parameter } from '../../src/functions/definition';
import { pass } from '../../src/functions/gate';

// Functions made for a test of the gate, whose arithmetic is not there yet or of no matter.

export const made = (shape: CellFunction['shape'], parameters: Parameter[], calculate: unknown, more = {}) =>
  ({ name: 'MADE', shape, parameters, calculate, result: { type: 'number' }, ...more }) as unknown as CellFunction;

export const number = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  type: 'number',
  description: name,
  ...more,
});

/** What a cell says: what was passed, as JSON, or the error with its message. */
export const said = (definition: CellFunction, given: (Cell | Grid | undefined)[]): string => {
  try {
    return `gave ${JSON.stringify(pass(definition, given))}`;
  } catch (error) {
    return `${(error as CellError).code} ${(error as Error).message}`;
  }
};

export const sum = (...figures: number[]) => figures.reduce((all, figure) => all + figure, 0);
