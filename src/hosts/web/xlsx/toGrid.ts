import type { ICellData, IRange, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { type CellStyle, type CellValue, dateToSerial, type Cell as FileCell, type Sheet, type Workbook } from 'hucre';
import { parseRange } from '../../../cells/address';
import type { Cell } from '../../../cells/value';
import { fromFileSpelling } from '../../univer/calculation/spelling';
import type { Font } from '../../univer/looks/digitWidth';
import { withLines } from '../../univer/looks/openedLines';
import { keptPage } from '../../univer/looks/page';
import { resourcesOf } from '../../univer/looks/rules';
import { fromCell, fromFormula, isErrorCode } from '../../univer/reading/cells';
import { frozen } from '../../univer/reading/contents';
import { columnWidth, emptyWorkbookData, spareColumns, spareRows, styleOf } from '../../univer/reading/workbookData';
import { DEFINED_NAMES, type Spilled, type WorkbookDocument } from '../document';
import { moved } from './moved';
import { rulesFromFile } from './rules';
import { toGridStyle } from './styles';

/** Excel's width of a column that nobody has set, in digits. */
const usualWidth = 8.43;
/** Pixels to a point. */
const perPoint = 96 / 72;

/**
 * A workbook file as the grid opens it: values, formulas with their saved results, formats, widths, frozen panes, merged
 * cells, hidden rows, columns and sheets, names, looks that follow a formula, input rules, notes and page set-up.
 *
 * @param file  as hucre reads it, with styles
 * @param name  the file's name without its ending
 */
export function toGrid(file: Workbook, name: string): Pick<WorkbookDocument, 'name' | 'data' | 'spilled'> {
  const data = emptyWorkbookData(name);
  const font: Font = {
    ...(file.defaultFont?.name && { ff: file.defaultFont.name }),
    ...(file.defaultFont?.size && { fs: file.defaultFont.size }),
  };
  data.defaultStyle = font;
  const spilled: Record<string, Spilled> = {};
  const look = styleIds(file, data);
  file.sheets.forEach((sheet, index) => {
    const id = `sheet-${index + 1}`;
    data.sheetOrder.push(id);
    const contents = cellsOf(sheet, look);
    data.sheets[id] = sheetData(id, sheet, contents.cells, font);
    if (contents.spilled) spilled[id] = contents.spilled;
  });
  const rules = file.sheets.map((sheet, index) => [`sheet-${index + 1}`, rulesFromFile(sheet, file.themeColors ?? [])]);
  data.resources = [...namesOf(file), ...resourcesOf(Object.fromEntries(rules))];
  return { name, data, spilled };
}

function sheetData(
  id: string,
  sheet: Sheet,
  cellData: IWorksheetData['cellData'],
  font: Font,
): Partial<IWorksheetData> {
  const frozenRows = sheet.freezePane?.rows ?? 0;
  const frozenColumns = sheet.freezePane?.columns ?? 0;
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), sheet.columns?.length ?? 0);
  const columnData: IWorksheetData['columnData'] = {};
  sheet.columns?.forEach(({ width, hidden }, column) => {
    if (width || hidden)
      columnData[column] = { ...(width && { w: columnWidth(width, font) }), ...(hidden && { hd: 1 }) };
  });
  const rowData: IWorksheetData['rowData'] = {};
  sheet.rowDefs?.forEach(({ height, hidden }, row) => {
    if (height || hidden)
      rowData[row] = { ...(height && { h: Math.round(height * perPoint), ia: 0 }), ...(hidden && { hd: 1 }) };
  });
  return {
    id,
    name: sheet.name,
    cellData,
    columnData,
    rowData,
    rowCount: sheet.rows.length + spareRows,
    columnCount: Math.max(26, columns + spareColumns),
    defaultColumnWidth: columnWidth(usualWidth, font),
    hidden: sheet.hidden || sheet.veryHidden ? 1 : 0,
    showGridlines: sheet.view?.showGridLines === false ? 0 : 1,
    rightToLeft: sheet.view?.rightToLeft ? 1 : 0,
    ...(sheet.view?.tabColor?.rgb && { tabColor: `#${sheet.view.tabColor.rgb.slice(-6)}` }),
    ...((frozenRows > 0 || frozenColumns > 0) && { freeze: frozen(frozenRows, frozenColumns) }),
    custom: withLines({}, sheet.pageSetup && keptPage(sheet.pageSetup).custom),
    mergeData: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      startRow,
      endRow,
      startColumn: startCol,
      endColumn: endCol,
    })),
  };
}

/** Finds the id of a file's style in the grid's table; files repeat few styles over many cells. */
function styleIds(file: Workbook, data: IWorkbookData): (style: CellStyle | undefined) => string | undefined {
  const known = new Map<string, string | undefined>();
  return style => {
    if (!style) return undefined;
    const key = JSON.stringify(style);
    if (known.has(key)) return known.get(key);
    const drawn = toGridStyle(style, file.themeColors ?? [], file.defaultFont);
    const id = drawn && styleOf(data, drawn);
    known.set(key, id);
    return id;
  };
}

