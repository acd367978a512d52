/** The page of results: the share of mistakes that tests notice by folder, and those that lived. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from '../../scripts/install.mjs';
import { whySame } from './equivalents.mjs';
import { LIFE } from './plan.mjs';

/**
 * What became of a folder's mistakes.
 *
 * @typedef {object} FolderRun
 * @property {string} folder
 * @property {number} all                               how many mistakes could be made there
 * @property {import('./plan.mjs').Planned[]} tried
 * @property {import('./plan.mjs').Planned[]} lived     those of them that no test noticed, and that make a difference
 * @property {{ mutant: import('./plan.mjs').Planned, why: string }[]} same  those that make none
 * @property {number} killed
 * @property {number} seconds                           the processor's time for one
 * @property {Map<number, import('./plan.mjs').Result>} results
 */

/** @type {(file: string) => string} */
const textOf = file => readFileSync(root + file, 'utf8');

/**
 * Sorts what was tried.
 *
 * @param {string} folder
 * @param {number} all
 * @param {import('./plan.mjs').Planned[]} tried
 * @param {Map<number, import('./plan.mjs').Result>} results
 * @returns {FolderRun}
 */
export function sorted(folder, all, tried, results) {
  const times = [...results.values()].map(({ seconds = 0 }) => seconds);
  const unnoticed = tried.filter(({ id }) => results.get(id)?.status !== 'killed').sort((a, b) => a.id - b.id);
  const looked = unnoticed.map(mutant => ({ mutant, why: whySame(mutant, textOf(mutant.file)) }));
  return {
    folder,
    all,
    tried,
    lived: looked.filter(({ why }) => why === undefined).map(({ mutant }) => mutant),
    same: looked.flatMap(({ mutant, why }) => (why === undefined ? [] : [{ mutant, why }])),
    killed: tried.length - unnoticed.length,
    seconds: times.reduce((sum, own) => sum + own, 0) / Math.max(1, times.length),
    results,
  };
}

/** The share of the mistakes that make a difference. @param {FolderRun} run */
export function shareKilled({ killed, lived }) {
  return killed + lived.length > 0 ? `${((100 * killed) / (killed + lived.length)).toFixed(1)} %` : '–';
}

/** What a mutant makes of its line, in a line. @param {import('./plan.mjs').Planned} mutant */
function described({ file, start, end, kind, replacement }) {
  const text = textOf(file);
  const line = text.slice(0, start).split('\n').length;
  const short = (/** @type {string} */ words) => {
    const flat = words.replace(/\s+/g, ' ').replaceAll('|', '\\|');
    return flat.length > 70 ? `${flat.slice(0, 69)}…` : flat;
  };
  return `${file}:${line} | ${kind} | \`${short(text.slice(start, end))}\` | ${replacement ? `\`${short(replacement)}\`` : 'left out'}`;
}

/** The commit that the checkout is at; none where there is no git. */
const commit = () => spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout?.trim();

/**
 * @param {FolderRun[]} runs
 * @param {number} count  mistakes that were drawn for each folder
 * @param {number} seed
 */
export function pageOf(runs, count, seed) {
  const some = runs.some(({ tried, all }) => tried.length < Math.min(count, all));
  return `# Mutants

Made by \`npm run bench:mutation\`${commit() ? ` at commit ${commit()}` : ''}: ${count} small mistakes a folder, drawn with seed ${seed},
each against the folder's own tests, those first that notice most in its file, then cheap ones. A mistake that none of them notices within ${LIFE} seconds of the
processor's time has lived. One that makes no difference to any caller can't be noticed, and does not count: it is listed last.${
    some
      ? '\nMistakes are tried in an order that chance decides: where fewer than that were tried, they are a sample of all.'
      : ''
  }

| folder | mistakes that could be made | tried | make no difference | killed | seconds each |
| --- | --- | --- | --- | --- | --- |
${runs.map(run => `| ${run.folder} | ${run.all} | ${run.tried.length} | ${run.same.length} | ${run.killed} (${shareKilled(run)}) | ${run.seconds.toFixed(1)} |`).join('\n')}

## Those that lived

| where | kind | as it is | as it was changed | reached by a test |
| --- | --- | --- | --- | --- |
${runs.flatMap(({ lived, results }) => lived.map(mutant => `| ${described(mutant)} | ${results.get(mutant.id)?.status === 'survived' ? 'yes' : 'no'} |`)).join('\n')}

## Those that make no difference

| where | kind | as it is | as it was changed | why |
| --- | --- | --- | --- | --- |
${runs.flatMap(({ same }) => same.map(({ mutant, why }) => `| ${described(mutant)} | ${why} |`)).join('\n')}
`;
}
