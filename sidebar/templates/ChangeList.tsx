import type { JSX } from 'preact';
import { counted } from '../../src/cells/english';
import type { Bridge } from '../../src/hosts/bridge';
import type { Edit } from '../../src/workbook/edit';
import { degrade } from '../../src/workbook/edits/degrade';
import { changesBySheet, type SheetSummary } from './changesBySheet';

/** What edits would do, sheet by sheet, and what the host leaves out. */
export function ChangeList({ edits, bridge }: { edits: Edit[]; bridge: Bridge }): JSX.Element {
  const { edits: applied, said } = degrade(edits, bridge.host, bridge.leftOut);
  return (
    <>
      <ul class="listed">
        {changesBySheet(applied).map(change => (
          <li key={change.sheet}>
            <strong>{change.sheet}</strong>
            {inWords(change)}
          </li>
        ))}
      </ul>
      {said.map(sentence => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
    </>
  );
}

/** ", a new sheet: A1:K14, 120 cells, 48 of them formulas, 2 charts" */
function inWords(change: SheetSummary): string {
  if (change.removed) return ' is removed';
  const { ranges, cells, formulas, values, rows, columns, beside } = change;
  const lines = [counted(Math.abs(rows), 'row'), counted(Math.abs(columns), 'column')];
  const parts = [
    ...(cells === 0 ? [] : [placesInWords(ranges), counted(cells, 'cell')]),
    ...(formulas === 0 ? [] : [`${formulas} of them formulas`]),
    ...(values === 0
      ? []
      : [`${counted(values, 'formula')} turned into ${values === 1 ? 'its value' : 'their values'}`]),
    ...(rows === 0 ? [] : [`${lines[0]} ${rows > 0 ? 'inserted' : 'removed'}`]),
    ...(columns === 0 ? [] : [`${lines[1]} removed`]),
    ...Object.entries(beside).map(([what, count]) => counted(count, what)),
  ];
  const lead = change.added ? ', a new sheet: ' : ': ';
  return lead + (parts.join(', ') || 'its look');
}

/** Few places one by one, of many the first. */
function placesInWords(ranges: string[]): string {
  return ranges.length <= 3
    ? ranges.join(', ')
    : `${ranges.slice(0, 2).join(', ')} and ${ranges.length - 2} places more`;
}
