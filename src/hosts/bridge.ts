import type { Dialect } from '../cells/formula';
import type { DiscoverOptions, Discovery, FindingsPlan } from '../discover';
import type { Edit } from '../workbook/edit';
import type { Outcome } from '../workbook/edits/outcome';
import type { Place } from '../workbook/register';
import type { Snapshot } from '../workbook/snapshot';
import type { TrackRequest } from '../workbook/track/trackRequest';

/**
 * What the sidebar needs of a host, and all it may know of one. A host reads the workbook once into a snapshot and applies
 * edits in one go; everything between is the core's.
 */
export interface Bridge {
  /** What somebody can begin with where the page itself is the workbook; absent where the host has opened one. */
  readonly beginning?: Beginning;
  readonly host: 'web' | 'google' | 'excel';
  readonly dialect: Dialect;
  /** The folder with a picture of what each template makes, `bakery.png` for one; absent where there is none. */
  readonly pictures?: string;
  /** What this very host cannot do, where it differs from what is declared for its kind (workbook/edits/degrade.ts). */
  readonly leftOut?: Partial<Record<Edit['kind'], string>>;
  /** Reads the Compass sheets, the edges of their sources (workbook/register/sources.ts says which) and any further ranges asked for. */
  snapshot(further?: Place[]): Promise<Snapshot>;
  /** Looks for series off the thread that the workbook needs; absent where a host has but one. */
  readonly finder?: Finder;
  /** What is selected now, in A1 form, or null. */
  selection(): Promise<Required<Place> | null>;
  /** Applies all edits, or none where it can; never rejects, but says how much was written and why not all. */
  apply(edits: Edit[]): Promise<Outcome>;
  /** Selects and shows cells in the grid. */
  select(place: Place): Promise<void>;
  /** Hands a person a small file, to keep or to open; absent where the host's pane cannot. */
  giveFile?(name: string, type: string, text: string): void;
  /** Shows the page of a KPI in a window of its own; absent where the pane itself can be made wide, and in such a window. */
  openWindow?(kpi: string): Promise<void>;
  /** Calls back after cells have changed and the host has calculated; returns what ends it. */
  onChange(listener: () => void): () => void;
  /** Calls back when the host starts or ends calculating, where it can tell. */
  onBusy?(listener: (busy: boolean) => void): () => void;
}

/** The finder, off the thread that the workbook needs: as `discover` and `planFindings`. */
export interface Finder {
  /** What was found in the workbook as it was opened; null where something has changed since, or nobody looked. */
  atOpening?(): Promise<Discovery | null>;
  discover(snapshot: Snapshot, options: DiscoverOptions): Promise<Discovery>;
  plan(snapshot: Snapshot, requests: readonly TrackRequest[], before: Edit[]): Promise<FindingsPlan>;
}

/** Ways to another workbook, in a page that is one itself. */
export interface Beginning {
  /** Whether the sample is open and nobody has changed it. */
  isSample(): boolean;
  /** Asks for a file and opens it. */
  open(): void;
  /** Opens a workbook made of a text: a table that was copied, a .csv file. */
  openText(text: string, name: string): Promise<void>;
  openSample(): void;
  /** Opens a workbook that consists of what some edits make: a template with its sample data. */
  openEdits(edits: Edit[], name: string): void;
}
