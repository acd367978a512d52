import { columnIndex, columnName } from '../../../cells/address';
import { copied, type Move, movedSpan } from '../../../cells/references';
import { isTrue } from '../package/workbook';
import {
  attributes,
  child,
  children,
  decode,
  type Element,
  escapeText,
  prefixOf,
  root,
  spliced,
  startTag,
  withAttribute,
} from '../package/xml';
import { movedLines } from './movedLines';
import { shiftPlaces } from './places';

/** A cell of a sheet part. Tag and content stay as they were written until the cell is changed. */
export interface CellXml {
  column: number;
  /** Its start tag, never the single form. */
  tag: string;
  inner: string;
}

/** A row of a sheet part. */
export interface RowXml {
  /** 0-based. */
  row: number;
  /** Its start tag, never the single form. */
  tag: string;
  /** In order of their columns. */
  cells: CellXml[];
  /** What follows the cells: extensions. */
  rest: string;
  /** As it was written; null once anything in it has changed. */
  source: string | null;
}

/** A sheet part taken apart into its rows, so that a cell can be set and all else stays as it was written. */
export interface SheetXml {
  /** What elements of the sheet's namespace are prefixed with; mostly empty. */
  prefix: string;
  /** All before the first row, through `<sheetData>`. */
  head: string;
  /** The styles of whole columns, 0-based and inclusive. */
  columnStyles: { first: number; last: number; style: string }[];
  /** In order. */
  rows: RowXml[];
  /** All behind the last row, from `</sheetData>` on. */
  tail: string;
}

/**
 * Takes a sheet part apart.
 *
 * @param xml  the text of the part
 * @throws     Error where it is no sheet, or breaks off
 */
export function parseSheet(xml: string): SheetXml {
  const top = root(xml);
  const data = child(xml, 'sheetData', top);
  if (top.local !== 'worksheet' || !data) throw new Error('no sheetData');
  const rows = rowsIn(xml, data);
  const open = openTag(startTag(xml, data));
  const close = `</${data.name}>`;
  // The extent of the sheet may be left out, and would be wrong once a cell is added.
  const dimension = child(xml, 'dimension', top);
  const head = dimension
    ? xml.slice(0, dimension.start) + xml.slice(dimension.end, data.start)
    : xml.slice(0, data.start);
  return {
    prefix: prefixOf(top),
    head: head + open,
    columnStyles: columnStyles(xml, top),
    rows,
    tail: close + xml.slice(data.end),
  };
}

/** The rows of a sheet's data. */
export function rowsIn(xml: string, data: Element): RowXml[] {
  const rows: RowXml[] = [];
  for (const element of children(xml, data.inner, data.innerEnd)) {
    const tag = openTag(startTag(xml, element));
    const row: RowXml = {
      row: Number(attributes(tag).r ?? (rows.at(-1)?.row ?? -1) + 2) - 1,
      tag,
      cells: [],
      rest: '',
      source: xml.slice(element.start, element.end),
    };
    for (const part of children(xml, element.inner, element.innerEnd)) {
      if (part.local !== 'c') row.rest += xml.slice(part.start, part.end);
      else {
        const cellTag = openTag(startTag(xml, part));
        const letters = /^[A-Z]+/i.exec(attributes(cellTag).r ?? '')?.[0];
        const column = letters ? columnIndex(letters) : (row.cells.at(-1)?.column ?? -1) + 1;
        row.cells.push({ column, tag: cellTag, inner: xml.slice(part.inner, part.innerEnd) });
      }
    }
    rows.push(row);
  }
  return rows;
}

/** The sheet part's text. Rows that were not changed are in it as they were written. */
export function printSheet(sheet: SheetXml): string {
  const { head, rows, tail } = sheet;
  return head + rows.map(row => row.source ?? printRow(row)).join('') + tail;
}

/**
 * A cell to be changed: its row counts as changed from now on. Cell and row are made where there is none, and look as
 * their row or column says.
 *
 * @param row     0-based
 * @param column  0-based
 */
export function touchCell(sheet: SheetXml, row: number, column: number): CellXml {
  const line = touchRow(sheet, row);
  const place = line.cells.findIndex(cell => cell.column >= column);
  const found = place === -1 ? undefined : line.cells[place];
  if (found?.column === column) return found;
  const cell: CellXml = { column, tag: `<${sheet.prefix}c r="${columnName(column)}${row + 1}">`, inner: '' };
  const style = inheritedStyle(sheet, line, column);
  if (style !== undefined) cell.tag = withAttribute(cell.tag, 's', style);
  line.cells.splice(place === -1 ? line.cells.length : place, 0, cell);
  return cell;
}

/** The cell at a place, or undefined. */
export function findCell(sheet: SheetXml, row: number, column: number): CellXml | undefined {
  const line = sheet.rows[placeOf(sheet.rows, row)];
  return line?.row === row ? line.cells.find(cell => cell.column === column) : undefined;
}

/** A cell's formula element with its attributes and text, or undefined. */
export function formulaOf(cell: CellXml): { attributes: Record<string, string>; text: string } | undefined {
  if (!cell.inner.includes('f')) return undefined;
  const element = child(cell.inner, 'f');
  if (!element) return undefined;
  return {
    attributes: attributes(startTag(cell.inner, element)),
    text: decode(cell.inner.slice(element.inner, element.innerEnd)),
  };
}

