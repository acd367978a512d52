import type { WorkbookDocument } from '../document';
import type { SavedFile, SaveKind } from './save';

/** What the page asks of the worker that reads and writes files, one thing at a time. */
export type Request =
  | { id: number; read: Uint8Array; name: string; locale: string }
  | { id: number; write: Pick<WorkbookDocument, 'data' | 'spilled' | 'opened'>; kind: SaveKind };

export type Answer =
  | { id: number; document: WorkbookDocument }
  | { id: number; saved: SavedFile }
  | { id: number; error: string };
