/**
 * What the drift engine does with a KPI that has not changed, and how often it finds one that has: node bench/drift.mjs
 * Seeds are printed with the figures; bench/results/drift.md keeps them. The last table is what src/review/certainty.ts carries.
 */
import { writeFileSync } from 'node:fs';
import { load } from './load.mjs';
import { NOISES, normal } from './noise.mjs';

const { driftChanges } = await load('src/drift/index.ts');
const SEED = 20161121;
const SERIES = Number(process.argv[2] ?? 4000);
const YEAR = 12;
const RULES = ['point', 'run', 'three of four', 'break'];
const lines = [];
const print = line => {
  console.log(line);
  lines.push(line);
};
const percent = share => (100 * share).toFixed(1);
const table = (head, rows) => {
  const lines = [head, ...rows].map(row => row.map(String));
  const widths = head.map((_, i) => Math.max(3, ...lines.map(line => line[i].length)));
  const [title, ...body] = lines.map(line => `| ${line.map((text, i) => text.padEnd(widths[i])).join(' | ')} |`);
  print(title);
  print(`| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`);
  for (const row of body) print(row);
  print('');
};

print('# What the drift engine does, measured');
print('');
print(
  `Made by \`node bench/drift.mjs ${SERIES}\`: ${SERIES} series a cell, seed ${SEED}. A false alarm is a change raised downwards`,
);
print('(adverse when higher is better) in the twelve periods after the history, in a KPI that has not changed.');
print('');

print('## False alarms in a year of twelve reviews, one direction, %');
print('');
table(
  ['noise', 'periods before', 'any', ...RULES, 'open at the end'],
  Object.entries(NOISES).flatMap(([name, noise]) =>
    [0, 6, 12, 24, 36].map(history => {
      const series = noise(normal(SEED + history));
      const years = Array.from({ length: SERIES }, () =>
        driftChanges(series(history + YEAR)).filter(c => c.direction === 'down'),
      );
      const raised = rule => years.filter(y => y.some(c => c.index >= history && (!rule || c.rule === rule))).length;
      const open = years.filter(y => y.some(c => !c.over)).length;
      return [name, history, ...[null, ...RULES].map(rule => percent(raised(rule) / SERIES)), percent(open / SERIES)];
    }),
  ),
);

print('## Found in the period of a lasting change or the five after it, %');
print('');
const shifts = [1, 1.5, 2, 3];
table(
  ['noise', 'periods before', ...shifts.map(s => `${s} σ`), 'onset off by, periods, at 2 σ'],
  ['normal', 'lag-1 0.3', 'lognormal up'].flatMap(name =>
    [12, 24, 36].map(history => {
      const cells = shifts.map(shift => detection(name, history, shift));
      return [name, history, ...cells.map(c => percent(c.found)), cells[2].off.toFixed(1)];
    }),
  ),
);

function detection(name, history, shift) {
  const series = NOISES[name](normal(SEED + history));
  let [watched, found, off] = [0, 0, 0];
  for (let i = 0; i < SERIES; i++) {
    const start = history + (i % 6);
    const values = series(history + YEAR).map((v, at) => v - (at >= start ? shift : 0));
    const down = driftChanges(values).filter(c => c.direction === 'down' && c.index >= history);
    if (down.some(c => c.index < start)) continue;
    watched++;
    const hit = down.find(c => c.index < start + 6);
    if (!hit) continue;
    found++;
    off += Math.abs(hit.since - start);
  }
  return { found: found / watched, off: off / found };
}

print('## How often unchanged normal noise raises a change: per thousand periods judged, one direction');
print('');
print(
  'By the figures there are when it is raised, and by the sign that raised it; "two signs" and "three signs" count',
);
print('changes that gathered so many different signs in their life.');
print('');
const BUCKETS = [
  [6, 11],
  [12, 23],
  [24, 47],
  [48, 72],
];
const LOOKS = SERIES * 5;
const kinds = change => new Set(change.signs.map(s => s.rule)).size;
const g = normal(SEED);
const raised = Array.from({ length: LOOKS }, () => driftChanges(Array.from({ length: 72 }, g))).flat();
table(
  ['figures', ...RULES, 'two signs', 'three signs'],
  BUCKETS.map(([from, to]) => {
    const here = raised.filter(change => change.index + 1 >= from && change.index + 1 <= to);
    const counts = [
      ...RULES.map(rule => here.filter(change => change.rule === rule).length),
      here.filter(change => kinds(change) >= 2).length,
      here.filter(change => kinds(change) >= 3).length,
    ];
    const judged = 2 * LOOKS * (to - from + 1);
    return [`${from} to ${to}`, ...counts.map(count => ((1000 * count) / judged).toFixed(2))];
  }),
);

writeFileSync(new URL('results/drift.md', import.meta.url), `${lines.join('\n').trimEnd()}\n`);
