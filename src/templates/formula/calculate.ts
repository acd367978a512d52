import { type Range, sameSheet } from '../../cells/address';
import { calls, type Formula, FormulaError, type Operator } from '../../cells/formula';
import { once } from '../../cells/once';
import { type Cell, type Grid, isBlank, isError } from '../../cells/value';
import { CellError } from '../../functions/cellError';
import { evaluate as callOurs, isCellFunction } from '../../functions/evaluate';
import { type Content, type Edit, isFormula } from '../../workbook/edit';
import { SPILLING } from '../../workbook/edits/degrade';
import { type SheetView, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { ARITHMETIC, type ArgumentValue, ErrorValue, figure, single, truth } from './arithmetic';

/** The functions that formulas of templates may call. */
export const FUNCTIONS = [...Object.keys(ARITHMETIC), 'IF', 'IFERROR', 'AND', 'OR', 'INDEX', 'TODAY'];

/** Those and what the dashboard calls besides. What OFFSET steps over does not follow rows and columns: no template may. */
export const CALCULABLE = [...FUNCTIONS, 'OFFSET', 'ROW', 'COLUMN'];

/** The cells that a formula is calculated from. */
export interface CellSource {
  cell(sheet: string | undefined, row: number, column: number): Cell;
  /** How many rows and columns of a sheet hold something, for references without an end. */
  extent(sheet: string | undefined): { rows: number; columns: number };
  today: number;
}

/**
 * What a formula comes to.
 *
 * @param formula  of the functions in `CALCULABLE`, and of the add-in's own
 * @param from     the cells it speaks of
 * @throws         FormulaError for a function that templates do not have
 */
export function calculate(formula: Formula, from: CellSource): Cell {
  try {
    return single(evaluate(formula, from));
  } catch (error) {
    if (error instanceof ErrorValue) return error.cell;
    throw error;
  }
}

/** What a formula whose result runs over several cells comes to; one cell where it fails. */
function calculateGrid(formula: Formula, from: CellSource): Grid {
  try {
    const result = evaluate(formula, from);
    return Array.isArray(result) ? (result as Grid) : [[result as Cell]];
  } catch (error) {
    if (error instanceof ErrorValue) return [[error.cell]];
    throw error;
  }
}

function evaluate(formula: Formula, from: CellSource): ArgumentValue {
  if ('number' in formula) return formula.number;
  if ('text' in formula) return formula.text;
  if ('boolean' in formula) return formula.boolean;
  if ('omitted' in formula) return null;
  if ('negate' in formula) return -figure(evaluate(formula.negate, from));
  if ('reference' in formula) return cellsOf(formula.reference, from);
  if ('operator' in formula) {
    return operate(formula.operator, single(evaluate(formula.left, from)), single(evaluate(formula.right, from)));
  }
  if ('span' in formula) return cellsOf(spanOf(formula.span.map(end => rangeOf(end, from))), from);
  if ('texts' in formula) throw new FormulaError('a template cannot hold a list of texts.');
  const { call, arguments: args } = formula;
  const value = (index: number) => (args[index] ? evaluate(args[index]!, from) : null);
  if (call === 'TODAY') return from.today;
  if (call === 'IF') return truth(value(0)) ? value(1) : args[2] ? value(2) : false;
  if (call === 'AND') return !args.map(arg => truth(evaluate(arg, from))).includes(false);
  if (call === 'OR') return args.map(arg => truth(evaluate(arg, from))).includes(true);
  if (call === 'IFERROR') {
    try {
      const first = value(0);
      if (!isError(first)) return first;
    } catch (error) {
      if (!(error instanceof ErrorValue)) throw error;
    }
    return value(1);
  }
  if (call === 'INDEX') return indexed(args, from);
  if (call === 'OFFSET') return cellsOf(stepped(args, from), from);
  if (call === 'ROW') return rangeOf(args[0]!, from).top + 1;
  if (call === 'COLUMN') return rangeOf(args[0]!, from).left + 1;
  if (isCellFunction(call)) return ours(call, args, from);
  const known = ARITHMETIC[call];
  if (!known) throw new FormulaError(`a template cannot call ${call}; it has ${FUNCTIONS.join(', ')}.`);
  const result = known(...args.map(arg => evaluate(arg, from)));
  // The least or the greatest of nothing is 0, as in every spreadsheet.
  return typeof result === 'number' && Math.abs(result) === Infinity ? 0 : result;
}

/** A function of the add-in, as a cell calls it. */
function ours(name: string, args: Formula[], from: CellSource): ArgumentValue {
  try {
    return callOurs(
      name,
      args.map(arg => ('omitted' in arg ? undefined : evaluate(arg, from))),
    );
  } catch (error) {
    if (error instanceof CellError) throw new ErrorValue({ error: error.code });
    throw error;
  }
}

function cellsOf({ sheet, top, left, bottom, right }: Range, from: CellSource): ArgumentValue {
  if (top === bottom && left === right) return from.cell(sheet, top, left);
  const extent = from.extent(sheet);
  const [lastRow, lastColumn] = [bottom ?? extent.rows - 1, right ?? extent.columns - 1];
  const grid: Grid = [];
  for (let row = top; row <= lastRow; row++) {
    const line: Cell[] = [];
    for (let column = left; column <= lastColumn; column++) line.push(from.cell(sheet, row, column));
    grid.push(line);
  }
  return grid;
}

/** A cell of a range by its number; one of a whole column is blank where nothing is so far down. */
function indexed(args: Formula[], from: CellSource): Cell {
  const { sheet, top, left } = cellAt(args, from);
  return from.cell(sheet, top, left);
}

/** The place of that cell. */
function cellAt([range, ...numbers]: Formula[], from: CellSource): Range {
  const [first = 1, second] = numbers.map(each => figure(evaluate(each, from)));
  if (!range || !('reference' in range)) throw new ErrorValue({ error: '#REF!' });
  const { sheet, top, left, bottom, right } = range.reference;
  const [row, column] = top === bottom && second === undefined ? [1, first] : [first, second ?? 1];
  const [down, across] = [top + row - 1, left + column - 1];
  const isWithin = row >= 1 && column >= 1 && down <= (bottom ?? down) && across <= (right ?? across);
  if (!isWithin) throw new ErrorValue({ error: '#REF!' });
  return { ...(sheet !== undefined && { sheet }), top: down, left: across, bottom: down, right: across };
}

/** The cell so many rows and columns from another. */
function stepped([start, ...steps]: Formula[], from: CellSource): Range {
  const [down = 0, across = 0] = steps.map(each => figure(evaluate(each, from)));
  const { sheet, top, left } = rangeOf(start!, from);
  const [row, column] = [top + down, left + across];
  if (row < 0 || column < 0) throw new ErrorValue({ error: '#REF!' });
  return { ...(sheet !== undefined && { sheet }), top: row, left: column, bottom: row, right: column };
}

/** One end of a span: a cell, or where INDEX finds one. */
function rangeOf(end: Formula, from: CellSource): Range {
  if ('reference' in end) return end.reference;
  if ('call' in end && end.call === 'INDEX') return cellAt(end.arguments, from);
  throw new FormulaError('a span runs from a cell, or from INDEX, to another.');
}

function spanOf([one, other]: Range[]): Range {
  return {
    ...(one!.sheet !== undefined && { sheet: one!.sheet }),
    top: Math.min(one!.top, other!.top),
    left: Math.min(one!.left, other!.left),
    bottom: Math.max(one!.bottom!, other!.bottom!),
    right: Math.max(one!.right!, other!.right!),
  };
}

function operate(operator: Operator, left: Cell, right: Cell): Cell {
  if (operator === '&') return `${left ?? ''}${right ?? ''}`;
  const order = /[<>=]/.test(operator) ? compare(left, right) : null;
  if (order !== null) {
    const holds: Record<string, boolean> = {
      '=': order === 0,
      '<>': order !== 0,
      '<': order < 0,
      '<=': order <= 0,
      '>': order > 0,
      '>=': order >= 0,
    };
    return holds[operator]!;
  }
  const [one, other] = [figure(left), figure(right)];
  if (operator === '/' && other === 0) throw new ErrorValue({ error: '#DIV/0!' });
  const result = { '+': one + other, '-': one - other, '*': one * other, '/': one / other, '^': one ** other };
  const value = result[operator as '+'];
  if (!Number.isFinite(value)) throw new ErrorValue({ error: '#NUM!' });
  return value;
}

/** Numbers come before texts, texts before truth values; a blank is as its partner's zero or empty text. */
function compare(left: Cell, right: Cell): number {
  const [one, other] = [plain(left, right), plain(right, left)];
  const rank = (cell: Cell) => (typeof cell === 'number' ? 0 : typeof cell === 'string' ? 1 : 2);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  return one! < other! ? -1 : one! > other! ? 1 : 0;
}

function plain(cell: Cell, partner: Cell): Cell {
  if (cell === null) return typeof partner === 'string' ? '' : typeof partner === 'boolean' ? false : 0;
  return typeof cell === 'string' ? cell.toLowerCase() : cell;
}

/**
 * Edits with the results of the formulas that they write, where these are not known yet.
 *
 * @param snapshot  the workbook before them
 * @param edits     none of which moves rows or columns
 */
export function solved(snapshot: Snapshot, edits: Edit[]): Edit[] {
  const pending = new Map<string, { formula: Formula } | { result: Cell }>();
  const views = new Map<string, SheetView | null>();
  const written = new Map<string, Map<string, Cell>>();
  const extents = new Map<string, { rows: number; columns: number }>();
  const spills: { sheet: string; row: number; column: number; grid: () => Grid }[] = [];
  const key = (sheet: string, row: number, column: number) => `${sheet.toLowerCase()}!${row},${column}`;
  const view = (sheet: string) => {
    const name = sheet.toLowerCase();
    if (!views.has(name)) views.set(name, viewSheet(snapshot, sheet));
    return views.get(name)!;
  };
  const reach = (sheet: string, rows: number, columns: number) => {
    const name = sheet.toLowerCase();
    const now = extents.get(name) ?? { rows: view(sheet)?.rows ?? 0, columns: view(sheet)?.columns ?? 0 };
    extents.set(name, { rows: Math.max(rows, now.rows), columns: Math.max(columns, now.columns) });
    return extents.get(name)!;
  };
  for (const edit of edits) {
    if (edit.kind !== 'write') continue;
    const cells = written.get(edit.sheet.toLowerCase()) ?? new Map<string, Cell>();
    written.set(edit.sheet.toLowerCase(), cells);
    reach(edit.sheet, edit.row + edit.cells.length, edit.column + Math.max(...edit.cells.map(line => line.length)));
    for (const [r, line] of edit.cells.entries()) {
      for (const [c, content] of line.entries()) {
        const place = `${edit.row + r},${edit.column + c}`;
        if (!isFormula(content)) cells.set(place, content);
        else if (content.value !== undefined) cells.set(place, content.value);
        else {
          const [row, column] = [edit.row + r, edit.column + c];
          pending.set(key(edit.sheet, row, column), { formula: content.formula });
          if (calls(content.formula, SPILLING)) {
            spills.push({
              sheet: edit.sheet,
              row,
              column,
              grid: once(() => calculateGrid(content.formula, from(edit.sheet))),
            });
          }
        }
      }
    }
  }
  /** What a formula beside or above runs over into a cell; nothing where none does. */
  const spilledAt = (sheet: string, row: number, column: number): Cell | undefined => {
    for (const spill of spills) {
      if (!sameSheet(spill.sheet, sheet) || row < spill.row || column < spill.column) continue;
      const cell = spill.grid()[row - spill.row]?.[column - spill.column];
      if (cell !== undefined) return cell;
    }
    return undefined;
  };
  const from = (sheet: string): CellSource => ({
    cell: (other = sheet, r, c) => resultAt(other, r, c),
    extent: (other = sheet) => reach(other, 0, 0),
    today: Math.floor(snapshot.today),
  });
  const resultAt = (sheet: string, row: number, column: number): Cell => {
    const place = key(sheet, row, column);
    const found = pending.get(place);
    if (!found) {
      // A cell that the edits blank is blank, whatever is in it now.
      const cells = written.get(sheet.toLowerCase());
      const own = cells?.has(`${row},${column}`) ? cells.get(`${row},${column}`) : view(sheet)?.cell(row, column);
      return (isBlank(own ?? null) ? (spilledAt(sheet, row, column) ?? own) : own) ?? null;
    }
    if ('result' in found) return found.result;
    // Anyone who asks for it meanwhile is in a circle.
    pending.set(place, { result: { error: '#REF!' } });
    const result = calculate(found.formula, from(sheet));
    pending.set(place, { result: result ?? 0 });
    return result ?? 0;
  };
  const withResult = (content: Content, sheet: string, row: number, column: number): Content =>
    isFormula(content) && content.value === undefined
      ? { formula: content.formula, value: resultAt(sheet, row, column) }
      : content;
  return edits.map(edit =>
    edit.kind === 'write'
      ? {
          ...edit,
          cells: edit.cells.map((line, r) =>
            line.map((content, c) => withResult(content, edit.sheet, edit.row + r, edit.column + c)),
          ),
        }
      : edit,
  );
}
