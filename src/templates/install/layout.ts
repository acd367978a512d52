import type { Range } from '../../cells/address';
import { capitalised } from '../../cells/english';
import { type Cadence, type Calendar, type CalendarPeriod, periodsBetween } from '../../cells/period';
import type { Place } from '../../workbook/register';
import { type CompassTables, readTables } from '../../workbook/register/readTracked';
import { STRATEGY } from '../../workbook/sheets/compassSheets';
import { didYouMean, sameName } from '../../workbook/sheets/names';
import { sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { printSource } from '../../workbook/sources/source';
import { TrackError } from '../../workbook/sources/trackError';
import { readTrackedFigures, type TrackedFigures } from '../../workbook/track/trackedFigures';
import { rangeOf } from '../../workbook/track/trackRequest';
import { inputsOf, partsOf } from '../schema/parts';
import type { PeriodsBlock, SampleCell, Template, TemplateColumn } from '../template';
import { currencyOf } from './currency';
import { homeOf, type PlacedSheet, placeSheets } from './placement';
import type { FilledSheets, Filling } from './sheetCells';
import { emptyPeriods, ownPeriods, samplePeriods } from './templatePeriods';
import { unfitSource } from './unfitSource';

/** Ranges of the workbook that fill inputs of an empty template, by the id of their column. */
export type Mapping = Record<string, { values: Place | Range; periods?: Place | Range }>;

/** How a template is installed. */
export interface InstallOptions {
  /** With the figures of a business as it might be, or empty: to be typed into, or filled by `mapping`. */
  mode: 'sample' | 'empty';
  mapping?: Mapping;
  /** For a workbook that does not say yet how often it is reviewed; the template's own unless told. */
  cadence?: Cadence;
  /** How many periods a template has rows for: the newest figures of a sample, or half before and half after today. */
  periods?: number;
  /** First month of the fiscal year, 1 to 12, for a workbook that does not say yet. */
  fiscalYearStart?: number;
  /** The same for its currency; that of the locale's country unless told, else the template's. */
  currency?: string;
  /** Language tag of the workbook: where a currency's sign is, and how mapped dates are read. */
  locale?: string;
  /** Whether cells can call the add-in's functions where it goes (`CALLS_FUNCTIONS`); plain formulas only unless told. */
  functions?: boolean;
  /** What was chosen where the workbook and the template disagree, by the id of the question (`planInstall`). */
  answers?: Record<string, string>;
}

/** A template's sheets as they will be in a workbook. */
export interface Layout extends FilledSheets {
  calendar: Calendar;
  currency: string;
  locale: string;
  /** The source of each mapped input, as text, by the id of its column. */
  mapped: Map<string, string>;
  /** What the owner should know of the mapping. */
  notes: string[];
}

/**
 * Where and how a template will be in a workbook: free sheet names, the workbook's own cadence, periods and currency
 * where it has them, and what fills each input.
 *
 * @throws  TrackError where a mapped range cannot be read or an input does not exist
 */
export function planLayout(template: Template, snapshot: Snapshot, options: InstallOptions): Layout {
  checkOptions(options);
  const tracked = readTables(snapshot);
  const calendar = calendarFor(tracked, template, snapshot, options);
  const mapped = readMapping(template, snapshot, calendar, options);
  const inputs = inputsOf(template).filter(({ block }) => block.own === undefined);
  const length = inputs[0]?.column.sample?.length ?? 12;
  const periods =
    mapped.size > 0
      ? mappedPeriods([...mapped.values()], calendar)
      : options.mode === 'sample'
        ? samplePeriods(tracked, calendar, snapshot.today, Math.min(options.periods ?? Infinity, length))
        : emptyPeriods(calendar, snapshot.today, options.periods);
  const grid = ({ own }: PeriodsBlock) =>
    own
      ? { periods: ownPeriods({ ...calendar, cadence: own.cadence }, snapshot.today, own), cadence: own.cadence }
      : { periods, cadence: calendar.cadence };
  const names = freeNames(template, sheetNames(snapshot));
  const placed = placeSheets(template, names, grid);
  const locale = options.locale ?? snapshot.locale;
  const currency =
    tracked.strategy.currency || (options.currency ?? currencyOf(options.locale ?? '') ?? template.strategy.currency);
  return {
    placed,
    fillings: new Map([...sampleFillings(template, placed, periods, options.mode), ...mappedFillings(mapped, placed)]),
    calendar,
    currency,
    locale,
    mapped: new Map([...mapped].map(([id, { series }]) => [id, printSource(series)])),
    notes: [...new Set([...mapped.values()].flatMap(({ notes }) => notes))],
  };
}

/** A name for each of a template's sheets that no sheet of the workbook has. */
export function freeNames({ sheets }: Template, there: string[]): string[] {
  const taken = [...there];
  return sheets.map(({ name }) => {
    const free = freeName(name, taken);
    taken.push(free);
    return free;
  });
}

/** A name that none of the others has: the name itself, or with the first free number behind it. */
export function freeName(name: string, taken: string[]): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} (${number})`;
    if (!taken.some(other => sameName(other, free))) return free;
  }
}

function checkOptions({ periods, fiscalYearStart }: InstallOptions): void {
  if (periods !== undefined && !(Number.isInteger(periods) && periods >= 1 && periods <= 400)) {
    throw new TrackError(`The number of periods is ${periods}; choose a whole number from 1 to 400.`);
  }
  if (
    fiscalYearStart !== undefined &&
    !(Number.isInteger(fiscalYearStart) && fiscalYearStart >= 1 && fiscalYearStart <= 12)
  ) {
    throw new TrackError(`The fiscal year starts in month ${fiscalYearStart}; choose a number from 1 to 12.`);
  }
}

/** The workbook's calendar; for one that does not say yet, the chosen one or the template's. */
export function calendarFor(
  { data, strategy }: CompassTables,
  template: Template,
  snapshot: Snapshot,
  options: Pick<InstallOptions, 'cadence' | 'fiscalYearStart'>,
): Calendar {
  if (data && data.periods.length > 0) return data.calendar;
  const saysNothing = viewSheet(snapshot, STRATEGY.name) === null;
  const fiscalYearStart = saysNothing ? (options.fiscalYearStart ?? 1) : strategy.fiscalYearStart;
  return { cadence: strategy.cadence ?? options.cadence ?? template.cadence, fiscalYearStart, weekStart: 1 };
}

function readMapping(
  template: Template,
  snapshot: Snapshot,
  { cadence }: Calendar,
  { mode, mapping = {}, locale = snapshot.locale }: InstallOptions,
): Map<string, TrackedFigures> {
  const entries = Object.entries(mapping);
  if (entries.length > 0 && mode === 'sample') {
    throw new TrackError(
      'Your own figures are not mixed with sample figures; install the template empty to map yours.',
    );
  }
  const ids = inputsOf(template).map(({ column }) => column.id);
  return new Map(
    entries.map(([id, cells]) => {
      if (!ids.includes(id))
        throw new TrackError(
          `${template.name} has no input '${id}'${didYouMean(id, ids) || `; it has ${ids.join(', ')}.`}`,
        );
      const why = unfitSource(template, snapshot, rangeOf(cells.values));
      if (why) throw new TrackError(capitalised(why));
      return [id, readTrackedFigures({ ...snapshot, locale }, { ...cells, cadence })];
    }),
  );
}

function mappedPeriods(mapped: TrackedFigures[], calendar: Calendar): CalendarPeriod[] {
  const starts = mapped.flatMap(({ placed }) => placed.figures.map(({ period }) => period.start));
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  return periodsBetween(first, last, calendar);
}

/** The owner's cells, each in the row of its period, as `Compass Data` would point at them. */
function mappedFillings(mapped: Map<string, TrackedFigures>, sheets: PlacedSheet[]): Map<string, Filling> {
  return new Map(
    [...mapped].map(([id, { placed }]) => {
      const { at } = homeOf(sheets, id);
      const figures = new Map(placed.figures.map(figure => [figure.period.start, figure]));
      return [
        id,
        row => figures.get(at.grid!.periods[row]!.start)?.content({ row: at.first + row, column: 0 }) ?? null,
      ] as const;
    }),
  );
}

/** The cells of the sample, or of an empty template those of it that stay. */
export function sampleFillings(
  template: Template,
  placed: PlacedSheet[],
  periods: CalendarPeriod[],
  mode: InstallOptions['mode'],
): [string, Filling][] {
  const columns = partsOf(template).flatMap(({ block, column }): [string, Filling][] => {
    if (!column.sample || (mode === 'empty' && !column.keep)) return [];
    const { grid } = homeOf(placed, column.id).at;
    return [
      [
        column.id,
        grid
          ? newest(column, grid.periods.length, 'own' in block && block.own !== undefined)
          : tableFilling(column, periods),
      ],
    ];
  });
  const labels = template.sheets.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'labels' ? block.labels : [])),
  );
  const kept = labels.filter(({ sample, keep }) => sample !== undefined && (mode === 'sample' || keep));
  return [...columns, ...kept.map(({ id, sample }): [string, Filling] => [id, () => sample ?? null])];
}

/** The sample's newest figures, the last of them in the last period; periods of a block's own take it from the first on. */
function newest({ sample = [] }: TemplateColumn, periods: number, ofItsOwn: boolean): Filling {
  const before = ofItsOwn ? 0 : sample.length - periods;
  return row => sample[before + row] ?? null;
}

/** Days of a table's sample count back from the newest period. */
function tableFilling({ sample = [], day }: TemplateColumn, periods: CalendarPeriod[]): Filling {
  if (!day) return row => sample[row] ?? null;
  const dayOf = (back: SampleCell) =>
    typeof back === 'number' ? (periods[periods.length - 1 - back]?.start ?? periods[0]?.start ?? null) : null;
  return row => dayOf(sample[row] ?? null);
}
