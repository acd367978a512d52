/** What the second of two editors is told. */
export const TAKEN =
  'Strategic Compass is changing this spreadsheet for somebody else right now. Nothing was written: try again in a moment.';

/** How many milliseconds one editor waits for the other. */
const WAIT = 8_000;

/**
 * Runs something while nobody else's Strategic Compass writes to the spreadsheet: between looking whether a change fits and
 * writing it, no other change may come. What people type is not held up.
 *
 * @param run    what to do
 * @param taken  what to answer where somebody else goes on for too long
 */
export function alone<T>(run: () => T, taken: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(WAIT)) return taken();
  try {
    return run();
  } finally {
    lock.releaseLock();
  }
}
