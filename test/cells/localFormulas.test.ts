import { formulasIn } from '../../src/cells/localFormulas';

/** English spelling, and that of spreadsheets with decimal commas, as Google's help pages give them for both. */
const pairs = [
  ['=MIN(D9/C9,0.5)', '=MIN(D9/C9;0,5)'],
  ['=A1*1.5', '=A1*1,5'],
  ['=(1.5+A1)*2', '=(1,5+A1)*2'],
  ['=IF(A1="a,b;c","1.5",2)', '=IF(A1="a,b;c";"1.5";2)'],
  ["=SUM('Q1, north; 1.5'!A1:A9,2)", "=SUM('Q1, north; 1.5'!A1:A9;2)"],
  ['={1,2;3,4.5}', '={1\\2;3\\4,5}'],
  ['=SUM({1.5;2.5})', '=SUM({1,5;2,5})'],
  ['=OFFSET(A1,,5)', '=OFFSET(A1;;5)'],
  ['=MIN(A1,0.5,3)', '=MIN(A1;0,5;3)'],
  ['=ROUND(1.5E-3*A1,2)', '=ROUND(1,5E-3*A1;2)'],
  ['=STDEV.S(A1:A9,.5)', '=STDEV.S(A1:A9;,5)'],
  ['=IF(ISNA(A1),#N/A,1)', '=IF(ISNA(A1);#N/A;1)'],
  ['=A1+B1', '=A1+B1'],
  ['=NOW()', '=NOW()'],
] as const;

describe.each(['de_DE', 'fr_FR', 'pt_BR', 'sv_SE', 'es_AR', 'in_ID'])('a formula of a spreadsheet in %s', locale => {
  test.each(pairs)('%s is read the same from either spelling, and entered with commas', (english, local) => {
    const spelled = formulasIn(locale);
    // `,5` without its zero is nothing that Sheets answers: it writes the zero.
    if (!local.includes(';,5')) expect(spelled.english(local)).toBe(english);
    if (!/\d\.\d|,/.test(english) || english !== local) expect(spelled.english(english)).toBe(english);
    expect(spelled.local(english)).toBe(local);
  });

  test('that could be both is read as the others of the spreadsheet are', () => {
    const [local, english] = [formulasIn(locale), formulasIn(locale)];
    local.learn([['=IF(A1="";"";A1)', '']]);
    english.learn([['=IF(A1="","",A1)', '=A1*1.5']]);
    expect(local.english('=ROUND(A1*1,5)')).toBe('=ROUND(A1*1.5)');
    expect(english.english('=ROUND(A1*1,5)')).toBe('=ROUND(A1*1,5)');
    // Nothing else is there: it is the spelling that people report.
    expect(formulasIn(locale).english('=ROUND(A1*1,5)')).toBe('=ROUND(A1*1.5)');
  });
});

test.each(['en_US', 'en_GB', 'ja_JP', 'es_MX', 'zh_TW'])('a spreadsheet in %s has one spelling only', locale => {
  const spelled = formulasIn(locale);
  for (const [english] of pairs) {
    expect(spelled.english(english)).toBe(english);
    expect(spelled.local(english)).toBe(english);
  }
});
