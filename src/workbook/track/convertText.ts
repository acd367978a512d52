import { overlap, printRange, type Range } from '../../cells/address';
import { type DecimalMark, decimalMarkOf, readFigureText } from '../../cells/figureText';
import { isWordForNothing } from '../../cells/nothing';
import { type DayOrder, dayOrderOf, PeriodError, readPeriod } from '../../cells/readPeriod';
import type { Cell } from '../../cells/value';
import type { Edit } from '../edit';
import { planEdits } from '../edits/planEdits';
import type { Place } from '../register';
import { readTracked, type TrackedKpi } from '../register/readTracked';
import { sameName } from '../sheets/names';
import { cellsOf, type SheetView, viewSheet } from '../sheets/sheetView';
import type { Snapshot } from '../snapshot';
import { readsTextDates } from '../sources/dataFormulas';
import { placesOf } from '../sources/edges';
import { formulasOf, recount } from './addUnread';

/** A cell of an owner's that is text and says a figure or a date. */
export interface ConvertedCell {
  kpi: string;
  /** With its sheet. */
  cell: Range;
  text: string;
  value: number;
  /** The number format it gets. */
  format: string;
}

/** What converting would do, to be looked at before. */
export interface TextConversion {
  edits: Edit[];
  converted: ConvertedCell[];
  /** Text that says neither a figure nor a date, or comes from a formula; it stays. */
  left: { kpi: string; cell: Range; text: string; why: string }[];
  /** What the owner should look at besides. */
  notes: string[];
}

/** The cells that a host reads before: the sources of the KPIs, whole. */
export function placesToConvert(snapshot: Snapshot, kpi?: string): Place[] {
  const sources = trackedOnes(snapshot, kpi).map(({ source }) => source!);
  return placesOf(sources.flatMap(({ values, periods }) => [values, periods]));
}

/**
 * Plans to write figures and dates over the text that says them, in the cells that KPIs are read from: the one case in
 * which an owner's cell is overwritten, at the owner's own press. The edits hold what was there, so that a host refuses
 * them where a cell has changed since.
 *
 * @param snapshot  with the sources read (`placesToConvert`)
 * @param kpi       one KPI's name; all of them when left out
 * @param results   whether the results of our own formulas are written too, as a file needs that nobody calculates
 */
export function convertText(snapshot: Snapshot, kpi?: string, results = false): TextConversion {
  const tracked = trackedOnes(snapshot, kpi);
  const converted: ConvertedCell[] = [];
  const left: TextConversion['left'] = [];
  const seen = new Set<string>();
  for (const one of tracked) {
    const name = one.row.name;
    const { values, periods, kind } = one.source!;
    const lines = kind === 'cell by cell' ? null : firstLine(snapshot, values, periods);
    for (const [range, read] of [
      [values, figureReader(snapshot, values)],
      [periods, dateReader(snapshot, periods)],
    ] as const) {
      // Periods that are read cell by cell may be text by right: Jan 2026.
      if (range === periods && kind === 'cell by cell') continue;
      const isDate = range === periods && readsDatesAsText(snapshot, one) ? /^\d{4}-\d{2}-\d{2}/ : null;
      const own = kind === 'cell by cell' ? cellsReadBy(one) : null;
      for (const { cell, text, formula, view } of textsOf(snapshot, range, lines)) {
        if ((own && !own.has(printRange(cell))) || isDate?.test(text)) continue;
        const key = printRange(cell);
        if (seen.has(key)) continue;
        seen.add(key);
        const found = formula === null ? read(text, view.format(cell.top, cell.left)) : null;
        if (found) converted.push({ kpi: name, cell, text, ...found });
        else {
          const why = formula === null ? 'can’t be read as a figure' : 'comes from a formula';
          left.push({ kpi: name, cell, text, why: range === periods ? why.replace('figure', 'date') : why });
        }
      }
    }
  }
  const plan = planEdits(snapshot);
  plan.add(() => converted.flatMap(writeCell));
  for (const { row, source } of results ? tracked : []) {
    const { values, periods } = source!;
    const reads = converted.some(({ cell }) => overlap(cell, values) || overlap(cell, periods));
    if (reads) plan.add(now => recount(now, row.name));
  }
  return { edits: plan.finish(), converted, left, notes: swappedDays(converted) };
}

/**
 * Where only dates with a day beyond 12 stayed text, the program that read them took the others month first: 5 July became
 * 7 May.
 */
function swappedDays(converted: ConvertedCell[]): string[] {
  const digits = converted.flatMap(({ text }) => /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{4}/.exec(text) ?? []);
  const beyond = converted.filter(({ text }) => /^\s*(1[3-9]|2\d|3[01])[-/]\d{1,2}[-/]\d{4}/.test(text));
  if (beyond.length === 0 || beyond.length * 3 !== digits.length) return [];
  return [
    `Only dates with a day after the 12th were text, such as '${beyond[0]!.text.trim()}'. The dates around them may have day and month exchanged: 5 July read as 7 May. Check them, or import the list again.`,
  ];
}

