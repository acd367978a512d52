import type { Ctor, Nullable } from '@univerjs/core';
import type { BaseValueObject } from '@univerjs/engine-formula';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  type ErrorType,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { Cell, ErrorCode, Grid } from '../../cells/value';
import { functions } from '../../functions/catalogue';
import type { CellFunction } from '../../functions/definition';
import { evaluate } from '../../functions/evaluate';
import { isErrorCode } from './cells';

type Result = ReturnType<BaseFunction['calculate']>;

/**
 * Every function of the catalogue as Univer's engine wants it: page, worker and Node engine register the same classes.
 *
 * @returns  pairs of class and name, for the `formula.function` setting of Univer's presets
 */
export function cellFunctionClasses(): [Ctor<BaseFunction>, string][] {
  return functions.map(definition => [cellFunctionClass(definition), definition.name]);
}

function cellFunctionClass({ name, parameters, result }: CellFunction): Ctor<BaseFunction> {
  return class extends BaseFunction {
    override minParams = parameters.filter(parameter => !parameter.optional).length;
    override maxParams = parameters.length;

    override calculate(...given: BaseValueObject[]): Result {
      try {
        return toValueObject(
          evaluate(
            name,
            given.map((value, index) => toArgument(value, parameters[index]?.optional)),
          ),
          result.format,
        );
      } catch (error) {
        return errorObject(error);
      }
    }
  };
}

/** A range arrives as rows of cells, a single cell as itself; nothing between two commas is a parameter left out. */
function toArgument(given: BaseValueObject, optional: boolean | undefined): Cell | Grid | undefined {
  if (!given.isArray()) return optional && given.isNull() ? undefined : toCell(given);
  const rows = (given as ArrayValueObject).getArrayValue();
  const grid = rows.map(row => row.map(toCell));
  return grid.length === 1 && grid[0]?.length === 1 ? (grid[0][0] ?? null) : grid;
}

function toCell(value: Nullable<BaseValueObject>): Cell {
  if (!value || value.isNull()) return null;
  if (value.isError()) return { error: asErrorCode((value as ErrorValueObject).getErrorType()) };
  return value.getValue();
}

function toValueObject(value: Cell | Grid, format: string | undefined): Result {
  if (!Array.isArray(value)) return single(value, format);
  const calculateValueList = value.map(row => row.map(cell => single(cell, format)));
  const columnCount = value[0]?.length ?? 0;
  const nowhere = { unitId: '', sheetId: '', row: -1, column: -1 };
  return ArrayValueObject.create({ calculateValueList, rowCount: value.length, columnCount, ...nowhere });
}

function single(cell: Cell, format: string | undefined): BaseValueObject {
  if (cell === null) return NullValueObject.create();
  if (typeof cell === 'number') return NumberValueObject.create(cell, format);
  if (typeof cell === 'boolean') return BooleanValueObject.create(cell);
  if (typeof cell === 'string') return StringValueObject.create(cell);
  return ErrorValueObject.create(cell.error as ErrorType);
}

/** What `evaluate` throws carries the code that the cell shows and the message in words. */
function errorObject(error: unknown): ErrorValueObject {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return ErrorValueObject.create(asErrorCode(code) as ErrorType, String(message ?? ''));
}

/** Univer knows a few errors of its own (#SPILL!, #CYCLE!); to a function they are all a value that is not one. */
function asErrorCode(code: unknown): ErrorCode {
  return isErrorCode(code) ? code : '#VALUE!';
}
