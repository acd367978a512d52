import { type ICellData, IUniverInstanceService, type IWorkbookData, LocaleType, LogLevel } from '@univerjs/core';
import { UniverSheetsNodeCorePreset } from '@univerjs/preset-sheets-node-core';
import { createUniver } from '@univerjs/presets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { CalculationMode } from '@univerjs/sheets-formula';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import type { Cell } from '../../cells/value';
import type { Edit } from '../../workbook/edit';
import type { Outcome } from '../../workbook/edits/outcome';
import type { Place } from '../../workbook/register';
import type { Block, Snapshot } from '../../workbook/snapshot';
import { resultsApplied, startCalculation, uncalculated } from './calculation/calculation';
import { cellFunctionClasses } from './calculation/cellFunctions';
import { applyEdits } from './edits/applyEdits';
import { withHistory } from './edits/history';
import { filledFrom } from './edits/keepValues';
import { keptFollows } from './looks/keptFollows';
import { fromCell, fromFormula, overwriting, toMatrix } from './reading/cells';
import { readBlock, usedExtent } from './reading/readBlock';
import { takeSnapshot } from './reading/takeSnapshot';
import { leastColumns, workbookData } from './reading/workbookData';

/** What is written into a cell: a value, or a formula in Univer's spelling with its leading `=`. Text stays text. */
export type Written = Cell | { formula: string };

/** A spreadsheet without a screen: the calculation engine of the web workbook, in Node. Rows and columns are 0-based. */
export interface Engine {
  /** Names of the sheets, in order. */
  sheets(): string[];
  /** Adds an empty sheet after all others. */
  addSheet(name: string): void;
  /** Rows and columns of a sheet from A1 to the last cell in use; 0 by 0 when it is empty. */
  extent(sheet: string): { rows: number; columns: number };
  /** Values, formulas and number formats as they are now; blanks beyond what is in use. */
  read(sheet: string, row: number, column: number, rows?: number, columns?: number): Required<Block>;
  /** The rows and columns that the formula of a cell fills, its own included; null where it fills its own only. */
  filledFrom(sheet: string, row: number, column: number): { rows: number; columns: number } | null;
  /** Writes rows of cells; results follow after `calculated()`. */
  write(sheet: string, row: number, column: number, cells: Written[][]): void;
  /** Sets the number format (`0.0%`) of a rectangle. */
  setNumberFormat(sheet: string, row: number, column: number, rows: number, columns: number, format: string): void;
  /** Blank rows before `row`; formulas that point below move along. */
  insertRows(sheet: string, row: number, count: number): void;
  /** Applies edits, all or none; says how much was written. */
  apply(edits: Edit[]): Outcome;
  /** What a review needs: the Compass sheets, the edges of their sources, and further places. */
  snapshot(about: { today: number; locale: string; further: Place[] }): Snapshot;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  /** Resolves once the results of everything written so far are in the cells. */
  calculated(): Promise<void>;
  /** Calculates every formula anew. */
  recalculate(): Promise<void>;
  /** The whole workbook in Univer's form, without spilled cells. */
  save(): IWorkbookData;
  /** Frees the engine; call it when done, or the process stays alive. */
  dispose(): void;
}

/**
 * Opens a workbook in the calculation engine, with every function of the catalogue. Formulas that come with a value keep
 * it until something they depend on changes; the others are calculated at once (await `calculated()`).
 *
 * @param workbook  blocks of cells (a snapshot's `sheets`), or Univer's own workbook data
 */
export function createEngine(workbook: readonly Block[] | IWorkbookData): Engine {
  const { univer, univerAPI } = createUniver({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.SILENT,
    override: withHistory,
    presets: [
      UniverSheetsNodeCorePreset({
        formula: { function: cellFunctionClasses(), initialFormulaComputing: CalculationMode.NO_CALCULATION },
      }),
      { plugins: [UniverSheetsConditionalFormattingPlugin, UniverSheetsNotePlugin] },
    ],
  });
  const book = univerAPI.createWorkbook(isBlocks(workbook) ? workbookData(workbook) : workbook);
  univer.__getInjector().get(IUniverInstanceService).focusUnit(book.getId());
  keptFollows(univer.__getInjector());
  let pending = Promise.resolve();
  /** The engine starts a moment after a write; whoever waits later must wait for that start as well. */
  const expectCalculation = () => {
    const after = resultsApplied(univer);
    pending = Promise.all([pending, after]).then(() => undefined);
  };

  const missing = uncalculated(book);
  if (missing.length > 0) {
    expectCalculation();
    startCalculation(univer, missing);
  }

  const sheetOf = (name: string): FWorksheet => {
    const sheet = book.getSheetByName(name);
    if (!sheet)
      throw new Error(
        `There is no sheet "${name}"; there are ${book
          .getSheets()
          .map(s => s.getSheetName())
          .join(', ')}.`,
      );
    return sheet;
  };
  /** A sheet with room for a rectangle. */
  const roomy = (name: string, rows: number, columns: number): FWorksheet => {
    const sheet = sheetOf(name);
    if (sheet.getMaxRows() < rows) sheet.setRowCount(rows);
    if (sheet.getMaxColumns() < columns) sheet.setColumnCount(columns);
    return sheet;
  };

  return {
    sheets: () => book.getSheets().map(sheet => sheet.getSheetName()),
    addSheet: name => {
      // As large as any sheet of ours: a formula that points beyond a grid is an error in it.
      book.insertSheet(name, { sheet: { columnCount: leastColumns } });
    },
    extent: sheet => usedExtent(sheetOf(sheet)),
    read: (name, row, column, rows = 1, columns = 1) => readBlock(sheetOf(name), { row, column, rows, columns }),
    filledFrom: (name, row, column) => {
      const filled = filledFrom(sheetOf(name), row, column);
      return filled
        ? { rows: filled.endRow - filled.startRow + 1, columns: filled.endColumn - filled.startColumn + 1 }
        : null;
    },
    write: (name, row, column, cells) => {
      const width = Math.max(0, ...cells.map(line => line.length));
      if (width === 0) return;
      const data: ICellData[][] = cells.map(line =>
        line.map(cell => overwriting(holdsFormula(cell) ? fromFormula(cell.formula) : fromCell(cell))),
      );
      expectCalculation();
      roomy(name, row + cells.length, column + width)
        .getRange(row, column, cells.length, width)
        .setValues(toMatrix(row, column, data));
    },
    setNumberFormat: (name, row, column, rows, columns, format) => {
      roomy(name, row + rows, column + columns)
        .getRange(row, column, rows, columns)
        .setNumberFormat(format);
    },
    insertRows: (name, row, count) => {
      expectCalculation();
      sheetOf(name).insertRows(row, count);
    },
    apply: edits => {
      const outcome = applyEdits(book, edits);
      // Only now: Univer waits half a second for the engine to start, which many edits take by themselves.
      if (outcome.written !== 'none') expectCalculation();
      return outcome;
    },
    snapshot: about => takeSnapshot(book, about),
    undo: () => {
      expectCalculation();
      return univerAPI.undo();
    },
    redo: () => {
      expectCalculation();
      return univerAPI.redo();
    },
    calculated: () => pending,
    recalculate: () => {
      expectCalculation();
      startCalculation(univer, 'all');
      return pending;
    },
    save: () => book.save(),
    dispose: () => univer.dispose(),
  };
}

function isBlocks(workbook: readonly Block[] | IWorkbookData): workbook is readonly Block[] {
  return Array.isArray(workbook);
}

function holdsFormula(cell: Written): cell is { formula: string } {
  return typeof cell === 'object' && cell !== null && 'formula' in cell;
}
