/** The worker that looks through a workbook for series. */
import { discover } from '../../discover';
import { type FinderAnswer, type FinderRequest, joined } from '../../hosts/web/finder';
import type { Block } from '../../workbook/snapshot';

let parts: Block[] = [];

addEventListener('message', ({ data: request }: MessageEvent<FinderRequest>) => {
  if ('block' in request) {
    parts.push(request.block);
    return;
  }
  const { id, about, options } = request;
  const sheets = joined(parts);
  parts = [];
  try {
    postMessage({ id, discovery: discover({ ...about, sheets }, options) } satisfies FinderAnswer);
  } catch (error) {
    postMessage({ id, error: (error as Error).message } satisfies FinderAnswer);
  }
});
