import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { DateField } from '../parts/DateField';
import { Field } from '../parts/Field';
import type { DecisionDraft, DecisionKind, DecisionProblems } from './decisionDraft';

/** What each decision asks for: an action with its owner and its date, what is accepted, or why it is no alert. */
export function DecisionFields({
  choice,
  draft,
  set,
  wrong,
  people,
}: {
  choice: DecisionKind;
  draft: DecisionDraft;
  set: (part: Partial<DecisionDraft>) => void;
  wrong: DecisionProblems;
  /** Who can be chosen; anybody else can be typed. */
  people: string[];
}): JSX.Element {
  const noteLabel = choice === 'dismiss' ? 'Why it is not an alert' : 'Note, for anyone who reads the log';
  return (
    <div class="decision-fields">
      {choice === 'act' && (
        <>
          <Field
            label="What will be done"
            value={draft.action}
            change={action => set({ action })}
            wrong={wrong.action}
          />
          <div class="side-by-side top">
            <Field
              label="Who"
              value={draft.owner}
              change={owner => set({ owner })}
              choices={people}
              wrong={wrong.owner}
            />
            <DateField label="Until" value={draft.due} change={due => set({ due })} wrong={wrong.due} />
          </div>
        </>
      )}
      {choice === 'accept' && <Accepted draft={draft} set={set} wrong={wrong} />}
      <Note label={noteLabel} value={draft.note} change={note => set({ note })} wrong={wrong.note} />
    </div>
  );
}

/** Whether what is accepted is here to stay, or is tried until a day. */
function Accepted({
  draft,
  set,
  wrong,
}: {
  draft: DecisionDraft;
  set: (part: Partial<DecisionDraft>) => void;
  wrong: DecisionProblems;
}): JSX.Element {
  const name = useId();
  const kinds: [DecisionDraft['accepted'], string][] = [
    ['level', 'A new normal: the limits start again from here'],
    ['experiment', 'An experiment: judged again when it ends'],
  ];
  return (
    <>
      <fieldset class="stacked">
        <legend>What is it?</legend>
        {kinds.map(([kind, words]) => (
          <label key={kind} class="choice">
            <input
              type="radio"
              name={name}
              checked={draft.accepted === kind}
              onChange={() => set({ accepted: kind })}
            />
            {words}
          </label>
        ))}
      </fieldset>
      {draft.accepted === 'experiment' && (
        <DateField
          label="Last day of the experiment"
          value={draft.until}
          change={until => set({ until })}
          wrong={wrong.until}
        />
      )}
    </>
  );
}

function Note({
  label,
  value,
  change,
  wrong,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
  wrong?: string | undefined;
}): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        value={value}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-hint` : undefined}
        onInput={event => change(event.currentTarget.value)}
      />
      {wrong && (
        <p id={`${id}-hint`} class="wrong">
          {wrong}
        </p>
      )}
    </div>
  );
}
