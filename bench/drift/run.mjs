/**
 * The promises of the drift engine, measured: `npm run bench:drift [series a cell] [parts]`, in the order in which they are promised.
 * Textbook rules run in the same go. The page it prints is kept in bench/results/drift.md; where parts are named, only these are
 * measured anew, and each is kept as soon as it is measured.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { load } from '../load.mjs';
import { certainty } from './certainty.mjs';
import { detection } from './detection.mjs';
import { falseAlarms } from './falseAlarms.mjs';
import { intervals } from './intervals.mjs';
import { rare } from './rare.mjs';
import { report } from './report.mjs';
import { speed } from './speed.mjs';
import { textbookRules } from './textbook.mjs';

const SEED = 20261124;
const PAGE = new URL('../results/drift.md', import.meta.url);
const PARTS = { falseAlarms, certainty, rare, detection, textbookRules, intervals, speed };

const series = Number(process.argv[2] ?? 4000);
const asked = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(PARTS);
const unknown = asked.filter(part => !PARTS[part]);
if (unknown.length) throw new Error(`There is no part ${unknown}: ${Object.keys(PARTS).join(', ')}.`);
const engine = { ...(await load('src/drift/index.ts')), ...(await load('src/index.ts')) };
/** What the page says of each part, by its mark. */
const [, ...marked] = readFileSync(PAGE, 'utf8').split(/^<!-- (\w+) -->\n/m);
const known = Object.fromEntries(marked.flatMap((part, i) => (i % 2 ? [] : [[part, marked[i + 1]]])));

for (const part of asked) {
  const page = report();
  const count = part === 'textbookRules' ? Math.max(series, 10_000) : series;
  if (part !== 'speed') page.print(`Made by \`npm run bench:drift ${series} ${part}\`.\n`);
  PARTS[part](engine, page, { series: count, seed: SEED });
  known[part] = page.text();
  keep();
}

function keep() {
  const parts = Object.keys(PARTS).filter(part => known[part]);
  writeFileSync(
    PAGE,
    `# What the drift engine does, measured

Made by \`npm run bench:drift [series a cell] [parts]\`, seed ${SEED}; each part says how many series a cell it took. Thresholds were calibrated with another seed. How long it takes is in \`speed.md\`.

${parts.map(part => `<!-- ${part} -->\n${known[part].trim()}\n`).join('\n')}`,
  );
}
