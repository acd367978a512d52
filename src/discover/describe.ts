import { type Range, sameCells, sameSheet } from '../cells/address';
import type { Cadence, Calendar } from '../cells/period';
import { periodOf } from '../cells/period';
import { rangePlace } from '../workbook/sheets/tables';
import type { Finding, GuessedField } from './finding';
import { aligned, SHOWN } from './firstLook';
import type { Found, Guess } from './found';
import { betterOf, combineOf, functionOf, measureOf, termOf } from './guesses/meaning';
import { splitUnit } from './guesses/unit';
import { unitOf } from './guesses/unitOf';
import { nameIn } from './naming';
import { combined, countOf, endsOf, newestOf, wholePeriods } from './periodsOf';

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
  const name = split.name !== '' ? split.name : guess('name', nameIn([...found.titles, sheet]) ?? sheet);
  const { first: oldest, last: newest } = endsOf(found.figures);
  const span = newest.start - oldest.start;
  const cadence = found.cadence ?? guess<Cadence>('cadence', span >= A_YEAR ? 'month' : 'week');
  if (found.isNumbered) guess('periods', null);
  if (found.guessedOrder !== null) for (const field of ['periods', 'cadence'] as const) guess(field, null);
  const calendar: Calendar = { cadence, fiscalYearStart, weekStart: cadence === 'week' ? found.weekStart : 1 };
  const term = termOf(name, groups);
  const unit = found.isCount ? '' : unitOf(found, split.unit, term, name, guess);
  const better = betterOf(said.better, said.target, term, guess);
  const combine = found.isCount ? 'sum' : combineOf(found, unit, name, term, guess);
  const byPeriod = found.isLedger
    ? wholePeriods(combined(found, combine, calendar), combine, calendar, oldest, newest)
    : null;
  const first = byPeriod?.[0]?.day ?? oldest.start;
  const last = byPeriod?.[byPeriod.length - 1]?.day ?? newest.start;
  const line = aligned(
    byPeriod ?? newestOf(found.figures).map(({ period, value }) => ({ day: period.start, value })),
    calendar,
  );
  const { target, targets, targetPeriods } = targetOf(found, guess);
  return {
    name,
    sheet,
    group: groups[0] ?? '',
    values: rangePlace(found.values),
    periods: rangePlace(found.periods),
    ...(found.sheets && { sheets: found.sheets }),
    ...(found.year !== undefined && { year: found.year }),
    cadence,
    count: byPeriod?.length ?? countOf(found.figures, calendar),
    first: periodOf(first, calendar).label,
    last: periodOf(last, calendar).label,
    until: periodOf(last, calendar).end,
    figures: line.slice(-SHOWN),
    look: null,
    unit,
    better,
    function: functionOf(found, term, guess),
    measure: measureOf(term, guess),
    combine,
    target,
    targets,
    ...(targetPeriods && { targetPeriods }),
    format,
    guessed,
    ...(found.guessedOrder && { dayOrder: found.guessedOrder }),
    nothing: found.nothing,
    unread: found.unread,
    asText: found.asText,
    trackedAs:
      tracked.find(({ values }) => sameCells(values, found.values) || growsInto(values, found.values))?.name ?? null,
  };
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

function targetOf(
  { said, targets, format }: Found,
  guess: Guess,
): Pick<Finding, 'target' | 'targets' | 'targetPeriods'> {
  if (targets) {
    const [one] = targets.values;
    const isConstant = one !== undefined && targets.values.every(value => value === one);
    if (isConstant) return { target: one, targets: null };
    const { place, periods } = targets;
    return { target: null, targets: rangePlace(place), ...(periods && { targetPeriods: rangePlace(periods) }) };
  }
  const { target } = said;
  if (typeof target === 'number') return { target, targets: null };
  if (typeof target !== 'string') return { target: null, targets: null };
  const [, digits, percent] = /(-?\d+(?:[.,]\d+)?)\s*(%)?/.exec(target) ?? [];
  if (digits === undefined) return { target: null, targets: null };
  const number = Number(digits.replace(',', '.'));
  return { target: guess('target', percent && /%/.test(format) ? number / 100 : number), targets: null };
}
