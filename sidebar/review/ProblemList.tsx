import type { JSX } from 'preact';
import type { Problem } from '../../src/workbook/register';
import { FirstOf } from '../parts/FirstOf';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { ConvertText } from './ConvertText';

/** What could not be read in the workbook, with the way to it. */
export function ProblemList({ problems, session }: { problems: Problem[]; session: Session }): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <FirstOf items={problems} what="entries" first={3} name="problems">
      {problem => (
        <li key={`${problem.place?.sheet}${problem.place?.range}${problem.message}`} class={problem.severity}>
          <p>{problem.message}</p>
          {problem.place && <ShowMe session={session} place={problem.place} of={problem.message} />}
          {problem.convert !== undefined && <ConvertText kpi={problem.convert} session={session} />}
        </li>
      )}
    </FirstOf>
  );
}
