import type { ICellData, IRange, IWorkbookData } from '@univerjs/core';

/** What array formulas spilled on one sheet: the range of each by the row and column of its formula, and the cells. */
export interface Spilled {
  ranges: Record<number, Record<number, IRange>>;
  cells: Record<number, Record<number, ICellData>>;
}

/** A workbook as the page opens, keeps and saves it. */
export interface WorkbookDocument {
  /** The file's name without its ending. */
  name: string;
  /** The workbook in the grid's own form; cells hold formulas with their last results. */
  data: IWorkbookData;
  /** The engine keeps spilled results apart from the cells; by sheet id. */
  spilled: Record<string, Spilled>;
  /** What the opened file had that the grid does not hold, in words, so that saving can say it. */
  notCarried: string[];
  /** In which its dates and numbers are read and shown, as a BCP 47 tag; the usual one where none was chosen. */
  locale?: string;
  /** Whether something was changed since it was opened, or saved as a file. */
  unsaved: boolean;
}
