/** The worker that reads and writes .xlsx files. */
import type { Answer, Request } from '../../hosts/web/xlsx/messages';
import { readDocument } from '../../hosts/web/xlsx/read';
import { writeDocument } from '../../hosts/web/xlsx/write';

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
