/**
 * `npm test`: installs what npm can bring, builds what ships, and runs every test against it, the browser ones included.
 * Words after `--` go to jest: `npm test -- test/kpi`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();
const { buildAll } = await import('./build.mjs');
await buildAll({ types: true });

const scratch = mkdtempSync(join(tmpdir(), 'compass-test-'));
const results = join(scratch, 'results.json');
const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/jest/bin/jest.js`,
    '--maxWorkers=2',
    '--json',
    `--outputFile=${results}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
  },
);

try {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  const failed = Math.max(numFailedTests, numFailedTestSuites);
  console.log(`\n${numPassedTests} passed, ${failed} failed${numPendingTests ? `, ${numPendingTests} skipped` : ''}`);
} catch {
  console.log('\n0 passed, 1 failed');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(status ?? 1);
