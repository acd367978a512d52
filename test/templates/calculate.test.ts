import { parseFormula } from '../../src/cells/parseFormula';
import type { Cell } from '../../src/cells/value';
import { type CellSource, calculate } from '../../src/templates/formula/calculate';

/*
 * A template's formulas are written with their results, which an owner sees until their spreadsheet calculates anew: what is
 * calculated here has to be what Excel, Sheets and LibreOffice come to. Expected values: by hand from the functions' pages in
 * Microsoft's "Excel functions (alphabetical)", or where named from their examples.
 */

/** The sheet that the formulas are on; `Other` is a second one. */
const HERE: Cell[][] = [
  ['Region', 'Sales', 'Day', 'Paid', 'Note'],
  ['North', 10, 46023, true, 'late'],
  ['south', 20, 46054, false, null],
  ['North', 30, 46082, true, ''],
  ['East', 'n/a', 46113, true, 'Late'],
  [null, 40, 46143, null, 'x'],
];
const OTHER: Cell[][] = [[7, 8, { error: '#N/A' }]];

const from: CellSource = {
  cell: (sheet, row, column) => (sheet === 'Other' ? OTHER : HERE)[row]?.[column] ?? null,
  extent: sheet => (sheet === 'Other' ? { rows: 1, columns: 3 } : { rows: 6, columns: 5 }),
  today: 46150,
};
const result = (formula: string): Cell => calculate(parseFormula(formula), from);

