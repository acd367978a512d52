import type { WorkbookDocument } from '../document';
import { readDocument } from './read';
import { writeDocument } from './write';

/** What the page asks of this worker, one thing at a time. */
export type Request =
  | { id: number; read: Uint8Array; name: string }
  | { id: number; write: Pick<WorkbookDocument, 'data' | 'spilled'> };

export type Answer =
  | { id: number; document: WorkbookDocument }
  | { id: number; bytes: Uint8Array }
  | { id: number; error: string };

addEventListener('message', async ({ data: request }: MessageEvent<Request>) => {
  const { id } = request;
  try {
    const answer: Answer =
      'read' in request
        ? { id, document: await readDocument(request.read, request.name) }
        : { id, bytes: await writeDocument(request.write) };
    postMessage(answer);
  } catch (error) {
    postMessage({ id, error: (error as Error).message } satisfies Answer);
  }
});
