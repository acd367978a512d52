import type { Better } from '../alignment';
import type { Cadence } from '../cells/period';
import type { DayOrder } from '../cells/readPeriod';
import type { DriftVerdict } from '../drift';
import type { Combine, Place } from '../workbook/register';
import type { Measure } from '../workbook/sheets/measures';

/** What of a finding may be a guess. */
export type GuessedField =
  | 'name'
  | 'periods'
  | 'cadence'
  | 'unit'
  | 'better'
  | 'function'
  | 'measure'
  | 'combine'
  | 'target';

/** A first look at the figures: what a review would say of them. */
export interface FirstLook {
  verdict: DriftVerdict['verdict'];
  /** The period since which it is so: `Nov 2016`; null where nothing changed. */
  since: string | null;
}

/** A figure stored as text, and the number that would be there instead. */
export interface Conversion {
  /** 0-based place. */
  sheet: string;
  row: number;
  column: number;
  before: string;
  after: number;
  /** The number format that shows it as it was. */
  format: string;
}

/** A cell among the figures of a series whose text is no figure. */
export interface UnreadCell {
  /** 0-based place. */
  sheet: string;
  row: number;
  column: number;
  text: string;
}

/** A series of figures with its periods, and what would be made of it. */
export interface Finding {
  /** What it is called on its sheet. */
  name: string;
  sheet: string;
  /** The heading it is under, which tells series of one name apart; empty where there is none. */
  group: string;
  /** Where the figures and their periods are; whole columns for a ledger. */
  values: Required<Place>;
  periods: Required<Place>;
  /** The sheets of a series that has a sheet a period; its values are the same cell of each. */
  sheets?: string[];
  /** The year of the first period, where only a title says it. */
  year?: number;
  /** The steps of the periods; of a ledger, by what it would be reviewed. */
  cadence: Cadence;
  /** How many periods have a figure, and the first and the newest of them, as people say it. */
  count: number;
  first: string;
  last: string;
  /** Serial of the last day of the newest. */
  until: number;
  /** The figures, oldest first, one a period; null where there is none. The newest sixty. */
  figures: (number | null)[];
  /** Null where it was not asked for, or there are very many. */
  look: FirstLook | null;
  unit: string;
  better: Better;
  /** A business function, empty where none is known. */
  function: string;
  measure: Measure;
  combine: Combine;
  target: number | null;
  /** Where targets of its periods are: a budget, a plan. */
  targets: Required<Place> | null;
  /** The periods of those targets. */
  targetPeriods?: Required<Place>;
  /** Number format of the figures. */
  format: string;
  /** What of all this is a guess. */
  guessed: GuessedField[];
  /** Where dates in digits can be read two ways and nothing settles which: the order that was taken, to be asked. */
  dayOrder?: DayOrder;
  /** Cells that say that there is no figure, left out. */
  nothing: number;
  /** Cells with a text that is no figure, left out too: somebody has to be asked. */
  unread: UnreadCell[];
  /** Figures stored as text and have to be made numbers before they can be tracked. */
  asText: Conversion[];
  /** The KPI that follows these cells already. */
  trackedAs: string | null;
}

/** What could not be read: where, what was seen there, and what would help. */
export interface Unreadable {
  place: Required<Place>;
  saw: string;
  help: string;
}

/** What was found in a workbook. */
export interface Discovery {
  findings: Finding[];
  unreadable: Unreadable[];
  /** Sheets that are too large to be looked through whole, with how much of each was. */
  sampled: { sheet: string; rows: number; columns: number }[];
}
