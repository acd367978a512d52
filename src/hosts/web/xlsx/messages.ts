import type { WorkbookDocument } from '../document';

/** What the page asks of the worker that reads and writes files, one thing at a time. */
export type Request =
  | { id: number; read: Uint8Array; name: string; locale: string }
  | { id: number; write: Pick<WorkbookDocument, 'data' | 'spilled'> };

export type Answer =
  | { id: number; document: WorkbookDocument }
  | { id: number; bytes: Uint8Array }
  | { id: number; error: string };
