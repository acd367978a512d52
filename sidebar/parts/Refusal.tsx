import type { JSX } from 'preact';

/** Why a form was not carried out, in place; nothing where there is nothing to say. */
export function Refusal({ text }: { text: string }): JSX.Element | null {
  if (text === '') return null;
  return (
    <p class="failure in-form" role="alert">
      {text}
    </p>
  );
}
