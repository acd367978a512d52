import { respelled, type Spelling, savedSpill, unwrapped } from '../functions/spellings';

/**
 * A formula that came from elsewhere and has to be entered anew. Only the names of our functions are put right: everything
 * else in the formula stays as its owner wrote it.
 */
export interface Repair {
  /** 0-based, within the cells that were read. */
  row: number;
  column: number;
  /** What to enter; empty where a saved part of a spilled result is in the way. */
  formula: string;
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
  const formulaAt = (row: number, column: number) => {
    const formula = formulas[row]?.[column];
    // A text that begins with = is its own value.
    const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== values[row]?.[column];
    return isFormula ? formula : null;
  };
  formulas.forEach((line, row) => {
    line.forEach((_, column) => {
      const formula = formulaAt(row, column);
      if (formula === null) return;
      const saved = unwrapped(formula);
      const unknown = values[row]?.[column] === '#NAME?';
      const repaired = respelled(saved === null ? formula : `=${saved}`, spelling, saved !== null || unknown);
      if (repaired === null || (repaired === formula && !unknown)) return;
      found.push({ row, column, formula: repaired });
      // They would block what spills.
      if (saved !== null) found.push(...savedSpill(row, column, formulaAt).map(place => ({ ...place, formula: '' })));
    });
  });
  return found;
}

/** What a repair has done, as a sentence for its user. */
export function repairedInWords(count: number): string {
  if (count === 0) return 'No Compass formula needed repair.';
  return `${count} Compass ${count === 1 ? 'formula was' : 'formulas were'} entered again.`;
}
