/** The worker that reads and writes .xlsx files, and makes workbooks of .csv files. */

import { isTextFile } from '../../hosts/file/fromText';
import type { Answer, Request } from '../../hosts/web/xlsx/messages';
import { readDocument } from '../../hosts/web/xlsx/read';
import { readTextDocument } from '../../hosts/web/xlsx/readText';
import { saveDocument } from '../../hosts/web/xlsx/save';

addEventListener('message', async ({ data: request }: MessageEvent<Request>) => {
  const { id } = request;
  try {
    const answer: Answer =
      'read' in request
        ? { id, document: await read(request.read, request.name, request.locale) }
        : { id, saved: await saveDocument(request.write, request.kind) };
    postMessage(answer);
  } catch (error) {
    postMessage({ id, error: (error as Error).message } satisfies Answer);
  }
});

async function read(bytes: Uint8Array, name: string, locale: string) {
  return isTextFile(name) ? readTextDocument(bytes, name, locale) : readDocument(bytes, name);
}
