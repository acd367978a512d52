import { type Cell, isError } from '../../../src/cells/value';
import type { Block } from '../../../src/workbook/snapshot';
import type { Grid } from '../typing';

interface Written {
  value: Cell;
  formula: string | null;
  format: string;
}

const BLANK: Written = { value: null, formula: null, format: 'General' };

/**
 * A workbook that keeps what is written and calculates nothing: enough to count what a script asks for, in no time.
 *
 * @param blocks  one a sheet, from A1 on
 */
export function paperGrid(blocks: Block[]): Grid {
  const sheets = new Map<string, Map<string, Written>>();
  const cellsOf = (name: string) => sheets.get(name)!;
  const change = (name: string, row: number, column: number, what: Partial<Written>) => {
    const key = `${row},${column}`;
    cellsOf(name).set(key, { ...BLANK, ...cellsOf(name).get(key), ...what });
  };
  for (const { name, values, formulas, formats } of blocks) {
    sheets.set(name, new Map());
    for (const [r, line] of values.entries()) {
      for (const [c, value] of line.entries())
        change(name, r, c, { value, formula: formulas?.[r]?.[c] ?? null, format: formats?.[r]?.[c] ?? 'General' });
    }
  }
  return {
    sheets: () => [...sheets.keys()],
    addSheet: name => void sheets.set(name, new Map()),
    extent: name => {
      let [rows, columns] = [0, 0];
      for (const [key, { value, formula }] of cellsOf(name)) {
        if (value === null && formula === null) continue;
        const [row, column] = key.split(',').map(Number) as [number, number];
        [rows, columns] = [Math.max(rows, row + 1), Math.max(columns, column + 1)];
      }
      return { rows, columns };
    },
    read: (name, row, column, rows = 1, columns = 1) => {
      const part = <T>(pick: (cell: Written) => T): T[][] =>
        Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (_, c) => pick(cellsOf(name).get(`${row + r},${column + c}`) ?? BLANK)),
        );
      return {
        name,
        row,
        column,
        values: part(({ value }) => value),
        formulas: part(({ formula }) => formula),
        formats: part(({ format }) => format),
      };
    },
    write: (name, row, column, cells) => {
      cells.forEach((line, r) => {
        line.forEach((content, c) => {
          const isFormula = typeof content === 'object' && content !== null && !isError(content);
          const formula = isFormula ? (content as { formula: string }).formula : null;
          change(name, row + r, column + c, { value: isFormula ? null : (content as Cell), formula });
        });
      });
    },
    setNumberFormat: (name, row, column, rows, columns, format) => {
      for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) change(name, row + r, column + c, { format });
    },
    calculated: async () => undefined,
    filledFrom: () => null,
    insertRows: () => {
      throw new Error('Rows stay where they are on paper.');
    },
    apply: edits => {
      for (const edit of edits) if (edit.kind === 'remove sheet') sheets.delete(edit.sheet);
      return { written: 'all' };
    },
    dispose: () => undefined,
  };
}
