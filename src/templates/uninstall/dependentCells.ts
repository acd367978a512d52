import { sameSheet } from '../../cells/address';
import { referencesIn } from '../../cells/references';
import { type Cell, isError } from '../../cells/value';
import { callsOurs, savedSpill, unwrapped } from '../../functions/spellings';
import type { KeepValues } from '../../workbook/edit';
import { type SheetView, sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import { cellPlace } from '../../workbook/sheets/tables';
import type { DefinedName, Snapshot } from '../../workbook/snapshot';
import type { Remark } from '../upkeep/changes';

/** An owner's cell whose formula depends on the product. */
export interface DependentCell {
  sheet: string;
  /** 0-based. */
  row: number;
  column: number;
  formula: string;
  /** What it shows. */
  value: Cell;
  /** Whether it refers to a sheet that is removed, or only calls a function of ours. */
  why: 'refers' | 'calls';
  /** Whether what it shows is its result: not if that was never calculated. */
  isCalculated: boolean;
}

/** What has to be known of a workbook to understand its formulas. */
export interface WorkbookTraits {
  /** Results are those saved in a file: a blank may be one that was never calculated. */
  isFile: boolean;
  /** Whether formulas may call our functions without our prefix; if not, such a name is somebody else's function. */
  hasBareNames: boolean;
}

/**
 * The cells whose formulas refer to sheets that are removed, or call our functions.
 *
 * @param snapshot  every sheet whole
 * @param removed   names of sheets; their own cells are left out
 * @param traits    of the workbook
 */
export function dependentCells(snapshot: Snapshot, removed: string[], traits: WorkbookTraits): DependentCell[] {
  const names = (snapshot.names ?? []).filter(({ formula }) => refersTo(formula, removed));
  const defined = new Set((snapshot.names ?? []).map(({ name }) => name.toUpperCase()));
  const isBare = (name: string) => traits.hasBareNames && !defined.has(name);
  return sheetNames(snapshot)
    .filter(name => !removed.some(other => sameSheet(other, name)))
    .flatMap(name => {
      const view = viewSheet(snapshot, name)!;
      const found: DependentCell[] = [];
      for (let row = 0; row < view.rows; row++) {
        for (let column = 0; column < view.columns; column++) {
          const formula = view.formula(row, column);
          if (formula === null) continue;
          const refers = refersTo(formula, removed, names);
          if (!refers && !callsOurs(formula, isBare)) continue;
          const cell = { sheet: view.name, row, column, why: refers ? 'refers' : 'calls' } as const;
          const value = view.cell(row, column);
          found.push({ ...cell, formula, value, isCalculated: isCalculated(value, cell.why, traits) });
          if (unwrapped(formula) === null) continue;
          // Sheets saves each cell of a spilled result as a formula of its own.
          for (const at of savedSpill(row, column, view.formula)) {
            const part = { formula: view.formula(at.row, at.column)!, value: view.cell(at.row, at.column) };
            found.push({ ...cell, ...at, ...part, isCalculated: true });
          }
        }
      }
      return found;
    });
}

/** As much of a formula as is shown: enough to recognise it. */
const SHOWN = 60;

/** A cell's place with its formula. */
export function cellRemark({ sheet, row, column, formula }: DependentCell, view: SheetView): Remark {
  const place = cellPlace(view, row, column);
  const text = formula.length > SHOWN ? `${formula.slice(0, SHOWN - 1)}…` : formula;
  return { place, message: `${sheet} ${place.range}: ${text}` };
}

/** The edits that replace such formulas by the values they show. */
export function keepValueEdits(cells: DependentCell[]): KeepValues[] {
  return cells.map(({ sheet, row, column, value }) => ({
    kind: 'keep values',
    sheet,
    row,
    column,
    expected: [[value]],
  }));
}

/** `#NAME?` means that our functions were not available there; `Loading...` is what Sheets shows until it has calculated. */
function isCalculated(value: Cell, why: DependentCell['why'], { isFile }: WorkbookTraits): boolean {
  if (isFile && value === null) return false;
  if (why === 'calls' && isError(value) && value.error === '#NAME?') return false;
  return value !== 'Loading...';
}

/**
 * Whether a formula refers to one of some sheets: by a reference, by a name, or by a text as INDIRECT takes it.
 *
 * @param names  that are defined for cells of these sheets
 */
export function refersTo(formula: string, sheets: string[], names: DefinedName[] = []): boolean {
  const text = formula.toLowerCase();
  if (sheets.some(sheet => text.includes(sheet.toLowerCase().replace(/'/g, "''")))) {
    const inner = unwrapped(formula) ?? formula;
    if (referencesIn(inner).some(({ sheet }) => sheets.some(own => isSheet(own, sheet)))) return true;
    const texts = inner.match(/"(?:[^"]|"")*"/g) ?? [];
    if (texts.some(each => sheets.some(own => namesSheet(each, own)))) return true;
  }
  return names.some(({ name }) => usesName(formula, name));
}

/** Whether a reference is to a sheet: alone, or as the first or last of several (`First:Last!A1`). */
function isSheet(own: string, sheet: string | undefined): boolean {
  return sheet !== undefined && (sameSheet(own, sheet) || sheet.split(':').some(each => sameSheet(own, each)));
}

function namesSheet(text: string, sheet: string): boolean {
  const [said, name] = [text.toLowerCase(), sheet.toLowerCase()];
  return said.includes(`'${name.replace(/'/g, "''")}'!`) || said.includes(`"${name}!`);
}

/** Whether a formula uses a name: as a whole word, outside its texts. */
function usesName(formula: string, name: string): boolean {
  const plain = formula.replace(/"(?:[^"]|"")*"/g, '""').toLowerCase();
  const word = name.toLowerCase();
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
    const around = [plain[at - 1] ?? ' ', plain[at + word.length] ?? ' '];
    if (!around.some(letter => /[\p{L}\p{N}_.\\!]/u.test(letter))) return true;
  }
  return false;
}
