/**
 * @typedef {Pick<typeof import('../../src/index'), 'patterns' | 'explainedAt'>} Made
 * @typedef {Made['patterns'][number]} Pattern
 */

/** The two places of docs/drift.md that are made, with the line of its contents that lists each. */
const MADE = [
  { of: ['kpis', 'functions'], title: 'Patterns across functions' },
  { of: ['plan'], title: 'Conditions of the plan' },
];

/**
 * The page that explains alerts, with its sections on patterns made anew.
 *
 * @param {string} page      docs/drift.md as it is; what is written by hand stays
 * @param {readonly Pattern[]} patterns  every pattern, in the order of the method
 * @param {Made['explainedAt']} anchorOf  from a name to its anchor on the page: "#silos"
 * @returns         Markdown, the same for the same patterns
 */
export function driftPage(page, patterns, anchorOf) {
  return MADE.reduce((text, { of, title }) => {
    const some = patterns.filter(({ kind }) => of.includes(kind));
    const links = some.map(({ name }) => `[${name}](${anchorOf(name)})`).join(' · ');
    const listed = replaced(text, new RegExp(`^- ${title}: .*$`, 'm'), `- ${title}: ${links}`);
    const [from, to] = [
      `<!-- ${title}: made from src/review/patterns by npm run build -->`,
      `<!-- end of: ${title} -->`,
    ];
    const body = some.map(section).join('\n\n');
    return replaced(listed, new RegExp(`${from}[^]*${to}`), `${from}\n\n${body}\n\n${to}`);
  }, page);
}

/** @type {(text: string, what: RegExp, by: string) => string} */
function replaced(text, what, by) {
  if (!what.test(text)) throw new Error(`docs/drift.md has no place for what is made: ${what}.`);
  return text.replace(what, () => by);
}

/** @param {Pattern} pattern */
function section({ name, explanation, matters, passage, question, source }) {
  const parts = [
    `## ${name}`,
    explanation,
    `Why this matters: ${matters}`,
    `The question for the meeting: *${question}*`,
  ];
  const sources = [...(passage ? [`the founding essay, “${passage}”`] : []), ...(source ? [source] : [])];
  return [...parts, ...(sources.length > 0 ? [`Source: ${sources.join('; ')}.`] : [])].join('\n\n');
}
