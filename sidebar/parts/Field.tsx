import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** A labelled text field with a hint, a list to choose from where there is one, and what is wrong with it. */
export function Field({
  label,
  value,
  change,
  settle,
  hint,
  wrong,
  choices,
  inputMode,
}: {
  label: string;
  value: string;
  /** Called with every character. */
  change: (value: string) => void;
  /** Called when the typing is over. */
  settle?: ((value: string) => void) | undefined;
  hint?: string | undefined;
  wrong?: string | undefined;
  choices?: string[];
  inputMode?: 'text' | 'decimal';
}): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        inputMode={inputMode}
        value={value}
        list={choices && `${id}-choices`}
        aria-describedby={hint || wrong ? `${id}-hint` : undefined}
        aria-invalid={wrong ? true : undefined}
        onInput={event => change(event.currentTarget.value)}
        onChange={event => settle?.(event.currentTarget.value)}
      />
      {choices && (
        <datalist id={`${id}-choices`}>
          {choices.map(choice => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {(hint || wrong) && (
        <p id={`${id}-hint`} class={wrong ? 'wrong' : 'hint'}>
          {wrong ?? hint}
        </p>
      )}
    </div>
  );
}

/** A labelled choice among few words; the blank one has a name of its own. */
export function Choice<Value extends string>({
  label,
  value,
  change,
  options,
  blank,
}: {
  label: string;
  value: Value | '';
  change: (value: Value | '') => void;
  options: readonly Value[];
  /** What the blank choice says; without it there is none. */
  blank?: string;
}): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={event => change(event.currentTarget.value as Value | '')}>
        {blank !== undefined && <option value="">{blank}</option>}
        {options.map(option => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </div>
  );
}
