import { columnName } from '../../../cells/address';
import type { AddSheet } from '../../../workbook/edit';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Excel adds five pixels to a column's characters, of seven pixels each in its default font. */
export const COLUMN_PADDING = 5 / 7;

/**
 * The text of a sheet part without cells.
 *
 * @param edit  its frozen rows and columns, and widths in characters
 */
export function newSheetXml({ frozenRows = 0, frozenColumns = 0, widths = [] }: AddSheet): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${(width + COLUMN_PADDING).toFixed(4)}" customWidth="1"/>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">` +
    `<sheetViews><sheetView workbookViewId="0">${paneXml(frozenRows, frozenColumns)}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    '<sheetData></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
  );
}

/** What keeps rows and columns in view, and where the cursor is then. */
export function paneXml(rows: number, columns: number, prefix = ''): string {
  if (rows === 0 && columns === 0) return '';
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = (columns ? ` xSplit="${columns}"` : '') + (rows ? ` ySplit="${rows}"` : '');
  return `<${prefix}pane${split} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${pane}" state="frozen"/><${prefix}selection pane="${pane}"/>`;
}
