import type { Cell } from '../cells/value';
import type { Problem } from './register';

/** A rectangle that was read from a sheet. */
export interface Block {
  /** The sheet's name. */
  name: string;
  /** 0-based place of `values[0][0]`; A1 when absent. */
  row?: number;
  column?: number;
  /** Rows of cells; empty for a sheet that is there but was not read. */
  values: Cell[][];
  /** The formula behind each cell, as its host spells it, with its leading `=`; null where a cell has none. */
  formulas?: (string | null)[][];
  /** The number format of each cell. */
  formats?: string[][];
}

/** A name that somebody gave to cells or to a formula. */
export interface DefinedName {
  name: string;
  /** What it stands for, with its leading `=`: `='Compass KPIs'!$G$2:$G$9`. */
  formula: string;
}

/** A workbook as it was read, once: plain data. Every sheet is listed; a sheet may have several blocks. */
export interface Snapshot {
  /** Today as a serial number, told by the host; the core reads no clock. */
  today: number;
  /** The workbook's locale, as a BCP 47 tag (`de-DE`). */
  locale: string;
  sheets: Block[];
  /** The names that the workbook defines, where they were asked for. */
  names?: DefinedName[];
  /** What the host found that the review should say: formulas without a saved result, a saved state that may be old. */
  problems?: Problem[];
}

/**
 * A workbook without any sheet.
 *
 * @param today   serial number
 * @param locale  BCP 47 tag
 */
export function emptySnapshot(today: number, locale = 'en'): Snapshot {
  return { today, locale, sheets: [] };
}
