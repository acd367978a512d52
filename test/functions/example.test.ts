import { functions } from '../../src/functions/catalogue';
import { exampleFormula, exampleSheet } from '../../src/functions/help/example';

const find = (name: string) => functions.find(definition => definition.name === name)!;

test('an example with single figures is a formula as people type it', () => {
  const churn = find('CHURN_RATE');
  expect(exampleFormula(churn, churn.examples[0]!, 'univer')).toBe('=CHURN_RATE(5,100)');
  expect(exampleFormula(churn, churn.examples[0]!, 'excel')).toBe('=COMPASS.CHURN_RATE(5,100)');
  expect(exampleFormula(churn, churn.examples[0]!, 'sheets')).toBe('=CHURN_RATE(5;100)');
});

test('an example with ranges points at cells, and those are laid out beside it', () => {
  const csat = find('CSAT');
  const example = csat.examples[2]!;
  expect(exampleFormula(csat, example, 'univer')).toBe('=CSAT(A2:A6,,,B2:B6,"month")');
  const sheet = exampleSheet(csat, example);
  expect(sheet.headers).toEqual(['responses', 'dates']);
  expect(sheet.rows[0]).toEqual([5, 46_027]);
  expect(sheet.dates).toEqual([false, true]);
});

test('columns of different length are filled up with blanks', () => {
  const time = find('ORDER_FULFILLMENT_TIME');
  expect(exampleFormula(time, time.examples[1]!, 'univer')).toBe('=ORDER_FULFILLMENT_TIME(A2:A3,B2:B3,"mean",TRUE,C2)');
  expect(exampleSheet(time, time.examples[1]!).rows[1]).toEqual([46_034, 46_037, null]);
});
