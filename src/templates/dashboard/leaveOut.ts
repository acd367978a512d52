import { call, type Formula, FormulaError, reference, text } from '../../cells/formula';
import { parseFormula } from '../../cells/parseFormula';
import { isBlank } from '../../cells/value';
import type { Content, Edit } from '../../workbook/edit';
import { DASHBOARD } from '../../workbook/sheets/compassSheets';
import { type SheetView, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { compassPlaces } from './compassPlaces';
import { isDashboard } from './dashboard';
import {
  at,
  COLUMNS,
  FIRST_KPI,
  KPI_HEADER,
  KPI_ROWS,
  OUT_HEADER,
  outCell,
  rows,
  SAMPLE_HEADER,
  sampleCell,
  WORK,
} from './dashboardRows';

/** The columns in which a KPI that is left out says nothing, or why. */
const [REACHED, CHANGE, MEETS] = [4, 7, 8];

/**
 * Has a dashboard that an earlier version made leave out what the review leaves out: KPIs that are paused, and those of a
 * sample beside the owner's own. Its formulas stay as they are, an owner's own as well; each is asked only if it counts.
 *
 * @param snapshot  with the dashboard whole
 * @returns         none where there is no such dashboard, or it does so already
 */
export function leaveOut(snapshot: Snapshot): Edit[] {
  const view = viewSheet(snapshot, DASHBOARD.name);
  if (!view || !isDashboard(view) || !isAsMade(view)) return [];
  const places = compassPlaces(snapshot);
  const write = (row: number, column: number, cells: Content[][]): Edit => ({
    kind: 'write',
    sheet: view.name,
    row: row - 1,
    column,
    cells,
    expected: cells.map((line, down) => line.map((_, right) => view.cell(row - 1 + down, column + right))),
  });
  const asked = rows(KPI_ROWS, index => FIRST_KPI + index).flatMap(row =>
    [REACHED, CHANGE, MEETS].flatMap((column): Edit[] => {
      const before = formulaOf(view, row - 1, column);
      if (!before) return [];
      const out = at(WORK.out, row);
      const isOut = column === CHANGE ? `AND(${at(0, row)}<>"",${out}<>"")` : `${out}<>""`;
      const says = column === CHANGE ? reference(out) : text('');
      return [write(row, column, [[{ formula: call('IF', parseFormula(isOut), says, before) }]])];
    }),
  );
  return [
    write(KPI_HEADER, WORK.sample, [[SAMPLE_HEADER], ...rows(KPI_ROWS, row => [sampleCell(places, row)])]),
    write(KPI_HEADER, WORK.out, [[OUT_HEADER], ...rows(KPI_ROWS, row => [outCell(places, row)])]),
    ...asked,
  ];
}

/** Whether its rows and workings are where they were made, and nothing is where the new ones go. */
function isAsMade(view: SheetView): boolean {
  const header = KPI_HEADER - 1;
  const free = [WORK.sample, WORK.out].every(column =>
    rows(KPI_ROWS + 1, row => row + header).every(
      row => isBlank(view.cell(row, column)) && view.formula(row, column) === null,
    ),
  );
  return (
    free &&
    COLUMNS.every((name, column) => view.cell(header, column) === name) &&
    view.cell(header, WORK.row) === 'Row' &&
    view.cell(header, WORK.newest) === 'Newest'
  );
}

function formulaOf(view: SheetView, row: number, column: number): Formula | null {
  const written = view.formula(row, column);
  if (written === null) return null;
  try {
    return parseFormula(written);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
