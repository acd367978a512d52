/** What a run of jest is told: the mutants, and where to write what became of them. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {import('./mutants.mjs').Mutant & { id: number, file: string }} Planned
 * @typedef {{ root: string, mutants: Planned[], wanted: number[], results: string }} Plan
 * @typedef {{ id: number, status: 'begun' | 'killed' | 'survived' | 'not reached', by?: string, seconds?: number }} Result
 */

/** Where the plan is; jest's own options have no room for it. */
export const PLAN = 'COMPASS_MUTATION_PLAN';

/** @returns {Plan} */
export const readPlan = () => JSON.parse(readFileSync(String(process.env[PLAN]), 'utf8'));

/**
 * What the environment of the tests and the runner share while a test file runs: which mutant counts, by number (−1: none),
 * which tests reach which mutants, and what is to be skipped.
 *
 * @typedef {object} Switchboard
 * @property {number} active
 * @property {string | null} test            the test that runs; null while modules are loaded and hooks run
 * @property {(id: number) => void} reached  called whenever a mutant is passed
 * @property {(test: string) => boolean} skips
 * @property {boolean} failed                a test has failed: the others need not run
 */
const BOARD = Symbol.for('compass mutation');

/** @returns {Switchboard} */
export function switchboard() {
  const world = /** @type {Record<symbol, Switchboard>} */ (/** @type {unknown} */ (globalThis));
  world[BOARD] ??= { active: -1, test: null, reached: () => {}, skips: () => false, failed: false };
  return world[BOARD];
}
