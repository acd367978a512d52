import { printFormula } from '../../cells/printFormula';
import { type Cell, isBlank } from '../../cells/value';
import { type Content, type Edit, isFormula, type WriteCells } from '../edit';
import { behind } from '../sheets/behind';
import { plainName } from '../sheets/names';
import { firstFreeColumn, firstFreeRow, type SheetView, viewSheet } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { applyEdits } from './applyEdits';
import { SPILL_COLUMNS, SPILLING } from './degrade';
import { kpiNames } from './kpiNames';

/**
 * What takes edits back. The cells of a formula hold whatever it comes to by then, so that what they are to hold is known only
 * when it is done: `inverseNow`.
 */
export interface Inverse {
  edits: Edit[];
  /** The formulas in the cells that an edit takes back, as a snapshot spells them; null where there is none. */
  formulas: ReadonlyMap<Edit, (string | null)[][]>;
}

/**
 * The edits that take others back, each of which expects what those have written: where somebody has typed since, they are
 * refused as a whole. Looks stay; a sheet that was made goes as long as it holds nothing else.
 *
 * @param snapshot  the workbook before the edits
 * @param edits     as they were applied
 * @returns         null where that is not possible: formulas in place of others, cells, rows or sheets that were taken out, rules and charts on sheets that were there before
 */
export function inverseOf(snapshot: Snapshot, edits: readonly Edit[]): Inverse | null {
  const made = new Set(edits.flatMap(edit => (edit.kind === 'add sheet' ? [edit.sheet.toLowerCase()] : [])));
  const inverse: Edit[] = [];
  const formulas = new Map<Edit, (string | null)[][]>();
  let before = snapshot;
  for (const edit of edits) {
    if (edit.kind !== 'add sheet' && !made.has(edit.sheet.toLowerCase())) {
      const back = backOf(edit, before);
      if (back === null) return null;
      inverse.unshift(...back);
      if (edit.kind === 'write')
        formulas.set(
          back[0]!,
          edit.cells.map(line => line.map(spelled)),
        );
    }
    before = applyEdits(before, [edit]);
  }
  for (const edit of edits) {
    if (edit.kind !== 'add sheet') continue;
    const view = viewSheet(before, edit.sheet)!;
    const expected = contentOf(before, edit.sheet);
    const going: Edit = { kind: 'remove sheet', sheet: edit.sheet, expected };
    formulas.set(
      going,
      Array.from({ length: view.rows }, (_, row) =>
        Array.from({ length: view.columns }, (__, column) => view.formula(row, column)),
      ),
    );
    inverse.push(going);
  }
  return { edits: inverse, formulas };
}

/**
 * An inverse as it is applied: where a cell still has the formula that was written into it, its edit expects what that comes to now.
 *
 * @param snapshot  the workbook as it is now, with the sheets that are to go read whole
 */
export function inverseNow(snapshot: Snapshot, { edits, formulas }: Inverse): Edit[] {
  let now = snapshot;
  return edits.map(edit => {
    const fresh = expecting(now, edit, formulas.get(edit));
    // Only what moves cells changes where the next edit looks.
    if (edit.kind === 'remove rows') now = applyEdits(now, [edit]);
    return fresh;
  });
}

function expecting(now: Snapshot, edit: Edit, formulas: (string | null)[][] | undefined): Edit {
  const view = viewSheet(now, edit.sheet);
  if (!view || !formulas || (edit.kind !== 'write' && edit.kind !== 'remove sheet') || !edit.expected) return edit;
  const [top, left] = edit.kind === 'write' ? [edit.row, edit.column] : [0, 0];
  const isThere = (formula: string | null, r: number, c: number) =>
    formula !== null && behind(view, top + r, left + c) === formula;
  const expected = formulas.map((line, r) =>
    line.map((formula, c) =>
      isThere(formula, r, c) ? nullIfBlank(view.cell(top + r, left + c)) : (edit.expected![r]?.[c] ?? null),
    ),
  );
  if (edit.kind === 'write') return { ...edit, expected };
  for (const [r, line] of formulas.entries()) {
    for (const [c, formula] of line.entries()) {
      if (formula !== null && isSpilling(formula) && isThere(formula, r, c))
        takeSpilled(expected, view, r, c, kpiNames(now));
    }
  }
  return { ...edit, expected: trimmed(expected) };
}