function cellsOf(
  sheet: Sheet,
  look: (style: CellStyle | undefined) => string | undefined,
): { cells: IWorksheetData['cellData']; spilled?: Spilled } {
  const cells: Record<number, Record<number, ICellData>> = {};
  const spills: Spill[] = [];
  const shared = new Map<number, Shared>();
  const details = byRow(sheet.cells);
  sheet.rows.forEach((line, row) => {
    const into: Record<number, ICellData> = {};
    const detailed = details.get(row);
    line.forEach((value, column) => {
      const detail = detailed?.get(column);
      const cell = contents(value, detail, row, column, shared);
      const style = look(detail?.style);
      if (style) cell.s = style;
      if (cell.v !== undefined || cell.f || style) into[column] = cell;
      const range = detail && spillOf(detail);
      if (range) spills.push({ row, column, range });
    });
    cells[row] = into;
  });
  return { cells, spilled: spills.length > 0 ? takeSpilled(cells, spills) : undefined };
}

/** What is said of cells besides their values, by row and column: most of a large sheet's cells are values alone. */
function byRow(cells: Sheet['cells']): Map<number, Map<number, FileCell>> {
  const rows = new Map<number, Map<number, FileCell>>();
  for (const [at, cell] of cells ?? []) {
    const comma = at.indexOf(',');
    const row = Number(at.slice(0, comma));
    const line = rows.get(row) ?? new Map<number, FileCell>();
    rows.set(row, line.set(Number(at.slice(comma + 1)), cell));
  }
  return rows;
}

/** The first cell of a formula that Excel stored once for many; the others are the same, moved. */
interface Shared {
  row: number;
  column: number;
  formula: string;
}

function contents(
  value: CellValue,
  detail: FileCell | undefined,
  row: number,
  column: number,
  shared: Map<number, Shared>,
): ICellData {
  const result = toValue(value, detail?.type === 'error');
  const formula = detail && formulaOf(detail, row, column, shared);
  if (!formula) return fromCell(result);
  // An empty text is a result, not a formula that waits for one.
  return result === null && value === '' ? { f: formula, v: '' } : fromFormula(formula, result);
}

function formulaOf(detail: FileCell, row: number, column: number, shared: Map<number, Shared>): string | undefined {
  const index = detail.formulaType === 'shared' ? detail.formulaSharedIndex : undefined;
  if (detail.formula) {
    const formula = fromFileSpelling(detail.formula);
    if (index !== undefined) shared.set(index, { row, column, formula });
    return formula;
  }
  const first = index === undefined ? undefined : shared.get(index);
  return first && moved(first.formula, row - first.row, column - first.column);
}

function toValue(value: CellValue, isError: boolean): Cell {
  if (value === null || value === '') return null;
  if (value instanceof Date) return dateToSerial(value);
  return isError && isErrorCode(value) ? { error: value } : value;
}

interface Spill {
  row: number;
  column: number;
  range: IRange;
}

function spillOf({ formula, formulaDynamic, formulaType, formulaRef }: FileCell): IRange | undefined {
  if (!formula || !formulaRef || !(formulaDynamic || formulaType === 'array')) return undefined;
  const { top, left, bottom, right } = parseRange(formulaRef);
  if (bottom === null || right === null || (top === bottom && left === right)) return undefined;
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
}

/** Spilled results are in a file as ordinary cells; the grid would take them for something typed in the formula's way. */
function takeSpilled(cells: Record<number, Record<number, ICellData>>, spills: Spill[]): Spilled {
  const spilled: Spilled = { ranges: {}, cells: {} };
  for (const { row, column, range } of spills) {
    spilled.ranges[row] = { ...spilled.ranges[row], [column]: range };
    for (let r = range.startRow; r <= range.endRow; r++) {
      spilled.cells[r] ??= {};
      for (let c = range.startColumn; c <= range.endColumn; c++) {
        const cell = cells[r]?.[c];
        if (!cell) continue;
        const { v, t } = cell;
        spilled.cells[r]![c] = { v, t };
        if (r === row && c === column) continue;
        if (cell.s) cells[r]![c] = { s: cell.s };
        else delete cells[r]![c];
      }
    }
  }
  return spilled;
}

/** Names of cells and ranges, in the form in which the grid keeps them beside the sheets. */
function namesOf(file: Workbook): NonNullable<IWorkbookData['resources']> {
  const names: Record<string, object> = {};
  file.namedRanges?.forEach(({ name, range, scope, comment }, index) => {
    const localSheetId = scope
      ? `sheet-${file.sheets.findIndex(sheet => sheet.name === scope) + 1}`
      : 'AllDefaultWorkbook';
    const id = `name-${index + 1}`;
    names[id] = { id, name, formulaOrRefString: range, comment: comment ?? '', localSheetId };
  });
  return [{ name: DEFINED_NAMES, data: JSON.stringify(names) }];
}