function trackedOnes(snapshot: Snapshot, kpi?: string): TrackedKpi[] {
  return readTracked(snapshot).kpis.filter(
    ({ row, source }) => source !== null && (kpi === undefined || sameName(row.name, kpi)),
  );
}

/** Whether a KPI's sums take dates in the form 2026-01-31 that are text. */
function readsDatesAsText(snapshot: Snapshot, tracked: TrackedKpi): boolean {
  const { data } = readTracked(snapshot);
  return data !== null && formulasOf({ data, tracked }).some(readsTextDates);
}

/** The cells that a KPI's formulas point at, one by one. */
function cellsReadBy({ origins }: TrackedKpi): Set<string> {
  const cells = origins.flatMap(origin => (origin && 'cell' in origin ? [origin.cell] : []));
  return new Set(cells.map(({ sheet, top, left }) => printRange({ sheet, top, left, bottom: top, right: left })));
}

function writeCell({ cell, text, value, format }: ConvertedCell): Edit[] {
  const place = { sheet: cell.sheet!, row: cell.top, column: cell.left };
  return [
    { kind: 'write', ...place, cells: [[value]], expected: [[text]] },
    { kind: 'format', ...place, rows: 1, columns: 1, format: { number: format } },
  ];
}

/** The place of the first line of a ledger or list: the first that says a figure and a date. What is before it is a header. */
function firstLine(snapshot: Snapshot, values: Range, periods: Range): number {
  const [valueView, periodView] = [values, periods].map(({ sheet }) => viewSheet(snapshot, sheet!));
  if (!valueView || !periodView) return 0;
  const across = values.bottom === values.top;
  const periodCells = cellsOf(periods, periodView);
  const says = (view: SheetView, at: { row: number; column: number } | undefined, read: Reader) => {
    const cell = at ? view.cell(at.row, at.column) : null;
    return typeof cell === 'number' || (typeof cell === 'string' && read(cell, 'General') !== null);
  };
  const [figure, date] = [figureReader(snapshot, values), dateReader(snapshot, periods)];
  const found = cellsOf(values, valueView).find(
    (at, index) => says(valueView, at, figure) && says(periodView, periodCells[index], date),
  );
  return found ? (across ? found.column : found.row) : 0;
}

function textsOf(snapshot: Snapshot, range: Range, from: number | null) {
  const view = viewSheet(snapshot, range.sheet!);
  if (!view) return [];
  const across = range.bottom === range.top;
  const first = range.bottom === null || range.right === null ? (from ?? 0) : 0;
  return cellsOf(range, view).flatMap(({ row, column }) => {
    const text = view.cell(row, column);
    if (typeof text !== 'string' || text.trim() === '' || isWordForNothing(text)) return [];
    if ((across ? column : row) < first) return [];
    const cell = { sheet: view.name, top: row, left: column, bottom: row, right: column };
    return [{ cell, text, formula: view.formula(row, column), view }];
  });
}

type Reader = (text: string, format: string) => Pick<ConvertedCell, 'value' | 'format'> | null;

/** Amounts: the sign before the decimals is settled by all of them together. */
function figureReader(snapshot: Snapshot, range: Range): Reader {
  const mark: DecimalMark = decimalMarkOf(
    textsOf(snapshot, range, null).map(({ text }) => text),
    snapshot.locale,
  );
  const usual = commonFormat(snapshot, range);
  return (text, format) => {
    const figure = readFigureText(text, mark);
    return figure && { value: figure.value, format: formatFor(format, usual ?? figure.format) };
  };
}

/** Dates: which of day and month comes first is settled by all of them together. */
function dateReader(snapshot: Snapshot, range: Range): Reader {
  const view = viewSheet(snapshot, range.sheet!);
  const cells: Cell[] = view ? cellsOf(range, view).map(({ row, column }) => view.cell(row, column)) : [];
  const order: DayOrder | null = dayOrderOf(cells) ?? null;
  const usual = commonFormat(snapshot, range);
  return (text, format) => {
    try {
      const period = readPeriod(text, { locale: snapshot.locale, ...(order && { order }) });
      return period.unit === 'day' ? { value: period.start, format: formatFor(format, usual ?? 'yyyy-mm-dd') } : null;
    } catch (error) {
      if (error instanceof PeriodError) return null;
      throw error;
    }
  };
}

/** A cell keeps its own number format, unless that says nothing of numbers. */
function formatFor(own: string, usual: string): string {
  return own === 'General' || own === '@' ? usual : own;
}

/** The format of most numbers among some cells; null where these have none. */
function commonFormat(snapshot: Snapshot, range: Range): string | null {
  const view = viewSheet(snapshot, range.sheet!);
  const counts = new Map<string, number>();
  for (const { row, column } of view ? cellsOf(range, view) : []) {
    const format = view!.format(row, column);
    if (typeof view!.cell(row, column) !== 'number' || format === 'General' || format === '@') continue;
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
