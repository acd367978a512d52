import type { Cell } from '../../src/cells/value';
import { readRegister } from '../../src/workbook/register/readRegister';
import { answersToRead } from '../../src/workbook/register/surveyAnswers';
import { headersOf, TEMPLATES } from '../../src/workbook/sheets/compassSheets';
import { MONDAY, workbook } from './workbooks';

// The single answers of an Alignment pulse: what people typed, by team, and nothing that a formula worked out.

const installed = (...rows: [template: string, sheet: string, range: string][]): Cell[][] => [
  headersOf(TEMPLATES),
  ...rows.map(([template, sheet, range]): Cell[] => [template, 1, sheet, range, null, null, null, null]),
];
const ANSWERS: Cell[][] = [
  ['Day', 'Team', ' I know our goals ', 'Pace', 'Mean', 7],
  [MONDAY, 'Bakery', 4, 5, 4.5, 1],
  [MONDAY, ' Shop ', 3, 'often', 3, 1],
  [MONDAY, '  ', 2, 2, 2, 1],
  ['soon', 'Shop', 1, 1, 1, 1],
  [MONDAY, null, 1, 1, 1, 1],
];
const pulse = (templates: Cell[][], sheets: Record<string, Cell[][]> = { Answers: ANSWERS }) => {
  const book = workbook({ 'Compass Templates': templates, ...sheets });
  // The column Mean is worked out.
  return {
    ...book,
    sheets: book.sheets.map(sheet =>
      sheet.name.startsWith('Answers')
        ? { ...sheet, formulas: sheet.values.map((row, r) => row.map((_, c) => (r > 0 && c === 4 ? '=C2' : null))) }
        : sheet,
    ),
  };
};

test('are the numbers below each question, with team and day; a row without one of these is no answer yet', () => {
  const book = pulse(installed(['alignment-pulse', 'Answers', 'A1:F6']));
  expect(readRegister(book).answers).toEqual([
    { sheet: 'Answers', question: 'I know our goals', team: 'Bakery', day: MONDAY, answer: 4 },
    { sheet: 'Answers', question: 'Pace', team: 'Bakery', day: MONDAY, answer: 5 },
    { sheet: 'Answers', question: 'I know our goals', team: 'Shop', day: MONDAY, answer: 3 },
  ]);
});

test('are read on the sheets of answers that are there, of that template alone', () => {
  const templates = installed(
    ['alignment-pulse', 'Answers', 'A1:F6'],
    ['alignment-pulse', 'answers', 'A1:F6'],
    ['alignment-pulse', 'Answers (2)', 'A1:F6'],
    ['alignment-pulse', 'Answers (3)', 'A1:F6'],
    ['alignment-pulse', 'Results', 'A1:F6'],
    ['cashflow', 'Answers', 'A1:F6'],
    ['alignment-pulse', 'Answers', 'gone'],
  );
  const book = pulse(templates, { Answers: ANSWERS, 'Answers (2)': ANSWERS, Results: ANSWERS });
  expect(answersToRead(book).map(({ sheet, top, bottom }) => [sheet, top, bottom])).toEqual([
    ['Answers', 0, 5],
    ['Answers (2)', 0, 5],
  ]);
});

test('are none in a workbook without templates, and on a sheet that lost its headers', () => {
  expect(readRegister(pulse([], {})).answers).toEqual([]);
  expect(answersToRead(workbook({ Answers: ANSWERS }))).toEqual([]);
  const templates = installed(['alignment-pulse', 'Answers', 'A1:F6']);
  const without = (header: string) =>
    pulse(templates, {
      Answers: ANSWERS.map((row, r) => (r === 0 ? row.map(cell => (cell === header ? 'X' : cell)) : row)),
    });
  expect(readRegister(without('Team')).answers).toEqual([]);
  expect(readRegister(without('Day')).answers).toEqual([]);
});
