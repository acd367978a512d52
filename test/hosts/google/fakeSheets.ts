import { parseRange, printRange } from '../../../src/cells/address';
import { isError } from '../../../src/cells/value';
import type { Written } from '../../../src/hosts/univer/headless';
import type { Block } from '../../../src/workbook/snapshot';
import { createGrid } from '../grid';
import { type Grid, isDateFormat, readTyping, withSeparator } from '../typing';
import { type Beside, besideCells } from './fakeBeside';
import { instantOf } from './instantOf';

/** What the fake spreadsheet is like, and what happened to it. */
export interface FakeSheets {
  /** The globals that Apps Script would give to a container-bound script with our scopes. */
  globals: Record<string, unknown>;
  engine: Grid;
  /** How often the script called a service, by `Class.method`. */
  calls: string[];
  /** Looks that were set, newest last: `Sheet!A1:B2 setFontWeight bold`. */
  looks: string[];
  toasts: string[];
  menu: { label: string; handler: string }[];
  /** The HTML file that is shown as the sidebar, or null. */
  sidebar: { file: string; title: string } | null;
  selection: { sheet: string; range: string };
  /** Sheets that refuse to be written. */
  protectedSheets: Set<string>;
  hiddenSheets: Set<string>;
  /** Named ranges, by their names: `Weekly!B4:B9`. */
  names: Record<string, string>;
  /** What stands beside the cells of a sheet. */
  beside(sheet: string): Beside;
}

interface Options {
  sheets: Block[];
  locale?: string;
  timeZone?: string;
  /** Makes dates in the realm of the script, as Apps Script does not do for custom functions. */
  date?: (milliseconds: number) => unknown;
}

/**
 * A spreadsheet behind the interface of SpreadsheetApp, as far as the script may use it, calculated by a real engine.
 * It counts service calls, makes dates of cells that are formatted as dates, reads written text as typing, refuses
 * comma-separated formulas in a locale whose decimal sign is the comma, and ends where the grid ends.
 */
