import { type Cadence, periodNumber, periodOf } from './period';
import { dayOf, daysInMonth, weekday } from './serial';

/** Periods in a calendar year, and how often a KPI is looked at in it. */
export const PERIODS_A_YEAR: Record<Cadence, number> = { day: 365, week: 52, month: 12, quarter: 4 };

/** Periods after which business repeats itself: a year of them, but days go by the week. */
export const PERIODS_A_SEASON: Record<Cadence, number> = { ...PERIODS_A_YEAR, day: 7 };

const LENGTHS: Cadence[] = ['day', 'week', 'month', 'quarter'];

/** Whether one cadence has longer periods than another. */
export function isCoarser(one: Cadence, other: Cadence): boolean {
  return LENGTHS.indexOf(one) > LENGTHS.indexOf(other);
}

/** Periods that are missing between two that are there. */
export interface Gap {
  /** Index of the entry before it, in time. */
  after: number;
  /** How many periods are missing. */
  count: number;
  /** "Mar 2026 is missing between Feb 2026 and Apr 2026" */
  message: string;
}

/** A period that appears more than once. */
export interface Repeat {
  /** Indices of all its entries. */
  at: number[];
  label: string;
  /** "Feb 2026 appears 2 times" */
  message: string;
}

/** What a column or row of periods turns out to be. */
export interface DetectedCadence {
  /** Null where the steps fit none: see `problem`. */
  cadence: Cadence | null;
  /** The weekday on which weeks begin, 1 Monday to 7 Sunday: that of most of the entries. */
  weekStart: number;
  order: 'ascending' | 'descending' | 'mixed';
  gaps: Gap[];
  repeats: Repeat[];
  /** Why there is no cadence, in an owner's words, or empty. */
  problem: string;
}

interface Entry {
  serial: number;
  index: number;
}

/** Days between neighbours that each cadence can show; two days and more of a daily column are its closed days. */
const STEPS: [cadence: Cadence, from: number, to: number][] = [
  ['day', 1, 4],
  ['week', 5, 10],
  ['month', 26, 35],
  ['quarter', 85, 96],
];

/**
 * Finds out in which steps a column of periods runs, and what is missing or appears twice in it.
 *
 * @param serials          one day a period (first or last day, or any one in it), in the order of the sheet; null where blank
 * @param fiscalYearStart  first month of the fiscal year, for the names of quarters
 * @returns                cadence, direction, gaps and repeats, each named
 */
export function detectCadence(serials: (number | null)[], fiscalYearStart = 1): DetectedCadence {
  const entries = serials.flatMap((serial, index) => (serial === null ? [] : [{ serial: Math.floor(serial), index }]));
  const sorted = [...entries].sort((a, b) => a.serial - b.serial);
  const days = [...new Set(sorted.map(entry => entry.serial))];
  const cadence = cadenceOfDays(days);
  const weekStart = cadence === 'week' ? commonWeekday(days) : 1;
  const found = { cadence, weekStart, order: orderOf(entries), gaps: [], repeats: [], problem: '' };
  if (cadence === null) return { ...found, problem: problemOf(days) };
  const calendar = { cadence, fiscalYearStart, weekStart };
  const number = (serial: number) => periodNumber(serial, calendar);
  const label = (serial: number) => periodOf(serial, calendar).label;
  const groups = new Map<number, Entry[]>();
  for (const entry of sorted) {
    const key = number(entry.serial);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return { ...found, gaps: gapsOf([...groups], cadence, label), repeats: repeatsOf([...groups.values()], label) };
}

/**
 * The cadence of days, as `detectCadence` finds it: that whose steps they show in the middle; with few of them, the one that their
 * places in the calendar fit.
 *
 * @param days  in order, each once
 * @returns     null where the steps fit none
 */
export function cadenceOfDays(days: number[]): Cadence | null {
  if (days.length < 2) return null;
  const steps = days.slice(1).map((day, i) => day - days[i]!);
  const middle = [...steps].sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)]!;
  const byStep = STEPS.find(([, from, to]) => middle >= from && middle <= to);
  if (byStep) return byStep[0];
  if (sameDayOfMonth(days)) {
    const month = (day: number) => periodNumber(day, 'month');
    const months = days.slice(1).map((day, i) => month(day) - month(days[i]!));
    if (months.every(count => count % 12 === 0)) return null;
    return months.every(count => count % 3 === 0) ? 'quarter' : 'month';
  }
  return steps.every(step => step % 7 === 0) && middle < 60 ? 'week' : null;
}

function sameDayOfMonth(days: number[]): boolean {
  const places = days.map(serial => dayOf(serial));
  const atEnd = places.every(({ year, month, day }) => day === daysInMonth(year, month));
  return atEnd || places.every(({ day }) => day === places[0]!.day);
}

function commonWeekday(days: number[]): number {
  const counts = new Array<number>(8).fill(0);
  for (const day of days) counts[weekday(day)]!++;
  return counts.indexOf(Math.max(...counts));
}

function orderOf(entries: Entry[]): DetectedCadence['order'] {
  const steps = entries.slice(1).map((entry, i) => entry.serial - entries[i]!.serial);
  if (steps.every(step => step >= 0)) return 'ascending';
  return steps.every(step => step <= 0) ? 'descending' : 'mixed';
}

function problemOf(days: number[]): string {
  if (days.length < 2) return 'one period alone does not say whether it is a day, a week, a month or a quarter.';
  const years = days.slice(1).every((day, i) => day - days[i]! >= 360);
  return years
    ? 'there is only one figure a year; a review needs at least one a quarter.'
    : 'the dates follow no regular steps; use one row per day, week, month or quarter.';
}

function gapsOf(groups: [number, Entry[]][], cadence: Cadence, label: (serial: number) => string): Gap[] {
  // A weekday on which a daily column never has an entry is a closed day, not a gap.
  const open = new Set(groups.map(([, [entry]]) => weekday(entry!.serial)));
  return groups.slice(1).flatMap(([number, [next]], i) => {
    const [before, [last]] = groups[i]!;
    let count = number - before - 1;
    if (cadence === 'day' && count > 0) {
      const missing = Array.from({ length: count }, (_, day) => weekday(last!.serial + day + 1));
      count = missing.filter(day => open.has(day)).length;
    }
    if (count <= 0) return [];
    const between = `between ${label(last!.serial)} and ${label(next!.serial)}`;
    const what = count === 1 ? `1 ${cadence} is missing` : `${count} ${cadence}s are missing`;
    return [{ after: last!.index, count, message: `${what} ${between}` }];
  });
}

function repeatsOf(groups: Entry[][], label: (serial: number) => string): Repeat[] {
  return groups
    .filter(group => group.length > 1)
    .map(group => {
      const name = label(group[0]!.serial);
      return {
        at: group.map(entry => entry.index).sort((a, b) => a - b),
        label: name,
        message: `${name} stands ${group.length} times`,
      };
    });
}
