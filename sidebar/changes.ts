import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Bridge } from '../src/hosts/bridge';
import { type Edit, isFormula } from '../src/workbook/edit';
import { applyEdits } from '../src/workbook/edits/applyEdits';
import { type Inverse, inverseNow, inverseOf, sheetInUse } from '../src/workbook/edits/inverse';
import { type Outcome, partlyWritten } from '../src/workbook/edits/outcome';
import type { Snapshot } from '../src/workbook/snapshot';
import { FAILED, type Failure, failureOf } from './failure';
import { why } from './words/why';

/** Something that was done, and what takes it back. */
export interface Undoable {
  /** What was said when it was done. */
  done: string;
  inverse: Inverse;
}

/** So many of them are remembered. */
const REMEMBERED = 10;

type Plan = (snapshot: Snapshot) => Edit[];

/** What changes the workbook, and takes changes back. */
export interface Changes {
  writing: ReadonlySignal<boolean>;
  /** How often something was written: what was read before that is out of date. */
  count(): number;
  change(plan: Plan, done: string, options?: { again?: boolean }): Promise<boolean>;
  undoable: ReadonlySignal<Undoable[]>;
  undo(): Promise<void>;
}

/** What changes need of the session that they belong to. */
interface Context {
  bridge: Bridge;
  snapshot: ReadonlySignal<Snapshot | null>;
  failure: Signal<Failure | null>;
  done: Signal<string>;
  ask<T>(what: string, again: boolean, run: () => Promise<T>): Promise<T | undefined>;
  /** Shows a workbook, and reviews it. */
  take(fresh: Snapshot): void;
  refresh(): Promise<void>;
}

/** The part of a session that writes: one change at a time, each remembered with what takes it back. */
export function openChanges({ bridge, snapshot, failure, done, ask, take, refresh }: Context): Changes {
  const writing = signal(false);
  const undoable = signal<Undoable[]>([]);
  let writes = 0;

  /** Plans edits of the workbook as it is shown; null, and a failure shown, where the plan is refused. */
  function planned(plan: Plan): { edits: Edit[]; before: Snapshot } | null {
    const before = snapshot.value!;
    try {
      return { edits: plan(before), before };
    } catch (reason) {
      failure.value = { what: FAILED.none, why: why(reason), again: false };
      return null;
    }
  }

  /** Applies edits; a host that breaks its promise to say what was written may have written. */
  async function apply(edits: Edit[]): Promise<Outcome> {
    const outcome = await bridge.apply(edits).catch(reason => partlyWritten('unknown', '', why(reason)));
    writes += 1;
    return outcome;
  }

  /** What was written and the workbook before it, or null; with `again` planned once more where cells had changed. */
  async function write(plan: Plan, again: boolean): Promise<{ edits: Edit[]; before: Snapshot } | null> {
    let made = planned(plan);
    if (made === null) return null;
    let outcome = await apply(made.edits);
    if (again && outcome.written === 'none') {
      await refresh();
      const renewed = planned(plan);
      if (renewed === null) return null;
      const differs = JSON.stringify(renewed.edits) !== JSON.stringify(made.edits);
      made = renewed;
      if (differs) outcome = await apply(made.edits);
    }
    failure.value = null;
    const known = outcome.written === 'all' ? workbookAfter(made.before, made.edits) : null;
    if (known) {
      // The next step need not wait for the host to read it back.
      take(known);
      void refresh();
      return made;
    }
    // Also where nothing was written: the workbook is mostly not what the plan was made for.
    await refresh();
    if (outcome.written === 'all') return made;
    // What could not be read matters less than what may be half written.
    failure.value = failureOf(outcome);
    return null;
  }

  /** Remembers what takes edits back; where nothing does, what was done before is out of reach as well. */
  function remember(words: string, edits: Edit[], before: Snapshot): void {
    if (edits.length === 0) return;
    const inverse = inverseOf(before, edits);
    if (inverse === null) undoable.value = [];
    else if (inverse.edits.length > 0) {
      undoable.value = [{ done: words, inverse }, ...undoable.value].slice(0, REMEMBERED);
    }
  }

  /** Applies an inverse, unless a sheet that would go with it is in use by now. */
  async function takeBack({ inverse }: Undoable): Promise<boolean> {
    const going = inverse.edits.filter(({ kind }) => kind === 'remove sheet').map(({ sheet }) => ({ sheet }));
    let plan: Plan = now => inverseNow(now, inverse);
    if (going.length > 0) {
      const now = await ask('Nothing was undone.', false, () => bridge.snapshot(going));
      const inUse = now && sheetInUse(now, inverseNow(now, inverse));
      if (inUse) {
        const reason = `The sheet ‘${inUse}’ holds something else by now; it was left as it is.`;
        failure.value = { what: 'Nothing was undone.', why: reason, again: false, where: { sheet: inUse } };
      }
      if (!now || inUse) return false;
      // The sheets that go are in this reading alone: what their formulas come to is known from nowhere else.
      plan = () => inverseNow(now, inverse);
    }
    return (await write(plan, false)) !== null;
  }

  /** One press, one change: the buttons are disabled a moment after the first press only. */
  async function once(run: () => Promise<boolean>): Promise<boolean> {
    if (snapshot.value === null || writing.value) return false;
    done.value = '';
    writing.value = true;
    try {
      return await run();
    } finally {
      writing.value = false;
    }
  }

  return {
    writing,
    count: () => writes,
    change: (plan, words, { again = false } = {}) =>
      once(async () => {
        const made = await write(plan, again);
        if (made === null) return false;
        done.value = words;
        remember(words, made.edits, made.before);
        return true;
      }),
    undoable,
    async undo() {
      await once(async () => {
        const [last, ...others] = undoable.value;
        if (!last) return false;
        // What can't be taken back now will not be later: those before it can still be.
        undoable.value = others;
        const isUndone = await takeBack(last);
        if (isUndone) done.value = `Undone: ${last.done}`;
        return isUndone;
      });
    },
  };
}

/** What a workbook holds after edits, where that is known without asking its host: no formulas, nothing that moves cells. */
function workbookAfter(before: Snapshot, edits: readonly Edit[]): Snapshot | null {
  const isPlain = edits.every(
    edit =>
      ['add sheet', 'format', 'page'].includes(edit.kind) ||
      (edit.kind === 'write' && !edit.cells.flat().some(isFormula)),
  );
  try {
    return isPlain ? applyEdits(before, [...edits]) : null;
  } catch {
    return null;
  }
}
