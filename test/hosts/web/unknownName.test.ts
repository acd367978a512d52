import { unknownNameIn } from '../../../src/hosts/web/unknownName';

const functions = ['SUM', 'AVERAGE', 'CHURN_RATE', 'ROUND'];
const names = ['Sales', 'Tax_rate'];

// By hand: what somebody mistyped, and what they meant.
test.each([
  ['=CHURNRATE(5,100)', 'There is no function CHURNRATE; did you mean CHURN_RATE?'],
  ['=ROUND(AVERGE(A1:A3),1)', 'There is no function AVERGE; did you mean AVERAGE?'],
  ['=SUM(Sale)', 'There is no name Sale; did you mean Sales?'],
  ['=MITTELWERT(A1:A3)', 'There is no function MITTELWERT.'],
  ['=Taxrate*2', 'There is no name Taxrate; did you mean Tax_rate?'],
])('%s: %s', (formula, message) => {
  expect(unknownNameIn(formula, functions, names)).toBe(message);
});

test.each([
  '=SUM(A1:$B$2)+Sales*TRUE',
  "=sum(Shop!A1)+ROUND('Till 2'!B2,0)",
  '=CHURN_RATE("no such(name)",100)',
  '=SUM(A:A,3:4,1E3)',
  '=SUM($A:$C,#N/A,#REF!)',
])('%s: every name is known', formula => {
  expect(unknownNameIn(formula, functions, names)).toBeNull();
});
