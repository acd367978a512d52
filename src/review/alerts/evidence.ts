import { counted } from '../../cells/english';
import type { Cadence } from '../../cells/period';
import type { Change, Rule } from '../../drift';
import type { Judged } from '../kpi/judged';
import { amountOf, figureOf, levelsOf, periodWithArticle } from '../words/words';
import type { Told } from './headline';
import { besideOthers } from './slip';

/** Figures that are reported by name; of more the number. */
const MOST_NAMED = 3;

/**
 * Sign by sign, what can be seen in the chart, and what raised the change.
 *
 * @param judged   the KPI with its figures
 * @param told     one of its changes
 * @param cadence  the steps of its figures
 */
export function evidenceOf(judged: Judged, told: Told, cadence: Cadence): string[] {
  const signs = judged.season ? [] : visibleSigns(judged, told.change, cadence);
  return [...signs, ...reasons(judged, told, cadence), ...seasonTaken(judged, cadence)];
}

/**
 * The periods that are marked as evidence of a change: since its onset, those of every sign of it that can be seen. With a
 * season, figures as typed and the limits of one regime do not compare, so only what raised the change is marked.
 *
 * @param change  one of its changes
 * @returns       0-based periods
 */
export function evidencePoints({ season }: Judged, change: Change): number[] {
  const signs = season ? change.signs.slice(0, 1) : change.signs;
  return signs.flatMap(sign => sign.points).filter(point => point >= change.since);
}

function visibleSigns(judged: Judged, change: Change, cadence: Cadence): string[] {
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
    lines.push(`${counted(each.length, cadence)} ${below} the ${limit} at that time: ${which.join(', ')}`);
  }
  const run = newestRun(change);
  if (run.length > 0) {
    const end = periodWithArticle(periods[Math.max(...run)]!);
    lines.push(`${counted(run.length, cadence)} in a row ${below} the centre line, up to ${end}`);
  }
  const near = change.signs.find(sign => sign.rule === 'three of four');
  if (near) {
    const when = periodWithArticle(periods[near.index]!);
    lines.push(`3 of 4 ${cadence}s in a row nearer the ${limit} than the centre line, up to ${when}`);
  }
  return lines;
}

/** What raised the change, and what has become of it. */
function reasons(judged: Judged, { change, story, newLevel }: Told, cadence: Cadence): string[] {
  const lines: string[] = [];
  if (story.form === 'spike') {
    const times = Math.exp(change.evidence);
    const said = times > 10 ? 'More than 10' : times.toFixed(1);
    lines.push(
      times === Infinity
        ? 'No earlier figure was unusual in that direction'
        : `${said} times as far from normal as any earlier figure`,
    );
    const alone = judged.alone.find(({ index }) => index === change.since);
    if (alone && alone.factor !== null) lines.push(besideOthers(judged, alone));
  }
  if (story.form === 'slide') {
    const [slide, step] = change.direction === 'down' ? ['slide', 'drop'] : ['climb', 'rise'];
    lines.push(
      `A steady ${slide} of about ${amountOf(judged, Math.abs(story.slope))} a ${cadence}, not a single ${step}`,
    );
  }
  if (story.form === 'level') {
    const [from, to] = levelsOf(judged, change.oldLevel, newLevel);
    lines.push(`The level changed, from ${from} to ${to}`);
  }
  return lines;
}

/** How a season was treated, where the figures prove one. */
function seasonTaken({ season }: Judged, cadence: Cadence): string[] {
  if (!season) return [];
  const every = `${season.period} ${cadence}s`;
  return [
    `The figures have a season of ${every}: it is removed before they are judged, and levels are given without it`,
  ];
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
