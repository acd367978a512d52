import type { JSX } from 'preact';
import { counted } from '../../src/cells/english';
import type { TrackPreview as Preview } from '../../src/workbook/track/trackedFigures';
import { Said } from '../parts/Said';
import { figuresIn } from '../words/figure';

/** What would be read from the chosen cells: how many figures, the first ones, the newest. */
export function TrackPreview({ preview }: { preview: Preview }): JSX.Element {
  const figure = figuresIn(preview.format);
  const { first, newest } = preview;
  const later = newest.label !== first[first.length - 1]?.label;
  return (
    <Said class="preview">
      <p>
        <strong>{counted(preview.count, preview.cadence)}</strong> with a figure
      </p>
      <table>
        <caption class="hidden-text">The first figures and the newest</caption>
        <tbody>
          {first.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="number">{figure(value)}</td>
            </tr>
          ))}
          {later && (
            <tr>
              <th scope="row">newest: {newest.label}</th>
              <td class="number">{figure(newest.value)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {preview.notes.length > 0 && (
        <ul class="listed">
          {preview.notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Said>
  );
}
