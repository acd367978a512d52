/** Mistakes that make no difference to anybody who calls the code: no test could notice them, so they do not count. */
import { SAME_IN_GATE } from './sameInGate.mjs';
import { SAME_IN_REVIEW } from './sameInReview.mjs';
import { SAME_IN_TEMPLATES } from './sameInTemplates.mjs';
import { SAME_IN_WORKBOOK } from './sameInWorkbook.mjs';

/**
 * A mistake that was looked at by itself.
 *
 * @typedef {object} Equivalent
 * @property {string} file
 * @property {string} line  the line in which it begins, without the spaces around it
 * @property {string} from  what is there, any white space as one space …
 * @property {string} to    … and what it becomes; nothing where a statement is left out
 * @property {string} why
 */

/**
 * What was worked out is kept, so that it is not worked out again: without that, or with room for another number of them, it
 * only takes longer.
 *
 * @type {(file: string, kept: string, key: string, value: string, most?: number) => Equivalent[]}
 */
function keeping(file, kept, key, value, most) {
  const why = 'what is known is worked out once more';
  const set = `${kept}.set(${key}, ${value})`;
  const same = (/** @type {string} */ line, from = line, to = '') => ({ file, line, from, to, why });
  const found = [same(`${set};`), same(`${set};`, set, `${kept}.set(${value}, ${key})`)];
  if (most === undefined) return found;
  const full = `if (${kept}.size >= MOST_${kept}) ${kept}.clear();`;
  return [
    ...found,
    same('if (known) return known;'),
    same(full),
    same(full, `${kept}.size >= MOST_${kept}`, `${kept}.size > MOST_${kept}`),
    same(`const MOST_${kept} = ${most};`, `${most}`, `(${most} + 1)`),
  ];
}

/** @type {Equivalent[]} */
const LOOKED_AT = [
  ...SAME_IN_GATE,
  ...SAME_IN_REVIEW,
  ...SAME_IN_TEMPLATES,
  ...SAME_IN_WORKBOOK,
  ...keeping('src/drift/evidence/thresholds.ts', 'KNOWN', 'chance', 'thresholds', 100),
  ...keeping('src/drift/breaks/regimeCost.ts', 'CURVES', 'key', 'found', 100),
  ...keeping('src/drift/statistics/mannKendall.ts', 'COUNTS', 'key', 'chances', 1000),
  ...keeping('src/drift/breaks/cheapest.ts', 'ways', 'form + correlation', 'way'),
  ...keeping('src/drift/breaks/cheapest.ts', 'curves', 'correlation', 'cost'),
  ...keeping('src/drift/breaks/breaks.ts', 'known', 'lines', 'found'),
  ...keeping('src/drift/evidence/regimes.ts', 'known', 'key', 'cuts'),
  {
    file: 'src/drift/breaks/cheapest.ts',
    line: 'if (breaks > 1 && way.least().some(isTooDear)) continue;',
    from: 'if (breaks > 1 && way.least().some(isTooDear)) continue;',
    to: '',
    why: 'cuts that can’t be the cheapest are looked at as well, and are not',
  },
  {
    file: 'src/drift/statistics/distributions.ts',
    line: 'const tail = value * value > 1e-300 ? 0.5 * gammaTail(0.5, (value * value) / 2) : 0.5;',
    from: 'value * value > 1e-300',
    to: 'value * value >= 1e-300',
    why: 'at the bound itself both sides come to a half',
  },
  {
    file: 'src/drift/statistics/distributions.ts',
    line: 'const tail = value * value > 1e-300 ? 0.5 * gammaTail(0.5, (value * value) / 2) : 0.5;',
    from: 'value * value',
    to: 'value / value',
    why: 'of a square that is lost in arithmetic the fraction comes to a half as well',
  },
  {
    file: 'src/drift/breaks/cheapest.ts',
    line: 'ways.set(form + correlation, way);',
    from: 'form + correlation',
    to: 'form - correlation',
    why: 'what is known is not found, and worked out once more',
  },
  {
    file: 'src/drift/breaks/cheapest.ts',
    line: 'const way = ways.get(form + correlation) ?? {',
    from: 'form + correlation',
    to: 'form - correlation',
    why: 'what is known is not found, and worked out once more',
  },
  {
    file: 'src/drift/statistics/distributions.ts',
    line: 'if (x <= 0) return 0;',
    from: 'x <= 0',
    to: 'x < 0',
    why: 'the fraction that follows comes to 0 at 0 as well',
  },
  {
    file: 'src/drift/statistics/distributions.ts',
    line: 'if (Math.abs(d * c - 1) < 1e-15) break;',
    from: '1',
    to: '0',
    why: 'the fraction goes on after it has converged, and stays what it is',
  },
  {
    file: 'src/drift/statistics/mannKendall.ts',
    line: 'for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) s += Math.sign(figures[j]! - figures[i]!);',
    from: '1',
    to: '0',
    why: 'a figure compared with itself adds nothing',
  },
  {
    file: 'src/drift/statistics/mannKendall.ts',
    line: 'for (let i = 1; i < figures.length; i++) {',
    from: '1',
    to: '0',
    why: 'the first figure is neither more nor less than the none before it',
  },
];

const SYMMETRIC =
  /^(Math\.(max|min|hypot|imul)|same(Cells|Name|Sheet)|alike|editDistance|join(Cells|Formats|Values)|overlap)\(/;

/**
 * Why a mistake makes no difference.
 *
 * @param {import('./plan.mjs').Planned} mutant
 * @param {string} text  of its file
 * @returns {string | undefined}  nothing where it may make one
 */
export function whySame({ file, start, end, kind, replacement }, text) {
  const from = plain(text.slice(start, end));
  if (kind === 'arguments' && SYMMETRIC.test(from)) return 'the order of these arguments does not matter';
  const line = text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', start)).trim();
  return LOOKED_AT.find(
    one => one.file === file && one.line === line && one.from === from && one.to === plain(replacement),
  )?.why;
}

/** @param {string} words */
const plain = words => words.replace(/\s+/g, ' ').trim();
