import { join } from 'node:path';
import type { Grid } from '../../src/cells/value';
import { evaluate } from '../../src/functions/evaluate';
import { cdnow } from '../fixtures/cdnow/ledger';
import { askPython, needsPython } from './python';

const ledger = join(__dirname, '../fixtures/cdnow/CDNOW_sample.txt');
const customers = cdnow().map(({ customer }) => [customer]);
const dates = cdnow().map(({ date }) => [date]);
const asked = needsPython() ? test : test.skip;

asked.each(['week', 'month', 'quarter'])('the customers of CDNOW by the %s of their first purchase', by => {
  const [theirs] = askPython<Grid>('cohorts.py', [{ question: 'retention', ledger, by }]);
  const [head, ...ours] = evaluate('COHORT_RETENTION', [customers, dates, by]) as Grid;
  expect(head!.slice(0, 4)).toEqual(['Cohort', 'Customers', `${by} 0`, `${by} 1`]);
  expect(ours.map(row => row.filter(cell => cell !== ''))).toEqual(theirs);
  // All 2,357 customers of the sample came in the first quarter of 1997.
  expect(ours.reduce((sum, [, size]) => sum + (size as number), 0)).toBe(2357);
});

asked('CDNOW’s share of customers who came back, by lines and by days', () => {
  const theirs = askPython<number>(
    'cohorts.py',
    [false, true].map(one => ({ question: 'repeat_purchase_rate', ledger, lines_of_a_day_are_one: one })),
  );
  const ours = [evaluate('REPEAT_PURCHASE_RATE', [customers]), evaluate('REPEAT_PURCHASE_RATE', [customers, dates])];
  expect(ours).toEqual(theirs);
  // Method, section 1.
  expect(ours.map(rate => (rate as number).toFixed(5))).toEqual(['0.48876', '0.48324']);
});
