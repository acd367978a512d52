/** Runs jest over mutants, in processes of their own: one that hangs is ended, and the rest goes on in another. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/install.mjs';
import { PLAN } from './plan.mjs';

/** How long nothing may be heard of a process, in seconds: while it runs the tests as they are, and of one mutant. */
const PATIENCE = { first: 1800, mutant: 300 };

/**
 * What becomes of mutants.
 *
 * @param {{ mutants: import('./plan.mjs').Planned[], tests: string[], workers: number }} options
 * @returns {Promise<Map<number, import('./plan.mjs').Result>>} by their numbers
 */
export async function judge({ mutants, tests, workers }) {
  const shares = Array.from({ length: workers }, (_, worker) =>
    mutants.map(({ id }) => id).filter((_, i) => i % workers === worker),
  );
  const results = await Promise.all(shares.map(wanted => judgeShare(mutants, tests, wanted)));
  return new Map(results.flat().map(result => [result.id, result]));
}

/** @type {(mutants: import('./plan.mjs').Planned[], tests: string[], wanted: number[]) => Promise<import('./plan.mjs').Result[]>} */
async function judgeShare(mutants, tests, wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'compass-mutation-'));
  const file = { plan: join(folder, 'plan.json'), results: join(folder, 'results.jsonl') };
  /** @type {import('./plan.mjs').Result[]} */
  const done = [];
  try {
    for (let left = wanted; left.length > 0; ) {
      writeFileSync(file.plan, JSON.stringify({ root, mutants, wanted: left, results: file.results }));
      rmSync(file.results, { force: true });
      const said = await jest(tests, file);
      const lines = existsSync(file.results) ? readFileSync(file.results, 'utf8').trim().split('\n') : [];
      /** @type {import('./plan.mjs').Result[]} */
      const told = lines.filter(Boolean).map(line => JSON.parse(line));
      const ended = told.filter(({ status }) => status !== 'begun');
      done.push(...ended);
      const known = new Set(done.map(({ id }) => id));
      const hung = told.find(({ id }) => !known.has(id));
      if (told.length === 0) throw new Error(`jest did not come to the mutants:\n${said}`);
      if (hung) done.push({ id: hung.id, status: 'killed', by: 'it does not come to an end' });
      left = left.filter(id => !known.has(id) && id !== hung?.id);
    }
    return done;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs jest until it ends or nothing is heard of it any more; what it said.
 *
 * @type {(tests: string[], file: { plan: string, results: string }) => Promise<string>}
 */
function jest(tests, file) {
  const config = `${root}bench/mutation/jest.config.mjs`;
  const words = [
    `${root}node_modules/jest/bin/jest.js`,
    '--ci',
    '--runInBand',
    '--config',
    config,
    '--runTestsByPath',
    ...tests,
  ];
  const env = { ...process.env, [PLAN]: file.plan, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
  const running = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  running.stderr.on('data', words => {
    said = (said + words).slice(-4000);
  });
  const begin = Date.now();
  const watch = setInterval(() => {
    const heard = statSync(file.results, { throwIfNoEntry: false })?.mtimeMs;
    const patience = 1000 * (heard ? PATIENCE.mutant : PATIENCE.first);
    if (Date.now() - (heard ?? begin) > patience) running.kill('SIGKILL');
  }, 1000);
  return new Promise(resolve =>
    running.on('close', () => {
      clearInterval(watch);
      resolve(said);
    }),
  );
}
