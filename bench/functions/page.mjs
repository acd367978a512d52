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
 * @param measured  one entry a function: name, rows, times (min and median in milliseconds, by contender), unable
 * @param run       rows asked for, and repetitions of each contender
 * @returns         Markdown
 */
export function page(measured, { rows, repetitions }) {
  return `# What a cell function costs

Made by \`npm run bench:functions ${rows}\` with Node ${process.versions.node}, figures seeded by the name of their parameter: ${repetitions} repetitions of
each by turns, garbage collected before each; milliseconds of processor time, the fastest / the middle one. Ratios are of the fastest, which the rest of the machine disturbs least. The
aims: ours within 3 times the loop over cells, and faster than the library. \`bench/README.md\` says what is compared.

${table([HEAD, ...measured.map(row)])}
`;
}

function row({ name, rows, unable, times: { ours, cells, numbers, ...libraries } }) {
  const others = Object.entries(libraries);
  return [
    name,
    rows.toLocaleString('en'),
    ms(ours),
    ms(cells),
    ms(numbers),
    [...others.map(([who, time]) => `${who} ${ms(time)}`), ...unable.map(who => `${who} fails on so many`)].join('; '),
    ratio(ours, cells),
    ratio(cells, numbers),
    others.map(([, time]) => ratio(time, ours)).join('; '),
  ];
}

const figure = time => (time < 1 ? time.toPrecision(2) : time.toFixed(1));
const ms = time => (time ? `${figure(time.min)} / ${figure(time.median)}` : '');
const ratio = (a, b) => (a && b ? (a.min / b.min).toFixed(1) : '');

function table(rows) {
  const widths = HEAD.map((_, i) => Math.max(3, ...rows.map(row => row[i].length)));
  const line = row => `| ${row.map((text, i) => text.padEnd(widths[i])).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}
