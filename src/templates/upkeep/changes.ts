import { cellAt, printRange, type Range } from '../../cells/address';
import { isBlank } from '../../cells/value';
import type { Place } from '../../workbook/register';
import { sameName } from '../../workbook/sheets/names';
import { type SheetView, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { fingerprint } from '../installed/fingerprint';
import type { Installed, InstalledSheet } from '../installed/installed';
import { partsOf } from '../schema/parts';
import type { SampleCell, Template, TemplateColumn } from '../template';

/** Something in the workbook that a person should see before a template goes. */
export interface Remark {
  place: Place;
  /** In an owner's words: "Visitors: 3 figures typed since". */
  message: string;
}

/** Where a column of a template is on a sheet of a workbook, by its header. */
export interface FoundColumn {
  column: TemplateColumn;
  /** 0-based column, row of the header, first row below it and the row after its last. */
  at: number;
  header: number;
  first: number;
  end: number;
}

/**
 * What was typed or changed in a template's sheets since it was installed.
 *
 * @param snapshot  with its sheets whole
 */
export function changesIn(snapshot: Snapshot, template: Template, installed: Installed): Remark[] {
  return installed.sheets.flatMap(sheet => {
    const view = viewSheet(snapshot, sheet.name);
    if (!view) return [{ place: { sheet: sheet.name }, message: `The sheet '${sheet.name}' was deleted or renamed.` }];
    if (isAsInstalled(view, sheet)) return [];
    return [...columnChanges(view, template, sheet), ...outside(view, sheet)];
  });
}

/** Whether every cell of a sheet holds what the installation wrote, and no other holds anything. */
export function isAsInstalled(view: SheetView, { range, fingerprint: mark }: InstalledSheet): boolean {
  // Blank rows below, which a file may have, are nobody's.
  return range !== null && fingerprint(view, range) === mark && beyond(view, range).length === 0;
}

/** The columns of a template's sheet in a workbook, wherever they have moved; those whose header is gone are left out. */
export function findColumns(view: SheetView, template: Template, name: string): FoundColumn[] {
  const own = partsOf(template).filter(({ sheet }) => sameName(sheet.name, name.replace(/ \(\d+\)$/, '')));
  const blocks = [...new Set(own.map(({ block }) => block))];
  return blocks.flatMap(block => {
    const columns = block.columns;
    const best = rowsOf(view)
      .map(row => ({ row, found: columns.filter(column => placeOf(view, row, column) !== null).length }))
      .sort((a, b) => b.found - a.found || a.row - b.row)[0];
    if (!best || best.found * 2 < columns.length) return [];
    const first = best.row + 1;
    let end = first;
    while (end < view.rows && (block.kind === 'table' ? end < first + block.rows : !isBlank(view.cell(end, 0)))) end++;
    return columns.flatMap(column => {
      const at = placeOf(view, best.row, column);
      return at === null ? [] : [{ column, at, header: best.row, first, end }];
    });
  });
}

function rowsOf({ rows }: SheetView): number[] {
  return Array.from({ length: rows }, (_, row) => row);
}

function placeOf(view: SheetView, row: number, { header, was = [] }: TemplateColumn): number | null {
  for (const name of [header, ...was])
    for (let column = 0; column < view.columns; column++) if (sameName(view.cell(row, column), name)) return column;
  return null;
}

function columnChanges(view: SheetView, template: Template, sheet: InstalledSheet): Remark[] {
  return findColumns(view, template, sheet.name).flatMap(found => {
    const { column, at, first, end } = found;
    const rows = Array.from({ length: end - first }, (_, index) => first + index);
    const isFormula = column.formula !== undefined || column.formulas !== undefined;
    const typed = rows.filter(row => !isBlank(view.cell(row, at)) && view.formula(row, at) === null);
    if (isFormula) return typed.length === 0 ? [] : [finding(view, found, typed, 'typed over its formula')];
    const fresh = column.sample ? typed.filter(row => !isSample(view, column.sample!, row, end, first, at)) : [];
    return fresh.length === 0 ? [] : [finding(view, found, fresh, 'typed since')];
  });
}

/** Whether a cell holds what the sample has there: counted from the end for periods, from the top for tables. */
function isSample(view: SheetView, sample: SampleCell[], row: number, end: number, first: number, at: number): boolean {
  const cell = view.cell(row, at);
  return sample[sample.length - (end - row)] === cell || sample[row - first] === cell;
}

function finding(view: SheetView, { column, at }: FoundColumn, rows: number[], what: string): Remark {
  const [from, to] = [rows[0]!, rows[rows.length - 1]!];
  const range = printRange({ top: from, left: at, bottom: to, right: at });
  const count = rows.length === 1 ? '1 figure' : `${rows.length} figures`;
  return {
    place: { sheet: view.name, range },
    message: `${view.name}, ${column.header}: ${count} ${what} (${range}).`,
  };
}

/** The cells outside of a range that hold something. */
function beyond(view: SheetView, range: Range): { row: number; column: number }[] {
  return rowsOf(view).flatMap(row =>
    Array.from({ length: view.columns }, (_, column) => ({ row, column })).filter(
      ({ column }) => (row > range.bottom! || column > range.right!) && !isBlank(view.cell(row, column)),
    ),
  );
}

/** Cells beyond what was installed. */
function outside(view: SheetView, { range }: InstalledSheet): Remark[] {
  if (!range) return [];
  const cells = beyond(view, range);
  if (cells.length === 0) return [];
  const first = printRange(cellAt(cells[0]!.row, cells[0]!.column));
  const count = cells.length === 1 ? '1 cell' : `${cells.length} cells`;
  return [
    {
      place: { sheet: view.name, range: first },
      message: `${view.name}: ${count} beside or below what was installed, from ${first} on.`,
    },
  ];
}
