import { type Range, sameCells, sameSheet } from '../../cells/address';
import type { Source } from '../register';
import type { Origin } from './dataFormulas';
import { isLedger, runsAcross } from './source';

/** Where a KPI's figures are now: its *Source*, corrected by what the formulas of its column point at. */
export interface LocatedSource {
  values: Range;
  periods: Range;
  /** `cell by cell`: one cell a period. `added up`: by date. `ledger`: by date, whole columns. */
  kind: 'cell by cell' | 'added up' | 'ledger';
  /** Whether periods run from left to right. */
  across: boolean;
  /** Whether the newest period is first. */
  newestFirst: boolean;
}

/**
 * Finds a source where it is now. Formulas follow their cells when rows are inserted or a sheet is renamed; the text of
 * *Source* does not. So the formulas tell where the values are, and the text how the periods lie to them.
 *
 * @param source   as the KPI's row says
 * @param origins  what the column's formulas point at, oldest period first; null where a cell has none
 */
export function locateSource(source: Source, origins: (Origin | null)[]): LocatedSource {
  const across = runsAcross(source);
  const summed = origins.find(origin => origin !== null && 'values' in origin) as Source | undefined;
  if (summed) {
    const { values, periods } = summed;
    return { values, periods, kind: isLedger(summed) ? 'ledger' : 'added up', across, newestFirst: false };
  }
  const cells = origins.flatMap(origin => (origin && 'cell' in origin ? [origin.cell] : []));
  if (cells.length === 0 || isLedger(source)) {
    return { ...source, kind: isLedger(source) ? 'ledger' : 'cell by cell', across, newestFirst: false };
  }
  const place = (cell: Range) => (across ? cell.left : cell.top);
  const values: Range = {
    sheet: cells[0]!.sheet!,
    top: Math.min(...cells.map(cell => cell.top)),
    left: Math.min(...cells.map(cell => cell.left)),
    bottom: Math.max(...cells.map(cell => cell.top)),
    right: Math.max(...cells.map(cell => cell.left)),
  };
  const newestFirst = place(cells[0]!) > place(cells[cells.length - 1]!);
  return { values, periods: besideThem(source, values), kind: 'cell by cell', across, newestFirst };
}

/** The periods of some values, which lie to them as they did when the source was chosen. */
function besideThem(source: Source, values: Range): Range {
  if (sameCells(source.values, values)) return source.periods;
  const { top, left, bottom, right } = offsets(source);
  return {
    sheet: periodSheet(source, values),
    top: values.top + top,
    left: values.left + left,
    bottom: values.bottom! + bottom,
    right: values.right! + right,
  };
}

/** The cell that names the period of one value, or the cells of several lines that name it together. */
export function periodCellOf(source: Source, value: Range): Range {
  const { top, left, bottom, right } = offsets(source);
  return {
    sheet: periodSheet(source, value),
    top: value.top + top,
    left: value.left + left,
    bottom: value.top + bottom,
    right: value.left + right,
  };
}

/** How far the edges of the periods lie from those of the values: periods of several lines are wider than these. */
function offsets({ values, periods }: Source) {
  const between = (edge: 'bottom' | 'right') => (periods[edge] ?? 0) - (values[edge] ?? 0);
  return {
    top: periods.top - values.top,
    left: periods.left - values.left,
    bottom: between('bottom'),
    right: between('right'),
  };
}

/** Values and periods of one sheet stay on one sheet when it gets another name. */
function periodSheet({ values, periods }: Source, now: Range): string {
  return sameSheet(values.sheet, periods.sheet) ? now.sheet! : periods.sheet!;
}
