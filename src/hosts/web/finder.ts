import type { DiscoverOptions, Discovery } from '../../discover';
import type { Block, Snapshot } from '../../workbook/snapshot';

/** What the finder's worker is sent: a workbook sheet by sheet, then what is asked about it. */
export type FinderRequest =
  | { block: Block }
  | { id: number; about: Omit<Snapshot, 'sheets'>; options: DiscoverOptions };
/** What it answers. */
export type FinderAnswer = { id: number; discovery: Discovery } | { id: number; error: string };

/** Cells that are sent at a time: to copy more would hold up the grid. */
const AT_A_TIME = 20_000;

/**
 * Looks for series in a worker, so that the grid stays usable while a large workbook is looked through.
 *
 * @param start  starts the worker that runs `entries/web/finder.ts`, when it is first needed
 */
export function startFinder(start: () => Worker): (snapshot: Snapshot, options: DiscoverOptions) => Promise<Discovery> {
  let worker: Worker | null = null;
  let last = 0;
  let underWay: Promise<unknown> = Promise.resolve();

  async function look({ sheets, ...about }: Snapshot, options: DiscoverOptions): Promise<Discovery> {
    worker ??= start();
    const id = ++last;
    const answer = answerOf(worker, id);
    for (const block of sheets.flatMap(inParts)) {
      worker.postMessage({ block } satisfies FinderRequest);
      await breath();
    }
    worker.postMessage({ id, about, options } satisfies FinderRequest);
    try {
      return await answer;
    } catch (error) {
      worker.terminate();
      worker = null;
      throw error;
    }
  }

  // One after the other: what a worker has been sent of a workbook belongs to one question.
  return (snapshot, options) => {
    const next = underWay.then(() => look(snapshot, options));
    underWay = next.catch(() => undefined);
    return next;
  };
}

function answerOf(worker: Worker, id: number): Promise<Discovery> {
  return new Promise((resolve, reject) => {
    const done = () => {
      worker.removeEventListener('message', onMessage);
      worker.removeEventListener('error', onError);
    };
    const onMessage = ({ data }: MessageEvent<FinderAnswer>) => {
      if (data.id !== id) return;
      done();
      if ('error' in data) reject(new Error(data.error));
      else resolve(data.discovery);
    };
    const onError = (event: ErrorEvent) => {
      done();
      reject(new Error(event.message || 'Looking through the workbook stopped. Try again.'));
    };
    worker.addEventListener('message', onMessage);
    worker.addEventListener('error', onError);
  });
}

/** A block in parts of a bounded number of cells, each with its place. */
function inParts(block: Block): Block[] {
  const { values, formats, formulas, row = 0 } = block;
  const rows = Math.max(1, Math.floor(AT_A_TIME / Math.max(1, values[0]?.length ?? 1)));
  if (values.length <= rows) return [block];
  return Array.from({ length: Math.ceil(values.length / rows) }, (_, index) => {
    const [from, to] = [index * rows, (index + 1) * rows];
    return {
      ...block,
      row: row + from,
      values: values.slice(from, to),
      ...(formats && { formats: formats.slice(from, to) }),
      ...(formulas && { formulas: formulas.slice(from, to) }),
    };
  });
}

/** Lets the page do what waits: a key, a scroll. */
function breath(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Puts the parts of blocks together again, as `discover` reads blocks that are whole fastest.
 *
 * @param parts  in the order in which they were sent
 */
export function joined(parts: Block[]): Block[] {
  const blocks: Block[] = [];
  for (const part of parts) {
    const before = blocks[blocks.length - 1];
    const follows =
      before !== undefined &&
      before.name === part.name &&
      (before.column ?? 0) === (part.column ?? 0) &&
      before.values.length > 0 &&
      (before.row ?? 0) + before.values.length === (part.row ?? 0);
    if (!follows) {
      blocks.push({ ...part });
      continue;
    }
    before.values = before.values.concat(part.values);
    if (before.formats) before.formats = before.formats.concat(part.formats ?? []);
    if (before.formulas) before.formulas = before.formulas.concat(part.formulas ?? []);
  }
  return blocks;
}
