import { readWithPauses } from '../../../src/hosts/web/readWithPauses';

/** A list that takes some 60 ms to read, cell by cell, and can be changed meanwhile. */
function slowList() {
  const cells = Array.from({ length: 30 }, () => 0);
  const watches = new Set<() => void>();
  let reads = 0;
  function* read(): Generator<void, number[]> {
    const seen: number[] = [];
    for (const cell of cells) {
      const until = performance.now() + 2;
      while (performance.now() < until);
      seen.push(cell);
      reads += 1;
      yield;
    }
    return seen;
  }
  const watch = () => {
    let isStale = false;
    const changed = () => {
      isStale = true;
    };
    watches.add(changed);
    return { isStale: () => isStale, stop: () => void watches.delete(changed) };
  };
  /** The first cell, which has been read by then, and the last. */
  const change = (to: number) => {
    cells[0] = to;
    cells[29] = to;
    for (const changed of watches) changed();
  };
  return { read, watch, change, watches, reads: () => reads };
}

/** Does something in every pause; stops when told. */
function whenever(act: () => void): () => void {
  let isOver = false;
  const again = () => {
    if (isOver) return;
    act();
    setImmediate(again);
  };
  setImmediate(again);
  return () => {
    isOver = true;
  };
}

test('other things happen while something large is read, once and whole', async () => {
  const { read, watch, watches, reads } = slowList();
  let happened = 0;
  const stop = whenever(() => {
    happened += 1;
  });
  await expect(readWithPauses(read, watch)).resolves.toEqual(Array.from({ length: 30 }, () => 0));
  stop();
  expect(happened).toBeGreaterThan(0);
  expect(reads()).toBe(30);
  expect(watches.size).toBe(0);
});

test('what changes in a pause is never half in it: reading begins again', async () => {
  const { read, watch, change, reads, watches } = slowList();
  setImmediate(() => change(1));
  const seen = await readWithPauses(read, watch);
  expect([seen[0], seen[29]]).toEqual([1, 1]);
  expect(reads()).toBeGreaterThan(30);
  expect(watches.size).toBe(0);
});

test('where something changes in every pause it is read in one go in the end', async () => {
  const { read, watch, change, watches } = slowList();
  let count = 0;
  const stop = whenever(() => change(++count));
  const seen = await readWithPauses(read, watch);
  stop();
  expect(seen[0]).toBeGreaterThan(0);
  expect(seen[0]).toBe(seen[29]);
  expect(watches.size).toBe(0);
});

test('what fails while it is read fails, and nothing is watched any more', async () => {
  const { watch, watches } = slowList();
  function* failing(): Generator<void, never> {
    yield;
    throw new Error('No workbook is open.');
  }
  await expect(readWithPauses(failing, watch)).rejects.toThrow('No workbook is open.');
  expect(watches.size).toBe(0);
});
