import type { Ctor, Nullable } from '@univerjs/core';
import type { BaseValueObject, ErrorType } from '@univerjs/engine-formula';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { Cell, ErrorCode, Grid } from '../../../cells/value';
import { functions } from '../../../functions/catalogue';
import type { CellFunction } from '../../../functions/definition';
import { evaluate } from '../../../functions/evaluate';
import { DAY, spilledFormat } from '../../../functions/format';
import { isErrorCode } from '../reading/cells';

type Result = ReturnType<BaseFunction['calculate']>;

/** Where a cell that shows an error of ours keeps what was wrong, in words (Univer's `custom` data). */
export const MESSAGE = 'compassMessage';

/**
 * Every function of the catalogue as Univer's engine wants it: page, worker and Node engine register the same classes.
 *
 * @returns  pairs of class and name, for the `formula.function` setting of Univer's presets
 */
export function cellFunctionClasses(): [Ctor<BaseFunction>, string][] {
  return functions.map(definition => [cellFunctionClass(definition), definition.name]);
}

function cellFunctionClass(definition: CellFunction): Ctor<BaseFunction> {
  const { name, parameters } = definition;
  return class extends BaseFunction {
    override calculate(...given: BaseValueObject[]): Result {
      const messages = new Map<string, string>();
      try {
        const args = given.map((value, index) => toArgument(value, parameters[index]?.optional));
        const value = evaluate(name, args, (row, column, error) => messages.set(`${row},${column}`, error.message));
        if (!Array.isArray(value)) return single(value, undefined);
        return spilled(definition, value, (row, column) => messages.get(`${row},${column}`));
      } catch (error) {
        const { code, message } = error as { code?: unknown; message?: string };
        return errorObject(asErrorCode(code), message);
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

type Messages = (row: number, column: number) => string | undefined;

function spilled(definition: CellFunction, grid: Grid, messages: Messages): Result {
  const columnCount = grid[0]?.length ?? 0;
  // A rate is shown as the cell is formatted, as in every other host; a day's serial would tell nobody anything.
  const formats = Array.from({ length: columnCount }, (_, column) =>
    spilledFormat(definition, column, columnCount) === DAY ? DAY : undefined,
  );
  const calculateValueList = grid.map((line, r) => line.map((cell, c) => single(cell, messages(r, c), formats[c])));
  const nowhere = { unitId: '', sheetId: '', row: -1, column: -1 };
  return ArrayValueObject.create({ calculateValueList, rowCount: grid.length, columnCount, ...nowhere });
}

function single(cell: Cell, message: string | undefined, format?: string): BaseValueObject {
  if (cell === null) return NullValueObject.create();
  if (typeof cell === 'number') return NumberValueObject.create(cell, format);
  if (typeof cell === 'boolean') return BooleanValueObject.create(cell);
  if (typeof cell === 'string') return StringValueObject.create(cell);
  return errorObject(cell.error, message);
}

/** Univer keeps one object for each error and content, so the message is both its content and its data. */
function errorObject(code: ErrorCode, message = ''): ErrorValueObject {
  const error = ErrorValueObject.create(code as ErrorType, message);
  return message ? error.withCustomData({ [MESSAGE]: message }) : error;
}

/** Univer knows a few errors of its own (#SPILL!, #CYCLE!); to a function they are all a value that is not one. */
function asErrorCode(code: unknown): ErrorCode {
  return isErrorCode(code) ? code : '#VALUE!';
}
