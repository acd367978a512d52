import type { IWorksheetData } from '@univerjs/core';
import { packingOpenings, unpackOpenings } from '../../../src/hosts/web/engineMessages';
import { rowsInParts, rowsOf } from '../../../src/hosts/web/rowsInParts';

type CellData = IWorksheetData['cellData'];

/** A sheet with cells of every kind, a row without any, and columns far from the first. */
const CELLS = {
  0: { 0: { v: 'Müller “& Co” \ud83e\udd50', t: 1 }, 3: { f: '=1+1', v: 2, t: 2 }, 900: { s: 'style-1' } },
  2: {},
  7: { 1: { v: -0.1 + 0.3, t: 2, s: { n: { pattern: '0%' } } }, 2: { v: 1, t: 3 }, 5: null },
} as unknown as CellData;

const joined = (cells: CellData) => Object.assign({}, ...[...rowsInParts(cells)].map(rowsOf));

/** Ten thousand rows of six cells. */
function many(): CellData {
  const cells: CellData = {};
  for (let row = 0; row < 10_000; row++) {
    cells[row] = Object.fromEntries([0, 1, 2, 3, 4, 5].map(column => [column, { v: row * column, t: 2 }]));
  }
  return cells;
}

describe('the rows of a sheet on their way', () => {
  test('are all there again, as they were', () => {
    expect(joined(CELLS)).toEqual(CELLS);
    expect(joined({})).toEqual({});
  });

  test('go in parts that take little time each', () => {
    const parts = [...rowsInParts(many())];
    // Three times 20,000 cells, and the rest: nothing.
    expect(parts.map(part => Object.keys(rowsOf(part)).length)).toEqual([3334, 3334, 3332]);
    expect(joined(many())).toEqual(many());
  });

  test('keep a figure beyond all that text can say', () => {
    const cells = { 0: { 0: { v: Number.POSITIVE_INFINITY, t: 2 } } };
    expect(joined(cells)).toEqual(cells);
  });
});

test('the engine is told of a workbook as it is, and of everything else as Univer says it', () => {
  const engine = new EventTarget() as Worker & EventTarget;
  const heard: unknown[] = [];
  unpackOpenings(engine);
  engine.addEventListener('message', event => heard.push((event as MessageEvent).data));
  // What is posted arrives as a copy, as between a page and its worker.
  const posted: unknown[] = [];
  engine.postMessage = (data: unknown) => {
    posted.push(data);
    engine.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
  };
  const page = packingOpenings(engine);
  const snapshot = {
    id: 'book',
    sheets: { one: { name: 'One', cellData: CELLS }, two: { name: 'Two', cellData: {} } },
  };
  const opening = { seq: 1, type: 100, method: 'createInstance', args: [{ unitID: 'book', type: 2, snapshot }] };
  const other = { seq: 2, type: 100, method: 'syncMutation', args: [{ mutationInfo: { id: 'm' } }] };
  page.postMessage(opening);
  page.postMessage(other);
  expect(heard).toEqual([opening, other]);
  expect(snapshot.sheets.one.cellData).toBe(CELLS);
  expect(JSON.stringify(posted[0])).toContain('Müller');
  expect(typeof (posted[0] as { rows: Record<string, unknown[]> }).rows.one![0]).toBe('string');
});
