import type { ComponentChild, JSX } from 'preact';
import { useState } from 'preact/hooks';

const FIRST = 10;

/** A list that shows its first ten entries and the rest on request. */
export function FirstTen<T>({
  items,
  what,
  children,
}: {
  items: T[];
  /** The things in the list: "alerts". */
  what: string;
  children: (item: T, index: number) => ComponentChild;
}): JSX.Element {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <>
      <ul class="cards">{shown.map(children)}</ul>
      {shown.length < items.length && (
        <button type="button" class="wide" onClick={() => setAll(true)}>
          {`Show all ${items.length} ${what}`}
        </button>
      )}
    </>
  );
}
