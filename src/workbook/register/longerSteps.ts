import { isCoarser } from '../../cells/cadence';
import { type Cadence, type Calendar, isClosed, periodOf } from '../../cells/period';
import type { Combine, Kpi, Period, Problem, Register } from '../register';
import { missingDays } from './isPartial';
import { joinPlaces } from './joinPlaces';

/**
 * Figures of shorter steps put together to review periods, each KPI by its *Combine*: days to months, weeks to quarters. A sum
 * leaves out a first or last period that its figures cover only in part, unless that period is still running.
 *
 * @param read      periods and KPIs as the rows of `Compass Data` have them
 * @param steps     the steps of those rows
 * @param calendar  the review's own, with longer ones
 * @param problems  takes what was left out
 * @returns         periods and KPIs at the review's cadence, every figure with the cells that it comes from
 */
export function inLongerSteps(
  read: Pick<Register, 'periods' | 'kpis' | 'today'>,
  steps: Cadence,
  calendar: Calendar,
  problems: Problem[],
): Pick<Register, 'periods' | 'kpis'> {
  const periods: Period[] = [];
  const rows: number[][] = [];
  read.periods.forEach(({ start }, row) => {
    const period = periodOf(start, calendar);
    if (periods[periods.length - 1]?.start === period.start) rows[rows.length - 1]!.push(row);
    else {
      periods.push({ ...period, closed: isClosed(period, read.today) });
      rows.push([row]);
    }
  });
  const kpis = read.kpis.map(({ cadence, ...kpi }): Kpi => {
    const filled = rows.map(of => of.filter(row => kpi.values[row] !== null));
    const values = periods.map((period, at) => {
      if (filled[at]!.length === 0) return null;
      const ends = endsOf(filled, at, read.periods);
      const missing = kpi.combine === 'sum' && period.closed ? missingDays(period, ends, steps, calendar) : 0;
      if (missing > 0) {
        const message = `${kpi.name}: ${period.label} is left out, since ${missing} of its ${period.end - period.start + 1} days have no figure.`;
        problems.push({ severity: 'note', message, place: kpi.cells[filled[at]![0]!]! });
        return null;
      }
      return together(
        filled[at]!.map(row => kpi.values[row]!),
        kpi.combine,
      );
    });
    const cells = rows.map(
      (of, at) => joinPlaces((filled[at]!.length > 0 ? filled[at]! : of).map(row => kpi.cells[row]!))!,
    );
    const targets = kpi.targets && rows.map(of => targetOf(of, kpi.targets!, kpi.combine));
    return {
      ...kpi,
      values,
      cells,
      ...(targets && { targets }),
      ...(cadence && isCoarser(cadence, calendar.cadence) && { cadence }),
    };
  });
  return { periods, kpis };
}

/** The days of the first figure of all and of the last one, where they are in a period. */
function endsOf(filled: number[][], at: number, steps: readonly Period[]): { first?: number; last?: number } {
  const own = filled[at]!;
  const isFirst = filled.slice(0, at).every(rows => rows.length === 0);
  const isLast = filled.slice(at + 1).every(rows => rows.length === 0);
  return {
    ...(isFirst && { first: steps[own[0]!]!.start }),
    ...(isLast && { last: steps[own[own.length - 1]!]!.start }),
  };
}

/** The target of a longer period; of sums only where each of its steps has one. */
function targetOf(rows: number[], targets: readonly (number | null)[], combine: Combine): number | null {
  const known = rows.flatMap(row => targets[row] ?? []);
  if (known.length === 0 || (combine === 'sum' && known.length < rows.length)) return null;
  return together(known, combine);
}

function together(figures: readonly number[], combine: Combine): number {
  if (combine === 'last') return figures[figures.length - 1]!;
  const sum = figures.reduce((total, figure) => total + figure, 0);
  return combine === 'sum' ? sum : sum / figures.length;
}
