import { fDistributionTail, logGamma, normalTail, tTail } from '../../src/drift/statistics/distributions';

// Expected values: scipy 1.17.1, stats.norm.sf, stats.t.sf, stats.f.sf and special.gammaln, to ten digits each, in both tails and
// on both sides of every place where the arithmetic goes another way.

const near = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-10 * Math.max(Math.abs(expected), 1e-300));

test.each([
  [0.001, 0.49960105778608893],
  [0.1, 0.460172162722971],
  [0.7, 0.24196365222307303],
  [1.2, 0.11506967022170822],
  [1.7, 0.04456546275854304],
  [2, 0.022750131948179195],
  [2.5, 0.006209665325776132],
  [3.3, 0.00048342414238377744],
  [6, 9.865876450376946e-10],
  [8.5, 9.47953482220325e-18],
  [20, 2.7536241186061556e-89],
  [-0.1, 0.539827837277029],
  [-2, 0.9772498680518208],
  [-9, 1],
])('a normal figure lies above %d by a chance of %d', (value, expected) => near(normalTail(value), expected));

test.each([
  [0, 4, 0.5],
  [0.1, 1, 0.4682744825694465],
  [0.1, 200, 0.4602222462521605],
  [1, 1, 0.25],
  [1, 2, 0.2113248654051871],
  [3, 7, 0.009971063065996268],
  [12, 3, 0.0006225079003946681],
  [2.2, 500, 0.014131817968559406],
  [40, 10, 1.1404288715428768e-12],
  [-2, 6, 0.9537868442341625],
])('a t figure lies above %d with %d degrees of freedom by a chance of %d', (value, degrees, expected) =>
  near(tTail(value, degrees), expected),
);

test.each([
  [0.01, 2, 5, 0.9900695822980478],
  [0.5, 11, 36, 0.8905527041336345],
  [1, 1, 1, 0.5],
  [1, 11, 60, 0.457250890630559],
  [1.6, 51, 52, 0.047185688428835665],
  [3.1, 11, 24, 0.009901402810541738],
  [3.1, 3, 12, 0.06728696967909101],
  [6, 11, 13, 0.0016491635244602234],
  [20, 2, 40, 9.5367431640625e-7],
  [200, 5, 9, 6.118560383083036e-9],
  [1e-9, 4, 4, 1],
  [-1, 4, 4, 1],
])('an F figure lies above %d with %d and %d degrees of freedom by a chance of %d', (value, top, below, expected) =>
  near(fDistributionTail(value, top, below), expected),
);

test.each([
  [0.5, 0.5723649429247],
  [3.5, 1.2009736023470743],
  [10, 12.801827480081469],
  [101, 363.73937555556347],
  [5001.5, 37595.40218046747],
])('the gamma function of %d has the logarithm %d', (x, expected) => near(logGamma(x), expected));
