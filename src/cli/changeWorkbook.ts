import { FileError } from '../hosts/file/errors';
import { newWorkbook } from '../hosts/file/newWorkbook';
import { readSnapshot } from '../hosts/file/read';
import { applyToFile } from '../hosts/file/write';
import type { Edit } from '../workbook/edit';
import type { Place } from '../workbook/register';
import type { Snapshot } from '../workbook/snapshot';
import type { Args } from './command';
import { editsText } from './editsText';
import { about } from './explain';
import { readBytes, targetOf, writeBytes } from './files';
import type { Io } from './io';
import { wrapped } from './text';
import { readingOf } from './workbookOptions';

/** What a command wants to change in a workbook, and what it says about it. */
export interface Plan {
  /** None: nothing is written. */
  edits: Edit[];
  /** A paragraph each; the first begins with the name of the file it speaks of. */
  said(path: string): string[];
}

/**
 * Reads a file, plans a change and writes the result where the options say, or only shows the plan.
 *
 * @param file  the workbook; null for a new one
 * @param plan  plans from the workbook, of which it reads what it needs; nothing is written if it throws
 * @returns     the exit code
 */
export async function changeWorkbook(
  file: string | null,
  args: Args,
  io: Io,
  plan: (read: (further?: Place[]) => Promise<Snapshot>) => Promise<Plan>,
): Promise<number> {
  const reading = readingOf(args, io);
  const dry = args.flag('dry-run');
  const target = dry ? null : await targetOf(file, args.text('out'), args.flag('in-place'));
  const name = file ?? 'The new workbook';
  const { edits, said, changed } = await about(name, async () => {
    const bytes = file === null ? newWorkbook() : await readBytes(file);
    const planned = await plan(async further => calculated(await readSnapshot(bytes, { ...reading, further })));
    // Applied in a dry run as well, so that what would be refused is said.
    return { ...planned, changed: planned.edits.length > 0 ? await applyToFile(bytes, planned.edits) : null };
  });
  if (!target) {
    io.out(args.flag('json') ? JSON.stringify(edits, null, 2) : editsText(edits, io));
    return 0;
  }
  if (changed) await writeBytes(target, changed);
  for (const text of said(changed ? target.path : name)) io.out(wrapped(text, io.width, '  ', ''));
  return 0;
}

/** A workbook whose figures are all known: one that was never calculated would have its figures taken for blanks. */
function calculated(snapshot: Snapshot): Snapshot {
  const [problem] = snapshot.problems ?? [];
  if (problem) throw new FileError('not calculated', problem.message);
  return snapshot;
}
