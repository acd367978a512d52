/** Jest's environment: gives the switches to the tests, and notes which test passes which. */
import { TestEnvironment } from 'jest-environment-node';
import { switchboard } from './plan.mjs';

export default class extends TestEnvironment {
  constructor(/** @type {any} */ config, /** @type {any} */ context) {
    super(config, context);
    const board = switchboard();
    this.global.__mutant = (/** @type {number} */ id) => {
      board.reached(id);
      return id === board.active;
    };
  }

  async handleTestEvent(/** @type {any} */ event) {
    const board = switchboard();
    const { name, test } = event;
    if (name === 'test_start' && (board.failed || board.skips(nameOf(test)))) test.mode = 'skip';
    if (name === 'test_fn_start') board.test = nameOf(test);
    if (name === 'test_fn_success' || name === 'test_fn_failure') board.test = null;
    if (name === 'test_done' && test.errors.length > 0) board.failed = true;
    if (name === 'hook_failure' || name === 'error') board.failed = true;
  }
}

/** The full name of a test. */
function nameOf(/** @type {any} */ test) {
  const names = [];
  for (let at = test; at; at = at.parent) names.unshift(at.name);
  return names.join(' › ');
}
