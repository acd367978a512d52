/**
 * The finder compared with that of another checkout: npm run bench:discover:pairs OTHER [rounds]. Both look through the workbook of a
 * million cells turn by turn, each round in a process of its own, as a worker that has just begun; what is compared is the
 * processor's time, so that whatever else the machine does counts for both.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { middle, ratioOf } from '../functions/times.mjs';

const here = fileURLToPath(new URL('../..', import.meta.url));
const [other = '', rounds = '7'] = process.argv.slice(2);
if (other === '') throw new Error('Name the folder of the other checkout: npm run bench:discover:pairs ../before');

const ONCE = `
  const { load } = await import(process.argv[1] + '/bench/load.mjs');
  const { largeWorkbook } = await import(process.argv[1] + '/bench/discover/large.mjs');
  const { discover } = await load('src/discover/index.ts');
  const workbook = largeWorkbook();
  const took = [];
  for (let turn = 0; turn < 3; turn++) {
    const before = process.cpuUsage();
    discover(workbook, { looks: false });
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1000);
  }
  console.log(JSON.stringify({ first: took[0], later: Math.min(...took.slice(1)) }));
`;

/** @type {(folder: string) => { first: number, later: number }} */
const once = folder =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', ONCE, folder], { encoding: 'utf8' }));

const times = Array.from({ length: Number(rounds) }, (_, round) => {
  // Turn by turn which of them begins.
  if (round % 2 === 0) {
    const own = once(here);
    return { own, its: once(resolve(other)) };
  }
  const its = once(resolve(other));
  return { own: once(here), its };
});
for (const part of /** @type {const} */ (['first', 'later'])) {
  const [own, its] = [times.map(({ own }) => own[part]), times.map(({ its }) => its[part])];
  const [here, there] = [own, its].map(list => middle(list).toFixed(0));
  console.log(
    `${part}: ${here} ms of the processor, there ${there} ms; ${ratioOf(own, its)} times as much, over ${rounds} rounds`,
  );
}
