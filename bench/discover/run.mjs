/**
 * What the finder finds: npm run bench:discover [folder of layouts]. Precision and recall over series, how often its guesses are
 * right, and how long it takes in a workbook of a million cells. Layouts of another folder are printed only.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../load.mjs';
import { largeWorkbook } from './large.mjs';

const OWN = new URL('../../test/fixtures/layouts/', import.meta.url).pathname;
const folder = process.argv[2] ?? OWN;
const REPETITIONS = 5;

const { discover } = await load('src/discover/index.ts');
const { parseLayout } = await load('test/fixtures/layouts/parseLayout.ts');
const { newTally, score, shares } = await load('test/fixtures/layouts/score.ts');

// Before anything else has run: what somebody waits for who opens one workbook.
const workbook = largeWorkbook();
const times = Array.from({ length: REPETITIONS }, () => {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  const { findings, sampled } = discover(workbook, { looks: false });
  const { user, system } = process.cpuUsage(processor);
  return { clock: performance.now() - clock, processor: (user + system) / 1000, findings, sampled };
});

const tally = newTally();
const files = readdirSync(folder).filter(name => name.endsWith('.txt'));
for (const file of files) {
  const layout = parseLayout(readFileSync(join(folder, file), 'utf8'));
  score(tally, file.replace(/\.txt$/, ''), layout, discover(layout.snapshot, { looks: false }).findings);
}

/** @param {number} share */
const percent = share => `${(100 * share).toFixed(1)} %`;
const { recall, precision, unmarkedRight, marked, markedOfAll } = shares(tally);
const fields = Object.entries(tally.fields).map(([name, { right, said, marked: guesses, markedRight }]) => {
  const sure = said - guesses;
  return `| ${name} | ${percent(right / said)} | ${sure === 0 ? '' : percent((right - markedRight) / sure)} | ${percent(guesses / said)} | ${guesses === 0 ? '' : percent(markedRight / guesses)} |`;
});
const [first, ...others] = times;
const cells = workbook.sheets.reduce((sum, { values }) => sum + values.length * values[0].length, 0);
const fastest = Math.min(...others.map(({ clock }) => clock));
const page = [
  '# What the finder finds',
  '',
  `${files.length} layouts, ${tally.expected} series that a person finds in them, written down before (\`test/fixtures/layouts/\`).`,
  '',
  `Of these ${percent(recall)} are found (recall); of all that is found ${percent(precision)} is one of them (precision).`,
  `Of the fields below that are not marked as guesses ${percent(unmarkedRight)} are right; ${percent(marked)} are marked, of all nine that can be ${percent(markedOfAll)}.`,
  '',
  '| field | right | right where sure | marked as a guess | guesses that are right |',
  '| --- | --- | --- | --- | --- |',
  ...fields,
  '',
  '## Speed',
  '',
  `A workbook of ${workbook.sheets.length} sheets, ${cells.toLocaleString('en')} cells and ${first.findings.length.toLocaleString('en')} series: ${first.clock.toFixed(0)} ms the first time (${first.processor.toFixed(0)} ms of the processor), ${fastest.toFixed(0)} ms after that.`,
  `${first.sampled.length} of its sheets are looked through in part.`,
  '',
].join('\n');
console.log(page);
for (const fault of tally.faults) console.log(fault);
if (folder === OWN) writeFileSync(new URL('../results/discover.md', import.meta.url), page);
