import type { Discovery } from '../../../discover';
import type { WorkbookDocument } from '../document';
import { rowsOf } from '../rowsInParts';
import type { Answer, ReadRequest, Request } from './messages';
import type { SavedFile, SaveKind } from './save';

/** A file that was opened. */
export interface ReadFile {
  document: WorkbookDocument;
  /** The series that its figures make, which are looked for while the page shows the file; null where they are to be looked for in the grid. */
  found: Promise<Discovery | null>;
}

/** Files are read and written in a worker, so that the page never stalls. */
export interface Files {
  /** Gets ready for a file that is about to come. */
  expect(): void;
  /** Opens an .xlsx or a .csv file; rejects with a message for people. */
  read(file: File, about: Pick<ReadRequest, 'locale' | 'today'>): Promise<ReadFile>;
  /** The workbook as a file. */
  write(document: Pick<WorkbookDocument, 'data' | 'spilled' | 'opened'>, kind: SaveKind): Promise<SavedFile>;
}

/** Takes the answers to one request, one after the other; says whether another one follows. */
type Listener = (answer: Answer) => boolean;

/** @param start  starts the worker that runs `entries/web/xlsx.ts`, when it is first needed */
export function startFiles(start: () => Worker): Files {
  const waiting = new Map<number, Listener>();
  let last = 0;
  let worker: Worker | undefined;
  const started = () => {
    worker ??= start();
    worker.onmessage = ({ data: answer }: MessageEvent<Answer>) => {
      if (waiting.get(answer.id)?.(answer) === false) waiting.delete(answer.id);
    };
    worker.onerror = ({ message }) => {
      const error = message || 'The file reader stopped. Load the page again.';
      for (const [id, take] of waiting) take({ id, error });
      waiting.clear();
    };
    return worker;
  };
  const ask = (listener: Listener) => {
    last += 1;
    waiting.set(last, listener);
    return last;
  };
  return {
    expect: () => void started(),
    async read(file, about) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return new Promise((resolve, reject) => {
        const id = ask(fileFrom(resolve, reject));
        started().postMessage({ id, read: bytes, name: file.name, ...about } satisfies Request, [bytes.buffer]);
      });
    },
    write: ({ data, spilled, opened }, kind) =>
      new Promise((resolve, reject) => {
        const id = ask(answer => {
          if ('saved' in answer) resolve(answer.saved);
          if ('error' in answer) reject(new Error(answer.error));
          return false;
        });
        started().postMessage({ id, write: { data, spilled, opened }, kind } satisfies Request);
      }),
  };
}

/** Puts a file together from what the worker says of it. */
function fileFrom(resolve: (file: ReadFile) => void, reject: (error: Error) => void): Listener {
  const parts: { sheet: string; rows: ReturnType<typeof rowsOf> }[] = [];
  let settle: (found: Discovery | null) => void = () => undefined;
  return answer => {
    if ('rows' in answer) parts.push({ sheet: answer.sheet, rows: rowsOf(answer.rows) });
    else if ('document' in answer) {
      const { sheets } = answer.document.data;
      for (const { sheet, rows } of parts) sheets[sheet]!.cellData = Object.assign(sheets[sheet]!.cellData ?? {}, rows);
      const found = new Promise<Discovery | null>(done => {
        settle = done;
      });
      resolve({ document: answer.document, found });
    } else {
      if ('error' in answer) reject(new Error(answer.error));
      settle('found' in answer ? answer.found : null);
      return false;
    }
    return true;
  };
}
