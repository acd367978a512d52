import { isBlank } from '../../cells/value';
import type { Content, Edit } from '../edit';
import { planEdits } from '../edits/planEdits';
import { readTables } from '../register/readTracked';
import { DATA, headersOf, KPIS, LOG } from '../sheets/compassSheets';
import { plainName, sameName } from '../sheets/names';
import { viewSheet } from '../sheets/sheetView';
import { findTable, type Table } from '../sheets/tables';
import type { Snapshot } from '../snapshot';
import { TrackError } from '../sources/trackError';
import { renameTargets, withoutTargets, writeTargets } from './targets';
import { checkRequest, type TrackRequest } from './trackRequest';
import { addKpiColumns, dropKpiColumns, kpiCell, newStrategyRows, rewriteKpi } from './writeKpi';

/** What of a KPI's row can be changed; what is left out stays. */
export type KpiChanges = Partial<
  Omit<TrackRequest, 'values' | 'periods' | 'sheets' | 'blank' | 'cadence' | 'combine' | 'gaps'>
>;

const HEADERS: Record<keyof KpiChanges & string, string> = {
  kpi: 'KPI',
  function: 'Business function',
  goal: 'Goal',
  measure: 'Measure',
  unit: 'Unit',
  better: 'Better',
  target: 'Target',
  low: 'Low',
  high: 'High',
  floor: 'Floor',
  weight: 'Weight',
  outOf: 'Out of',
  worth: 'Worth',
  owner: 'Owner',
  note: 'Note',
} as Record<keyof KpiChanges & string, string>;

/**
 * Changes a KPI's row. A new name is carried to the header of its column, to the Log, and to KPIs that are *Out of* it: what
 * the team has decided stays with it.
 *
 * @param snapshot  the Compass sheets
 * @param name      of the KPI
 * @param changes   by field; blank text or null clears a field
 * @returns         edits of cells of ours, each of which still has to hold what it held
 * @throws          TrackError in an owner's words
 */
export function editKpi(snapshot: Snapshot, name: string, changes: KpiChanges): Edit[] {
  const row = rowOf(snapshot, name);
  checkRequest({ kpi: row.name, better: row.better, low: row.low, high: row.high, ...changes, values: { sheet: '' } });
  const renamed = changes.kpi?.trim();
  if (renamed !== undefined && !sameName(renamed, row.name)) checkFree(snapshot, renamed);
  const plan = planEdits(snapshot);
  plan.add(now => newStrategyRows(now, { name: changes.goal ?? '' }, { name: changes.function ?? '' }));
  for (const [field, header] of Object.entries(HEADERS)) {
    const value = changes[field as keyof KpiChanges];
    if (value === undefined || field === 'kpi' || (field === 'target' && changes.targets)) continue;
    const content: Content = typeof value === 'string' ? value.trim() || null : (value as number | null);
    plan.add(now => rewriteKpi(now, row.name, header, content));
  }
  const { targets, targetPeriods } = changes;
  if (targets) plan.add(now => writeTargets(now, row.name, { targets, ...(targetPeriods && { targetPeriods }) }));
  else if (changes.target !== undefined || changes.better === 'in range')
    plan.add(now => withoutTargets(now, row.name));
  if (renamed !== undefined && renamed !== row.name) plan.add(now => rename(now, row.name, renamed));
  return plan.finish();
}

/**
 * Takes a KPI out of score and alerts without losing anything, or back in.
 *
 * @param since  the day as a serial; null: it is judged again
 */
export function pauseKpi(snapshot: Snapshot, name: string, since: number | null): Edit[] {
  const row = rowOf(snapshot, name);
  const plan = planEdits(snapshot);
  if (since !== null) plan.add(now => addKpiColumns(now, ['Paused since']));
  plan.add(now => rewriteKpi(now, row.name, 'Paused since', since));
  return plan.finish();
}

/**
 * Stops tracking a KPI: its row goes. Its figures stay in `Compass Data` as plain numbers, or go too.
 *
 * @param keep  whether the figures stay
 */
