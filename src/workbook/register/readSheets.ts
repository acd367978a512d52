import { sameCells, sameSheet } from '../../cells/address';
import { isCoarser } from '../../cells/cadence';
import { listed } from '../../cells/english';
import type { Kpi, Problem, Register, Unread } from '../register';
import { didYouMean } from '../sheets/names';
import { sheetNames } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { doubtsOf } from './doubts';
import { inLongerSteps } from './longerSteps';
import { type DataSheet, reviewCadence } from './readData';
import { readFigures } from './readFigures';
import { readLog } from './readLog';
import { readTargets, withTargetOfNow } from './readTargets';
import { readTracked, type TrackedKpi } from './readTracked';
import { withoutSamples } from './samples';

/** What is found where the figures come from, beyond what the Compass sheets say themselves. */
export interface SourceReading {
  /** The periods whose figures are with another period since somebody sorted the source; said in `problems`. */
  misplaced(kpi: TrackedKpi, data: DataSheet, problems: Problem[]): ReadonlySet<number>;
  /** What was typed since. */
  unread(kpi: TrackedKpi, data: DataSheet): Unread | null;
  answers: Register['answers'];
}

/** Nothing was read but the Compass sheets. */
const SHEETS_ALONE: SourceReading = { misplaced: () => new Set(), unread: () => null, answers: [] };

/**
 * Reads the Compass sheets, checks them, and names what is wrong with them, where.
 *
 * @param snapshot  the Compass sheets
 * @param sources   what is found where the figures come from; nothing unless told
 */
export function readSheets(snapshot: Snapshot, sources = SHEETS_ALONE): Register {
  const problems: Problem[] = [...(snapshot.problems ?? [])];
  const tracked = readTracked(snapshot, problems);
  const { strategy, data } = tracked;
  const targetsOf = readTargets(snapshot, tracked, problems);
  const kpis = tracked.kpis.map(kpi => {
    const targets = kpi.row.better === 'in range' ? null : targetsOf(kpi.row.name);
    const misplaced = data ? sources.misplaced(kpi, data, problems) : undefined;
    return { ...readFigures(kpi, data, problems, misplaced), ...(targets && { targets }) };
  });
  sayMissingSources(tracked.kpis, snapshot, problems);
  sayTrackedTwice(tracked.kpis, problems);
  problems.push(...doubtsOf(tracked.kpis.map(({ row }) => row)));
  const rows = data?.calendar.cadence ?? null;
  const cadence = reviewCadence(strategy, rows);
  const read = { periods: data?.periods ?? [], kpis, today: snapshot.today };
  const inSteps =
    data && rows && isCoarser(cadence, rows)
      ? inLongerSteps(read, rows, { ...data.calendar, cadence, weekStart: 1 }, problems)
      : read;
  const { counted, samples } = withoutSamples(inSteps.kpis, problems);
  const dated = counted.map(kpi => withTargetOfNow(kpi, inSteps.periods));
  const isPaused = ({ pausedSince }: Kpi) => pausedSince !== null && pausedSince <= snapshot.today;
  return {
    today: snapshot.today,
    locale: snapshot.locale,
    strategy: { ...strategy, cadence },
    periods: inSteps.periods,
    kpis: dated.filter(kpi => !isPaused(kpi)),
    paused: dated.filter(isPaused),
    ...(samples.length > 0 && { samples }),
    log: readLog(snapshot, problems),
    unread: data ? tracked.kpis.flatMap(kpi => sources.unread(kpi, data) ?? []) : [],
    answers: sources.answers,
    problems: problems.filter(({ message }, index) => problems.findIndex(other => other.message === message) === index),
  };
}

/** A source on a sheet that is gone, where no formula knows where it went. */
function sayMissingSources(kpis: TrackedKpi[], snapshot: Snapshot, problems: Problem[]): void {
  const names = sheetNames(snapshot);
  for (const { row, source } of kpis) {
    const missing = [source?.values.sheet, source?.periods.sheet].find(
      sheet => sheet !== undefined && !names.some(name => sameSheet(name, sheet)),
    );
    if (missing === undefined) continue;
    const message = `The source of '${row.name}' is on a sheet '${missing}', which the workbook does not have${didYouMean(missing, names) || '.'}`;
    problems.push({ severity: 'error', message, place: row.place, relink: row.name });
  }
}

/** KPIs that read the same cells in the same way: one of them counts twice in the score. */
function sayTrackedTwice(kpis: TrackedKpi[], problems: Problem[]): void {
  const told = new Set<TrackedKpi>();
  for (const kpi of kpis) {
    const others = kpis.filter(other => other !== kpi && readsTheSame(kpi, other));
    if (others.length === 0 || told.has(kpi)) continue;
    for (const other of others) told.add(other);
    const names = [kpi, ...others].map(({ row }) => row.name);
    const message = `${listed(names)} are read from the same cells, ${kpi.row.source!.text}: they count as ${names.length} KPIs in the score.`;
    problems.push({ severity: 'note', message, place: kpi.row.place });
  }
}

function readsTheSame(one: TrackedKpi, other: TrackedKpi): boolean {
  return (
    one.source !== null &&
    other.source !== null &&
    sameCells(one.source.values, other.source.values) &&
    sameCells(one.source.periods, other.source.periods) &&
    (one.source.kind === 'cell by cell' || one.row.combine === other.row.combine)
  );
}
