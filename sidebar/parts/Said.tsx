import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Something that comes up while a person does something else, read aloud by a screen reader. A reader speaks of what changes in
 * a region that it knows, and not of a region that comes with its text: so the region is there first, and the text follows.
 */
export function Said({ class: name, children }: { class?: string; children: ComponentChildren }): JSX.Element {
  const [isKnown, setKnown] = useState(false);
  useEffect(() => setKnown(true), []);
  return (
    <div role="status" class={isKnown ? name : undefined}>
      {isKnown && children}
    </div>
  );
}
