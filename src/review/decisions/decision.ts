import { readIsoDate } from '../../cells/serial';
import type { Content, Edit } from '../../workbook/edit';
import type { Problem } from '../../workbook/register';
import { addColumns } from '../../workbook/sheets/addColumns';
import { emptyCompassSheets, LOG, laterHeadersOf } from '../../workbook/sheets/compassSheets';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { findTable, type Table } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import type { Alert, KpiAlert, PlanEntry } from '../types';

/** What can be decided on: an alert, a pattern or an entry of the plan. */
export type Decidable = Alert | PlanEntry;

/** What a team decides about an alert. */
export interface Decision {
  alert: Decidable;
  decision: 'act' | 'watch' | 'accept' | 'dismiss';
  note?: string;
  /** What will be done, by whom, and by when (a serial). */
  action?: string;
  owner?: string;
  due?: number | null;
  /** Who decides. */
  by?: string;
}

/** Whether it has a new level that can be accepted: only a change of one KPI has. */
export function hasLevel(alert: Decidable): alert is KpiAlert {
  return alert.kind !== 'pattern' && alert.kind !== 'plan';
}

/** The Log cannot take a row as it is; the message says why. */
export class LogUnreadable extends Error {
  override name = 'LogUnreadable';
}

/** Without these a row could not be found again. */
const NEEDED = ['Kind', 'Alert', 'Decision'];

/**
 * Writes a decision as a new row of `Compass Log`, which is made if the workbook has none.
 *
 * @param snapshot  the workbook
 * @param decision  the alert and what was decided; `accept` makes its level the one that is judged by from then on
 * @returns         the edits to apply
 * @throws          LogUnreadable where the sheet's headers are missing or misspelt
 */
export function recordDecision(snapshot: Snapshot, decision: Decision): Edit[] {
  const row = rowOf(snapshot.today, decision);
  const headers = LOG.tables[0]!.map(({ header }) => header);
  const missing = emptyCompassSheets(snapshot, {}, [LOG]);
  if (missing.length > 0) {
    const sheet = missing.reduce((name, edit) => edit.sheet ?? name, LOG.name);
    const cells = [headers.map(header => row.get(header) ?? null)];
    return [...missing, { kind: 'write', sheet, row: LOG.headerRow + 1, column: 0, cells }];
  }
  const wanted = [...row.keys()];
  const { edits: added, table } = addColumns(logTable(snapshot, headers), LOG, wanted);
  const at = Math.max(table.headerRow, ...table.rows) + 1;
  const written = runsOf([...table.columns].filter(([header]) => row.has(header))).flatMap((run): Edit[] => [
    {
      kind: 'write' as const,
      sheet: table.view.name,
      row: at,
      column: run[0]![1],
      cells: [run.map(([header]) => row.get(header)!)],
    },
    ...run.flatMap(([header, column]) => dateFormat(table, header, at, column)),
  ]);
  return [...added, ...written];
}

/** What is under each header; a header without anything to say is left as it is. */
function rowOf(today: number, { alert, decision, note, action, owner, due, by }: Decision): Map<string, Content> {
  const newest = alert.kind === 'plan' ? undefined : alert.chart.periods[alert.chart.periods.length - 1];
  const levels = hasLevel(alert) ? alert : null;
  const row: [string, Content | null | undefined][] = [
    ['Date', Math.floor(today)],
    ['Kind', 'decision'],
    ['Period', newest && readIsoDate(newest.date)],
    ['KPI', alert.kind === 'pattern' ? alert.kpis.join(', ') : alert.kpi],
    ['Alert', alert.id],
    ['Decision', decision],
    ['Old', levels?.oldLevel],
    ['New', levels?.newLevel],
    ['Note', note?.trim()],
    ['Action', action?.trim()],
    ['Owner', owner?.trim()],
    ['Due', due],
    ['Direction', alert.kind === 'plan' ? null : alert.direction],
    ['Since', alert.kind === 'plan' ? null : readIsoDate(alert.since)],
    ['By', by?.trim()],
  ];
  return new Map(
    row.filter((entry): entry is [string, Content] => entry[1] !== undefined && entry[1] !== null && entry[1] !== ''),
  );
}

function logTable(snapshot: Snapshot, headers: string[]): Table {
  const problems: Problem[] = [];
  const view = viewSheet(snapshot, LOG.name);
  const table = view && findTable(view, headers, problems, laterHeadersOf(LOG));
  const missing = NEEDED.find(header => !table?.columns.has(header));
  if (!table || missing) {
    const said = problems.find(problem => problem.severity === 'error')?.message;
    throw new LogUnreadable(said ?? `${LOG.name} has no column '${missing}'; write it back, then decide again.`);
  }
  return table;
}

/** Columns that are next to each other, so that what somebody has put between them stays. */
function runsOf(columns: [header: string, column: number][]): [header: string, column: number][][] {
  const runs: [string, number][][] = [];
  for (const entry of columns.sort((a, b) => a[1] - b[1])) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1]![1] === entry[1] - 1) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

function dateFormat({ view }: Table, header: string, row: number, column: number): Edit[] {
  const number = LOG.tables[0]!.find(entry => entry.header === header)?.format;
  return number ? [{ kind: 'format', sheet: view.name, row, column, rows: 1, columns: 1, format: { number } }] : [];
}