export function stopKpi(snapshot: Snapshot, name: string, keep: boolean): Edit[] {
  const row = rowOf(snapshot, name);
  const cell = kpiCell(snapshot, row.name, 'KPI')!;
  const plan = planEdits(snapshot);
  const { data } = readTables(snapshot);
  const column = data?.columns.find(other => sameName(other.name, row.name))?.column;
  if (data && column !== undefined && !keep) {
    plan.add(() => [{ kind: 'remove columns', sheet: data.view.name, column, count: 1 }]);
  }
  if (data && column !== undefined && keep) plan.add(now => asNumbers(now, row.name));
  plan.add(now => withoutTargets(now, row.name));
  plan.add(() => [{ kind: 'remove rows', sheet: cell.sheet, row: cell.row, count: 1 }]);
  plan.add(dropKpiColumns);
  return plan.finish();
}

function rowOf(snapshot: Snapshot, name: string) {
  const { rows } = readTables(snapshot);
  const row = rows.find(other => sameName(other.name, name));
  if (!row) throw new TrackError(`There is no KPI '${name.trim()}' any more.`);
  return row;
}

function checkFree(snapshot: Snapshot, name: string): void {
  const { names, data } = readTables(snapshot);
  const isTaken = names.some(other => sameName(other, name)) || data?.columns.some(other => sameName(other.name, name));
  if (isTaken) throw new TrackError(`A KPI or a column '${name}' exists already; choose another name.`);
}

/** The new name wherever the old one stands for the KPI. */
function rename(snapshot: Snapshot, from: string, to: string): Edit[] {
  const { data } = readTables(snapshot);
  const header = data?.columns.find(({ name }) => sameName(name, from));
  const kpis = tableOn(snapshot, KPIS.name, headersOf(KPIS));
  const log = tableOn(snapshot, LOG.name, headersOf(LOG));
  const whole = (text: string) => (sameName(text, from) ? to : text);
  return [
    ...(data && header
      ? [
          rewrite(
            data.view.name,
            data.table.headerRow,
            header.column,
            to,
            data.view.cell(data.table.headerRow, header.column),
          ),
        ]
      : []),
    ...renameTargets(snapshot, from, to),
    ...(kpis ? replaced(kpis, 'KPI', whole) : []),
    ...(kpis ? replaced(kpis, 'Out of', whole) : []),
    ...(log ? replaced(log, 'KPI', text => text.split(', ').map(whole).join(', ')) : []),
    ...(log
      ? replaced(log, 'Alert', text => (isAlertOf(text, from) ? to + text.trim().slice(from.length) : text))
      : []),
  ].filter((edit): edit is Edit => edit !== null);
}

/** What follows a KPI's name where the Log names an alert: its kind, as version 0.1 wrote it, its direction, and days. */
const WHICH_ALERT = /^( (?:shift|spike|trend|chronic|experiment))?( up| down)?( \d{4}-\d{2}-\d{2}){0,2}$/;

/** Whether an alert is one of that KPI: *Sales tax up 2026-03-01* is none of Sales. */
function isAlertOf(text: string, name: string): boolean {
  const [alert, kpi] = [plainName(text), plainName(name)];
  return alert.startsWith(kpi) && WHICH_ALERT.test(alert.slice(kpi.length));
}

function replaced({ view, rows, columns }: Table, header: string, change: (text: string) => string): (Edit | null)[] {
  const column = columns.get(header);
  if (column === undefined) return [];
  return rows.map(row => {
    const cell = view.cell(row, column);
    if (typeof cell !== 'string' || isBlank(cell)) return null;
    return change(cell) === cell ? null : rewrite(view.name, row, column, change(cell), cell);
  });
}

function rewrite(
  sheet: string,
  row: number,
  column: number,
  to: Content,
  from: ReturnType<Table['view']['cell']>,
): Edit {
  return { kind: 'write', sheet, row, column, cells: [[to]], expected: [[from]] };
}

function tableOn(snapshot: Snapshot, sheet: string, headers: string[]): Table | null {
  const view = viewSheet(snapshot, sheet);
  return view && view.rows > 0 ? findTable(view, headers, []) : null;
}

/** The figures that formulas show, in their place. */
function asNumbers(snapshot: Snapshot, name: string): Edit[] {
  const { data } = readTables(snapshot);
  const column = data?.columns.find(other => sameName(other.name, name))?.column;
  if (!data || column === undefined) throw new TrackError(`${DATA.name} has no column '${name}'.`);
  return data.rows.flatMap((row): Edit[] => {
    if (row === null || data.view.formula(row, column) === null) return [];
    const value = data.view.cell(row, column);
    return [rewrite(data.view.name, row, column, typeof value === 'number' ? value : null, value)];
  });
}
