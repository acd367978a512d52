import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { printRange } from '../../src/cells/address';
import { counted } from '../../src/cells/english';
import {
  type ConvertedCell,
  convertText,
  placesToConvert,
  type TextConversion,
} from '../../src/workbook/track/convertText';
import type { Session } from '../session';
import { figuresIn } from '../words/figure';

/** So many cells are shown before anything is written. */
const SHOWN = 5;

/** Converts the text in a KPI's own cells to the figures and dates that it says: after a look, and undone in one step. */
export function ConvertText({ kpi, session }: { kpi: string; session: Session }): JSX.Element {
  const [found, setFound] = useState<TextConversion | null>(null);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (found) heading.current?.focus();
  }, [found]);

  /** Reads the cells afresh: somebody may have typed meanwhile. */
  async function look(): Promise<TextConversion | null> {
    const known = session.snapshot.value;
    const snapshot = known && (await session.read(placesToConvert(known, kpi)));
    return snapshot && convertText(snapshot, kpi);
  }

  async function convert() {
    const fresh = await look();
    if (!fresh) return;
    const count = fresh.converted.length;
    const words = `${counted(count, 'cell')} converted for ${kpi}. Undo restores the text.`;
    if (await session.change(() => fresh.edits, words)) setFound(null);
  }

  if (!found) {
    return (
      <button
        type="button"
        aria-label={`Convert the text of ${kpi}`}
        onClick={() => void look().then(conversion => setFound(conversion))}
      >
        Convert…
      </button>
    );
  }
  const { converted, left, notes } = found;
  return (
    <div class="preview convert">
      <p ref={heading} tabIndex={-1}>
        {converted.length === 0
          ? 'None of this text is a figure or a date. Correct it in the sheet.'
          : `${counted(converted.length, 'cell')} will be overwritten:`}
      </p>
      {converted.length > 0 && (
        <table>
          <caption class="hidden-text">What the cells hold and what they will hold</caption>
          <tbody>
            {converted.slice(0, SHOWN).map(each => (
              <tr key={printRange(each.cell)}>
                <th scope="row">{printRange({ ...each.cell, sheet: undefined })}</th>
                <td>“{each.text.trim()}”</td>
                <td class="number">{willShow(each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {converted.length > SHOWN && <p>and {counted(converted.length - SHOWN, 'more cell')}.</p>}
      {left.length > 0 && (
        <p>
          {counted(left.length, 'cell')} {left.length === 1 ? 'stays' : 'stay'} as{' '}
          {left.length === 1 ? 'it is' : 'they are'}:{' '}
          {left
            .slice(0, SHOWN)
            .map(each => `${printRange({ ...each.cell, sheet: undefined })} “${each.text.trim()}”`)
            .join(', ')}
          {left.length > SHOWN ? ' …' : '.'}
        </p>
      )}
      {notes.map(note => (
        <p key={note}>{note}</p>
      ))}
      <div class="actions">
        {converted.length > 0 && (
          <button type="button" class="primary" disabled={session.writing.value} onClick={() => void convert()}>
            Convert {counted(converted.length, 'cell')}
          </button>
        )}
        <button type="button" onClick={() => setFound(null)}>
          Cancel
        </button>
      </div>
    </div>
  );
}

function willShow({ value, format }: ConvertedCell): string {
  return figuresIn(format)(value);
}
