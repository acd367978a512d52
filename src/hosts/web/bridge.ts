import { parseRange } from '../../cells/address';
import type { Place } from '../../workbook/register';
import type { Snapshot } from '../../workbook/snapshot';
import type { Beginning, Bridge, Finder } from '../bridge';
import { giveFile } from '../giveFile';
import { applyEdits } from '../univer/edits/applyEdits';
import { bookInSteps } from '../univer/reading/takeSnapshot';
import { breath } from './breath';
import { type ChangeWatch, readWithPauses } from './readWithPauses';
import { SETTLE, type Spreadsheet } from './spreadsheet';
import { today } from './today';

/**
 * The sidebar's bridge to the grid of the page.
 *
 * @param spreadsheet  the grid
 * @param inGrid       resolves once the workbook is in the grid: the sidebar may be there before
 * @param beginning    ways to another workbook
 * @param finder       looks for series, off the page's thread
 */
export function webBridge(
  spreadsheet: Spreadsheet,
  inGrid: () => Promise<void>,
  beginning: Beginning,
  finder: Finder,
): Bridge {
  return {
    beginning,
    finder,
    host: 'web',
    dialect: 'univer',
    pictures: 'templates',
    snapshot: async (further = []) => {
      await inGrid();
      return readGrid(spreadsheet, further);
    },
    selection: async () => {
      await inGrid();
      const range = spreadsheet.book().getActiveRange();
      return range ? { sheet: range.getSheetName(), range: range.getA1Notation() } : null;
    },
    apply: async edits => {
      await inGrid();
      const outcome = applyEdits(spreadsheet.book(), edits);
      // The sidebar shows what comes of it: let the grid be drawn first.
      await breath();
      return outcome;
    },
    select: async place => {
      await inGrid();
      show(spreadsheet, place);
    },
    giveFile,
    onChange: listener => afterChanges(spreadsheet, listener),
    onBusy: listener => spreadsheet.onCalculating(listener),
  };
}

/** All of what a review needs and `further` places, as they are at one moment. */
async function readGrid(spreadsheet: Spreadsheet, further: Place[]): Promise<Snapshot> {
  const steps = () => bookInSteps(spreadsheet.book(), { today: today(), locale: spreadsheet.locale(), further });
  return readWithPauses(steps, () => watchBook(spreadsheet));
}

/** Looks for changes of the open workbook, and for another in its place. */
function watchBook(spreadsheet: Spreadsheet): ChangeWatch {
  const book = spreadsheet.book();
  let isChanged = false;
  const stop = spreadsheet.onChange(() => {
    isChanged = true;
  });
  return { isStale: () => isChanged || spreadsheet.book() !== book, stop };
}

/** Calls back once the cells have changed and the engine is done, once for a burst of changes. */
function afterChanges(spreadsheet: Spreadsheet, listener: () => void): () => void {
  let waiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settled = () => {
    if (spreadsheet.calculating()) return;
    waiting = false;
    listener();
  };
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(settled, SETTLE);
  };
  const stopChanges = spreadsheet.onChange(() => {
    waiting = true;
    again();
  });
  const stopCalculating = spreadsheet.onCalculating(calculating => {
    if (waiting && !calculating) again();
  });
  return () => {
    clearTimeout(timer);
    stopChanges();
    stopCalculating();
  };
}

function show(spreadsheet: Spreadsheet, { sheet: name, range }: Place): void {
  const book = spreadsheet.book();
  const sheet = book.getSheetByName(name);
  if (!sheet) throw new Error(`There is no sheet named ${name} in this workbook any more.`);
  if (sheet.isSheetHidden()) sheet.showSheet();
  book.setActiveSheet(sheet);
  if (!range) return;
  const { top, left, bottom, right } = parseRange(range);
  const rows = (bottom ?? sheet.getMaxRows() - 1) - top + 1;
  const columns = (right ?? sheet.getMaxColumns() - 1) - left + 1;
  book.setActiveRange(sheet.getRange(top, left, rows, columns));
  const seen = sheet.getVisibleRange();
  const rowSeen = seen && top >= seen.startRow && top < seen.endRow;
  const columnSeen = seen && left >= seen.startColumn && left < seen.endColumn;
  if (rowSeen && columnSeen) return;
  // What is in view already stays where it is; otherwise a little of what is before comes along.
  const firstRow = rowSeen ? seen.startRow : Math.max(0, top - 2);
  const firstColumn = columnSeen ? seen.startColumn : Math.max(0, left - 1);
  sheet.scrollToCell(firstRow, firstColumn);
}
