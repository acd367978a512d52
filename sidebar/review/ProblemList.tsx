import type { JSX } from 'preact';
import type { Problem } from '../../src/workbook/register';
import { LinkAgain } from '../kpis/LinkAgain';
import { FirstOf } from '../parts/FirstOf';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { ConvertText } from './ConvertText';

/** What could not be read in the workbook, with the way to it, and what puts it right where one press can. */
export function ProblemList({ problems, session }: { problems: Problem[]; session: Session }): JSX.Element | null {
  if (problems.length === 0) return null;
  /** One press does it for all cells of a KPI: it is offered once. */
  const isFirst = (index: number, of: 'convert' | 'relink') =>
    problems[index]![of] !== undefined && problems.findIndex(other => other[of] === problems[index]![of]) === index;
  return (
    <FirstOf items={problems} what="entries" first={3} name="problems">
      {(problem, index) => (
        <li key={`${problem.place?.sheet}${problem.place?.range}${problem.message}`} class={problem.severity}>
          <p>{problem.message}</p>
          {problem.place && <ShowMe session={session} place={problem.place} of={problem.message} />}
          {isFirst(index, 'convert') && <ConvertText kpi={problem.convert!} session={session} />}
          {isFirst(index, 'relink') && <LinkAgain kpi={problem.relink!} session={session} />}
        </li>
      )}
    </FirstOf>
  );
}
