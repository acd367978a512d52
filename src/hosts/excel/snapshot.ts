import { sameSheet } from '../../cells/address';
import type { Place } from '../../workbook/register';
import { edgesToRead } from '../../workbook/register/sources';
import type { Block, Snapshot } from '../../workbook/snapshot';
import { allSheets, COMPASS_SHEETS, isCompassSheet, isWhole } from '../compass';
import { joined } from '../joined';
import { askForCalendar, askForLocale } from './reckoning';
import { inExcel } from './run';
import { askForCells, askForExtent, askForNames, blocksOf, inTurns } from './sheets';

/** Today on the user's own calendar, as a serial number. */
function today(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569;
}

/**
 * Reads what a review needs of the open workbook, in two round trips: the Compass sheets; then, as they say where, the
 * edges of their sources, and what else is asked for. Large sheets take a trip for each part of them.
 *
 * @param further  more places to read; one without a range is read whole, one whose sheet is gone is passed over
 * @param saw      is told which sheets there are, by their ids, and which of them a review reads
 * @throws         where the workbook counts its days in a way that we would read wrongly
 */
export function takeSnapshot(further: Place[], saw: (all: string[], read: string[]) => void): Promise<Snapshot> {
  return inExcel(async context => {
    const worksheets = askForNames(context);
    const calendar = askForCalendar(context);
    const locale = askForLocale(context);
    const compass = COMPASS_SHEETS.map(name => askForCells(context, name));
    const extents = further.filter(isWhole).map(({ sheet }) => askForExtent(context, sheet));
    await context.sync();
    calendar.check();
    const names = worksheets.items.map(({ name }) => name);
    const about = { today: today(), locale: locale.tag() };
    const blocks = blocksOf(compass);
    const sources = edgesToRead({ ...about, sheets: allSheets(names, blocks) });
    const there = [...sources, ...further].filter(({ sheet }) => names.some(name => sameSheet(name, sheet)));
    const defined = further.some(isWhole) ? context.workbook.names : null;
    defined?.load('items/name,items/formula');
    const edges: Block[] = [];
    for (const turn of inTurns(there, extents)) {
      const asked = turn.map(({ sheet, range }) => askForCells(context, sheet, range));
      await context.sync();
      edges.push(...blocksOf(asked));
    }
    const isRead = (name: string) => isCompassSheet(name) || sources.some(({ sheet }) => sameSheet(sheet, name));
    const idOf = ({ id }: Excel.Worksheet) => id;
    saw(worksheets.items.map(idOf), worksheets.items.filter(({ name }) => isRead(name)).map(idOf));
    return {
      ...about,
      sheets: allSheets(names, [...blocks, ...joined(edges)]),
      ...(defined && { names: defined.items.map(({ name, formula }) => ({ name, formula: String(formula) })) }),
    };
  });
}
