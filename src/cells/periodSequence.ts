import { detectCadence } from './cadence';
import { periodNumber } from './period';
import type { PeriodToken } from './periodToken';
import { type PeriodCell, PeriodError, type PeriodOptions, readPeriod } from './readPeriod';
import { dayOf, modulo, realDay, weekday } from './serial';

/** A cell of a line of periods: what it says itself, and the year that stands for it in another line. */
export interface SequenceCell {
  token: PeriodToken | null;
  year?: { year: number; fiscal: boolean } | null;
}

/** What is known of a line of periods besides its cells. */
export interface SequenceOptions extends PeriodOptions {
  /** The year of its first period, as a title or a sheet's name says. */
  year?: { year: number; fiscal: boolean } | null;
  /** The first day of a period that was settled before, by its index; null where none was. */
  known?: (index: number) => number | null;
}

/** A period; why there is none, in an owner's words; or null for a blank, a heading or a subtotal. */
export type SequenceEntry = PeriodCell | string | null;

const LENGTHS = { day: 0, week: 1, month: 2, quarter: 3, year: 4 };

/**
 * Reads periods in a line, each with its neighbours: a month without its year takes that of the heading before it, of the
 * months around it or of the title; dates in digits are read in the order in which they make regular steps; a year among
 * months is a heading, and a quarter among them a subtotal.
 *
 * @param cells    one after the other, in the order of the sheet
 * @param options  language, first month of the fiscal year, order of dates, and what is known besides
 * @returns        an entry a cell
 */
export function readSequence(cells: SequenceCell[], options: SequenceOptions): SequenceEntry[] {
  const tokens = settleMonthOrDay(settleOrders(cells, options));
  const main = mainUnit(tokens);
  const { years, fiscal } = yearsOfParts(
    tokens.map(token => (token?.kind === 'part' && token.unit !== main ? null : token)),
    cells,
    options,
  );
  const entries = tokens.map((token, index): SequenceEntry => {
    if (token === null) return null;
    if (token.kind === 'two orders' || token.kind === 'month or day') return token.why;
    if (token.kind === 'year') return main === 'year' ? token.period : null;
    // A half year of another language: *S1 2024* among quarters is a semester, not a week.
    if (token.kind === 'period' && token.period.unit === 'week' && LENGTHS[main] > LENGTHS.week) return null;
    if (token.kind === 'period')
      return LENGTHS[token.period.unit] > LENGTHS[main] && main !== 'day' ? null : token.period;
    if (LENGTHS[token.unit] > LENGTHS[main]) return null;
    const year = years[index] ?? null;
    return year ? withYear(token, year, fiscal[index]!, options) : WITHOUT_YEAR[token.unit]!;
  });
  return byRetailMonths(entries);
}

const WITHOUT_YEAR = Object.fromEntries(
  ['day', 'week', 'month', 'quarter'].map(unit => [
    unit,
    `this names a ${unit}, but there is no year beside it, above it or in the sheet's name; write the year once, as in Jan 2026.`,
  ]),
);

type Part = Extract<PeriodToken, { kind: 'part' }>;
type Year = { year: number; fiscal: boolean };

/** Reads dates in digits in the order that only makes sense: given, or the one of the two that runs in regular steps. */
function settleOrders(cells: SequenceCell[], { order, known }: SequenceOptions): (PeriodToken | null)[] {
  const tokens = cells.map(({ token }) => token);
  if (!tokens.some(token => token?.kind === 'two orders')) return tokens;
  const readings = (['dayFirst', 'monthFirst'] as const).map(first =>
    tokens.map(token =>
      token?.kind === 'two orders' ? token[first].start : token?.kind === 'period' ? token.period.start : null,
    ),
  );
  const fits = readings.map(days => {
    const { cadence, order: direction, repeats } = detectCadence(days);
    return cadence !== null && direction !== 'mixed' && repeats.length === 0;
  });
  const agree = readings.map(days => days.filter((day, index) => day !== null && known?.(index) === day).length);
  const settled =
    order ??
    (agree[0] !== agree[1] ? (agree[0]! > agree[1]! ? 'day' : 'month') : null) ??
    (fits[0] !== fits[1] && tokens.every(token => token === null || token.kind === 'two orders')
      ? fits[0]
        ? 'day'
        : 'month'
      : null);
  return tokens.map(token =>
    token?.kind === 'two orders' && settled !== null
      ? { kind: 'period', period: settled === 'day' ? token.dayFirst : token.monthFirst }
      : token,
  );
}

