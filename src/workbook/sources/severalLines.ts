import { cellAt, printRange, type Range } from '../../cells/address';
import { detectCadence } from '../../cells/cadence';
import { isWordForNothing } from '../../cells/nothing';
import { readSequence } from '../../cells/periodSequence';
import { tokenReader } from '../../cells/periodToken';
import type { PeriodCell } from '../../cells/readPeriod';
import { type Cell, isBlank, isError } from '../../cells/value';
import { notANumber } from '../sheets/rowReader';
import { viewSheet } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import type { Entry } from './entry';
import type { BandOptions } from './periodBand';
import type { SourceSeries } from './series';
import { TrackError } from './trackError';
import { yearIn } from './yearNear';

/** Figures of one KPI that are in no single line: their cells, each with what names its period. */
interface Scattered {
  cell: Range;
  value: Cell;
  format: string;
  period: PeriodCell | string | null;
  periodName: string;
}

/**
 * Reads a rectangle whose rows are months and whose columns are years, or the other way round.
 *
 * @param snapshot  with the rectangle and its headers read
 * @param values    the figures
 * @param frame     the rectangle with the row of headers above it and the column of headers before it
 * @throws          TrackError naming the cell that is no number or has no period
 */
export function readMatrix(snapshot: Snapshot, values: Range, frame: Range, options: BandOptions): SourceSeries {
  const view = viewSheet(snapshot, values.sheet!);
  if (!view) throw new TrackError(`The workbook has no sheet '${values.sheet ?? ''}'.`);
  const token = tokenReader(options);
  const cells: Scattered[] = [];
  for (let row = values.top; row <= values.bottom!; row++) {
    for (let column = values.left; column <= values.right!; column++) {
      const [before, above] = [token(view.cell(row, frame.left)), token(view.cell(frame.top, column))];
      const isYearBefore = before?.kind === 'year' || (before === null && above?.kind === 'part');
      const part = isYearBefore ? above : before;
      const heading = isYearBefore ? view.cell(row, frame.left) : view.cell(frame.top, column);
      const found = token(heading);
      // A year by itself, or with a name: *Sales 2024*.
      const year = found?.kind === 'year' ? found : yearIn(heading);
      if (part?.kind !== 'part' || !year) continue;
      const [period = null] = readSequence([{ token: part, year }], options);
      const periodName = `${printRange(cellAt(row, frame.left, view.name))} in ${printRange(cellAt(frame.top, column))}`;
      const cell = cellAt(row, column, view.name);
      cells.push({ cell, value: view.cell(row, column), format: view.format(row, column), period, periodName });
    }
  }
  return seriesOf(cells, values, frame, options);
}

/**
 * Reads the same cell of several sheets, each of which is a period by its name.
 *
 * @param snapshot  with that cell of each sheet read
 * @param values    the cell, on the first of them
 * @param sheets    their names
 * @throws          TrackError naming the sheet that names no period, or the cell that is no number
 */
export function readSheetSeries(
  snapshot: Snapshot,
  values: Range,
  sheets: string[],
  options: BandOptions,
): SourceSeries {
  const periods = periodsOfSheets(sheets, options);
  const cells = sheets.map((sheet, index): Scattered => {
    const view = viewSheet(snapshot, sheet);
    if (!view) throw new TrackError(`The workbook has no sheet '${sheet}'.`);
    const [value, format] = [view.cell(values.top, values.left), view.format(values.top, values.left)];
    const cell = cellAt(values.top, values.left, view.name);
    return { cell, value, format, period: periods[index] ?? null, periodName: `the sheet '${view.name}'` };
  });
  return { ...seriesOf(cells, values, values, options), sheets };
}

/** The period that each of some sheets is by its name; a year may be in one of the names only. */
export function periodsOfSheets(sheets: string[], options: BandOptions): (PeriodCell | string | null)[] {
  const token = tokenReader(options);
  const tokens = sheets.map(sheet => token(sheet.trim()));
  const year = options.year ?? sheets.map(yearIn).find(found => found !== null) ?? null;
  return readSequence(
    tokens.map(each => ({ token: each })),
    { ...options, year },
  );
}

function seriesOf(cells: Scattered[], values: Range, periods: Range, options: BandOptions): SourceSeries {
  const entries = cells.flatMap(({ cell, value, period, periodName }): Entry[] => {
    if (isBlank(value)) return [];
    if (period === null || typeof period === 'string')
      throw new TrackError(`${periodName}: ${period ?? 'this names no period.'}`);
    const instead = isError(value) || isWordForNothing(value) ? value : null;
    if (instead === null && typeof value !== 'number')
      throw new TrackError(`${printRange(cell)}: ${notANumber(value)}. Correct it, or choose cells without it.`);
    const number = typeof value === 'number' ? value : null;
    return [{ cell, value: number, instead, period, dated: null, periodName }];
  });
  if (!entries.some(({ value }) => value !== null)) throw new TrackError(`${printRange(values)} holds no numbers.`);
  const steps = detectCadence(
    entries.map(({ period }) => period.start),
    options.fiscalYearStart,
  );
  const format = cells.find(({ value }) => typeof value === 'number')?.format ?? 'General';
  return { values, periods, ledger: false, entries, steps, format, header: '', notes: [], ratio: null, doubts: [] };
}
