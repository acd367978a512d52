/**
 * A formula that came from elsewhere and has to be entered anew: Excel stores an add-in's function as
 * `_xldudf_COMPASS_CHURN_RATE(…)` and other add-ins damage that to `[2]!_xldudf_…`; Sheets saves
 * `IFERROR(__xludf.DUMMYFUNCTION("CHURN_RATE(…)"),0.05)` into an .xlsx file. Only the names of our functions are put
 * right: everything else in the formula stays as its owner wrote it.
 */
export interface Repair {
  /** 0-based, within the cells that were read. */
  row: number;
  column: number;
  /** What to enter; empty where a saved part of a spilled result is in the way. */
  formula: string;
}

/** How our functions' names are spelled in one host. */
export interface Spelling {
  /** Whether a name, in capitals, is one of our functions. */
  isOurs(name: string): boolean;
  /** What a formula calls it: `CHURN_RATE` or `COMPASS.CHURN_RATE`. */
  spell(name: string): string;
}

/** A call: what stands before it, a file's or sheet's name that it was damaged with, our prefix, the function's name. */
const call =
  /(^|[^\p{L}\p{N}_.!\]])((?:\[\d+\]!|'[^']+'!|[\p{L}\p{N}_.]+!)?)(_xldudf_COMPASS_|COMPASS\.|)([A-Z][A-Z0-9_]*)(?=\()/giu;
/** Sheets wraps the whole formula of a cell, its quotes doubled. */
const wrapped = /^=IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)/i;
/** What stands in the other cells of a spilled result. */
const spilled = '"COMPUTED_VALUE"';

/** What Sheets wrapped, or null. */
function unwrap(formula: string): string | null {
  return wrapped.exec(formula)?.[1]?.replace(/""/g, '"') ?? null;
}

/**
 * The formula with our functions as this host spells them, or null where it calls none.
 *
 * @param bare  whether a name without our prefix is ours too: it may be a function that the owner defined
 */
function respell(formula: string, { isOurs, spell }: Spelling, bare: boolean): string | null {
  let found = false;
  const parts = formula.split(/("(?:[^"]|"")*")/);
  const text = parts.map((part, index) =>
    // Odd parts are texts, and nobody's formula.
    index % 2 === 1
      ? part
      : part.replace(call, (whole, before: string, file: string, prefix: string, written: string) => {
          const name = written.toUpperCase();
          if (!isOurs(name) || (prefix === '' && (!bare || file !== ''))) return whole;
          found = true;
          return before + spell(name);
        }),
  );
  return found ? text.join('') : null;
}

/**
 * What has to be entered anew on a sheet, so that our functions work in this host.
 *
 * @param formulas  of a rectangle of cells; empty, null or the plain value where a cell has none
 * @param values    what the same cells show, errors as their text
 * @param spelling  of the host that will be written to
 * @returns         one entry a cell; formulas that work, and those without a function of ours, are not among them
 */
export function repairs(formulas: unknown[][], values: unknown[][], spelling: Spelling): Repair[] {
  const found: Repair[] = [];
  const inner = (row: number, column: number) => {
    const formula = formulas[row]?.[column];
    return typeof formula === 'string' && formula.startsWith('=') ? unwrap(formula) : null;
  };
  formulas.forEach((line, row) => {
    line.forEach((formula, column) => {
      // A text that begins with = is its own value.
      if (typeof formula !== 'string' || !formula.startsWith('=') || formula === values[row]?.[column]) return;
      const saved = inner(row, column);
      const unknown = values[row]?.[column] === '#NAME?';
      const repaired = respell(saved === null ? formula : `=${saved}`, spelling, saved !== null || unknown);
      if (repaired === null || (repaired === formula && !unknown)) return;
      found.push({ row, column, formula: repaired });
      if (saved !== null) found.push(...inTheWay(row, column, inner));
    });
  });
  return found;
}

/** The saved cells of a spilled result, right of and below the cell that spills: they would block it. */
function inTheWay(row: number, column: number, inner: (row: number, column: number) => string | null): Repair[] {
  let right = column;
  let bottom = row;
  while (inner(row, right + 1) === spilled) right += 1;
  while (inner(bottom + 1, column) === spilled) bottom += 1;
  const cells: Repair[] = [];
  for (let r = row; r <= bottom; r++) {
    for (let c = column; c <= right; c++) {
      if (inner(r, c) === spilled) cells.push({ row: r, column: c, formula: '' });
    }
  }
  return cells;
}

/** What a repair has done, as a sentence for its user. */
export function repairedInWords(count: number): string {
  if (count === 0) return 'No Compass formula needed repair.';
  return `${count} Compass ${count === 1 ? 'formula was' : 'formulas were'} entered again.`;
}
