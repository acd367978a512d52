import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { discover } from '../../src/discover';
import type { Bridge } from '../../src/hosts/bridge';
import { sheetNames } from '../../src/workbook/sheets/sheetView';
import type { Block } from '../../src/workbook/snapshot';

const block = (name: string, lines: Cell[][]): Block => ({
  name,
  values: lines,
  formats: lines.map(line =>
    line.map((cell, column) => (column === 0 && typeof cell === 'number' ? 'yyyy-mm-dd' : 'General')),
  ),
});

/** A dozen branches with two years of figures, and a till with more days than the finder looks through for tables. */
export const branches: Block[] = [
  ...Array.from({ length: 12 }, (_, branch) =>
    block(`Branch ${branch + 1}`, [
      ['Month', 'Takings', 'Guests'],
      ...Array.from({ length: 24 }, (_, i): Cell[] => [
        serialOf(2024, i + 1, 1),
        900 + ((i * 7) % 40),
        40 + ((i * 3) % 9),
      ]),
    ]),
  ),
  block('Till', [
    ['Day', 'Tickets'],
    ...Array.from({ length: 1600 }, (_, i): Cell[] => [serialOf(2021, 1, 1) + i, 100 + ((i * 7) % 30)]),
  ]),
];

/** What the page *Set up* does: reads all sheets whole, and looks for series. */
export async function findIn(bridge: Bridge) {
  const known = await bridge.snapshot();
  const places = sheetNames(known).map(sheet => ({ sheet }));
  return { places, look: async () => discover(await bridge.snapshot(places)) };
}
