import { repairs } from '../../src/hosts/repairs';

const isOurs = (name: string) => ['CHURN_RATE', 'NPS'].includes(name);
const excel = { isOurs, spell: (name: string) => `COMPASS.${name}` };
const sheets = { isOurs, spell: (name: string) => name };
/** A sheet of one cell. */
const only = (formula: string, value: unknown, spelling = excel) => repairs([[formula]], [[value]], spelling);

describe('formulas that came from elsewhere', () => {
  it('are entered again where Excel stored them under the add-in’s hidden name', () => {
    expect(only('=_xldudf_COMPASS_CHURN_RATE(B2,C2)*100', '#NAME?')).toEqual([
      { row: 0, column: 0, formula: '=COMPASS.CHURN_RATE(B2,C2)*100' },
    ]);
  });

  it('are freed from the file names that other add-ins put before them', () => {
    expect(only('=[2]!_xldudf_COMPASS_NPS(A1:A9)', '#REF!')).toEqual([
      { row: 0, column: 0, formula: '=COMPASS.NPS(A1:A9)' },
    ]);
    expect(only('=Other.xla!_xldudf_COMPASS_NPS(A1:A9)', '#REF!')[0]?.formula).toBe('=COMPASS.NPS(A1:A9)');
  });

  it('are unwrapped where Sheets saved them into an Excel file, with their quotes', () => {
    const saved = '=IFERROR(__xludf.DUMMYFUNCTION("IF(A1=""x"",CHURN_RATE(B2:B13,C2:C13),"""")"),0.05)';
    expect(only(saved, 0.05)).toEqual([
      { row: 0, column: 0, formula: '=IF(A1="x",COMPASS.CHURN_RATE(B2:B13,C2:C13),"")' },
    ]);
  });

  it('get the room of their saved spill back, and no more than that', () => {
    const part = '=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),0.06)';
    const formulas = [
      ['=IFERROR(__xludf.DUMMYFUNCTION("CHURN_RATE(B1:B3,C1:C3)"),0.05)', '=SUM(B1:B3)'],
      [part, 7],
      [part, part],
      ['', part],
    ];
    expect(
      repairs(
        formulas,
        formulas.map(line => line.map(() => 0.06)),
        excel,
      ).slice(1),
    ).toEqual([
      { row: 1, column: 0, formula: '' },
      { row: 2, column: 0, formula: '' },
    ]);
  });

  it('lose Excel’s namespace in Sheets', () => {
    expect(only('=COMPASS.NPS(A1:A9)', '#NAME?', sheets)).toEqual([{ row: 0, column: 0, formula: '=NPS(A1:A9)' }]);
  });

  it('are entered again as they are where the host has forgotten the function', () => {
    expect(only('=COMPASS.NPS(A1:A9)', '#NAME?')).toHaveLength(1);
    expect(only('=COMPASS.NPS(A1:A9)', 40)).toEqual([]);
    expect(only('=nps(A1:A9)', '#NAME?', sheets)).toEqual([{ row: 0, column: 0, formula: '=NPS(A1:A9)' }]);
  });
});

describe('what is not ours stays as its owner wrote it', () => {
  it.each([
    ['another add-in’s function of the same name', '=CONTOSO.NPS(A1:A9)', '#NAME?'],
    ['another workbook’s function of the same name', "='My macros.xlsm'!NPS(A1:A9)", '#REF!'],
    ['a function that the owner defined under the same name, and that works', '=NPS(A1:A9)', 40],
    ['an unknown function', '=_xldudf_CONTOSO_ADD(1,2)', '#NAME?'],
    ['a name inside a text', '="_xldudf_COMPASS_NPS("&A1', 'x'],
    ['a foreign function that Sheets saved', '=IFERROR(__xludf.DUMMYFUNCTION("GOOGLEFINANCE(A1)"),5)', 5],
    ['a text that looks like one', '=COMPASS_x & _xldudf_COMPASS_NPS(A1)', '=COMPASS_x & _xldudf_COMPASS_NPS(A1)'],
    ['a figure', 12, 12],
    ['nothing', '', ''],
  ])('%s', (_what, formula, value) => {
    expect(only(formula as string, value)).toEqual([]);
  });
});
