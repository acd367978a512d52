import type { JSX } from 'preact';
import type { Place } from '../../src/workbook/register';
import type { Session } from '../session';

/** A button that selects cells in the grid; says for what, to those who hear a list of buttons. */
export function ShowMe({ session, place, of }: { session: Session; place: Place; of: string }): JSX.Element {
  return (
    <button type="button" class="quiet" onClick={() => void session.show(place)} aria-label={`Show me: ${of}`}>
      Show me
    </button>
  );
}
