import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

const actuals = column(0.28, 0.22, 3.2, 0.81, 0.04);
const targets = column(0.35, 0.2, 2, 0.9, 0.03);
const better = column('higher', 'higher', 'lower', 'higher', 'lower');
const weights = column(1, 1, 1, 2, 1);
const functions = column('Marketing', 'Sales', 'Operations', 'Customer Service', 'Customer Service');

describe('the breakdown of the alignment score', () => {
  test('of the method’s workbook: points lost 4.7430, 0, 19.4762 and 4.1607', () => {
    const rows = evaluate('ALIGNMENT_BREAKDOWN', [actuals, targets, better, weights, functions]) as [
      string,
      number,
      number,
    ][];
    expect(rows.map(([name]) => name)).toEqual(['Marketing', 'Sales', 'Operations', 'Customer Service']);
    expect(rows.map(([, score]) => score.toFixed(4))).toEqual(['80.0000', '100.0000', '40.0000', '82.2222']);
    expect(rows.map(([, , lost]) => lost.toFixed(4))).toEqual(['4.7430', '0.0000', '19.4762', '4.1607']);
    const total = rows.reduce((sum, [, , lost]) => sum + lost, 0);
    expect(total).toBeCloseTo(28.37992, 5);
    expect(100 - total).toBeCloseTo(
      evaluate('ALIGNMENT_SCORE', [actuals, targets, better, weights, functions]) as number,
      9,
    );
  });

  test('without functions every row is one, named by its place', () => {
    const rows = evaluate('ALIGNMENT_BREAKDOWN', [column(60, null, 50), column(80, 10, 100)]) as [
      string,
      number,
      number,
    ][];
    expect(rows.map(([name, score]) => [name, score])).toEqual([
      ['row 1 of actuals', 75],
      ['row 3 of actuals', 50],
    ]);
  });

  test('what cannot be scored names its row', () => {
    expect(thrown('ALIGNMENT_BREAKDOWN', [column(60, 0.1), column(80, 0)])).toMatch(/^#VALUE! row 2 of actuals: /);
    expect(thrown('ALIGNMENT_BREAKDOWN', [60, 80, null, null, null, null, null, null, 0])).toMatch(/^#DIV\/0! /);
  });
});

test('the alignment score of a long table can be spilled by month', () => {
  const dates = column(46_027, 46_027, 46_058, 46_058);
  const args = [column(60, 50, 80, 100), column(80, 100, 80, 100), null, null, null, null, null, null, null, dates];
  // By hand: 100 · √(0.75 · 0.5) in January, everything reached in February.
  const [january, february] = evaluate('ALIGNMENT_SCORE', args) as number[][];
  expect(january![1]).toBeCloseTo(100 * Math.sqrt(0.375), 9);
  expect(february).toEqual([46_054, 100]);
});

describe('coherence in a cell', () => {
  test('is a figure where functions move, and the word steady where they do not', () => {
    expect(evaluate('STRATEGIC_COHERENCE', [column(3, 2.5, 2, -0.5)])).toBeCloseTo(0.875, 12); // by hand: 7 / 8
    expect(evaluate('STRATEGIC_COHERENCE', [column(0.6, -1.1, 0.9, 0.2)])).toBe('steady');
    expect(evaluate('STRATEGIC_COHERENCE', [column(0, 0)])).toBe('steady');
  });

  test('takes weights, a blank one as 1, and refuses negative ones', () => {
    expect(evaluate('STRATEGIC_COHERENCE', [column(4, -2.5, 0.5), column(null, 2, 1)])).toBeCloseTo(-0.5 / 9.5, 12);
    expect(thrown('STRATEGIC_COHERENCE', [column(4, 3), column(1, -1)])).toBe(
      '#VALUE! row 2 of weights: -1 is not 0 or more.',
    );
    expect(thrown('STRATEGIC_COHERENCE', [column(4, 3), column(0, 0)])).toMatch(/^#DIV\/0! /);
  });
});

describe('synergy in a row of two cells', () => {
  test('the method’s funnel: 127.104, a share of .1252128', () => {
    const [row] = evaluate('SYNERGY', [column(400, 0.25, 0.2, 120), column(440, 0.28, 0.22, 126)]) as number[][];
    expect(row![0]).toBeCloseTo(127.104, 9);
    expect(row![1]).toBeCloseTo(0.1252128, 7);
  });

  test('nothing changed: a blank share', () => {
    expect(evaluate('SYNERGY', [column(5, 2), column(5, 2)])).toEqual([[0, '']]);
  });
});

test('the allocation gap of 6:2:2 against 1:2:2 is 0.4, by quarter each for itself', () => {
  const [spend, shares] = [column(6000, 2000, 2000), column(1, 2, 2)];
  expect(evaluate('ALLOCATION_GAP', [spend, shares])).toBeCloseTo(0.4, 12);
  const dates = column(46_030, 46_030, 46_120);
  expect(evaluate('ALLOCATION_GAP', [spend, shares, dates, 'quarter'])).toEqual([
    [46_023, (0.75 - 1 / 3 + 2 / 3 - 0.25) / 2],
    [46_113, 0],
  ]);
  expect(thrown('ALLOCATION_GAP', [column(0, 0), column(1, 2)])).toMatch(/^#DIV\/0! /);
});
