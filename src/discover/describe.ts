import type { Better } from '../alignment';
import { printRange, type Range, sameCells, sameSheet } from '../cells/address';
import { type Cadence, type Calendar, periodNumber, periodOf, periodsBetween } from '../cells/period';
import type { DayOrder, PeriodCell } from '../cells/readPeriod';
import { weekday } from '../cells/serial';
import type { Combine, Place } from '../workbook/register';
import { isPartial } from '../workbook/register/isPartial';
import type { Measure } from '../workbook/sheets/measures';
import type { Conversion, Finding, GuessedField } from './finding';
import { aligned, SHOWN } from './firstLook';
import { currencySaid, isCurrency, isUnit, splitUnit, unitOfFormat } from './guesses/unit';
import type { FigureLine } from './tables';
import { type Term, termIn } from './words/business';
import { functionNamed, sectionOf } from './words/headers';

/** A series as a layout has found it, before anything is made of it. */
export interface Found {
  sheet: string;
  /** As its label says, its unit still in it; empty where it has none. */
  label: string;
  groups: string[];
  said: FigureLine['said'];
  values: Range;
  periods: Range;
  sheets?: string[];
  figures: { period: PeriodCell; value: number }[];
  /** Its cells, each as `row,column` with its sheet, so that none is told twice. */
  cells: () => string[];
  cadence: Cadence | null;
  weekStart: number;
  isLedger: boolean;
  guessedOrder: DayOrder | null;
  format: string;
  asText: Conversion[];
  nothing: number;
  /** Targets of its periods, with where they stand. */
  targets: { place: Range; values: number[] } | null;
  /** Texts above its table, the nearest first: a title, a note on the currency. */
  titles: string[];
}

interface Around {
  fiscalYearStart: number;
  tracked: { name: string; values: Range }[];
}

/** Days that a ledger must span to be reviewed by month rather than by week. */
const A_YEAR = 360;

/** Says what would be made of a series, and which of it is a guess. */
export function describe(found: Found, { fiscalYearStart, tracked }: Around): Finding {
  const guessed: GuessedField[] = [];
  const guess = <T>(field: GuessedField, value: T, isGuess = true): T => {
    if (isGuess && !guessed.includes(field)) guessed.push(field);
    return value;
  };
  const { sheet, groups, said, format } = found;
  const split = splitUnit(found.label);
  const name = split.name !== '' ? split.name : guess('name', found.titles[0] ?? sheet);
  const { first: oldest, last: newest } = endsOf(found.figures);
  const span = newest.start - oldest.start;
  const cadence = found.cadence ?? guess<Cadence>('cadence', span >= A_YEAR ? 'month' : 'week');
  if (found.guessedOrder !== null) for (const field of ['periods', 'cadence'] as const) guess(field, null);
  const calendar: Calendar = { cadence, fiscalYearStart, weekStart: cadence === 'week' ? found.weekStart : 1 };
  const context = [name, ...groups].join(' · ');
  const term = termOf(name, groups);
  const unit = unitOf(found, split.unit, term, name, guess);
  const better = betterOf(said.better, said.target, term, guess);
  const combine = combineOf(found, unit, name, term, guess);
  const byPeriod = found.isLedger
    ? wholePeriods(combined(found, combine, calendar), combine, calendar, oldest, newest)
    : null;
  const first = byPeriod?.[0]?.day ?? oldest.start;
  const last = byPeriod?.[byPeriod.length - 1]?.day ?? newest.start;
  const line = aligned(
    byPeriod ?? newestOf(found.figures).map(({ period, value }) => ({ day: period.start, value })),
    calendar,
  );
  const { target, targets } = targetOf(found, guess);
  return {
    name,
    sheet,
    values: placeOf(found.values),
    periods: placeOf(found.periods),
    ...(found.sheets && { sheets: found.sheets }),
    cadence,
    count: byPeriod?.length ?? countOf(found.figures, calendar),
    first: periodOf(first, calendar).label,
    last: periodOf(last, calendar).label,
    until: periodOf(last, calendar).end,
    figures: line.values.slice(-SHOWN),
    look: null,
    unit,
    better,
    function: functionOf(found, term, context, guess),
    measure: measureOf(term, guess),
    combine,
    target,
    targets,
    format,
    guessed,
    ...(found.guessedOrder && { dayOrder: found.guessedOrder }),
    nothing: found.nothing,
    asText: found.asText,
    trackedAs:
      tracked.find(({ values }) => sameCells(values, found.values) || growsInto(values, found.values))?.name ?? null,
  };
}

