import { fromFileSpelling, toFileSpelling } from '../../src/hosts/univer/calculation/spelling';

describe('formulas between a file and the grid', () => {
  it.each([
    ['SUM(A1:A3)', '=SUM(A1:A3)'],
    ['_xldudf_COMPASS_CHURN_RATE(B2:B13,C2:C13)', '=CHURN_RATE(B2:B13,C2:C13)'],
    // Damage that other add-ins are known to do to the stored form.
    ['[2]!_xldudf_COMPASS_CHURN_RATE(5,100)', '=CHURN_RATE(5,100)'],
    ['Other.xla!_xldudf_COMPASS_CHURN_RATE(5,100)', '=CHURN_RATE(5,100)'],
    ["'C:\\Add ins\\Other.xla'!_xldudf_COMPASS_CHURN_RATE(5,100)", '=CHURN_RATE(5,100)'],
    ['1-COMPASS.CHURN_RATE(5,100)', '=1-CHURN_RATE(5,100)'],
    // As Sheets writes what Excel does not know.
    ['IFERROR(__xludf.DUMMYFUNCTION("CHURN_RATE(B2:B13,""x"")"),0.05)', '=CHURN_RATE(B2:B13,"x")'],
    ['_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))', '=SORT(UNIQUE(A1:A9))'],
    ['"_xldudf_COMPASS_CHURN_RATE("&A1', '="_xldudf_COMPASS_CHURN_RATE("&A1'],
    ["'_xlfn.SUM('!A1", "='_xlfn.SUM('!A1"],
  ])('%s is typed as %s', (stored, typed) => {
    expect(fromFileSpelling(stored)).toBe(typed);
  });

  it.each([
    ['=CHURN_RATE(B2:B13,C2:C13)', '_xldudf_COMPASS_CHURN_RATE(B2:B13,C2:C13)'],
    ['=1-churn_rate(5,100)', '1-_xldudf_COMPASS_CHURN_RATE(5,100)'],
    ['=SORT(UNIQUE(A1:A9))', '_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))'],
    ['=SUMIFS(Till!E:E,Till!A:A,">="&A4)', 'SUMIFS(Till!E:E,Till!A:A,">="&A4)'],
    ['="CHURN_RATE("&A1', '"CHURN_RATE("&A1'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(toFileSpelling(typed)).toBe(stored);
  });
});
