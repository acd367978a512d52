import { readSequence, type SequenceOptions } from '../../src/cells/periodSequence';
import { tokenReader } from '../../src/cells/periodToken';
import { isoDate } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';

/** What a line of cells names: the first letter of the unit and the first day; `?` where a cell names none, a dot for no period. */
function read(cells: Cell[], options: SequenceOptions = {}, years: (number | null)[] = []): string {
  const token = tokenReader(options);
  const entries = readSequence(
    cells.map((cell, index) => ({
      token: token(cell),
      year: years[index] ? { year: years[index]!, fiscal: false } : null,
    })),
    options,
  );
  return entries
    .map(entry => (entry === null ? '.' : typeof entry === 'string' ? '?' : entry.unit[0] + isoDate(entry.start)))
    .join(' ');
}

const in2024 = { year: { year: 2024, fiscal: false } };

// Expected days by hand; ISO weeks from ISO 8601: 2020 has 53, 2025 begins in the week of 30 December 2024.
describe('months without a year', () => {
  test('take it from the months around them', () => {
    expect(read(['Nov', 'Dec', 'Jan 2025', 'Feb'])).toBe('m2024-11-01 m2024-12-01 m2025-01-01 m2025-02-01');
  });

  test('from a heading before them, with subtotals left out', () => {
    expect(read(['2024', 'Jan', 'Feb', 'Q1', 'Mar', '2025', 'Jan'])).toBe(
      '. m2024-01-01 m2024-02-01 . m2024-03-01 . m2025-01-01',
    );
  });

  test('from a title, over the turn of a year and backwards', () => {
    expect(read(['Nov', 'Dec', 'Jan'], in2024)).toBe('m2024-11-01 m2024-12-01 m2025-01-01');
    expect(read(['Feb', 'Jan', 'Dec'], in2024)).toBe('m2024-02-01 m2024-01-01 m2023-12-01');
  });

  test('of a fiscal year end in the year of its name', () => {
    expect(read(['Jul', 'Aug', 'Dec', 'Jan', 'Jun'], { year: { year: 2025, fiscal: true } })).toBe(
      'm2024-07-01 m2024-08-01 m2024-12-01 m2025-01-01 m2025-06-01',
    );
  });

  test('from another line', () => {
    expect(read(['Q3', 'Q4', 'Q1'], {}, [2023, 2023, 2024])).toBe('q2023-07-01 q2023-10-01 q2024-01-01');
  });

  test('or ask for it', () => {
    expect(read(['Jan', 'Feb'])).toBe('? ?');
  });

  test('in Japanese', () => {
    expect(read(['3月', '4月'], in2024)).toBe('m2024-03-01 m2024-04-01');
  });
});

describe('weeks and days without a year', () => {
  test('cross it', () => {
    expect(read(['W52', 'W53', 'W1'], { year: { year: 2020, fiscal: false } })).toBe(
      'w2020-12-21 w2020-12-28 w2021-01-04',
    );
    expect(read(['30 Dec', '31 Dec', '1 Jan'], in2024)).toBe('d2024-12-30 d2024-12-31 d2025-01-01');
  });
});

describe('what can be read two ways', () => {
  test('months of one year, since as days they would stand a month apart', () => {
    expect(read(['Jan 24', 'Feb 24', 'Mar 24'])).toBe('m2024-01-01 m2024-02-01 m2024-03-01');
  });

  test('days, since they follow each other', () => {
    expect(read(['Jan 1', 'Jan 2', 'Jan 3'], in2024)).toBe('d2024-01-01 d2024-01-02 d2024-01-03');
  });

  test('neither, where two of them say nothing', () => {
    expect(read(['Jan 24', 'Mar 25'])).toBe('? ?');
  });

  test('dates in digits whose order was given, or was settled before', () => {
    expect(read(['1/2/2024', '2/2/2024'], { order: 'month' })).toBe('d2024-01-02 d2024-02-02');
    expect(read(['1/3/2024', '1/4/2024'], { known: index => [45_352, 45_383][index]! })).toBe(
      'd2024-03-01 d2024-04-01',
    );
  });
});

describe('months of four and five weeks', () => {
  test('lie where most of their days do: the one that ends on 3 August is July', () => {
    const ends = ['6 Apr 2024', '4 May 2024', '1 Jun 2024', '6 Jul 2024', '3 Aug 2024', '31 Aug 2024'];
    expect(read(ends)).toBe('m2024-03-01 m2024-04-01 m2024-05-01 m2024-06-01 m2024-07-01 m2024-08-01');
  });

  test('are left as they are where each ends in its own month', () => {
    expect(read(['27 Jan 2024', '24 Feb 2024', '30 Mar 2024', '27 Apr 2024'])).toBe(
      'd2024-01-27 d2024-02-24 d2024-03-30 d2024-04-27',
    );
  });
});

test('a quarter or a year among months sums them up', () => {
  expect(read(['Feb 2024', 'Mar 2024', 'Q1 2024', 'Apr 2024', 2024])).toBe('m2024-02-01 m2024-03-01 . m2024-04-01 .');
  expect(read([2022, 2023, 2024])).toBe('y2022-01-01 y2023-01-01 y2024-01-01');
});
