import { quoteSheet, sameSheet } from '../../cells/address';
import type { Place } from '../../workbook/register';
import { edgesToRead } from '../../workbook/register/sources';
import type { DefinedName, Snapshot } from '../../workbook/snapshot';
import { allSheets, isCompassSheet, isWhole } from '../compass';
import { readPart, readSheet } from './readBlock';
import { serialsIn } from './serial';

/**
 * Reads what a review needs of the open spreadsheet: the Compass sheets, one rectangle each; then, as they say where, the
 * edges of their sources, and what else is asked for.
 *
 * @param further  more places to read; one without a range is read whole, one whose sheet is gone is passed over
 */
export function takeSnapshot(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet, further: Place[]): Snapshot {
  const serial = serialsIn(workbook.getSpreadsheetTimeZone());
  const about = {
    today: Math.floor(serial(new Date())),
    locale: workbook.getSpreadsheetLocale().replace('_', '-'),
  };
  const sheets = workbook.getSheets().map(sheet => ({ name: sheet.getName(), sheet }));
  const names = sheets.map(({ name }) => name);
  const blocks = sheets
    .filter(({ name }) => isCompassSheet(name))
    .map(({ name, sheet }) => readSheet(sheet, name, serial));
  const places = [...edgesToRead({ ...about, sheets: allSheets(names, blocks) }), ...further];
  for (const { sheet: wanted, range } of places) {
    const found = sheets.find(({ name }) => sameSheet(name, wanted));
    if (!found) continue;
    const { name, sheet } = found;
    blocks.push(...(range === undefined ? [readSheet(sheet, name, serial)] : readPart(sheet, name, range, serial)));
  }
  return {
    ...about,
    sheets: allSheets(names, blocks),
    ...(further.some(isWhole) && { names: definedNames(workbook) }),
  };
}

/** The names that stand for cells; Sheets has no others. */
function definedNames(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet): DefinedName[] {
  return workbook.getNamedRanges().map(named => {
    const range = named.getRange();
    return {
      name: named.getName(),
      formula: `=${quoteSheet(range.getSheet().getName())}!${range.getA1Notation()}`,
    };
  });
}