/** `Jan 24, Feb 24, Mar 24` are months of 2024: as days they would be a month apart; `Jan 1, Jan 2` are days. */
function settleMonthOrDay(tokens: (PeriodToken | null)[]): (PeriodToken | null)[] {
  const unclear = tokens.flatMap(token => (token?.kind === 'month or day' ? [token] : []));
  if (unclear.length === 0) return tokens;
  const months = tokens.flatMap(token =>
    token?.kind === 'period' && token.period.unit === 'month' ? [token.period] : [],
  );
  const all = [...unclear.map(({ period }) => period), ...months];
  const numbers = [...new Set(all.map(({ start }) => periodNumber(start, 'month')))].sort((a, b) => a - b);
  const inSteps = numbers.every((number, index) => index === 0 || number === numbers[index - 1]! + 1);
  const years = new Set(all.map(({ start }) => dayOf(start).year));
  const areMonths =
    numbers.length === all.length &&
    inSteps &&
    (all.length > 2 || months.length > 0) &&
    years.size * 2 <= all.length + 1;
  const days = unclear.map(({ number, day }) => number * 31 + day);
  const areDays =
    !areMonths && months.length === 0 && days.length > 2 && days.every((day, i) => i === 0 || day - days[i - 1]! <= 10);
  return tokens.map(token => {
    if (token?.kind !== 'month or day') return token;
    if (areMonths) return { kind: 'period', period: token.period };
    return areDays ? { kind: 'part', unit: 'day', number: token.number, day: token.day } : token;
  });
}

/** The unit of most periods; a year only where nothing else is named. */
function mainUnit(tokens: (PeriodToken | null)[]): PeriodCell['unit'] {
  const counts = new Map<PeriodCell['unit'], number>();
  for (const token of tokens) {
    const unit = token?.kind === 'period' ? token.period.unit : token?.kind === 'part' ? token.unit : null;
    if (unit !== null && unit !== 'year') counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || LENGTHS[a[0]] - LENGTHS[b[0]])[0]?.[0] ?? 'year';
}

/** The year of every part, by its index. */
function yearsOfParts(
  tokens: (PeriodToken | null)[],
  cells: SequenceCell[],
  { year: first, known, fiscalYearStart = 1 }: SequenceOptions,
): { years: (number | null)[]; fiscal: boolean[] } {
  const parts = tokens.map(token => (token?.kind === 'part' ? token : null));
  const places = parts.flatMap((part, index) => (part ? [index] : []));
  const none: (number | null)[] = tokens.map(() => null);
  const fiscal = tokens.map(() => false);
  if (places.length === 0) return { years: none, fiscal };
  const order = (index: number) => orderOf(parts[index]!);
  const steps = places.slice(1).map((place, i) => stepBetween(parts[places[i]!]!, parts[place]!));
  const descending = steps.filter(step => step < 0).length > steps.filter(step => step > 0).length;
  /** Years passed between one part and the next. */
  const turn = (from: number, to: number) =>
    descending ? (order(to) > order(from) ? -1 : 0) : order(to) < order(from) ? 1 : 0;
  const years = [...none];
  let heading: Year | null = null;
  const own = tokens.map((token, index): Year | number | null => {
    if (token?.kind === 'year') heading = token;
    if (token?.kind === 'period') {
      heading = null;
      return dayOf(token.period.start + (token.period.unit === 'week' ? 3 : 0)).year;
    }
    const settled = known?.(index) ?? null;
    if (settled !== null) return nearestYear(parts[index]!, settled);
    return parts[index] ? (cells[index]!.year ?? heading) : null;
  });
  // Parts below one year, which may be a fiscal one and so run over two calendar years.
  for (let i = 0; i < places.length; ) {
    const year = own[places[i]!];
    let end = i + 1;
    while (end < places.length && own[places[end]!] === year) end++;
    if (typeof year === 'number') years[places[i]!] = year;
    else if (year) spread(places.slice(i, end), year);
    i = typeof year === 'number' ? i + 1 : end;
  }
  const anchored = (index: number) => years[index] !== null || typeof own[index] === 'number';
  if (!tokens.some((_, index) => anchored(index)) && first) spread(places, first);
  // Forward from what is known, then backward to what is before it.
  for (const pass of [false, true]) {
    const line = tokens.map((_, index) => (pass ? tokens.length - 1 - index : index));
    let last: { index: number; year: number } | null = null;
    for (const index of line) {
      const token = tokens[index];
      if (token?.kind === 'period') last = null;
      if (token?.kind === 'period' && token.period.unit === 'month') last = { index, year: own[index] as number };
      if (!parts[index]) continue;
      if (years[index] === null && last !== null) {
        const [from, to] = pass ? [index, last.index] : [last.index, index];
        years[index] = last.year + (pass ? -1 : 1) * turnBetween(from, to);
      }
      if (years[index] !== null) last = { index, year: years[index]! };
    }
  }
  return { years, fiscal };

  function turnBetween(from: number, to: number): number {
    const at = (index: number) => {
      const token = tokens[index];
      return token?.kind === 'period' ? dayOf(token.period.start).month : order(index);
    };
    return descending ? (at(to) > at(from) ? -1 : 0) : at(to) < at(from) ? 1 : 0;
  }

  function spread(indices: number[], { year, fiscal: isFiscal }: Year): void {
    for (const index of indices) fiscal[index] = isFiscal;
    const turns = indices.slice(1).map((place, i) => turn(indices[i]!, place));
    const crosses = turns.filter(step => step !== 0).length === 1;
    let current = year;
    if (isFiscal && fiscalYearStart > 1) {
      for (const index of indices)
        years[index] = parts[index]!.unit === 'month' && parts[index]!.number >= fiscalYearStart ? year - 1 : year;
      return;
    }
    if (isFiscal && crosses && !descending) current = year - 1;
    for (const [i, index] of indices.entries()) {
      if (i > 0) current += turns[i - 1]!;
      years[index] = current;
    }
  }
}

