import type { WorkbookDocument } from './document';
import { openStore, type Store } from './store';

/** Changes come in bursts: keep the workbook once they have paused. */
const PAUSE = 600;

/** Keeps the open workbook in the browser while it changes. */
export interface Autosave {
  /** What was kept last; undefined where there is nothing, or nothing can be kept. */
  load(): Promise<WorkbookDocument | undefined>;
  /** Some sheets have changed, or none but the workbook as a whole. */
  changed(sheets: string[]): void;
  /** Another workbook is open. */
  replaced(): void;
  /** Keeps what is waiting without delay: the page may be about to close. */
  now(): void;
}

/**
 * @param document  the workbook as it is now
 * @param tell      how far keeping it is
 */
export function startAutosave(
  document: () => WorkbookDocument,
  tell: (state: 'yes' | 'not yet' | { trouble: string }) => void,
): Autosave {
  const store: Promise<Store> = openStore();
  let waiting = new Set<string>();
  let all = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();

  const keep = async () => {
    const sheets = all ? ('all' as const) : waiting;
    waiting = new Set();
    all = false;
    try {
      await (await store).keep(document(), sheets);
      if (waiting.size === 0 && !all) tell('yes');
    } catch (error) {
      // What was not kept is tried again with the next change.
      if (sheets === 'all') all = true;
      else for (const id of sheets) waiting.add(id);
      tell({ trouble: (error as Error).message });
    }
  };
  const now = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    running = running.then(keep);
  };
  const soon = () => {
    tell('not yet');
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE);
  };
  return {
    async load() {
      try {
        return await (await store).load();
      } catch {
        return undefined;
      }
    },
    changed(sheets) {
      for (const id of sheets) waiting.add(id);
      soon();
    },
    replaced() {
      all = true;
      soon();
    },
    now,
  };
}
