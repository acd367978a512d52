import { dayOf, daysInMonth, serialOf } from '../../cells/serial';
import { type Cell, type ErrorCell, type Grid, isBlank, isError } from '../../cells/value';
import { median } from '../../drift/series';
import { meets } from './criteria';

/** What an argument comes to: one cell, or the cells of a range. */
export type ArgumentValue = Cell | Grid;

/** An error that a formula comes to. */
export class ErrorValue extends Error {
  constructor(readonly cell: ErrorCell) {
    super(cell.error);
  }
}

const failed = (error: ErrorCell['error']): never => {
  throw new ErrorValue({ error });
};

/** A cell out of an argument; of a range its first one. */
export function single(argument: ArgumentValue): Cell {
  const cell = Array.isArray(argument) ? (argument[0]?.[0] ?? null) : argument;
  if (isError(cell)) throw new ErrorValue(cell);
  return cell;
}

/** A number out of an argument: a blank is 0, a text is #VALUE!. */
export function figure(argument: ArgumentValue): number {
  const cell = single(argument);
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? failed('#VALUE!') : Number(cell ?? 0);
}

export function truth(argument: ArgumentValue): boolean {
  const cell = single(argument);
  return typeof cell === 'boolean' ? cell : figure(cell) !== 0;
}

function cells(argument: ArgumentValue): Cell[] {
  return Array.isArray(argument) ? argument.flat() : [argument];
}

/** The numbers of some arguments; in ranges texts, truth values and blanks are passed over. */
function numbers(args: ArgumentValue[]): number[] {
  return args.flatMap(argument => {
    if (!Array.isArray(argument)) return argument === null ? [] : [figure(argument)];
    return cells(argument).flatMap(cell => {
      if (isError(cell)) throw new ErrorValue(cell);
      return typeof cell === 'number' ? [cell] : [];
    });
  });
}

/** Adds from left to right, as every spreadsheet does. */
const sum = (list: number[]) => list.reduce((total, each) => total + each, 0);
const mean = (list: number[]) => (list.length === 0 ? failed('#DIV/0!') : sum(list) / list.length);

/** The numbers of a range where every criterion is met: pairs of a range of the same shape and a criterion. */
function where(values: ArgumentValue | null, pairs: ArgumentValue[]): number[] {
  const ranges = pairs.filter((_, index) => index % 2 === 0).map(cells);
  const criteria = pairs.filter((_, index) => index % 2 === 1).map(single);
  const taken = ranges[0]!.flatMap((_, place) =>
    ranges.every((range, index) => meets(range[place] ?? null, criteria[index]!)) ? [place] : [],
  );
  if (values === null) return taken;
  const from = cells(values);
  return taken.flatMap(place => (typeof from[place] === 'number' ? [from[place] as number] : []));
}

/** The day so many months later, at most the last of its month. */
function monthsLater(serial: number, months: number): number {
  const { year, month, day } = dayOf(Math.floor(serial));
  const count = year * 12 + month - 1 + Math.trunc(months);
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  return serialOf(y, m, Math.min(day, daysInMonth(y, m)));
}

function rounded(value: number, digits: number): number {
  const scaled = Number(`${Math.abs(value)}e${digits}`);
  const whole = Math.round(Number.isFinite(scaled) ? scaled : Math.abs(value) * 10 ** digits);
  return Math.sign(value) * Number(`${whole}e${-digits}`);
}

/**
 * The functions that a template's formulas may call: every spreadsheet has them, so that a template needs no add-in. Here
 * they are calculated as well, so that formulas are written with their results. IF, IFERROR, AND, OR and TODAY are in
 * calculate.ts, which does not look at what they leave out.
 */
export const ARITHMETIC: Record<string, (...args: ArgumentValue[]) => ArgumentValue> = {
  NOT: value => !truth(value!),
  ISNUMBER: value => typeof (Array.isArray(value) ? value[0]?.[0] : value) === 'number',
  N: value => {
    const cell = single(value!);
    return typeof cell === 'number' || typeof cell === 'boolean' ? Number(cell) : 0;
  },
  SUM: (...args) => sum(numbers(args)),
  AVERAGE: (...args) => mean(numbers(args)),
  MEDIAN: (...args) => (numbers(args).length === 0 ? failed('#NUM!') : median(numbers(args))),
  MIN: (...args) => numbers(args).reduce((least, each) => Math.min(least, each), Infinity),
  MAX: (...args) => numbers(args).reduce((most, each) => Math.max(most, each), -Infinity),
  COUNT: (...args) => args.flatMap(cells).filter(cell => typeof cell === 'number').length,
  COUNTA: (...args) => args.flatMap(cells).filter(cell => cell !== null).length,
  ABS: value => Math.abs(figure(value!)),
  SQRT: value => (figure(value!) < 0 ? failed('#NUM!') : Math.sqrt(figure(value!))),
  EXP: value => Math.exp(figure(value!)),
  LN: value => (figure(value!) > 0 ? Math.log(figure(value!)) : failed('#NUM!')),
  INT: value => Math.floor(figure(value!)),
  ROUND: (value, digits) => rounded(figure(value!), figure(digits ?? 0)),
  DAY: value => dayOf(Math.floor(figure(value!))).day,
  MONTH: value => dayOf(Math.floor(figure(value!))).month,
  MID: (text, start, count) => {
    const first = Math.trunc(figure(start!)) - 1;
    return String(single(text!) ?? '').slice(first, first + Math.trunc(figure(count!)));
  },
  LEFT: (text, count) => String(single(text!) ?? '').slice(0, figure(count ?? 1)),
  REPT: (text, times) => String(single(text!) ?? '').repeat(Math.max(0, Math.trunc(figure(times!)))),
  SUMPRODUCT: (...args) => {
    const lists = args.map(cells);
    const product = (place: number) =>
      lists.reduce((total, list) => total * (typeof list[place] === 'number' ? (list[place] as number) : 0), 1);
    return sum(lists[0]!.map((_, place) => product(place)));
  },
  SUMIFS: (values, ...pairs) => sum(where(values!, pairs)),
  AVERAGEIFS: (values, ...pairs) => mean(where(values!, pairs)),
  COUNTIFS: (...pairs) => where(null, pairs).length,
  MAXIFS: (values, ...pairs) => where(values!, pairs).reduce((most, each) => Math.max(most, each), -Infinity),
  MINIFS: (values, ...pairs) => where(values!, pairs).reduce((least, each) => Math.min(least, each), Infinity),
  MATCH: (wanted, range, kind) => {
    if (kind === undefined || figure(kind) !== 0) return failed('#N/A');
    const cell = single(wanted!);
    const place = cells(range!).findIndex(each => !isBlank(each) && same(each, cell));
    return place < 0 ? failed('#N/A') : place + 1;
  },
  EDATE: (start, months) => monthsLater(figure(start!), figure(months!)),
};

function same(one: Cell, other: Cell): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.toLowerCase() === other.toLowerCase();
  return one === other;
}
