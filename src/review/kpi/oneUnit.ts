import { type ScaleBreak, scaleBreaks } from '../../drift';
import type { Kpi, Period, Register } from '../../workbook/register';
import { sameName } from '../../workbook/sheets/names';

/**
 * A KPI's figures in the unit of the first ones, and where they are typed in another: percentages as 5 instead of 0.05, euros
 * that become thousands of euros. A level that the Log declares to begin there makes it a change of level like any other.
 *
 * @param kpi       the KPI
 * @param periods   the periods that are judged
 * @param register  its Log
 * @returns         one figure a period, and the changes of unit, oldest first
 */
export function inOneUnit(
  kpi: Kpi,
  periods: readonly Period[],
  { log }: Register,
): { values: (number | null)[]; breaks: ScaleBreak[] } {
  const typed = periods.map((_, i) => kpi.values[i] ?? null);
  const isDeclared = ({ start, end }: Period) =>
    log.some(
      ({ kind, kpi: name, period }) =>
        kind === 'level' && sameName(name, kpi.name) && period !== null && start <= period && period <= end,
    );
  const breaks = scaleBreaks(typed).filter(({ index }) => !isDeclared(periods[index]!));
  const values = typed.map((value, i) => {
    if (value === null) return null;
    return breaks.reduce((figure, { index, factor }) => (index <= i ? figure / factor : figure), value);
  });
  return { values, breaks };
}
