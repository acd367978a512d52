import type { JSX } from 'preact';
import type { PlanEntry } from '../../src/review/types';
import { FirstOf } from '../parts/FirstOf';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { CardDecision } from './CardDecision';
import { Explanation } from './Explanation';
import { Facts } from './Facts';

/** What is wrong with the plan itself: goals without a KPI, money elsewhere, a review that is overdue. */
export function PlanPart({
  title,
  plan,
  session,
}: {
  title: string;
  plan: PlanEntry[];
  session: Session;
}): JSX.Element {
  const open = plan.filter(entry => entry.state === 'open');
  const decided = plan.filter(entry => entry.state === 'decided');
  const cards = (entries: PlanEntry[], what: string) => (
    <FirstOf items={entries} what={what}>
      {entry => <PlanCard key={entry.id} entry={entry} session={session} />}
    </FirstOf>
  );
  return (
    <section class="part" aria-labelledby="plan-title">
      <h2 id="plan-title" tabIndex={-1}>
        {title} <span class="count">{open.length}</span>
      </h2>
      {open.length > 0 && cards(open, 'entries')}
      {decided.length > 0 && (
        <details>
          <summary>Decided: {decided.length}</summary>
          {cards(decided, 'decided entries')}
        </details>
      )}
    </section>
  );
}

/** One condition of the plan: what was found where, and the question it leads to. */
function PlanCard({ entry, session }: { entry: PlanEntry; session: Session }): JSX.Element {
  return (
    <li class="card" data-plan={entry.id}>
      <details>
        <summary>
          {entry.functions.length > 0 && <span class="card-line">{entry.functions.join(', ')}</span>}
          <h3>{entry.headline}</h3>
        </summary>
        <div class="card-body">
          <FirstOf items={entry.findings} what="findings" first={5} name="problems">
            {({ text, place }) => (
              <li key={text}>
                <p>{text}</p>
                {place && <ShowMe session={session} place={place} of={text} />}
              </li>
            )}
          </FirstOf>
          <dl>
            <Facts {...entry} />
          </dl>
          <p class="question">
            <span>Question</span> {entry.question}
          </p>
          <CardDecision alert={entry} called={entry.pattern} session={session} next="plan-title" />
          <Explanation of={entry.explain} called={entry.headline} />
        </div>
      </details>
    </li>
  );
}
