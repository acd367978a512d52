/** What the process that tries mutants is given, and what it writes. */

/**
 * @typedef {import('./mutants.mjs').Mutant & { id: number, file: string }} Planned
 *
 * @typedef {object} Plan
 * @property {string} root
 * @property {Planned[]} mutants                         those of all switches
 * @property {{ id: number, lived: string[] }[]} wanted  those to be tried, and the keys of test files that they lived through
 * @property {{ id: number, test: string }[]} killed     those that a test noticed in earlier runs
 * @property {Record<string, string>} tests              the key of each test file, another one whenever its tests may do otherwise
 * @property {string} known                              where it writes what the tests do without a mutant …
 * @property {string} results                            … and what became of the mutants
 *
 * @typedef {{ id: number, status: 'begun' | 'killed' | 'survived' | 'not reached', by?: string, test?: string, seconds?: number }} Result
 */

/**
 * A test as it is without a mutant: the processor's time that it takes, in seconds, and the mutants that it passes.
 *
 * @typedef {{ name: string, seconds: number, reaches: number[] }} KnownTest
 */

/**
 * A file of tests: what it takes to load it, how often it passes a switch, and the mutants that it passes outside of tests,
 * which concern all of them.
 *
 * @typedef {{ file: string, key: string, seconds: number, calls: number, reaches: number[], tests: KnownTest[] }} KnownFile
 */

/** What the process says when it ends itself because a mutant takes far too long. */
export const ENDLESS = 'The mutant does not come to an end.';

/** How many seconds of tests a mutant must live through. */
export const LIFE = 10;
