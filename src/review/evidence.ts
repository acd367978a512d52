import type { Change, Rule } from '../drift';
import type { Cadence } from '../workbook/register';
import type { Judged } from './judged';
import { counted, figureOf, levelsOf, named } from './words';

/** Figures that are told by name; of more the number. */
const MOST_NAMED = 3;

/**
 * Sign by sign, what can be seen in the chart.
 *
 * @param judged    the KPI with its figures
 * @param change    one of its changes
 * @param newLevel  the level from the onset on, as far as the change lasts
 * @param cadence   the steps of its figures
 */
export function evidenceOf(judged: Judged, change: Change, newLevel: number, cadence: Cadence): string[] {
  const { periods, values } = judged;
  const [below, limit] = change.direction === 'down' ? ['below', 'lower limit'] : ['above', 'upper limit'];
  const pointsOf = (rule: Rule) => [
    ...new Set(change.signs.filter(sign => sign.rule === rule).flatMap(sign => sign.points)),
  ];
  const lines: string[] = [];
  const beyond = pointsOf('point');
  if (beyond.length > 0) {
    const each = beyond.map(i => `${periods[i]!.label} (${figureOf(judged, values[i]!)})`);
    const which = each.length > MOST_NAMED ? [...each.slice(0, MOST_NAMED), `${each.length - MOST_NAMED} more`] : each;
    lines.push(`${counted(each.length, cadence)} ${below} the ${limit} of that time: ${which.join(', ')}`);
  }
  const run = newestRun(change);
  if (run.length > 0) {
    const end = named(periods[Math.max(...run)]!);
    lines.push(`${counted(run.length, cadence)} in a row ${below} the centre line, up to ${end}`);
  }
  const near = change.signs.find(sign => sign.rule === 'three of four');
  if (near) {
    const when = named(periods[near.index]!);
    lines.push(`3 of 4 ${cadence}s in a row nearer the ${limit} than the centre line, up to ${when}`);
  }
  if (change.signs.some(sign => sign.rule === 'shift')) {
    const [from, to] = levelsOf(judged, change.oldLevel, newLevel);
    lines.push(`The level changed, from ${from} to ${to}`);
  }
  return lines;
}

/** The periods of the newest run: every eight in a row, joined with those that they overlap. */
function newestRun({ signs }: Change): number[] {
  const runs = signs.filter(sign => sign.rule === 'run').map(sign => sign.points);
  let joined = runs.pop() ?? [];
  for (const run of runs.reverse()) {
    if (!run.some(point => joined.includes(point))) break;
    joined = [...new Set([...run, ...joined])];
  }
  return joined;
}
