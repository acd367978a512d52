/** The page in which tests drive the sidebar: the real one, with a workbook in memory behind its bridge. */
import { mountSidebar } from '../../sidebar/main';
import type { Bridge } from '../../src/hosts/bridge';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { nothingWritten, type Shortfall } from '../../src/workbook/edits/outcome';
import type { Place } from '../../src/workbook/register';
import type { Snapshot } from '../../src/workbook/snapshot';

/** What a test can do to the workbook, and ask of it. */
export interface Host {
  /** Mounts the sidebar on a workbook. */
  open(snapshot: Snapshot, start?: 'track' | 'setup'): void;
  /** Selects cells, as a person would. */
  select(place: Required<Place> | null): void;
  /** Types a number into a cell, as a person would; the host then says that something changed. */
  type(sheet: string, row: number, column: number, value: string | number): void;
  /** From now on the host refuses to read, with this message; an empty one ends it. */
  refuse(message: string): void;
  /** From now on what is written ends like this; null ends it. */
  fallShort(outcome: Shortfall | null): void;
  /** From now on every call takes that many milliseconds, as a host on the other side of a network does. */
  slow(milliseconds: number): void;
  /** From now on every press in the page makes the host say that something changed, between mouse down and mouse up. */
  restless(): void;
  /** From now on the host says nothing of changes, as one that tells a pane nothing. */
  quiet(): void;
  /** The host starts or ends calculating. */
  calculate(busy: boolean): void;
  workbook(): Snapshot;
  /** How often the workbook was read. */
  reads(): number;
  /** The lists of edits that were applied. */
  applied(): Edit[][];
  /** The places that were shown. */
  shown(): Place[];
}

declare global {
  interface Window {
    host: Host;
  }
}

let workbook: Snapshot;
let selection: Required<Place> | null = null;
let reads = 0;
let refusal = '';
let shortfall: Shortfall | null = null;
let delay = 0;
let isQuiet = false;
let close: (() => void) | undefined;
const applied: Edit[][] = [];
const shown: Place[] = [];
const onChange = new Set<() => void>();
const onBusy = new Set<(busy: boolean) => void>();

const listen = <T>(listeners: Set<T>, listener: T) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const answered = () => (delay === 0 ? undefined : new Promise(resolve => setTimeout(resolve, delay)));

const bridge: Bridge = {
  host: 'web',
  dialect: 'univer',
  async snapshot() {
    reads++;
    if (refusal) throw new Error(refusal);
    const read = structuredClone(workbook);
    await answered();
    return read;
  },
  async selection() {
    return selection;
  },
  async apply(edits) {
    await answered();
    if (shortfall) return shortfall;
    // Edits go through hosts as JSON.
    try {
      workbook = applyEdits(workbook, JSON.parse(JSON.stringify(edits)));
    } catch (conflict) {
      return nothingWritten((conflict as Error).message);
    }
    applied.push(edits);
    for (const listener of onChange) listener();
    return { written: 'all' };
  },
  async select(place) {
    shown.push(place);
  },
  onChange: listener => listen(onChange, listener),
  onBusy: listener => listen(onBusy, listener),
};

// As in the page of the web workbook, whose bar has the name of the workbook.
document.body.insertAdjacentHTML('afterbegin', '<header><h1 class="compass hidden-text">Workbook</h1></header>');

window.host = {
  open(snapshot, start) {
    workbook = snapshot;
    close?.();
    close = mountSidebar(document.getElementById('sidebar')!, bridge, start);
  },
  select(place) {
    selection = place;
  },
  type(sheet, row, column, value) {
    workbook = applyEdits(workbook, [
      { kind: 'write', sheet, row, column, cells: [[value]], expected: [[cellOf(sheet, row, column)]] },
    ]);
    if (!isQuiet) for (const listener of onChange) listener();
  },
  refuse(message) {
    refusal = message;
  },
  fallShort(outcome) {
    shortfall = outcome;
  },
  slow(milliseconds) {
    delay = milliseconds;
  },
  restless() {
    const stir = () => {
      for (const listener of onChange) listener();
    };
    document.addEventListener('mousedown', stir, { capture: true });
  },
  quiet() {
    isQuiet = true;
  },
  calculate(busy) {
    for (const listener of onBusy) listener(busy);
  },
  workbook: () => workbook,
  reads: () => reads,
  applied: () => applied,
  shown: () => shown,
};

function cellOf(sheet: string, row: number, column: number) {
  const block = workbook.sheets.find(({ name }) => name === sheet);
  return block?.values[row - (block.row ?? 0)]?.[column - (block.column ?? 0)] ?? null;
}
