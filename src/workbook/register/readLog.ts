import type { LogEntry, Problem } from '../register';
import { headersOf, LOG, laterHeadersOf } from '../sheets/compassSheets';
import { type RowReader, rowReader } from '../sheets/rowReader';
import { viewSheet } from '../sheets/sheetView';
import { findTable } from '../sheets/tables';
import type { Snapshot } from '../snapshot';

const KINDS = ['decision', 'review', 'target', 'level'] as const;
const DIRECTIONS = ['up', 'down'] as const;
const DECISIONS = ['act', 'watch', 'accept', 'dismiss'] as const;

/**
 * Reads `Compass Log`, what people decided and changed, in the order of its rows.
 *
 * @param snapshot  the workbook
 * @param problems  takes what is wrong; a row of no known kind is left out, which is said
 */
export function readLog(snapshot: Snapshot, problems: Problem[]): LogEntry[] {
  const view = viewSheet(snapshot, LOG.name);
  if (!view || view.rows === 0) return [];
  const table = findTable(view, headersOf(LOG), problems, laterHeadersOf(LOG));
  if (!table) return [];
  return table.rows.flatMap(row => readEntry(rowReader(table, row, snapshot.locale, problems)) ?? []);
}

function readEntry(reader: RowReader): LogEntry | null {
  const kind = reader.word('Kind', KINDS);
  if (kind === null) {
    if (reader.text('Kind') === '') reader.wrong('Kind', 'this row has no Kind; left out.');
    return null;
  }
  const plain = (header: string) => {
    const cell = reader.cell(header);
    return typeof cell === 'object' ? null : cell;
  };
  const figure = (header: string) => {
    const cell = plain(header);
    return typeof cell === 'boolean' ? String(cell) : cell;
  };
  return {
    date: reader.date('Date'),
    kind,
    period: reader.date('Period'),
    kpi: reader.text('KPI'),
    alert: reader.text('Alert'),
    decision: reader.word('Decision', DECISIONS) ?? '',
    old: figure('Old'),
    new: figure('New'),
    note: reader.text('Note'),
    action: reader.text('Action'),
    owner: reader.text('Owner'),
    due: reader.date('Due', 'end'),
    done: plain('Done'),
    score: reader.number('Score'),
    direction: reader.word('Direction', DIRECTIONS),
    since: reader.date('Since'),
    by: reader.text('By'),
    place: reader.place('Kind'),
  };
}
