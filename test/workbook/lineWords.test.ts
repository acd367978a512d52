import { isHalfYear, isTotal, type LineRole, readLabel } from '../../src/workbook/sources/lineWords';

// What a reader of a report takes each label for, and the name that is left without the words for it.

describe('a label', () => {
  test.each<[string, LineRole | null, string]>([
    ['Revenue (Budget)', 'target', 'Revenue'],
    ['Actual', 'actual', ''],
    ['Forecast – Revenue', 'forecast', 'Revenue'],
    ['Total', 'total', ''],
    ['% change', 'change', ''],
    // A variance of a budget is a change.
    ['Budget variance', 'change', 'Budget'],
    // Words of one phrase may be joined by anything that people join words with.
    ['Revenue, year to date', 'to date', 'Revenue'],
    ['Revenue year-to-date', 'to date', 'Revenue'],
    ['revenue_year_to_date', 'to date', 'revenue'],
    ['year_to_date', 'to date', ''],
    ['Year  to  date', 'to date', ''],
    ['Revenue', null, 'Revenue'],
    [' Revenue ', null, 'Revenue'],
    // A part of a word is none.
    ['Actually', null, 'Actually'],
    // A share of another figure is a figure of its own; a question speaks of goals without being one.
    ['Labour % of sales', null, 'Labour % of sales'],
    ['I know what our goals are', null, 'I know what our goals are'],
  ])('%s', (text, role, name) => {
    expect(readLabel(text)).toEqual({ role, name });
  });
});

test.each<[string, boolean, boolean]>([
  ['Total', true, false],
  ['Grand total 2024', true, false],
  ['2023 Total', true, false],
  ['Totally new', false, false],
  ['H1 2025', true, true],
  ['1. Halbjahr', true, true],
  ['9M 2024', true, true],
  ['H3 2025', false, false],
  ['Jan 2025', false, false],
])('%s sums up others: %p, is a half year: %p', (text, total, half) => {
  expect([isTotal(text), isHalfYear(text)]).toEqual([total, half]);
});