/**
 * Expects what a formula shows in the cells beside and below it: nobody has written there. Its lines are those that begin with a
 * KPI's name; where somebody has typed among them it shows an error instead, and has none.
 */
function takeSpilled(expected: Cell[][], view: SheetView, row: number, column: number, names: Set<string>): void {
  const isLine = (at: number) => {
    const name = view.cell(at, column);
    return typeof name === 'string' && names.has(plainName(name));
  };
  for (let at = row; isLine(at); at++) {
    while (expected.length <= at) expected.push([]);
    const line = expected[at]!;
    line.push(...blanks(column + SPILL_COLUMNS - line.length));
    for (let c = column; c < column + SPILL_COLUMNS; c++) line[c] ??= nullIfBlank(view.cell(at, c));
  }
}

/**
 * A sheet that is to go with its inverse and holds something else by now, whatever its place; null where there is none. A host
 * compares no more cells than it is told of, so this has to be asked before.
 *
 * @param snapshot  the workbook as it is now, with the sheets that are to go read whole
 * @param inverse   from inverseOf
 */
export function sheetInUse(snapshot: Snapshot, inverse: readonly Edit[]): string | null {
  const inUse = inverse.find(
    edit =>
      edit.kind === 'remove sheet' &&
      viewSheet(snapshot, edit.sheet) !== null &&
      JSON.stringify(contentOf(snapshot, edit.sheet)) !== JSON.stringify(edit.expected),
  );
  return inUse?.sheet ?? null;
}

/** What takes one edit back; none where there is nothing to take back, null where it can't be. */
function backOf(edit: Edit, before: Snapshot): Edit[] | null {
  switch (edit.kind) {
    case 'write':
      return rewritten(edit, before);
    case 'format':
      return [];
    case 'insert rows':
      return [{ kind: 'remove rows', sheet: edit.sheet, row: edit.row, count: edit.count }];
    default:
      return null;
  }
}

/** The write that puts back what was there. */
function rewritten({ sheet, row, column, cells }: WriteCells, before: Snapshot): Edit[] | null {
  const view = viewSheet(before, sheet);
  if (!view) return null;
  const back: Content[][] = [];
  for (const [r, line] of cells.entries()) {
    back.push([]);
    for (const c of line.keys()) {
      const cell = view.cell(row + r, column + c);
      if (view.formula(row + r, column + c) !== null || (typeof cell === 'object' && cell !== null)) return null;
      back[r]!.push(nullIfBlank(cell) as Content);
    }
  }
  const expected = cells.map(line => line.map(content => (isFormula(content) ? (content.value ?? null) : content)));
  return [{ kind: 'write', sheet, row, column, cells: back, expected }];
}

/** Without the blank rows and columns at its end, and all rows of one length: as `contentOf` has a sheet. */
function trimmed(cells: Cell[][]): Cell[][] {
  const lengths = cells.map(line => line.reduce<number>((length, cell, at) => (cell === null ? length : at + 1), 0));
  const width = Math.max(0, ...lengths);
  const height = lengths.reduce<number>((rows, length, at) => (length === 0 ? rows : at + 1), 0);
  return cells.slice(0, height).map(line => [...line, ...blanks(width - line.length)].slice(0, width));
}

function contentOf(snapshot: Snapshot, sheet: string): Cell[][] {
  const view = viewSheet(snapshot, sheet)!;
  const [rows, columns] = [firstFreeRow(view), firstFreeColumn(view)];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => nullIfBlank(view.cell(row, column))),
  );
}

const blanks = (count: number): null[] => Array.from({ length: Math.max(0, count) }, () => null);

const nullIfBlank = (cell: Cell): Cell => (isBlank(cell) ? null : cell);

/** A formula as a snapshot spells it, or null. */
const spelled = (content: Content) => (isFormula(content) ? `=${printFormula(content.formula, 'excel')}` : null);

/** Whether a formula runs over cells beyond its own, which nobody has written. */
const isSpilling = (formula: string) => formula.includes(`${SPILLING}(`);
