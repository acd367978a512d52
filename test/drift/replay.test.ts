import { isDeepStrictEqual } from 'node:util';
import { type Change, driftChanges, provenSeason, seasonBesideSteps } from '../../src/drift';
import { cutting } from '../../src/drift/breaks/breaks';
import { foundChanges } from '../../src/drift/changes/found';
import { evidenceOfRise } from '../../src/drift/evidence/evidence';
import { usualFigure } from '../../src/drift/evidence/rare';
import { spikeUpwards } from '../../src/drift/evidence/spike';
import { theilSen } from '../../src/drift/trend/trend';
import { plainCut, plainSeasonBesideSteps } from './plain/breaks';
import { generated } from './plain/cases';
import { plainEvidenceOfRise, plainMedian, plainSpikeUpwards, plainUsualFigure } from './plain/evidence';
import { plainChanges, plainFoundChanges } from './plain/replay';
import { plainSeason } from './plain/season';
import { history } from './series';

/*
 * The engine keeps from period to period what does not change, and passes over what can't matter. The plain replay works
 * everything out again; it was the engine's own code before it was made quick. Both say the same: every change with its period,
 * onset, levels, signs and end to the last bit, and its evidence, which is summed up in another order, to 12 digits.
 */

/** All of a change but its evidence, which is looked at apart. */
function apart(changes: readonly Change[]) {
  return { evidence: changes.map(change => change.evidence), rest: changes.map(({ evidence: _, ...rest }) => rest) };
}

function isClose(found: number, plain: number): boolean {
  return Object.is(found, plain) || Math.abs(found - plain) <= 1e-12 * Math.max(1, Math.abs(plain));
}

function expectSameChanges(found: readonly Change[], plain: readonly Change[]): void {
  const [one, other] = [apart(found), apart(plain)];
  // A change has hundreds of numbers: to compare them is quick, to be able to tell how they differ is not.
  if (!isDeepStrictEqual(one.rest, other.rest)) expect(one.rest).toEqual(other.rest);
  other.evidence.forEach((evidence, i) => {
    expect(isClose(one.evidence[i]!, evidence)).toBe(true);
  });
}

/** Lengths as workbooks have them, and some that are long. */
const lengthOf = (seed: number) => (seed % 10 < 7 ? 3 + ((seed * 7) % 58) : 60 + ((seed * 13) % 161));
const seeds = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

describe('the changes are those of the plain replay', () => {
  test('of hundreds of series, found by the largest budget and raised by their own', () => {
    let raised = 0;
    for (const seed of seeds(1, 120)) {
      const { values, options } = generated(seed, lengthOf(seed));
      const plain = plainFoundChanges(values, options);
      expectSameChanges(foundChanges(values, options), plain);
      raised += plain.length;
    }
    expect(raised).toBeGreaterThan(100);
  });
  test('by one budget alone', () => {
    for (const seed of seeds(5000, 60)) {
      const { values, options } = generated(seed, lengthOf(seed));
      expectSameChanges(driftChanges(values, options), plainChanges(values, options));
    }
  });
  test('after every period', () => {
    for (const seed of seeds(2000, 5)) {
      const { values, options } = generated(seed, 60);
      for (let known = 0; known <= values.length; known += 1) {
        const soFar = values.slice(0, known);
        expectSameChanges(foundChanges(soFar, options), plainFoundChanges(soFar, options));
      }
    }
  });
  test('of long series', () => {
    for (const seed of seeds(3000, 2)) {
      const { values, options } = generated(seed, 2000);
      expectSameChanges(foundChanges(values, options), plainFoundChanges(values, options));
    }
  });
});

describe('the cut is the one that is found without passing anything over', () => {
  test.each([
    ['breaks', undefined],
    ['a trend', { from: 12, price: 1.5 }],
  ])('for %s', (_, lines) => {
    let breaks = 0;
    for (const seed of seeds(7000, 120)) {
      const { values, options } = generated(seed, 3 + ((seed * 11) % 120));
      const season = options.season ?? 12;
      const plain = plainCut(values, season, lines);
      expect(cutting(values, season).by(lines)).toEqual(plain);
      breaks += plain.breaks.length;
    }
    expect(breaks).toBeGreaterThan(25);
  });
  test('whatever it was asked before', () => {
    for (const seed of seeds(8000, 25)) {
      const { values, options } = generated(seed, 12 + ((seed * 11) % 90));
      const season = options.season ?? 12;
      const cuts = cutting(values, season);
      const lines = { from: 12, price: 1.5 };
      const asked = [cuts.season(), cuts.by(lines), cuts.by(), cuts.by(lines), cuts.season()];
      const [beside, line, level] = [
        plainSeasonBesideSteps(values, season),
        plainCut(values, season, lines),
        plainCut(values, season),
      ];
      expect(asked).toEqual([beside, line, level, line, beside]);
      expect(seasonBesideSteps(values, season)).toEqual(beside);
    }
  });
  test('of a series that is cut in blocks', () => {
    const values = history(4, 800, [400, 2], [600, -2]);
    expect(cutting(values).by()).toEqual(plainCut(values));
  });
});

test('a season is the one that is found from nothing', () => {
  let proven = 0;
  for (const seed of seeds(9000, 200)) {
    const { values } = generated(seed, lengthOf(seed));
    for (const period of [4, 7, 12]) {
      const plain = plainSeason(values, period);
      expect(provenSeason(values, period)).toEqual(plain);
      if (plain) proven += 1;
    }
  }
  expect(proven).toBeGreaterThan(10);
});

test('evidence, spikes, usual figures and slopes of single stretches are those that are worked out plainly', () => {
  for (const seed of seeds(11_000, 300)) {
    const figures = generated(seed, 7 + (seed % 54)).values.filter(value => value !== null);
    if (figures.length < 7) continue;
    const plain = plainEvidenceOfRise(figures);
    expect(isClose(evidenceOfRise(figures), plain)).toBe(true);
    const [before, newest] = [figures.slice(0, -1), figures[figures.length - 1]!];
    expect(spikeUpwards(before, newest)).toBe(plainSpikeUpwards(before, newest));
    expect(usualFigure(figures)).toBe(plainUsualFigure(figures));
    const slopes = figures.flatMap((y, x) => figures.slice(x + 1).map((later, i) => (later - y) / (i + 1)));
    expect(theilSen(figures.map((y, x) => [x, y] as const))).toBe(plainMedian(slopes));
  }
});
