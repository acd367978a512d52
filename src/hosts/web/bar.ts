/** The bar above the grid: the workbook's name, what is going on, and a message when something went wrong. */
export interface Bar {
  button(id: 'open' | 'save' | 'new' | 'sample', press: () => void): void;
  name(text: string): void;
  /** Shows that a file is being opened or saved; nothing when it is done. */
  working(words?: string): void;
  calculating(now: boolean): void;
  /** Whether the workbook as it is now is kept in the browser; words where it could not be. */
  kept(state: 'yes' | 'not yet' | { trouble: string }): void;
  /** A message that stays until it is closed or another takes its place. */
  say(text: string, kind: 'note' | 'error'): void;
  quiet(): void;
}

/** @param page  the document with the bar in it */
export function startBar(page: Document): Bar {
  const element = <E extends HTMLElement = HTMLElement>(id: string) => page.getElementById(id) as E;
  const message = element('message');
  let working: string | undefined;
  let calculating = false;
  let kept: Parameters<Bar['kept']>[0] = 'yes';

  const render = () => {
    element('progress').hidden = working === undefined && !calculating;
    const state = working ?? (calculating ? 'Calculating…' : typeof kept === 'object' ? kept.trouble : '');
    element('state').textContent = state;
    // Apart from the state: what happens after every keystroke is not to be read out.
    element('kept').textContent = state ? '' : keptInWords(kept);
    page.body.dataset.state = working !== undefined ? 'working' : calculating ? 'calculating' : 'ready';
    page.body.dataset.kept = typeof kept === 'object' ? 'no' : kept;
  };
  const bar: Bar = {
    button: (id, press) => element(id).addEventListener('click', press),
    name(text) {
      element('name').textContent = text;
      page.title = `${text} · Strategic Compass`;
    },
    working(words) {
      working = words;
      render();
    },
    calculating(now) {
      calculating = now;
      render();
    },
    kept(state) {
      kept = state;
      render();
    },
    say(text, kind) {
      element('message-text').textContent = text;
      message.dataset.kind = kind;
      message.hidden = false;
    },
    quiet() {
      message.hidden = true;
    },
  };
  element('message-close').addEventListener('click', bar.quiet);
  return bar;
}

function keptInWords(kept: Parameters<Bar['kept']>[0]): string {
  return kept === 'yes' ? 'Kept in this browser' : 'Keeping…';
}
