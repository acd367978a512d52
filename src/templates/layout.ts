import type { Range } from '../cells/address';
import { type CalendarPeriod, periodsBetween } from '../cells/period';
import type { Calendar } from '../workbook/calendar';
import { STRATEGY } from '../workbook/compassSheets';
import { didYouMean, sameName } from '../workbook/names';
import { type CompassTables, readTables } from '../workbook/readTracked';
import type { Cadence, Place } from '../workbook/register';
import { sheetNames, viewSheet } from '../workbook/sheetView';
import type { Snapshot } from '../workbook/snapshot';
import { printSource } from '../workbook/source';
import { TrackError } from '../workbook/trackError';
import { readTrackedFigures, type TrackedFigures } from '../workbook/trackedFigures';
import type { Template, TemplateColumn } from './template';
import { emptyPeriods, samplePeriods } from './templatePeriods';
import type { Filling, Layout } from './templateSheet';

/** How a template is installed. */
export interface InstallOptions {
  /** With the figures of a business as it might be, or empty: to be typed into, or filled by `mapping`. */
  mode: 'sample' | 'empty';
  /** Ranges of the workbook that fill inputs of an empty template, by the id of their column. */
  mapping?: Record<string, { values: Place | Range; periods?: Place | Range }>;
  /** For a workbook that does not say yet how often it is reviewed; the template's own unless told. */
  cadence?: Cadence;
  /** How many periods a template has rows for: the newest figures of a sample, or half before and half after today. */
  periods?: number;
  /** First month of the fiscal year, 1 to 12, for a workbook that does not say yet. */
  fiscalYearStart?: number;
  /** The same for its currency. */
  currency?: string;
}

/** A layout with what is said of it elsewhere. */
export interface PlannedLayout extends Layout {
  calendar: Calendar;
  /** The source of each mapped input, as text, by the id of its column. */
  mapped: Map<string, string>;
}

/**
 * Where and how a template will stand in a workbook: free sheet names, the workbook's own cadence, periods and currency
 * where it has them, and what fills each input.
 *
 * @throws  TrackError where a mapped range cannot be read or an input does not exist
 */
export function planLayout(template: Template, snapshot: Snapshot, options: InstallOptions): PlannedLayout {
  const tracked = readTables(snapshot);
  const calendar = calendarFor(tracked, template, snapshot, options);
  const inputs = template.sheets.flatMap(({ columns }) => columns.filter(({ sample }) => sample !== undefined));
  const mapped = readMapping(template, inputs, snapshot, calendar, options);
  const periods =
    mapped.size > 0
      ? mappedPeriods([...mapped.values()], calendar)
      : options.mode === 'sample'
        ? samplePeriods(
            tracked,
            calendar,
            snapshot.today,
            Math.min(options.periods ?? Infinity, inputs[0]!.sample!.length),
          )
        : emptyPeriods(calendar, snapshot.today, options.periods);
  const fillings = new Map<string, Filling>();
  for (const [id, figures] of mapped) fillings.set(id, mappedFilling(figures));
  if (options.mode === 'sample') for (const input of inputs) fillings.set(input.id, sampleFilling(input, periods));
  const taken = sheetNames(snapshot);
  const sheets = template.sheets.map(sheet => {
    const name = freeName(sheet.name, taken);
    taken.push(name);
    return { sheet, name };
  });
  const currency = tracked.strategy.currency || (options.currency ?? template.strategy.currency);
  const texts = [...mapped].map(([id, { series }]): [string, string] => [id, printSource(series)]);
  return { sheets, periods, cadence: calendar.cadence, currency, fillings, calendar, mapped: new Map(texts) };
}

/** A name that none of the others has: the name itself, or with the first free number behind it. */
export function freeName(name: string, taken: string[]): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} (${number})`;
    if (!taken.some(other => sameName(other, free))) return free;
  }
}

function calendarFor(
  { data, strategy }: CompassTables,
  template: Template,
  snapshot: Snapshot,
  options: InstallOptions,
): Calendar {
  if (data && data.periods.length > 0) return data.calendar;
  const saysNothing = viewSheet(snapshot, STRATEGY.name) === null;
  const fiscalYearStart = saysNothing ? (options.fiscalYearStart ?? 1) : strategy.fiscalYearStart;
  return { cadence: strategy.cadence ?? options.cadence ?? template.cadence, fiscalYearStart, weekStart: 1 };
}

function readMapping(
  template: Template,
  inputs: TemplateColumn[],
  snapshot: Snapshot,
  { cadence }: Calendar,
  { mode, mapping = {} }: InstallOptions,
): Map<string, TrackedFigures> {
  const entries = Object.entries(mapping);
  if (entries.length > 0 && mode === 'sample') {
    throw new TrackError(
      'Figures of your own and sample figures are not mixed; install the template empty to map yours.',
    );
  }
  const ids = inputs.map(({ id }) => id);
  return new Map(
    entries.map(([id, cells]) => {
      if (!ids.includes(id))
        throw new TrackError(
          `${template.name} has no input '${id}'${didYouMean(id, ids) || `; it has ${ids.join(', ')}.`}`,
        );
      return [id, readTrackedFigures(snapshot, { ...cells, cadence })];
    }),
  );
}

function mappedPeriods(mapped: TrackedFigures[], { cadence, fiscalYearStart, weekStart }: Calendar): CalendarPeriod[] {
  const starts = mapped.flatMap(({ placed }) => placed.figures.map(({ period }) => period.start));
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  return periodsBetween(first, last, cadence, fiscalYearStart, weekStart);
}

/** The owner's cells, each in the row of its period, as `Compass Data` would point at them. */
function mappedFilling({ placed }: TrackedFigures): Filling {
  const figures = new Map(placed.figures.map(figure => [figure.period.start, figure]));
  return ({ start }, row) => {
    const figure = figures.get(start);
    return figure ? { content: figure.content({ row, column: 0 }), value: figure.value } : null;
  };
}

/** The sample's newest figures, the last of them in the last period. */
function sampleFilling({ sample = [] }: TemplateColumn, periods: CalendarPeriod[]): Filling {
  const figures = sample.slice(-periods.length);
  const byStart = new Map(periods.slice(-figures.length).map(({ start }, index) => [start, figures[index]!]));
  return ({ start }) => {
    const value = byStart.get(start);
    return value === undefined ? null : { content: value, value };
  };
}
