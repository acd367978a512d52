/**
 * Weights of the monitor other than `src/drift/evidence/weights.ts`, found by a search over those of correlations, steps and slopes: more
 * fear of a strong correlation the fewer figures there are, less of what is found at once or late.
 */
export { EARLY, SLOPE, STEP } from '../../src/drift/evidence/weights.ts';

export const CORRELATIONS = [
  { rho: 0, same: () => 1, changed: 1.9 },
  { rho: 0.3, same: () => 0.84, changed: 0.88 },
  { rho: 0.6, same: count => 9 / count ** 2, changed: 0 },
];
export const STEP_WEIGHTS = [0.1, 0.2, 0.35, 0.55, 1.2, 2.8, 0.4, 0.3, 0.1, 0, 0, 0];
export const LARGE = { oldest: 6, weight: 0.05, size: 4 };
export const SLOPE_WEIGHTS = [0, 0, 0.27, 0.54, 0.54, 0.54, 0.54, 0.54, 0.27, 0, 0, 0];
