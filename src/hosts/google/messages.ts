import type { Outcome } from '../../workbook/edits/outcome';
import type { Place } from '../../workbook/register';
import type { Snapshot } from '../../workbook/snapshot';
import type { PackedEdit } from './wire';

/** What the sidebar asks of the script, as JSON in one string: `google.script.run` refuses a `Date`, also a nested one. */
export type Request =
  | { ask: 'snapshot'; further: Place[] }
  | { ask: 'apply'; edits: PackedEdit[] }
  | { ask: 'selection' }
  | { ask: 'select'; place: Place }
  | { ask: 'window'; kpi: string };

/** What comes back, as JSON in one string; a refusal is a message for people. */
export type Answer<Result> = { result: Result } | { refused: string };

/** The results of the questions, by their names. */
export interface Results {
  snapshot: Snapshot;
  apply: Outcome;
  selection: Required<Place> | null;
  select: null;
  window: null;
}
