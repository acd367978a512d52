import { sameSheet } from '../../cells/address';
import { isCoarser } from '../../cells/cadence';
import type { Problem, Register } from '../register';
import { didYouMean } from '../sheets/names';
import { sheetNames } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { inLongerSteps } from './longerSteps';
import { reviewCadence } from './readData';
import { readFigures } from './readFigures';
import { readLog } from './readLog';
import { readTracked, type TrackedKpi } from './readTracked';
import { readUnread } from './readUnread';
import { readAnswers } from './surveyAnswers';

/**
 * Reads everything that the Compass sheets say, checks it, and names what is wrong with it, where. What can be read is
 * read, whatever else cannot.
 *
 * @param snapshot  the Compass sheets and, for what was typed since and for sources that were sorted, `edgesToRead`
 * @returns         a register without KPIs and without problems where the workbook has no Compass sheets
 */
export function readRegister(snapshot: Snapshot): Register {
  const problems: Problem[] = [...(snapshot.problems ?? [])];
  const tracked = readTracked(snapshot, problems);
  const { strategy, data } = tracked;
  const kpis = tracked.kpis.map(kpi => readFigures(kpi, data, snapshot, problems));
  sayMissingSources(tracked.kpis, snapshot, problems);
  const unread = data ? tracked.kpis.flatMap(kpi => readUnread(kpi, data, snapshot) ?? []) : [];
  const rows = data?.calendar.cadence ?? null;
  const cadence = reviewCadence(strategy, rows);
  const read = { periods: data?.periods ?? [], kpis, today: snapshot.today };
  const inSteps =
    data && rows && isCoarser(cadence, rows)
      ? inLongerSteps(read, rows, { ...data.calendar, cadence, weekStart: 1 }, problems)
      : read;
  return {
    today: snapshot.today,
    locale: snapshot.locale,
    strategy: { ...strategy, cadence },
    periods: inSteps.periods,
    kpis: inSteps.kpis,
    log: readLog(snapshot, problems),
    unread,
    answers: readAnswers(snapshot),
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
    problems.push({ severity: 'error', message, place: row.place });
  }
}
