import type { JSX } from 'preact';
import { COMBINE, GAPS } from '../../../src/workbook/sheets/measures';
import { Choice } from '../../parts/Field';
import type { Choices } from '../selectedCells';

/** How several figures of a period become one. */
export function CombineFields({
  draft,
  set,
  ledger,
  isOpen = true,
}: {
  draft: Choices;
  set: (change: Partial<Choices>) => void;
  /** Whether the figures are added up from whole columns. */
  ledger: boolean;
  /** Whether it may be left to the product. */
  isOpen?: boolean;
}): JSX.Element {
  return (
    <>
      <Choice
        label="If figures come more often than reviews"
        value={draft.combine}
        change={combine => set({ combine })}
        options={COMBINE}
        {...(isOpen && { blank: 'add up; mean of percentages' })}
      />
      {ledger && (
        <Choice
          label="A period without any line"
          value={draft.gaps}
          change={gaps => set({ gaps })}
          options={GAPS}
          {...(isOpen && { blank: 'zero: nothing came in' })}
        />
      )}
    </>
  );
}