/** The business term of a series: that of its name, or of its group; in a profit and loss account its section decides. */
function termOf(name: string, groups: string[]): Term | null {
  const own = termIn(name);
  const section = sectionOf(groups);
  if (section === null || SUMS_UP.test(name)) return own ?? termIn(groups.join(' · '));
  if (section === 'spent') return own?.better === 'lower' && !own.unsure ? own : SPENT;
  return own?.better === 'lower' && !REDUCES.test(name) ? EARNED : (own ?? EARNED);
}

/** Rows that sum up several sections. */
const SUMS_UP =
  /^(total|gross|net|operating)\b|profit|ebit|gewinn|ergebnis|überschuss|rohertrag|résultat|bénéfice|utilidad|beneficio|utile|margine|lucro|winst|resultat|利益/i;
/** What is earned less: more of it is worse. */
const REDUCES =
  /discount|refund|return|allowance|rabatt|skont|erlösschmälerung|remise|avoir|descuento|devoluci|sconti|resi|desconto|korting|retour|rabatter|値引|返品/i;
const SPENT = termIn('costs')!;
const EARNED = termIn('revenue')!;

type Guess = <T>(field: GuessedField, value: T, isGuess?: boolean) => T;

function placeOf({ sheet, ...cells }: Range): Required<Place> {
  return { sheet: sheet!, range: printRange(cells) };
}

/** Whether a tracked range lies on the line of a found one: it has grown since. */
function growsInto(one: Range, other: Range): boolean {
  if (!sameSheet(one.sheet, other.sheet)) return false;
  const isColumn = one.left === one.right && other.left === other.right && one.left === other.left;
  const isRow = one.top === one.bottom && other.top === other.bottom && one.top === other.top;
  const within = (from: number, to: number | null, start: number, end: number | null) =>
    from <= (end ?? Infinity) && start <= (to ?? Infinity);
  if (isColumn) return within(one.top, one.bottom, other.top, other.bottom);
  return isRow && within(one.left, one.right, other.left, other.right);
}

function unitOf(found: Found, inName: string | null, term: Term | null, name: string, guess: Guess): string {
  const { said, format, titles } = found;
  const shown = unitOfFormat(format);
  if (typeof said.unit === 'string' && said.unit.trim() !== '')
    return splitUnit(`x (${bareUnit(said.unit)})`).unit ?? bareUnit(said.unit);
  if (shown !== null) return shown;
  if (inName !== null) return inName;
  const inGroup = found.groups
    .map(group => splitUnit(group).unit ?? (isUnit(group) ? group : null))
    .find(unit => unit !== null);
  if (inGroup) return inGroup;
  const isShare = /rate\b|\bratio\b|share\b|quote$|quote\b|anteil|taux|tasa|tasso|taxa|percentage|andel|率|%/i.test(
    name,
  );
  const values = found.figures.map(({ value }) => value);
  const fractions = values.every(value => Math.abs(value) <= 1.5) && values.some(value => !Number.isInteger(value));
  if (isShare && fractions) return guess('unit', '%');
  const isMoney =
    term !== null &&
    (term.function === 'Finance' ||
      term.measure === 'revenue' ||
      term.measure === 'order value' ||
      term.measure === 'marketing spend');
  const currency = titles.map(currencySaid).find(sign => sign !== null);
  if (isMoney && !isShare && currency) return currency;
  return guess('unit', '', isMoney || isShare || term === null);
}

/** A unit without the brackets that it may stand in. */
function bareUnit(text: string): string {
  return text.trim().replace(/^[([（]\s*(.*?)\s*[)\]）]$/, '$1');
}

function betterOf(
  said: string | number | undefined,
  target: string | number | undefined,
  term: Term | null,
  guess: Guess,
): Better {
  const text = typeof said === 'string' ? said.trim().toLowerCase() : '';
  if (
    /^(higher|up|more|max|maximi[sz]e|increase|↑|▲|hoch|höher|mehr|steigend|plus|haut|más|mayor|più|hoger|högre|高)/.test(
      text,
    )
  )
    return 'higher';
  if (
    /^(lower|down|less|min|minimi[sz]e|decrease|↓|▼|niedrig|weniger|fallend|tiefer|moins|bas|menos|menor|meno|lager|lägre|低)/.test(
      text,
    )
  )
    return 'lower';
  if (typeof target === 'string') {
    if (/^\s*(<|≤|max|under|below|höchstens|bis|unter)/i.test(target)) return 'lower';
    if (/^\s*(>|≥|min|over|above|mindestens|über)/i.test(target)) return 'higher';
  }
  return term ? guess('better', term.better, term.unsure ?? false) : guess('better', 'higher');
}

/** Names of figures that are averages already. */
const AVERAGED =
  /\b(avg|average|mean|median|ratio|rate|rates|index|score|per|pro|je|par|por)\b|%|ø|quote|durchschnitt|moyen|promedio|medi[ao]\b|gemiddeld|genomsnitt|snitt|taux|tasa|tasso|taxa|平均|率/i;

