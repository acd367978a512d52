import { parseRange, printRange, type Range } from '../../src/cells/address';
import type { Cadence } from '../../src/cells/period';
import { printFormula } from '../../src/cells/printFormula';
import {
  type AddingUp,
  addingUp,
  countsGapsAsZero,
  originOf,
  pointingAt,
  ratioIn,
  readsTextDates,
} from '../../src/workbook/sources/dataFormulas';

// The formulas of Compass Data as an owner sees them in the cell, and what is read back from them after a change by hand.
// Each formula is written here as somebody would type it who knows SUMIFS.

const till = { values: parseRange('Till!B:B'), periods: parseRange('Till!A:A') };
const how: AddingUp = { combine: 'sum', cadence: 'month', gaps: 'unknown', textDates: false, ratio: null };
const typed = (given: Partial<AddingUp> = {}, source = till) =>
  printFormula(addingUp(source, { ...how, ...given }, { row: 1, column: 0 }), 'excel');
const IN_MONTH = 'Till!$A:$A,">="&$A2,Till!$A:$A,"<"&EDATE($A2,1)';
const NONE = `COUNTIFS(${IN_MONTH},Till!$B:$B,">-1E+300")=0`;

describe('what a cell holds', () => {
  test.each<[string, Partial<AddingUp>, string]>([
    ['a sum, blank without a line', {}, `IF(${NONE},"",SUMIFS(Till!$B:$B,${IN_MONTH}))`],
    [
      'a sum, 0 without a line between the first date and the last',
      { gaps: 'zero' },
      `IF(OR($A2>MAX(Till!$A:$A),EDATE($A2,1)<=MIN(Till!$A:$A)),"",SUMIFS(Till!$B:$B,${IN_MONTH}))`,
    ],
    [
      'a mean, which knows no zero',
      { combine: 'mean', gaps: 'zero' },
      `IF(${NONE},"",AVERAGEIFS(Till!$B:$B,${IN_MONTH}))`,
    ],
    [
      'the newest figure',
      { combine: 'last' },
      `IF(${NONE},"",AVERAGEIFS(Till!$B:$B,Till!$A:$A,MAXIFS(Till!$A:$A,${IN_MONTH},Till!$B:$B,">-1E+300")))`,
    ],
    [
      'a rate, blank where nobody came',
      { combine: 'mean', ratio: { part: parseRange('Till!C:C'), whole: parseRange('Till!D:D') } },
      `IF(OR(${NONE},SUMIFS(Till!$D:$D,${IN_MONTH})=0),"",SUMIFS(Till!$C:$C,${IN_MONTH})/SUMIFS(Till!$D:$D,${IN_MONTH}))`,
    ],
  ])('%s', (_, given, formula) => {
    expect(typed(given)).toBe(formula);
  });

  test.each<[Cadence, string]>([
    ['day', '$A2+1'],
    ['week', '$A2+7'],
    ['month', 'EDATE($A2,1)'],
    ['quarter', 'EDATE($A2,3)'],
  ])('of a %s looks up to the next one', (cadence, end) => {
    expect(typed({ cadence })).toContain(`"<"&${end},`);
  });

  const day = (of: string) => `YEAR(${of})&"-"&RIGHT("0"&MONTH(${of}),2)&"-"`;
  test.each<[Cadence, string[]]>([
    ['month', [`${day('$A2')}&"*"`]],
    ['quarter', ['$A2', 'EDATE($A2,1)', 'EDATE($A2,2)'].map(of => `${day(of)}&"*"`)],
    ['day', [`${day('$A2')}&RIGHT("0"&DAY($A2),2)&"*"`]],
    ['week', ['$A2', ...[1, 2, 3, 4, 5, 6].map(n => `$A2+${n}`)].map(of => `${day(of)}&RIGHT("0"&DAY(${of}),2)&"*"`)],
  ])('of a %s finds dates that are text by how they begin', (cadence, patterns) => {
    const formula = typed({ cadence, textDates: true });
    for (const pattern of patterns) expect(formula).toContain(`SUMIFS(Till!$B:$B,Till!$A:$A,${pattern})`);
    expect(formula.split('+SUMIFS(Till!$B:$B,Till!$A:$A,YEAR').length - 1).toBe(patterns.length);
  });

  test('of lines without an amount counts dates, also those that are text', () => {
    const events = { values: till.periods, periods: till.periods };
    const found = `COUNTIFS(${IN_MONTH})`;
    expect(typed({}, events)).toBe(`IF(COUNTIFS(${IN_MONTH},Till!$A:$A,">-1E+300")=0,"",${found})`);
    const pattern = `Till!$A:$A,${day('$A2')}&"*"`;
    const all = `${found}+COUNTIFS(${pattern})-COUNTIFS(${pattern},Till!$A:$A,">-1E+300")`;
    expect(typed({ textDates: true }, events)).toBe(`IF(${all}=0,"",${all})`);
  });

  test('of a mean over dates that are text divides the sum by the number of figures', () => {
    const [, , figure] = /^IF\((.*)=0,"",(.*)\)$/.exec(typed({ combine: 'mean', textDates: true }))!;
    expect(figure).toMatch(/^\(SUMIFS\(.*\)\/\(COUNTIFS\(.*\)$/);
    expect(typed({ textDates: true })).not.toContain(')/(');
  });
});

describe('what is read back', () => {
  const origin = (formula: string | null) => {
    const found = originOf(formula);
    if (!found) return null;
    return ('cell' in found ? [found.cell] : [found.values, found.periods]).map(range => printRange(loose(range)));
  };
  const loose = ({ sheet, top, left, bottom, right }: Range): Range => ({ sheet: sheet!, top, left, bottom, right });

  test.each<[string, string[] | null]>([
    [`=${printFormula(pointingAt(parseRange('Weekly!B4')), 'excel')}`, ['Weekly!B4']],
    ['=Weekly!B4', ['Weekly!B4']],
    ['=Weekly!B4:B5', null],
    ['=Weekly!B4:C4', null],
    ['=B4', null],
    ['=IF(Weekly!$B$4="","")', null],
    [`=${typed()}`, ['Till!B:B', 'Till!A:A']],
    [`=${typed({ gaps: 'zero' })}`, ['Till!B:B', 'Till!A:A']],
    [`=${typed({ combine: 'mean' })}`, ['Till!B:B', 'Till!A:A']],
    [`=${typed({ combine: 'last' })}`, ['Till!B:B', 'Till!A:A']],
    [`=${typed({ textDates: true })}`, ['Till!B:B', 'Till!A:A']],
    [`=${typed({ combine: 'mean', textDates: true })}`, ['Till!B:B', 'Till!A:A']],
    [`=${typed({}, { values: till.periods, periods: till.periods })}`, ['Till!A:A', 'Till!A:A']],
    ['=SUMIFS(Till!B:B,Till!A:A,">0")', ['Till!B:B', 'Till!A:A']],
    ['=SUMIFS(Till!B:B)', null],
    ['=SUMIFS(1,Till!A:A)', null],
    ['=SUMIFS(Till!B:B,1)', null],
    ['=COUNTIFS(1,">0")', null],
    ['=SUM(Till!B:B)', null],
    // A cell with something added to it is no longer that cell.
    ['=Weekly!B4+1', null],
    ['=12', null],
    ['=IF(', null],
  ])('%s', (formula, expected) => {
    expect(origin(formula)).toEqual(expected);
  });

  test.each(['Weekly!B4', "'The bakery''s week'!AB120000", 'Käse_2.0!ZZ1'])(
    '%s as written is read as if word by word',
    cell => {
      const formula = `=${printFormula(pointingAt(parseRange(cell)), 'excel')}`;
      // A space in front of it is not as the product writes it.
      expect(originOf(formula)).toEqual(originOf(` ${formula}`));
      expect(originOf(formula)).not.toBeNull();
    },
  );

  test('two cells in one formula are not one', () => {
    expect(origin('=IF(Weekly!$B$4="","",Weekly!$B$5)')).toEqual(['Weekly!B5']);
  });

  test('no formula has no origin', () => {
    expect(originOf(null)).toBeNull();
  });

  test('a rate says which columns are divided, and which rates those are', () => {
    const ratio = { part: parseRange('Till!C:C'), whole: parseRange('Till!D:D') };
    const formula = `=${typed({ combine: 'mean', ratio })}`;
    expect(origin(formula)).toEqual(['Till!B:B', 'Till!A:A']);
    const found = ratioIn(formula)!;
    expect([found.part, found.whole].map(range => printRange(loose(range)))).toEqual(['Till!C:C', 'Till!D:D']);
    expect(ratioIn('=IF(A1=0,"",SUMIFS(Till!B:B,Till!A:A,1)/2)')).toBeNull();
    expect(ratioIn('=IF(A1=0,"",2/SUMIFS(Till!B:B,Till!A:A,1))')).toBeNull();
    expect(ratioIn('=IF(A1=0,"",SUMIFS(Till!B:B,Till!A:A,1)*SUMIFS(Till!B:B,Till!A:A,1))')).toBeNull();
    expect(ratioIn('=SUMIFS(Till!B:B,Till!A:A,1)/SUMIFS(Till!B:B,Till!A:A,1)')).toBeNull();
    expect(ratioIn('=IF(')).toBeNull();
    // Without the count of rates before it nothing says which rates they were.
    expect(origin('=IF(A1=0,"",SUMIFS(Till!C:C,Till!A:A,1)/SUMIFS(Till!D:D,Till!A:A,1))')).toEqual([
      'Till!C:C',
      'Till!A:A',
    ]);
  });

  test('a quotient of anything else than sums by date is no rate', () => {
    expect(ratioIn('=IF(A2="","",SUM(Till!C:C)/SUM(Till!D:D))')).toBeNull();
    expect(ratioIn('=IF(A2="","",SUMIFS(Till!C:C,Till!A:A,A2)/SUM(Till!D:D))')).toBeNull();
    expect(ratioIn('=IF(A2="","",SUMIFS(Till!C:C,Till!A:A,A2)/Till!D2)')).toBeNull();
    expect(ratioIn('=IF(A2="","",SUMIFS(Till!C:C,Till!A:A,A2)*SUMIFS(Till!D:D,Till!A:A,A2))')).toBeNull();
    expect(ratioIn('=IF(A2="","",SUMIFS(Till!C:C,Till!A:A,A2)/SUMIFS(Till!D:D,Till!A:A,A2))')).toMatchObject({
      part: { left: 2 },
      whole: { left: 3 },
    });
  });

  test('how gaps and dates are taken', () => {
    expect([typed({ gaps: 'zero' }), typed(), 'MAX(A:A)', 'min(a:a)+max(a:a)'].map(countsGapsAsZero)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([typed({ textDates: true }), typed()].map(readsTextDates)).toEqual([true, false]);
  });
});