/** The cells that have a formula, like `B2`. */
export function formulaCells({ rows }: SheetXml): string[] {
  return rows.flatMap(({ row, cells }) =>
    cells.flatMap(cell => (formulaOf(cell) ? `${columnName(cell.column)}${row + 1}` : [])),
  );
}

/** A cell with the text of its formula replaced; the formula's own attributes and its saved result stay. */
export function setFormulaText(cell: CellXml, text: string, dropAttributes = false): void {
  const element = child(cell.inner, 'f');
  if (!element) return;
  const tag = dropAttributes ? `<${element.name}>` : openTag(startTag(cell.inner, element));
  cell.inner = spliced(cell.inner, [
    { start: element.start, end: element.end, text: `${tag}${escapeText(text)}</${element.name}>` },
  ]);
}

/**
 * Gives every cell of a shared formula its own: Excel stores a formula that was filled down once, at its first cell, and
 * that cell can then neither be overwritten nor moved without the others losing theirs.
 */
export function unshareFormulas(sheet: SheetXml): void {
  const masters = new Map<string, { row: number; column: number; text: string }>();
  for (const row of sheet.rows) {
    for (const cell of row.cells) {
      const formula = formulaOf(cell);
      if (formula?.attributes.t !== 'shared') continue;
      const index = formula.attributes.si ?? '';
      if (formula.text) masters.set(index, { row: row.row, column: cell.column, text: formula.text });
      const master = masters.get(index);
      if (!master) throw new Error('a shared formula without its first cell');
      setFormulaText(cell, copied(master.text, row.row - master.row, cell.column - master.column), true);
      row.source = null;
    }
  }
}

/** Moves rows or columns; cells, formulas and all else that this sheet says about places in itself move along. */
export function moveCells(sheet: SheetXml, move: Move): void {
  unshareFormulas(sheet);
  if (move.axis === 'row') {
    sheet.rows = sheet.rows.filter(({ row }) => movedSpan(row, row, move));
  }
  for (const line of sheet.rows) {
    const before = line.cells.length;
    if (move.axis === 'column') line.cells = line.cells.filter(({ column }) => movedSpan(column, column, move));
    for (const cell of line.cells) {
      const [column] = move.axis === 'column' ? movedSpan(cell.column, cell.column, move)! : [cell.column];
      const shifted = shiftPlaces(cell.inner, move.sheet, move);
      if (shifted === cell.inner && column === cell.column) continue;
      cell.inner = shifted;
      cell.column = column;
      line.source = null;
    }
    if (line.cells.length < before) line.source = null;
    const [row] = move.axis === 'row' ? movedSpan(line.row, line.row, move)! : [line.row];
    if (row === line.row) continue;
    line.row = row;
    line.source = null;
  }
  sheet.head = shiftPlaces(movedLines(sheet.head, move), move.sheet, move);
  sheet.tail = shiftPlaces(movedLines(sheet.tail, move), move.sheet, move);
  sheet.columnStyles = sheet.columnStyles.flatMap(style => {
    const span = move.axis === 'column' ? movedSpan(style.first, style.last, move) : [style.first, style.last];
    return span ? [{ ...style, first: span[0]!, last: span[1]! }] : [];
  });
}

function printRow({ row, tag, cells, rest }: RowXml): string {
  const number = String(row + 1);
  const open = withAttribute(withAttribute(tag, 'r', number), 'spans', null);
  const inner = cells.map(cell => {
    const start = withAttribute(cell.tag, 'r', columnName(cell.column) + number);
    return cell.inner ? `${start}${cell.inner}</${nameOf(start)}>` : `${start.slice(0, -1)}/>`;
  });
  return `${open}${inner.join('')}${rest}</${nameOf(open)}>`;
}

/** The name of a start tag, with its prefix. */
function nameOf(tag: string): string {
  return /^<([^\s/>]+)/.exec(tag)![1]!;
}

/** A row to be changed; made where there is none. */
export function touchRow(sheet: SheetXml, row: number): RowXml {
  const place = placeOf(sheet.rows, row);
  let line = sheet.rows[place];
  if (line?.row !== row) {
    line = { row, tag: `<${sheet.prefix}row r="${row + 1}">`, cells: [], rest: '', source: null };
    sheet.rows.splice(place, 0, line);
  }
  line.source = null;
  return line;
}

/** Where a row is among the rows of a sheet, or would be. */
function placeOf(rows: RowXml[], row: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rows[middle]!.row < row) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The style that a new cell takes over: that of its whole row, else that of its whole column. */
function inheritedStyle(sheet: SheetXml, row: RowXml, column: number): string | undefined {
  const { s, customFormat } = attributes(row.tag);
  if (s !== undefined && isTrue(customFormat)) return s;
  return sheet.columnStyles.find(({ first, last }) => first <= column && column <= last)?.style;
}

function columnStyles(xml: string, top: Element): SheetXml['columnStyles'] {
  const list = child(xml, 'cols', top);
  if (!list) return [];
  return [...children(xml, list.inner, list.innerEnd)].flatMap(element => {
    const { min, max, style } = attributes(startTag(xml, element));
    return style === undefined ? [] : [{ first: Number(min) - 1, last: Number(max) - 1, style }];
  });
}

function openTag(tag: string): string {
  return tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag;
}
