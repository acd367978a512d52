import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainedAt } from '../../src/review/alerts/explain';
import { EXPLANATIONS } from '../../src/review/alerts/explanations';
import { PATTERNS } from '../../src/review/patterns/catalogue';
import { reviewRegister } from '../../src/review/review';
import { afterMonths, kpi, quiet, register } from './registers';

const page = readFileSync(join(__dirname, '../../docs/drift.md'), 'utf8');
/** The anchors of a page as GitHub makes them: lower case, no punctuation, a hyphen for each space. */
const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(
  ([, heading]) =>
    `#${heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replace(/ /g, '-')}`,
);

describe('the page that explains alerts', () => {
  const named = [
    'point',
    'run',
    'three of four',
    'break',
    'evidence',
    'shift',
    'spike',
    'trend',
    'chronic',
    'experiment',
  ];
  test.each([...named, ...PATTERNS.map(({ name }) => name)])('has a section for %s', name => {
    expect(anchors).toContain(explainedAt(name));
  });
  test('has a section for whatever a review points to', () => {
    const low = (name: string, until: number | null = null) =>
      kpi(name, [...quiet(24), ...quiet(6, 4)], { target: 20, function: name, experimentUntil: until });
    const high = kpi('Deals', [...quiet(24), ...quiet(6, 16)], { measure: 'deals' });
    const review = reviewRegister(
      register([
        low('Orders'),
        low('Visits', afterMonths(40)),
        high,
        { ...low('Regulars'), measure: 'retention' },
        kpi('Shelf', quiet(30), { target: 20 }),
      ]),
    );
    const pointed = [...review.alerts, ...review.wins, ...review.standing, ...review.plan, ...review.fiveEffects];
    expect(review.alerts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['shift', 'pattern', 'experiment']));
    expect(review.standing.length).toBeGreaterThan(0);
    for (const { explain } of pointed) {
      expect(anchors).toContain(explain);
      expect(Object.keys(EXPLANATIONS)).toContain(explain);
    }
  });
  test.each(Object.entries(EXPLANATIONS))(
    'begins its section %s with what is shown without a network',
    (anchor, said) => {
      const section = page.split(/^#+ /m)[1 + anchors.indexOf(anchor)]!;
      const [, ...lines] = section.split('\n');
      const plain = lines
        .join(' ')
        .replace(/\s+/g, ' ')
        .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
        .replace(/[*`]/g, '');
      expect(plain.trim().startsWith(said)).toBe(true);
    },
  );
  test('has no two sections of one name, and links that lead somewhere', () => {
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const [, anchor] of page.matchAll(/\]\((#[^)]+)\)/g)) expect(anchors).toContain(anchor);
  });
  test.each(PATTERNS)('is made from the record of $name', ({ name, explanation, passage, question }) => {
    const section = page.split(/^#+ /m)[1 + anchors.indexOf(explainedAt(name))]!;
    expect(explanation).toMatch(/\w+( \S+){9,}[.?]$/);
    expect(question).toMatch(/\?$/);
    expect(EXPLANATIONS[explainedAt(name)]).toMatch(/[.?]$/);
    for (const part of [explanation, question, ...(passage === undefined ? [] : [passage])]) {
      expect(part.trim()).not.toBe('');
      expect(section).toContain(part);
    }
  });
});
