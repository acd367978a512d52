import type { Bridge } from '../bridge';

/** Whether the pane is in view: a function in a cell starts the page unseen, and closing the pane leaves it running. */
export interface Visibility {
  isVisible(): boolean;
  /** Calls back each time the pane comes into view, at once if it is in view. */
  onShown(listener: () => void): void;
}

/**
 * Follows whether the pane is in view. Excel tells of changes only, not what was at the start: an element that the browser
 * has to draw is in view, and so is a pane that Excel says is shown.
 *
 * @param element  of the pane
 */
export function followVisibility(element: Element): Visibility {
  let isVisible = false;
  const listeners: (() => void)[] = [];
  const turn = (to: boolean) => {
    if (to === isVisible) return;
    isVisible = to;
    if (to) for (const listener of listeners) listener();
  };
  new IntersectionObserver((_entries, observer) => {
    const { width, height } = element.getBoundingClientRect();
    if (width === 0 && height === 0) return;
    observer.disconnect();
    turn(true);
  }).observe(element);
  Office.addin
    .onVisibilityModeChanged(({ visibilityMode }) => turn(visibilityMode === 'Taskpane'))
    // What is drawn tells enough.
    .catch(() => undefined);
  return {
    isVisible: () => isVisible,
    onShown: listener => {
      listeners.push(listener);
      if (isVisible) listener();
    },
  };
}

/** A bridge that tells of changes only while the pane is in view; what has changed meanwhile it tells once it is shown. */
export function whileVisible(bridge: Bridge, { isVisible, onShown }: Visibility): Bridge {
  return {
    ...bridge,
    onChange: listener => {
      let ended = false;
      let hasChanged = false;
      onShown(() => {
        if (hasChanged && !ended) listener();
        hasChanged = false;
      });
      const end = bridge.onChange(() => {
        if (isVisible()) listener();
        else hasChanged = true;
      });
      return () => {
        ended = true;
        end();
      };
    },
  };
}
