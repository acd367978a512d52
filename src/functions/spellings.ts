import { isCellFunction } from './evaluate';

/**
 * How a formula that calls our functions reads after a file has been in another spreadsheet: Excel stores an add-in's
 * function as `_xldudf_COMPASS_CHURN_RATE(…)` and other add-ins damage that to `[2]!_xldudf_…`; Sheets saves
 * `IFERROR(__xludf.DUMMYFUNCTION("CHURN_RATE(…)"),0.05)` into an .xlsx file.
 */

/** A call: what is before it, a file's or sheet's name that it was damaged with, our prefix, the function's name. */
const CALL =
  /(^|[^\p{L}\p{N}_.!\]])((?:\[\d+\]!|'[^']+'!|[\p{L}\p{N}_.]+!)?)(_xldudf_COMPASS_|COMPASS\.|)([A-Z][A-Z0-9_]*)(?=\()/giu;
/** Sheets wraps the whole formula of a cell, its quotes doubled. */
const WRAPPED = /^=IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)/i;
/** What is in the other cells of a spilled result. */
const SPILLED = '"COMPUTED_VALUE"';

/** How our functions' names are spelled in one host. */
export interface Spelling {
  /** Whether a name, in capitals, is one of our functions. */
  isOurs(name: string): boolean;
  /** What a formula calls it: `CHURN_RATE` or `COMPASS.CHURN_RATE`. */
  spell(name: string): string;
}

/** What Sheets wrapped when it saved a formula into a file, without a leading `=`; null for any other formula. */
export function unwrapped(formula: string): string | null {
  return WRAPPED.exec(formula)?.[1]?.replace(/""/g, '"') ?? null;
}

/**
 * The formula with our functions spelled anew, all else as its owner wrote it.
 *
 * @param bare  whether a name without our prefix is ours too: it may be a function that the owner defined
 * @returns     null where it calls none of ours
 */
export function respelled(formula: string, { isOurs, spell }: Spelling, bare: boolean): string | null {
  let found = false;
  const parts = formula.split(/("(?:[^"]|"")*")/);
  const text = parts.map((part, index) =>
    // Odd parts are texts, and nobody's formula.
    index % 2 === 1
      ? part
      : part.replace(CALL, (whole, before: string, file: string, prefix: string, written: string) => {
          const name = written.toUpperCase();
          if (!isOurs(name) || (prefix === '' && (!bare || file !== ''))) return whole;
          found = true;
          return before + spell(name);
        }),
  );
  return found ? text.join('') : null;
}

/**
 * Whether a formula calls one of our functions, whatever file it has been in.
 *
 * @param formula  with its leading `=`
 * @param isBare   whether a name without our prefix is ours where it calls that function; what Sheets wrapped always is
 */
export function callsOurs(formula: string, isBare: (name: string) => boolean): boolean {
  const inner = unwrapped(formula);
  const spell = (name: string) => name;
  if (respelled(inner ?? formula, { isOurs: isCellFunction, spell }, inner !== null) !== null) return true;
  const isOurs = (name: string) => isCellFunction(name) && isBare(name);
  return respelled(formula, { isOurs, spell }, true) !== null;
}

/**
 * The saved cells of a result that Sheets spilled, to the right of and below the cell that it wrapped.
 *
 * @param formulaAt  a cell's formula with its leading `=`, or null
 */
export function savedSpill(
  row: number,
  column: number,
  formulaAt: (row: number, column: number) => string | null,
): { row: number; column: number }[] {
  const isSpilled = (r: number, c: number) => {
    const formula = formulaAt(r, c);
    return formula !== null && unwrapped(formula) === SPILLED;
  };
  let right = column;
  let bottom = row;
  while (isSpilled(row, right + 1)) right += 1;
  while (isSpilled(bottom + 1, column)) bottom += 1;
  const cells: { row: number; column: number }[] = [];
  for (let r = row; r <= bottom; r++) {
    for (let c = column; c <= right; c++) if (isSpilled(r, c)) cells.push({ row: r, column: c });
  }
  return cells;
}
