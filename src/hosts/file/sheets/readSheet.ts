import type { Range } from '../../../cells/address';
import { copied } from '../../../cells/references';
import { type Cell, isError } from '../../../cells/value';
import type { Block } from '../../../workbook/snapshot';
import { cellText } from '../../typed';
import { builtInCode, DAYS_TO_1904, showsDay, showsTime } from '../looks/numberFormat';
import { read } from '../package/errors';
import { type Package, readPart } from '../package/package';
import { readRelations, type Workbook } from '../package/workbook';
import { attributes, child, children, decode, root, startTag } from '../package/xml';
import { type CellXml, formulaOf, type RowXml, rowsIn } from './sheet';
import { itemText, type TextList, textList, unescaped } from './textList';

/** What cells of every sheet refer to. */
export interface CellTables {
  /** Texts that cells share. */
  textAt: TextList;
  /** Number formats by the number of a cell's style. */
  formats: string[];
  date1904: boolean;
}

/** A sheet as it is read: its rows, and the cells that hold the text of a formula that was filled down or across. */
export interface ReadSheet {
  name: string;
  rows: RowXml[];
  filled: Map<string, { text: string; row: number; column: number }>;
}

/** A block with more cells than this has rows as long as what is in them: one cell in the last corner fills no memory. */
const MOST_CELLS = 2_000_000;
/** A row without cells, the same for all of them. */
const NOTHING: never[] = [];
const DAY = 86_400_000;
/** The day from which spreadsheets count. */
const FIRST_DAY = Date.UTC(1899, 11, 30);

/** Reads the texts and number formats that cells refer to; a workbook may lack both. */
export function readCellTables(pack: Package, workbook: Workbook): CellTables {
  const partOf = (kind: string) =>
    readRelations(workbook.part, workbook.relationsXml, pack).find(({ type }) => type === kind)?.target;
  const texts = partOf('sharedStrings');
  let list: TextList | undefined;
  const styles = partOf('styles');
  const stylesXml = styles === undefined ? undefined : readPart(pack, styles);
  return {
    textAt: number => {
      if (texts === undefined) return null;
      return read(texts, () => {
        list ??= textList(readPart(pack, texts) ?? '<sst/>');
        return list(number);
      });
    },
    formats: stylesXml === undefined ? [] : formatsByStyle(stylesXml),
    date1904: workbook.date1904,
  };
}

/** Takes a sheet's part apart for reading; one without data is empty. */
export function openForReading(name: string, text: string): ReadSheet {
  const data = child(text, 'sheetData', root(text));
  const rows = data ? rowsIn(text, data) : [];
  const filled: ReadSheet['filled'] = new Map();
  for (const { row, cells } of rows) {
    for (const cell of cells) {
      if (!cell.inner.includes('shared')) continue;
      const formula = formulaOf(cell);
      if (formula?.attributes.t === 'shared' && formula.text)
        filled.set(formula.attributes.si ?? '', { text: formula.text, row, column: cell.column });
    }
  }
  return { name, rows, filled };
}

