/** Runs the tests of a file, or some of them, with jest's own `describe`, `test` and `expect` but without its sandboxes. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// Both are parts of jest.
const circus = require('jest-circus');
const { jestExpect } = require('@jest/expect');

const { describe, test, it, beforeAll, beforeEach, afterAll, afterEach } = circus;
Object.assign(globalThis, { describe, test, it, beforeAll, beforeEach, afterAll, afterEach, expect: jestExpect });
Object.assign(globalThis, { jest: { setTimeout: () => {} } });

/** In milliseconds; of a test that waits for something. */
const PATIENCE = 60_000;

/**
 * What a run of a file shows.
 *
 * @typedef {object} Watch
 * @property {(name: string) => boolean} wants          whether a test is to be run; asked twice, the second time when its turn comes
 * @property {(name: string) => void} [begins]          a test runs now
 * @property {(name: string) => void} [ends]            a test has run
 */

/**
 * Whether the wanted tests of a file pass; after the first that fails the others are left out.
 *
 * @param {() => void} load  loads the file
 * @param {Watch} watch
 * @returns {Promise<string | undefined>}  what failed first
 */
export async function failureOf(load, { wants, begins, ends }) {
  circus.resetState();
  const state = circus.getState();
  state.testTimeout = PATIENCE;
  /** @type {string | undefined} */
  let failure;
  /** @type {(event: any) => void} */
  const watch = ({ name, test, error }) => {
    if (name === 'test_start' && (failure !== undefined || !wants(nameOf(test)))) test.mode = 'skip';
    if (name === 'test_fn_start') begins?.(nameOf(test));
    if (name === 'test_fn_success' || name === 'test_fn_failure') ends?.(nameOf(test));
    if (name === 'test_done' && test.errors.length > 0) failure ??= `${nameOf(test)}: ${test.errors[0]?.[0] ?? ''}`;
    if (name === 'hook_failure' || name === 'error') failure ??= String(error);
  };
  circus.addEventHandler(watch);
  try {
    load();
    choose(state.rootDescribeBlock, wants);
    await circus.run();
  } catch (error) {
    failure ??= error instanceof Error ? (error.stack ?? '') : String(error);
  } finally {
    circus.removeEventHandler(watch);
  }
  return failure;
}

/** @type {(block: any, wants: (name: string) => boolean) => void} */
function choose(block, wants) {
  for (const child of block.children)
    if (child.type === 'describeBlock') choose(child, wants);
    else if (!wants(nameOf(child))) child.mode = 'skip';
}

/** The full name of a test. @type {(test: any) => string} */
function nameOf(test) {
  const names = [];
  for (let at = test; at?.parent; at = at.parent) names.unshift(at.name);
  return names.join(' › ');
}
