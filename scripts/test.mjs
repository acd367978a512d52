/**
 * `npm test`: installs what npm can bring, builds what ships, and runs every test against it, the browser ones included.
 *
 * `npm test -- test/kpi` runs a part, and builds nothing but what its tests ask for; words after `--` go to jest. Suites that
 * go through every template many times (`*.slow.test.ts`) are left out then, unless `--slow` is among the words or one of
 * them is named.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

const SLOWEST = 10;
/** One more than the cores of a small machine: suites wait for LibreOffice, the browser and the validator. */
const WORKERS = 3;

/**
 * Runs jest; its exit code, and what it found, or nothing where it did not come to its end.
 *
 * @param {string[]} words
 * @param {boolean} withSlow
 */
function jest(words, withSlow) {
  const left = withSlow ? [] : ['--testPathIgnorePatterns=\\.slow\\.test\\.'];
  const scratch = mkdtempSync(join(tmpdir(), 'compass-test-'));
  const results = join(scratch, 'results.json');
  const { status } = spawnSync(
    process.execPath,
    [
      `${root}node_modules/jest/bin/jest.js`,
      ...left,
      `--maxWorkers=${WORKERS}`,
      '--json',
      `--outputFile=${results}`,
      ...words,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
    },
  );
  try {
    return { status, found: /** @type {Results} */ (JSON.parse(readFileSync(results, 'utf8'))) };
  } catch {
    return { status, found: undefined };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * What jest writes of a run.
 * @typedef {{ name: string, startTime: number, endTime: number }} Suite
 * @typedef {{
 *   numPassedTests: number, numFailedTests: number, numFailedTestSuites: number, numPendingTests: number,
 *   numTodoTests: number, testResults: Suite[]
 * }} Results
 */

/** @param {Suite[]} suites */
function slowest(suites) {
  return suites
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${relative(root, name)}`);
}

installWhatIsMissing();
const asked = process.argv.slice(2);
const words = asked.filter(word => word !== '--slow');
const withSlow = asked.length === 0 || words.length < asked.length || words.some(word => word.includes('.slow'));
if (asked.length === 0) await (await import('./build.mjs')).buildAll();

const { status, found } = jest(words, withSlow);
if (!found) {
  console.log('\n0 passed, 1 failed');
  process.exit(status || 1);
}
const failed = Math.max(found.numFailedTests, found.numFailedTestSuites);
const notRun = found.numPendingTests + found.numTodoTests;
console.log(`\nThe slowest suites:\n${slowest(found.testResults).join('\n')}`);
if (!withSlow) console.log('\nThe slow suites were left out: add --slow to run them as well.');
const byName = words.some(word => /^(-t|--testNamePattern)\b/.test(word));
if (byName && found.numPassedTests + failed === 0) {
  console.log(`\nNo test has that name: ${words.join(' ')}`);
  process.exit(1);
}
console.log(`\n${found.numPassedTests} passed, ${failed} failed${notRun ? `, ${notRun} skipped` : ''}`);
// On the machine that must run everything, a test that did not run is a failure, whatever the reason.
if (process.env.CI && notRun > 0 && asked.length === 0) {
  console.error('In CI every test has to run.');
  process.exit(1);
}
process.exit(status ?? 1);
