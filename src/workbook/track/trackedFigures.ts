import { sameCells } from '../../cells/address';
import { listed } from '../../cells/english';
import type { Cadence, Calendar } from '../../cells/period';
import type { Combine, Gaps } from '../register';
import { type PlacedFigures, placeFigures } from '../register/placeFigures';
import { type CompassTables, readTables, readTracked } from '../register/readTracked';
import type { Snapshot } from '../snapshot';
import type { BandOptions } from '../sources/periodBand';
import { hasTextDates, readSeries, type SourceSeries } from '../sources/series';
import { readMatrix, readSheetSeries } from '../sources/severalLines';
import { isMatrix, printSource } from '../sources/source';
import { TrackError } from '../sources/trackError';
import { rangeOf, type TrackedCells } from './trackRequest';

/** An owner's cells, read and placed in the workbook's periods. */
export interface TrackedFigures {
  series: SourceSeries;
  placed: PlacedFigures;
  /** The workbook's, kept or new. */
  calendar: Calendar;
  combine: Combine;
  /** What a period without lines is; null where the question does not arise. */
  gaps: Gaps | null;
  /** What the owner should know of it. */
  notes: string[];
}

/** What would be read, for an owner to look at before anything is written. */
export interface TrackPreview {
  /** The text above the figures, as a first name for the KPI; empty where there is none. */
  header: string;
  /** `Weekly!B4:B26 by Weekly!A4:A26` */
  source: string;
  /** The workbook's cadence, kept or new. */
  cadence: Cadence;
  /** How many periods have a figure. */
  count: number;
  /** The first three of them, and the newest. */
  first: { label: string; value: number }[];
  newest: { label: string; value: number };
  /** Number format of the figures. */
  format: string;
  /** What a period without lines is; null where the question does not arise. */
  gaps: Gaps | null;
  /** What was left out or is added up. */
  notes: string[];
}

/**
 * Reads the cells that a KPI is to be tracked from.
 *
 * @param snapshot  the Compass sheets, and the cells with those around them (`placesToTrack`)
 * @param cells     the figures; their periods, cadence and way to combine where they are chosen
 * @throws          TrackError in an owner's words
 */
export function readTrackedFigures(snapshot: Snapshot, cells: TrackedCells): TrackedFigures {
  const tracked = readTables(snapshot);
  const { fiscalYearStart } = tracked.strategy;
  const series = seriesOf(snapshot, cells, {
    locale: snapshot.locale,
    fiscalYearStart,
    ...(cells.dayOrder && { order: cells.dayOrder }),
    ...(cells.year !== undefined && { year: { year: cells.year, fiscal: false } }),
  });
  const calendar = calendarFor(tracked, series, cells.cadence);
  const combine = cells.combine ?? (isAveraged(series) ? 'mean' : 'sum');
  const gaps =
    (series.ledger || series.counts) && combine === 'sum' && !hasTextDates(series) ? (cells.gaps ?? 'zero') : null;
  const placed = placeFigures(series, calendar, combine, gaps);
  const notes = [...series.notes, ...series.doubts, ...placed.notes, ...trackedAlready(snapshot, series)];
  return { series, placed, calendar, combine, gaps, notes };
}

/** Words of scores and ratings, of which a sum says nothing. */
const RATING =
  /\b(rating|ratings|score|scores|stars?|csat|nps|satisfaction|grade|bewertung|note|sterne|zufriedenheit)\b/i;

/** Whether figures are averaged rather than added up: shares, rates, and what people gave from 0 to 10. */
function isAveraged({ format, ratio, header, entries }: SourceSeries): boolean {
  if (/%/.test(format) || ratio !== null) return true;
  return RATING.test(header) && entries.every(({ value }) => value === null || (value >= 0 && value <= 10));
}

/** Reads the chosen cells: a line, a rectangle of months by years, or one cell of several sheets. */
function seriesOf(snapshot: Snapshot, { values, periods, sheets, blank = false }: TrackedCells, options: BandOptions) {
  const range = rangeOf(values);
  const beside = periods && rangeOf(periods);
  if (sheets) return readSheetSeries(snapshot, range, sheets, options);
  if (beside && isMatrix({ values: range })) return readMatrix(snapshot, range, beside, options);
  return readSeries(snapshot, { values: range, ...(beside && { periods: beside }), blank }, options);
}

/** The same cells under another name would count twice in the score. */
function trackedAlready(snapshot: Snapshot, { values, periods }: SourceSeries): string[] {
  const names = readTracked(snapshot).kpis.flatMap(({ row, source }) =>
    source && sameCells(source.values, values) && sameCells(source.periods, periods) ? [row.name] : [],
  );
  return names.length === 0
    ? []
    : [`These cells are tracked already, as ${listed(names)}; the score would count them twice.`];
}

/**
 * What tracking some cells would read: shown while an owner chooses them.
 *
 * @param snapshot  as for `readTrackedFigures`
 * @throws          TrackError in an owner's words
 */
export function previewTrack(snapshot: Snapshot, cells: TrackedCells): TrackPreview {
  return previewOf(readTrackedFigures(snapshot, cells));
}

/** What some figures look like, once read. */
export function previewOf({ series, placed, calendar, gaps, notes }: TrackedFigures): TrackPreview {
  const filled = placed.figures.flatMap(({ period, value }) =>
    value === null ? [] : [{ label: period.label, value }],
  );
  return {
    header: series.header,
    source: printSource(series),
    cadence: calendar.cadence,
    count: filled.length,
    first: filled.slice(0, 3),
    newest: filled[filled.length - 1]!,
    format: series.format,
    gaps,
    notes,
  };
}

/** The workbook's calendar; a workbook without one takes the steps of its first figures. */
function calendarFor({ strategy, data }: CompassTables, series: SourceSeries, wanted: Cadence | undefined): Calendar {
  if (data && data.rows.length > 0) return data.calendar;
  const cadence = strategy.cadence ?? wanted ?? ownCadence(series);
  const weekStart = cadence === 'week' && series.steps.cadence === 'week' ? series.steps.weekStart : 1;
  return { cadence, fiscalYearStart: strategy.fiscalYearStart, weekStart };
}

/** Days that entries without steps of their own must span to be reviewed by month rather than by week. */
const A_YEAR = 360;

/** The steps of the figures; of daily ones and of a ledger's lines, months where they span a year, else weeks. */
function ownCadence({ ledger, steps, entries }: SourceSeries): Cadence {
  if (!ledger && steps.cadence !== null && steps.cadence !== 'day') return steps.cadence;
  const days = [...new Set(entries.map(({ period }) => period.start))].sort((a, b) => a - b);
  const rare = days.slice(1).every((day, index) => day - days[index]! >= A_YEAR);
  // One period, or one figure a year: nothing that could be added up by week.
  if (rare) throw new TrackError(`The periods were not understood: ${steps.problem}`);
  return days[days.length - 1]! - days[0]! >= A_YEAR ? 'month' : 'week';
}
