import type { ComponentChildren, JSX } from 'preact';

/**
 * A titled part of a page, folded where it is not what one came for.
 *
 * @param props  title, how many things it holds, and whether it starts folded
 * @returns      nothing where there is nothing in it
 */
export function Part({
  title,
  count,
  folded = false,
  children,
}: {
  title: string;
  count?: number;
  folded?: boolean;
  children: ComponentChildren;
}): JSX.Element | null {
  if (count === 0) return null;
  const heading = (
    <h2>
      {title} {count !== undefined && <span class="count">{count}</span>}
    </h2>
  );
  if (!folded)
    return (
      <section class="part">
        {heading}
        {children}
      </section>
    );
  return (
    <details class="part">
      <summary>{heading}</summary>
      {children}
    </details>
  );
}
