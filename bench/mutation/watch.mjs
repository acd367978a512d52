/** A thread that ends its process when one mutant takes more of the processor's time than it may: nothing else stops a loop. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** @type {{ turn: Int32Array, patience: number, words: string }} */
const { turn, patience, words } = workerData;
let [at, since] = [0, process.cpuUsage().user];
setInterval(() => {
  const now = process.cpuUsage().user;
  if (turn[0] !== at) [at, since] = [Number(turn[0]), now];
  if (at === 0 || (now - since) / 1e6 < patience) return;
  writeSync(2, words);
  process.kill(process.pid, 'SIGKILL');
}, 500);
