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
      const moved = [...ofSheet(sheet)].map(([key, format]) => {
        const [r, c] = key.split(',').map(Number) as [number, number];
        return [`${r >= row ? r + count : r},${c}`, format] as const;
      });
      formats.set(sheet, new Map(moved));
    },
  };
}
