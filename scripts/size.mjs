/** `npm run size`: holds what ships to its budgets, so that growth is a decision and not an accident. */
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';

/** Minified bytes, in thousands. */
const budgets = JSON.parse(readFileSync(`${root}scripts/size-budgets.json`, 'utf8'));

let over = 0;
for (const [file, budget] of Object.entries(budgets)) {
  if (!existsSync(`${root}${file}`)) {
    console.log(`${file.padEnd(34)} is missing`);
    over += 1;
    continue;
  }
  const bytes = readFileSync(`${root}${file}`);
  const size = bytes.length / 1000;
  const fits = size <= budget;
  if (!fits) over += 1;
  console.log(
    `${file.padEnd(34)} ${size.toFixed(1).padStart(9)} kB of ${String(budget).padStart(6)}   ${(gzipSync(bytes).length / 1000).toFixed(1).padStart(8)} kB compressed${fits ? '' : '   OVER ITS BUDGET'}`,
  );
}
process.exit(over ? 1 : 0);
