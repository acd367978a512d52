import type { IColumnData, IStyleData, IWorkbookData, IWorksheetData, LocaleType } from '@univerjs/core';
import type { Block } from '../../../workbook/snapshot';
import { digitWidth, type Font } from '../looks/digitWidth';
import { fromCell, fromFormula } from './cells';

/** Rows and columns a sheet shows beyond its contents, so that there is room to type. */
export const spareRows = 200;
export const spareColumns = 12;
export const leastColumns = 26;

/**
 * A workbook as Univer opens it, from blocks of cells.
 *
 * @param blocks  one or more a sheet; sheets in order of first mention
 * @param name    the workbook's name
 * @returns       Univer's workbook data; a formula's value, where the block has one, is its stored result
 */
export function workbookData(blocks: readonly Block[], name = 'Workbook'): IWorkbookData {
  const data = emptyWorkbookData(name);
  for (const block of blocks) {
    const sheet = sheetOf(data, block.name);
    const top = block.row ?? 0;
    const left = block.column ?? 0;
    block.values.forEach((line, i) => {
      line.forEach((value, j) => {
        const formula = block.formulas?.[i]?.[j];
        const format = block.formats?.[i]?.[j];
        const cell = formula ? fromFormula(formula, value) : fromCell(value);
        if (format && format !== 'General') cell.s = styleOf(data, { n: { pattern: format } });
        if (value === null && !formula && !cell.s) return;
        sheet.cellData[top + i] ??= {};
        sheet.cellData[top + i]![left + j] = cell;
      });
    });
    sheet.rowCount = Math.max(sheet.rowCount, top + block.values.length + spareRows);
    sheet.columnCount = Math.max(sheet.columnCount, left + (block.values[0]?.length ?? 0) + spareColumns);
  }
  return data;
}

/** A workbook without sheets. */
export function emptyWorkbookData(name: string): IWorkbookData {
  return {
    id: crypto.randomUUID(),
    name,
    appVersion: '',
    locale: 'enUS' as LocaleType,
    styles: {},
    sheetOrder: [],
    sheets: {},
  };
}

/** A sheet of a workbook by its name, added at the end where there is none. */
export function sheetOf(data: IWorkbookData, name: string): IWorksheetData {
  for (const id of data.sheetOrder) if (data.sheets[id]?.name === name) return data.sheets[id] as IWorksheetData;
  const id = `sheet-${data.sheetOrder.length + 1}`;
  data.sheetOrder.push(id);
  const sheet = { id, name, cellData: {}, rowCount: spareRows, columnCount: leastColumns };
  data.sheets[id] = sheet;
  return sheet as unknown as IWorksheetData;
}

const styleIds = new WeakMap<IWorkbookData['styles'], Map<string, string>>();

/** The id of a style in a workbook's table of styles, added where it is new. */
export function styleOf({ styles }: Pick<IWorkbookData, 'styles'>, style: IStyleData): string {
  const ids = styleIds.get(styles) ?? new Map<string, string>();
  styleIds.set(styles, ids);
  const key = JSON.stringify(style);
  let id = ids.get(key);
  if (id === undefined) {
    id = `style-${ids.size + 1}`;
    ids.set(key, id);
    styles[id] = style;
  }
  return id;
}

/** Room that a column has beside its digits, in pixels. */
const padding = 5;

/**
 * Pixels of a column as wide as so many digits of the workbook's default font.
 *
 * @source  ECMA-376 part 1, 18.3.1.13
 */
export function columnWidth(digits: number, font?: Font): number {
  return Math.round(digits * digitWidth(font) + padding);
}

/** How many digits of the workbook's default font a column of so many pixels holds. */
export function columnDigits(pixels: number, font?: Font): number {
  return Math.round(((pixels - padding) / digitWidth(font)) * 100) / 100;
}

/** Widths in digits as Univer's column settings. */
export function columnData(widths: readonly (number | undefined)[], font?: Font): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  widths.forEach((width, column) => {
    if (width) columns[column] = { w: columnWidth(width, font) };
  });
  return columns;
}
