import { calendarsFor, monthNumber } from '../../cells/calendarNames';
import type { Cadence } from '../../cells/period';
import { dayOf } from '../../cells/serial';
import { type Cell, isBlank } from '../../cells/value';
import type { Goal, Problem, Register } from '../register';
import { headersOf, STRATEGY } from '../sheets/compassSheets';
import { nearestName, plainName, sameName } from '../sheets/names';
import { readDate } from '../sheets/readDate';
import { type RowReader, rowReader, shown } from '../sheets/rowReader';
import { type SheetView, viewSheet } from '../sheets/sheetView';
import { cellName, cellPlace, findTable } from '../sheets/tables';
import type { Snapshot } from '../snapshot';

/** What `Compass Strategy` says; the cadence only where it is written there. */
export type Strategy = Omit<Register['strategy'], 'cadence'> & { cadence: Cadence | null };

const CADENCES: Record<string, Cadence> = {
  week: 'week',
  weekly: 'week',
  month: 'month',
  monthly: 'month',
  quarter: 'quarter',
  quarterly: 'quarter',
};

/**
 * Reads `Compass Strategy`: its labels with the values beside them, the goals and the business functions.
 *
 * @param snapshot  the workbook
 * @param problems  takes what is wrong
 */
export function readStrategy(snapshot: Snapshot, problems: Problem[]): Strategy {
  const blank: Strategy = {
    vision: '',
    values: '',
    currency: '',
    fiscalYearStart: 1,
    cadence: null,
    nextReview: null,
    goals: [],
    functions: [],
  };
  const view = viewSheet(snapshot, STRATEGY.name);
  if (!view || view.rows === 0) return blank;
  const [goals, functions] = [0, 1].map(table => findTable(view, headersOf(STRATEGY, table), problems));
  const end = Math.min(goals?.headerRow ?? view.rows, functions?.headerRow ?? view.rows);
  const head = readHead(view, end, snapshot.locale, problems);
  return {
    ...blank,
    ...head,
    goals: goals
      ? once(
          goals.rows.map(row => readGoal(rowReader(goals, row, snapshot.locale, problems))),
          problems,
        )
      : [],
    functions: functions
      ? functions.rows.flatMap(row => {
          const reader = rowReader(functions, row, snapshot.locale, problems);
          const name = reader.text('Business function');
          return name === '' ? [] : [{ name, weight: reader.weight('Function weight') }];
        })
      : [],
  };
}

function readHead(view: SheetView, end: number, locale: string, problems: Problem[]): Partial<Strategy> {
  const found = findLabels(view, end, problems);
  const say = (label: string, what: string) => {
    const { row, column } = found.get(label)!;
    const message = `${cellName(view, row, column + 1)}: ${label} is ${what}`;
    problems.push({ severity: 'error', message, place: cellPlace(view, row, column + 1) });
  };
  const value = (label: string): Cell => {
    const place = found.get(label);
    return place ? view.cell(place.row, place.column + 1) : null;
  };
  const month = value('Fiscal year starts');
  const fiscalYearStart = readMonth(month, locale);
  if (fiscalYearStart === null) say('Fiscal year starts', `'${shown(month)}'; write a month, such as January or 1.`);
  const every = value('Review every');
  const cadence = CADENCES[plainName(every)] ?? null;
  if (cadence === null && !isBlank(every)) say('Review every', `'${shown(every)}'; write week, month or quarter.`);
  const review = readDate(value('Next review'), locale);
  if (typeof review === 'string') say('Next review', `not read: ${review}`);
  return {
    vision: shown(value('Vision')),
    values: shown(value('Values')),
    currency: shown(value('Currency')),
    fiscalYearStart: fiscalYearStart ?? 1,
    cadence,
    nextReview: typeof review === 'number' ? review : null,
  };
}

/** Where each label is above the tables; a misspelt one is named. */
function findLabels(view: SheetView, end: number, problems: Problem[]): Map<string, { row: number; column: number }> {
  const labels = STRATEGY.labels.map(({ label }) => label);
  const found = new Map<string, { row: number; column: number }>();
  const others: { text: string; row: number; column: number }[] = [];
  for (let row = 0; row < end; row++) {
    for (let column = 0; column < view.columns; column++) {
      const text = view.cell(row, column);
      if (typeof text !== 'string') continue;
      const label = labels.find(name => sameName(name, text.replace(/\s*:\s*$/, '')));
      if (label === undefined) others.push({ text, row, column });
      else if (!found.has(label)) found.set(label, { row, column });
    }
  }
  const missing = labels.filter(label => !found.has(label));
  for (const { text, row, column } of others) {
    const label = nearestName(text, missing);
    if (label === null) continue;
    const message = `${cellName(view, row, column)}: the label '${text}' is not known; did you mean ${label}?`;
    problems.push({ severity: 'error', message, place: cellPlace(view, row, column) });
  }
  return found;
}

/** 1 to 12 from a month's name, its number or a date; January where blank; null where it is none of these. */
function readMonth(cell: Cell, locale: string): number | null {
  if (isBlank(cell)) return 1;
  if (typeof cell === 'string')
    return readMonth(Number(cell), locale) ?? monthNumber(cell.trim(), calendarsFor(locale));
  if (typeof cell !== 'number' || !(cell >= 1)) return null;
  if (cell <= 12) return Number.isInteger(cell) ? cell : null;
  return cell > 366 ? dayOf(cell).month : null;
}

function readGoal(reader: RowReader): Goal {
  return {
    name: reader.text('Goal'),
    why: reader.text('Why it matters'),
    weight: reader.weight('Weight'),
    owner: reader.text('Owner'),
    spend: reader.number('Spend'),
    reviewBy: reader.date('Review by', 'end'),
    place: reader.place(),
  };
}

/** Each goal once; a row without a name, or with that of another, is named. */
function once(goals: Goal[], problems: Problem[]): Goal[] {
  return goals.filter((goal, index) => {
    const repeated = goals.slice(0, index).find(({ name }) => sameName(name, goal.name));
    if (goal.name !== '' && !repeated) return true;
    const { sheet, range } = goal.place;
    const what = repeated
      ? `the goal '${goal.name}' appears twice; the first one counts.`
      : 'this row has no goal; left out.';
    problems.push({ severity: 'error', message: `${sheet} ${range}: ${what}`, place: goal.place });
    return false;
  });
}
