import { sameSheet } from '../../cells/address';
import type { Place } from '../../workbook/register';
import { edgesToRead } from '../../workbook/register/sources';
import type { Snapshot } from '../../workbook/snapshot';
import { allSheets, COMPASS_SHEETS, isWhole } from '../compass';
import { askForCells, askForNames, blocksOf } from './sheets';

/** Today on the user's own calendar, as a serial number. */
function today(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569;
}

/**
 * Reads what a review needs of the open workbook, in two round trips: the Compass sheets; then, as they say where, the
 * edges of their sources, and what else is asked for.
 *
 * @param further  more places to read; one without a range is read whole, one whose sheet is gone is passed over
 */
export function takeSnapshot(further: Place[]): Promise<Snapshot> {
  return Excel.run(async context => {
    const worksheets = askForNames(context);
    const compass = COMPASS_SHEETS.map(name => askForCells(context, name));
    await context.sync();
    const names = worksheets.items.map(({ name }) => name);
    const about = { today: today(), locale: Office.context.contentLanguage };
    const blocks = blocksOf(compass);
    const places = [...edgesToRead({ ...about, sheets: allSheets(names, blocks) }), ...further];
    const there = places.filter(({ sheet }) => names.some(name => sameSheet(name, sheet)));
    const defined = further.some(isWhole) ? context.workbook.names : null;
    defined?.load('items/name,items/formula');
    const edges = there.map(({ sheet, range }) => askForCells(context, sheet, range));
    await context.sync();
    return {
      ...about,
      sheets: allSheets(names, [...blocks, ...blocksOf(edges)]),
      ...(defined && { names: defined.items.map(({ name, formula }) => ({ name, formula: String(formula) })) }),
    };
  });
}
