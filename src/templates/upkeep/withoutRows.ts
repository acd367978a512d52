import { isBlank } from '../../cells/value';
import type { Edit } from '../../workbook/edit';
import type { SheetView } from '../../workbook/sheets/sheetView';
import type { Table } from '../../workbook/sheets/tables';

/** Neighbouring rows or columns as one, the last first, so that no removal moves the place of the next. */
export function runs(places: number[]): { from: number; count: number }[] {
  const found: { from: number; count: number }[] = [];
  for (const place of [...places].sort((a, b) => b - a)) {
    const last = found[found.length - 1];
    if (last?.from === place + 1) found[found.length - 1] = { from: place, count: last.count + 1 };
    else found.push({ from: place, count: 1 });
  }
  return found;
}

/** Rows of a table go; where something else is beside the table, only its own cells are cleared. */
export function withoutRows({ view, columns }: Table, rows: number[]): Edit[] {
  const own = [...columns.values()];
  const isAlone = (row: number) =>
    Array.from({ length: view.columns }, (_, column) => column).every(
      column => own.includes(column) || isBlank(view.cell(row, column)),
    );
  return [
    ...rows.filter(row => !isAlone(row)).flatMap(row => own.flatMap(column => cleared(view, row, column))),
    ...runs(rows.filter(isAlone)).map(
      ({ from, count }): Edit => ({ kind: 'remove rows', sheet: view.name, row: from, count }),
    ),
  ];
}

/** A cell of ours is emptied; none where it is blank. */
export function cleared(view: SheetView, row: number, column: number): Edit[] {
  if (isBlank(view.cell(row, column)) && view.formula(row, column) === null) return [];
  return [{ kind: 'write', sheet: view.name, row, column, cells: [[null]], expected: [[view.cell(row, column)]] }];
}