/** Parts of a year, in the numbers that `orderOf` gives. */
const A_YEAR = { day: 12 * 32, week: 53 * 32, month: 12 * 32, quarter: 4 * 32 };

/** Whether one part lies before another (positive) or after it, the shorter way round the year. */
function stepBetween(one: Part, other: Part): number {
  const half = A_YEAR[one.unit] / 2;
  return modulo(orderOf(other) - orderOf(one) + half, 2 * half) - half;
}

function orderOf({ number, day = 0 }: Part): number {
  return number * 32 + day;
}

/** The year in which a part lies nearest to a day that was settled before. */
function nearestYear(part: Part | null, day: number): number | null {
  if (!part) return null;
  const { year, month } = dayOf(day + 3);
  if (part.unit !== 'month') return year;
  const apart = part.number - month;
  return apart > 6 ? year - 1 : apart < -6 ? year + 1 : year;
}

function withYear(part: Part, year: number, fiscal: boolean, options: PeriodOptions): SequenceEntry {
  if (part.unit === 'day') {
    const serial = realDay(year, part.number, part.day!);
    return serial === null ? 'this is not a day of its year.' : { unit: 'day', start: serial, end: serial };
  }
  const text = {
    week: `W${part.number} ${year}`,
    quarter: `Q${part.number} ${fiscal ? 'FY' : ''}${year}`,
    month: `${year}-${part.number}`,
  };
  try {
    return readPeriod(text[part.unit], options);
  } catch (error) {
    if (error instanceof PeriodError) return error.message;
    throw error;
  }
}

/**
 * Months of four or five whole weeks (4-4-5), named by their last or their first days, lie in the calendar month that most
 * of their days do: a month that ends on 3 August is July.
 */
function byRetailMonths(entries: SequenceEntry[]): SequenceEntry[] {
  const days = entries.flatMap(entry => (entry && typeof entry !== 'string' ? [entry] : []));
  if (days.length < 4 || days.some(({ unit }) => unit !== 'day')) return entries;
  const starts = days.map(({ start }) => start);
  const steps = starts.slice(1).map((day, i) => Math.abs(day - starts[i]!));
  if (!steps.every(step => step === 28 || step === 35) || !starts.every(day => weekday(day) === weekday(starts[0]!))) {
    return entries;
  }
  const shift = [0, -14, 14].find(by => {
    const numbers = starts.map(day => periodNumber(day + by, 'month'));
    return numbers.slice(1).every((number, i) => Math.abs(number - numbers[i]!) === 1);
  });
  if (!shift) return entries;
  return entries.map(entry => {
    if (!entry || typeof entry === 'string') return entry;
    const { year, month } = dayOf(entry.start + shift);
    return readPeriod(`${year}-${month}`);
  });
}
