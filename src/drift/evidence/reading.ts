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
  let up: Side | undefined;
  let down: Side | undefined;
  const upSide = (): Side => {
    up ??= sideOf(periods, upwards.steps, order, spikes);
    return up;
  };
  const downSide = (): Side => {
    if (isMirrored(upwards, order)) return { ...upSide(), sign: -1 };
    const { steps } = inSteps(figures, -1);
    return sideOf(periods, steps, orderOf(steps), spikes);
  };
  return {
    periods,
    figures,
    told,
    usual: usualFigure(told, told === figures ? order : sortPlaces([...order], told)),
    side(direction) {
      if (direction === 'up') return upSide();
      down ??= downSide();
      return down;
    },
  };
}

function sideOf(
  periods: readonly number[],
  steps: readonly number[],
  order: readonly number[],
  spikes: ReadonlySet<number>,
): Side {
  const newest = periods.length - 1;
  const before: number[] = [];
  for (let rank = 0; rank < order.length; rank++) {
    const place = order[rank]!;
    if (place < newest && !(spikes.size > 0 && spikes.has(periods[place]!))) before.push(steps[place]!);
  }
  return { sign: 1, weighed: weighed(winsorisedScores(steps, order)), newest: steps[newest]!, before };
}

/** Figures in steps of what arithmetic leaves in their last digits, which is no variation. */
interface InSteps {
  steps: number[];
  /** Whether one lies halfway between two steps, so that it is rounded otherwise when it is turned round. */
  halves: boolean;
}

function inSteps(figures: readonly number[], sign: 1 | -1): InSteps {
  let most = 0;
  for (let i = 0; i < figures.length; i++) most = Math.max(most, Math.abs(figures[i]!));
  const grain = most * 1e-12;
  const steps: number[] = [];
  let halves = false;
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i]!;
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
