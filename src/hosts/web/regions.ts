/** A part of the page that the keyboard can go to. */
export interface Region {
  holds(element: Element | null): boolean;
  /** Takes the keyboard; false where there is nothing to take it. */
  focus(): boolean;
}

/**
 * F6 goes from one part of the page to the next, Shift+F6 back, as in desktop spreadsheets: inside the grid the Tab key
 * belongs to the cells.
 *
 * @param page     the document
 * @param regions  in order
 */
export function walkRegions(page: Document, regions: Region[]): void {
  page.addEventListener(
    'keydown',
    event => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      const here = Math.max(
        0,
        regions.findIndex(region => region.holds(page.activeElement)),
      );
      const next = [...regions.slice(here + 1), ...regions.slice(0, here)];
      if (event.shiftKey) next.reverse();
      next.some(region => region.focus());
    },
    true,
  );
}

/** A region that is one element of the page; its first control takes the focus. */
export function regionOf(element: HTMLElement): Region {
  const control = 'button:not([disabled]), a[href], input:not([hidden]), select, textarea, [tabindex="0"]';
  return {
    holds: focused => element.contains(focused),
    focus() {
      const first = element.querySelector<HTMLElement>(control);
      first?.focus();
      return first !== null;
    },
  };
}
