import type { Register } from '../register';
import type { Snapshot } from '../snapshot';
import { readSheets } from './readSheets';
import { readUnread } from './readUnread';
import { misplacedFigures } from './sourceOrder';
import { readAnswers } from './surveyAnswers';

/**
 * Reads everything that the Compass sheets say, checks it, and names what is wrong with it, where. What can be read is
 * read, whatever else cannot.
 *
 * @param snapshot  the Compass sheets and, for what was typed since and for sources that were sorted, `edgesToRead`
 * @returns         a register without KPIs and without problems where the workbook has no Compass sheets
 */
export function readRegister(snapshot: Snapshot): Register {
  return readSheets(snapshot, {
    misplaced: (kpi, data, problems) => misplacedFigures(kpi, data, snapshot, problems),
    unread: (kpi, data) => readUnread(kpi, data, snapshot),
    answers: readAnswers(snapshot),
  });
}
