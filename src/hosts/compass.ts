import { sameSheet } from '../cells/address';
import type { Place } from '../workbook/register';
import { READ_WHOLE } from '../workbook/sheets/compassSheets';
import type { Block } from '../workbook/snapshot';

/** The sheets that a host reads whole. */
export const COMPASS_SHEETS: readonly string[] = READ_WHOLE.map(({ name }) => name);

/** Whether a sheet is one of ours, whatever the case of its name. */
export function isCompassSheet(name: string): boolean {
  return COMPASS_SHEETS.some(ours => sameSheet(ours, name));
}

/** Whether a whole sheet is asked for: then the workbook's names are read as well, as what is planned may concern them. */
export function isWhole({ range }: Place): boolean {
  return range === undefined;
}

/**
 * The blocks of a snapshot: all sheets in the order of their tabs, one that was not read with no values.
 *
 * @param names   of all sheets
 * @param blocks  what was read, their names in any case
 */
export function allSheets(names: string[], blocks: Block[]): Block[] {
  return names.flatMap(name => {
    const own = blocks.filter(block => sameSheet(block.name, name));
    return own.length > 0 ? own.map(block => ({ ...block, name })) : [{ name, values: [] }];
  });
}
