import { render } from 'preact';
import type { Bridge } from '../src/hosts/bridge';
import type { Snapshot } from '../src/workbook/snapshot';
import { App, type Start } from './App';
import { openSession } from './session';
import './style/tokens.css';
import './style/base.css';
import './style/frame.css';
import './style/cards.css';
import './style/compass.css';
import './style/forms.css';
import './style/charts.css';
import './style/meeting.css';
import './style/tables.css';
import './style/zoomed.css';

/**
 * Puts the sidebar into a host's page.
 *
 * @param element  where it is drawn; whatever is in it goes
 * @param bridge   the host
 * @param start    what to open with; `track` opens the form for the selected cells. Default: the review
 * @param first    the workbook as it is known before the host has it in its grid
 * @returns        a function that takes the sidebar away and stops listening to the host
 */
export function mountSidebar(
  element: HTMLElement,
  bridge: Bridge,
  start: Start = 'review',
  first?: Snapshot,
): () => void {
  const session = openSession(bridge, first);
  element.replaceChildren();
  element.classList.add('compass');
  render(<App session={session} start={start} />, element);
  void session.refresh();
  return () => {
    session.end();
    render(null, element);
    element.classList.remove('compass');
  };
}
