import type { Cell } from '../../src/cells/value';
import { previewOf as of, said } from './workbooks';

// Lines of a band that say nothing, or stand for several months. What is expected can be read off each table.

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

describe('several lines of which some say nothing', () => {
  const months = ['Jan 2024', 'Feb 2024', 'Mar 2024'];
  const beside = (...rows: Cell[][]) => of([['', '', '', 'Sales'], ...rows], 'D2:D4', 'A2:C4');

  test('read as those that do, on whatever side they are', () => {
    for (const at of [0, 1, 2]) {
      const rows = months.map((name, i) => [0, 1, 2].map((c): Cell => (c === at ? name : null)).concat(10 * i));
      expect(said(beside(...rows)).slice(1)).toEqual(['month', 3, 'Jan 2024', 'Mar 2024']);
      rows[1]![at] = null;
      expect(() => beside(...rows)).toThrow(/^S!D3 has a figure, but S![ABC]3 beside it names no period\.$/);
    }
  });

  test('leave it to the others to name year and month, in whatever order', () => {
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ] as const;
    for (const [nothing, year, name] of orders)
      for (const named of [NAMES, [1, 2, 3]]) {
        const rows = [0, 1, 2].map((i): Cell[] => {
          const row: Cell[] = [];
          [row[nothing], row[year], row[name], row[3]] = [null, i === 0 ? 2024 : null, named[i]!, 10 * i];
          return row;
        });
        expect(said(beside(...rows)).slice(1)).toEqual(['month', 3, 'Jan 2024', 'Mar 2024']);
      }
  });

  test('tell one series from another whatever blanks are around their names', () => {
    const kinds: Cell[][] = [
      ['North', 'Actual'],
      ['North ', 'Actual'],
      [' NORTH', ' Actual '],
      ['South', 'Actual'],
    ];
    const rows = kinds.map((kind, i): Cell[] => [...kind, [...months, 'Apr 2024'][i]!, 10 * i]);
    expect(of([['', '', '', 'Sales'], ...rows], 'D2:D5', 'A2:C5').count).toBe(3);
  });

  test('name each its own: a word among months is none, though years are beside all', () => {
    const rows: Cell[][] = [
      [2024, 'Jan', 1],
      [2024, 'Closed', null],
      [2024, 'Mar', 3],
    ];
    expect(said(of([['Year', 'Month', 'Sales'], ...rows], 'C2:C4')).slice(2)).toEqual([2, 'Jan 2024', 'Mar 2024']);
  });
});

describe('a year that is merged over the months before those that are chosen', () => {
  /** A year in A2, months from B3 on as many as wanted; the figures of the last three are chosen. */
  const chosen = (count: number, words: Record<number, Cell> = {}) => {
    const rows = Array.from({ length: count }, (_, i): Cell[] => [words[i + 3] ?? null, NAMES[i % 12]!, i]);
    const [from, to] = [count, count + 2];
    return of([['Year', 'Month', 'Sales'], [2020], ...rows], `C${from}:C${to}`, `A${from}:B${to}`).first.map(
      ({ label }) => label,
    );
  };

  test('is theirs up to sixty rows back', () => {
    // Of 62 months the last three are in rows 62 to 64, of 63 in rows 63 to 65; 2025 is beside the third. Without a year of
    // their own the two before it are counted back from there.
    expect(chosen(62, { 64: 2025 })).toEqual(['Dec 2020', 'Jan 2021', 'Feb 2025']);
    expect(chosen(63, { 65: 2025 })).toEqual(['Jan 2025', 'Feb 2025', 'Mar 2025']);
  });

  test('is not theirs where a word is beside the first of them', () => {
    // October to December are in rows 12 to 14: a word beside October, 2021 beside December.
    expect(chosen(12, { 12: 'Plan', 14: 2021 })).toEqual(['Oct 2021', 'Nov 2021', 'Dec 2021']);
    expect(chosen(12, { 14: 2021 })[0]).toBe('Oct 2020');
  });
});
