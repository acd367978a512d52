import type { IStyleData, IWorkbookData, IWorksheetData, Nullable } from '@univerjs/core';
import type { CellStyle, CellValue, Cell as FileCell, NamedRange, WriteOptions, WriteSheet } from 'hucre';
import { fixed, parseRange, printRange, quoteSheet } from '../../../cells/address';
import { type Cell, isError } from '../../../cells/value';
import { toFileSpelling } from '../../univer/calculation/spelling';
import type { Font } from '../../univer/looks/digitWidth';
import { pageOf } from '../../univer/looks/page';
import { rulesOf } from '../../univer/looks/rules';
import { columnDigits } from '../../univer/reading/workbookData';
import { DEFINED_NAMES, type Spilled, type WorkbookDocument } from '../document';
import { contentsOf } from './contents';
import { rulesToFile } from './rules';
import { toFileStyle } from './styles';

/** Points to a pixel. */
const perPixel = 72 / 96;

/**
 * The grid's workbook as hucre writes it: values, formulas in their stored form with their results, formats, widths,
 * frozen panes, merged cells, hidden rows, columns and sheets, names, looks that follow a formula, input rules, notes and
 * page set-up.
 *
 * @param document  as the page keeps it
 */
export function toFile({ data, spilled }: Pick<WorkbookDocument, 'data' | 'spilled'>): WriteOptions {
  const look = fileStyles(data);
  const { ff, fs } = resolve(data, data.defaultStyle) ?? {};
  const font: Font = { ff: ff ?? undefined, fs };
  return {
    sheets: data.sheetOrder.map(id => {
      const rules = rulesToFile(rulesOf(data.resources, id));
      return writeSheet(data.sheets[id] as IWorksheetData, { spilled: spilled[id], rules, look, font });
    }),
    namedRanges: [...namesOf(data), ...data.sheetOrder.flatMap(id => printNames(data.sheets[id] as IWorksheetData))],
    defaultFont: { name: ff ?? 'Arial', size: fs ?? 11 },
  };
}

/** A style of the grid as a file stores it; undefined where it says nothing. */
export type FileStyleOf = (style: Nullable<IStyleData | string>) => CellStyle | undefined;

/** Finds a file's style for the grid's; each is turned once. */
export function fileStyles(data: IWorkbookData): FileStyleOf {
  const known = new Map<string, CellStyle>();
  return style => {
    if (!style) return undefined;
    const key = typeof style === 'string' ? style : JSON.stringify(style);
    let turned = known.get(key);
    if (!turned) {
      turned = toFileStyle(resolve(data, style) ?? {});
      known.set(key, turned);
    }
    return Object.keys(turned).length > 0 ? turned : undefined;
  };
}

export function resolve({ styles }: IWorkbookData, style: Nullable<IStyleData | string>): IStyleData | undefined {
  return (typeof style === 'string' ? styles[style] : style) || undefined;
}

interface Beside {
  spilled: Spilled | undefined;
  rules: ReturnType<typeof rulesToFile>;
  look: FileStyleOf;
  font: Font;
}

function writeSheet(sheet: IWorksheetData, { spilled, rules, look, font }: Beside): WriteSheet {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<FileCell>>();
  const place = (row: number, column: number, value: Cell, detail?: Partial<FileCell>) => {
    rows[row] ??= [];
    rows[row]![column] = isError(value) ? value.error : value;
    if (detail) cells.set(`${row},${column}`, detail);
  };
  for (const [row, line] of contentsOf(sheet, spilled)) {
    for (const [column, { formula, value, fills, style: own }] of line) {
      const style = look(own);
      if (!formula) {
        if (value !== null || style) place(row, column, value, style && { style });
        continue;
      }
      place(row, column, value, {
        style,
        formula: toFileSpelling(formula),
        formulaResult: isError(value) ? value.error : (value ?? ''),
        ...(fills && { formulaType: 'array' as const, formulaDynamic: true, formulaRef: fills }),
      });
    }
  }
  for (const [key, text] of rules.notes) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    if (rows[row]?.[column] === undefined) place(row, column, null);
    cells.set(key, { ...cells.get(key), comment: { text } });
  }
  for (let row = 0; row < rows.length; row++) rows[row] = Array.from(rows[row] ?? [], value => value ?? null);

  const freeze = sheet.freeze;
  // hucre leaves out the quotes that a sheet's name needs here: these are written with the other names.
  const { printArea, printTitlesRow, ...page } = pageOf(sheet) ?? {};
  return {
    name: sheet.name,
    rows,
    cells,
    columns: columnsOf(sheet, font),
    rowDefs: new Map(
      Object.entries(sheet.rowData ?? {})
        .filter(([, row]) => row?.hd || (row?.h && !row.ia))
        .map(([row, { h, hd, ia }]) => [
          Number(row),
          { ...(h && !ia && { height: h * perPixel }), ...(hd && { hidden: true }) },
        ]),
    ),
    merges: (sheet.mergeData ?? []).map(({ startRow, endRow, startColumn, endColumn }) => ({
      startRow,
      startCol: startColumn,
      endRow,
      endCol: endColumn,
    })),
    ...((freeze?.ySplit || freeze?.xSplit) && { freezePane: { rows: freeze.ySplit, columns: freeze.xSplit } }),
    ...(sheet.hidden && { hidden: true }),
    ...(rules.looks.length > 0 && { conditionalRules: rules.looks }),
    ...(rules.validations.length > 0 && { dataValidations: rules.validations }),
    ...(Object.keys(page).length > 0 && { pageSetup: page }),
    view: {
      showGridLines: sheet.showGridlines !== 0,
      ...(sheet.rightToLeft && { rightToLeft: true }),
      ...(sheet.tabColor && { tabColor: { rgb: sheet.tabColor.replace('#', '') } }),
    },
  };
}

function columnsOf({ columnData }: IWorksheetData, font: Font): WriteSheet['columns'] {
  const columns: NonNullable<WriteSheet['columns']> = [];
  for (const [index, column] of Object.entries(columnData ?? {})) {
    if (!column?.w && !column?.hd) continue;
    columns[Number(index)] = {
      ...(column.w && { width: columnDigits(column.w, font) }),
      ...(column.hd && { hidden: true }),
    };
  }
  return Array.from(columns, column => column ?? {});
}

export function namesOf({ resources, sheets }: IWorkbookData): NamedRange[] {
  const stored = resources?.find(({ name }) => name === DEFINED_NAMES)?.data;
  const names = Object.values(stored ? (JSON.parse(stored) as Record<string, DefinedName>) : {});
  return names.map(({ name, formulaOrRefString, localSheetId, comment }) => ({
    name,
    range: formulaOrRefString.replace(/^=/, ''),
    scope: localSheetId ? sheets[localSheetId]?.name : undefined,
    comment: comment || undefined,
  }));
}

/** What of a sheet prints, and the rows at the top of its pages: names that belong to the sheet. */
export function printNames(sheet: IWorksheetData): NamedRange[] {
  const { printArea, printTitlesRow } = pageOf(sheet) ?? {};
  const own = `${quoteSheet(sheet.name)}!`;
  const areas = printArea?.split(',').map(area => own + printRange(fixed(parseRange(area))));
  return [
    ...(areas ? [{ name: '_xlnm.Print_Area', range: areas.join(','), scope: sheet.name }] : []),
    ...(printTitlesRow ? [{ name: '_xlnm.Print_Titles', range: own + printTitlesRow, scope: sheet.name }] : []),
  ];
}

interface DefinedName {
  name: string;
  formulaOrRefString: string;
  localSheetId?: string;
  comment?: string;
}
