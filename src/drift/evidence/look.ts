import { chanceALook, type DriftOptions } from '../options';
import type { Direction } from '../series';
import { evidenceIn, FEWEST, mayExceed, YOUNGEST } from './evidence';
import { onset } from './onset';
import { rareChange } from './rare';
import type { Reading } from './reading';
import { spikeBeyond } from './spike';
import { chanceOfEvidence, chanceOfSpike, SMALLEST, type Thresholds } from './thresholds';

/** What raises a change: evidence of a lasting one, to a new level or along a slope, or one figure far out. */
export type Raises = 'shift' | 'trend' | 'spike';

/** What the newest figure of a regime says. */
export interface Verdict {
  rule: Raises;
  direction: Direction;
  /** The period in which the change began, by its estimate. */
  since: number;
  /** log Bayes factor of a lasting change; of a spike, log of how much further out it is than the furthest before. */
  evidence: number;
  /** The chance at one look, in this direction, that a KPI that had not changed would show as much. */
  chance: number;
}

/** What is looked for, and beside what. */
export interface Question {
  direction: Direction;
  /** The budget of false alarms, and denominators. */
  options: DriftOptions;
  thresholds: Thresholds;
  /** The last period up to which everything is explained: by changes that are over, or as a baseline. */
  settled: number;
}

/** Enough to raise a change, and how it began where that is known already. */
interface Signal extends Pick<Verdict, 'evidence' | 'chance'> {
  began: Pick<Verdict, 'rule' | 'since'> | null;
}

/**
 * What the newest figure of a regime says in one direction.
 *
 * @param regime    its figures
 * @param question  the direction, and by which budget
 * @returns         the verdict that raises a change, a lasting one first; null while nothing does, or it is too early to tell
 */
export function look(regime: Reading, question: Question): Verdict | null {
  const signal = signalIn(regime, question);
  if (!signal) return null;
  const { direction } = question;
  const { began, evidence, chance } = signal;
  return { ...(began ?? beginning(regime, question)), direction, evidence, chance };
}

/** The chance of the verdict that `look` would give, parameters as there; null where it gives none. */
export function chanceNow(regime: Reading, question: Question): number | null {
  return signalIn(regime, question)?.chance ?? null;
}

function signalIn(regime: Reading, question: Question): Signal | null {
  const { direction, options, thresholds, settled } = question;
  const { periods, usual } = regime;
  const count = periods.length;
  if (count <= FEWEST) return null;
  const earliest = earliestAfter(periods, settled);
  if (earliest < 0) return null;
  if (usual !== null) return signalAmongRare(regime, usual, direction, options, earliest);
  const { sign, weighed, newest, before } = regime.side(direction);
  const enough = thresholds.evidence(count);
  if (mayExceed(weighed, sign, enough)) {
    const evidence = evidenceIn(weighed, sign, earliest);
    if (evidence > enough) return { began: null, evidence, chance: chanceOfEvidence(count, evidence) };
  }
  // Spikes that were raised before are not among them, so that they may be fewer than those of the regime.
  if (before.length < FEWEST) return null;
  const spike = spikeBeyond(before, newest, sign);
  const judged = before.length + 1;
  if (spike <= thresholds.spike(judged)) return null;
  const began = { rule: 'spike', since: periods[count - 1]! } as const;
  return { began, evidence: spike, chance: chanceOfSpike(judged, spike) };
}

/** How a lasting change began, and whether it is a slope. */
function beginning({ periods, figures }: Reading, { direction, settled }: Question): Pick<Verdict, 'rule' | 'since'> {
  const { at, shape } = onset(figures, direction, earliestAfter(periods, settled));
  // Of what has lasted for one figure nobody can say that it lasts.
  const rule = at === figures.length - 1 ? 'spike' : shape === 'slope' ? 'trend' : 'shift';
  return { rule, since: periods[at]! };
}

/** The place of the first period that nothing explains yet; −1 where there is none. */
function earliestAfter(periods: readonly number[], settled: number): number {
  return periods.findIndex(period => period > settled);
}

/** The same of a regime of rare events. */
function signalAmongRare(
  { told, periods }: Reading,
  usual: number,
  direction: Direction,
  options: DriftOptions,
  earliest: number,
): Signal | null {
  const { counts } = options;
  const last = told.length - 1;
  const longest = Math.min(YOUNGEST, told.length - Math.max(FEWEST, earliest));
  const trials = counts ? periods.map(period => counts[period]) : null;
  const found = rareChange(told, usual, direction, longest, chanceALook(options), trials);
  if (!found) return null;
  const chance = Math.max(SMALLEST, found.chance);
  const since = periods[told.length - found.length]!;
  if (found.length > 1) return { began: { rule: 'shift', since }, evidence: mostEvidence(chance), chance };
  const distances = told.map(figure => (direction === 'up' ? figure - usual : usual - figure));
  const evidence = Math.log(distances[last]! / Math.max(0, ...distances.slice(0, last)));
  return { began: { rule: 'spike', since }, evidence, chance };
}

/**
 * The logarithm of the largest Bayes factor that a chance allows.
 *
 * @source  Sellke, Bayarri and Berger (2001): −1 / (e p ln p)
 */
function mostEvidence(chance: number): number {
  return -Math.log(-Math.E * chance * Math.log(chance));
}
