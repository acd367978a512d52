/**
 * Breaks against what people marked, and of simulated series: `node bench/drift/annotated.mjs FOLDER [series a cell × 10]`,
 * where FOLDER holds the series of the Turing Change Point Dataset (one JSON file each), its annotations.json and, if there,
 * the published scores of default settings (default_f1_scores.json, default_cover_scores.json of TCPDBench). The data are not
 * part of this project; the page with the scores is kept in bench/results/breaks.md.
 *
 * F1 with a margin of five periods and covering, as defined by van den Burg and Williams (2020), An Evaluation of Change
 * Point Detection Algorithms; series with one variable only.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../load.mjs';
import { breaks as simulated } from './breaks.mjs';
import { exactness } from './exactness.mjs';
import { report } from './report.mjs';

const SEED = 20261124;
const MARGIN = 5;
const SCORES = { f1: 'default_f1_scores.json', covering: 'default_cover_scores.json' };
const METHODS = ['amoc', 'binseg', 'pelt', 'segneigh', 'bocpd'];
const folder = process.argv[2];
const series = Number(process.argv[3] ?? 10_000);
const read = name => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const engine = await load('src/drift/index.ts');
const page = report();
const mean = numbers => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const fixed = number => number.toFixed(3);

/** How many of the marks a prediction meets, none of them met twice. */
function met(marks, predicted) {
  const free = new Set(predicted);
  return [...marks].filter(mark => {
    const near = [...free].filter(at => Math.abs(at - mark) <= MARGIN);
    if (near.length === 0) return false;
    free.delete(near.sort((a, b) => Math.abs(a - mark) - Math.abs(b - mark))[0]);
    return true;
  }).length;
}

function f1(people, predicted) {
  const found = new Set([0, ...predicted]);
  const marked = people.map(marks => new Set([0, ...marks]));
  const all = new Set([...new Set(marked.flatMap(marks => [...marks]))].sort((a, b) => a - b));
  const precision = met(all, found) / found.size;
  const recall = mean(marked.map(marks => met(marks, found) / marks.size));
  return (2 * precision * recall) / (precision + recall);
}

const segments = (breaks, length) => {
  const starts = [...new Set([0, ...breaks])].sort((a, b) => a - b);
  return starts.map((from, i) => [from, starts[i + 1] ?? length]);
};

function covering(people, predicted, length) {
  const found = segments(predicted, length);
  const overlap = ([a, b], [c, d]) => {
    const common = Math.max(0, Math.min(b, d) - Math.max(a, c));
    return common / (b - a + d - c - common);
  };
  const covered = segment => (segment[1] - segment[0]) * Math.max(...found.map(other => overlap(segment, other)));
  return mean(people.map(marks => segments(marks, length).reduce((sum, s) => sum + covered(s), 0) / length));
}

const annotations = read('annotations.json');
const rows = readdirSync(folder)
  .filter(name => name.endsWith('.json') && annotations[name.slice(0, -'.json'.length)])
  .map(read)
  .filter(({ n_dim }) => n_dim === 1)
  .map(({ name, series: [{ raw }] }) => {
    const values = raw.map(value => (typeof value === 'number' ? value : null));
    const people = Object.values(annotations[name]);
    const score = found => ({ f1: f1(people, found), covering: covering(people, found, values.length) });
    return { name, periods: values.length, ours: score(engine.driftBreaks(values)), none: score([]) };
  });

page.print('# Breaks, measured\n');
page.print(`Made by \`node bench/drift/annotated.mjs FOLDER ${series}\`, seed ${SEED}.\n`);
page.heading(
  'Series in which people marked what changed (Turing Change Point Dataset, those of one variable that it holds itself)',
);
page.table(
  ['series', 'periods', 'F1', 'covering', 'F1 of no break', 'covering of no break'],
  rows.map(({ name, periods, ours, none }) => [
    name,
    periods,
    ...[ours.f1, ours.covering, none.f1, none.covering].map(fixed),
  ]),
);
/** The quality_control series were made for the data set. */
const real = rows.filter(({ name }) => !name.startsWith('quality_control'));
const means = (title, among, scores) => [
  title,
  ...['f1', 'covering'].map(kind => fixed(mean(among.map(row => scores(row, kind))))),
];
page.heading('Means, and those of published default settings where all of these have a score');
const table = [
  means(`driftBreaks, all ${rows.length}`, rows, (row, kind) => row.ours[kind]),
  means(`no break, all ${rows.length}`, rows, (row, kind) => row.none[kind]),
  means(`driftBreaks, those ${real.length} that nobody made up`, real, (row, kind) => row.ours[kind]),
  means(`no break, those ${real.length}`, real, (row, kind) => row.none[kind]),
];
if (Object.values(SCORES).every(name => existsSync(join(folder, name)))) {
  const published = Object.fromEntries(Object.entries(SCORES).map(([kind, name]) => [kind, read(name)]));
  const known = (name, method) =>
    Object.keys(SCORES).every(kind => typeof published[kind][name]?.[method] === 'number');
  const methods = METHODS.filter(method => rows.some(({ name }) => known(name, method)));
  const scored = rows.filter(({ name }) => methods.every(method => known(name, method)));
  table.push(
    means(`driftBreaks, those ${scored.length}`, scored, (row, kind) => row.ours[kind]),
    means(`no break, those ${scored.length}`, scored, (row, kind) => row.none[kind]),
    ...methods.map(method => means(method.toUpperCase(), scored, (row, kind) => published[kind][row.name][method])),
  );
}
page.table(['', 'F1', 'covering'], table);
exactness(engine, page, { series: Math.round(series / 10), seed: SEED });
simulated(engine, page, { series, seed: SEED });
writeFileSync(new URL('../results/breaks.md', import.meta.url), page.text());
