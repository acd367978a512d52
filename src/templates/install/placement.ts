import { cellAt, printRange, type Range } from '../../cells/address';
import type { Cadence, CalendarPeriod } from '../../cells/period';
import type { PeriodsBlock, TableBlock, Template, TemplateBlock, TemplateSheet } from '../template';
import { STRATEGY_ROWS } from './strategyPage';

/** Rows above a sheet's first block: title, what to type, a blank one. */
const FIRST_BLOCK = 3;
/** Above the headers of periods, where KPIs are among the columns: their target, their natural process limits and verdict. */
export const LIMIT_ROWS = ['Target', 'Usual from', 'Usual to', 'Change'];

/** The periods of a column, and their steps. */
export interface PeriodGrid {
  periods: CalendarPeriod[];
  cadence: Cadence;
}

/** A block and the rows that it takes; all 0-based. */
export interface PlacedBlock {
  block: TemplateBlock;
  heading: number | null;
  /** Of target and limits; null where the block has none. */
  limits: number | null;
  /** The row of the headers; null for labels and text. */
  header: number | null;
  first: number;
  /** How many rows of cells. */
  rows: number;
  /** The row of the total of a table. */
  total: number | null;
  /** The periods of a block of periods. */
  grid: PeriodGrid | null;
}

/** A sheet of a template as it will be in a workbook. */
export interface PlacedSheet {
  sheet: TemplateSheet;
  /** Its name in the workbook. */
  name: string;
  blocks: PlacedBlock[];
  /** How many rows and columns its cells take. */
  rows: number;
  columns: number;
}

/**
 * Where the blocks of a template's sheets are.
 *
 * @param names  the sheets' names in the workbook, in the template's order
 * @param grid   the periods of a block
 */
export function placeSheets(
  template: Template,
  names: string[],
  grid: (block: PeriodsBlock) => PeriodGrid,
): PlacedSheet[] {
  const tracked = new Set(template.kpis.map(({ column }) => column));
  return template.sheets.map((sheet, index) => placeSheet(sheet, names[index]!, tracked, grid));
}

function placeSheet(
  sheet: TemplateSheet,
  name: string,
  tracked: Set<string>,
  gridOf: (block: PeriodsBlock) => PeriodGrid,
): PlacedSheet {
  let row = FIRST_BLOCK;
  const blocks = sheet.blocks.map((block): PlacedBlock => {
    const heading = block.heading === undefined ? null : row++;
    // Target and limits need no room above them on top of a sheet.
    const isTop = row === FIRST_BLOCK;
    const hasLimits = block.kind === 'periods' && block.columns.some(({ id }) => tracked.has(id));
    if (hasLimits && isTop) row -= 1;
    const limits = hasLimits ? row : null;
    if (hasLimits) row += LIMIT_ROWS.length;
    const header = block.kind === 'periods' || block.kind === 'table' || block.kind === 'across' ? row++ : null;
    const grid = block.kind === 'periods' ? gridOf(block) : null;
    const first = row;
    const rows = grid ? grid.periods.length : rowsOf(block);
    row += rows;
    const total = block.kind === 'table' && block.total !== undefined ? row++ : null;
    row += 1;
    return { block, heading, limits, header, first, rows, total, grid };
  });
  return { sheet, name, blocks, rows: row - 1, columns: Math.max(...sheet.blocks.map(columnsOf)) };
}

function rowsOf(block: TemplateBlock): number {
  if (block.kind === 'labels') return block.labels.length;
  if (block.kind === 'text') return block.lines.length + (block.says === undefined ? 0 : 1);
  // Below the periods what each of them is.
  if (block.kind === 'across') return block.lines.length + 1;
  return block.kind === 'table' ? block.rows : STRATEGY_ROWS;
}

/** How many columns a block takes. */
export function columnsOf(block: TemplateBlock): number {
  if (block.kind === 'periods') return block.columns.length + 1;
  if (block.kind === 'table') return block.columns.length;
  if (block.kind === 'across') return block.back + block.ahead + 1;
  return block.kind === 'labels' ? 3 : block.kind === 'strategy' ? 6 : 1;
}

/** The 0-based column of a table's or a period block's own column. */
export function columnAt(block: PeriodsBlock | TableBlock, id: string): number {
  return block.columns.findIndex(column => column.id === id) + (block.kind === 'periods' ? 1 : 0);
}

/** Where an id is: its sheet and block, and its column, or for a label its row. */
export interface Home {
  placed: PlacedSheet;
  at: PlacedBlock;
  column: number;
  /** The row of a label. */
  row: number | null;
}

/** Finds where an id is among placed sheets. */
export function homeOf(sheets: PlacedSheet[], id: string): Home {
  for (const placed of sheets) {
    for (const at of placed.blocks) {
      if (at.block.kind === 'labels') {
        const index = at.block.labels.findIndex(label => label.id === id);
        if (index >= 0) return { placed, at, column: 1, row: at.first + index };
      } else if (at.block.kind === 'periods' || at.block.kind === 'table') {
        if (at.block.columns.some(column => column.id === id)) {
          return { placed, at, column: columnAt(at.block, id), row: null };
        }
      }
    }
  }
  throw new RangeError(`no cell ${id}`);
}

/** All cells of a column, with its sheet. */
export function columnCells(sheets: PlacedSheet[], id: string): Range {
  const { placed, at, column } = homeOf(sheets, id);
  return { sheet: placed.name, top: at.first, left: column, bottom: at.first + at.rows - 1, right: column };
}

/** A column's figures and its periods, as the KPI of that column is tracked. */
export function sourceOf(sheets: PlacedSheet[], id: string): { values: Range; periods: Range } {
  const values = columnCells(sheets, id);
  return { values, periods: { ...values, left: 0, right: 0 } };
}

/** One cell of a column or of a label. */
export function placedCell(sheets: PlacedSheet[], id: string, index: number): Range {
  const { placed, at, column, row } = homeOf(sheets, id);
  return cellAt(row ?? at.first + index, column, placed.name);
}

/** A sheet's cells as a range without a sheet: `A1:F28`. */
export function extentOf({ rows, columns }: PlacedSheet): string {
  return printRange({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
}
