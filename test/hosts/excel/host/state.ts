import { quoteSheet } from '../../../../src/cells/address';
import { isCellFunction } from '../../../../src/functions/evaluate';
import { respelled } from '../../../../src/functions/spellings';
import type { Written } from '../../../../src/hosts/univer/headless';
import type { Grid } from '../../typing';
import { REFUSALS } from './refusal';

/** What a test can see of the workbook behind the host, and set. */
export interface HostState {
  engine: Grid;
  /** The selected cells: `Weekly!B2:B4`; null where a chart is selected. */
  selection: string | null;
  hiddenSheets: Set<string>;
  protectedSheets: Set<string>;
  /** Whether sheets may neither come nor go. */
  isProtected: boolean;
  /** Whether the file may only be read. */
  isReadOnly: boolean;
  /** Defined names with their formulas: `=Weekly!$B$4`. */
  names: { name: string; formula: string }[];
  /** Formulas that were written, as they were spelled. */
  typed: string[];
  /** Looks that were set: `Sheet!A1:B1 font.bold true`. */
  looks: string[];
  /** Refuses looks that begin so, as Excel does without a printer: `Till page`. */
  refusedLooks: string[];
  /** `Automatic` or `Manual`. */
  calculationMode: string;
  /** How often calculation was suspended until the next sync. */
  suspended: number;
  /** Whether days are counted from 1904, as files from old Macs do. */
  counts1904: boolean;
  /** What Excel's own settings are: a language, and separators that its user may have changed. */
  culture: string;
  decimalSeparator: string;
  thousandsSeparator: string;
  /** Names of events that somebody listens to: `DataChanged`. */
  listening: Set<string>;
  /** Whether the pane is in view, and whether the add-in starts with the workbook. */
  pane: { state: string; startsWithWorkbook: boolean };
}

export function hostState(engine: Grid): HostState {
  return {
    engine,
    selection: `${quoteSheet(engine.sheets()[0] ?? 'Sheet1')}!A1`,
    hiddenSheets: new Set(),
    protectedSheets: new Set(),
    isProtected: false,
    isReadOnly: false,
    names: [],
    typed: [],
    looks: [],
    refusedLooks: [],
    calculationMode: 'Automatic',
    suspended: 0,
    counts1904: false,
    culture: 'de-DE',
    decimalSeparator: ',',
    thousandsSeparator: '.',
    listening: new Set(),
    pane: { state: 'Visible', startsWithWorkbook: false },
  };
}

/** The sheet of that name, whatever its case. */
export function findSheet({ engine }: HostState, name: string): string | undefined {
  return engine.sheets().find(one => one.toLowerCase() === name.toLowerCase());
}

export function mustFind(state: HostState, name: string): string {
  const found = findSheet(state, name);
  if (found === undefined) throw REFUSALS.notFound();
  return found;
}

/** Refuses what changes a sheet that is protected. */
export function mustBeWritable(state: HostState, name: string): void {
  if (state.isReadOnly) throw REFUSALS.readOnly();
  if (state.protectedSheets.has(mustFind(state, name))) throw REFUSALS.protected();
}

/** Refuses what changes which sheets there are. */
export function mustTakeSheets(state: HostState): void {
  if (state.isReadOnly) throw REFUSALS.readOnly();
  if (state.isProtected) throw REFUSALS.workbookProtected();
}

/** Writes down a look, unless this Excel refuses it. */
export function noteLook(state: HostState, text: string): void {
  if (state.refusedLooks.some(start => text.startsWith(start))) throw REFUSALS.invalidArgument();
  state.looks.push(text);
}

/** A formula as the engine spells it; Excel puts the add-in's namespace before its functions. */
export function enteredFormula(state: HostState, text: string): Written {
  state.typed.push(text);
  return { formula: text.replace(/\bCOMPASS\./g, '') };
}

/** A formula as Excel shows it. */
export function shownFormula(text: string): string {
  return respelled(text, { isOurs: isCellFunction, spell: name => `COMPASS.${name}` }, true) ?? text;
}
