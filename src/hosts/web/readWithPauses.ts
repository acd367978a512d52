import { allSteps } from '../univer/reading/allSteps';
import { breath } from './breath';

/** How long the page may be held up at a time, in milliseconds. */
const AT_A_TIME = 20;
/** How often reading begins again because something changed meanwhile. */
const ATTEMPTS = 3;

/** Whether what is being read has changed since the watch began. */
export interface ChangeWatch {
  isStale(): boolean;
  stop(): void;
}

/**
 * Reads something large with pauses, so that the page stays usable. What is read is one state of it: where anything changes in a
 * pause, reading begins again, and in the end it takes no more pauses.
 *
 * @param read   begins to read, step by step
 * @param watch  begins to look for changes
 */
export async function readWithPauses<Result>(
  read: () => Generator<void, Result>,
  watch: () => ChangeWatch,
): Promise<Result> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const changes = watch();
    try {
      const answer = await inPauses(read(), changes);
      if (answer) return answer.result;
    } finally {
      changes.stop();
    }
  }
  return allSteps(read());
}

/** The result of some steps; null where it is stale after a pause. */
async function inPauses<Result>(
  steps: Generator<void, Result>,
  changes: ChangeWatch,
): Promise<{ result: Result } | null> {
  for (;;) {
    const until = performance.now() + AT_A_TIME;
    do {
      const { done, value } = steps.next();
      if (done) return { result: value };
    } while (performance.now() < until);
    await breath();
    if (changes.isStale()) return null;
  }
}
