import type { Signal } from '@preact/signals';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Decidable } from '../../src/review/decisions/decision';
import type { Review } from '../../src/review/types';
import { Field } from '../parts/Field';
import type { Session } from '../session';
import { DecisionFields } from './DecisionFields';
import {
  choicesFor,
  type DecisionDraft,
  type DecisionKind,
  decisionEdits,
  draftFor,
  problemsIn,
} from './decisionDraft';

/** What the team decides about an alert or an entry of the plan; written as a row of the Compass Log. */
export function DecisionForm({
  alert,
  called,
  session,
  choice,
  decided,
  keys = false,
}: {
  alert: Decidable;
  /** What it is about, for the message. */
  called: string;
  session: Session;
  /** What is chosen; whoever holds it can choose as well. */
  choice: Signal<DecisionKind | null>;
  /** Called after it was written. */
  decided: () => void;
  /** Whether the keys that choose are shown. */
  keys?: boolean;
}): JSX.Element {
  const review = session.review.value!;
  const [draft, setDraft] = useState<DecisionDraft>(() => draftFor(alert, review));
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const legend = useId();
  const set = (part: Partial<DecisionDraft>) => setDraft(before => ({ ...before, ...part }));
  const choices = choicesFor(alert);
  const chosen = choices.find(({ decision }) => decision === choice.value);
  const problems = chosen ? problemsIn(chosen.decision, draft, review.asOf) : {};

  // Whoever chooses by key goes on typing.
  useLayoutEffect(() => {
    setTried(false);
    if (keys && chosen) form.current?.querySelector<HTMLElement>('.decision-fields :is(input, textarea)')?.focus();
  }, [chosen]);

  async function write(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!chosen) return;
    setTried(true);
    if (Object.keys(problems).length > 0) {
      queueMicrotask(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    const by = session.decider.value;
    const written = await session.change(
      snapshot => decisionEdits(snapshot, session.review.value!, { alert, choice: chosen.decision, draft, by }),
      `Written to the Compass Log: ${chosen.decision}, ${called}.`,
      { again: true },
    );
    if (!written) return;
    choice.value = null;
    setDraft(draftFor(alert, session.review.value as Review));
    decided();
  }

  return (
    <form ref={form} class="decision" onSubmit={event => void write(event)} noValidate>
      <fieldset aria-labelledby={legend}>
        <legend id={legend}>
          {alert.decision === null ? 'What do you decide?' : 'Decide again?'}
          <span class="hidden-text"> {called}</span>
        </legend>
        <div class="choices">
          {choices.map(({ decision, label, key }) => (
            <button
              key={decision}
              type="button"
              aria-pressed={chosen?.decision === decision}
              aria-keyshortcuts={keys ? key : undefined}
              onClick={() => {
                choice.value = choice.value === decision ? null : decision;
              }}
            >
              {label}
              {keys && (
                <span class="key" aria-hidden="true">
                  {key}
                </span>
              )}
            </button>
          ))}
        </div>
      </fieldset>
      {chosen && (
        <>
          <p class="hint">{chosen.means}</p>
          <DecisionFields
            choice={chosen.decision}
            draft={draft}
            set={set}
            wrong={isTried ? problems : {}}
            people={review.meeting.owners}
          />
          <Field
            label="Decided by"
            value={session.decider.value}
            change={name => {
              session.decider.value = name;
            }}
            choices={review.meeting.owners}
          />
          <button type="submit" class="primary" disabled={session.writing.value}>
            {`Write “${chosen.label}” to the log`}
          </button>
        </>
      )}
    </form>
  );
}
