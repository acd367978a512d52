import { middle, ratioOf } from './times.mjs';

/** Nobody has a million periods, nor a funnel of a million steps: the series of twenty years of months, or of days, and a funnel. */
export const FEWER = {
  DRIFT_SIGNAL: 240,
  DRIFT_BREAKS: 240,
  PERIODS_TO_TARGET: 240,
  SYNERGY: 6,
  YEAR_TO_DATE: 10_000,
  TRAILING: 10_000,
  SAME_PERIOD_LAST_YEAR: 10_000,
};

/** Functions to which the aim of three times the loop does not apply, and why. */
const NO_AIM = {
  'sort their rows': [
    'ORDER_FULFILLMENT_TIME',
    'CONCENTRATION',
    'YEAR_TO_DATE',
    'TRAILING',
    'SAME_PERIOD_LAST_YEAR',
    'PERIODS_TO_TARGET',
  ],
  'look through the series again at every period': ['DRIFT_SIGNAL', 'DRIFT_BREAKS', 'KPI_VERDICTS'],
  'use a handful of cells, however many there are': ['SYNERGY', 'MOMENTUM'],
};
const AIM = 3;

const HEAD = [
  'function',
  'rows',
  'ours',
  'loop over cells',
  'loop over numbers',
  'library',
  'ours : cells',
  'cells : numbers',
  'library : ours',
];

/**
 * The page of results.
 *
 * @param measured  one entry a function: name, rows (null of a workbook), times (milliseconds of each round, by contender), unable
 * @param run       rows asked for, and rounds
 * @returns         Markdown
 */
export function page(measured, { rows, rounds }) {
  const exempt = Object.entries(NO_AIM).map(([why, names]) => `- They ${why}: ${names.join(', ')}.`);
  return `# What a cell function costs

Made by \`npm run bench:functions -- ${rows} --rounds ${rounds}\` with Node ${process.versions.node}, figures seeded by the name of their parameter. In each of
${rounds} rounds every contender runs once, garbage collected before; times are the middle ones, in milliseconds of processor time. A ratio is
taken within each round: the middle one, and in brackets the middle half of them. \`bench/README.md\` says what is compared.

The aims: ours within ${AIM} times the loop over cells, and faster than the library. ${verdict(measured)}

The first aim does not apply to these:

${exempt.join('\n')}

${table([HEAD, ...measured.map(row)])}
`;
}

/** Which functions miss the first aim. */
function verdict(measured) {
  const none = new Set(Object.values(NO_AIM).flat());
  const bound = measured.filter(({ name }) => !none.has(name));
  const without = bound.find(({ times }) => !times.cells);
  if (without) throw new Error(`${without.name} has neither a loop nor a reason to have none.`);
  const above = bound.filter(({ times }) => middle(times.ours.map((time, i) => time / times.cells[i])) > AIM);
  const named = above.length > 0 ? `; above it: ${above.map(({ name }) => name).join(', ')}` : '';
  return `Of the ${bound.length} functions that the first applies to, ${bound.length - above.length} are within it${named}.`;
}

function row({ name, rows, unable, times: { ours, cells, numbers, ...libraries } }) {
  const others = Object.entries(libraries);
  return [
    name,
    rows?.toLocaleString('en') ?? 'an example',
    ms(ours),
    ms(cells),
    ms(numbers),
    [...others.map(([who, time]) => `${who} ${ms(time)}`), ...unable.map(who => `${who} fails on so many`)].join('; '),
    ratioOf(ours, cells),
    ratioOf(cells, numbers),
    others.map(([, time]) => ratioOf(time, ours)).join('; '),
  ];
}

const figure = time => (time < 1 ? time.toPrecision(2) : time.toFixed(1));
const ms = times => (times ? figure(middle(times)) : '');

function table(rows) {
  const widths = HEAD.map((_, i) => Math.max(3, ...rows.map(row => row[i].length)));
  const line = row => `| ${row.map((text, i) => text.padEnd(widths[i])).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}
