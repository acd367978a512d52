import { ScoringError } from './scoringError';

/** Which way a figure is meant to go. */
export type Better = 'higher' | 'lower' | 'in range';

/** What a KPI aims at, in its own unit; a blank is null or left out. */
export interface Aim {
  better: Better;
  /** What scores one. May be blank in range. */
  target?: number | null;
  /** What scores zero; by default 0 when higher is better, twice the target when lower is. */
  floor?: number | null;
  /** The band of an in-range KPI; for higher and lower it is a tolerance and scores nothing. */
  low?: number | null;
  high?: number | null;
}

/**
 * How far a figure has come towards its target: 0 at the floor, 1 at the target.
 *
 * @param actual  the figure, in its own unit
 * @param aim     direction, target, floor and band, in the same unit
 * @param name    the KPI's name, for messages
 * @returns       a fraction from 0 to 1
 * @throws        ScoringError where the aim can't be scored: no target, no band, a floor on the wrong side, or none where it is needed
 * @source        linear normalisation between two goalposts: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5
 */
export function attainment(actual: number, aim: Aim, name = ''): number {
  return Math.min(1, Math.max(0, unclampedAttainment(actual, aim, name)));
}

/**
 * The attainment of the plainest KPI, without being looked at: higher is better, from nothing to a target above zero.
 *
 * @param actual  a finite figure
 * @param target  above zero, in the same unit
 */
export function shareOfTarget(actual: number, target: number): number {
  return Math.min(1, Math.max(0, actual / target));
}

/**
 * Attainment before it is held between 0 and 1, so that delivery beyond the target can be shown beside the score.
 *
 * @param actual  the figure, in its own unit
 * @param aim     direction, target, floor and band, in the same unit
 * @param name    the KPI's name, for messages
 * @returns       a fraction; above 1 where more than the target was delivered, never above 1 in range
 * @throws        ScoringError as attainment does
 */
export function unclampedAttainment(actual: number, aim: Aim, name = ''): number {
  if (!Number.isFinite(actual)) throw new ScoringError(name, `the actual value ${actual} is not a number`);
  const fraction = aim.better === 'in range' ? withinBand(actual, aim, name) : towardsTarget(actual, aim, name);
  if (!Number.isFinite(fraction)) throw new ScoringError(name, 'its figures are too large to be compared');
  return fraction;
}

/**
 * How far a figure is from its target, as an owner would say it: "31% over". No floor plays a part.
 *
 * @param actual  a finite figure, in its own unit
 * @param aim     one that can be scored, in the same unit
 * @returns       a share of the target, of a band of its nearer end: above 0 where more was delivered than asked, below where
 *                it is missed, 0 in a band; null where the target is 0, or so near to it
 *                that a percentage of it is no number
 */
export function offTarget(actual: number, { better, target, low, high }: Aim): number | null {
  const end = better === 'in range' ? (actual < low! ? low! : actual > high! ? high! : actual) : target!;
  const gap = better === 'in range' ? -Math.abs(actual - end) : better === 'lower' ? end - actual : actual - end;
  if (gap === 0) return 0;
  const share = gap / Math.abs(end);
  return Number.isFinite(100 * share) ? share : null;
}

function withinBand(actual: number, aim: Aim, name: string): number {
  const low = given(aim.low, 'Low', name);
  const high = given(aim.high, 'High', name);
  if (low === null || high === null) {
    const missing = low === null ? (high === null ? 'Low and High are' : 'Low is') : 'High is';
    throw new ScoringError(name, `${missing} missing; a KPI that is better in range needs both ends of its band`);
  }
  if (low >= high) throw new ScoringError(name, `Low (${low}) must be smaller than High (${high})`);
  const distance = Math.max(low - actual, actual - high, 0);
  return 1 - distance / (high - low);
}

function towardsTarget(actual: number, aim: Aim, name: string): number {
  const { better } = aim;
  if (better !== 'higher' && better !== 'lower') {
    throw new ScoringError(name, `Better is "${better}"; write higher, lower or in range`);
  }
  const target = given(aim.target, 'the target', name);
  if (target === null) throw new ScoringError(name, 'its target is missing');
  const stated = given(aim.floor, 'the floor', name);
  if (stated === null && target <= 0) {
    throw new ScoringError(name, `with a target of ${target} it needs a floor: the value that scores zero`);
  }
  const floor = stated ?? (better === 'higher' ? 0 : 2 * target);
  if (better === 'higher' ? floor >= target : floor <= target) {
    const side = better === 'higher' ? 'below' : 'above';
    throw new ScoringError(
      name,
      `the floor ${floor} is on the wrong side of the target ${target}; when ${better} is better it must lie ${side} it`,
    );
  }
  return (actual - floor) / (target - floor);
}

function given(value: number | null | undefined, what: string, name: string): number | null {
  if (value === null || value === undefined) return null;
  if (!Number.isFinite(value)) throw new ScoringError(name, `${what} (${value}) is not a number`);
  return value;
}
