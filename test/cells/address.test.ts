import fc from 'fast-check';
import {
  AddressError,
  columnIndex,
  columnName,
  fixed,
  overlap,
  parseRange,
  printRange,
  quoteSheet,
  sameCells,
} from '../../src/cells/address';
import { anyRange } from './arbitraries';

// Expected rectangles and spellings are by hand, from how Excel and Sheets print their own references.

test('a range on a sheet is read to its 0-based corners', () => {
  expect(parseRange('Weekly!B4:B26')).toEqual({ sheet: 'Weekly', top: 3, left: 1, bottom: 25, right: 1 });
});

test('a quoted sheet keeps its apostrophes and quotation marks, and its $ are remembered', () => {
  const range = parseRange(`'It''s "Q1"'!$A$1`);
  expect(range).toMatchObject({ sheet: 'It\'s "Q1"', top: 0, left: 0, bottom: 0, right: 0 });
  expect(range.absolute).toEqual({ top: true, left: true, bottom: true, right: true });
  expect(printRange(range)).toBe(`'It''s "Q1"'!$A$1`);
});

test('whole columns, whole rows and a column from a row down have open ends', () => {
  expect(parseRange('Till!A:A')).toEqual({ sheet: 'Till', top: 0, left: 0, bottom: null, right: 0 });
  expect(parseRange('3:3')).toEqual({ top: 2, left: 0, bottom: 2, right: null });
  expect(parseRange('A2:A')).toEqual({ top: 1, left: 0, bottom: null, right: 0 });
  expect(parseRange('A2:A1048576')).toEqual(parseRange('A2:A'));
  expect(printRange(parseRange('A2:A'))).toBe('A2:A1048576');
  expect(printRange(parseRange('A2:A'), 'open')).toBe('A2:A');
});

test('a range that was dragged upwards is the same cells', () => {
  expect(parseRange('$D9:B$2')).toEqual({ ...parseRange('B2:D9'), absolute: { right: true, top: true } });
});

test('a sheet name with spaces is understood without quotes, as people type it', () => {
  expect(parseRange('My sheet!b4')).toMatchObject({ sheet: 'My sheet', top: 3, left: 1 });
});

test.each([
  ['', /not a range/],
  ['B4:', /not a range/],
  ['Weekly!', /not a range/],
  ['Weekly', /'Weekly' is not a range of cells; write it like Weekly!B4:B26/],
  ['B0', /not a range/],
  ['A1:B2:C3', /not a range/],
  ['A:3', /not a range/],
  ['!A1', /no readable sheet name/],
  ["'open!A1", /no readable sheet name/],
  ['[Book1.xlsx]Sheet1!A1', /another workbook/],
  ['A1048577', /not a range/],
])('%p is refused with words an owner understands', (text, message) => {
  expect(() => parseRange(text)).toThrow(AddressError);
  expect(() => parseRange(text)).toThrow(message);
});

test.each([
  ['Weekly', 'Weekly'],
  ['Compass_Data', 'Compass_Data'],
  ['Umsätze', 'Umsätze'],
  ['売上', '売上'],
  ['Compass Data', "'Compass Data'"],
  ['2026', "'2026'"],
  ['1st', "'1st'"],
  ['Q1', "'Q1'"],
  ['FY26', "'FY26'"],
  ['R1C1', "'R1C1'"],
  ['RC', "'RC'"],
  ['r', "'r'"],
  ['TRUE', "'TRUE'"],
  ['Sales-2', "'Sales-2'"],
  ["Baker's", "'Baker''s'"],
])('the sheet %s is spelled %s in a formula', (name, spelled) => {
  expect(quoteSheet(name)).toBe(spelled);
  expect(parseRange(`${spelled}!A1`).sheet).toBe(name);
});

test('columns count A, Z, AA, XFD', () => {
  expect([0, 25, 26, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'XFD']);
  expect(['A', 'z', 'AA', 'XFD'].map(columnIndex)).toEqual([0, 25, 26, 16_383]);
});

test('ranges that share a cell overlap, whole columns with every row', () => {
  const overlaps = (one: string, other: string) => overlap(parseRange(one), parseRange(other));
  expect(overlaps('S!A1:B9', 's!B9:C10')).toBe(true);
  expect(overlaps('S!A1:B9', 'S!C1:C9')).toBe(false);
  expect(overlaps('S!B:B', 'S!A1000:C1000')).toBe(true);
  expect(overlaps('S!A1', 'T!A1')).toBe(false);
});

test('the same cells are the same, whatever their $', () => {
  expect(sameCells(parseRange('Weekly!B4'), fixed(parseRange('weekly!B4')))).toBe(true);
  expect(sameCells(parseRange('Weekly!B4'), parseRange('Weekly!B4:B5'))).toBe(false);
});

test('every range that is printed is read back as it was', () => {
  fc.assert(
    fc.property(anyRange, range => {
      expect(parseRange(printRange(range))).toEqual(range);
    }),
  );
});
