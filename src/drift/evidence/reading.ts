import { once } from '../once';
import type { Direction } from '../series';
import { type Weighed, weighed } from './evidence';
import { type Order, orderOf, sortPlaces } from './order';
import { usualFigure } from './rare';
import { winsorisedScores } from './scores';

/** The figures of one regime, oldest first, the newest last, no blanks. */
export interface Regime {
  /** The period of each. */
  periods: readonly number[];
  /** As they are judged: without season, shares at equal precision. */
  figures: readonly number[];
  /** The same as they are shown: where denominators are known, shares as they were. */
  told: readonly number[];
}

/** A regime read for changes in a direction: upwards where `sign` is 1, downwards where it is −1. */
export interface Side {
  sign: 1 | -1;
  /** What the figures say of lasting changes. */
  weighed: Weighed;
  /** The newest figure, and those before it that are routine, the lowest first; in steps of what arithmetic leaves. */
  newest: number;
  before: readonly number[];
}

/** A regime as it is read: once, for whatever is asked of it. */
export interface Reading extends Regime {
  /** The usual figure, where events are rare. */
  usual: number | null;
  side: (direction: Direction) => Side;
}

/**
 * Reads a regime.
 *
 * @param regime   its figures
 * @param ordered  puts its figures in order
 * @param spikes   the periods of spikes that were raised before: they are no measure of what is routine
 */
export function readingOf(regime: Regime, ordered: Order, spikes: ReadonlySet<number>): Reading {
  const { periods, figures, told } = regime;
  const upwards = inSteps(figures, 1);
  const order = ordered(periods, upwards.steps);
  const sideOf = (steps: number[], order: readonly number[]): Side => {
    const newest = periods.length - 1;
    const before: number[] = [];
    for (const place of order) if (place < newest && !spikes.has(periods[place]!)) before.push(steps[place]!);
    return { sign: 1, weighed: weighed(winsorisedScores(steps, order)), newest: steps[newest]!, before };
  };
  const up = once(() => sideOf(upwards.steps, order));
  const down = once((): Side => {
    if (isMirrored(upwards, order)) return { ...up(), sign: -1 };
    const { steps } = inSteps(figures, -1);
    return sideOf(steps, orderOf(steps));
  });
  return {
    ...regime,
    usual: usualFigure(told, told === figures ? order : sortPlaces([...order], told)),
    side: direction => (direction === 'up' ? up() : down()),
  };
}

/** Figures in steps of what arithmetic leaves in their last digits, which is no variation. */
interface InSteps {
  steps: number[];
  /** Whether one lies halfway between two steps, so that it is rounded otherwise when it is turned round. */
  halves: boolean;
}

function inSteps(figures: readonly number[], sign: 1 | -1): InSteps {
  let most = 0;
  for (const figure of figures) most = Math.max(most, Math.abs(figure));
  const grain = most * 1e-12;
  const steps: number[] = [];
  let halves = false;
  for (const figure of figures) {
    const exact = grain > 0 ? (sign * figure) / grain : 0;
    const step = Math.round(exact);
    steps.push(step);
    if (Math.abs(step - exact) === 0.5) halves = true;
  }
  return { steps, halves };
}

/** Whether what is said of changes up holds of changes down, turned round: equal figures do not change places. */
function isMirrored({ steps, halves }: InSteps, order: readonly number[]): boolean {
  if (halves) return false;
  for (let i = 1; i < order.length; i++) if (steps[order[i]!] === steps[order[i - 1]!]) return false;
  return true;
}
