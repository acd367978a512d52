import type { JSX } from 'preact';
import type { Problem } from '../../src/workbook/register';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';

/** What could not be read in the workbook, with the way to it. */
export function ProblemList({ problems, session }: { problems: Problem[]; session: Session }): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <ul class="problems">
      {problems.map(problem => (
        <li key={`${problem.place?.sheet}${problem.place?.range}${problem.message}`} class={problem.severity}>
          <p>{problem.message}</p>
          {problem.place && <ShowMe session={session} place={problem.place} of={problem.message} />}
        </li>
      ))}
    </ul>
  );
}
