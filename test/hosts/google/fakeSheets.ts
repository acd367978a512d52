import { parseRange } from '../../../src/cells/address';
import type { Written } from '../../../src/hosts/univer/headless';
import type { Block } from '../../../src/workbook/snapshot';
import { createGrid } from '../grid';
import type { Grid } from '../typing';
import { type Beside, besideCells } from './fakeBeside';
import { type CallCounter, countedService } from './fakeCalls';
import { fromComma, hasDecimalComma, toComma } from './fakeLocale';
import { type Methods, rangesOf } from './fakeRange';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What the fake spreadsheet is like, and what happened to it. */
export interface FakeSheets extends CallCounter {
  /** The globals that Apps Script would give to a container-bound script with our scopes. */
  globals: Record<string, unknown>;
  engine: Grid;
  /** Looks that were set, newest last: `Sheet!A1:B2 setFontWeight bold`. */
  looks: string[];
  toasts: string[];
  menu: { label: string; handler: string }[];
  /** The HTML file that is shown as the sidebar, or null. */
  sidebar: { file: string; title: string } | null;
  /** What is shown as a dialog beside which the spreadsheet can be used, or null. */
  dialog: { html: string; width: number; height: number; title: string } | null;
  /** The HTML files of the project, by their names. */
  files: Record<string, string>;
  selection: { sheet: string; range: string };
  /** Whether no cells are selected, as where a chart is. */
  nothingSelected: boolean;
  /** The sheet in front where that is one without cells. */
  objectInFront: string | null;
  /** Sheets that refuse to be written. */
  protectedSheets: Set<string>;
  /** Cells that refuse to be written: `Plan!B2:B9`. */
  protectedRanges: string[];
  hiddenSheets: Set<string>;
  /** Sheets that hold a chart or a connected table, and no cells. */
  objectSheets: string[];
  /** Whether the user may look only. */
  viewer: boolean;
  /** Cells that are being calculated, by `Sheet!B4`: how many readings it still takes. */
  pending: Map<string, number>;
  /** How many milliseconds the script slept. */
  slept: number;
  /** Whether somebody else holds the document's lock. */
  lockedByOther: boolean;
  /** Whether this script holds it. */
  locked: boolean;
  /** Named ranges, by their names: `Weekly!B4:B9`. */
  names: Record<string, string>;
  /** What is beside the cells of a sheet. */
  beside(sheet: string): Beside;
}

/** A page that is not in the project's files, as far as the script uses it. */
interface HtmlOutput {
  size: { width: number; height: number };
  getContent(): string;
  setWidth(width: number): HtmlOutput;
  setHeight(height: number): HtmlOutput;
}

interface Options {
  sheets: Block[];
  locale?: string;
  timeZone?: string;
  /** How `getFormulas` spells: as the spreadsheet's locale does, or in English whatever it is. Neither is documented. */
  formulas?: 'local' | 'english';
  /** What keeps the cells: an engine that calculates unless told. */
  grid?: (sheets: Block[]) => Grid;
  /** How many cells the spreadsheet may have; ten million with Google. */
  cellLimit?: number;
  /** Makes dates in the realm of the script, as Apps Script does not do for custom functions. */
  date?: (milliseconds: number) => unknown;
}

/**
 * A spreadsheet behind the interface of SpreadsheetApp, as far as the script may use it, calculated by a real engine.
 * It counts service calls, makes dates of cells that are formatted as dates, reads written text as typing, reads and
 * answers formulas as its locale spells them, refuses what Sheets refuses, and ends where the grid ends.
 */