describe('a formula of a template comes to what a spreadsheet makes of it', () => {
  test.each<[string, Cell]>([
    // Parts of a date and of a text: 1 January 2026 is day 46023, and 40.9 days on it is 10 February.
    ['DAY(C2)', 1],
    ['MONTH(C2+40.9)', 2],
    ['DAY(C2+40.9)', 10],
    ['MID("JanFebMar",3*MONTH(C3)-2,3)', 'Feb'],
    ['MID("JanFebMar",8,9)', 'ar'],
    ['MID(A6,1,2)', ''],
    // Sums and their kin pass over texts, truth values and blanks of a range.
    ['SUM(B2:B6)', 100],
    ['SUM(B2:B6,5)', 105],
    ['SUM(D2:D6)', 0],
    ['AVERAGE(B2:B6)', 25],
    ['MEDIAN(B2:B6)', 25],
    ['MIN(B2:B6)', 10],
    ['MAX(B2:B6)', 40],
    ['MIN(A2:A6)', 0],
    ['MAX(A2:A6)', 0],
    ['MAX(-5,-7)', -5],
    ['COUNT(B1:B6)', 4],
    ['COUNTA(E1:E6)', 5],
    ['SUM(B:B)', 100],
    ['COUNTA(1:1)', 5],
    ['SUMPRODUCT(B2:B4,B2:B4)', 1400],
    ['SUMPRODUCT(B2:B6)', 100],
    // With criteria: equal whatever the case, comparisons, and what is blank.
    ['SUMIFS(B2:B6,A2:A6,"north")', 40],
    ['SUMIFS(B2:B6,A2:A6,"<>North")', 60],
    ['SUMIFS(B2:B6,A2:A6,"north",C2:C6,">46023")', 30],
    ['SUMIFS(B2:B6,C2:C6,">=46054",C2:C6,"<46143")', 50],
    ['SUMIFS(B2:B6,C2:C6,"<=46054")', 30],
    ['SUMIFS(B2:B6,C2:C6,"<46054")', 10],
    ['SUMIFS(B2:B6,C2:C6,">46082")', 40],
    ['SUMIFS(B2:B6,C2:C6,46054)', 20],
    ['SUMIFS(B2:B6,C2:C6,"=46054")', 20],
    ['SUMIFS(B2:B6,C2:C6,"<>46054")', 80],
    ['SUMIFS(B2:B6,D2:D6,TRUE)', 40],
    ['SUMIFS(B2:B6,A2:A6,"")', 40],
    ['COUNTIFS(E2:E6,"<>")', 4],
    ['COUNTIFS(A2:A6,"north")', 2],
    ['AVERAGEIFS(B2:B6,A2:A6,"North")', 20],
    ['MINIFS(B2:B6,A2:A6,"North")', 10],
    ['MAXIFS(B2:B6,A2:A6,"North")', 30],
    ['MAXIFS(B2:B6,A2:A6,"West")', 0],
    ['MATCH("SOUTH",A1:A6,0)', 3],
    ['MATCH(46113,C1:C6,0)', 5],
    // Microsoft's examples of ROUND, INT and EDATE.
    ['ROUND(2.15,1)', 2.2],
    ['ROUND(2.149,1)', 2.1],
    ['ROUND(-1.475,2)', -1.48],
    ['ROUND(21.5,-1)', 20],
    ['ROUND(626.3,-3)', 1000],
    ['ROUND(0,2)', 0],
    ['ROUND(0.00000016,7)', 0.0000002],
    ['ROUND(-0.00000014,7)', -0.0000001],
    ['INT(8.9)', 8],
    ['INT(-8.9)', -9],
    // 15 January 2011 is 40558; a month later is 15 February, 40589, a month before 15 December 2010, 40527
    ['EDATE(40558,1)', 40589],
    ['EDATE(40558,-1)', 40527],
    // 31 January 2026 is 46053: a month later is the last of February
    ['EDATE(46053,1)', 46081],
    ['ABS(-4)', 4],
    ['SQRT(16)', 4],
    ['EXP(0)', 1],
    ['LN(1)', 0],
    ['LEFT("North",2)', 'No'],
    ['LEFT("North")', 'N'],
    ['REPT("ab",2)', 'abab'],
    ['REPT("ab",-1)', ''],
    ['N("text")', 0],
    ['N(TRUE)', 1],
    ['ISNUMBER(B2)', true],
    ['ISNUMBER(B5)', false],
    ['NOT(TRUE)', false],
    ['TODAY()', 46150],
    // Conditions look at no more than they have to.
    ['IF(B2>5,"much",1/0)', 'much'],
    ['IF(B2>50,1/0,"little")', 'little'],
    ['IF(B2>50,1)', false],
    ['AND(B2=10,B3=20)', true],
    ['AND(B2=10,B3=21)', false],
    ['OR(B2=11,B3=20)', true],
    ['OR(B2=11,B3=21)', false],
    ['IFERROR(1/0,"none")', 'none'],
    ['IFERROR(Other!C1,"none")', 'none'],
    ['IFERROR(5,1/0)', 5],
    // Operators; numbers come before texts, texts before truth values.
    ['2+3*4-6/2', 11],
    ['2^10', 1024],
    ['-B2', -10],
    ['"a"&B2&"b"', 'a10b'],
    ['A6&"x"', 'x'],
    ['"north"="NORTH"', true],
    ['A6=""', true],
    ['A6=0', true],
    ['"a"<"b"', true],
    ['"b"<="a"', false],
    ['5<"a"', true],
    ['"z"<FALSE', true],
    ['3<>3', false],
    ['3>=3', true],
    ['3<=3', true],
    ['3<3', false],
    ['3>3', false],
    // Cells by their number, and spans between them.
    ['INDEX(B2:B6,3)', 30],
    ['INDEX(A2:C4,2,3)', 46054],
    ['INDEX(A1:E1,2)', 'Sales'],
    ['INDEX(B:B,100)', 0],
    ['SUM(B2:INDEX(B2:B6,2))', 30],
    ['SUM(INDEX(B2:B6,3):B2)', 60],
    ['Other!B1+1', 9],
    ['ROW(B3)', 3],
    ['COLUMN(B3)', 2],
    ['ROW(INDEX(B2:B6,3))', 4],
    ['OFFSET(B2,2,1)', 46082],
    ['OFFSET(C3,-1,-1)', 10],
    ['OFFSET(INDEX(B2:B6,1),1,0)', 20],
    ['IF(B2,"some","none")', 'some'],
    ['IF(A6,"some","none")', 'none'],
  ])('%s', (formula, expected) => {
    expect(result(formula) ?? 0).toEqual(expected);
  });

  test.each([
    ['1/0', '#DIV/0!'],
    // They look at all that they are given, as every spreadsheet does.
    ['AND(FALSE,1/0)', '#DIV/0!'],
    ['OR(TRUE,1/0)', '#DIV/0!'],
    ['AVERAGE(A2:A6)', '#DIV/0!'],
    ['AVERAGEIFS(B2:B6,A2:A6,"West")', '#DIV/0!'],
    ['MEDIAN(A2:A6)', '#NUM!'],
    ['SQRT(-1)', '#NUM!'],
    ['LN(0)', '#NUM!'],
    ['10^400', '#NUM!'],
    ['A2+1', '#VALUE!'],
    ['MATCH("West",A1:A6,0)', '#N/A'],
    ['MATCH("North",A1:A6,1)', '#N/A'],
    ['SUM(Other!A1:C1)', '#N/A'],
    ['Other!C1+1', '#N/A'],
    ['IF(A2,1,2)', '#VALUE!'],
    ['OFFSET(A1,-1,0)', '#REF!'],
    ['OFFSET(A1,0,-1)', '#REF!'],
    ['INDEX(B2:B6,6)', '#REF!'],
    ['INDEX(B2:B6,0)', '#REF!'],
    ['INDEX(A2:C4,2,4)', '#REF!'],
    ['INDEX(A2:C4,2,0)', '#REF!'],
  ])('%s fails with %s', (formula, error) => {
    expect(result(formula)).toEqual({ error });
  });

  test.each([
    ['VLOOKUP(1,A1:B2,2)', 'a template cannot call VLOOKUP'],
    ['SUM(B2:OFFSET(B2,1,0))', 'a span runs from a cell, or from INDEX, to another.'],
  ])('%s is no formula of a template', (formula, message) => {
    expect(() => result(formula)).toThrow(message);
  });
});
