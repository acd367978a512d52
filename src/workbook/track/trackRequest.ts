import type { Better } from '../../alignment';
import { AddressError, parseRange, type Range } from '../../cells/address';
import type { Cadence } from '../../cells/period';
import type { DayOrder } from '../../cells/readPeriod';
import { isBlank } from '../../cells/value';
import type { Combine, Gaps, Place } from '../register';
import type { Measure } from '../sheets/measures';
import { sameName } from '../sheets/names';
import { TrackError } from '../sources/trackError';

/** Which cells a KPI is read from. */
export interface TrackedCells {
  /** One column or one row of figures; whole columns for a ledger. */
  values: Place | Range;
  /** Sheets that are a period each by their names: the figure is the same cell of all of them, `values`. */
  sheets?: string[];
  /** Found beside the figures where they are not chosen. */
  periods?: Place | Range;
  /** How figures of shorter steps become one: mean for percentages unless told, else sum. */
  combine?: Combine;
  /** What the sum of a ledger is in a period without lines: zero unless told. */
  gaps?: Gaps;
  /** Which comes first in dates such as 3/4/2026, where neither they nor their neighbours say so. */
  dayOrder?: DayOrder;
  /** The year of the first month, where months are without one and neither a title nor the sheet's name says it. */
  year?: number;
  /** Whether the figures may all be blank still, as in a template that was just installed. */
  blank?: boolean;
  /** How often the team reviews, for a workbook that does not say yet; the steps of the figures unless told. */
  cadence?: Cadence;
}

/** A budget: the target of each period, in one column or row. */
export interface TargetCells {
  targets: Place | Range;
  /** Found beside the targets where they are not chosen. */
  targetPeriods?: Place | Range;
}

/** A KPI to be tracked. What is left out stays blank. */
export interface TrackRequest extends TrackedCells, Partial<TargetCells> {
  kpi: string;
  function?: string;
  goal?: string;
  better?: Better;
  /** One for all periods; nothing where each has its own in `targets`. */
  target?: number | null;
  low?: number | null;
  high?: number | null;
  floor?: number | null;
  weight?: number | null;
  unit?: string;
  measure?: Measure | '';
  /** The name of the KPI that is its denominator. */
  outOf?: string;
  /** What one unit is worth, in the workbook's currency. */
  worth?: number | null;
  owner?: string;
  note?: string;
}

/**
 * Checks what an owner typed, before anything is read.
 *
 * @throws  TrackError in the owner's words
 */
export function checkRequest(request: TrackRequest): void {
  const { kpi, better = 'higher', low = null, high = null, weight = null } = request;
  if (isBlank(kpi)) throw new TrackError('The KPI needs a name.');
  if (sameName(kpi, 'Period')) throw new TrackError("'Period' heads the periods; choose another name for the KPI.");
  const numbers = { target: request.target, low, high, floor: request.floor, weight, worth: request.worth };
  for (const [name, value] of Object.entries(numbers)) {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new TrackError(`The ${name} is not a number.`);
  }
  if (weight !== null && weight < 0) throw new TrackError(`The weight is ${weight}; write a number from 0 on.`);
  if (low !== null && high !== null && low >= high)
    throw new TrackError(`Low is ${low} and High is ${high}; Low must be below High.`);
  if (better === 'in range' && (low === null || high === null)) {
    throw new TrackError("A KPI that is better in range needs its 'Low' and its 'High'.");
  }
}

/**
 * The range of some cells that were chosen.
 *
 * @param cells  a range with its sheet, or a place
 * @throws       TrackError where the place names no cells
 */
export function rangeOf(cells: Place | Range): Range {
  if ('top' in cells) return cells;
  if (cells.range === undefined) throw new TrackError(`Choose cells on the sheet ${cells.sheet}.`);
  try {
    return { ...parseRange(cells.range), sheet: cells.sheet };
  } catch (error) {
    if (error instanceof AddressError) throw new TrackError(error.message);
    throw error;
  }
}

/**
 * The cells a host has to read before a KPI can be tracked: the figures with everything above and before them, where their
 * header and their periods are looked for, and the periods where they were chosen.
 */
export function placesToTrack({
  values,
  periods,
  sheets = [],
  targets,
  targetPeriods,
}: TrackedCells & Partial<TargetCells>): Range[] {
  const { sheet, bottom, right, top, left } = rangeOf(values);
  const budget = targets ? placesToTrack({ values: targets, ...(targetPeriods && { periods: targetPeriods }) }) : [];
  if (sheets.length > 0) return [...sheets.map(name => ({ sheet: name, top, left, bottom, right })), ...budget];
  const around: Range = { sheet, top: 0, left: 0, bottom, right };
  return [around, ...(periods ? [rangeOf(periods)] : []), ...budget];
}
