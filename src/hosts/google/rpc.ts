import { nothingWritten } from '../../workbook/edits/outcome';
import type { Place } from '../../workbook/register';
import { alone, TAKEN } from './alone';
import { applyEdits } from './apply';
import { showKpiWindow } from './kpiWindow';
import type { Answer, Request, Results } from './messages';
import { isGrid } from './reading';
import { takeSnapshot } from './snapshot';
import { unpackEdits } from './wire';
import { wordsOf } from './wordsOf';

/** The selected cells of the sheet in front, or null: a chart's sheet has none. */
function selection(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet): Required<Place> | null {
  if (!isGrid(workbook.getActiveSheet())) return null;
  const range = workbook.getActiveRange();
  return range && { sheet: range.getSheet().getName(), range: range.getA1Notation() };
}

/** Shows a sheet, and selects the cells on it if the place names any. */
function select(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet, place: Place): null {
  const sheet = workbook.getSheetByName(place.sheet);
  if (!sheet) throw new Error(`There is no sheet named ${place.sheet} in this spreadsheet any more.`);
  if (place.range && isGrid(sheet)) sheet.getRange(place.range).activate();
  else sheet.activate();
  return null;
}

function answer(question: Request): Results[Request['ask']] {
  const workbook = SpreadsheetApp.getActiveSpreadsheet();
  switch (question.ask) {
    case 'snapshot':
      return takeSnapshot(workbook, question.further);
    case 'apply':
      return alone(
        () => applyEdits(workbook, unpackEdits(question.edits)),
        () => nothingWritten(TAKEN),
      );
    case 'selection':
      return selection(workbook);
    case 'select':
      return select(workbook, question.place);
    case 'window':
      return showKpiWindow(question.kpi);
  }
}

/**
 * All that the sidebar asks of the script: JSON in, JSON out. It never throws, so that a refusal keeps its words.
 *
 * @param json  a `Request`
 * @returns     an `Answer` as JSON
 */
export function rpc(json: string): string {
  let said: Answer<Results[Request['ask']]>;
  try {
    said = { result: answer(JSON.parse(json) as Request) };
  } catch (reason) {
    said = { refused: wordsOf(reason) };
  }
  return JSON.stringify(said);
}
