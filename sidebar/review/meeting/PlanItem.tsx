import type { JSX } from 'preact';
import type { PlanEntry } from '../../../src/review/types';
import { FirstOf } from '../../parts/FirstOf';
import { ShowMe } from '../../parts/ShowMe';
import { DecisionForm } from '../DecisionForm';
import { Explanation } from '../Explanation';
import { Facts } from '../Facts';
import type { ItemProps } from './itemProps';

/** A condition of the plan in the meeting. */
export function PlanItem({ entry, session, heading, choice, settled }: { entry: PlanEntry } & ItemProps): JSX.Element {
  return (
    <article class="item" data-item={entry.id}>
      <h2 ref={heading} tabIndex={-1}>
        {entry.headline}
      </h2>
      <FirstOf items={entry.findings} what="findings" first={5} name="problems">
        {({ text, place }) => (
          <li key={text}>
            <p>{text}</p>
            {place && <ShowMe session={session} place={place} of={text} />}
          </li>
        )}
      </FirstOf>
      <dl class="facts">
        <Facts {...entry} />
      </dl>
      <p class="question">
        <span>Question</span> {entry.question}
      </p>
      <DecisionForm alert={entry} called={entry.pattern} session={session} choice={choice} decided={settled} keys />
      <Explanation of={entry.explain} called={entry.headline} />
    </article>
  );
}
