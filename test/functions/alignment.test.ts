import type { Cell } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

// The workbook of the method, section 6, as columns of a sheet.
const actuals = column(0.28, 0.22, 3.2, 0.81, 0.04);
const targets = column(0.35, 0.2, 2, 0.9, 0.03);
const better = column('higher', 'Higher ', 'lower', '', 'lower');
const weights = column(null, 1, null, 2, 1);
const functions = column('Marketing', 'Sales', 'Operations', 'Customer Service', 'customer service ');

test('the alignment score of the worked workbook is 71.62008', () => {
  expect(evaluate('ALIGNMENT_SCORE', [actuals, targets, better, weights, functions])).toBeCloseTo(71.62008, 5);
});

test('attainments of the method: 0.75, 0.666667, 0, 0.9', () => {
  expect(evaluate('KPI_ATTAINMENT', [60, 80])).toBe(0.75);
  expect(evaluate('KPI_ATTAINMENT', [0.04, 0.03, 'lower'])).toBeCloseTo(2 / 3, 12);
  expect(evaluate('KPI_ATTAINMENT', [0.07, 0.03, 'LOWER'])).toBe(0);
  expect(evaluate('KPI_ATTAINMENT', [9, null, 'in range', null, 10, 20])).toBe(0.9);
});

test('a figure without a target has no attainment, unless a range is its target', () => {
  expect(evaluate('KPI_ATTAINMENT', [column(60, 60), column(80, null)])).toEqual(column(0.75, ''));
  expect(evaluate('KPI_ATTAINMENT', [15, '', 'in range', '', 10, 20])).toBe(1);
});

test('what cannot be scored says why', () => {
  expect(thrown('KPI_ATTAINMENT', [0.1, 0])).toBe(
    '#VALUE! With a target of 0 it needs a floor: the value that scores zero.',
  );
  expect(thrown('KPI_ATTAINMENT', [60, 80, 'hihger'])).toBe(
    "#VALUE! better: 'hihger' is not one of higher, lower or in range.",
  );
  expect(thrown('KPI_ATTAINMENT', [9, null, 'in range'])).toMatch(/Low and High are missing/);
});

test('in the score the row of what cannot be scored is named', () => {
  expect(thrown('ALIGNMENT_SCORE', [column(60, 0.1), column(80, 0)])).toBe(
    '#VALUE! row 2 of actuals: with a target of 0 it needs a floor: the value that scores zero.',
  );
});

test('a KPI without a figure or a target is left out', () => {
  expect(evaluate('ALIGNMENT_SCORE', [column(60, null, 5), column(80, 10, null)])).toBeCloseTo(75, 9);
  expect(thrown('ALIGNMENT_SCORE', [column(60, 5), column(null, null)])).toMatch('#N/A ALIGNMENT_SCORE finds no row');
});

test('one word for better stands for all rows', () => {
  expect(evaluate('ALIGNMENT_SCORE', [column(4, 3), column(3, 3), 'lower'])).toBeCloseTo(100 * Math.sqrt(2 / 3), 9);
});

test('a function that counts double pulls twice as hard, and its rows must agree', () => {
  const twice = (a: Cell, b: Cell, c: Cell) => [
    column(60, 90, 50),
    column(80, 100, 100),
    null,
    null,
    column('Sales', 'Sales', 'Service'),
    null,
    null,
    null,
    column(a, b, c),
  ];
  // By hand: Sales (75 + 90) / 2 = 82.5, Service 50; (82.5² · 50)^⅓.
  expect(evaluate('ALIGNMENT_SCORE', twice(2, null, 1))).toBeCloseTo((82.5 ** 2 * 50) ** (1 / 3), 9);
  expect(thrown('ALIGNMENT_SCORE', twice(2, 3, 1))).toBe(
    '#VALUE! row 2 of function_weights: Sales weighs 3 here and 2 in row 1 of function_weights.',
  );
});

test('without functions the weight of a row is that of its KPI', () => {
  const args = [column(60, 50), column(80, 100), null, null, null, null, null, null, column(3, 1)];
  expect(evaluate('ALIGNMENT_SCORE', args)).toBeCloseTo((75 ** 3 * 50) ** (1 / 4), 9); // by hand
});

test('weights that are all zero leave nothing to divide by', () => {
  const args = [60, 80, null, null, null, null, null, null, 0];
  expect(thrown('ALIGNMENT_SCORE', args)).toMatch('#DIV/0!');
});
