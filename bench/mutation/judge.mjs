/**
 * Tries mutants in a process of their own, and keeps what became of them: a run that was ended goes on where it was, and after a
 * change of the tests only what the change concerns is tried again.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/install.mjs';
import { ENDLESS } from './plan.mjs';

const RUNNER = fileURLToPath(new URL('runner.mjs', import.meta.url));
/** Not among the packages: a fresh install would take it away. */
const CACHE = `${root}coverage/mutation`;

/** @typedef {import('./plan.mjs').Result & { keys: string[] }} Kept  a result, and the keys of the test files it comes from */

/** @type {(...texts: string[]) => string} */
const hashOf = (...texts) => createHash('sha1').update(texts.join('\0')).digest('hex').slice(0, 12);

/**
 * What becomes of mutants, by their numbers; those that there was no time for are missing.
 *
 * @param {import('./plan.mjs').Planned[]} mutants
 * @param {string[]} sources  the files that mutants are made in
 * @param {string[]} tests    the test files
 * @param {number} minutes    how long it may take; none: what earlier runs kept is wanted
 * @returns {Promise<Map<number, import('./plan.mjs').Result>>}
 */
export async function judge(mutants, sources, tests, minutes) {
  const inOrder = [...mutants].sort((a, b) => a.id - b.id);
  const code = hashOf(JSON.stringify(inOrder), ...sources.map(file => readFileSync(root + file, 'utf8')));
  const keys = Object.fromEntries(tests.map(file => [file, hashOf(code, readFileSync(root + file, 'utf8'))]));
  const folder = join(CACHE, code);
  mkdirSync(folder, { recursive: true });
  const place = (/** @type {string} */ name) => join(folder, `${name}.json`);
  const [plan, known] = [place('plan'), place('known')];
  const [results, done] = [place('results'), place('done')];

  /** @type {Map<number, Kept>} */
  const past = new Map(
    (existsSync(done) ? JSON.parse(readFileSync(done, 'utf8')) : []).map((/** @type {Kept} */ one) => [one.id, one]),
  );
  /** What the process has written since, and what it was at when it ended. */
  const gather = () => {
    const lines = existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n').filter(Boolean) : [];
    // A run that was ended may have known other tests than there are now.
    const then = /** @type {typeof keys} */ (lines.length > 0 ? JSON.parse(readFileSync(plan, 'utf8')).tests : keys);
    const current = Object.values(then);
    let last = /** @type {number | undefined} */ (undefined);
    for (const result of lines.map(line => /** @type {import('./plan.mjs').Result} */ (JSON.parse(line)))) {
      last = result.status === 'begun' ? result.id : undefined;
      const by = result.by && then[result.by];
      if (result.status !== 'begun') past.set(result.id, { ...result, keys: by ? [by] : current });
    }
    writeFileSync(done, JSON.stringify([...past.values()]));
    rmSync(results, { force: true });
    return last;
  };
  const isOver = (/** @type {Kept | undefined} */ one) =>
    one !== undefined &&
    (one.status === 'killed'
      ? one.keys.some(key => Object.values(keys).includes(key))
      : Object.values(keys).every(key => one.keys.includes(key)));

  gather();
  const end = Date.now() + 60_000 * minutes;
  for (let last = -1; Date.now() < end; ) {
    const left = mutants.filter(({ id }) => !isOver(past.get(id)));
    if (left.length === 0) break;
    const wanted = left.map(({ id }) => ({
      id,
      lived: past.get(id)?.status === 'survived' ? (past.get(id)?.keys ?? []) : [],
    }));
    const killed = [...past.values()].flatMap(({ id, test }) => (test ? [{ id, test }] : []));
    writeFileSync(plan, JSON.stringify({ root, mutants: inOrder, wanted, killed, tests: keys, known, results }));
    const said = await run(plan, end);
    const at = gather();
    if (Date.now() >= end) break;
    if (at === undefined && mutants.some(({ id }) => !isOver(past.get(id)))) throw new Error(said);
    if (at === undefined) break;
    // What ended the process twice at the same mutant is the mutant.
    if (at === last || said.includes(ENDLESS))
      past.set(at, { id: at, status: 'killed', by: 'it does not come to an end', keys: Object.values(keys) });
    writeFileSync(done, JSON.stringify([...past.values()]));
    last = at;
  }
  return new Map([...past].filter(([, one]) => isOver(one)));
}

/** Runs the process until it ends or its time is over; what it said. @type {(plan: string, end: number) => Promise<string>} */
function run(plan, end) {
  const words = ['--no-warnings', '--no-flush-bytecode', RUNNER, plan];
  const running = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  running.stderr.on('data', more => {
    said = (said + more).slice(-4000);
  });
  // A timer cannot wait longer than that; nor has anybody such patience.
  const over = setTimeout(() => running.kill('SIGKILL'), Math.min(end - Date.now(), 2 ** 31 - 1));
  return new Promise(resolve =>
    running.on('close', () => {
      clearTimeout(over);
      resolve(said);
    }),
  );
}
