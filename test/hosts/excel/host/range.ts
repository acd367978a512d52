import { parseRange, printRange, quoteSheet } from '../../../../src/cells/address';
import { isError } from '../../../../src/cells/value';
import type { Written } from '../../../../src/hosts/univer/headless';
import { readTyping, type Typed } from '../../typing';
import type { HostObject } from './hostObject';
import { recorded } from './recorder';
import { NotUnderstood, REFUSALS } from './refusal';
import { enteredFormula, type HostState, mustBeWritable, mustFind, noteLook, shownFormula } from './state';

/** A rectangle of a sheet, 0-based. */
export interface Place {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

const FORMAT_MEMBERS = [
  'font.bold',
  'font.italic',
  'font.color',
  'font.size',
  'fill.color',
  'wrapText',
  'horizontalAlignment',
  'columnWidth',
];

/** What may be said of a conditional format. */
const CONDITIONAL_MEMBERS = [
  'custom.rule.formula',
  'custom.format.fill.color',
  'custom.format.font.color',
  'custom.format.font.bold',
  'custom.format.font.italic',
];

/** The part of a sheet that holds anything. */
export function usedPart({ engine }: HostState, sheet: string): Place | null {
  const used = engine.extent(sheet);
  return used.rows === 0 ? null : { row: 0, column: 0, ...used };
}

/** Some cells of a sheet that is there. */
export function rangeOf(state: HostState, sheet: string, place: Place): HostObject {
  const { engine } = state;
  const { row, column, rows, columns } = place;
  const address = `${quoteSheet(sheet)}!${printRange({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 })}`;
  const read = () => engine.read(mustFind(state, sheet), row, column, rows, columns);
  const values = () =>
    read().values.map(line => line.map(cell => (cell === null ? '' : isError(cell) ? cell.error : cell)));
  const note = (text: string) => {
    mustBeWritable(state, sheet);
    noteLook(state, text);
  };
  const changing = (change: () => void) => {
    mustBeWritable(state, sheet);
    change();
  };
  const write = (given: unknown[][]) => changing(() => writeCells(state, sheet, place, given, read()));
  return {
    kind: 'Range',
    shownAs: () => address,
    scalars: {
      values,
      valueTypes: () => read().values.map(line => line.map(typeOf)),
      formulas: () => {
        const shown = values();
        return read().formulas.map((line, r) =>
          line.map((text, c) => (text === null ? shown[r]![c] : shownFormula(text))),
        );
      },
      numberFormat: () => read().formats,
      rowIndex: () => row,
      columnIndex: () => column,
      rowCount: () => rows,
      columnCount: () => columns,
      address: () => address,
    },
    setters: {
      values: write,
      formulas: write,
      numberFormat: (given: string | string[][]) =>
        changing(() => {
          if (typeof given === 'string') {
            engine.setNumberFormat(mustFind(state, sheet), row, column, rows, columns, given);
            return;
          }
          mustHaveShape(given, place);
          for (const [r, line] of given.entries()) {
            for (const [c, code] of line.entries())
              engine.setNumberFormat(mustFind(state, sheet), row + r, column + c, 1, 1, code);
          }
        }),
    },
    parts: {
      format: () => recorded(note, address, '', FORMAT_MEMBERS),
      conditionalFormats: () => ({
        kind: 'ConditionalFormatCollection',
        methods: { add: (type: string) => recorded(note, address, type, CONDITIONAL_MEMBERS) },
      }),
      dataValidation: () => recorded(note, address, 'dataValidation', ['rule', 'ignoreBlanks', 'errorAlert']),
    },
    methods: {
      delete: (shift: 'Up' | 'Left') =>
        changing(() =>
          engine.apply([
            shift === 'Up'
              ? { kind: 'remove rows', sheet: mustFind(state, sheet), row, count: rows }
              : { kind: 'remove columns', sheet: mustFind(state, sheet), column, count: columns },
          ]),
        ),
      insert: () => {
        changing(() => engine.insertRows(mustFind(state, sheet), row, rows));
        return rangeOf(state, sheet, place);
      },
      clear: (what: string) =>
        changing(() => {
          if (what !== 'Contents') throw new NotUnderstood(`Range.clear(${what}) is not understood.`);
          engine.write(
            mustFind(state, sheet),
            row,
            column,
            Array.from({ length: rows }, () => Array<Written>(columns).fill(null)),
          );
        }),
      copyFrom: (source: HostObject, type: string) =>
        changing(() => {
          // Values onto themselves only: what leaves the results of formulas.
          if (source.shownAs?.() !== address || type !== 'Values')
            throw new NotUnderstood('Only values that are pasted onto themselves are understood.');
          engine.write(mustFind(state, sheet), row, column, read().values);
        }),
      select: () => {
        state.selection = address;
      },
      // The client writes more than 1,500 cells in slices of rows, after it has had the size of the whole looked at.
      _ValidateArraySize: (wantedRows: number, wantedColumns: number) => {
        if (wantedRows !== rows || wantedColumns !== columns) throw REFUSALS.invalidArgument();
      },
      getRow: (index: number) => rangeOf(state, sheet, { ...place, row: row + index, rows: 1 }),
      getBoundingRect: (other: HostObject) => {
        const { top, left, bottom, right } = parseRange(other.shownAs!());
        const first = { row: Math.min(row, top), column: Math.min(column, left) };
        return rangeOf(state, sheet, {
          ...first,
          rows: Math.max(row + rows, bottom! + 1) - first.row,
          columns: Math.max(column + columns, right! + 1) - first.column,
        });
      },
      getSpillingToRangeOrNullObject: () => {
        const filled = engine.filledFrom(mustFind(state, sheet), row, column);
        return filled && rangeOf(state, sheet, { row, column, ...filled });
      },
      getUsedRangeOrNullObject: () => {
        const used = usedPart(state, mustFind(state, sheet));
        if (!used) return null;
        const inUse = {
          ...place,
          rows: Math.min(row + rows, used.rows) - row,
          columns: Math.min(column + columns, used.columns) - column,
        };
        return inUse.rows > 0 && inUse.columns > 0 ? rangeOf(state, sheet, inUse) : null;
      },
    },
  };
}

function mustHaveShape(given: unknown[][], { rows, columns }: Place): void {
  if (given.length !== rows || given.some(line => line.length !== columns)) throw REFUSALS.invalidArgument();
}

function writeCells(
  state: HostState,
  sheet: string,
  place: Place,
  given: unknown[][],
  stood: ReturnType<HostState['engine']['read']>,
): void {
  mustHaveShape(given, place);
  const typed = given.map((line, r) =>
    line.map((value, c): Typed => {
      if (typeof value === 'string') return readTyping(value, text => enteredFormula(state, text));
      // Excel leaves a cell alone that is given null.
      const left = stood.formulas[r]![c];
      return { content: value !== null ? (value as Written) : left ? { formula: left } : stood.values[r]![c]! };
    }),
  );
  const name = mustFind(state, sheet);
  state.engine.write(
    name,
    place.row,
    place.column,
    typed.map(line => line.map(({ content }) => content)),
  );
  for (const [r, line] of typed.entries()) {
    for (const [c, { format }] of line.entries())
      if (format) state.engine.setNumberFormat(name, place.row + r, place.column + c, 1, 1, format);
  }
}

/** Origin of the words: Microsoft, Excel.RangeValueType. */
function typeOf(cell: unknown): string {
  if (cell === null) return 'Empty';
  if (isError(cell as never)) return 'Error';
  return typeof cell === 'number' ? 'Double' : typeof cell === 'boolean' ? 'Boolean' : 'String';
}