export function fakeSheets({ sheets, locale = 'en_US', timeZone = 'Europe/Berlin', date }: Options): FakeSheets {
  const engine = createGrid(sheets);
  const names = () => engine.sheets();
  const size = new Map<string, { rows: number; columns: number }>();
  const makeDate = date ?? ((milliseconds: number) => new Date(milliseconds));
  const commaDecimals = !/^(en|ja|zh|ko|he|th)/.test(locale);
  const fake: FakeSheets = {
    globals: {},
    engine,
    calls: [],
    looks: [],
    toasts: [],
    menu: [],
    sidebar: null,
    selection: { sheet: sheets[0]?.name ?? 'Sheet1', range: 'A1' },
    protectedSheets: new Set(),
    hiddenSheets: new Set(),
    names: {},
    beside: name => besides.of(name),
  };
  /** Wraps an object so that every call is counted and an unknown one fails as it would in Apps Script. */
  const service = <T extends object>(kind: string, methods: T): T =>
    new Proxy(methods, {
      get(target, property: string) {
        const method = (target as Record<string, (...given: unknown[]) => unknown>)[property];
        if (!method) throw new TypeError(`${kind}.${property} is not a function`);
        // Lists of constants.
        if (typeof method === 'object') return method;
        return (...given: unknown[]) => {
          fake.calls.push(`${kind}.${property}`);
          return method(...given);
        };
      },
    });
  const formula = (text: string): Written => {
    // A comma between arguments, or a point in a number, is no formula where the comma is the decimal sign.
    if (commaDecimals && /[,{}]|\d\.\d/.test(text.replace(/"[^"]*"|'[^']*'/g, ''))) return { error: '#NAME?' };
    return { formula: withSeparator(text, ';', ',') };
  };
  const gridSize = (name: string) => {
    const used = engine.extent(name);
    const known = size.get(name) ?? { rows: 1000, columns: 26 };
    return { rows: Math.max(used.rows, known.rows), columns: Math.max(used.columns, known.columns) };
  };

  const writableSheet = (sheet: string) => {
    if (fake.protectedSheets.has(sheet)) throw new Error('You are trying to edit a protected cell or object.');
  };
  const besides = besideCells({ service, writable: writableSheet, understood: text => !isErrorCell(formula(text)) });

  const range = (sheet: string, row: number, column: number, rows: number, columns: number) => {
    const grid = gridSize(sheet);
    if (row < 0 || column < 0 || row + rows > grid.rows || column + columns > grid.columns || rows < 1 || columns < 1) {
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    }
    const a1 = printRange({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
    const read = () => withoutDrawings(engine.read(sheet, row, column, rows, columns));
    const writable = () => writableSheet(sheet);
    const look = (method: string) => (value: unknown) => {
      writable();
      fake.looks.push(`${sheet}!${a1} ${method} ${String(value)}`);
    };
    const methods = {
      getValues: () => {
        const { values, formats } = read();
        return values.map((line, r) =>
          line.map((cell, c) => {
            if (cell === null) return '';
            if (isError(cell)) return cell.error;
            if (typeof cell === 'number' && isDateFormat(formats[r]![c]!)) return makeDate(instantOf(cell, timeZone));
            return cell;
          }),
        );
      },
      getFormulas: () => read().formulas.map(line => line.map(text => text ?? '')),
      getNumberFormats: () => read().formats,
      setValues: (values: unknown[][]) => {
        writable();
        if (values.length !== rows || values.some(line => line.length !== columns)) {
          throw new Error(`The number of rows in the data does not match the number of rows in the range ${a1}.`);
        }
        const typed = values.map(line =>
          line.map(value => (typeof value === 'string' ? readTyping(value, formula) : { content: value as Written })),
        );
        engine.write(
          sheet,
          row,
          column,
          typed.map(line => line.map(({ content }) => content)),
        );
        typed.forEach((line, r) => {
          line.forEach(({ format }, c) => {
            if (format) engine.setNumberFormat(sheet, row + r, column + c, 1, 1, format);
          });
        });
      },
      setFormula: (text: string) => {
        writable();
        engine.write(sheet, row, column, [[formula(text)]]);
      },
      setNumberFormat: (format: string) => {
        writable();
        engine.setNumberFormat(sheet, row, column, rows, columns, format);
      },
      setFontWeight: look('setFontWeight'),
      setFontStyle: look('setFontStyle'),
      setBackground: look('setBackground'),
      setFontColor: look('setFontColor'),
      setFontSize: look('setFontSize'),
      setWrap: look('setWrap'),
      setHorizontalAlignment: look('setHorizontalAlignment'),
      copyTo: (to: { getA1Notation(): string }, type: string, transposed: boolean) => {
        writable();
        // Only values onto themselves: what a script does to leave the results of formulas.
        if (to.getA1Notation() !== a1 || type !== 'PASTE_VALUES' || transposed) throw new Error('not in the fake');
        engine.write(sheet, row, column, read().values);
      },
      clearContent: () => {
        writable();
        engine.write(
          sheet,
          row,
          column,
          Array.from({ length: rows }, () => Array(columns).fill(null)),
        );
      },
      isBlank: () => {
        const { values, formulas } = read();
        return values.flat().every(cell => cell === null) && formulas.flat().every(text => text === null);
      },
      setFormulas: (given: string[][]) => {
        writable();
        engine.write(
          sheet,
          row,
          column,
          given.map(line => line.map(formula)),
        );
      },
      getNotes: () => gridOf(rows, columns, (r, c) => besides.notes(sheet).get(`${row + r},${column + c}`) ?? ''),
      setNotes: (notes: string[][]) => {
        writable();
        notes.forEach((line, r) => {
          line.forEach((text, c) => {
            const at = `${row + r},${column + c}`;
            if (text === '') besides.notes(sheet).delete(at);
            else besides.notes(sheet).set(at, text);
          });
        });
      },
      getDataValidations: () =>
        gridOf(rows, columns, (r, c) => besides.validations(sheet).get(`${row + r},${column + c}`) ?? null),
      setDataValidation: (rule: object | null) =>
        besides.validate(
          sheet,
          row,
          column,
          gridOf(rows, columns, () => rule),
        ),
      setDataValidations: (rules: (object | null)[][]) => besides.validate(sheet, row, column, rules),
      protect: () => besides.protect(sheet, a1),
      activate: () => {
        fake.selection = { sheet, range: a1 };
      },
      getA1Notation: () => a1,
      getSheet: () => sheetOf(sheet),
      getRow: () => row + 1,
      getColumn: () => column + 1,
    };
    return service('Range', methods);
  };

  const sheetOf = (name: string): object =>
    service('Sheet', {
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
        engine.insertRows(name, row - 1, count);
        size.set(name, { ...gridSize(name), rows: gridSize(name).rows + count });
      },
      deleteRows: (row: number, count: number) => {
        writableSheet(name);
        size.set(name, { ...gridSize(name), rows: gridSize(name).rows - count });
        engine.apply([{ kind: 'remove rows', sheet: name, row: row - 1, count }]);
      },
      insertRowsAfter: (row: number, count: number) => {
        if (row < engine.extent(name).rows) engine.insertRows(name, row, count);
        size.set(name, { ...gridSize(name), rows: gridSize(name).rows + count });
      },
      insertColumnsAfter: (_column: number, count: number) => {
        const columns = gridSize(name).columns + count;
        size.set(name, { ...gridSize(name), columns });
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
      },
    });

  const byName = (wanted: string) => names().find(name => name.toLowerCase() === wanted.toLowerCase());
  const spreadsheet = service('Spreadsheet', {
    getSheets: () => names().map(sheetOf),
    getSheetByName: (name: string) => {
      const found = byName(name);
      return found ? sheetOf(found) : null;
    },
    insertSheet: (name: string, _index?: number) => {
      if (byName(name)) throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
      engine.addSheet(name);
      fake.selection = { sheet: name, range: 'A1' };
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
    getActiveSheet: () => sheetOf(fake.selection.sheet),
    setActiveSheet: () => undefined,
    getActiveRange: () => {
      const { top, left, bottom, right } = parseRange(fake.selection.range);
      return range(fake.selection.sheet, top, left, bottom! - top + 1, right! - left + 1);
    },
    toast: (message: string) => fake.toasts.push(message),
  });
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
      flush: () => undefined,
      ...besides.builders,
      getUi: () =>
        service('Ui', {
          createAddonMenu: () => service('Menu', menu),
          showSidebar: (shown: { file: string; title: string }) => {
            fake.sidebar = shown;
          },
        }),
    }),
    Charts: besides.charts,
    HtmlService: service('HtmlService', {
      createHtmlOutputFromFile: (file: string) => ({ setTitle: (title: string) => ({ file, title }) }),
    }),
  };
  return fake;
}

/** A grid of cells, each by its place. */
function gridOf<T>(rows: number, columns: number, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column)));
}

/** A cell of Sheets' own SPARKLINE, which the engine does not know, shows a drawing and has no value. */
function withoutDrawings(block: Required<Block>): Required<Block> {
  const isDrawing = (r: number, c: number) => block.formulas[r]![c]?.startsWith('=SPARKLINE(') === true;
  return {
    ...block,
    values: block.values.map((line, r) => line.map((cell, c) => (isDrawing(r, c) ? null : cell))),
  };
}

function isErrorCell(written: Written): boolean {
  return typeof written === 'object' && written !== null && 'error' in written;
}
