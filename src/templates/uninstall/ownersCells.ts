import { sameSheet } from '../../cells/address';
import { referencesIn } from '../../cells/references';
import { type Cell, isError } from '../../cells/value';
import { callsOurs, savedSpill, unwrapped } from '../../functions/spellings';
import type { KeepValues } from '../../workbook/edit';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import { cellPlace } from '../../workbook/sheets/tables';
import type { DefinedName, Snapshot } from '../../workbook/snapshot';
import type { Finding } from '../upkeep/changes';

/** A cell of an owner's whose formula needs the product. */
export interface NeedyCell {
  sheet: string;
  /** 0-based. */
  row: number;
  column: number;
  formula: string;
  /** What it shows. */
  value: Cell;
  /** It speaks of a sheet that goes, or only calls a function of ours. */
  why: 'reads' | 'calls';
  /** Whether what it shows is its result: not where that was never worked out. */
  isKnown: boolean;
}

/** How formulas are to be read. */
export interface Reading {
  /** The results are those that were saved in a file: a blank may be one that nobody has worked out yet. */
  saved: boolean;
  /** Whether a function of ours may be called without our prefix; where not, such a name is somebody else's. */
  bare: boolean;
}

/**
 * The cells outside the sheets that go whose formulas read these, or call our functions.
 *
 * @param snapshot  every sheet whole
 * @param going     names of sheets
 * @param reading   how its formulas are to be read
 */
export function needyCells(snapshot: Snapshot, going: string[], reading: Reading): NeedyCell[] {
  const names = namesOf(snapshot.names ?? [], going);
  const defined = new Set((snapshot.names ?? []).map(({ name }) => name.toUpperCase()));
  const isBare = (name: string) => reading.bare && !defined.has(name);
  return sheetNames(snapshot)
    .filter(name => !going.some(other => sameSheet(other, name)))
    .flatMap(name => {
      const view = viewSheet(snapshot, name)!;
      const found: NeedyCell[] = [];
      for (let row = 0; row < view.rows; row++) {
        for (let column = 0; column < view.columns; column++) {
          const formula = view.formula(row, column);
          if (formula === null) continue;
          const reads = readsAny(formula, going, names);
          if (!reads && !callsOurs(formula, isBare)) continue;
          const value = view.cell(row, column);
          const cell = { sheet: view.name, row, column, formula, value, why: reads ? 'reads' : 'calls' } as const;
          found.push({ ...cell, isKnown: isKnown(cell, reading) });
          if (unwrapped(formula) === null) continue;
          // Sheets saved each cell of what this one spilled as a formula of its own.
          for (const at of savedSpill(row, column, view.formula)) {
            const spilled = { formula: view.formula(at.row, at.column)!, value: view.cell(at.row, at.column) };
            found.push({ ...cell, ...at, ...spilled, isKnown: true });
          }
        }
      }
      return found;
    });
}

/** A cell's formula with its place, for people. */
export function needyFinding({ sheet, row, column, formula }: NeedyCell, view: SheetView): Finding {
  const place = cellPlace(view, row, column);
  return { place, message: `${sheet} ${place.range}: ${formula}` };
}

/** The edits that put the values of such cells in the place of their formulas. */
export function keepValues(cells: NeedyCell[]): KeepValues[] {
  return cells.map(({ sheet, row, column, value }) => ({
    kind: 'keep values',
    sheet,
    row,
    column,
    expected: [[value]],
  }));
}

/** `#NAME?` is no result of a function of ours, which was not at work there; neither is what Sheets shows meanwhile. */
function isKnown({ value, why }: Pick<NeedyCell, 'value' | 'why'>, { saved }: Reading): boolean {
  if (saved && value === null) return false;
  if (why === 'calls' && isError(value) && value.error === '#NAME?') return false;
  return value !== 'Loading...';
}

/** The names that stand for cells of sheets that go. */
function namesOf(names: DefinedName[], going: string[]): string[] {
  return names.flatMap(({ name, formula }) => (readsAny(formula, going, []) ? [name] : []));
}

/** Whether a formula points at one of some sheets, by a reference, by a name, or in a text as INDIRECT takes it. */
export function readsAny(formula: string, sheets: string[], names: string[]): boolean {
  const text = formula.toLowerCase();
  const isSpokenOf = sheets.some(sheet => text.includes(sheet.toLowerCase().replace(/'/g, "''")));
  if (isSpokenOf) {
    const inner = unwrapped(formula);
    if (referencesIn(inner ?? formula).some(({ sheet }) => sheets.some(own => isOf(own, sheet)))) return true;
    const texts = (inner ?? formula).match(/"(?:[^"]|"")*"/g) ?? [];
    if (texts.some(each => sheets.some(own => namesSheet(each, own)))) return true;
  }
  return names.some(name => callsName(formula, name));
}

/** Whether a reference is of a sheet: alone, or the first or last of several (`First:Last!A1`). */
function isOf(own: string, sheet: string | undefined): boolean {
  return sheet !== undefined && (sameSheet(own, sheet) || sheet.split(':').some(each => sameSheet(own, each)));
}

function namesSheet(text: string, sheet: string): boolean {
  const [said, name] = [text.toLowerCase(), sheet.toLowerCase()];
  return said.includes(`'${name.replace(/'/g, "''")}'!`) || said.includes(`"${name}!`);
}

/** Whether a formula uses a name: outside its texts, and as a whole word. */
function callsName(formula: string, name: string): boolean {
  const plain = formula.replace(/"(?:[^"]|"")*"/g, '""').toLowerCase();
  const word = name.toLowerCase();
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
    const around = [plain[at - 1] ?? ' ', plain[at + word.length] ?? ' '];
    if (!around.some(letter => /[\p{L}\p{N}_.\\!]/u.test(letter))) return true;
  }
  return false;
}
