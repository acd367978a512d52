/** The worker that reads and writes .xlsx files, and makes workbooks of .csv files. */

import { isTextFile } from '../../hosts/file/fromText';
import { rowsInParts } from '../../hosts/web/rowsInParts';
import { findInDocument } from '../../hosts/web/xlsx/findInDocument';
import type { Answer, ReadRequest, Request } from '../../hosts/web/xlsx/messages';
import { readDocument } from '../../hosts/web/xlsx/read';
import { readTextDocument } from '../../hosts/web/xlsx/readText';
import { saveDocument } from '../../hosts/web/xlsx/save';

addEventListener('message', async ({ data: request }: MessageEvent<Request>) => {
  const { id } = request;
  const answer = (what: Answer) => postMessage(what);
  try {
    if ('write' in request) answer({ id, saved: await saveDocument(request.write, request.kind) });
    else {
      const document = await read(request);
      const sheets: typeof document.data.sheets = {};
      for (const [sheet, { cellData, ...rest }] of Object.entries(document.data.sheets)) {
        for (const rows of rowsInParts(cellData)) answer({ id, sheet, rows });
        sheets[sheet] = rest;
      }
      answer({ id, document: { ...document, data: { ...document.data, sheets } } });
      answer({ id, found: findInDocument(document, request) });
    }
  } catch (error) {
    answer({ id, error: (error as Error).message });
  }
});

async function read({ read: bytes, name, locale }: ReadRequest) {
  return isTextFile(name) ? readTextDocument(bytes, name, locale) : readDocument(bytes, name);
}
