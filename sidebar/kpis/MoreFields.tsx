import type { JSX } from 'preact';
import type { Cadence } from '../../src/cells/period';
import { MEASURES } from '../../src/workbook/sheets/measures';
import { Choice, Field } from '../parts/Field';
import { CombineFields } from './CombineFields';
import { isAsked, type TrackDraft } from './draft';

const CADENCES: Cadence[] = ['day', 'week', 'month', 'quarter'];

/** What has a good default and is seldom needed. */
export function MoreFields({
  draft,
  set,
  wrong,
  first,
  ledger,
}: {
  draft: TrackDraft;
  set: (change: Partial<TrackDraft>) => void;
  wrong: Partial<Record<keyof TrackDraft, string>>;
  /** Whether this is the workbook's first KPI, whose steps become those of the review. */
  first: boolean;
  /** Whether the figures are added up from whole columns. */
  ledger: boolean;
}): JSX.Element {
  return (
    <details open={wrong.floor !== undefined || wrong.weight !== undefined}>
      <summary>More</summary>
      <div class="form">
        <Choice
          label="What it measures"
          value={draft.measure}
          change={measure => set({ measure })}
          options={MEASURES}
          blank="not said"
        />
        <Field label="Unit" value={draft.unit} change={unit => set({ unit })} hint="€, days, tickets …" />
        <CombineFields draft={draft} set={set} ledger={ledger} />
        {first && (
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
        <Field label="Owner" value={draft.owner} change={owner => set({ owner })} hint="Who is responsible." />
      </div>
    </details>
  );
}
