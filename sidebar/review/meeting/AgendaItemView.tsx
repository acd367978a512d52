import type { JSX } from 'preact';
import type { Decidable } from '../../../src/review/decisions/decision';
import type { AgendaItem } from '../../../src/review/meeting/agenda';
import { FirstOf } from '../../parts/FirstOf';
import { ShowMe } from '../../parts/ShowMe';
import { AlertItem } from './AlertItem';
import { FollowUpItem } from './FollowUpItem';
import type { ItemProps } from './itemProps';
import { PlanItem } from './PlanItem';

/** One thing on the agenda. */
export function AgendaItemView({ item, ...props }: { item: AgendaItem } & ItemProps): JSX.Element {
  switch (item.step) {
    case 'decisions':
      return <FollowUpItem followUp={item.followUp} {...props} />;
    case 'alerts':
    case 'improvements':
    case 'experiments':
      return <AlertItem alert={item.alert} {...props} />;
    case 'plan':
      return <PlanItem entry={item.entry} {...props} />;
    case 'unjudged':
      return <Unjudged item={item} {...props} />;
  }
}

/** What can be decided on, or null. */
export function decidableOf(item: AgendaItem): Decidable | null {
  if (item.step === 'plan') return item.entry;
  return 'alert' in item && (item.alert.kind !== 'experiment' || item.alert.ended) ? item.alert : null;
}

/** What nothing can be said of, and why. */
function Unjudged({ item, session, heading }: { item: AgendaItem & { step: 'unjudged' } } & ItemProps): JSX.Element {
  return (
    <article class="item">
      <h2 ref={heading} tabIndex={-1}>
        Not judged, and why
      </h2>
      <p class="hint">Nobody knows how these are doing. Put right what can be put right; the rest needs time.</p>
      <FirstOf items={item.kpis} what="entries" first={8} name="problems">
        {({ name, why, place }) => (
          <li key={name + why}>
            <p>
              {name !== '' && <strong>{name}: </strong>}
              {why}
            </p>
            <ShowMe session={session} place={place} of={name || why} />
          </li>
        )}
      </FirstOf>
    </article>
  );
}
