import { FunctionType, type IFunctionInfo } from '@univerjs/engine-formula';
import { capitalised } from '../../../cells/english';
import { type Cell, type Grid, isError } from '../../../cells/value';
import { functions } from '../../../functions/catalogue';
import type { CellFunction, Parameter } from '../../../functions/definition';

/**
 * What the grid shows while one of our functions is typed: what it answers, and what each parameter means.
 *
 * @returns  one entry a function, for the `formula.description` setting of Univer's presets
 */
export function functionHelp(): IFunctionInfo[] {
  return functions.map(definition => ({
    functionName: definition.name,
    functionType: FunctionType.User,
    abstract: definition.summary,
    description: definition.summary,
    functionParameter: definition.parameters.map((parameter, index) => ({
      name: parameter.name,
      detail: detail(parameter),
      example: example(definition, index),
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  }));
}

/** The grid puts "Required." or "Optional." before it. */
function detail({ description, default: standsFor }: Parameter): string {
  const sentence = capitalised(description);
  return standsFor === undefined ? sentence : `${sentence}; ${standsFor} if left out`;
}

/** The argument of the first worked example, as it would be typed. */
function example({ examples }: CellFunction, index: number): string {
  const given = examples[0]?.arguments[index];
  if (given === undefined || given === null) return '';
  return Array.isArray(given) ? typedRange(given) : typed(given);
}

function typedRange(grid: Grid): string {
  return `{${grid.map(row => row.map(typed).join(',')).join(';')}}`;
}

function typed(cell: Cell): string {
  if (cell === null) return '';
  if (isError(cell)) return cell.error;
  return typeof cell === 'string' ? `"${cell}"` : String(cell).toUpperCase();
}
