import { printRange } from '../../cells/address';
import { PERIODS_A_YEAR } from '../../cells/cadence';
import { counted } from '../../cells/english';
import { FormulaError } from '../../cells/formula';
import { parseFormula } from '../../cells/parseFormula';
import { type Calendar, nextPeriod } from '../../cells/period';
import { copied } from '../../cells/references';
import { type Cell, isBlank } from '../../cells/value';
import type { Content, Edit } from '../../workbook/edit';
import { applyEdits } from '../../workbook/edits/applyEdits';
import { planEdits } from '../../workbook/edits/planEdits';
import { readTables, readTracked } from '../../workbook/register/readTracked';
import { type SheetView, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { printSource } from '../../workbook/sources/source';
import { TrackError } from '../../workbook/sources/trackError';
import { readTrackedFigures } from '../../workbook/track/trackedFigures';
import { periodRows } from '../../workbook/track/writeData';
import { rewriteSource } from '../../workbook/track/writeKpi';
import { solved } from '../formula/calculate';
import { asInstalled } from '../install/inCadence';
import { INPUT_FORMAT } from '../install/sheetLook';
import { type Installed, installedTemplates } from '../installed/installed';
import { markInstalled } from '../installed/markInstalled';
import { partsOf } from '../schema/parts';
import type { Template } from '../template';
import { type FoundColumn, findColumns } from './changes';

/** What extending a template by some periods would do. */
export interface RollForward {
  edits: Edit[];
  /** "Shop: 12 months added, to Oct 2028" */
  said: string[];
}

/** A column of periods on a sheet, with the other columns of its block. */
interface Table {
  name: string;
  columns: FoundColumn[];
  first: number;
  end: number;
  calendar: Calendar;
  count: number;
}

/**
 * Extends an installed template by a year: rows are made before the last one, so that whatever reads the whole column
 * (charts, limits, rules) reads the new rows too, then the last row is put back in its place; KPIs are read further.
 *
 * @param snapshot  with the template's sheets whole (`placesToRemove`)
 * @param chosen    one that is installed
 * @param periods   how many; a year of the cadence unless told, of periods of a block's own as many as it looks ahead
 * @throws          TrackError where it is not installed, or its periods are not found
 */
export function rollForward(snapshot: Snapshot, chosen: Template, periods?: number): RollForward {
  const template = asInstalled(chosen, snapshot);
  const installed = installedTemplates(snapshot)
    .filter(({ id }) => id === template.id)
    .pop();
  if (!installed) throw new TrackError(`${template.name} is not installed in this workbook.`);
  const tables = tablesOf(snapshot, template, installed, periods);
  if (tables.length === 0) throw new TrackError(`${template.name} has no column of periods that could be extended.`);
  const plan = planEdits(snapshot, solved);
  for (const { name: sheet, end, count } of tables) {
    plan.add(() => [{ kind: 'insert rows', sheet, row: end - 1, count }]);
  }
  plan.add(now => tables.flatMap(table => newRows(snapshot, now, table)));
  for (const kpi of readTracked(plan.now).kpis) {
    const table = tables.find(({ name }) => kpi.row.source?.values.sheet === name);
    if (table) plan.add(now => kpiEdits(now, kpi.row.name, table));
  }
  for (const sheet of installed.sheets)
    plan.add(now => markInstalled(now, sheet, { grown: grownBy(tables, sheet.name) }));
  return { edits: plan.finish(), said: tables.map(table => saidOf(plan.now, table)) };
}

function grownBy(tables: Table[], name: string): number {
  return tables.find(table => table.name === name)?.count ?? 0;
}

function tablesOf(snapshot: Snapshot, template: Template, { sheets }: Installed, periods: number | undefined): Table[] {
  const { data } = readTables(snapshot);
  if (!data) return [];
  return sheets.flatMap(({ name }) => {
    const view = viewSheet(snapshot, name);
    const found = view ? findColumns(view, template, name) : [];
    const blocks = new Map(partsOf(template).map(({ column, block }) => [column.id, block]));
    const columns = found.filter(({ column }) => blocks.get(column.id)?.kind === 'periods');
    const [one] = columns;
    if (!view || !one || one.end - one.first < 2) return [];
    const block = blocks.get(one.column.id)!;
    const own = block.kind === 'periods' ? block.own : undefined;
    const calendar = { ...data.calendar, ...(own && { cadence: own.cadence }) };
    const count = periods ?? own?.ahead ?? PERIODS_A_YEAR[calendar.cadence];
    return [{ name: view.name, columns, first: one.first, end: one.end, calendar, count }];
  });
}

/** The last row, back where it was, and the new ones below it. */
function newRows(before: Snapshot, now: Snapshot, { name, columns, first, end, calendar, count }: Table): Edit[] {
  const [old, view] = [viewSheet(before, name)!, viewSheet(now, name)!];
  const last = end - 1;
  const starts = [old.cell(last, 0) as number];
  while (starts.length <= count) starts.push(nextPeriod(starts[starts.length - 1]!, calendar).start);
  const wide = Math.max(...columns.map(({ at }) => at)) + 1;
  const cells = starts.map((start, index): Content[] =>
    Array.from({ length: wide }, (_, at): Content => {
      if (at === 0) return start;
      const pattern = view.formula(last - 1, at);
      // A last row that was filled like the one before it, and every new row, goes on as that one does.
      const alike = pattern !== null && old.formula(last, at) === `${copied(old.formula(last - 1, at)!, 1, 0)}`;
      if (index === 0 && !alike) return kept(old, last, at);
      const own = columns.find(column => column.at === at)?.column;
      const isFormula = own ? own.sample === undefined : pattern !== null;
      return pattern !== null && isFormula && readable(pattern)
        ? { formula: parseFormula(copied(pattern, index + 1, 0)) }
        : null;
    }),
  );
  const moved = cells.map((line, index) =>
    line.map((_, at): Cell => (index === count ? view.cell(last + count, at) : null)),
  );
  const looks = Array.from({ length: wide }, (_, at): Edit => {
    const typed = columns.find(column => column.at === at)?.column.sample !== undefined;
    const number = old.format(Math.max(first, last - 1), at);
    const format = { number, ...(at === 0 && { align: 'left' as const }), ...(typed && INPUT_FORMAT) };
    return { kind: 'format', sheet: name, row: last, column: at, rows: count + 1, columns: 1, format };
  });
  return [{ kind: 'write', sheet: name, row: last, column: 0, cells, expected: moved }, ...looks];
}

function kept(view: SheetView, row: number, column: number): Content {
  const formula = view.formula(row, column);
  const value = view.cell(row, column);
  if (formula !== null && readable(formula)) return { formula: parseFormula(formula), value };
  return typeof value === 'object' ? null : value;
}

function readable(formula: string): boolean {
  try {
    parseFormula(formula);
    return true;
  } catch (error) {
    if (error instanceof FormulaError) return false;
    throw error;
  }
}

/** A KPI is read further: its source, and a cell of `Compass Data` for each period. */
function kpiEdits(snapshot: Snapshot, name: string, { first, end, count }: Table): Edit[] {
  const { data, kpis } = readTracked(snapshot);
  const kpi = kpis.find(({ row }) => row.name === name);
  if (!data || !kpi?.row.source || kpi.column === null) return [];
  const { values, periods } = kpi.row.source;
  if (values.top !== first || values.bottom === null) return [];
  const bottom = end + count - 1;
  const whole = { values: { ...values, bottom }, periods: { ...periods, bottom } };
  const { placed, calendar, series } = readTrackedFigures(snapshot, {
    ...whole,
    combine: kpi.row.combine,
    blank: true,
  });
  const rows = periodRows(
    data,
    calendar,
    placed.figures.map(({ period }) => period.start),
  );
  const column = kpi.column;
  const periodColumn = data.table.columns.get('Period')!;
  const after = applyEdits(snapshot, rows.edits);
  const view = viewSheet(after, data.view.name)!;
  const figures = placed.figures.flatMap(({ period, content }): Edit[] => {
    const row = rows.rows.get(period.start)!;
    const write: Edit = {
      kind: 'write',
      sheet: view.name,
      row,
      column,
      cells: [[content({ row, column: periodColumn })]],
      expected: [[view.cell(row, column)]],
    };
    const number = data.view.format(data.rows.find(at => at !== null) ?? 0, column);
    const standing = viewSheet(applyOne(after, write), view.name)!.formula(row, column);
    if (standing === view.formula(row, column) && !isBlank(standing)) return [];
    return [write, { kind: 'format', sheet: view.name, row, column, rows: 1, columns: 1, format: { number } }];
  });
  return [...rows.edits, ...figures, ...rewriteSource(snapshot, name, printSource(series))];
}

function applyOne(snapshot: Snapshot, edit: Edit): Snapshot {
  return applyEdits(snapshot, [edit]);
}

function saidOf(snapshot: Snapshot, { name, end, count, calendar }: Table): string {
  const newest = viewSheet(snapshot, name)!.cell(end + count - 1, 0) as number;
  const { label } = nextPeriod(newest - 1, calendar);
  return `${name}: ${counted(count, calendar.cadence)} added, to ${label} (${printRange({ top: end, left: 0, bottom: end + count - 1, right: 0 })}).`;
}
