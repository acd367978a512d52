import { afterMove, afterRemovedSheet, copied, referencesIn } from '../../src/cells/references';

describe('a formula after two rows were inserted before row 5 of Compass Data', () => {
  const moved = (formula: string, own = 'Compass Data') =>
    afterMove(formula, own, { sheet: 'Compass Data', axis: 'row', at: 4, count: 2 });

  test.each([
    ['what lies below moves, what lies above stays', 'A4+A5+$B$10', 'A4+A7+$B$12'],
    ['a range that holds the place grows', 'SUM(A2:A9)', 'SUM(A2:A11)'],
    ['whole columns stay, whole rows move', 'SUM(A:A,5:6,$3:$8)', 'SUM(A:A,7:8,$3:$10)'],
    ['its own sheet may be named', "'Compass Data'!A5", "'Compass Data'!A7"],
    [
      'a sheet holds for both ends of its range and no further',
      "SUM('compass data'!A5:B6)+Weekly!A5:B6+A6",
      "SUM('compass data'!A7:B8)+Weekly!A5:B6+A8",
    ],
    [
      'text, functions, names and structured references are none',
      'LOG10(A1)&"A5"&TAX_A5&Table1[[#This Row],[A5]]&1.5E7',
      'LOG10(A1)&"A5"&TAX_A5&Table1[[#This Row],[A5]]&1.5E7',
    ],
    ['other workbooks are none', "[1]Weekly!A5+'[1]Compass Data'!A5", "[1]Weekly!A5+'[1]Compass Data'!A5"],
    ['errors and arrays are carried', '#REF!+{1,2;3,4}+A5#', '#REF!+{1,2;3,4}+A7#'],
    ['a quote in a sheet name is read', "'It''s A5'!A5+A5", "'It''s A5'!A5+A7"],
  ])('%s', (_, formula, expected) => {
    expect(moved(formula)).toBe(expected);
  });

  test('on another sheet only what names the sheet moves', () => {
    expect(moved("A5+'Compass Data'!A5", 'Weekly')).toBe("A5+'Compass Data'!A7");
  });

  test('a list of ranges moves as well', () => {
    expect(moved('A1:B4 D5:D9')).toBe('A1:B4 D7:D11');
  });
});

describe('a formula that was filled down', () => {
  test('moves along where it has no dollar', () => {
    expect(copied('IF(Weekly!$B$4="","",$A2+B$1*C3)', 3, 1)).toBe('IF(Weekly!$B$4="","",$A5+C$1*D6)');
  });

  test('points nowhere once it leaves the sheet', () => {
    expect(copied('A1', -1, 0)).toBe('#REF!');
  });
});

describe('a formula after columns C and D of Compass Data were taken out', () => {
  const moved = (formula: string) =>
    afterMove(formula, 'Compass Data', { sheet: 'Compass Data', axis: 'column', at: 2, count: -2 });

  test.each([
    ['what lies to the right moves, what lies to the left stays', 'B4+$E$4', 'B4+$C$4'],
    ['a range around them shrinks', 'SUM(B2:F9)', 'SUM(B2:D9)'],
    ['a range that ends in them ends before them', 'SUM(A1:C9)', 'SUM(A1:B9)'],
    ['a range that begins in them begins behind them', 'SUM(D1:F9)', 'SUM(C1:D9)'],
    ['what lay in them is gone', 'C4+SUM(C1:D9)', '#REF!+SUM(#REF!)'],
    ['whole rows stay, whole columns move', 'SUM(3:3)+SUM(E:F)+SUM(C:C)', 'SUM(3:3)+SUM(C:D)+SUM(#REF!)'],
    ['other sheets stay', 'Weekly!C4', 'Weekly!C4'],
  ])('%s', (_, formula, expected) => {
    expect(moved(formula)).toBe(expected);
  });
});

test('a formula that spoke of a sheet that is gone points nowhere, and nothing else of it changes', () => {
  expect(afterRemovedSheet("SUM('My shop'!A1:B2,A1:B2)*Till!C3", 'my SHOP')).toBe("SUM('My shop'!#REF!,A1:B2)*Till!C3");
});

test('the cells that a formula speaks of are found whatever else stands in it', () => {
  expect(referencesIn('=FILTER(Till!A:A,Till!B2:B9>LOG10(C1))').map(({ sheet }) => sheet)).toEqual([
    'Till',
    'Till',
    undefined,
  ]);
});
