import { AddressError, parseRange, type Range, sameSheet } from '../../cells/address';
import type { SurveyAnswer } from '../register';
import { headersOf, TEMPLATES } from '../sheets/compassSheets';
import { rowReader } from '../sheets/rowReader';
import { sheetNames, viewSheet } from '../sheets/sheetView';
import { findTable } from '../sheets/tables';
import type { Snapshot } from '../snapshot';

/** The template whose answers are read, its sheet of answers, and the headers by which its columns are found. */
const PULSE = { template: 'alignment-pulse', sheet: /^Answers( \(\d+\))?$/, team: 'Team', day: 'Day' };

/**
 * Where the single answers of an installed Alignment pulse are, as `Compass Templates` says.
 *
 * @param snapshot  the Compass sheets and the names of all others
 */
export function answersToRead(snapshot: Snapshot): Range[] {
  const view = viewSheet(snapshot, TEMPLATES.name);
  const table = view && findTable(view, headersOf(TEMPLATES), []);
  if (!table) return [];
  return table.rows.flatMap(row => {
    const reader = rowReader(table, row, snapshot.locale, []);
    const [sheet, range] = [reader.text('Sheet'), reader.text('Range')];
    const isThere = sheetNames(snapshot).some(name => sameSheet(name, sheet));
    if (reader.text('Template') !== PULSE.template || !PULSE.sheet.test(sheet) || !isThere) return [];
    try {
      return [{ ...parseRange(range), sheet }];
    } catch (error) {
      if (error instanceof AddressError) return [];
      throw error;
    }
  });
}

/**
 * The single answers of a survey by team: whatever is as a number below a header beside *Team* and *Day*, but for what
 * is worked out. A row without a team or a day is no answer yet.
 *
 * @param snapshot  with the cells of `answersToRead`
 */
export function readAnswers(snapshot: Snapshot): SurveyAnswer[] {
  return answersToRead(snapshot).flatMap(({ sheet }) => {
    const view = viewSheet(snapshot, sheet!)!;
    const table = findTable(view, [PULSE.team, PULSE.day], []);
    const [team, day] = [table?.columns.get(PULSE.team), table?.columns.get(PULSE.day)];
    if (!table || team === undefined || day === undefined) return [];
    const questions = Array.from({ length: view.columns }, (_, column) => column).filter(
      column => column !== team && column !== day && typeof view.cell(table.headerRow, column) === 'string',
    );
    return table.rows.flatMap(row =>
      questions.flatMap((column): SurveyAnswer[] => {
        const [who, when, answer] = [view.cell(row, team), view.cell(row, day), view.cell(row, column)];
        if (typeof who !== 'string' || who.trim() === '' || typeof when !== 'number') return [];
        if (typeof answer !== 'number' || view.formula(row, column) !== null) return [];
        const question = String(view.cell(table.headerRow, column)).trim();
        return [{ sheet: view.name, question, team: who.trim(), day: when, answer }];
      }),
    );
  });
}
