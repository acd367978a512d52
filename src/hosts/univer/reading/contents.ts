import type { ICellData, IStyleData, IWorksheetData } from '@univerjs/core';
import { printFormula } from '../../../cells/printFormula';
import { isCellFunction } from '../../../functions/evaluate';
import type { CellFormat, Content } from '../../../workbook/edit';
import { fromCell, fromFormula } from './cells';

/** Rows and columns that stay in view, in Univer's form. */
export function frozen(rows: number, columns: number): IWorksheetData['freeze'] {
  return { xSplit: columns, ySplit: rows, startColumn: columns > 0 ? columns : -1, startRow: rows > 0 ? rows : -1 };
}

/** What an edit writes into a cell, as Univer keeps it. */
export function storedContent(content: Content): ICellData {
  if (content === null || typeof content !== 'object') return fromCell(content);
  const formula = printFormula(content.formula, 'univer', isCellFunction);
  return fromFormula(`=${formula}`, content.value);
}

const alignments = { left: 1, center: 2, right: 3 } as const;

/** How an edit wants cells to look, as Univer keeps it; what it does not say is left out. */
export function styleFor({ number, bold, italic, background, color, size, wrap, align }: CellFormat): IStyleData {
  return {
    ...(number !== undefined && { n: { pattern: number } }),
    ...(bold !== undefined && { bl: bold ? 1 : 0 }),
    ...(italic !== undefined && { it: italic ? 1 : 0 }),
    ...(background !== undefined && { bg: { rgb: background } }),
    ...(color !== undefined && { cl: { rgb: color } }),
    ...(size !== undefined && { fs: size }),
    ...(wrap !== undefined && { tb: wrap ? 3 : 1 }),
    ...(align !== undefined && { ht: alignments[align] }),
  };
}
