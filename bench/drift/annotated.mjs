/**
 * Breaks against what people marked: `node bench/drift/annotated.mjs FOLDER`, where FOLDER holds the series of the Turing
 * Change Point Dataset (one JSON file each) and its annotations.json. The data are not part of this project.
 *
 * F1 with a margin of five periods and covering, as defined by van den Burg and Williams (2020), An Evaluation of Change
 * Point Detection Algorithms; series with one variable only.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../load.mjs';

const MARGIN = 5;
const folder = process.argv[2];
const read = name => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const { driftBreaks } = await load('src/drift/index.ts');
const annotations = read('annotations.json');
const mean = numbers => numbers.reduce((a, b) => a + b, 0) / numbers.length;

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

const rows = readdirSync(folder)
  .filter(name => name.endsWith('.json') && name !== 'annotations.json')
  .map(read)
  .filter(({ name, n_dim }) => n_dim === 1 && annotations[name])
  .map(({ name, series }) => {
    const values = series[0].raw.map(value => (typeof value === 'number' ? value : null));
    const people = Object.values(annotations[name]);
    const breaks = driftBreaks(values);
    return { name, breaks, f1: f1(people, breaks), covering: covering(people, breaks, values.length) };
  });
for (const row of rows)
  console.log(row.name.padEnd(20), row.f1.toFixed(2), row.covering.toFixed(2), row.breaks.join(' '));
console.log(
  `${rows.length} series: F1 ${mean(rows.map(r => r.f1)).toFixed(3)}, covering ${mean(rows.map(r => r.covering)).toFixed(3)}`,
);
