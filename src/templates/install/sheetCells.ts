import { cellAt, fixed, type Range } from '../../cells/address';
import { PERIODS_A_YEAR } from '../../cells/cadence';
import { call, type Formula, number, operation } from '../../cells/formula';
import type { Cadence } from '../../cells/period';
import type { Content } from '../../workbook/edit';
import { cellFormula, type Named, type Places } from '../formula/templateFormula';
import type { PeriodsBlock, TableBlock, TemplateColumn, TextBlock } from '../template';
import { acrossCells } from './across';
import { columnCells, homeOf, type PlacedBlock, type PlacedSheet, placedCell } from './placement';

export const PERIOD_HEADER: Record<Cadence, string> = {
  day: 'Day',
  week: 'Week from',
  month: 'Month',
  quarter: 'Quarter from',
};

/** What an input holds in a row; null for a cell to type into. */
export type Filling = (row: number) => Content;

/** A template's sheets in a workbook, and what fills their inputs. */
export interface FilledSheets {
  placed: PlacedSheet[];
  /** By the id of a column or a label. */
  fillings: Map<string, Filling>;
}

/** The cells of one block that are not blank, by their place on the sheet. */
export interface PlacedCells {
  row: number;
  column: number;
  cells: Content[][];
}

/**
 * The cells of one of a template's sheets: its title and note, then those of its blocks. Target, limits and the strategy on
 * a page look at the Compass sheets and come later.
 */
export function sheetCells(sheets: FilledSheets, placed: PlacedSheet): PlacedCells[] {
  const head = { row: 0, column: 0, cells: [[placed.sheet.title], [placed.sheet.note]] };
  return [head, ...placed.blocks.flatMap(at => blockCells(sheets, placed, at))];
}

function blockCells(sheets: FilledSheets, placed: PlacedSheet, at: PlacedBlock): PlacedCells[] {
  const { block, heading, first } = at;
  const head = heading === null ? [] : [{ row: heading, column: 0, cells: [[block.heading!]] }];
  switch (block.kind) {
    case 'text':
      return [...head, { row: first, column: 0, cells: textCells(sheets, placed, at, block) }];
    case 'across':
      return [...head, { row: at.header!, column: 0, cells: acrossCells(sheets.placed, placed, at, block) }];
    case 'labels':
      return [
        ...head,
        {
          row: first,
          column: 0,
          cells: block.labels.map(({ id, label, formula, hint }, index): Content[] => [
            label,
            formula === undefined
              ? (sheets.fillings.get(id)?.(0) ?? null)
              : formulaAt(sheets, placed, at, formula, index),
            hint ?? null,
          ]),
        },
      ];
    case 'periods':
      return [...head, ...columnsCells(sheets, placed, at, block)];
    case 'table':
      return [...head, ...columnsCells(sheets, placed, at, block), ...totalCells(sheets, placed, at, block)];
    default:
      return head;
  }
}

function textCells(
  sheets: FilledSheets,
  placed: PlacedSheet,
  at: PlacedBlock,
  { says, lines }: TextBlock,
): Content[][] {
  const said = says === undefined ? [] : [[formulaAt(sheets, placed, at, says, 0)]];
  return [...said, ...lines.map(line => [line])];
}

function columnsCells(
  sheets: FilledSheets,
  placed: PlacedSheet,
  at: PlacedBlock,
  block: PeriodsBlock | TableBlock,
): PlacedCells[] {
  const headers = block.columns.map(({ header }) => header);
  const own = block.kind === 'periods' ? [PERIOD_HEADER[at.grid!.cadence]] : [];
  const rows = Array.from({ length: at.rows }, (_, row): Content[] => [
    ...(at.grid ? [at.grid.periods[row]!.start] : []),
    ...block.columns.map(column => columnCell(sheets, placed, at, column, row)),
  ]);
  return [{ row: at.header!, column: 0, cells: [[...own, ...headers], ...rows] }];
}

function columnCell(
  sheets: FilledSheets,
  placed: PlacedSheet,
  at: PlacedBlock,
  column: TemplateColumn,
  row: number,
): Content {
  const formula = column.formulas?.[row] ?? (row === 0 ? (column.first ?? column.formula) : column.formula);
  if (formula !== undefined) return formulaAt(sheets, placed, at, formula, row);
  return column.sample ? (sheets.fillings.get(column.id)?.(row) ?? null) : null;
}

function totalCells(sheets: FilledSheets, placed: PlacedSheet, at: PlacedBlock, block: TableBlock): PlacedCells[] {
  if (at.total === null) return [];
  const cells = block.columns.map(({ total }, index): Content => {
    if (total !== undefined) return formulaAt(sheets, placed, at, total, at.rows);
    return index === 0 ? block.total! : null;
  });
  return [{ row: at.total, column: 0, cells: [cells] }];
}

/** A formula of a template in one row of a block. */
export function formulaAt(
  { placed: all }: FilledSheets,
  placed: PlacedSheet,
  at: PlacedBlock,
  formula: string,
  row: number,
): { formula: Formula } {
  const near = ({ sheet, ...cells }: Range): Range => (sheet === placed.name ? cells : { sheet: sheet!, ...cells });
  const periodCells = (block: PlacedBlock, sheet: string): Range => ({
    sheet,
    top: block.first,
    left: 0,
    bottom: block.first + block.rows - 1,
    right: 0,
  });
  const places: Places = {
    range: ({ id, part }: Named) => {
      if (id === 'period')
        return near(part === 'all' ? fixed(periodCells(at, placed.name)) : cellAt(at.first + row, 0, placed.name));
      const home = homeOf(all, id);
      if (part === 'all' || part === 'latest') return near(fixed(columnCells(all, id)));
      if (part === 'total') return near(fixed(cellAt(home.at.total!, home.column, home.placed.name)));
      if (part === 'before') return near(placedCell(all, id, row - 1));
      const cell = placedCell(all, id, row);
      return near(home.row === null ? cell : fixed(cell));
    },
    periods: id => {
      const { placed: sheet, at: block } = homeOf(all, id);
      return near(periodCells(block, sheet.name));
    },
    next: period => nextPeriodFormula(period, at.grid!.cadence),
    year: at.grid ? PERIODS_A_YEAR[at.grid.cadence] : 1,
  };
  return { formula: cellFormula(formula, places) };
}

/** The first day after a period, from its first one. */
export function nextPeriodFormula(period: Formula, cadence: Cadence): Formula {
  if (cadence === 'day') return operation(period, '+', number(1));
  if (cadence === 'week') return operation(period, '+', number(7));
  return call('EDATE', period, number(cadence === 'month' ? 1 : 3));
}
