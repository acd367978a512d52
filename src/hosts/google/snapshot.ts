import { parseRange, quoteSheet, type Range, sameSheet } from '../../cells/address';
import type { Place } from '../../workbook/register';
import { edgesToRead } from '../../workbook/register/sources';
import { answersToRead } from '../../workbook/register/surveyAnswers';
import { DATA, LOG, TEMPLATES } from '../../workbook/sheets/compassSheets';
import type { Block, DefinedName, Snapshot } from '../../workbook/snapshot';
import { spanOf } from '../../workbook/sources/edges';
import { allSheets, isCompassSheet, isWhole } from '../compass';
import { type CellParts, EVERYTHING, readRectangle, readSheet } from './readBlock';
import { type CellReading, isGrid, pendingProblems, startReading } from './reading';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet that was found, by its name. */
interface Found {
  name: string;
  sheet: Sheet;
}

/**
 * Reads what a review needs of the open spreadsheet: the Compass sheets, one rectangle each; then, as they say where, the
 * edges of their sources, and what else is asked for. Each sheet takes two or three service calls, whatever its size.
 *
 * @param further  more places to read; one without a range is read whole, one whose sheet is gone is passed over
 */
export function takeSnapshot(workbook: Spreadsheet, further: Place[]): Snapshot {
  const reading = startReading(workbook);
  const about = { today: Math.floor(reading.serial(new Date())), locale: reading.locale.replace('_', '-') };
  const sheets = workbook.getSheets().map(sheet => ({ name: sheet.getName(), sheet }));
  const names = sheets.map(({ name }) => name);
  const ours = sheets
    .filter(({ name, sheet }) => isCompassSheet(name) && isGrid(sheet))
    .map(({ name, sheet }) => readSheet(sheet, name, reading, wantedOf(name)));
  // What is asked for is read with all that cells have; of cells that two blocks hold, the first says it.
  const blocks = [...further.flatMap(place => readPlace(sheets, place, reading)), ...ours];
  blocks.push(...readEdges(sheets, { ...about, sheets: allSheets(names, ours) }, reading));
  const problems = pendingProblems(reading.pending);
  return {
    ...about,
    sheets: allSheets(names, blocks),
    ...(further.some(isWhole) && { names: definedNames(workbook) }),
    ...(problems.length > 0 && { problems }),
  };
}

/** Of our sheets number formats are read where figures are, and formulas but where only the product writes, and values. */
function wantedOf(name: string): CellParts {
  const hasValuesOnly = [LOG, TEMPLATES].some(sheet => sameSheet(name, sheet.name));
  return { formulas: !hasValuesOnly, formats: sameSheet(name, DATA.name) };
}

/** A sheet with cells, or null: a chart's sheet has none. */
function gridNamed(sheets: Found[], wanted: string): Found | null {
  const found = sheets.find(({ name }) => sameSheet(name, wanted));
  return found && isGrid(found.sheet) ? found : null;
}

function readPlace(sheets: Found[], { sheet: wanted, range }: Place, reading: CellReading): Block[] {
  const found = gridNamed(sheets, wanted);
  if (!found) return [];
  if (range === undefined) return [readSheet(found.sheet, found.name, reading)];
  return readRectangle(found.sheet, found.name, parseRange(range), reading, EVERYTHING);
}

/** The edges of the sources, as values; of a survey's answers their formulas as well, which tell what is worked out. */
function readEdges(sheets: Found[], compass: Snapshot, reading: CellReading): Block[] {
  const answers = answersToRead(compass).map(({ sheet }) => sheet!);
  const edges = edgesToRead(compass).map(({ sheet, range }): Range => ({ ...parseRange(range!), sheet }));
  const names = [...new Set(edges.map(({ sheet }) => sheet!))];
  return names.flatMap(name => {
    const found = gridNamed(sheets, name);
    if (!found) return [];
    const wanted = { formulas: answers.some(other => sameSheet(other, name)), formats: false };
    const own = edges.filter(({ sheet }) => sheet === name);
    return together(own).flatMap(range => readRectangle(found.sheet, found.name, range, reading, wanted));
  });
}

/** The ranges of one sheet as one rectangle, where it has less than four times their cells: a call costs more than cells do. */
function together(ranges: Range[]): Range[] {
  if (ranges.some(({ bottom, right }) => bottom === null || right === null)) return ranges;
  const span = spanOf(ranges);
  const wanted = ranges.reduce((sum, range) => sum + cellsIn(range), 0);
  return cellsIn(span) < 4 * wanted ? [span] : ranges;
}

function cellsIn({ top, left, bottom, right }: Range): number {
  return (bottom! - top + 1) * (right! - left + 1);
}

/** The names that stand for cells; Sheets has no others. */
function definedNames(workbook: Spreadsheet): DefinedName[] {
  return workbook.getNamedRanges().map(named => {
    const range = named.getRange();
    return {
      name: named.getName(),
      formula: `=${quoteSheet(range.getSheet().getName())}!${range.getA1Notation()}`,
    };
  });
}
