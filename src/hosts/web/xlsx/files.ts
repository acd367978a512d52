import type { WorkbookDocument } from '../document';
import type { Answer, Request } from './messages';
import type { SavedFile, SaveKind } from './save';

/** Files are read and written in a worker, so that the page never stalls. */
export interface Files {
  /**
   * Opens an .xlsx or a .csv file; rejects with a message for people.
   *
   * @param locale  BCP 47 tag, for texts in which nothing says how dates and figures are written
   */
  read(file: File, locale: string): Promise<WorkbookDocument>;
  /** The workbook as a file. */
  write(document: Pick<WorkbookDocument, 'data' | 'spilled' | 'opened'>, kind: SaveKind): Promise<SavedFile>;
}

/** Without the blanks, `Omit` on each kind of request. */
type Unnumbered<R> = R extends Request ? Omit<R, 'id'> : never;

type Waiting = Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>;

/** @param start  starts the worker that runs `entries/web/xlsx.ts`, when it is first needed */
export function startFiles(start: () => Worker): Files {
  const waiting = new Map() as Waiting;
  let last = 0;
  let worker: Worker | undefined;
  const started = () => {
    const made = start();
    listen(made, waiting);
    return made;
  };
  const ask = (request: Unnumbered<Request>, transfer: Transferable[] = []) =>
    new Promise<Answer>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker ??= started();
      worker.postMessage({ ...request, id: last }, transfer);
    });
  return {
    read: async (file, locale) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const answer = await ask({ read: bytes, name: file.name, locale }, [bytes.buffer]);
      return (answer as Extract<Answer, { document: unknown }>).document;
    },
    write: async ({ data, spilled, opened }, kind) => {
      const answer = await ask({ write: { data, spilled, opened }, kind });
      return (answer as Extract<Answer, { saved: unknown }>).saved;
    },
  };
}

/** Hands each answer of the worker to whoever waits for it. */
function listen(worker: Worker, waiting: Waiting): void {
  worker.addEventListener('message', ({ data: answer }: MessageEvent<Answer>) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer);
  });
  worker.addEventListener('error', event => {
    const error = new Error(event.message || 'The file reader stopped. Load the page again.');
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
}
