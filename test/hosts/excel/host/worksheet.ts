import { parseRange, quoteSheet } from '../../../../src/cells/address';
import type { HostObject } from './hostObject';
import { rangeOf, usedPart } from './range';
import { recorded } from './recorder';
import { REFUSALS } from './refusal';
import { findSheet, type HostState, mustBeWritable, mustFind, mustTakeSheets, noteLook } from './state';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** What may be said of a chart. */
const CHART_MEMBERS = [
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
const PAGE_MEMBERS = ['orientation', 'zoom', 'setPrintArea', 'setPrintTitleRows'];

/** A sheet that is there; it may be gone later. */
export function worksheetOf(state: HostState, sheet: string): HostObject {
  const { engine } = state;
  const note = (text: string) => noteLook(state, text);
  const noteChange = (text: string) => {
    mustBeWritable(state, sheet);
    note(text);
  };
  const frozen = (text: string) => note(`${mustFind(state, sheet)} ${text}`);
  return {
    kind: 'Worksheet',
    id: () => `{${sheet}}`,
    shownAs: () => sheet,
    scalars: {
      name: () => mustFind(state, sheet),
      id: () => `{${sheet}}`,
      visibility: () => (state.hiddenSheets.has(mustFind(state, sheet)) ? 'Hidden' : 'Visible'),
    },
    parts: {
      freezePanes: () => ({
        kind: 'WorksheetFreezePanes',
        methods: {
          freezeRows: (count: number) => frozen(`freezeRows ${count}`),
          freezeColumns: (count: number) => frozen(`freezeColumns ${count}`),
          freezeAt: (_cells: HostObject) => frozen('freezeAt'),
        },
      }),
      notes: () => ({
        kind: 'NoteCollection',
        methods: {
          add: (cell: HostObject, text: string) => {
            noteChange(`${cell.shownAs!()} note ${text}`);
            return { kind: 'Note' };
          },
        },
      }),
      pageLayout: () => recorded(note, sheet, 'page', PAGE_MEMBERS),
      charts: () => ({
        kind: 'ChartCollection',
        methods: {
          add: (type: string, source: HostObject, by: string) => {
            noteChange(`${sheet} chart ${type} ${source.shownAs!()} ${by}`);
            return recorded(noteChange, sheet, 'chart', CHART_MEMBERS);
          },
        },
      }),
    },
    methods: {
      getRangeByIndexes: (row: number, column: number, rows: number, columns: number) => {
        if (rows < 1 || columns < 1 || row + rows > LAST_ROW || column + columns > LAST_COLUMN)
          throw REFUSALS.invalidArgument();
        return rangeOf(state, sheet, { row, column, rows, columns });
      },
      getRange: (address: string) => {
        const { top, left, bottom, right } = readAddress(address);
        return rangeOf(state, sheet, {
          row: top,
          column: left,
          rows: (bottom ?? LAST_ROW - 1) - top + 1,
          columns: (right ?? LAST_COLUMN - 1) - left + 1,
        });
      },
      getUsedRangeOrNullObject: () => {
        const used = usedPart(state, mustFind(state, sheet));
        return used && rangeOf(state, sheet, used);
      },
      activate: () => {
        state.selection = `${quoteSheet(mustFind(state, sheet))}!A1`;
      },
      delete: () => {
        mustTakeSheets(state);
        const name = mustFind(state, sheet);
        mustBeWritable(state, name);
        const left = engine.sheets().filter(other => other !== name && !state.hiddenSheets.has(other));
        if (left.length === 0) throw REFUSALS.workbookProtected();
        engine.apply([{ kind: 'remove sheet', sheet: name, expected: [] }]);
      },
    },
  };
}

/** All sheets. */
export function worksheetsOf(state: HostState, events: Record<string, () => void>): HostObject {
  const { engine } = state;
  /** By name, or by the id that a sheet was given. */
  const find = (key: string) => findSheet(state, key.replace(/^\{(.*)\}$/, '$1'));
  return {
    kind: 'WorksheetCollection',
    items: () => engine.sheets().map(name => worksheetOf(state, name)),
    item: key => {
      const found = find(key);
      if (found === undefined) throw REFUSALS.notFound();
      return worksheetOf(state, found);
    },
    methods: {
      getCount: () => engine.sheets().length,
      getItemOrNullObject: (key: string) => {
        const found = find(key);
        return found === undefined ? null : worksheetOf(state, found);
      },
      add: (name: string) => {
        mustTakeSheets(state);
        if (find(name) !== undefined) throw REFUSALS.exists();
        engine.addSheet(name);
        return worksheetOf(state, name);
      },
      ...events,
    },
  };
}

function readAddress(address: string) {
  try {
    return parseRange(address);
  } catch {
    throw REFUSALS.invalidArgument();
  }
}
