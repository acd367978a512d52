import type { Block } from '../../src/workbook/snapshot';
import { headless } from '../engine/headless';
import type { Grid } from './typing';

/** The calculation engine, with number formats that can be set: its own editor of formats needs a screen. */
export function createGrid(sheets: Block[]): Grid {
  const engine = headless().createEngine(sheets);
  /** By sheet, then by `row,column`. */
  const formats = new Map<string, Map<string, string>>();
  const ofSheet = (name: string) => {
    if (!formats.has(name)) formats.set(name, new Map());
    return formats.get(name)!;
  };
  /** Formats go along with rows (axis 0) or columns (axis 1) that come, or go. */
  const move = (sheet: string, { axis, at, count }: { axis: 0 | 1; at: number; count: number }) => {
    const moved = [...ofSheet(sheet)].flatMap(([key, format]) => {
      const place = key.split(',').map(Number) as [number, number];
      if (place[axis] >= at && place[axis] < at - count) return [];
      if (place[axis] >= at) place[axis] += count;
      return [[place.join(','), format] as const];
    });
    formats.set(sheet, new Map(moved));
  };
  return {
    ...engine,
    read: (sheet, row, column, rows, columns) => {
      const block = engine.read(sheet, row, column, rows, columns);
      const own = ofSheet(sheet);
      const format = (r: number, c: number, found: string) => own.get(`${row + r},${column + c}`) ?? found;
      return { ...block, formats: block.formats.map((line, r) => line.map((found, c) => format(r, c, found))) };
    },
    setNumberFormat: (sheet, row, column, rows, columns, format) => {
      for (let r = row; r < row + rows; r++) {
        for (let c = column; c < column + columns; c++) ofSheet(sheet).set(`${r},${c}`, format);
      }
    },
    insertRows: (sheet, row, count) => {
      engine.insertRows(sheet, row, count);
      move(sheet, { axis: 0, at: row, count });
    },
    apply: edits => {
      const outcome = engine.apply(edits);
      // A stand-in for a host asks for what is possible only.
      if (outcome.written !== 'all') throw new Error(outcome.why);
      for (const edit of edits) {
        if (edit.kind === 'remove sheet') formats.delete(edit.sheet);
        if (edit.kind === 'remove rows') move(edit.sheet, { axis: 0, at: edit.row, count: -edit.count });
        if (edit.kind === 'remove columns') move(edit.sheet, { axis: 1, at: edit.column, count: -edit.count });
      }
      return outcome;
    },
  };
}