/** A rectangle of a sheet as a block; what a range names beyond the sheet's last cell is blank, an open end stops there. */
export function blockOf(sheet: ReadSheet, range: Range | null, tables: CellTables): Block {
  const { top = 0, left = 0 } = range ?? {};
  const lines = new Map(sheet.rows.map(line => [line.row, line.cells] as const));
  const ends = sheet.rows.flatMap(({ row, cells }) => (cells.length > 0 ? [row] : []));
  const bottom = range?.bottom ?? ends.reduce((most, row) => Math.max(most, row), -1);
  const lastIn = (cells: CellXml[]) => cells.reduce((most, { column }) => Math.max(most, column), -1);
  const right = range?.right ?? sheet.rows.reduce((most, { cells }) => Math.max(most, lastIn(cells)), -1);
  const isDense = (bottom - top + 1) * (right - left + 1) <= MOST_CELLS;
  const block = { name: sheet.name, row: top, column: left, values: [], formulas: [], formats: [] } as Required<Block>;
  for (let row = top; row <= bottom; row += 1) {
    const cells = lines.get(row) ?? [];
    if (cells.length === 0 && !isDense) {
      block.values.push(NOTHING);
      block.formulas.push(NOTHING);
      block.formats.push(NOTHING);
      continue;
    }
    const width = Math.max(0, (isDense ? right : Math.min(right, lastIn(cells))) - left + 1);
    const values: Cell[] = Array(width).fill(null);
    const formulas: (string | null)[] = Array(width).fill(null);
    const formats: string[] = Array(width).fill('General');
    for (const cell of cells) {
      const at = cell.column - left;
      if (at < 0 || at >= width) continue;
      const of = attributes(cell.tag);
      formats[at] = tables.formats[Number(of.s ?? 0)] ?? 'General';
      values[at] = cellValue(cell, of.t, formats[at]!, tables);
      formulas[at] = formulaText(sheet, row, cell);
    }
    block.values.push(values);
    block.formulas.push(formulas);
    block.formats.push(formats);
  }
  return block;
}

/** A cell's formula with its `=`, or null; one that was filled down, as it reads in this cell. */
function formulaText({ filled }: ReadSheet, row: number, cell: CellXml): string | null {
  const formula = formulaOf(cell);
  if (!formula) return null;
  if (formula.text) return `=${formula.text}`;
  const first = formula.attributes.t === 'shared' ? filled.get(formula.attributes.si ?? '') : undefined;
  return first ? `=${copied(first.text, row - first.row, cell.column - first.column)}` : '=';
}

function cellValue(cell: CellXml, type: string | undefined, format: string, tables: CellTables): Cell {
  if (cell.inner === '') return null;
  if (type === 'inlineStr') {
    const text = child(cell.inner, 'is');
    return text ? itemText(cell.inner, text) : null;
  }
  const element = child(cell.inner, 'v');
  if (!element) return null;
  const raw = decode(cell.inner.slice(element.inner, element.innerEnd));
  switch (type) {
    case 's':
      return tables.textAt(Number(raw));
    case 'str':
      return unescaped(raw);
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true';
    case 'e':
      return errorCell(raw.trim());
    case 'd':
      return dateCell(raw.trim());
    default:
      return numberCell(raw.trim(), format, tables.date1904);
  }
}

function numberCell(raw: string, format: string, date1904: boolean): Cell {
  if (raw === '') return null;
  const stored = Number(raw);
  if (!Number.isFinite(stored)) return { error: '#NUM!' };
  // Times are kept to the millisecond: 8:30 is stored with fifteen digits of 17/48.
  const value = showsDay(format) || showsTime(format) ? Math.round(stored * DAY) / DAY : stored;
  return date1904 && showsDay(format) ? value + DAYS_TO_1904 : value;
}

/** A day that is stored as text, like `2026-11-23T08:30:00`. */
function dateCell(raw: string): Cell {
  const time = Date.parse(/T[\d:.]+$/.test(raw) ? `${raw}Z` : raw);
  return Number.isNaN(time) ? raw : (time - FIRST_DAY) / DAY;
}

function errorCell(text: string): Cell {
  const cell = cellText(text);
  return isError(cell) ? cell : { error: '#VALUE!' };
}

function formatsByStyle(xml: string): string[] {
  const top = root(xml);
  const list = (local: string) => {
    const element = child(xml, local, top);
    return element
      ? [...children(xml, element.inner, element.innerEnd)].map(item => attributes(startTag(xml, item)))
      : [];
  };
  const own = new Map(list('numFmts').map(({ numFmtId, formatCode }) => [numFmtId, formatCode]));
  return list('cellXfs').map(({ numFmtId = '0' }) => own.get(numFmtId) ?? builtInCode(Number(numFmtId)));
}
