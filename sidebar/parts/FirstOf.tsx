import type { ComponentChild, JSX } from 'preact';
import { useState } from 'preact/hooks';

/** A list that shows its first entries, and the rest on request. */
export function FirstOf<T>({
  items,
  what,
  first = 10,
  name = 'cards',
  children,
}: {
  items: T[];
  /** The things in the list: "alerts". */
  what: string;
  /** How many are shown first. */
  first?: number;
  /** Class of the list. */
  name?: string;
  children: (item: T, index: number) => ComponentChild;
}): JSX.Element {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, first);
  return (
    <>
      <ul class={name}>{shown.map(children)}</ul>
      {shown.length < items.length && (
        <button type="button" class="wide" onClick={() => setAll(true)}>
          {`Show all ${items.length} ${what}`}
        </button>
      )}
    </>
  );
}
