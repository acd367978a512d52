import type { Cell } from '../../src/cells/value';
import type { Bridge } from '../../src/hosts/bridge';
import { excelBridge } from '../../src/hosts/excel/bridge';
import { googleBridge } from '../../src/hosts/google/bridge';
import { WRITTEN } from '../../src/workbook/edits/outcome';
import type { Block } from '../../src/workbook/snapshot';
import { headless } from '../engine/headless';
import { wholeWorkbook } from '../hosts/bakery';
import { type Built, build } from '../hosts/build';
import { fakeExcel, installExcel } from '../hosts/excel/fakeExcel';
import { openSpreadsheet } from '../hosts/google/openSpreadsheet';
import { createGrid } from '../hosts/grid';
import type { Grid } from '../hosts/typing';
import { live, owners, planned, TYPED } from './story';

jest.setTimeout(240_000);

let project: Built;
beforeAll(() => {
  project = build('google', 'buildCode');
}, 120_000);
afterAll(() => project.remove());

interface Opened {
  bridge: Bridge;
  grid: Grid;
  close(): void;
}

/** The page's own grid without a screen, behind the page's bridge as far as it is needed here. */
function openGrid(): Opened & { undo(): Promise<boolean> } {
  const engine = headless().createEngine(owners());
  const bridge = {
    host: 'web',
    dialect: 'univer',
    snapshot: async (further = []) => engine.snapshot({ today: 42835, locale: 'en-GB', further }),
    apply: async edits => {
      engine.apply(edits);
      return WRITTEN;
    },
  } as Partial<Bridge> as Bridge;
  return { bridge, grid: engine, undo: engine.undo, close: engine.dispose };
}

const hosts: Record<string, () => Opened> = {
  'the web workbook': openGrid,
  'Google Sheets': () => {
    const { fake, run } = openSpreadsheet(project.read('Code.js'), owners(), { locale: 'de_DE' });
    return { bridge: googleBridge(run), grid: fake.engine, close: fake.engine.dispose };
  },
  Excel: () => {
    const fake = fakeExcel(createGrid(owners()));
    const uninstall = installExcel(fake);
    const close = () => {
      uninstall();
      fake.engine.dispose();
    };
    return { bridge: excelBridge(), grid: fake.engine, close };
  },
};

/** The owner's sheets with what is left of the formulas that needed the product. */
function withValues(sheets: Block[]): Record<string, Cell[][]> {
  const values = Object.fromEntries(sheets.map(sheet => [sheet.name, sheet.values.map(line => [...line])]));
  for (const { at, shows } of TYPED) {
    shows.forEach((line, r) => {
      line.forEach((cell, c) => {
        const row = values.Mine![at[0] + r]!;
        while (row.length <= at[1] + c) row.push(null);
        row[at[1] + c] = cell;
      });
    });
  }
  return values;
}

/** A grid without the blanks at the ends of its rows. */
function trimmed(values: Cell[][]): Cell[][] {
  return values.map(line => {
    let end = line.length;
    while (end > 0 && (line[end - 1] ?? '') === '') end -= 1;
    return line.slice(0, end).map(cell => (cell === '' ? null : cell));
  });
}

describe.each(Object.keys(hosts))('uninstalling in %s', name => {
  test('gives the workbook back, with the values of what was typed meanwhile', async () => {
    const { bridge, grid, close } = hosts[name]!();
    try {
      const before = await wholeWorkbook(bridge);
      await live(bridge, grid, 'bakery');
      const { edits, sheets, calls, references, notes } = await planned(bridge);
      expect(sheets.filter(({ isKept }) => isKept)).toEqual([]);
      expect([calls, references].map(list => list.map(({ message }) => message.split(':')[0]))).toEqual([
        ['Mine F1', 'Mine F2'],
        ['Mine G1', 'Mine G2'],
      ]);
      expect(notes.map(({ message }) => message)).toEqual([
        "The sheet 'Compass Dashboard' has none of the headers of Strategic Compass. It is yours and is kept.",
      ]);
      expect(await bridge.apply(edits)).toEqual(WRITTEN);
      await grid.calculated();
      const after = await wholeWorkbook(bridge);
      expect(after.map(sheet => sheet.name)).toEqual(before.map(sheet => sheet.name));
      const expected = withValues(before);
      for (const sheet of after) {
        expect(trimmed(sheet.values)).toEqual(trimmed(expected[sheet.name]!));
        const old = before.find(other => other.name === sheet.name)!;
        sheet.formulas!.forEach((line, row) => {
          line.forEach((formula, column) => {
            const isSum = sheet.name === 'Mine' && row === 2 && column === 6;
            expect([row, column, formula === null]).toEqual([
              row,
              column,
              !isSum && (old.formulas![row]?.[column] ?? null) === null,
            ]);
            if (old.formats![row]?.[column]) expect(sheet.formats![row]![column]).toBe(old.formats![row]![column]);
          });
        });
      }
      // What is left of the owner's own formulas is still at work: half of 7 is 3.5.
      grid.write('Mine', 1, 1, [[7]]);
      await grid.calculated();
      expect(grid.read('Mine', 1, 3).values).toEqual([[3.5]]);
      // And those that called our functions are not: 5 of 100 it was.
      expect(grid.read('Mine', 1, 5).values).toEqual([[0.05]]);
      expect((await planned(bridge)).edits).toEqual([]);
    } finally {
      close();
    }
  });
});

test('in the web workbook one undo brings everything back', async () => {
  const { bridge, grid, undo, close } = openGrid();
  try {
    await live(bridge, grid, 'four-functions');
    const before = await wholeWorkbook(bridge);
    await bridge.apply((await planned(bridge)).edits);
    await grid.calculated();
    await undo();
    await grid.calculated();
    const after = await wholeWorkbook(bridge);
    const byName = (sheets: Block[]) => Object.fromEntries(sheets.map(sheet => [sheet.name, sheet]));
    expect(Object.keys(byName(after)).sort()).toEqual(Object.keys(byName(before)).sort());
    for (const { name, formulas } of before) expect(byName(after)[name]!.formulas).toEqual(formulas);
    expect(byName(after).Mine!.values).toEqual(byName(before).Mine!.values);
  } finally {
    close();
  }
});
