import { parseRange } from '../../../../src/cells/address';
import type { HostObject } from './hostObject';
import { type Model, References } from './interpret';
import { rangeOf } from './range';
import { REFUSALS } from './refusal';
import { type HostState, mustFind } from './state';
import { worksheetsOf } from './worksheet';

/** Excel's events that the host raises, by the number that the client knows them by. */
export const EVENTS = { DataChanged: 10, Calculated: 16, Deleted: 15 } as const;
export type EventName = keyof typeof EVENTS;

/** The workbook and the services beside it, as the client reaches them. */
export function modelOf(state: HostState): Model {
  return { workbook: workbookOf(state), services: servicesOf(state), references: new References() };
}

/** What begins and ends listening to each event. */
function listening(state: HostState): Record<string, () => void> {
  return Object.fromEntries(
    Object.keys(EVENTS).flatMap(name => [
      [`_Register${name}Event`, () => state.listening.add(name) && undefined],
      [`_Unregister${name}Event`, () => state.listening.delete(name) && undefined],
    ]),
  );
}

function workbookOf(state: HostState): HostObject {
  const worksheets = worksheetsOf(state, listening(state));
  return {
    kind: 'Workbook',
    scalars: { readOnly: () => state.isReadOnly },
    parts: {
      worksheets: () => worksheets,
      names: () => ({
        kind: 'NamedItemCollection',
        items: () =>
          state.names.map(({ name, formula }) => ({
            kind: 'NamedItem',
            scalars: { name: () => name, formula: () => formula },
          })),
      }),
      application: () => applicationOf(state),
      functions: () => functionsOf(state),
    },
    methods: {
      getSelectedRange: () => {
        // Several areas, or a chart.
        if (state.selection === null) throw REFUSALS.invalidSelection();
        const cells = parseRange(state.selection);
        return rangeOf(state, mustFind(state, cells.sheet!), {
          row: cells.top,
          column: cells.left,
          rows: cells.bottom! - cells.top + 1,
          columns: cells.right! - cells.left + 1,
        });
      },
    },
  };
}

/** Days between the two ways in which a workbook counts them. Origin: Microsoft, Date systems in Excel. */
const BETWEEN_DATE_SYSTEMS = 1462;

/** Excel's own functions, as far as an add-in has them calculated. */
function functionsOf(state: HostState): HostObject {
  return {
    kind: 'Functions',
    methods: {
      date: (year: number, month: number, day: number) => ({
        kind: 'FunctionResult',
        scalars: {
          value: () =>
            Date.UTC(year, month - 1, day) / 86_400_000 + 25_569 - (state.counts1904 ? BETWEEN_DATE_SYSTEMS : 0),
        },
      }),
    },
  };
}

function applicationOf(state: HostState): HostObject {
  return {
    kind: 'Application',
    scalars: { calculationMode: () => state.calculationMode },
    methods: {
      suspendApiCalculationUntilNextSync: () => {
        state.suspended += 1;
      },
    },
    parts: {
      cultureInfo: () => ({
        kind: 'CultureInfo',
        scalars: { name: () => state.culture },
        parts: {
          numberFormat: () => ({
            kind: 'NumberFormatInfo',
            scalars: {
              numberDecimalSeparator: () => state.decimalSeparator,
              numberGroupSeparator: () => state.thousandsSeparator,
            },
          }),
        },
      }),
    },
  };
}

/** What `Office.addin` speaks to: the pane, and whether it comes with the workbook. */
function servicesOf(state: HostState): Record<string, HostObject> {
  const { pane } = state;
  return {
    'Microsoft.AppRuntime.AppRuntimeService': {
      kind: 'AppRuntimeService',
      methods: {
        setAppRuntimeState: (to: string) => {
          pane.state = to;
        },
        getAppRuntimeState: () => pane.state,
      },
    },
    'Microsoft.AppRuntime.AppRuntimePersistenceService': {
      kind: 'AppRuntimePersistenceService',
      methods: {
        setAppRuntimeStartState: (to: string) => {
          pane.startsWithWorkbook = to === 'Background';
        },
        getAppRuntimeStartState: () => (pane.startsWithWorkbook ? 'Background' : 'Inactive'),
      },
    },
  };
}
