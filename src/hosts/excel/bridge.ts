import { parseRange, printRange } from '../../cells/address';
import type { Place } from '../../workbook/register';
import type { Bridge } from '../bridge';
import { applyEdits } from './apply';
import { takeSnapshot } from './snapshot';

/** Cells change in bursts, and every look is a round trip: wait that many milliseconds for the burst to end. */
const SETTLE = 300;

/** The selected cells, or null where none are: several areas at once, a chart. */
function selection(): Promise<Required<Place> | null> {
  return Excel.run(async context => {
    const range = context.workbook.getSelectedRange();
    range.load(['address']);
    await context.sync();
    const { sheet, ...cells } = parseRange(range.address);
    return { sheet: sheet!, range: printRange(cells) };
  }).catch(() => null);
}

/** Shows a sheet, and selects the cells on it if the place names any. */
function select({ sheet: name, range }: Place): Promise<void> {
  return Excel.run(async context => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load(['name']);
    await context.sync();
    if (sheet.isNullObject) throw new Error(`There is no sheet named ${name} in this workbook any more.`);
    sheet.activate();
    if (range) sheet.getRange(range).select();
    await context.sync();
  });
}

/** Calls back once cells have changed and Excel has calculated; returns what ends it. */
function onChange(listener: () => void): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = async () => {
    clearTimeout(timer);
    if (!ended) timer = setTimeout(listener, SETTLE);
  };
  const listening = Excel.run(async context => {
    const { worksheets } = context.workbook;
    const handlers = [worksheets.onChanged.add(later), worksheets.onCalculated.add(later)];
    await context.sync();
    return handlers;
  });
  return () => {
    ended = true;
    clearTimeout(timer);
    listening
      .then(([first, ...others]) =>
        Excel.run(first!.context, async context => {
          for (const handler of [first!, ...others]) handler.remove();
          await context.sync();
        }),
      )
      // The workbook is being closed, and its listeners with it.
      .catch(() => undefined);
  };
}

/** The sidebar's bridge to Excel; everything waits for `Office.onReady`. */
export function excelBridge(): Bridge {
  return {
    host: 'excel',
    dialect: 'excel',
    pictures: 'assets/templates',
    snapshot: (further: Place[] = []) => takeSnapshot(further),
    selection,
    apply: applyEdits,
    select,
    onChange,
  };
}
