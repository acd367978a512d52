/** The worker that looks through a workbook for series, and plans to track them. */
import { discover, planFindings } from '../../discover';
import { joined } from '../../hosts/joined';
import { editsInParts, type FinderAnswer, type FinderRequest } from '../../hosts/web/finder';
import type { Block } from '../../workbook/snapshot';

let parts: Block[] = [];
const answer = (what: FinderAnswer) => postMessage(what);

addEventListener('message', ({ data: request }: MessageEvent<FinderRequest>) => {
  if ('block' in request) {
    parts.push(request.block);
    return;
  }
  const { id, about, question } = request;
  const snapshot = { ...about, sheets: joined(parts) };
  parts = [];
  try {
    if ('options' in question) answer({ id, discovery: discover(snapshot, question.options) });
    else {
      const { edits, ...plan } = planFindings(snapshot, question.requests, question.before);
      for (const some of editsInParts(edits)) answer({ id, edits: some });
      answer({ id, plan });
    }
  } catch (error) {
    answer({ id, error: (error as Error).message });
  }
});
