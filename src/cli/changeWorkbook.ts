import { sameSheet } from '../cells/address';
import { applyEdits } from '../hosts/file/applyEdits';
import { FileError } from '../hosts/file/package/errors';
import { readSnapshot } from '../hosts/file/read';
import { newWorkbook } from '../hosts/file/sheets/newWorkbook';
import { installedTemplates } from '../templates/installed/installed';
import type { Edit } from '../workbook/edit';
import type { Place, Problem } from '../workbook/register';
import { READ_WHOLE } from '../workbook/sheets/compassSheets';
import type { Snapshot } from '../workbook/snapshot';
import type { Args } from './command';
import { about } from './commands/explain';
import { editsText } from './editsText';
import { PathError, readWorkbookFile, targetOf, writeBytes } from './files';
import type { Io } from './io';
import { wrapped } from './text';
import { readingOptions } from './workbookOptions';

/** What a command wants to change in a workbook, and what it says about it. */
export interface Plan {
  /** None: nothing is written. */
  edits: Edit[];
  /** A paragraph each; the first begins with the name of the file it speaks of. */
  said(path: string): string[];
  /** What a person should know before: shown below the edits where nothing is written. */
  notes?: string[];
}

/**
 * Reads the workbook: the Compass sheets, `further` places whose figures are used, and those `around` in which only
 * formulas that speak of others are looked for.
 */
export type Reader = (further?: Place[], around?: Place[]) => Promise<Snapshot>;

const compassSheets = READ_WHOLE.map(({ name }) => name);

/**
 * Reads a file, plans a change and writes the result where the options say, or only shows the plan.
 *
 * @param file  the workbook; null for a new one
 * @param plan  plans from the workbook, of which it reads what it needs; nothing is written if it throws
 * @param about.calculatedOnly  whether a workbook is refused whose figures were never calculated
 * @returns     the exit code
 */
export async function changeWorkbook(
  file: string | null,
  args: Args,
  io: Io,
  plan: (read: Reader) => Promise<Plan>,
  { calculatedOnly = true } = {},
): Promise<number> {
  const reading = readingOptions(args, io);
  const dry = args.flag('dry-run');
  const target = dry ? null : await targetOf(file, args.text('out'), args.flag('in-place'));
  const name = file ?? 'The new workbook';
  const {
    edits,
    said,
    notes = [],
    changed,
  } = await about(name, async () => {
    const bytes = file === null ? newWorkbook() : await readWorkbookFile(file, reading.locale);
    const planned = await plan(async (further = [], around = []) => {
      const snapshot = await readSnapshot(bytes, { ...reading, further: [...further, ...around] });
      return calculatedOnly ? calculated(snapshot, around) : snapshot;
    });
    // Applied in a dry run as well, so that what would be refused is said.
    if (planned.edits.length === 0) return { ...planned, changed: null };
    const { bytes: changed, outcome } = await applyEdits(bytes, planned.edits);
    if (outcome.written !== 'all') throw new PathError(`${outcome.why} Nothing was written.`);
    return { ...planned, changed };
  });
  if (!target) {
    if (args.flag('json')) io.out(JSON.stringify(edits, null, 2));
    else io.out([edits.length > 0 ? editsText(edits, io) : said(name)[0]!, ...notes].join('\n'));
    return 0;
  }
  if (changed) await writeBytes(target, changed);
  for (const text of said(changed ? target.path : name)) io.out(wrapped(text, io.width, '  ', ''));
  return 0;
}

/**
 * A workbook whose figures are all known: one that was never calculated would have its figures taken for blanks. What an
 * owner's own formulas come to does not matter where they are only looked through.
 */
function calculated(snapshot: Snapshot, around: Place[]): Snapshot {
  const ours = [
    ...compassSheets,
    ...installedTemplates(snapshot).flatMap(({ sheets }) => sheets.map(({ name }) => name)),
  ];
  const isLookedThrough = ({ place }: Problem) =>
    around.some(({ sheet }) => sheet === place?.sheet) && !ours.some(name => sameSheet(name, place?.sheet));
  const problem = snapshot.problems?.find(each => !isLookedThrough(each));
  if (problem) throw new FileError('not calculated', problem.message);
  return snapshot;
}
