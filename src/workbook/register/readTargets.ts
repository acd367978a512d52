import { isWordForNothing } from '../../cells/nothing';
import { type Cell, isBlank } from '../../cells/value';
import type { Kpi, Period, Problem } from '../register';
import { TARGETS } from '../sheets/compassSheets';
import { didYouMean, sameName } from '../sheets/names';
import { notANumber } from '../sheets/rowReader';
import { cellName, cellPlace } from '../sheets/tables';
import type { Snapshot } from '../snapshot';
import { type DataSheet, readData } from './readData';
import type { Tracked } from './readTracked';

/** `Compass Targets`, its rows read in the steps of `Compass Data`; null where the workbook has none. */
export function targetsSheet(
  snapshot: Snapshot,
  { strategy, data }: Pick<Tracked, 'strategy' | 'data'>,
  problems: Problem[] = [],
): DataSheet | null {
  const found: Problem[] = [];
  const steps = data ? { ...strategy, cadence: data.calendar.cadence } : strategy;
  const sheet = readData(snapshot, steps, found, TARGETS);
  problems.push(...found.filter(({ severity }) => severity === 'error'));
  return sheet;
}

/**
 * Reads the targets that KPIs have period by period.
 *
 * @param snapshot  the workbook
 * @param tracked   its other Compass sheets, read
 * @param problems  takes columns that no KPI has, and cells that are no numbers
 * @returns         by KPI, one target or null a period of `Compass Data`
 */
export function readTargets(
  snapshot: Snapshot,
  tracked: Tracked,
  problems: Problem[],
): (kpi: string) => (number | null)[] | null {
  const sheet = targetsSheet(snapshot, tracked, problems);
  if (!sheet || !tracked.data) return () => null;
  const names = tracked.kpis.map(({ row }) => row.name);
  for (const { name, column } of sheet.columns) {
    if (names.some(other => sameName(other, name))) continue;
    const { view, table } = sheet;
    const message = `${cellName(view, table.headerRow, column)}: ${view.name} has targets of '${name}', which no KPI is called${didYouMean(name, names) || '; they are not used.'}`;
    problems.push({ severity: 'note', message, place: cellPlace(view, table.headerRow, column) });
  }
  const rows = new Map(sheet.periods.map(({ start }, index) => [start, sheet.rows[index]!]));
  const read = new Map(
    sheet.columns.map(({ name, column }) => [
      name,
      tracked.data!.periods.map(({ start }) => {
        const row = rows.get(start) ?? null;
        return row === null ? null : targetIn(sheet, row, column, problems);
      }),
    ]),
  );
  return kpi => read.get([...read.keys()].find(name => sameName(name, kpi)) ?? '') ?? null;
}

function targetIn({ view }: DataSheet, row: number, column: number, problems: Problem[]): number | null {
  const cell: Cell = view.cell(row, column);
  if (typeof cell === 'number') return cell;
  if (isBlank(cell) || isWordForNothing(cell)) return null;
  const place = cellPlace(view, row, column);
  problems.push({ severity: 'error', message: `${place.sheet} ${place.range}: ${notANumber(cell)}; left out.`, place });
  return null;
}

/** A KPI whose *Target* is that of the newest closed period with a figure, where each period has its own. */
export function withTargetOfNow(kpi: Kpi, periods: readonly Period[]): Kpi {
  if (!kpi.targets) return kpi;
  let last = periods.length - 1;
  while (last >= 0 && !(periods[last]!.closed && kpi.values[last] !== null)) last--;
  return { ...kpi, target: kpi.targets[last] ?? null };
}
