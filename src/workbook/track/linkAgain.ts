import { isError } from '../../cells/value';
import type { Content, Edit } from '../edit';
import { planEdits } from '../edits/planEdits';
import { readTables } from '../register/readTracked';
import { DATA } from '../sheets/compassSheets';
import { sameName } from '../sheets/names';
import type { Snapshot } from '../snapshot';
import { printSource } from '../sources/source';
import { TrackError } from '../sources/trackError';
import { readTrackedFigures, type TrackedFigures } from './trackedFigures';
import type { TrackedCells } from './trackRequest';
import { closedUnread, sourceLinesOf, writeUnread } from './unreadCells';
import { periodRows, writeFigures } from './writeData';
import { addKpiColumns, rewriteKpi, rewriteSource } from './writeKpi';

/**
 * Reads a KPI from other cells than before: those it had were deleted, or its figures are kept elsewhere now. Name, target,
 * decisions and history stay; a period that the new cells do not have keeps its figure, as a plain number.
 *
 * @param snapshot  the Compass sheets, and the new cells with those around them (`placesToTrack`)
 * @param kpi       its name
 * @param cells     where its figures are now
 * @returns         edits that overwrite nothing but formulas of ours
 * @throws          TrackError in an owner's words
 */
export function linkAgain(snapshot: Snapshot, kpi: string, cells: TrackedCells): Edit[] {
  const { rows } = readTables(snapshot);
  const row = rows.find(({ name }) => sameName(name, kpi));
  if (!row) throw new TrackError(`There is no KPI '${kpi.trim()}'; the workbook has ${namesOf(rows)}.`);
  const gaps = cells.gaps ?? row.gaps;
  const figures = readTrackedFigures(snapshot, { combine: row.combine, ...cells, ...(gaps && { gaps }) });
  const steps = planEdits(snapshot);
  steps.add(now => newFigures(now, row.name, figures));
  steps.add(now => rewriteSource(now, row.name, printSource(figures.series)));
  const { gaps: chosen, placed, combine } = figures;
  if (placed.kind === 'added up') {
    steps.add(now => rewriteKpi(now, row.name, 'Combine', combine));
    if (chosen) steps.add(now => addKpiColumns(now, ['Gaps']));
    if (chosen) steps.add(now => rewriteKpi(now, row.name, 'Gaps', chosen));
    steps.add(now => writeUnread(now, row.name, sourceLinesOf(figures.series), true));
  } else steps.add(now => closedUnread(now, row.name));
  return steps.finish();
}

function namesOf(rows: { name: string }[]): string {
  return rows.map(({ name }) => name).join(', ') || 'none';
}

/** The KPI's column of `Compass Data`, pointing at the new cells; elsewhere an error becomes blank and a figure stays. */
function newFigures(snapshot: Snapshot, kpi: string, { series, placed, calendar }: TrackedFigures): Edit[] {
  const { data } = readTables(snapshot);
  const column = data?.columns.find(({ name }) => sameName(name, kpi))?.column;
  if (!data || column === undefined) throw new TrackError(`${DATA.name} has no column '${kpi}'; track the KPI again.`);
  const starts = placed.figures.map(({ period }) => period.start);
  const plan = planEdits(snapshot);
  plan.add(() => periodRows(data, calendar, starts).edits);
  plan.add(now => {
    const fresh = readTables(now).data!;
    const { rows } = periodRows(fresh, calendar, starts);
    const periodColumn = fresh.table.columns.get('Period')!;
    const wanted = new Map(
      placed.figures.map(({ period, content }) => {
        const row = rows.get(period.start)!;
        return [row, content({ row, column: periodColumn })] as const;
      }),
    );
    const others = fresh.rows.flatMap(row => (row === null || wanted.has(row) ? [] : [row]));
    const kept = others.flatMap((row): [number, Content][] => {
      if (fresh.view.formula(row, column) === null) return [];
      const value = fresh.view.cell(row, column);
      return [[row, isError(value) ? null : value]];
    });
    const edits = writeFigures(fresh, column, new Map([...wanted, ...kept]), series.format);
    return edits.map(edit =>
      edit.kind === 'write' ? { ...edit, expected: [[fresh.view.cell(edit.row, edit.column)]] } : edit,
    );
  });
  return plan.finish();
}
