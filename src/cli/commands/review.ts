import { readSnapshot } from '../../hosts/file/read';
import { type ReviewOptions, review } from '../../review/review';
import type { Review } from '../../review/types';
import type { Args, Command } from '../command';
import { readWorkbookFile } from '../files';
import type { Io } from '../io';
import { reviewText } from '../reviewText';
import { UsageError } from '../usage';
import { READING, type ReadingOptions, readingOptions } from '../workbookOptions';
import { explain } from './explain';

export const reviewCommand: Command = {
  name: 'review',
  summary: 'show where the business drifts from its strategy, workbook by workbook',
  usage: 'review FILE.xlsx… [--json] [--as-of DATE] [--include-current]',
  details: [
    'Reads the Compass sheets of each workbook and prints its alignment score, its alerts with their evidence, and what to put right.',
    'Exit code 1: an adverse alert is new or open in one of the files; 0: none is; 2: a file could not be read.',
    'With --json: the whole review, for several files a list of { file, review } or, where one could not be read, { file, error }.',
  ],
  options: {
    json: { help: 'print the whole review as JSON' },
    'include-current': { help: 'include the current period with the figures it has so far' },
    ...READING,
  },
  examples: [
    'compass review tracked.xlsx',
    'compass review clients/*.xlsx --as-of 2026-09-30',
    'compass review tracked.xlsx --json',
  ],
  run: reviewFiles,
};

type Outcome = { file: string; review: Review } | { file: string; error: string };

async function reviewFiles(args: Args, io: Io): Promise<number> {
  const files = args.words;
  if (files.length === 0) throw new UsageError(`A file is needed: compass ${reviewCommand.usage}`);
  const reading = readingOptions(args, io);
  const options = { includeCurrent: args.flag('include-current') };
  const outcomes: Outcome[] = [];
  for (const file of files) {
    const outcome = await reviewFile(file, reading, options);
    outcomes.push(outcome);
    if ('error' in outcome) io.err(`${file}: ${outcome.error}`);
    else if (!args.flag('json')) io.out(`${outcomes.length > 1 ? '\n' : ''}${reviewText(file, outcome.review, io)}`);
  }
  const [only] = outcomes;
  if (args.flag('json')) {
    if (files.length > 1) io.out(JSON.stringify(outcomes, null, 2));
    else if (only && 'review' in only) io.out(JSON.stringify(only.review, null, 2));
  }
  if (outcomes.some(outcome => 'error' in outcome)) return 2;
  return outcomes.some(outcome => 'review' in outcome && drifts(outcome.review)) ? 1 : 0;
}

async function reviewFile(file: string, reading: ReadingOptions, options: ReviewOptions): Promise<Outcome> {
  try {
    return { file, review: review(await readSnapshot(await readWorkbookFile(file, reading.locale), reading), options) };
  } catch (error) {
    return { file, error: explain(error) };
  }
}

/** Whether an adverse alert waits for somebody. */
function drifts({ alerts }: Review): boolean {
  return alerts.some(({ adverse, state }) => adverse && (state === 'new' || state === 'open'));
}
