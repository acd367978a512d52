import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { discover, lookAt, periodsInWords, unreadCellsInWords } from '../../src/discover';
import type { Block, Snapshot } from '../../src/workbook/snapshot';
import { parseLayout } from '../fixtures/layouts/parseLayout';

const found = (text: string) => discover(parseLayout(text).snapshot);

describe('targets', () => {
  test('are the figure beside the KPI, or where they differ by period, their cells', () => {
    const { findings } = found(
      'sheet S\nMonth | Sales | Target | Rent | Budget\nJan 2025 | 5 | 6 | 9 | 8\nFeb 2025 | 6 | 6 | 9 | 9\nMar 2025 | 7 | 6 | 9 | 9',
    );
    expect(findings.map(({ name, target, targets }) => [name, target, targets])).toEqual([
      ['Sales', 6, null],
      ['Rent', null, { sheet: 'S', range: 'E2:E4' }],
    ]);
  });

  test('stand in a column of their own, with a comparison that says which way is better', () => {
    const { findings } = found('sheet S\nKPI | Target | Jan 2025 | Feb 2025 | Mar 2025\nFog | ≤ 5 | 6 | 5 | 4');
    expect(findings).toMatchObject([
      { name: 'Fog', target: 5, better: 'lower', guessed: expect.not.arrayContaining(['better']) },
    ]);
  });
});

describe('guesses', () => {
  test('are marked: a name that no table knows has no sure direction', () => {
    const [finding] = found('sheet S\nMonth | Gnomes\nJan 2025 | 5\nFeb 2025 | 6\nMar 2025 | 7').findings;
    expect(finding!.guessed).toEqual(expect.arrayContaining(['better', 'function', 'measure', 'combine']));
    expect(finding!.guessed).not.toContain('cadence');
  });

  test('are none where the words say it: function from the department, unit from the format', () => {
    const [finding] = found(
      'sheet S\nDepartment | KPI | Jan 2025 | Feb 2025 | Mar 2025\nVertrieb | Umsatz | €5 | €6 | €7',
    ).findings;
    expect(finding).toMatchObject({
      function: 'Sales',
      unit: '€',
      better: 'higher',
      measure: 'revenue',
      combine: 'sum',
      guessed: [],
    });
  });

  test('a ledger leaves open by what it is reviewed', () => {
    const [finding] = found('sheet S\nDate | Amount\n* 40 | @2025-01-02+0..2d | 5..9').findings;
    expect(finding!.guessed).toContain('cadence');
    expect(finding!.values).toEqual({ sheet: 'S', range: 'B:B' });
  });

  test('an average of a rate, a sum of amounts', () => {
    const { findings } = found(
      'sheet S\nMonth | Rating | Win rate | Sales\nJan 2025 | 4.1 | 31% | 10\nFeb 2025 | 4.2 | 30% | 12\nMar 2025 | 4 | 33% | 11',
    );
    expect(findings.map(({ combine }) => combine)).toEqual(['mean', 'mean', 'sum']);
  });
});

describe('what could not be read', () => {
  test('is said with its place: figures without periods', () => {
    const { unreadable } = found('sheet Prices\nA | 1 | 2\nB | 3 | 4\nC | 5 | 6');
    expect(unreadable).toEqual([
      {
        place: { sheet: 'Prices', range: 'B1:C3' },
        saw: '6 numbers, and no dates, months, weeks or quarters beside or above them.',
        help: 'Write the period of each figure into a column before them or a row above them, like Jan 2026.',
      },
    ]);
  });

  test('one figure a year', () => {
    const down = found('sheet S\nYear | Sales\n2021 | 5\n2022 | 6\n2023 | 7\n2024 | 8');
    const across = found('sheet S\n | 2021 | 2022 | 2023 | 2024\nSales | 5 | 6 | 7 | 8');
    for (const { findings, unreadable } of [down, across]) {
      expect(findings).toEqual([]);
      expect(unreadable).toMatchObject([{ saw: 'One figure a year.' }]);
    }
  });

  test('months whose year stands nowhere', () => {
    const { findings, unreadable } = found('sheet Sheet1\nMonth | Sales\nJan | 5\nFeb | 6\nMar | 7');
    expect(findings).toEqual([]);
    expect(unreadable).toMatchObject([
      { place: { sheet: 'Sheet1', range: 'A2:A4' }, saw: expect.stringMatching(/no year/) },
    ]);
  });

  test('dates in digits of which both readings make sense are found, and the order is a question', () => {
    const [finding] = found(
      'locale en-US\nsheet S\nDate | Sales\n1/2/2025 | 5\n2/2/2025 | 6\n3/2/2025 | 7\n4/2/2025 | 8',
    ).findings;
    expect(finding).toMatchObject({
      cadence: 'month',
      dayOrder: 'month',
      guessed: expect.arrayContaining(['cadence', 'periods']),
    });
  });
});

