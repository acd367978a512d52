import type { IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { AddSheet, Edit } from '../../workbook/edit';
import { addToDraft, type Draft, newSheet } from './draft';
import { emptyWorkbookData, styleOf } from './workbookData';

/**
 * A workbook that consists of what some edits make: a template's sample, say.
 *
 * @param edits  in order, on an empty workbook; insertions of rows have nothing to move there and are left out
 * @param name   the workbook's name
 */
export function workbookFromEdits(edits: Edit[], name: string): IWorkbookData {
  const sheets = new Map<string, { add: AddSheet; cells: Draft }>();
  for (const edit of edits) {
    if (edit.kind === 'add sheet') sheets.set(edit.sheet, { add: edit, cells: {} });
    else if (edit.kind !== 'insert rows') addToDraft(sheets.get(edit.sheet)!.cells, edit);
  }
  const data = emptyWorkbookData(name);
  for (const { add, cells } of sheets.values()) {
    const id = `sheet-${data.sheetOrder.length + 1}`;
    data.sheetOrder.push(id);
    data.sheets[id] = { ...newSheet(add, cells), id };
    shareStyles(data, data.sheets[id]);
  }
  return data;
}

/** Equal looks stand once in the workbook's table. */
function shareStyles(data: IWorkbookData, { cellData }: Partial<IWorksheetData>): void {
  for (const line of Object.values(cellData as Draft)) {
    for (const cell of Object.values(line)) if (cell.s) cell.s = styleOf(data, cell.s as IStyleData);
  }
}
