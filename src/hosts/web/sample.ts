import { workbookData } from '../univer/workbookData';
import type { WorkbookDocument } from './document';

/** A workbook with one empty sheet. */
export function emptyDocument(): WorkbookDocument {
  return {
    name: 'Workbook',
    data: workbookData([{ name: 'Sheet1', values: [] }], 'Workbook'),
    spilled: {},
    notCarried: [],
  };
}
