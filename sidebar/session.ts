import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Bridge } from '../src/hosts/bridge';
import { review as reviewOf } from '../src/review/review';
import type { Review } from '../src/review/types';
import type { Edit } from '../src/workbook/edit';
import { partlyWritten, type Shortfall } from '../src/workbook/edits/outcome';
import type { Place } from '../src/workbook/register';
import type { Snapshot } from '../src/workbook/snapshot';
import { why } from './words/why';

/** Something that a host refused or that could not be read; it stays on the screen until it is settled or put away. */
export interface Failure {
  /** What was being done: "The workbook could not be read". */
  what: string;
  /** Why, in the host's words. */
  why: string;
  /** Whether reading again may settle it. */
  again: boolean;
  /** Where to look, if that is known. */
  where?: Place;
}

/** What is said of edits that were not all written. */
const FAILED: Record<Shortfall['written'], string> = {
  none: 'Nothing was written.',
  some: 'Only part of it was written.',
  unknown: 'It is not known whether this was saved.',
};

function failureOf({ written, what, why, where }: Shortfall): Failure {
  const advice = written === 'unknown' ? 'Check whether it was saved before trying again.' : '';
  return {
    what: FAILED[written],
    why: [what, why, advice].filter(text => text !== '').join(' '),
    again: false,
    where: where[0],
  };
}

/** A workbook as the sidebar sees it, and all that can be done with it. */
export interface Session {
  bridge: Bridge;
  /** The last snapshot, null until the first has come. */
  snapshot: ReadonlySignal<Snapshot | null>;
  review: ReadonlySignal<Review | null>;
  /** Milliseconds that the last review took. */
  reviewMs: ReadonlySignal<number>;
  /** Whether the host is calculating. */
  calculating: ReadonlySignal<boolean>;
  /** Whether the workbook is being read or written. */
  working: ReadonlySignal<boolean>;
  /** Whether the period that is still running is judged too; refresh after changing it. */
  includeCurrent: Signal<boolean>;
  /** Who decides: whoever does once decides again. */
  decider: Signal<string>;
  failure: Signal<Failure | null>;
  /** What was last done, for the status line. */
  done: Signal<string>;
  /** Reads the workbook and reviews it. */
  refresh(): Promise<void>;
  /** Reads the workbook with further ranges; null (and a failure shown) if the host refuses. */
  read(further: Place[]): Promise<Snapshot | null>;
  /** What is selected in the grid, or null. */
  selection(): Promise<Required<Place> | null>;
  /** Plans edits and applies them, reviews again and says `done`; resolves to whether all of them were written. */
  change(plan: (snapshot: Snapshot) => Edit[], done: string): Promise<boolean>;
  /** Shows cells in the grid. */
  show(place: Place): Promise<void>;
  /** Stops listening to the host. */
  end(): void;
}

/**
 * Opens a session with a host: listens to it, and keeps snapshot and review up to date.
 *
 * @param bridge  the host
 * @returns       the session; nothing has been read yet
 */
export function openSession(bridge: Bridge): Session {
  const snapshot = signal<Snapshot | null>(null);
  const review = signal<Review | null>(null);
  const reviewMs = signal(0);
  const calculating = signal(false);
  const working = signal(false);
  const includeCurrent = signal(false);
  const decider = signal('');
  const failure = signal<Failure | null>(null);
  const done = signal('');
  let reading: Promise<void> | null = null;
  let changedMeanwhile = false;
  let callsUnderWay = 0;
  let ended = false;

  /** Runs one call of the host, and shows that it is under way. */
  async function call<T>(run: () => Promise<T>): Promise<T> {
    callsUnderWay += 1;
    working.value = true;
    try {
      return await run();
    } finally {
      callsUnderWay -= 1;
      working.value = callsUnderWay > 0;
    }
  }

  /** Runs one call of the host; a refusal becomes a failure on the screen, never an exception. */
  async function ask<T>(what: string, again: boolean, run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await call(run);
    } catch (reason) {
      failure.value = { what, why: why(reason), again };
      return undefined;
    }
  }

  async function readOnce(): Promise<void> {
    const fresh = await ask('The workbook could not be read.', true, () => bridge.snapshot());
    if (fresh === undefined || ended) return;
    if (failure.value?.again) failure.value = null;
    snapshot.value = fresh;
    const start = performance.now();
    try {
      review.value = reviewOf(fresh, { includeCurrent: includeCurrent.value });
    } catch (reason) {
      failure.value = { what: 'The workbook could not be reviewed.', why: why(reason), again: true };
    }
    reviewMs.value = performance.now() - start;
  }

  /** One reading at a time; what changes during it is read once more after it, however often it changed. */
  async function readUntilQuiet(): Promise<void> {
    do {
      changedMeanwhile = false;
      await readOnce();
    } while (changedMeanwhile && !ended);
    reading = null;
  }

  function refresh(): Promise<void> {
    if (reading) {
      changedMeanwhile = true;
      return reading;
    }
    reading = readUntilQuiet();
    return reading;
  }

  const stopChange = bridge.onChange(() => void refresh());
  const stopBusy = bridge.onBusy?.(busy => {
    calculating.value = busy;
  });

  return {
    bridge,
    snapshot,
    review,
    reviewMs,
    calculating,
    working,
    includeCurrent,
    decider,
    failure,
    done,
    refresh,
    async read(further) {
      return (await ask('The cells could not be read.', false, () => bridge.snapshot(further))) ?? null;
    },
    async selection() {
      return (await ask('The selection could not be read.', false, () => bridge.selection())) ?? null;
    },
    async change(plan, words) {
      const current = snapshot.value;
      if (current === null) return false;
      done.value = '';
      const edits = await ask(FAILED.none, false, async () => plan(current));
      if (edits === undefined) return false;
      // A host that breaks its promise to say what was written may have written.
      const outcome = await call(() => bridge.apply(edits)).catch(reason => partlyWritten('unknown', '', why(reason)));
      const failed = outcome.written === 'all' ? null : failureOf(outcome);
      failure.value = failed;
      // Also where nothing was written: the workbook is mostly not what the plan was made for.
      await refresh();
      // What could not be read matters less than what may be half written.
      if (failed) failure.value = failed;
      else done.value = words;
      return failed === null;
    },
    async show(place) {
      await ask('The cells could not be shown.', false, () => bridge.select(place));
    },
    end() {
      ended = true;
      stopChange();
      stopBusy?.();
    },
  };
}
