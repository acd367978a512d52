import { parseRange, printRange, quoteSheet } from '../../../src/cells/address';
import { isError } from '../../../src/cells/value';
import { isCellFunction } from '../../../src/functions/evaluate';
import { respelled } from '../../../src/functions/spellings';
import type { Written } from '../../../src/hosts/univer/headless';
import { type Grid, readTyping, type Typed } from '../typing';
import { entitiesOf } from './entity';
import { recorder } from './recorder';

/** A fake Excel, and what happened to it. */
export interface FakeExcel {
  /** The globals `Excel`, `Office` and `CustomFunctions`. */
  globals: { Excel: object; Office: object; CustomFunctions: object };
  engine: Grid;
  /** Round trips made: `context.sync()` with something to do. */
  syncs: number;
  selection: string;
  /** Custom functions by id. */
  functions: Map<string, (...given: unknown[]) => unknown>;
  /** Ribbon commands by id. */
  commands: Map<string, (event: { completed(): void }) => unknown>;
  /** Formulas that were written, as they were spelled. */
  typed: string[];
  /** Looks that were set: `Sheet!A1:B1 font.bold true`. */
  hiddenSheets: Set<string>;
  /** Defined names with their formulas: `=Weekly!$B$4`. */
  names: { name: string; formula: string }[];
  looks: string[];
  protectedSheets: Set<string>;
  /** Whether add-ins may write notes, as they may from ExcelApi 1.18 on. */
  takesNotes: boolean;
  /** Tells the listeners that cells changed. */
  changed(): Promise<void>;
  listeners: Set<() => Promise<void>>;
}

/** What may be said of a conditional format and of a chart. */
const conditionalMembers = [
  'custom.rule.formula',
  'custom.format.fill.color',
  'custom.format.font.color',
  'custom.format.font.bold',
  'custom.format.font.italic',
];
const chartMembers = [
  'setPosition',
  'title.text',
  'legend.visible',
  'legend.position',
  'axes.valueAxis.numberFormat',
  'axes.valueAxis.minimum',
  ...['getItemAt', 'add'].flatMap(series =>
    [
      '',
      '.name',
      '.setValues',
      '.setXAxisValues',
      '.markerStyle',
      '.format.line.color',
      '.format.line.lineStyle',
      '.format.fill.setSolidColor',
    ].map(member => `series.${series}${member}`),
  ),
];

interface Place {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Makes a fake Excel the one that the code finds; returns what takes it away again. */
export function installExcel({ globals }: FakeExcel): () => void {
  Object.assign(globalThis, globals);
  return () => {
    for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name);
  };
}

/**
 * A spreadsheet behind the interface of Excel's JavaScript object model: what is not loaded and synced cannot be read.
 *
 * @param engine  what holds the cells and calculates them
 */
