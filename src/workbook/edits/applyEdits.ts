import { cellAt, printRange, sameSheet } from '../../cells/address';
import { printFormula } from '../../cells/printFormula';
import { type Cell, isBlank, isError } from '../../cells/value';
import type {
  AddSheet,
  Content,
  Edit,
  FormatCells,
  InsertRows,
  KeepValues,
  RemoveColumns,
  RemoveRows,
  RemoveSheet,
  Validate,
  WriteCells,
} from '../edit';
import { isFormula } from '../edit';
import type { Place } from '../register';
import { shown } from '../sheets/rowReader';
import { type SheetView, viewSheet } from '../sheets/sheetView';
import { cellName, cellPlace } from '../sheets/tables';
import type { Block, Snapshot } from '../snapshot';
import { listProblem } from './entryRule';
import { forgetSheet, moveCells, moveFormulas, moveOf } from './moveCells';
import { preconditions } from './preconditions';

/** An edit that a workbook does not allow in its present state; nothing was applied. */
export class EditConflict extends Error {
  override name = 'EditConflict';

  /**
   * @param message  what is in the way, as a sentence
   * @param where    the cells that are in the way
   */
  constructor(
    message: string,
    readonly where: Place[] = [],
  ) {
    super(message);
  }
}

/**
 * The workbook as it is after some edits, as a host would leave it: for previews, for planning one change upon another,
 * and for tests. A formula's cell holds the result that the edit knows, or a blank.
 *
 * @param snapshot  the workbook; it stays as it is
 * @param edits     applied in order, all or none
 * @throws          EditConflict where a cell does not hold what an edit expects, or a sheet is missing or there already
 */
export function applyEdits(snapshot: Snapshot, edits: Edit[]): Snapshot {
  checkRemovals(snapshot, edits);
  return edits.reduce(applyEdit, snapshot);
}

/** What a sheet to be taken out holds is asked before anything is: taking out one makes formulas of another point nowhere. */
function checkRemovals(snapshot: Snapshot, edits: Edit[]): void {
  const going = edits.flatMap(edit => (edit.kind === 'remove sheet' ? [edit.sheet] : []));
  if (going.length === 0) return;
  const asked = preconditions(edits.filter(({ kind }) => kind !== 'write'));
  for (const { sheet, row, column, expected } of asked) {
    const view = viewSheet(snapshot, sheet);
    for (const [r, line] of expected.entries()) {
      for (const [c, cell] of line.entries()) {
        if (!view || holds(view.cell(row + r, column + c), cell)) continue;
        throw changedCell(view, row + r, column + c, view.cell(row + r, column + c));
      }
    }
  }
}

function applyEdit(snapshot: Snapshot, edit: Edit): Snapshot {
  switch (edit.kind) {
    case 'add sheet':
      return addSheet(snapshot, edit);
    case 'write':
      return replaceSheet(snapshot, edit.sheet, block => write(snapshot, block, edit));
    case 'keep values':
      return replaceSheet(snapshot, edit.sheet, block => keep(snapshot, block, edit));
    case 'format':
      return replaceSheet(snapshot, edit.sheet, block => format(block, edit));
    case 'insert rows':
    case 'remove rows':
    case 'remove columns':
      return move(snapshot, edit);
    case 'remove sheet':
      return removeSheet(snapshot, edit);
    case 'validation':
      checkChoices(edit);
      break;
  }
  // Charts, notes and looks hold no cell's content.
  if (!viewSheet(snapshot, edit.sheet)) throw noSheet(edit.sheet);
  return snapshot;
}

function noSheet(name: string): EditConflict {
  return new EditConflict(`The workbook has no sheet '${name}'.`);
}

/** Refuses a list of choices that some hosts would not offer as it is. */
function checkChoices({ sheet, row, column, allow }: Validate): void {
  const problem = 'list' in allow ? listProblem(allow.list) : null;
  if (problem === null) return;
  const where = printRange(cellAt(row, column));
  throw new EditConflict(`The list of choices of ${sheet} ${where} ${problem}.`, [{ sheet, range: where }]);
}

type WholeBlock = Required<Block>;

function addSheet(snapshot: Snapshot, { sheet }: AddSheet): Snapshot {
  if (viewSheet(snapshot, sheet)) throw new EditConflict(`The workbook has a sheet '${sheet}' already.`);
  return { ...snapshot, sheets: [...snapshot.sheets, { name: sheet, values: [] }] };
}

function removeSheet(snapshot: Snapshot, { sheet }: RemoveSheet): Snapshot {
  if (!viewSheet(snapshot, sheet)) throw noSheet(sheet);
  const sheets = snapshot.sheets.filter(block => !sameSheet(block.name, sheet));
  return forgetSheet({ ...snapshot, sheets }, sheet);
}

function move(snapshot: Snapshot, edit: InsertRows | RemoveRows | RemoveColumns): Snapshot {
  const moved = moveOf(edit);
  return moveFormulas(
    replaceSheet(snapshot, edit.sheet, block => moveCells(block, moved)),
    moved,
  );
}

