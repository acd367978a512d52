import { placeProblems } from '../../sidebar/kpis/placeProblems';
import { changesBySheet } from '../../sidebar/templates/changesBySheet';
import { dayInWords, periodInWords } from '../../sidebar/words/day';
import { momentumInWords } from '../../sidebar/words/momentum';
import { parseFigure } from '../../sidebar/words/parseFigure';
import { why } from '../../sidebar/words/why';
import { counted } from '../../src/cells/english';
import type { Problem } from '../../src/workbook/register';
import { readRegister } from '../../src/workbook/register/readRegister';
import { trackedBakery } from './workbooks';

describe('a number that somebody types', () => {
  // What each language writes: Unicode CLDR, decimal and group signs of English, German, French and Swiss German.
  test.each([
    ['420', 'en-GB', 420],
    [' 1,200.5 ', 'en-GB', 1200.5],
    ['1.200,5', 'de-DE', 1200.5],
    ['1.200', 'de-DE', 1200],
    ['1.5', 'de-DE', 1.5],
    ['0,25', 'de-DE', 0.25],
    ['1 200,5', 'fr-FR', 1200.5],
    ['1’200.50', 'de-CH', 1200.5],
    ['3%', 'en-GB', 0.03],
    ['28 %', 'de-DE', 0.28],
    ['-2.5', 'en-GB', -2.5],
    ['−2.5', 'en-GB', -2.5],
    ['.5', 'en-GB', 0.5],
    ['7', 'no such language', 7],
    // Written as another language does, and still to be read in one way only.
    ['3,5', 'en-GB', 3.5],
    ['12,34', 'en-US', 12.34],
    ['1.234,5', 'en-GB', 1234.5],
    ['3.5', 'de-DE', 3.5],
    ['1,234.5', 'de-DE', 1234.5],
    ['€12.50', 'en-IE', 12.5],
    ['(3,030)', 'en-GB', -3030],
  ])('%p in %s is %p', (text, locale, expected) => {
    expect(parseFigure(text, locale)).toBe(expected);
  });

  test('is nothing where nothing was typed', () => {
    expect(parseFigure('  ', 'en-GB')).toBeNull();
  });

  test.each(['a lot', '4 tickets', '1.2.3', '1,2,3', '12k', '%', '1e5', '=2'])('%p is no number', text => {
    expect(parseFigure(text, 'en-GB')).toBeUndefined();
  });
});

describe('words', () => {
  test('count things', () => {
    expect([0, 1, 40].map(count => counted(count, 'alert'))).toEqual(['no alerts', '1 alert', '40 alerts']);
  });

  test('write the month in letters', () => {
    expect(dayInWords('2016-11-21')).toBe('21 Nov 2016');
    expect(dayInWords('soon')).toBe('soon');
    expect(periodInWords('2016-11-21', [{ date: '2016-11-21', label: 'week of 21 Nov 2016' }])).toBe(
      'week of 21 Nov 2016',
    );
    expect(periodInWords('2016-11-28', [])).toBe('28 Nov 2016');
  });

  test('are found for whatever a host throws', () => {
    expect(why(new Error('The sheet is protected.'))).toBe('The sheet is protected.');
    expect(why('Time ran out.')).toBe('Time ran out.');
    expect(why(undefined)).toBe('The spreadsheet gave no reason.');
  });
});

describe('what would be written', () => {
  test('is summed up by sheet: a new one as a whole, another rectangle by rectangle', () => {
    const changes = changesBySheet([
      { kind: 'add sheet', sheet: 'New' },
      { kind: 'write', sheet: 'New', row: 0, column: 0, cells: [['Month', 'Leads']] },
      { kind: 'write', sheet: 'New', row: 1, column: 1, cells: [[5], [{ formula: { number: 6 } }], [null]] },
      { kind: 'format', sheet: 'New', row: 0, column: 0, rows: 1, columns: 2, format: { bold: true } },
      { kind: 'insert rows', sheet: 'Old', row: 3, count: 2 },
      { kind: 'write', sheet: 'Old', row: 3, column: 0, cells: [['a']] },
      { kind: 'write', sheet: 'Old', row: 7, column: 2, cells: [['b', 'c']] },
    ]);
    const untouched = { added: false, removed: false, values: 0, rows: 0, columns: 0, beside: {} };
    expect(changes).toEqual([
      { ...untouched, sheet: 'New', added: true, ranges: ['A1:B4'], cells: 4, formulas: 1 },
      { ...untouched, sheet: 'Old', ranges: ['A4', 'C8:D8'], cells: 3, formulas: 0, rows: 2 },
    ]);
  });

  test('counts what goes as negative, and what a sheet gets beside its cells by kind', () => {
    const note = { kind: 'note', sheet: 'Old', row: 0, column: 0, text: 'Before tax' } as const;
    const changes = changesBySheet([
      { kind: 'remove rows', sheet: 'Old', row: 3, count: 2 },
      { kind: 'remove columns', sheet: 'Old', column: 1, count: 1 },
      note,
      { ...note, row: 1 },
      { kind: 'remove sheet', sheet: 'Older', expected: [] },
    ]);
    expect(changes).toMatchObject([
      { sheet: 'Old', removed: false, rows: -2, columns: -1, beside: { note: 2 } },
      { sheet: 'Older', removed: true, rows: 0 },
    ]);
  });
});

describe('momentum', () => {
  // method.md, patterns: better and worse are beyond 2.
  test.each([
    [2.41, 'improving (+2.4)'],
    [-4.9, 'worsening (−4.9)'],
    [2, 'hardly moving (+2.0)'],
    [-0.3, 'hardly moving (−0.3)'],
  ])('%p is %p', (momentum, words) => expect(momentumInWords(momentum)).toBe(words));
});

describe('a problem', () => {
  const { kpis } = readRegister(trackedBakery());
  const problem = (message: string, range: string, sheet = 'Compass KPIs'): Problem => ({
    severity: 'error',
    message,
    place: { sheet, range },
  });

  test('stands at its KPI if it names it or lies in its row, else beside them', () => {
    const named = problem("The source of 'Tickets' is gone.", 'A9');
    const inRow = problem('Target is not a number.', `G${/\d+/.exec(kpis[0]!.place.range!)![0]}`);
    const other = problem('Better is hihger.', 'F12');
    const elsewhere = problem('Weight is negative.', 'C3', 'Compass Strategy');
    const { byKpi, rest } = placeProblems([named, inRow, other, elsewhere], kpis);
    expect(byKpi.get('Tickets')).toEqual([named, inRow]);
    expect(rest).toEqual([other]);
  });
});
