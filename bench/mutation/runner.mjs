/**
 * A process that tries mutants: it runs every test once as it is, which says what each test reaches and how long it takes; then,
 * for each mutant, the tests that reach it, first those that noticed most others of its source file, then cheap ones, until one
 * fails.
 *
 *   node bench/mutation/runner.mjs PLAN
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { readModules } from './modules.mjs';
import { ENDLESS, LIFE } from './plan.mjs';
import { failureOf } from './suite.mjs';

/** A test that takes longer than so many seconds is only run when the quick ones have noticed nothing. */
const QUICK = 0.25;
/** For how many seconds the tests of a file are studied: those that come later are left out. */
const STUDY = 20;
/** After how many seconds a mutant is said to have no end. */
const PATIENCE = 15;

/** @type {import('./plan.mjs').Plan} */
const plan = JSON.parse(readFileSync(String(process.argv[2]), 'utf8'));
const fresh = readModules(plan.root, plan.mutants);

/** The mutant that counts, by number (−1: none), and what is done whenever one is passed. */
const board = { active: -1, reached: (/** @type {number} */ _id) => {} };
Object.assign(globalThis, {
  __mutant: (/** @type {number} */ id) => {
    board.reached(id);
    return id === board.active;
  },
});

/** The processor's time of this process, in seconds. */
const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** @type {(file: string, watch: import('./suite.mjs').Watch) => Promise<string | undefined>} */
const failureIn = (file, watch) => failureOf(() => fresh()(plan.root + file), watch);

/** What a test file does without a mutant. @type {(file: string, key: string) => Promise<import('./plan.mjs').KnownFile>} */
async function study(file, key) {
  const loading = { name: '', seconds: 0, reaches: /** @type {number[]} */ ([]) };
  /** @type {Map<string, typeof loading>} */
  const tests = new Map();
  let [own, turn, calls, begun] = [loading, 0, 0, 0];
  const last = new Int32Array(1 + Math.max(...plan.mutants.map(({ id }) => id))).fill(-1);
  board.active = -1;
  board.reached = id => {
    calls += 1;
    if (last[id] === turn) return;
    last[id] = turn;
    own.reaches.push(id);
  };
  // Its modules are compiled before the first test begins, which is no test's doing.
  let first = Infinity;
  const failure = await failureIn(file, {
    wants: () => clock() - Math.min(first, clock()) < STUDY,
    begins: name => {
      first = Math.min(first, clock());
      own = tests.get(name) ?? { name, seconds: 0, reaches: [] };
      tests.set(name, own);
      turn += 1;
      begun = clock();
    },
    ends: () => {
      own.seconds += clock() - begun;
      own = loading;
      turn += 1;
    },
  });
  if (failure !== undefined) throw new Error(`${file} fails without a mutant: ${failure}`);
  // The first time compiles the modules: once more shows what loading takes.
  const begin = clock();
  await failureIn(file, { wants: () => false });
  const seconds = clock() - begin;
  return { file, key, seconds, calls, reaches: [...new Set(loading.reaches)], tests: [...tests.values()] };
}

/** What every test file does without a mutant; what an earlier process found out is still true of a file with the same key. */
async function studyAll() {
  /** @type {import('./plan.mjs').KnownFile[]} */
  const before = existsSync(plan.known) ? JSON.parse(readFileSync(plan.known, 'utf8')) : [];
  const known = before.filter(({ file, key }) => plan.tests[file] === key);
  for (const [file, key] of Object.entries(plan.tests)) {
    if (known.some(test => test.file === file)) continue;
    known.push(await study(file, key));
    writeFileSync(plan.known, JSON.stringify(known));
  }
  return known;
}

/** How many mutants of a source file each test has noticed. @type {Map<string, Map<string, number>>} */
const noticed = new Map();

/** @type {(source: string, test: string) => void} */
function countNotice(source, test) {
  const counts = noticed.get(source) ?? new Map();
  noticed.set(source, counts.set(test, (counts.get(test) ?? 0) + 1));
}

const sources = new Map(plan.mutants.map(({ id, file }) => [id, file]));
for (const { id, test } of plan.killed) countNotice(sources.get(id) ?? '', test);

/**
 * The runs that a mutant has to live through: the quick tests of a file together, every slow test by itself.
 *
 * @type {(id: number, known: import('./plan.mjs').KnownFile[]) => { file: string, calls: number, key: string, names: Set<string>, seconds: number }[]}
 */
function runsFor(id, known) {
  const runs = known.flatMap(({ file, key, seconds, calls, reaches, tests }) => {
    const reaching = reaches.includes(id) ? tests : tests.filter(test => test.reaches.includes(id));
    const quick = reaching.filter(test => test.seconds <= QUICK);
    const groups = [quick, ...reaching.filter(test => test.seconds > QUICK).map(test => [test])];
    return groups
      .filter(group => group.length > 0)
      .map(group => ({
        file,
        key,
        calls,
        names: new Set(group.map(({ name }) => name)),
        seconds: group.reduce((sum, test) => sum + test.seconds, seconds),
      }));
  });
  const counts = noticed.get(sources.get(id) ?? '');
  const count = (/** @type {{ names: Set<string> }} */ { names }) =>
    counts ? Math.max(...[...names].map(name => counts.get(name) ?? 0)) : 0;
  return runs.sort((a, b) => count(b) - count(a) || a.seconds - b.seconds);
}

/** @type {(result: import('./plan.mjs').Result) => void} */
const note = result => appendFileSync(plan.results, `${JSON.stringify(result)}\n`);

const known = await studyAll();
const turn = new Int32Array(new SharedArrayBuffer(4));
new Worker(new URL('watch.mjs', import.meta.url), { workerData: { turn, patience: PATIENCE, words: ENDLESS } });
for (const { id, lived } of plan.wanted) {
  const begin = clock();
  note({ id, status: 'begun' });
  board.active = id;
  Atomics.add(turn, 0, 1);
  let left = 0;
  let isLate = false;
  board.reached = () => {
    // A loop that never ends passes its switches again and again.
    if (left-- < 0) throw new Error(ENDLESS);
    if (left % 1000 === 0) isLate ||= clock() - begin > LIFE;
    if (isLate) throw new Error('The time for this mutant is over.');
  };
  const runs = runsFor(id, known);
  // What it lived through before, it would live through again.
  const rest = runs.filter(({ key }) => !lived.includes(key));
  /** @type {string | undefined} */
  let by;
  let test = '';
  for (const { file, calls, names } of rest) {
    if (clock() - begin > LIFE) break;
    left = 10 * calls + 100_000;
    const failure = await failureIn(file, { wants: name => names.has(name) });
    if (isLate) break;
    if (failure === undefined) continue;
    by = file;
    test = [...names].find(name => failure.startsWith(`${name}: `)) ?? '';
    break;
  }
  const seconds = clock() - begin;
  if (by) {
    note({ id, status: 'killed', by, test, seconds });
    countNotice(sources.get(id) ?? '', test);
  } else note({ id, status: runs.length > 0 ? 'survived' : 'not reached', seconds });
}
process.exit(0);
