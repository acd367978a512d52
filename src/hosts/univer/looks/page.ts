import type { IWorksheetData } from '@univerjs/core';
import { printRange, wholeRow } from '../../../cells/address';
import type { PageSetup } from '../../../workbook/edit';

/** How a sheet prints, with the names that .xlsx files give it. The grid does not print: it keeps this for the saved file. */
export interface Page {
  orientation?: 'portrait' | 'landscape';
  fitToPage?: boolean;
  fitToWidth?: number;
  /** 0 is as many pages as the rows need. */
  fitToHeight?: number;
  /** In A1 form. */
  printArea?: string;
  /** Rows at the top of every page: `$1:$1`. */
  printTitlesRow?: string;
}

/** Where a sheet keeps it, among what users of Univer may keep with a sheet. */
const KEY = 'compassPage';

/** How a sheet prints, if that was ever said. */
export function pageOf({ custom }: Partial<IWorksheetData>): Page | undefined {
  return (custom as Record<string, Page> | undefined)?.[KEY];
}

/**
 * What a sheet keeps so that it prints like this.
 *
 * @param page    undefined forgets it
 * @param custom  what else is kept with the sheet
 */
export function keptPage(page: Page | undefined, custom: object = {}): Pick<IWorksheetData, 'custom'> {
  const { [KEY]: _, ...others } = custom as Record<string, unknown>;
  const kept = { ...others, ...(page && { [KEY]: page }) };
  return { custom: Object.keys(kept).length > 0 ? kept : undefined };
}

/** A page as an edit wants it. */
export function pageFor({ landscape, onePage, area, headerRow }: PageSetup): Page {
  return {
    orientation: landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: onePage ? 1 : 0,
    ...(area && { printArea: printRange({ ...area, sheet: undefined }) }),
    ...(headerRow !== undefined && { printTitlesRow: wholeRow(headerRow) }),
  };
}
