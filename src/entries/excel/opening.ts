/** What a ribbon button asks the pane to show. */
export type Opening = 'setup' | 'track' | 'templates' | 'functions';

/** The event by which the two scripts of the page tell each other, as they share no code. */
const NAME = 'compass-open';

/** What was asked for before the pane listened. */
const waiting = () => document.documentElement.dataset;

/** Asks the pane to show a page: at once, or as soon as it is there. */
export function askFor(page: Opening): void {
  waiting().opening = page;
  window.dispatchEvent(new Event(NAME));
}

/** What was asked for last and not shown yet; it is taken away. */
export function takeAsked(): Opening | undefined {
  const asked = waiting().opening as Opening | undefined;
  delete waiting().opening;
  return asked;
}

/** Calls back when a page is asked for. */
export function onAsked(listener: () => void): void {
  window.addEventListener(NAME, listener);
}