describe('a text among the figures', () => {
  const text = (layout: string) => {
    const [finding] = found(layout).findings;
    return [unreadCellsInWords(finding!), periodsInWords(finding!)];
  };

  test('is said with its cell, and how many periods are without a figure', () => {
    // April has no row, and May a question in it.
    const months =
      'sheet S\nMonth | Sales\nJan 2025 | 5\nFeb 2025 | 6\nMar 2025 | 7\nMay 2025 | ask Anna\nJun 2025 | 8';
    expect(text(months)).toEqual(['B5 can’t be read: “ask Anna”', '4 of 6 months']);
  });

  test('is said along a row, in a ledger, in months by years and on a sheet a month', () => {
    expect(text('sheet S\n | Jan 2025 | Feb 2025 | Mar 2025 | Apr 2025\nSales | 5 | 6 | see Bo | 7')[0]).toBe(
      'D2 can’t be read: “see Bo”',
    );
    const { snapshot } = parseLayout('sheet S\nDate | Amount\n* 40 | @2025-01-02+0..2d | 5..9');
    snapshot.sheets[0]!.values[4]![1] = 'lost';
    expect(unreadCellsInWords(discover(snapshot).findings[0]!)).toBe('B5 can’t be read: “lost”');
    expect(text('sheet S\nMonth | 2024 | 2025\nJan | 5 | 6\nFeb | 7 | who?\nMar | 8 | 9')[0]).toBe(
      'C3 can’t be read: “who?”',
    );
    const sheets = ['Jan', 'Feb', 'Mar', 'Apr'].map(
      (name, i) => `sheet ${name} 2025\nSales | ${i === 2 ? 'late' : 5 + i}`,
    );
    expect(text(sheets.join('\n'))[0]).toBe("'Mar 2025'!B1 can’t be read: “late”");
  });

  test('is no word for nothing; of many the first are named', () => {
    const months = Array.from(
      { length: 20 },
      (_, i) => `@${2024 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, '0')}`,
    );
    const cells = months.map((month, i) => `${month} | ${i === 1 ? 'n/a' : i % 4 === 3 ? 'soon' : i}`);
    expect(text(`sheet S\nMonth | Sales\n${cells.join('\n')}`)[0]).toBe('B5, B9, B13 and 2 more can’t be read: “soon”');
  });
});

test('the sheets of the product are no owner’s', () => {
  const snapshot = parseLayout('sheet Compass Data\nPeriod | Sales\n@2025-01 | 5\n@2025-02 | 6\n@2025-03 | 7').snapshot;
  expect(discover(snapshot)).toEqual({ findings: [], unreadable: [], sampled: [] });
});

test('a first look dates a change: twelve months near 100, then twelve near 60', () => {
  const figures = Array.from({ length: 24 }, (_, i) => (i < 12 ? 100 : 60) + (i % 3));
  const until = serialOf(2025, 12, 31);
  expect(lookAt({ figures, better: 'higher', cadence: 'month', until })).toEqual({
    verdict: 'worse',
    since: 'Jan 2025',
  });
});

describe('a large sheet', () => {
  const rows = Array.from({ length: 40_000 }, (_, i): Cell[] => [
    serialOf(2015, 1, 1) + Math.floor(i / 10),
    'x',
    i % 7,
  ]);
  const block: Block = {
    name: 'Till',
    values: [['Date', 'Text', 'Amount'], ...rows],
    formats: [['General', 'General', 'General'], ...rows.map(() => ['yyyy-mm-dd', 'General', 'General'])],
  };
  const snapshot: Snapshot = { today: serialOf(2026, 1, 10), locale: 'en', sheets: [block] };

  test('is looked through in part, which is said, and read to its end where a table begins in that part', () => {
    const { findings, sampled } = discover(snapshot, { looks: false });
    expect(sampled).toEqual([{ sheet: 'Till', rows: 1500, columns: 3 }]);
    // 40,000 lines, ten a day from 1 January 2015: 4,000 days, to 13 December 2025; that month is left out, since it is not whole.
    expect(findings).toMatchObject([{ name: 'Amount', last: 'Nov 2025', count: 131 }]);
  });
});
