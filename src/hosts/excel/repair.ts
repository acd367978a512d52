import { isCellFunction } from '../../functions/evaluate';
import { repairs } from '../repairs';

/**
 * Enters our functions' formulas anew wherever a file from elsewhere has lost them, and those only: three round trips,
 * however many there are.
 *
 * @returns  how many formulas were entered
 */
export function repairFormulas(): Promise<number> {
  return Excel.run(async context => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    const used = worksheets.items.map(({ name }) => {
      const sheet = worksheets.getItem(name);
      const cells = sheet.getUsedRangeOrNullObject();
      cells.load(['formulas', 'values', 'rowIndex', 'columnIndex']);
      return { sheet, cells };
    });
    await context.sync();
    let count = 0;
    for (const { sheet, cells } of used) {
      if (cells.isNullObject) continue;
      const spelling = { isOurs: isCellFunction, spell: (name: string) => `COMPASS.${name}` };
      for (const { row, column, formula } of repairs(cells.formulas, cells.values, spelling)) {
        sheet.getRangeByIndexes(cells.rowIndex + row, cells.columnIndex + column, 1, 1).formulas = [[formula]];
        if (formula !== '') count += 1;
      }
    }
    await context.sync();
    return count;
  });
}
