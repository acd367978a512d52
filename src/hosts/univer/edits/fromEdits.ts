import type { IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { AddSheet, Edit } from '../../../workbook/edit';
import { degrade } from '../../../workbook/edits/degrade';
import { type KeptChart, keptChart, withCharts } from '../looks/charts';
import { keptPage, type Page, pageFor } from '../looks/page';
import { addRule, isRule, noRules, resourcesOf, type SheetRules } from '../looks/rules';
import { emptyWorkbookData, styleOf } from '../reading/workbookData';
import { addToDraft, type CellDraft, newSheet } from './draft';

/**
 * A workbook that consists of what some edits make: a template's sample, say.
 *
 * @param edits  in order, on an empty workbook, where there is nothing to move or to take out
 * @param name   the workbook's name
 */
export function workbookFromEdits(edits: Edit[], name: string): IWorkbookData {
  const sheets = new Map<
    string,
    { add: AddSheet; cells: CellDraft; rules: SheetRules; charts: KeptChart[]; page?: Page }
  >();
  for (const edit of degrade(edits, 'web').edits) {
    if (edit.kind === 'add sheet') sheets.set(edit.sheet, { add: edit, cells: {}, rules: noRules(), charts: [] });
    const sheet = sheets.get(edit.sheet)!;
    if (edit.kind === 'write' || edit.kind === 'format') addToDraft(sheet.cells, edit);
    else if (edit.kind === 'chart') sheet.charts.push(keptChart(edit));
    else if (edit.kind === 'page') sheet.page = pageFor(edit);
    else if (isRule(edit)) addRule(sheet.rules, edit);
  }
  const data = emptyWorkbookData(name);
  const rules: Record<string, SheetRules> = {};
  for (const sheet of sheets.values()) {
    const id = `sheet-${data.sheetOrder.length + 1}`;
    data.sheetOrder.push(id);
    const custom = withCharts(sheet.charts, keptPage(sheet.page).custom);
    data.sheets[id] = { ...newSheet(sheet.add, sheet.cells), ...(custom && { custom }), id };
    rules[id] = sheet.rules;
    shareStyles(data, data.sheets[id]);
  }
  return { ...data, resources: resourcesOf(rules) };
}

/** Equal looks appear once in the workbook's table. */
function shareStyles(data: IWorkbookData, { cellData }: Partial<IWorksheetData>): void {
  for (const line of Object.values(cellData as CellDraft)) {
    for (const cell of Object.values(line)) if (cell.s) cell.s = styleOf(data, cell.s as IStyleData);
  }
}
