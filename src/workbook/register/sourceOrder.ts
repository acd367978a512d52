import { printRange, type Range } from '../../cells/address';
import { detectCadence, isCoarser } from '../../cells/cadence';
import { type Cadence, type Calendar, type CalendarPeriod, periodOf } from '../../cells/period';
import type { PeriodCell } from '../../cells/readPeriod';
import type { Problem } from '../register';
import { viewSheet } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { spanOf } from '../sources/edges';
import { periodCellOf } from '../sources/locateSource';
import { type BandOptions, bandOf, type PeriodBand } from '../sources/periodBand';
import { isMatrix } from '../sources/source';
import type { DataSheet } from './readData';
import type { TrackedKpi } from './readTracked';

/**
 * The review period in which a source's own period is: the one it lies in, or, if it is longer than a review period,
 * the one in which it ends.
 *
 * @param named     what the source's period cell names
 * @param cadence   the steps of the source; null where they are unknown
 * @param calendar  the workbook's
 */
export function standsIn(named: PeriodCell, cadence: Cadence | null, calendar: Calendar): CalendarPeriod {
  if (cadence === null || !isCoarser(cadence, calendar.cadence)) return periodOf(named.start, calendar);
  return periodOf(periodOf(named.end, { ...calendar, cadence }).end, calendar);
}

/** What the period cells of a source name: beside each figure of `Compass Data`, and among those that were typed since. */
export interface SourcePeriods {
  /** One a period of the data sheet; null where it has no figure, or the cell was not read or names no period. */
  named: ({ cell: Range; period: PeriodCell } | null)[];
  /** The steps in which they run. */
  steps: Cadence | null;
}

/**
 * Reads the period cells of a source.
 *
 * @param tracked   the KPI and what its formulas point at
 * @param snapshot  with the source's period cells read
 * @param since     periods of figures that were typed since, which tell of the steps as well
 */
export function sourcePeriods(
  { row, origins, source }: TrackedKpi,
  data: DataSheet,
  snapshot: Snapshot,
  since: PeriodCell[] = [],
): SourcePeriods {
  // Of a rectangle no line of periods says in which order it is.
  const cells = origins.map(origin =>
    row.source && !isMatrix(row.source) && origin && 'cell' in origin ? periodCellOf(row.source, origin.cell) : null,
  );
  const band = bandOfCells(cells, source?.across ?? false, data, snapshot);
  const named = cells.map(cell => {
    const period = cell && band ? (band.entry(source?.across ? cell.left : cell.top) ?? null) : null;
    return cell && period && typeof period !== 'string' ? { cell, period } : null;
  });
  const days = [...named.flatMap(found => found?.period ?? []), ...since].map(({ start }) => start);
  return { named, steps: detectCadence(days).cadence };
}

/** The line of some period cells, read as one; what was settled when they were tracked settles what one of them leaves open. */
function bandOfCells(cells: (Range | null)[], across: boolean, data: DataSheet, snapshot: Snapshot): PeriodBand | null {
  const there = cells.flatMap(cell => cell ?? []);
  const [first] = there;
  if (!first || !viewSheet(snapshot, first.sheet!)) return null;
  const known = new Map(
    cells.flatMap((cell, index) =>
      cell ? [[across ? cell.left : cell.top, data.periods[index]!.start] as const] : [],
    ),
  );
  return bandOf(snapshot, spanOf(there), across, bandOptions(snapshot, data, known));
}

/**
 * How the periods of a tracked source are read.
 *
 * @param known  the first days of those in `Compass Data`, by their places
 */
export function bandOptions(snapshot: Snapshot, { calendar }: DataSheet, known: Map<number, number>): BandOptions {
  const { fiscalYearStart } = calendar;
  return { locale: snapshot.locale, fiscalYearStart, known: place => known.get(place) ?? null };
}

/**
 * Figures whose source no longer is beside the period that `Compass Data` has for them: the owner's table was sorted,
 * or its dates were changed.
 *
 * @returns  the 0-based periods of `data` that must not be trusted; the first is named in `problems`
 */
export function misplacedFigures(
  tracked: TrackedKpi,
  data: DataSheet,
  snapshot: Snapshot,
  problems: Problem[],
): Set<number> {
  const { named, steps } = sourcePeriods(tracked, data, snapshot);
  const misplaced = new Set<number>();
  for (const [index, found] of named.entries()) {
    if (!found) continue;
    const now = standsIn(found.period, steps, data.calendar);
    const then = data.periods[index]!;
    if (now.start === then.start) continue;
    if (misplaced.size === 0)
      problems.push(misplacedProblem(found.cell, now.label, then.label, tracked.row.name, data));
    misplaced.add(index);
  }
  return misplaced;
}

function misplacedProblem({ sheet, ...cell }: Range, now: string, then: string, kpi: string, data: DataSheet): Problem {
  const range = printRange(cell);
  return {
    severity: 'error',
    message: `${sheet} ${range} is ${now} now, but ${data.view.name} has its figure under ${then}: the rows of ${sheet} were sorted or their dates changed. Sort them back by date; until then these figures of '${kpi}' are left out.`,
    place: { sheet: sheet!, range },
  };
}
