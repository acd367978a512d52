import { isoDate, readIsoDate } from '../../cells/serial';
import type { Edit } from '../../workbook/edit';
import { planEdits } from '../../workbook/edits/planEdits';
import { STRATEGY } from '../../workbook/sheets/compassSheets';
import { plainName, sameName } from '../../workbook/sheets/names';
import { readDate } from '../../workbook/sheets/readDate';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { cellName } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import { LogUnreadable, logCells, newLogRow, rewriteLogRow } from '../decisions/logRows';
import type { Review } from '../types';
import { isUndone } from './held';
import type { FollowUp } from './types';

/** What *Done* says of a review that was started. */
const UNDER_WAY = 'no';

/**
 * Starts a review: a row of the Log that anybody can take up again, in any spreadsheet. Where one is under way, that one
 * goes on.
 *
 * @param review  of the workbook as it is
 * @param by      who leads it, or empty
 */
export function startReview(snapshot: Snapshot, review: Review, by: string): Edit[] {
  if (review.meeting.underWay) return [];
  const cells = logCells([
    ['Date', Math.floor(snapshot.today)],
    ['Kind', 'review'],
    ['Period', review.newest && readIsoDate(review.newest.date)],
    ['Note', 'Review under way'],
    ['Done', UNDER_WAY],
    ['By', by.trim()],
  ]);
  return newLogRow(snapshot, cells);
}

/** How a review ends. */
export interface MeetingEnd {
  /** The day of the next one, a serial, or null to leave it open. */
  next: number | null;
  /** What is kept of it in a sentence: "5 alerts discussed, 3 actions". */
  summary: string;
  by: string;
}

/**
 * Finishes the review that is under way: its row keeps the score, and *Next review* the next date. Without one under way a
 * row is written all the same.
 */
export function finishReview(snapshot: Snapshot, review: Review, { next, summary, by }: MeetingEnd): Edit[] {
  const { score } = review.score;
  const today = Math.floor(snapshot.today);
  const kept = score === null ? null : Math.round(score * 10) / 10;
  const plan = planEdits(snapshot);
  plan.add(now => {
    const { underWay } = review.meeting;
    if (!underWay) {
      const cells = logCells([
        ['Date', today],
        ['Kind', 'review'],
        ['Period', review.newest && readIsoDate(review.newest.date)],
        ['Note', summary],
        ['Done', today],
        ['Score', kept],
        ['By', by.trim()],
      ]);
      return newLogRow(now, cells);
    }
    return rewriteLogRow(
      now,
      cell =>
        sameName(cell('Kind'), 'review') &&
        isUndone({ done: textOf(cell('Done')) }) &&
        dayIn(cell('Date'), now) === underWay.date,
      [
        ['Note', summary],
        ['Done', today],
        ['Score', kept],
      ],
    );
  });
  if (next !== null) plan.add(now => writeNextReview(now, next));
  return plan.finish();
}

/** Says that something is done, on a day; null: that it is not done after all. */
export function markDone(snapshot: Snapshot, followUp: FollowUp, day: number | null): Edit[] {
  return rewriteLogRow(snapshot, isRowOf(followUp, snapshot), [['Done', day]]);
}

/** Gives something that is to be done another date. */
export function postpone(snapshot: Snapshot, followUp: FollowUp, due: number): Edit[] {
  return rewriteLogRow(snapshot, isRowOf(followUp, snapshot), [['Due', due]]);
}

/** Whether a row of the Log is the one that a follow-up was read from, wherever it is by now. */
function isRowOf(followUp: FollowUp, snapshot: Snapshot) {
  return (cell: (header: string) => unknown): boolean =>
    dayIn(cell('Date'), snapshot) === followUp.date &&
    plainName(textOf(cell('Action'))) === plainName(followUp.action) &&
    plainName(textOf(cell('Note'))) === plainName(followUp.note) &&
    followUp.id.includes(`|${String(textOf(cell('Alert')) ?? textOf(cell('KPI')) ?? '').trim()}|`);
}

/** Puts a date beside *Next review* in `Compass Strategy`. */
function writeNextReview(snapshot: Snapshot, next: number): Edit[] {
  const view = viewSheet(snapshot, STRATEGY.name);
  for (let row = 0; view && row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      if (!sameName(view.cell(row, column), 'Next review')) continue;
      const place = { sheet: view.name, row, column: column + 1 };
      if (view.formula(row, column + 1) !== null) {
        throw new LogUnreadable(`${cellName(view, row, column + 1)} holds a formula; change the next review there.`);
      }
      const before = view.cell(row, column + 1);
      if (before === next) return [];
      return [
        { kind: 'write', ...place, cells: [[next]], expected: [[before]] },
        { kind: 'format', ...place, rows: 1, columns: 1, format: { number: 'yyyy-mm-dd' } },
      ];
    }
  }
  throw new LogUnreadable(`${STRATEGY.name} has no label ‘Next review’; write it back, with a blank cell beside it.`);
}

function textOf(cell: unknown): string | number | boolean | null {
  return typeof cell === 'object' ? null : (cell as string | number | boolean);
}

function dayIn(cell: unknown, snapshot: Snapshot): string {
  const day = readDate(textOf(cell), snapshot.locale);
  return typeof day === 'number' ? isoDate(day) : '';
}
