/**
 * The promises of the drift engine, measured: `npm run bench:drift [series a cell]`, in the order in which they are promised.
 * Textbook rules run in the same go. The page it prints is kept in bench/results/drift.md.
 */
import { writeFileSync } from 'node:fs';
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
const series = Number(process.argv[2] ?? 4000);
const engine = { ...(await load('src/drift/index.ts')), ...(await load('src/index.ts')) };
const page = report();
const sample = { series, seed: SEED };

page.print('# What the drift engine does, measured\n');
page.print(
  `Made by \`node bench/drift ${series}\`: ${series} series a cell unless said, seed ${SEED}. Thresholds were calibrated with another seed.\n`,
);
falseAlarms(engine, page, sample);
certainty(engine, page, sample);
rare(engine, page, sample);
detection(engine, page, sample);
textbookRules(page, { ...sample, series: Math.max(series, 10_000) });
intervals(engine, page, sample);
speed(engine, page, sample);
writeFileSync(new URL('../results/drift.md', import.meta.url), page.text());
