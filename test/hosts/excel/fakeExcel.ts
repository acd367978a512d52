import { setImmediate as turn } from 'node:timers/promises';
import type { Grid } from '../typing';
import { clientOf } from './client';
import { type Host, hostOf } from './host/host';
import { type HostState, hostState } from './host/state';
import { withNotes } from './notes';

/** An Excel for tests: Microsoft's client library above our host, and what happened to them. */
export interface FakeExcel extends HostState, Host {
  /** The globals `Excel`, `Office` and `CustomFunctions`. */
  globals: { Excel: object; Office: object; CustomFunctions: object };
  /** Custom functions by id. */
  functions: Map<string, (...given: unknown[]) => unknown>;
  /** Ribbon commands by id. */
  commands: Map<string, (event: { completed(): void }) => unknown>;
  /** The requirement sets of this Excel; `ExcelApi` at the version that the client library knows. */
  supports: Map<string, string>;
  /** Raises the events of a change, and waits until the listeners have them. */
  changed(about?: object): Promise<void>;
}

/**
 * Makes a fake Excel the one that the code finds.
 *
 * @returns  what takes it away again; it fails if anything was asked of the host that it does not understand
 */
export function installExcel({ globals, notUnderstood }: FakeExcel): () => void {
  Object.assign(globalThis, globals);
  return () => {
    for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name);
    if (notUnderstood.length > 0) throw new Error(`Asked of Excel, and not understood: ${notUnderstood.join('; ')}`);
  };
}

/** Whether one version, `1.9`, is at least another. */
function reaches(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/**
 * Opens a workbook in Excel.
 *
 * @param engine  what holds the cells and calculates them
 */
export function fakeExcel(engine: Grid): FakeExcel {
  const host = hostOf(hostState(engine));
  const { Excel, CustomFunctions, addin, setOffice, OfficeExtension } = clientOf(host);
  withNotes(Excel, OfficeExtension);
  const functions: FakeExcel['functions'] = new Map();
  const commands: FakeExcel['commands'] = new Map();
  const supports = new Map([
    ['ExcelApi', '1.18'],
    ['SharedRuntime', '1.2'],
    ['CustomFunctionsRuntime', '1.4'],
    ['DelayForCellEdit', '1.1'],
  ]);
  const Office = {
    onReady: async (ready?: (info: object) => unknown) => {
      const info = { host: 'Excel', platform: 'OfficeOnline' };
      await ready?.(info);
      return info;
    },
    context: {
      contentLanguage: 'de-DE',
      displayLanguage: 'de-DE',
      requirements: {
        isSetSupported: (set: string, version = '1.1') => reaches(supports.get(set) ?? '0', version),
      },
    },
    addin,
    actions: {
      associate: (id: string, command: (event: { completed(): void }) => unknown) => commands.set(id, command),
    },
  };
  setOffice(Office);
  const own = {
    globals: {
      Excel,
      Office,
      CustomFunctions: {
        associate: (id: string, answer: (...given: unknown[]) => unknown) => functions.set(id, answer),
        Error: CustomFunctions.Error,
      },
    },
    functions,
    commands,
    supports,
    changed: async (about?: object) => {
      // The client has to have heard that it listens; the clock may be the test's.
      await turn();
      host.raise('DataChanged', about);
      host.raise('Calculated', about);
      await turn();
    },
  };
  return Object.assign(host, own);
}