function combineOf(found: Found, unit: string, name: string, term: Term | null, guess: Guess): Combine {
  if (unit === '%' || /%/.test(found.format)) return 'mean';
  if (AVERAGED.test(name)) return 'mean';
  if (term) return guess('combine', term.combine, term.unsure ?? false);
  if (isCurrency(unit)) return 'sum';
  return guess('combine', 'sum');
}

function functionOf({ said, groups, sheet }: Found, term: Term | null, _context: string, guess: Guess): string {
  if (typeof said.function === 'string' && said.function.trim() !== '')
    return functionNamed(said.function) ?? said.function.trim();
  const inGroups = [...groups, sheet].map(functionNamed).find(name => name !== null);
  if (inGroups) return inGroups;
  return guess('function', term?.function ?? '', term === null || (term.unsure ?? false));
}

function measureOf(term: Term | null, guess: Guess): Measure {
  return guess('measure', term?.measure ?? 'other', term === null || (term.unsure ?? false));
}

type Figures = Found['figures'];

/** The oldest and the newest period. */
function endsOf(figures: Figures): { first: PeriodCell; last: PeriodCell } {
  let [first, last] = [figures[0]!.period, figures[0]!.period];
  for (const { period } of figures) {
    if (period.start < first.start) first = period;
    if (period.start > last.start) last = period;
  }
  return { first, last };
}

/** How many periods have a figure: figures stand in order, so that a repeated one stands beside its like. */
function countOf(figures: Figures, calendar: Calendar): number {
  let [count, before] = [0, Number.NaN];
  for (const { period } of figures) {
    if (period.start === before) continue;
    const isSame =
      calendar.cadence !== 'day' &&
      count > 0 &&
      periodNumber(period.start, calendar) === periodNumber(before, calendar);
    if (!isSame) count++;
    before = period.start;
  }
  return count;
}

/** The newest figures of a line that runs one way or the other: enough for what is shown of them. */
function newestOf(figures: Figures): Figures {
  const runsUp = figures[0]!.period.start <= figures[figures.length - 1]!.period.start;
  return runsUp ? figures.slice(-SHOWN) : figures.slice(0, SHOWN);
}

/** Sums without a first or last period that the ledger covers only in part, as tracking leaves them out. */
function wholePeriods(
  sums: { day: number; value: number }[],
  combine: Combine,
  calendar: Calendar,
  oldest: PeriodCell,
  newest: PeriodCell,
) {
  if (combine !== 'sum') return sums;
  const [first, last] = [periodOf(oldest.start, calendar), periodOf(newest.start, calendar)];
  const from = isPartial(oldest.start - first.start, first, null) ? 1 : 0;
  const to = sums.length - (isPartial(last.end - newest.start, last, null) ? 1 : 0);
  return to - from > 0 ? sums.slice(from, to) : sums;
}

/** The lines of a ledger, put together by period. */
function combined(found: Found, combine: Combine, calendar: Calendar): { day: number; value: number }[] {
  const groups = new Map<number, { day: number; sum: number; count: number }>();
  for (const { period, value } of found.figures) {
    const number = periodNumber(period.start, calendar);
    const group = groups.get(number);
    if (!group) groups.set(number, { day: period.start, sum: value, count: 1 });
    else {
      group.sum += value;
      group.count++;
    }
  }
  const values = [...groups.values()].map(({ day, sum, count }) => ({
    day,
    value: combine === 'sum' ? sum : sum / count,
  }));
  values.sort((a, b) => a.day - b.day);
  if (combine !== 'sum') return values;
  // A period without lines is one in which nothing was sold.
  return periodsBetween(values[0]!.day, values[values.length - 1]!.day, calendar).map(({ start }) => ({
    day: start,
    value: groups.get(periodNumber(start, calendar))?.sum ?? 0,
  }));
}

function targetOf(
  { said, targets, format }: Found,
  guess: Guess,
): { target: number | null; targets: Required<Place> | null } {
  if (targets) {
    const [one] = targets.values;
    const isConstant = one !== undefined && targets.values.every(value => value === one);
    return { target: isConstant ? one : null, targets: isConstant ? null : placeOf(targets.place) };
  }
  const { target } = said;
  if (typeof target === 'number') return { target, targets: null };
  if (typeof target !== 'string') return { target: null, targets: null };
  const [, digits, percent] = /(-?\d+(?:[.,]\d+)?)\s*(%)?/.exec(target) ?? [];
  if (digits === undefined) return { target: null, targets: null };
  const number = Number(digits.replace(',', '.'));
  return { target: guess('target', percent && /%/.test(format) ? number / 100 : number), targets: null };
}

/** The weekday on which the weeks of some days begin. */
export function weekStartOf(days: number[]): number {
  return days[0] === undefined ? 1 : weekday(days[0]);
}
