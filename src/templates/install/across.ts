import { cellAt, fixed, type Range } from '../../cells/address';
import { call, type Formula, number, operation, reference, text } from '../../cells/formula';
import type { CellFormat, Content, Edit } from '../../workbook/edit';
import { FIGURES_HEADER_FORMAT, HEADER_FORMAT } from '../../workbook/sheets/compassSheets';
import { VERDICT_FORMATS } from '../dashboard/verdictLook';
import type { AcrossBlock, AcrossLine } from '../template';
import { columnCells, homeOf, type PlacedBlock, type PlacedSheet, placedCell } from './placement';

/** Characters that the first column and each period take. */
export const ACROSS_WIDTHS = { label: 30, period: 9.5 };

const STRONG_FORMAT = { bold: true, background: '#f3f4f6' };
/** What has not happened yet: read in grayscale by its slant, and by the word above it. */
const FORECAST_FORMAT = { italic: true, color: '#1f4e8c' };
/** Days of a header that is as narrow as a figure. */
const DAY_FORMAT = 'd mmm';

/**
 * The cells of a block across: the first day of each period, what the period is, and a row a line. Each period is found by
 * its day among the periods of the other sheet, so that rows may be added there.
 */
export function acrossCells(all: PlacedSheet[], placed: PlacedSheet, at: PlacedBlock, block: AcrossBlock): Content[][] {
  const near = ({ sheet, ...cells }: Range): Formula =>
    reference(sheet === placed.name ? cells : { sheet: sheet!, ...cells });
  const cells = (id: string) => near(fixed(columnCells(all, id)));
  const periods = near(fixed({ ...columnCells(all, block.status), left: 0, right: 0 }));
  const newest = near(fixed(placedCell(all, block.from, 0)));
  const wide = block.back + block.ahead;
  const across = (label: string, cell: (column: number) => Formula): Content[] => [
    label,
    ...Array.from({ length: wide }, (_, index) => ({ formula: cell(index + 1) })),
  ];
  const day = (column: number) => reference(inRow(at.header!, column));
  const unlessBlank = (column: number, formula: Formula) =>
    call('IF', operation(day(column), '=', text('')), text(''), formula);
  const figure = (id: string, column: number) => call('SUMIFS', cells(id), periods, day(column));
  /** The period before or after that of another column; blank where there is none. */
  const beside = (column: number, sign: '<' | '>') => {
    const beyond = operation(text(sign), '&', day(column));
    const found = call(sign === '<' ? 'MAXIFS' : 'MINIFS', periods, periods, beyond);
    const none = operation(call('COUNTIFS', periods, beyond), '=', number(0));
    return unlessBlank(column, call('IF', none, text(''), found));
  };
  const is = (word: string, column: number) =>
    operation(call('COUNTIFS', periods, day(column), cells(block.status), text(word)), '>', number(0));
  return [
    across('Week from', column => {
      if (column === block.back) return newest;
      return column < block.back ? beside(column + 1, '<') : beside(column - 1, '>');
    }),
    across('Actual or forecast', column =>
      unlessBlank(
        column,
        block.words.reduceRight<Formula>(
          (otherwise, word) => call('IF', is(word, column), text(word), otherwise),
          text(''),
        ),
      ),
    ),
    ...block.lines.map(({ label, column: id, less }) =>
      across(label, column =>
        unlessBlank(
          column,
          less === undefined ? figure(id, column) : operation(figure(id, column), '-', figure(less, column)),
        ),
      ),
    ),
  ];
}

/**
 * How a block across looks, and that it is not typed into: totals stand out, what is no actual figure is slanted, and what must not be below zero is marked
 * where it is.
 *
 * Every rule is for a single row: Univer 0.25.1 takes one over rows and columns for formulas in cells that are not its own, finds
 * circles, and calculates in the wrong order (test/templates/inLibreOffice).
 *
 * @param formatOf  the number format of a line
 */
export function acrossLook(
  { name }: PlacedSheet,
  { header, first, rows }: PlacedBlock,
  block: AcrossBlock,
  formatOf: (line: AcrossLine) => string | undefined,
): Edit[] {
  const wide = block.back + block.ahead;
  const area = (row: number, column: number, high: number, columns: number, format: CellFormat): Edit => ({
    kind: 'format',
    sheet: name,
    row,
    column,
    rows: high,
    columns,
    format,
  });
  return [
    area(header!, 0, 1, wide + 1, HEADER_FORMAT),
    area(header!, 1, 1, wide, { ...FIGURES_HEADER_FORMAT, number: DAY_FORMAT }),
    area(first, 1, 1, wide, { align: 'right' }),
    ...block.lines.flatMap((line, index): Edit[] => {
      const row = first + 1 + index;
      const number = formatOf(line);
      return [
        ...(number === undefined ? [] : [area(row, 1, 1, wide, { number })]),
        ...(line.strong ? [area(row, 0, 1, wide + 1, STRONG_FORMAT)] : []),
      ];
    }),
    area(header!, 1 + block.back, rows + 1, block.ahead, FORECAST_FORMAT),
    ...block.lines.flatMap(({ alarm }, index): Edit[] => {
      const cell = reference(cellAt(first + 1 + index, 1));
      const below = call('AND', call('ISNUMBER', cell), operation(cell, '<', number(0)));
      const place = { sheet: name, row: first + 1 + index, column: 1, rows: 1, columns: wide };
      return alarm ? [{ kind: 'conditional format', ...place, when: below, format: VERDICT_FORMATS.worse }] : [];
    }),
    ...Array.from(
      { length: rows + 1 },
      (_, row): Edit => ({
        kind: 'protect',
        sheet: name,
        row: header! + row,
        column: 1,
        rows: 1,
        columns: wide,
        message: 'These cells are calculated. Type your figures on the sheet that they come from.',
      }),
    ),
  ];
}

/** A cell whose row stays when its formula is copied. */
function inRow(row: number, column: number): Range {
  return { ...cellAt(row, column), absolute: { top: true, bottom: true } };
}

/** The format of a line's column. */
export function lineFormat(all: PlacedSheet[], { column: id, format }: AcrossLine): string | undefined {
  if (format !== undefined) return format;
  const { block } = homeOf(all, id).at;
  return 'columns' in block ? block.columns.find(each => each.id === id)?.format : undefined;
}
