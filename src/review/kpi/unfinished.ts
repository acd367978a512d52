import { counted } from '../../cells/english';
import { isFigure } from '../../drift';
import type { Period, Problem, Register } from '../../workbook/register';

/**
 * The period that is still running, where a KPI has a figure of it already.
 *
 * @param register  periods oldest first
 * @returns         its 0-based place; −1 where there is none
 */
export function runningPeriod({ periods, kpis, today }: Register): number {
  return periods.findIndex(
    ({ start, end }, at) => start <= today && today <= end && kpis.some(({ values }) => isFigure(values[at])),
  );
}

/**
 * A register in which the period that is still running counts as over: its figures are judged as they are today.
 *
 * @param register  as it was read
 */
export function withRunning(register: Register): Register {
  const running = runningPeriod(register);
  const periods = register.periods.map((period, at) => (at === running ? { ...period, closed: true } : period));
  return { ...register, periods };
}

/**
 * Figures of periods that are not over, which the review leaves out or was asked to include.
 *
 * @param register  periods oldest first
 * @returns         a note for the period that is running, and one for those that have not begun: they may be a forecast
 */
export function unfinished(register: Register): Problem[] {
  const { periods, kpis, today } = register;
  const running = runningPeriod(register);
  const future = periods
    .map((_, at) => at)
    .filter(at => periods[at]!.start > today && kpis.some(({ values }) => isFigure(values[at])));
  const problems: Problem[] = [];
  if (running >= 0) problems.push(problemAt(register, running, 'note', runningInWords(periods[running]!)));
  if (future.length > 0) {
    const { label } = periods[future[0]!]!;
    const said =
      future.length === 1
        ? `${label} has not begun but has figures; they are left out until it ends. Is the date right?`
        : `${label} and ${counted(future.length - 1, 'later period')} have not begun but have figures; they are left out until they end. Are the dates right?`;
    problems.push(problemAt(register, future[0]!, 'note', said));
  }
  return problems;
}

/** A problem with a period, at the first of its figures. */
function problemAt({ kpis }: Register, at: number, severity: Problem['severity'], said: string): Problem {
  const place = kpis.find(({ values }) => isFigure(values[at]))!.cells[at]!;
  return { severity, message: `${place.sheet}${place.range ? ` ${place.range}` : ''}: ${said}`, place };
}

function runningInWords({ label, closed }: Period): string {
  return closed
    ? `${label} is not over yet; it is included as you asked, so it may look low or high for that reason alone.`
    : `${label} is not over yet; its figures are left out until it is.`;
}
