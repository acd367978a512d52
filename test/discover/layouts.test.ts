import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discover } from '../../src/discover';
import { parseLayout } from '../fixtures/layouts/parseLayout';
import { newTally, score, shares } from '../fixtures/layouts/score';

// What is to be found is in each file, written before the finder was run on it (test/fixtures/layouts/README.md).

const folder = join(__dirname, '../fixtures/layouts');
const files = readdirSync(folder).filter(name => name.endsWith('.txt'));
const layouts = files.map(file => ({ file, layout: parseLayout(readFileSync(join(folder, file), 'utf8')) }));

describe('what is found in the workbooks of owners', () => {
  const tally = newTally();
  for (const { file, layout } of layouts)
    score(tally, file, layout, discover(layout.snapshot, { looks: false }).findings);
  const { recall, precision, unmarkedRight, marked, markedOfAll } = shares(tally);

  test('is tried on sixty layouts at least', () => {
    expect(layouts.length).toBeGreaterThanOrEqual(60);
    expect(new Set(layouts.map(({ layout }) => layout.title)).size).toBe(layouts.length);
  });

  test('is what a person finds, and little else', () => {
    expect({
      recall: recall >= 0.95,
      precision: precision >= 0.9,
      faults: tally.faults.length < 20 ? [] : tally.faults,
    }).toEqual({
      recall: true,
      precision: true,
      faults: [],
    });
  });

  test('is right where it is not marked as a guess, and mostly not marked', () => {
    expect(unmarkedRight).toBeGreaterThanOrEqual(0.97);
    expect(marked).toBeLessThanOrEqual(0.3);
    expect(markedOfAll).toBeLessThanOrEqual(0.3);
  });
});

test.each(layouts.map(({ file, layout }) => [file, layout] as const))(
  '%s: each finding says where it is, and since when',
  (_, { snapshot }) => {
    const { findings, unreadable } = discover(snapshot);
    for (const { name, count, figures, values, look, guessed } of findings) {
      expect(name).not.toBe('');
      expect(count).toBeGreaterThanOrEqual(3);
      expect(figures.filter(figure => figure !== null).length).toBeGreaterThanOrEqual(3);
      expect(values.range).toMatch(/^[A-Z]+\d*(:[A-Z]+\d*)?$/);
      expect(look).not.toBeNull();
      expect(new Set(guessed).size).toBe(guessed.length);
    }
    for (const { saw, help } of unreadable) {
      expect(saw).not.toBe('');
      expect(help).toMatch(/^[A-Z].*\.$/);
    }
  },
);
