import type { Kpi, Problem } from '../../src/workbook/register';
import { DATA, KPIS } from '../../src/workbook/sheets/compassSheets';

/** The problems of a workbook, put where they matter. */
export interface PlacedProblems {
  /** By the KPI's name. */
  byKpi: Map<string, Problem[]>;
  /** Of the sheets of KPIs and figures, but of no KPI that could be read. */
  rest: Problem[];
}

/**
 * Sorts problems by the KPI they speak of: those at its row of the sheet, and those that name it.
 *
 * @param problems  of a review
 * @param kpis      as they were read
 */
export function placeProblems(problems: Problem[], kpis: Kpi[]): PlacedProblems {
  const byKpi = new Map(
    kpis.map(kpi => [kpi.name, problems.filter(problem => speaksOf(problem, kpi))] satisfies [string, Problem[]]),
  );
  const placed = new Set([...byKpi.values()].flat());
  const sheets: string[] = [KPIS.name, DATA.name];
  const rest = problems.filter(
    problem => !placed.has(problem) && problem.severity === 'error' && sheets.includes(problem.place?.sheet ?? ''),
  );
  return { byKpi, rest };
}

function speaksOf({ place, message }: Problem, { name, place: own }: Kpi): boolean {
  const row = (range: string | undefined) => /\d+$/.exec(range ?? '')?.[0];
  const sameRow = row(own.range) !== undefined && place?.sheet === own.sheet && row(place.range) === row(own.range);
  return sameRow || message.includes(`'${name}'`);
}
