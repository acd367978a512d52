import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** A labelled day. The browser's own field shows and takes it as the reader's language writes dates, and hands on `YYYY-MM-DD`. */
export function DateField({
  label,
  value,
  change,
  wrong,
  hint,
}: {
  label: string;
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  change: (value: string) => void;
  wrong?: string | undefined;
  hint?: string | undefined;
}): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        max="9999-12-31"
        aria-describedby={hint || wrong ? `${id}-hint` : undefined}
        aria-invalid={wrong ? true : undefined}
        onInput={event => change(event.currentTarget.value)}
      />
      {(hint || wrong) && (
        <p id={`${id}-hint`} class={wrong ? 'wrong' : 'hint'}>
          {wrong ?? hint}
        </p>
      )}
    </div>
  );
}
