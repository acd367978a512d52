import type { Discovery } from '../../../discover';
import type { WorkbookDocument } from '../document';
import type { RowsPart } from '../rowsInParts';
import type { SavedFile, SaveKind } from './save';

/** A file to be opened, and what a look through it needs to know. */
export interface ReadRequest {
  read: Uint8Array;
  name: string;
  /** BCP 47 tag, for texts in which nothing says how dates and figures are written. */
  locale: string;
  /** As a serial. */
  today: number;
}

/** What the page asks of the worker that reads and writes files, one thing at a time. */
export type Request =
  | ({ id: number } & ReadRequest)
  | { id: number; write: Pick<WorkbookDocument, 'data' | 'spilled' | 'opened'>; kind: SaveKind };

/** What it answers: of a file first its rows, then all else, then which series were found in it. */
export type Answer = { id: number } & (
  | { sheet: string; rows: RowsPart }
  | { document: WorkbookDocument }
  | { found: Discovery | null }
  | { saved: SavedFile }
  | { error: string }
);
