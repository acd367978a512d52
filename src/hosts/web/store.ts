import type { IWorksheetData } from '@univerjs/core';
import type { Spilled, WorkbookDocument } from './document';
import { type RowsPart, rowsInParts, rowsOf } from './rowsInParts';

/** Where the browser keeps the open workbook, so that it is there after a reload. Nothing leaves the machine. */
export interface Store {
  /** The workbook as it was kept last; undefined where there is none. */
  load(): Promise<WorkbookDocument | undefined>;
  /**
   * Keeps the workbook.
   *
   * @param document  as it is now
   * @param changed   ids of the sheets that are not kept yet as they are now; `all` for another workbook
   * @throws          Error with a message for people where the browser has no room
   */
  keep(document: WorkbookDocument, changed: ReadonlySet<string> | 'all'): Promise<void>;
}

/** Everything but the sheets' contents and the opened file. */
type Head = Omit<WorkbookDocument, 'spilled' | 'opened'>;

/** Sheets are kept apart: an edit on a small sheet does not copy the ledger beside it. */
interface KeptSheet {
  sheet: Partial<IWorksheetData>;
  /** Its rows; an earlier version kept them in the sheet. */
  rows?: RowsPart[];
  spilled: Spilled | undefined;
}

const STORE = 'workbook';
const HEAD = 'head';
/** The opened file does not change: it is kept once. */
const OPENED = 'opened file';

/**
 * Opens the browser's own database.
 *
 * @throws  Error with a message for people where the browser does not allow one
 */
export async function openStore(): Promise<Store> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('strategic-compass', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () =>
      reject(new Error('This browser keeps nothing here. Save as .xlsx before you close the page.'));
  });
  /** Sheets that are kept; one that is not is kept with the next change, whatever was said to have changed. */
  const there = new Set<string>();
  return {
    async load() {
      const store = database.transaction(STORE).objectStore(STORE);
      const head = await result<Head | undefined>(store.get(HEAD));
      if (!head) return undefined;
      const opened = await result<WorkbookDocument['opened']>(store.get(OPENED));
      const document: WorkbookDocument = {
        ...head,
        // Kept by an earlier version, without the file.
        notShown: head.notShown ?? (head as { notCarried?: string[] }).notCarried ?? [],
        data: { ...head.data, sheets: {} },
        spilled: {},
        ...(opened && { opened }),
      };
      there.clear();
      for (const id of head.data.sheetOrder) {
        const kept = await result<KeptSheet | undefined>(store.get(id));
        if (!kept) continue;
        there.add(id);
        document.data.sheets[id] = kept.sheet;
        if (kept.rows) kept.sheet.cellData = Object.assign({}, ...kept.rows.map(rowsOf));
        if (kept.spilled) document.spilled[id] = kept.spilled;
      }
      return document;
    },
    async keep({ spilled, opened, ...rest }, changed) {
      const { data } = rest;
      const transaction = database.transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      const head: Head = { ...rest, data: { ...data, sheets: {} } };
      if (changed === 'all') {
        store.clear();
        there.clear();
        if (opened) store.put(opened, OPENED);
      }
      store.put(head, HEAD);
      for (const id of data.sheetOrder) {
        if (changed !== 'all' && !changed.has(id) && there.has(id)) continue;
        there.add(id);
        const { cellData, ...sheet } = data.sheets[id]!;
        const kept: KeptSheet = { sheet, rows: [...rowsInParts(cellData)], spilled: spilled[id] };
        store.put(kept, id);
      }
      await done(transaction);
    },
  };
}

function result<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    const fail = () => reject(new Error(`${reason(transaction.error)} Save it as .xlsx to be safe.`));
    transaction.onabort = fail;
    transaction.onerror = fail;
  });
}

function reason(error: DOMException | null): string {
  return error?.name === 'QuotaExceededError'
    ? 'The browser has no room left to keep this workbook.'
    : 'The browser could not keep this workbook.';
}
