import type { IWorkbookData } from '@univerjs/core';
import { type RowsPart, rowsInParts, rowsOf } from './rowsInParts';

/** The message by which Univer tells its engine of a workbook. */
interface Opening {
  method: 'createInstance';
  args: [{ snapshot: IWorkbookData }];
}

/** The same with the rows of its sheets as text, by the sheets' ids. */
interface Packed {
  opening: Opening;
  rows: Record<string, RowsPart[]>;
}

/** Has the engine told of workbooks as text: to copy the cells of a large one would hold up the page. */
export function packingOpenings(engine: Worker): Worker {
  const send = engine.postMessage.bind(engine);
  engine.postMessage = (message: unknown) => send(isOpening(message) ? packed(message) : message);
  return engine;
}

/** Takes such messages apart again, in the engine's worker, before Univer is given them. */
export function unpackOpenings(worker: EventTarget): void {
  worker.addEventListener('message', event => {
    const { data } = event as MessageEvent;
    if (!isPacked(data)) return;
    event.stopImmediatePropagation();
    worker.dispatchEvent(new MessageEvent('message', { data: unpacked(data) }));
  });
}

function isOpening(message: unknown): message is Opening {
  const { method, args } = (message ?? {}) as Partial<Opening>;
  return method === 'createInstance' && Array.isArray(args) && args[0]?.snapshot?.sheets !== undefined;
}

function isPacked(message: unknown): message is Packed {
  return typeof message === 'object' && message !== null && 'opening' in message;
}

function packed(opening: Opening): Packed {
  const [about] = opening.args;
  const { snapshot } = about;
  const rows: Packed['rows'] = {};
  const sheets: IWorkbookData['sheets'] = {};
  for (const [id, { cellData, ...sheet }] of Object.entries(snapshot.sheets)) {
    rows[id] = [...rowsInParts(cellData)];
    sheets[id] = sheet;
  }
  return { opening: { ...opening, args: [{ ...about, snapshot: { ...snapshot, sheets } }] }, rows };
}

function unpacked({ opening, rows }: Packed): Opening {
  const { sheets } = opening.args[0].snapshot;
  for (const [id, parts] of Object.entries(rows)) sheets[id]!.cellData = Object.assign({}, ...parts.map(rowsOf));
  return opening;
}
