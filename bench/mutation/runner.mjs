/**
 * Jest's runner: runs every test file once as it is, which says what each test reaches and how long it takes; then, for each
 * mutant, only the tests that reach it, fastest file first, until one fails.
 */
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import Runner from 'jest-runner';
import { readPlan, switchboard } from './plan.mjs';

/**
 * What a test file does without a mutant: how long it takes, how many switches it passes, and the tests that reach each
 * mutant; null is its loading.
 *
 * @typedef {{ test: any, seconds: number, calls: number, reaches: Map<number, Set<string | null>> }} Known
 */

export default class extends Runner {
  /** @override */
  async runTests(/** @type {any[]} */ tests, /** @type {any} */ watcher) {
    const plan = readPlan();
    const board = switchboard();
    let said = '';
    /** @type {(test: any) => Promise<boolean>} */
    const passes = async test => {
      board.failed = false;
      board.test = null;
      let failures = 0;
      said = '';
      const stop = [
        this.on('test-file-success', ([, result]) => {
          failures = result.numFailingTests + (result.testExecError ? 1 : 0);
          said = result.failureMessage ?? '';
        }),
        this.on('test-file-failure', () => {
          failures = 1;
        }),
      ];
      await super.runTests([test], watcher, { serial: true });
      for (const off of stop) off();
      return failures === 0 && !board.failed;
    };
    /** @type {(result: import('./plan.mjs').Result) => void} */
    const note = result => appendFileSync(plan.results, `${JSON.stringify(result)}\n`);

    /** @type {Known[]} */
    const known = [];
    for (const test of tests) {
      /** @type {Known['reaches']} */
      const reaches = new Map();
      /** @type {Map<number, string | null>} */
      const last = new Map();
      let calls = 0;
      board.active = -1;
      board.skips = () => false;
      board.reached = id => {
        calls += 1;
        if (last.get(id) === board.test) return;
        last.set(id, board.test);
        reaches.set(id, (reaches.get(id) ?? new Set()).add(board.test));
      };
      const begin = performance.now();
      const isGreen = await passes(test);
      if (!isGreen) throw new Error(`${relative(plan.root, test.path)} fails without a mutant.\n${said}`);
      known.push({ test, seconds: (performance.now() - begin) / 1000, calls, reaches });
    }
    known.sort((a, b) => a.seconds - b.seconds);

    for (const id of plan.wanted) {
      const begin = performance.now();
      const reaching = known.filter(({ reaches }) => reaches.has(id));
      note({ id, status: 'begun' });
      board.active = id;
      let left = 0;
      board.reached = () => {
        // A loop that never ends passes its switches again and again.
        if (left-- < 0) throw new Error('The mutant does not come to an end.');
      };
      /** @type {string | undefined} */
      let by;
      for (const { test, calls, reaches } of reaching) {
        const own = reaches.get(id) ?? new Set();
        board.skips = own.has(null) ? () => false : name => !own.has(name);
        left = 10 * calls + 100_000;
        if (await passes(test)) continue;
        by = relative(plan.root, test.path);
        break;
      }
      const status = by ? 'killed' : reaching.length > 0 ? 'survived' : 'not reached';
      note({ id, status, ...(by && { by }), seconds: (performance.now() - begin) / 1000 });
    }
  }
}