/** The snapshot with one sheet's blocks made one, from A1 on, and changed. */
function replaceSheet(snapshot: Snapshot, sheet: string, change: (block: WholeBlock) => WholeBlock): Snapshot {
  const blocks = snapshot.sheets.filter(block => sameSheet(block.name, sheet));
  if (blocks.length === 0) throw noSheet(sheet);
  const changed = change(isWhole(blocks) ? blocks[0] : makeWhole(snapshot, sheet));
  const sheets = snapshot.sheets.filter(block => block === blocks[0] || !sameSheet(block.name, sheet));
  return { ...snapshot, sheets: sheets.map(block => (block === blocks[0] ? changed : block)) };
}

function isWhole(blocks: Block[]): blocks is [WholeBlock] {
  const [block] = blocks;
  return blocks.length === 1 && block!.row === 0 && block!.column === 0 && !!block!.formulas && !!block!.formats;
}

function makeWhole(snapshot: Snapshot, sheet: string): WholeBlock {
  const view = viewSheet(snapshot, sheet)!;
  const grid = <T>(pick: (row: number, column: number) => T) =>
    Array.from({ length: view.rows }, (_, row) =>
      Array.from({ length: view.columns }, (_, column) => pick(row, column)),
    );
  return {
    name: view.name,
    row: 0,
    column: 0,
    values: grid(view.cell),
    formulas: grid(view.formula),
    formats: grid(view.format),
  };
}

/** A copy of a grid in which some rows, and wherever they are too short all rows, can be written. */
function writable<T>(grid: T[][], from: number, to: number, columns: number, blank: T): T[][] {
  const width = Math.max(columns, grid[0]?.length ?? 0);
  return Array.from({ length: Math.max(to, grid.length) }, (_, row) => {
    const line = grid[row] ?? [];
    if (line.length === width && (row < from || row >= to)) return line;
    return [...line, ...Array<T>(width - line.length).fill(blank)];
  });
}

/** The block with rows and columns that can be written, those that it lacks made. */
function open(block: WholeBlock, from: number, to: number, columns: number): WholeBlock {
  return {
    ...block,
    values: writable<Cell>(block.values, from, to, columns, null),
    formulas: writable<string | null>(block.formulas, from, to, columns, null),
    formats: writable(block.formats, from, to, columns, 'General'),
  };
}

function write(snapshot: Snapshot, block: WholeBlock, { row, column, cells, expected }: WriteCells): WholeBlock {
  const view = viewSheet(snapshot, block.name)!;
  const wide = Math.max(...cells.map(line => line.length));
  const changed = open(block, row, row + cells.length, column + wide);
  for (const [r, line] of cells.entries()) {
    for (const [c, content] of line.entries()) {
      const [at, across] = [row + r, column + c];
      const found = changed.values[at]![across]!;
      if (!holds(found, expected?.[r]?.[c] ?? null)) {
        throw changedCell(view, at, across, found);
      }
      changed.values[at]![across] = resultOf(content);
      changed.formulas[at]![across] = isFormula(content) ? `=${printFormula(content.formula, 'excel')}` : null;
    }
  }
  return changed;
}

/** Formulas are gone, what they showed stays; the cells that one of them spilled into hold values in a snapshot already. */
function keep(snapshot: Snapshot, block: WholeBlock, { row, column, expected }: KeepValues): WholeBlock {
  const view = viewSheet(snapshot, block.name)!;
  const changed = open(block, row, row + expected.length, column + expected[0]!.length);
  for (const [r, line] of expected.entries()) {
    for (const [c, cell] of line.entries()) {
      const found = view.cell(row + r, column + c);
      if (!holds(found, cell)) throw changedCell(view, row + r, column + c, found);
      changed.formulas[row + r]![column + c] = null;
    }
  }
  return changed;
}

/** What is said of a cell that holds something else than an edit expects. */
function changedCell(view: SheetView, row: number, column: number, found: Cell): EditConflict {
  const what = shown(found) === '' ? 'is blank now' : `holds '${shown(found)}'`;
  return new EditConflict(`${cellName(view, row, column)} ${what}: the workbook has changed.`, [
    cellPlace(view, row, column),
  ]);
}

/** Whether a cell holds what an edit expects of it; a formula's empty text is as blank as an empty cell. */
export function holds(found: Cell, expected: Cell): boolean {
  if (isBlank(expected)) return isBlank(found);
  if (isError(expected)) return isError(found) && found.error === expected.error;
  return found === expected;
}

function resultOf(content: Content): Cell {
  return isFormula(content) ? (content.value ?? null) : content;
}

function format(block: WholeBlock, { row, column, rows, columns, format: { number } }: FormatCells): WholeBlock {
  if (number === undefined) return block;
  const changed = open(block, row, row + rows, column + columns);
  for (let r = row; r < row + rows; r++) {
    for (let c = column; c < column + columns; c++) changed.formats[r]![c] = number;
  }
  return changed;
}