export function fakeExcel(engine: Grid): FakeExcel {
  const names = () => engine.sheets();
  let queue: (() => void)[] = [];
  const fake: FakeExcel = {
    globals: { Excel: {}, Office: {}, CustomFunctions: {} },
    engine,
    syncs: 0,
    selection: `${quoteSheet(engine.sheets()[0] ?? 'Sheet1')}!A1`,
    functions: new Map(),
    commands: new Map(),
    typed: [],
    hiddenSheets: new Set(),
    names: [],
    looks: [],
    protectedSheets: new Set(),
    takesNotes: true,
    listeners: new Set(),
    changed: async () => {
      for (const listener of [...fake.listeners]) await listener();
    },
  };
  const later = (action: () => void) => {
    queue.push(action);
  };
  const entity = entitiesOf(later);
  const record = recorder(later, text => fake.looks.push(text));

  /** Excel puts the add-in's namespace before its functions. */
  const spelled = (text: string) =>
    respelled(text, { isOurs: isCellFunction, spell: name => `COMPASS.${name}` }, true) ?? text;
  const formula = (text: string): Written => {
    fake.typed.push(text);
    return { formula: text.replace(/\bCOMPASS\./g, '') };
  };
  const find = (name: string) => names().find(one => one.toLowerCase() === name.toLowerCase());
  const must = (name: string) => {
    const found = find(name);
    if (!found) throw new Error("The requested resource doesn't exist.");
    return found;
  };
  const writable = (name: string) => {
    if (fake.protectedSheets.has(must(name)))
      throw new Error("You can't perform the requested operation because the worksheet is protected.");
  };

  const usedPart = (name: string): Place | null => {
    const found = find(name);
    const used = found ? engine.extent(found) : { rows: 0, columns: 0 };
    return used.rows === 0 ? null : { row: 0, column: 0, ...used };
  };

  /** A rectangle whose place may be known only when it is asked for. */
  const range = (sheet: () => string, where: () => Place | null): object => {
    const place = () => (find(sheet()) ? where() : null);
    const at = () => {
      const found = place();
      if (!found) throw new Error('The object is a null object.');
      return found;
    };
    const address = () => {
      const { row, column, rows, columns } = at();
      return `${quoteSheet(must(sheet()))}!${printRange({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 })}`;
    };
    const read = () => {
      const { row, column, rows, columns } = at();
      return engine.read(must(sheet()), row, column, rows, columns);
    };
    const values = () =>
      read().values.map(line => line.map(cell => (cell === null ? '' : isError(cell) ? cell.error : cell)));
    const write = (given: unknown[][]) => {
      writable(sheet());
      const { row, column, rows, columns } = at();
      if (given.length !== rows || given.some(line => line.length !== columns)) {
        throw new Error('The argument is invalid or missing or has an incorrect format.');
      }
      const stood = read();
      const typed = given.map((line, r) =>
        line.map((value, c): Typed => {
          if (typeof value === 'string') return readTyping(value, formula);
          // Excel leaves a cell alone that is given null.
          const left = stood.formulas[r]![c];
          return { content: value !== null ? (value as Written) : left ? { formula: left } : stood.values[r]![c]! };
        }),
      );
      engine.write(
        must(sheet()),
        row,
        column,
        typed.map(line => line.map(({ content }) => content)),
      );
      for (const [r, line] of typed.entries()) {
        for (const [c, brought] of line.entries()) {
          if (brought.format) engine.setNumberFormat(must(sheet()), row + r, column + c, 1, 1, brought.format);
        }
      }
    };
    const look = (what: string) => (value: unknown) => {
      writable(sheet());
      fake.looks.push(`${address()} ${what} ${String(value)}`);
    };
    const format = entity(
      'RangeFormat',
      {},
      {
        font: entity(
          'RangeFont',
          {},
          {},
          { bold: look('font.bold'), italic: look('font.italic'), color: look('font.color'), size: look('font.size') },
        ),
        fill: entity('RangeFill', {}, {}, { color: look('fill.color') }),
      },
      {
        wrapText: look('wrapText'),
        horizontalAlignment: look('horizontalAlignment'),
        columnWidth: look('columnWidth'),
      },
    );
    return entity(
      'Range',
      {
        values,
        formulas: () => {
          const shown = values();
          return read().formulas.map((line, r) =>
            line.map((text, c) => (text === null ? shown[r]![c] : spelled(text))),
          );
        },
        numberFormat: () => read().formats,
        rowIndex: () => at().row,
        columnIndex: () => at().column,
        address,
        isNullObject: () => place() === null,
      },
      {
        format,
        shownAs: address,
        conditionalFormats: {
          add: (type: string) => record(address, type, conditionalMembers),
        },
        dataValidation: record(address, 'dataValidation', ['rule', 'ignoreBlanks', 'errorAlert']),
        delete: (shift: 'Up' | 'Left') =>
          later(() => {
            writable(sheet());
            const { row, column, rows, columns } = at();
            const name = must(sheet());
            if (shift === 'Up') engine.apply([{ kind: 'remove rows', sheet: name, row, count: rows }]);
            else engine.apply([{ kind: 'remove columns', sheet: name, column, count: columns }]);
          }),
        insert: () =>
          later(() => {
            writable(sheet());
            engine.insertRows(must(sheet()), at().row, at().rows);
          }),
        getSpillingToRangeOrNullObject: () =>
          range(sheet, () => {
            const from = place();
            const filled = from && engine.filledFrom(must(sheet()), from.row, from.column);
            return filled && { row: from.row, column: from.column, ...filled };
          }),
        copyFrom: (source: { shownAs(): string }, type: string) =>
          later(() => {
            writable(sheet());
            // Only values onto themselves: what leaves the results of formulas.
            if (source.shownAs() !== address() || type !== 'Values') throw new Error('not in the fake');
            engine.write(must(sheet()), at().row, at().column, read().values);
          }),
        select: () =>
          later(() => {
            fake.selection = address();
          }),
        getUsedRangeOrNullObject: (_valuesOnly?: boolean) =>
          range(sheet, () => {
            const [whole, used] = [place(), usedPart(sheet())];
            if (!whole || !used) return null;
            const rows = Math.min(whole.row + whole.rows, used.rows) - whole.row;
            const columns = Math.min(whole.column + whole.columns, used.columns) - whole.column;
            return rows > 0 && columns > 0 ? { ...whole, rows, columns } : null;
          }),
      },
      {
        values: write,
        formulas: write,
        numberFormat: (given: string[][]) => {
          writable(sheet());
          const { row, column } = at();
          for (const [r, line] of given.entries()) {
            for (const [c, code] of line.entries())
              engine.setNumberFormat(must(sheet()), row + r, column + c, 1, 1, code);
          }
        },
      },
    );
  };

  const worksheet = (name: () => string) =>
    entity(
      'Worksheet',
      { name: () => must(name()), isNullObject: () => find(name()) === undefined },
      {
        getRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
          range(name, () => ({ row, column, rows, columns })),
        getRange: (address: string) => {
          const { top, left, bottom, right } = parseRange(address);
          return range(name, () => ({
            row: top,
            column: left,
            rows: (bottom ?? 1_048_575) - top + 1,
            columns: (right ?? 16_383) - left + 1,
          }));
        },
        getUsedRangeOrNullObject: (_valuesOnly?: boolean) => range(name, () => usedPart(name())),
        freezePanes: {
          freezeRows: (count: number) => later(() => fake.looks.push(`${must(name())} freezeRows ${count}`)),
          freezeColumns: (count: number) => later(() => fake.looks.push(`${must(name())} freezeColumns ${count}`)),
          freezeAt: (_frozen: object) => later(() => fake.looks.push(`${must(name())} freezeAt`)),
        },
        activate: () =>
          later(() => {
            fake.selection = `${quoteSheet(must(name()))}!A1`;
          }),
        delete: () =>
          later(() => {
            const found = find(name());
            if (!found) return;
            writable(found);
            engine.apply([{ kind: 'remove sheet', sheet: found, expected: [] }]);
          }),
        notes: {
          add: (cell: { shownAs(): string }, text: string) =>
            later(() => {
              writable(name());
              fake.looks.push(`${cell.shownAs()} note ${text}`);
            }),
        },
        pageLayout: record(() => must(name()), 'page', ['orientation', 'zoom', 'setPrintArea', 'setPrintTitleRows']),
        charts: {
          add: (type: string, source: { shownAs(): string }, by: string) => {
            const told = record(() => must(name()), 'chart', chartMembers);
            later(() => {
              writable(name());
              fake.looks.push(`${must(name())} chart ${type} ${source.shownAs()} ${by}`);
            });
            return told;
          },
        },
      },
    );

  const event = (kind: string) => ({
    add: (handler: () => Promise<void>) => {
      later(() => fake.listeners.add(handler));
      return { kind, context, remove: () => later(() => fake.listeners.delete(handler)) };
    },
  });
  const context = {
    workbook: {
      worksheets: entity(
        'WorksheetCollection',
        {
          'items/name': () =>
            names().map(name => ({ name, visibility: fake.hiddenSheets.has(name) ? 'Hidden' : 'Visible' })),
          'items/visibility': () => undefined,
        },
        {
          getItem: (name: string) => worksheet(() => must(name)),
          getItemOrNullObject: (name: string) => worksheet(() => name),
          add: (name: string) => {
            later(() => {
              if (find(name)) throw new Error('A resource with the same name or identifier already exists.');
              engine.addSheet(name);
            });
            return worksheet(() => name);
          },
          onChanged: event('changed'),
          onCalculated: event('calculated'),
        },
      ),
      names: entity('NamedItemCollection', { 'items/name': () => fake.names, 'items/formula': () => undefined }, {}),
      getSelectedRange: () => {
        const cells = parseRange(fake.selection);
        return range(
          () => cells.sheet!,
          () => ({
            row: cells.top,
            column: cells.left,
            rows: cells.bottom! - cells.top + 1,
            columns: cells.right! - cells.left + 1,
          }),
        );
      },
    },
    sync: async () => {
      if (queue.length === 0) return;
      fake.syncs += 1;
      const batch = queue;
      queue = [];
      for (const action of batch) action();
      await engine.calculated();
    },
  };
  class CustomFunctionsError {
    constructor(
      readonly code: string,
      readonly message?: string,
    ) {}
  }
  fake.globals = {
    Excel: {
      run: async (first: unknown, second?: (given: typeof context) => Promise<unknown>) => {
        const result = await (second ?? (first as (given: typeof context) => Promise<unknown>))(context);
        await context.sync();
        return result;
      },
    },
    Office: {
      onReady: async (ready?: (info: object) => unknown) => {
        const info = { host: 'Excel', platform: 'OfficeOnline' };
        await ready?.(info);
        return info;
      },
      context: {
        contentLanguage: 'de-DE',
        requirements: { isSetSupported: (_set: string, version: string) => version !== '1.18' || fake.takesNotes },
      },
      addin: {
        showAsTaskpane: async () => undefined,
      },
      actions: {
        associate: (id: string, command: (event: { completed(): void }) => unknown) => fake.commands.set(id, command),
      },
    },
    CustomFunctions: {
      associate: (id: string, answer: (...given: unknown[]) => unknown) => fake.functions.set(id, answer),
      Error: CustomFunctionsError,
    },
  };
  return fake;
}
