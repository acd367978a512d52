import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Bridge } from '../src/hosts/bridge';
import { review as reviewOf } from '../src/review/review';
import type { Review } from '../src/review/types';
import type { Edit } from '../src/workbook/edit';
import type { Place } from '../src/workbook/register';
import type { Snapshot } from '../src/workbook/snapshot';
import { openChanges, type Undoable } from './changes';
import type { Failure } from './failure';
import { why } from './words/why';

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
  /** Whether the workbook is being read: what is shown may be a moment old, and everything can still be pressed. */
  reading: ReadonlySignal<boolean>;
  /** Whether the workbook is being written: only then buttons that write are disabled. */
  writing: ReadonlySignal<boolean>;
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
  /** Gives up waiting for a reading; what is shown stays. */
  stopReading(): void;
  /**
   * Plans edits and applies them, reviews again and says `done`; resolves to whether all of them were written. With `again`
   * a plan that met cells which somebody has changed meanwhile is made once more, of the workbook as it is then.
   */
  change(plan: (snapshot: Snapshot) => Edit[], done: string, options?: { again?: boolean }): Promise<boolean>;
  /** What was done last and can be taken back, newest first; at most ten. */
  undoable: ReadonlySignal<Undoable[]>;
  /** Takes back what was done last, where its cells still hold what was written. */
  undo(): Promise<void>;
  /** Shows cells in the grid. */
  show(place: Place): Promise<void>;
  /** Shows the page of a KPI in a window of its own, where the host has such. */
  openWindow(kpi: string): Promise<void>;
  /** Stops listening to the host. */
  end(): void;
}

/**
 * Opens a session with a host: listens to it, and keeps snapshot and review up to date.
 *
 * @param bridge  the host
 * @param first   the workbook as it is known before anything was read
 * @returns       the session; nothing has been read yet
 */
export function openSession(bridge: Bridge, first?: Snapshot): Session {
  const snapshot = signal<Snapshot | null>(null);
  const review = signal<Review | null>(null);
  const reviewMs = signal(0);
  const calculating = signal(false);
  const calls = signal(0);
  const reading = computed(() => calls.value > 0);
  const includeCurrent = signal(false);
  const decider = signal('');
  const failure = signal<Failure | null>(null);
  const done = signal('');
  let underWay: Promise<void> | null = null;
  let changedMeanwhile = false;
  let giveUp: (() => void) | null = null;
  /** What was reviewed last, to leave alone what has not changed; spelled out once there is something to compare it with. */
  let reviewed: { snapshot: Snapshot; includeCurrent: boolean } | null = null;
  let spelled = '';
  let ended = false;

  /** Asks the host for something; a refusal becomes a failure on the screen, never an exception. */
  async function ask<T>(what: string, again: boolean, run: () => Promise<T>): Promise<T | undefined> {
    calls.value += 1;
    try {
      return await run();
    } catch (reason) {
      failure.value = { what, why: why(reason), again };
      return undefined;
    } finally {
      calls.value -= 1;
    }
  }

  /** Shows a workbook, and reviews it. */
  function take(fresh: Snapshot): void {
    const now = { snapshot: fresh, includeCurrent: includeCurrent.value };
    const all = reviewed && JSON.stringify(now);
    if (all !== null && all === (spelled || JSON.stringify(reviewed))) return;
    reviewed = now;
    spelled = all ?? '';
    snapshot.value = fresh;
    const start = performance.now();
    try {
      review.value = reviewOf(fresh, { includeCurrent: includeCurrent.value });
    } catch (reason) {
      failure.value = { what: 'The workbook could not be reviewed.', why: why(reason), again: true };
    }
    reviewMs.value = performance.now() - start;
  }

  async function readOnce(): Promise<void> {
    const before = changes.count();
    const stopped = new Promise<'stopped'>(resolve => {
      giveUp = () => resolve('stopped');
    });
    const fresh = await ask('The workbook could not be read.', true, () => Promise.race([bridge.snapshot(), stopped]));
    giveUp = null;
    if (fresh === 'stopped') done.value = 'Reading was stopped; what you see may be out of date.';
    if (fresh === undefined || fresh === 'stopped' || ended) return;
    if (failure.value?.again) failure.value = null;
    if (before === changes.count()) take(fresh);
    else changedMeanwhile = true;
  }

  /** One reading at a time; what changes during it is read once more after it, however often it changed. */
  async function readUntilQuiet(): Promise<void> {
    do {
      changedMeanwhile = false;
      await readOnce();
    } while (changedMeanwhile && !ended);
    underWay = null;
  }

  function refresh(): Promise<void> {
    if (underWay) {
      changedMeanwhile = true;
      return underWay;
    }
    underWay = readUntilQuiet();
    return underWay;
  }

  const changes = openChanges({ bridge, snapshot, failure, done, ask, take, refresh });
  const stopChange = bridge.onChange(() => void refresh());
  const stopBusy = bridge.onBusy?.(busy => {
    calculating.value = busy;
  });
  if (first) take(first);

  return {
    bridge,
    snapshot,
    review,
    reviewMs,
    calculating,
    reading,
    writing: changes.writing,
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
    stopReading() {
      changedMeanwhile = false;
      giveUp?.();
    },
    change: changes.change,
    undoable: changes.undoable,
    undo: changes.undo,
    async show(place) {
      await ask('The cells could not be shown.', false, () => bridge.select(place));
    },
    async openWindow(kpi) {
      await ask('The window could not be opened.', false, async () => {
        await bridge.openWindow?.(kpi);
        done.value = `${kpi} is in a window over the sheet.`;
      });
    },
    end() {
      ended = true;
      stopChange();
      stopBusy?.();
    },
  };
}
