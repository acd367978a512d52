import type { ComponentChildren, JSX } from 'preact';
import { Field } from '../../parts/Field';
import type { AskedOfCells, FieldsOfDraft } from './fields';
import { MoreFields } from './MoreFields';
import type { Names } from './names';
import { TargetFields } from './TargetFields';

const COMMON_FUNCTIONS = ['Marketing', 'Sales', 'Operations', 'Customer Service', 'Finance', 'People'];

/** The fields of a KPI, wherever one is entered or changed: tracked from a selection, found in the workbook, or edited. */
export function KpiFields({
  draft,
  set,
  settleTarget,
  wrong,
  locale,
  format,
  names,
  cells,
  children,
}: FieldsOfDraft & {
  /** Called when the typing of a target is over. */
  settleTarget?: (target: string) => void;
  locale: string;
  /** Number format of the KPI's figures. */
  format: string;
  names: Names;
  /** Null where the cells are settled. */
  cells: AskedOfCells | null;
  /** What the form has of its own, above what is seldom needed. */
  children?: ComponentChildren;
}): JSX.Element {
  return (
    <>
      <Field label="Name" value={draft.kpi} change={kpi => set({ kpi })} wrong={wrong.kpi} />
      <Field
        label="Business function"
        value={draft.function}
        change={name => set({ function: name })}
        choices={[...new Set([...names.functions, ...COMMON_FUNCTIONS])]}
        hint="Choose one or type a new one."
      />
      <Field
        label="Goal it serves"
        value={draft.goal}
        change={goal => set({ goal })}
        choices={names.goals}
        hint="A goal of your strategy, or a new one."
      />
      <TargetFields draft={draft} set={set} settle={settleTarget} wrong={wrong} locale={locale} format={format} />
      <div class="side-by-side top">
        <Field label="Unit" value={draft.unit} change={unit => set({ unit })} hint="€, days, tickets …" />
        <Field label="Owner" value={draft.owner} change={owner => set({ owner })} hint="Who is responsible." />
      </div>
      {children}
      <MoreFields draft={draft} set={set} wrong={wrong} names={names} cells={cells} />
    </>
  );
}
