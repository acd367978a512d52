import { moved } from '../../../src/hosts/web/xlsx/moved';

describe('a formula that is copied somewhere else', () => {
  // What Excel shows when the formula is copied one row down and two columns to the right.
  it.each([
    ['=A1*$B$1+C$2-$D3', '=C2*$B$1+E$2-$D4'],
    ['=SUM(A1:B2)', '=SUM(C2:D3)'],
    ['=SUM(A:A)+SUM($A:B)', '=SUM(C:C)+SUM($A:D)'],
    ['=SUM(3:3)+SUM($3:4)', '=SUM(4:4)+SUM($3:5)'],
    ["=Till!A1+'Till A1'!A1", "=Till!C2+'Till A1'!C2"],
    ['=IF(A1="A1","it says ""A1""",LOG10(A1))', '=IF(C2="A1","it says ""A1""",LOG10(C2))'],
    ['=TAXES2024+tax_A1+A1.rate', '=TAXES2024+tax_A1+A1.rate'],
    ['=AA99&a1', '=AC100&C2'],
  ])('%s becomes %s', (formula, expected) => {
    expect(moved(formula, 1, 2)).toBe(expected);
  });

  it('loses a reference that leaves the sheet', () => {
    expect(moved('=A1+$A$1+B2', -1, -1)).toBe('=#REF!+$A$1+A1');
    expect(moved('=SUM(A:B)+SUM(1:2)', -1, -1)).toBe('=SUM(#REF!)+SUM(#REF!)');
  });
});
