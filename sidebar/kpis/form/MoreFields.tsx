import type { JSX } from 'preact';
import type { Cadence } from '../../../src/cells/period';
import { MEASURES } from '../../../src/workbook/sheets/measures';
import { Choice, Field } from '../../parts/Field';
import { CombineFields } from './CombineFields';
import { isAsked } from './draft';
import type { AskedOfCells, FieldsOfDraft } from './fields';
import type { Names } from './names';

const CADENCES: Cadence[] = ['day', 'week', 'month', 'quarter'];

/** What has a good default and is seldom needed. */
export function MoreFields({
  draft,
  set,
  wrong,
  names,
  cells,
}: FieldsOfDraft & { names: Names; cells: AskedOfCells | null }): JSX.Element {
  return (
    <details open={wrong.floor !== undefined || wrong.weight !== undefined || wrong.worth !== undefined}>
      <summary>More</summary>
      <div class="form">
        <Choice
          label="What it measures"
          value={draft.measure}
          change={measure => set({ measure })}
          options={MEASURES}
          blank="not said"
        />
        <Field
          label="Out of"
          value={draft.outOf}
          change={outOf => set({ outOf })}
          choices={names.kpis}
          hint="The KPI that it is a share of."
        />
        {cells && <CombineFields draft={draft} set={set} ledger={cells.ledger} isOpen={cells.isOpen} />}
        {cells?.first && (
          <Choice
            label="Review every"
            value={draft.cadence}
            change={cadence => set({ cadence })}
            options={CADENCES}
            blank="as the figures come"
          />
        )}
        <Field
          label="Weight within its function"
          value={draft.weight}
          change={weight => set({ weight })}
          hint="1 if left blank."
          wrong={wrong.weight}
          inputMode="decimal"
        />
        {isAsked(draft, 'floor') && (
          <Field
            label="Floor"
            value={draft.floor}
            change={floor => set({ floor })}
            hint="The figure that scores 0. Left blank: 0, or twice the target where lower is better."
            wrong={wrong.floor}
            inputMode="decimal"
          />
        )}
        <Field
          label="Worth of one unit"
          value={draft.worth}
          change={worth => set({ worth })}
          hint="In the workbook’s currency, so that a change can be shown in money."
          wrong={wrong.worth}
          inputMode="decimal"
        />
        <Field label="Note" value={draft.note} change={note => set({ note })} />
      </div>
    </details>
  );
}
