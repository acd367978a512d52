import type { Cell, Grid } from '../cells/value';
import { CellError } from './cellError';
import type { CellFunction } from './definition';
import { aggregate } from './gate/aggregate';
import { argumentOf } from './gate/argument';
import { elementWise, type OnError } from './gate/elementWise';
import { withScratch } from './gate/scratch';

export type { OnError } from './gate/elementWise';

/**
 * The one way into a cell function: what a host passes is coerced, broadcast and checked from the definition, so that
 * the function itself is arithmetic.
 *
 * @param definition  the function
 * @param given       one argument a parameter: a cell, rows of cells, or undefined where it is left out
 * @param onError     told of each error that a cell of a spilled grid shows, with its message
 * @returns           a cell or a grid; a blank is `""`, an error cell that was given comes back as itself
 * @throws            CellError with the code and the message that the sheet shows
 */
export function pass(definition: CellFunction, given: (Cell | Grid | undefined)[], onError?: OnError): Cell | Grid {
  const { name, parameters, shape } = definition;
  if (given.length > parameters.length) {
    throw new CellError('#VALUE!', `${name} takes ${parameters.length} values at most: ${signature(definition)}.`);
  }
  const missing = parameters.find(
    (parameter, i) => !parameter.optional && parameter.mayBeBlank === undefined && given[i] === undefined,
  );
  if (missing) throw new CellError('#VALUE!', `${name} needs ${missing.name}: ${signature(definition)}.`);
  return withScratch(() => {
    const args = parameters.map((parameter, i) => argumentOf(parameter, given[i]));
    return shape === 'element-wise' ? elementWise(definition, args, onError) : aggregate(definition, args, onError);
  });
}

/** `CHURN_RATE(lost, at_start)`, optional parameters in brackets. */
export function signature({ name, parameters }: CellFunction): string {
  return `${name}(${parameters.map(p => (p.optional ? `[${p.name}]` : p.name)).join(', ')})`;
}
