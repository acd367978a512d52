import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

test('satisfied is the top two of the scale unless said otherwise', () => {
  expect(evaluate('CSAT', [column(1, 2, 3, 4, 5)])).toBe(0.4); // by hand: 4 and 5
  expect(evaluate('CSAT', [column(1, 2, 3, 4, 5), 3])).toBe(0.6);
  expect(evaluate('CSAT', [column(6, 7, 9, 10), undefined, 10])).toBe(0.5); // by hand: 9 and 10
});

test('an answer off the scale is named', () => {
  expect(thrown('CSAT', [column(5, 6)])).toBe('#VALUE! row 2 of responses: 6 is not an answer from 1 to 5.');
  expect(thrown('CSAT', [column(5, null, 0)])).toBe('#VALUE! row 3 of responses: 0 is not an answer from 1 to 5.');
  expect(thrown('NPS', [column(10, 11)])).toBe('#VALUE! row 2 of responses: 11 is not from 0 to 10.');
  expect(thrown('NPS', [column(10, -1)])).toBe('#VALUE! row 2 of responses: -1 is not from 0 to 10.');
});

test('a scale that cannot be is refused', () => {
  expect(thrown('CSAT', [5, 6])).toBe('#VALUE! satisfied_from: 6 is not from 1 to 5, the best possible answer.');
  expect(thrown('CSAT', [5, undefined, 1])).toBe('#VALUE! scale_max: 1 is not 2 or more.');
});
