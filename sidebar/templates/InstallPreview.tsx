import type { JSX } from 'preact';
import { counted } from '../words/count';
import type { SheetChange } from './changesBySheet';

/** The sheets and cells that would be made, before they are. */
export function InstallPreview({ changes }: { changes: SheetChange[] }): JSX.Element {
  return (
    <div class="preview" role="status">
      <h4>This would be written, and nothing else</h4>
      <ul class="listed">
        {changes.map(change => (
          <li key={change.sheet}>
            <strong>{change.sheet}</strong>
            {change.added ? ', a new sheet: ' : ', added to: '}
            {inWords(change)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "A1:K14, 120 cells, 48 of them formulas" */
function inWords({ ranges, cells, formulas, inserted }: SheetChange): string {
  const written = cells === 0 ? [] : [ranges.join(', '), counted(cells, 'cell')];
  const calculated = formulas === 0 ? [] : [`${formulas} of them formulas`];
  const room = inserted === 0 ? [] : [`${counted(inserted, 'row')} inserted`];
  return [...written, ...calculated, ...room].join(', ') || 'as it is';
}
