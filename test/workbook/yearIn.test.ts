import type { Cell } from '../../src/cells/value';
import { yearIn } from '../../src/workbook/sources/yearNear';

// What a person reads off a title above months; a fiscal year has the number of the year in which it ends.
test.each<[Cell, string]>([
  ['Sales 2024', '2024'],
  ['2024', '2024'],
  [2024, '2024'],
  [1990, '1990'],
  [2099, '2099'],
  ["Budget '2024", '2024'],
  ['FY2024', 'fiscal 2024'],
  ['FY 2024', 'fiscal 2024'],
  ['Fiscal year 2024', 'fiscal 2024'],
  ['GJ 2024', 'fiscal 2024'],
  ['FY24', 'fiscal 2024'],
  ["fy '24", 'fiscal 2024'],
  ['2025/26', 'fiscal 2026'],
  ['Budget 2025-2026', 'fiscal 2026'],
  ["2025/'26", 'fiscal 2026'],
  ['2025–26', 'fiscal 2026'],
  // Not two years in a row: the first of them, and no fiscal year.
  ['2020/26', '2020'],
  ['2024-2030', '2024'],
])('%p names the year %s', (cell, year) => {
  const found = yearIn(cell)!;
  expect(`${found.fiscal ? 'fiscal ' : ''}${found.year}`).toBe(year);
});

test.each<[Cell]>([
  [null],
  [''],
  ['Sales'],
  [true],
  [1989],
  [2100],
  [2024.5],
  // An amount, a number of something, a date, and a day of printing say nothing of the months.
  ['1,2024'],
  ['Invoice 20245'],
  ['2024-03-05'],
  ['Exported 2024'],
  ['As of 5 May 2024'],
  ['Stand 2024'],
  [`${'A long note that nobody takes for a title. '.repeat(3)}2024`],
])('%p names none', cell => {
  expect(yearIn(cell)).toBeNull();
});
