import type { ICellData, IRange, IWorkbookData } from '@univerjs/core';

/** Under which the grid keeps the names of cells and ranges, among a workbook's resources. */
export const DEFINED_NAMES = 'SHEET_DEFINED_NAME_PLUGIN';

/** What array formulas spilled on one sheet: the range of each by the row and column of its formula, and the cells. */
export interface Spilled {
  ranges: Record<number, Record<number, IRange>>;
  cells: Record<number, Record<number, ICellData>>;
}

/** A file that was opened. Changes are saved into it, so that all else of it is carried along. */
export interface OpenedFile {
  bytes: Uint8Array;
  /** The ending of its name, without the dot: `xlsx`, `xlsm`. */
  ending: string;
}

/** A workbook as the page opens, keeps and saves it. */
export interface WorkbookDocument {
  /** The file's name without its ending. */
  name: string;
  /** The workbook in the grid's own form; cells hold formulas with their last results. */
  data: IWorkbookData;
  /** The engine keeps spilled results apart from the cells; by sheet id. */
  spilled: Record<string, Spilled>;
  /** The file that was opened; undefined for a workbook that was begun here. */
  opened?: OpenedFile;
  /** What the opened file has that the grid does not show, in words. */
  notShown: string[];
  /** In which its dates and numbers are read and shown, as a BCP 47 tag; the usual one where none was chosen. */
  locale?: string;
  /** Whether something was changed since it was opened, or saved as a file. */
  unsaved: boolean;
}
