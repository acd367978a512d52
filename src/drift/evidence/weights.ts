import { FIRST_REGIME } from '../breaks/segmentation';

/*
 * What is looked for, and how much each of it weighs. The thresholds belong to these weights: `node bench/drift/calibrate.mjs` makes
 * them anew, and `node bench/drift/frontier.mjs` says what other weights would find at as many false alarms.
 */

/**
 * Lag-1 correlations between which the figures themselves decide, each with its weight without a change and with one. The
 * more figures there are, the less a strong correlation that they do not show needs to be feared.
 */
export const CORRELATIONS = [
  { rho: 0, same: () => 1, changed: 2 },
  { rho: 0.3, same: () => 0.67, changed: 0.88 },
  { rho: 0.6, same: (count: number) => 0.15 / count, changed: 0 },
];
/** Weight of a step by its age, from 1: how many figures it has lasted. */
export const STEP_WEIGHTS = [0.1, 0.2, 0.35, 0.55, 0.9, 2.6, 0.8, 0.3, 0.1, 0, 0, 0];
/** Height of a step that is looked for, in standard deviations. */
export const STEP = 1.1;
/**
 * A first regime may be as short as three figures. Then at least four stand after it, the step that is looked for is larger,
 * and it is looked for at once or not at all.
 */
export const EARLY = { before: FIRST_REGIME, youngest: 4, oldest: 6, weight: 0.3, size: 3 };
/**
 * A step so large that nobody doubts it is looked for besides: without it, the fewer figures there are and the smaller the budget,
 * the longer even half of a KPI's level could be gone unsaid.
 */
export const LARGE = { oldest: 6, weight: 0.1, size: 4 };
/** Weight of a slope by its age, and its rise a period in standard deviations. */
export const SLOPE_WEIGHTS = [0, 0, 0.2, 0.4, 0.4, 0.4, 0.4, 0.4, 0.2, 0, 0, 0];
export const SLOPE = 0.25;
