import type { DiscoverOptions, Discovery, FindingsPlan } from '../../discover';
import type { Edit } from '../../workbook/edit';
import type { Block, Snapshot } from '../../workbook/snapshot';
import type { TrackRequest } from '../../workbook/track/trackRequest';
import type { Finder } from '../bridge';
import { breath } from './breath';

/** What is asked about a workbook: which series it has, or what tracking some of them comes to. */
export type FinderQuestion = { options: DiscoverOptions } | { requests: readonly TrackRequest[]; before: Edit[] };
/** What the finder's worker is sent: a workbook sheet by sheet, then what is asked about it. */
export type FinderRequest =
  | { block: Block }
  | { id: number; about: Omit<Snapshot, 'sheets'>; question: FinderQuestion };
/** What it answers: of a plan first its edits, in parts. */
export type FinderAnswer = { id: number } & (
  | { discovery: Discovery }
  | { edits: Edit[] }
  | { plan: Omit<FindingsPlan, 'edits'> }
  | { error: string }
);

/** Cells that are sent at a time: to copy more would hold up the grid. */
const AT_A_TIME = 20_000;
/** Cells of edits that are sent at a time: each may hold a formula, which is larger. */
const EDITED_AT_A_TIME = 2_000;

/**
 * Looks for series, and plans to track them, in a worker: the grid stays usable while a large workbook is looked through.
 *
 * @param start  starts the worker that runs `entries/web/finder.ts`, when it is first needed
 */
export function startFinder(start: () => Worker): Finder {
  let worker: Worker | null = null;
  let last = 0;
  let underWay: Promise<unknown> = Promise.resolve();

  async function ask<T>({ sheets, ...about }: Snapshot, question: FinderQuestion): Promise<T> {
    worker ??= start();
    const id = ++last;
    const answer = answerOf(worker, id);
    for (const block of sheets.flatMap(inParts)) {
      worker.postMessage({ block } satisfies FinderRequest);
      await breath();
    }
    worker.postMessage({ id, about, question } satisfies FinderRequest);
    try {
      return (await answer) as T;
    } catch (error) {
      worker.terminate();
      worker = null;
      throw error;
    }
  }

  // One after the other: what a worker has been sent of a workbook belongs to one question.
  function inTurn<T>(snapshot: Snapshot, question: FinderQuestion): Promise<T> {
    const next = underWay.then(() => ask<T>(snapshot, question));
    underWay = next.catch(() => undefined);
    return next;
  }
  return {
    discover: (snapshot, options) => inTurn<Discovery>(snapshot, { options }),
    plan: (snapshot, requests, before) => inTurn<FindingsPlan>(snapshot, { requests, before }),
  };
}

function answerOf(worker: Worker, id: number): Promise<Discovery | FindingsPlan> {
  return new Promise((resolve, reject) => {
    const edits: Edit[] = [];
    const done = () => {
      worker.removeEventListener('message', onMessage);
      worker.removeEventListener('error', onError);
    };
    const onMessage = ({ data }: MessageEvent<FinderAnswer>) => {
      if (data.id !== id) return;
      if ('edits' in data) {
        edits.push(...data.edits);
        return;
      }
      done();
      if ('error' in data) reject(new Error(data.error));
      else resolve('discovery' in data ? data.discovery : { ...data.plan, edits });
    };
    const onError = (event: ErrorEvent) => {
      done();
      reject(new Error(event.message || 'Looking through the workbook stopped. Try again.'));
    };
    worker.addEventListener('message', onMessage);
    worker.addEventListener('error', onError);
  });
}

/** Edits in parts of a bounded number of cells: to take in more at once would hold up the grid. A large write is several. */
export function editsInParts(edits: Edit[]): Edit[][] {
  const parts: Edit[][] = [[]];
  let room = EDITED_AT_A_TIME;
  for (const edit of edits.flatMap(writesInParts)) {
    const cells = edit.kind === 'write' ? edit.cells.length * (edit.cells[0]?.length ?? 0) : 1;
    if (cells > room && parts[parts.length - 1]!.length > 0) {
      parts.push([]);
      room = EDITED_AT_A_TIME;
    }
    parts[parts.length - 1]!.push(edit);
    room -= cells;
  }
  return parts;
}

function writesInParts(edit: Edit): Edit[] {
  if (edit.kind !== 'write') return [edit];
  const { row, cells, expected } = edit;
  const rows = Math.max(1, Math.floor(EDITED_AT_A_TIME / Math.max(1, cells[0]?.length ?? 1)));
  return Array.from({ length: Math.max(1, Math.ceil(cells.length / rows)) }, (_, index) => {
    const [from, to] = [index * rows, (index + 1) * rows];
    return {
      ...edit,
      row: row + from,
      cells: cells.slice(from, to),
      ...(expected && { expected: expected.slice(from, to) }),
    };
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
