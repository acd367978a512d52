import type { Block } from '../../../src/workbook/snapshot';
import type { Grid } from '../typing';

/**
 * A workbook that stands still, with the results that were calculated before: what a fake Excel inside a browser reads.
 *
 * @param blocks  one a sheet, from A1 on
 */
export function staticGrid(blocks: Block[]): Grid {
  const find = (name: string) => blocks.find(block => block.name === name)!;
  const still = () => {
    throw new Error('This workbook stands still.');
  };
  return {
    sheets: () => blocks.map(({ name }) => name),
    extent: name => {
      const { values } = find(name);
      return { rows: values.length, columns: Math.max(0, ...values.map(row => row.length)) };
    },
    read: (name, row, column, rows = 1, columns = 1) => {
      const { values, formulas, formats } = find(name);
      const part = <T>(grid: T[][] | undefined, blank: T): T[][] =>
        Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (_, c) => grid?.[row + r]?.[column + c] ?? blank),
        );
      return {
        name,
        row,
        column,
        values: part(values, null),
        formulas: part(formulas, null),
        formats: part(formats, 'General'),
      };
    },
    calculated: async () => undefined,
    filledFrom: () => null,
    addSheet: still,
    write: still,
    setNumberFormat: still,
    insertRows: still,
    apply: still,
    dispose: () => undefined,
  };
}
