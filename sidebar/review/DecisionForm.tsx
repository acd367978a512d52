import type { JSX, TargetedSubmitEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type Decidable, hasLevel, recordDecision } from '../../src/review/decisions/decision';
import type { Snapshot } from '../../src/workbook/snapshot';
import { Field } from '../parts/Field';
import type { Session } from '../session';

const CHOICES = [
  { decision: 'act', label: 'Act', means: 'We will do something about it.' },
  { decision: 'watch', label: 'Watch', means: 'We will look again next time first.' },
  { decision: 'accept', label: 'Accept', means: 'This is the new normal: judge from here.' },
  { decision: 'dismiss', label: 'Dismiss', means: 'The cause is known; nothing to do.' },
] as const;

type Decision = (typeof CHOICES)[number]['decision'];

/** What the team decides about an alert or an entry of the plan; written as a row of the Compass Log. */
export function DecisionForm({
  alert,
  called,
  session,
  next,
}: {
  alert: Decidable;
  /** What it is about, for the message. */
  called: string;
  session: Session;
  /** The heading of what is left to decide. */
  next: string;
}): JSX.Element {
  const [chosen, setChosen] = useState<Decision | null>(null);
  const [note, setNote] = useState('');
  const id = useId();
  const choices = CHOICES.filter(({ decision }) => decision !== 'accept' || hasLevel(alert));
  const choice = choices.find(entry => entry.decision === chosen);

  async function write(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (chosen === null) return;
    const plan = (snapshot: Snapshot) =>
      recordDecision(snapshot, { alert, decision: chosen, note, by: session.decider.value });
    if (await session.change(plan, `Written to the Compass Log: ${chosen}, ${called}.`)) {
      setChosen(null);
      setNote('');
      // The card moves to the decided ones; whoever works by keyboard goes on with what is left.
      document.getElementById(next)?.focus();
    }
  }

  return (
    <form class="decision" onSubmit={event => void write(event)}>
      <fieldset>
        <legend>{alert.decision === null ? 'What do you decide?' : 'Decide again?'}</legend>
        <div class="choices">
          {choices.map(({ decision, label }) => (
            <button
              key={decision}
              type="button"
              aria-pressed={chosen === decision}
              onClick={() => setChosen(chosen === decision ? null : decision)}
            >
              {label}
            </button>
          ))}
        </div>
      </fieldset>
      {choice && (
        <>
          <p class="hint">{choice.means}</p>
          <label for={id}>Note, for anyone who reads the log</label>
          <textarea id={id} rows={2} value={note} onInput={event => setNote(event.currentTarget.value)} />
          <Field
            label="Decided by"
            value={session.decider.value}
            change={name => {
              session.decider.value = name;
            }}
          />
          <button type="submit" class="primary" disabled={session.writing.value}>
            {`Write “${choice.label}” to the log`}
          </button>
        </>
      )}
    </form>
  );
}