export function fakeSheets({
  sheets,
  locale = 'en_US',
  timeZone = 'Europe/Berlin',
  formulas = 'local',
  cellLimit = 10_000_000,
  grid = createGrid,
  date,
}: Options): FakeSheets {
  const engine = grid(sheets);
  /** Tabs from left to right; the grid knows sheets in the order in which they were made. */
  const order = sheets.map(({ name }) => name);
  const names = () => {
    const there = engine.sheets();
    return [...order.filter(name => there.includes(name)), ...there.filter(name => !order.includes(name))];
  };
  const size = new Map<string, { rows: number; columns: number }>();
  const isComma = hasDecimalComma(locale);
  const fake: FakeSheets = {
    globals: {},
    engine,
    calls: [],
    diesAfter: null,
    looks: [],
    toasts: [],
    menu: [],
    sidebar: null,
    dialog: null,
    files: {},
    selection: { sheet: sheets[0]?.name ?? 'Sheet1', range: 'A1' },
    nothingSelected: false,
    objectInFront: null,
    protectedSheets: new Set(),
    protectedRanges: [],
    hiddenSheets: new Set(),
    objectSheets: [],
    viewer: false,
    pending: new Map(),
    slept: 0,
    lockedByOther: false,
    locked: false,
    names: {},
    beside: name => besides.of(name),
  };
  const service = <T extends object>(kind: string, methods: T): T => countedService(fake, kind, methods);
  const formula = (text: string): Written => {
    const english = isComma ? fromComma(text) : text.replace(/;(?![^{]*\})/g, ',');
    return english === null ? { error: '#NAME?' } : { formula: english };
  };
  const gridSize = (name: string) => {
    const used = engine.extent(name);
    const known = size.get(name) ?? { rows: 1000, columns: 26 };
    return { rows: Math.max(used.rows, known.rows), columns: Math.max(used.columns, known.columns) };
  };
  const grow = (name: string, to: { rows: number; columns: number }) => {
    const cells = names().reduce((sum, other) => {
      const { rows, columns } = gridSize(other);
      return other === name ? sum : sum + rows * columns;
    }, to.rows * to.columns);
    if (cells > cellLimit)
      throw new Error(
        `This action would increase the number of cells in the workbook above the limit of ${cellLimit} cells.`,
      );
    size.set(name, to);
  };

  const PROTECTED = 'You are trying to edit a protected cell or object.';
  const writableSheet = (sheet: string) => {
    if (fake.viewer) throw new Error('You do not have permission to perform that action.');
    if (fake.protectedSheets.has(sheet)) throw new Error(PROTECTED);
  };
  const writable = (sheet: string, row: number, column: number, rows: number, columns: number) => {
    writableSheet(sheet);
    for (const text of fake.protectedRanges) {
      const held = parseRange(text);
      const meets =
        row <= held.bottom! && row + rows > held.top && column <= held.right! && column + columns > held.left;
      if (held.sheet === sheet && meets) throw new Error(PROTECTED);
    }
  };
  const isRead = (text: string) => {
    const written = formula(text);
    return typeof written !== 'object' || written === null || !('error' in written);
  };
  const besides = besideCells({ service, writable: writableSheet, understood: isRead });
  const range = rangesOf({
    engine,
    service,
    besides,
    timeZone,
    makeDate: date ?? (milliseconds => new Date(milliseconds)),
    formula,
    answered: text => (isComma && formulas === 'local' ? toComma(text) : text),
    gridSize,
    writable,
    pending: fake.pending,
    looks: fake.looks,
    select: (sheet, a1) => {
      fake.selection = { sheet, range: a1 };
      fake.objectInFront = null;
    },
    sheetOf: name => sheetOf(name),
  });

  /** A sheet without cells: whatever is asked of its cells is refused. */
  const objectSheet = (name: string): object => {
    const methods: Record<string, () => unknown> = {
      getName: () => name,
      getType: () => 'OBJECT',
      isSheetHidden: () => false,
      activate: () => {
        fake.objectInFront = name;
      },
    };
    const refuse = () => {
      throw new Error('The action is not supported for OBJECT sheet.');
    };
    return service('Sheet', new Proxy(methods, { get: (known, method: string) => known[method] ?? refuse }));
  };

  const sheetOf = (name: string): object => {
    if (fake.objectSheets.includes(name)) return objectSheet(name);
    const methods = {
      getType: () => 'GRID',
      getName: () => name,
      isSheetHidden: () => fake.hiddenSheets.has(name),
      getDataRange: () => {
        const used = engine.extent(name);
        return range(name, 0, 0, Math.max(1, used.rows), Math.max(1, used.columns));
      },
      getLastRow: () => engine.extent(name).rows,
      getLastColumn: () => engine.extent(name).columns,
      getMaxRows: () => gridSize(name).rows,
      getMaxColumns: () => gridSize(name).columns,
      getRange: (first: number | string, column = 1, rows = 1, columns = 1) => {
        if (typeof first === 'number') return range(name, first - 1, column - 1, rows, columns);
        const cells = parseRange(first);
        const grid = gridSize(name);
        const bottom = cells.bottom ?? grid.rows - 1;
        const right = cells.right ?? grid.columns - 1;
        return range(name, cells.top, cells.left, bottom - cells.top + 1, right - cells.left + 1);
      },
      insertRowsBefore: (row: number, count: number) => {
        writableSheet(name);
        engine.insertRows(name, row - 1, count);
        grow(name, { ...gridSize(name), rows: gridSize(name).rows + count });
      },
      deleteRows: (row: number, count: number) => {
        writableSheet(name);
        size.set(name, { ...gridSize(name), rows: gridSize(name).rows - count });
        engine.apply([{ kind: 'remove rows', sheet: name, row: row - 1, count }]);
      },
      insertRowsAfter: (row: number, count: number) => {
        if (row < engine.extent(name).rows) engine.insertRows(name, row, count);
        grow(name, { ...gridSize(name), rows: gridSize(name).rows + count });
      },
      insertColumnsAfter: (_column: number, count: number) => {
        const columns = gridSize(name).columns + count;
        grow(name, { ...gridSize(name), columns });
        // The engine's grid grows with what is written.
        engine.write(name, 0, columns - 1, [[null]]);
      },
      deleteColumns: (column: number, count: number) => {
        writableSheet(name);
        size.set(name, { ...gridSize(name), columns: gridSize(name).columns - count });
        engine.apply([{ kind: 'remove columns', sheet: name, column: column - 1, count }]);
      },
      ...besides.ofSheet(name),
      setFrozenRows: (count: number) => fake.looks.push(`${name} setFrozenRows ${count}`),
      setFrozenColumns: (count: number) => fake.looks.push(`${name} setFrozenColumns ${count}`),
      setColumnWidths: (column: number, count: number, width: number) =>
        fake.looks.push(`${name} setColumnWidths ${column} ${count} ${width}`),
      activate: () => {
        if (!names().includes(name)) throw new Error(`Sheet ${name} not found`);
        fake.selection = { sheet: name, range: 'A1' };
        fake.objectInFront = null;
      },
    } satisfies Methods<Sheet>;
    return service('Sheet', methods);
  };

  const byName = (wanted: string) =>
    [...names(), ...fake.objectSheets].find(name => name.toLowerCase() === wanted.toLowerCase());
  const spreadsheetMethods = {
    getSheets: () => [...names(), ...fake.objectSheets].map(sheetOf),
    getSheetByName: (name: string) => {
      const found = byName(name);
      return found ? sheetOf(found) : null;
    },
    insertSheet: (name: string, index: number) => {
      if (fake.viewer) throw new Error('You do not have permission to perform that action.');
      if (byName(name)) throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
      if (index < 0 || index > names().length + fake.objectSheets.length) throw new Error('Invalid sheet index.');
      grow(name, { rows: 1000, columns: 26 });
      order.splice(index, 0, name);
      engine.addSheet(name);
      fake.selection = { sheet: name, range: 'A1' };
      fake.objectInFront = null;
      return sheetOf(name);
    },
    deleteSheet: (sheet: { getName(): string }) => {
      const name = sheet.getName();
      writableSheet(name);
      if (!names().some(other => other !== name && !fake.hiddenSheets.has(other)))
        throw new Error("You can't remove all the visible sheets in a document.");
      engine.apply([{ kind: 'remove sheet', sheet: name, expected: [] }]);
    },
    getNamedRanges: () =>
      Object.entries(fake.names).map(([name, place]) =>
        service('NamedRange', {
          getName: () => name,
          getRange: () => {
            const { sheet, top, left, bottom, right } = parseRange(place);
            return range(sheet!, top, left, bottom! - top + 1, right! - left + 1);
          },
        }),
      ),
    getSpreadsheetTimeZone: () => timeZone,
    getSpreadsheetLocale: () => locale,
    getActiveSheet: () => sheetOf(fake.objectInFront ?? fake.selection.sheet),
    getActiveRange: () => {
      if (fake.nothingSelected) return null;
      const { top, left, bottom, right } = parseRange(fake.selection.range);
      return range(fake.selection.sheet, top, left, bottom! - top + 1, right! - left + 1);
    },
    toast: (message: string) => fake.toasts.push(message),
  } satisfies Methods<Spreadsheet>;
  const spreadsheet = service('Spreadsheet', spreadsheetMethods);
  const menu = {
    addItem: (label: string, handler: string) => {
      fake.menu.push({ label, handler });
      return service('Menu', menu);
    },
    addToUi: () => undefined,
  };
  fake.globals = {
    SpreadsheetApp: service('SpreadsheetApp', {
      CopyPasteType: { PASTE_VALUES: 'PASTE_VALUES' },
      getActiveSpreadsheet: () => spreadsheet,
      SheetType: { GRID: 'GRID', OBJECT: 'OBJECT', DATASOURCE: 'DATASOURCE' },
      flush: () => undefined,
      ...besides.builders,
      getUi: () =>
        service('Ui', {
          createAddonMenu: () => service('Menu', menu),
          showSidebar: (shown: { file: string; title: string }) => {
            fake.sidebar = shown;
          },
          showModelessDialog: (shown: HtmlOutput, title: string) => {
            fake.dialog = { html: shown.getContent(), ...shown.size, title };
          },
        }),
    }),
    Charts: besides.charts,
    Utilities: service('Utilities', {
      sleep: (milliseconds: number) => {
        fake.slept += milliseconds;
      },
    }),
    LockService: service('LockService', {
      getDocumentLock: () =>
        service('Lock', {
          tryLock: () => {
            if (fake.lockedByOther) return false;
            fake.locked = true;
            return true;
          },
          releaseLock: () => {
            fake.locked = false;
          },
        }),
    }),
    HtmlService: service('HtmlService', {
      createHtmlOutputFromFile: (file: string) => ({
        setTitle: (title: string) => ({ file, title }),
        getContent: () => fake.files[file],
      }),
      createHtmlOutput: (html: string) => {
        const output: HtmlOutput = {
          size: { width: 0, height: 0 },
          getContent: () => html,
          setWidth: width => Object.assign(output, { size: { ...output.size, width } }),
          setHeight: height => Object.assign(output, { size: { ...output.size, height } }),
        };
        return output;
      },
    }),
  };
  return fake;
}
