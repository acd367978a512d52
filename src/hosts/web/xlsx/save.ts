import type { WorkbookDocument } from '../document';
import { graft } from './graft/graft';
import { writeDocument } from './write';

/** What of a workbook is saved: all that can be, or of an opened file only cells, all else of it as it was. */
export type SaveKind = 'all' | 'cells';

/** A workbook as a file. */
export interface SavedFile {
  bytes: Uint8Array;
  /** What of the opened file could not follow the changes, each in a sentence: to be said before the file is handed over. */
  leftBehind: string[];
  /** Why the opened file could not be changed at all: the bytes are a copy of the grid alone. */
  refused?: string;
}

/**
 * Saves a workbook: into the file that was opened, or where it was begun here as a new one.
 *
 * @param document  as the page keeps it
 * @param kind      what of it
 */
export async function saveDocument(
  document: Pick<WorkbookDocument, 'data' | 'spilled' | 'opened'>,
  kind: SaveKind = 'all',
): Promise<SavedFile> {
  if (!document.opened) return { bytes: await writeDocument(document), leftBehind: [] };
  try {
    return await graft(document.opened.bytes, document, kind === 'cells');
  } catch (error) {
    return { bytes: await writeDocument(document), leftBehind: [], refused: (error as Error).message };
  }
}
