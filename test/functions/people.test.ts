import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

test('agreement of 4, 5, 4, 3 and 4 on five points is 0.75', () => {
  expect(evaluate('AGREEMENT_INDEX', [column(4, 5, 4, 3, 4), 5])).toBe(0.75); // method, section 6
});

test('one answer agrees with nobody', () => {
  expect(thrown('AGREEMENT_INDEX', [column(4, null), 5])).toBe(
    '#N/A AGREEMENT_INDEX needs 2 figures in responses at least; there is 1.',
  );
});

test('by quarter a quarter with one answer says so, and the others stand', () => {
  const messages: string[] = [];
  const dates = column(46_030, 46_040, 46_130);
  expect(
    evaluate('AGREEMENT_INDEX', [column(4, 4, 2), 5, dates, 'quarter'], (_r, _c, error) =>
      messages.push(error.message),
    ),
  ).toEqual([
    [46_023, 1],
    [46_113, { error: '#N/A' }],
  ]);
  expect(messages).toEqual(['AGREEMENT_INDEX needs 2 figures in responses at least; there is 1.']);
});

test('an answer off the scale is named', () => {
  expect(thrown('AGREEMENT_INDEX', [column(4, 6), 5])).toBe(
    '#VALUE! row 2 of responses: 6 is not an answer from 1 to 5.',
  );
  expect(thrown('AGREEMENT_INDEX', [column(4, 0), 5])).toBe('#VALUE! row 2 of responses: 0 is not 1 or more.');
  expect(thrown('AGREEMENT_INDEX', [column(4, 5), 1])).toBe('#VALUE! scale_points: 1 is not 2 or more.');
});

test('favorable is 4 and 5 of five, on another scale what is said', () => {
  expect(evaluate('FAVORABLE_SHARE', [column(5, 4, 3, 2)])).toBe(0.5);
  expect(evaluate('FAVORABLE_SHARE', [column(10, 7, 6, 0), 7])).toBe(0.5);
  expect(thrown('FAVORABLE_SHARE', [column(5, 8)])).toBe(
    '#VALUE! row 2 of responses: 8 is not on a scale from 1 to 5; on another one say favorable_from.',
  );
});
