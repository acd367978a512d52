import { printRange, type Range } from '../../src/cells/address';
import type { Edit } from '../../src/workbook/edit';

/** What a list of edits does to one sheet. */
export interface SheetSummary {
  sheet: string;
  /** Whether the sheet is made. */
  added: boolean;
  /** What is written, in A1 form: of a new sheet the whole, of another each rectangle. */
  ranges: string[];
  /** How many cells get a content. */
  cells: number;
  /** How many of them get a formula. */
  formulas: number;
  /** How many formulas become the values that they show. */
  values: number;
  /** Rows and columns that come; negative where they go. */
  rows: number;
  columns: number;
  /** Whether the sheet is taken out. */
  removed: boolean;
  /** How many charts, notes and the like it gets, by what they are called. */
  beside: Record<string, number>;
}

/** What else a sheet gets that a person sees. */
const BESIDE: Partial<Record<Edit['kind'], string>> = {
  chart: 'chart',
  sparkline: 'sparkline',
  note: 'note',
  validation: 'input rule',
  'conditional format': 'conditional format',
};

const NOTHING = { added: false, removed: false, cells: 0, formulas: 0, values: 0, rows: 0, columns: 0 };

/**
 * Sums up what would be written, sheet by sheet, so that it can be shown before it is.
 *
 * @param edits  what is going to be applied
 * @returns      one entry a sheet, in the order in which the edits touch them
 */
export function changesBySheet(edits: Edit[]): SheetSummary[] {
  const changes = new Map<string, Omit<SheetSummary, 'ranges'> & { ranges: Range[] }>();
  const of = (sheet: string) => {
    const change = changes.get(sheet) ?? { ...NOTHING, sheet, ranges: [], beside: {} };
    changes.set(sheet, change);
    return change;
  };
  for (const edit of edits) {
    const change = of(edit.sheet);
    if (edit.kind === 'add sheet') change.added = true;
    if (edit.kind === 'remove sheet') change.removed = true;
    if (edit.kind === 'insert rows') change.rows += edit.count;
    if (edit.kind === 'remove rows') change.rows -= edit.count;
    if (edit.kind === 'remove columns') change.columns -= edit.count;
    if (edit.kind === 'keep values') change.values += edit.expected.flat().length;
    const beside = BESIDE[edit.kind];
    if (beside) change.beside[beside] = (change.beside[beside] ?? 0) + 1;
    if (edit.kind !== 'write') continue;
    const contents = edit.cells.flat().filter(content => content !== null);
    change.cells += contents.length;
    change.formulas += contents.filter(content => typeof content === 'object').length;
    change.ranges.push({
      top: edit.row,
      left: edit.column,
      bottom: edit.row + edit.cells.length - 1,
      right: edit.column + (edit.cells[0]?.length ?? 1) - 1,
    });
  }
  return [...changes.values()].map(change => {
    const ranges = change.added && change.ranges.length > 0 ? [around(change.ranges)] : change.ranges;
    return { ...change, ranges: ranges.map(range => printRange(range)) };
  });
}

/** The smallest rectangle that holds some closed ones. */
function around(ranges: Range[]): Range {
  return {
    top: Math.min(...ranges.map(({ top }) => top)),
    left: Math.min(...ranges.map(({ left }) => left)),
    bottom: Math.max(...ranges.map(({ bottom }) => bottom!)),
    right: Math.max(...ranges.map(({ right }) => right!)),
  };
}
