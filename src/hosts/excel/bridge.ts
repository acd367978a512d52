import { parseRange, printRange } from '../../cells/address';
import type { Place } from '../../workbook/register';
import type { Bridge } from '../bridge';
import { giveFile } from '../giveFile';
import { applyEdits } from './apply';
import { leftOut } from './leftOut';
import { inExcel } from './run';
import { takeSnapshot } from './snapshot';
import { createWatch } from './watch';

/** The selected cells, or null where none are: several areas at once, a chart. */
function selection(): Promise<Required<Place> | null> {
  return inExcel(async context => {
    const range = context.workbook.getSelectedRange();
    range.load(['address']);
    await context.sync();
    const { sheet, ...cells } = parseRange(range.address);
    return { sheet: sheet!, range: printRange(cells) };
  }).catch(() => null);
}

/** Shows a sheet, and selects the cells on it if the place names any. */
function select({ sheet: name, range }: Place): Promise<void> {
  return inExcel(async context => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load(['name']);
    await context.sync();
    if (sheet.isNullObject) throw new Error(`There is no sheet named ${name} in this workbook any more.`);
    sheet.activate();
    if (range) sheet.getRange(range).select();
    await context.sync();
  });
}

/** Whether a pane of this Excel can hand over a file: on a Mac or an iPad a link to one does nothing. */
function downloads(): boolean {
  return !['Mac', 'iOS'].includes(String(Office.context.platform));
}

/** The sidebar's bridge to Excel; everything waits for `Office.onReady`. */
export function excelBridge(): Bridge {
  const watch = createWatch();
  return {
    host: 'excel',
    dialect: 'excel',
    pictures: 'assets/templates',
    leftOut: leftOut(),
    snapshot: (further: Place[] = []) => takeSnapshot(further, watch.saw),
    selection,
    apply: edits => watch.ours(() => applyEdits(edits)),
    select,
    ...(downloads() && { giveFile }),
    onChange: watch.onChange,
  };
}
