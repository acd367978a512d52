import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { readRegister } from '../../src/workbook/register/readRegister';
import { problemsOf, workbook } from './workbooks';

// Compass Strategy and Compass KPIs as owners fill them in by hand; what each word means is in docs/guide.

const GOALS: Cell[][] = [
  ['Goal', 'Why it matters', 'Weight', 'Owner', 'Spend', 'Review by', null, 'Business function', 'Function weight'],
  ['Grow', 'Rent', 2, 'Ada', 1200, 'Q2 2026', null, 'Sales', 3],
];
const strategyOf = (head: Cell[][], tables = GOALS, locale = 'en-GB') => {
  const book = { ...workbook({ 'Compass Strategy': [...head, [], ...tables] }), locale };
  return { ...readRegister(book).strategy, problems: problemsOf(book) };
};

describe('the first month of the fiscal year', () => {
  test.each<[Cell, number]>([
    ['January', 1],
    ['april', 4],
    [' Oct ', 10],
    [1, 1],
    [12, 12],
    ['7', 7],
    // Some spreadsheets make a date of "April 2026" as it is typed.
    [serialOf(2026, 4, 1), 4],
    [null, 1],
  ])('%p is month %d', (cell, month) => {
    const { fiscalYearStart, problems } = strategyOf([['Fiscal year starts', cell]]);
    expect([fiscalYearStart, problems]).toEqual([month, []]);
  });

  test.each<Cell>(['Sprung', 13, 0, -1, 2.5, 100, 366, true])('%p is none, which is said', cell => {
    const { fiscalYearStart, problems } = strategyOf([['Fiscal year starts', cell]]);
    expect(fiscalYearStart).toBe(1);
    expect(problems).toEqual([
      expect.stringMatching(/^Compass Strategy B1: Fiscal year starts is '.*'; write a month, such as January or 1\.$/),
    ]);
  });

  test('is read in the language of the workbook', () => {
    expect(strategyOf([['Fiscal year starts', 'Oktober']], GOALS, 'de-DE').fiscalYearStart).toBe(10);
  });
});

describe('the head', () => {
  test('is read wherever its labels are, with or without a colon, each once', () => {
    const { vision, currency, cadence, problems } = strategyOf([
      ['', 'Vision :', ' Bread for all '],
      ['CURRENCY:', '€', 'Vision', 'another'],
      ['Review every', 'Quarterly'],
    ]);
    expect([vision, currency, cadence, problems]).toEqual(['Bread for all', '€', 'quarter', []]);
  });

  test('asks about a label that is nearly one, unless that one is there already', () => {
    const said = (...head: Cell[][]) => strategyOf(head).problems;
    expect(said(['Visoin', 'x'])).toEqual([
      "Compass Strategy A1: the label 'Visoin' is not known; did you mean Vision?",
    ]);
    expect(said(['Vision', 'x'], ['Visions', 'of others'], ['Values', 'y'], ['Value', 12])).toEqual([]);
  });

  test('ends where the tables begin: a goal called Currency is no label', () => {
    const goals: Cell[][] = [...GOALS, ['Currency', 'Swap', 1, '', null, null, null, 'Shop', 1]];
    const { currency, goals: read, functions } = strategyOf([['Vision', 'x']], goals);
    expect(currency).toBe('');
    expect(read.map(({ name }) => name)).toEqual(['Grow', 'Currency']);
    expect(functions).toEqual([
      { name: 'Sales', weight: 3 },
      { name: 'Shop', weight: 1 },
    ]);
  });

  test('says which date or cadence can’t be read, and where', () => {
    const { nextReview, cadence, problems } = strategyOf([
      ['Review every', 'fortnight'],
      ['Next review', 'soon'],
    ]);
    // Nothing says how often: a month.
    expect([nextReview, cadence]).toEqual([null, 'month']);
    expect(problems[0]).toBe("Compass Strategy B1: Review every is 'fortnight'; write week, month or quarter.");
    expect(problems[1]).toMatch(/^Compass Strategy B2: Next review is not read: 'soon' is not a date/);
  });
});

describe('goals and functions', () => {
  test('are read with all that is in their rows', () => {
    const { goals, functions } = strategyOf([['Vision', 'x']]);
    expect(goals).toEqual([
      {
        name: 'Grow',
        why: 'Rent',
        weight: 2,
        owner: 'Ada',
        spend: 1200,
        // Due by the last day of the quarter that is named.
        reviewBy: serialOf(2026, 6, 30),
        place: { sheet: 'Compass Strategy', range: 'A4' },
      },
    ]);
    expect(functions).toEqual([{ name: 'Sales', weight: 3 }]);
  });

  test('without a name, or with a name twice, are left out and named', () => {
    const { goals, functions, problems } = strategyOf(
      [['Vision', 'x']],
      [
        ...GOALS,
        ['', 'no name', 1, '', null, null, null, '', 5],
        ['grow ', 'again', 9, '', null, null, null, null, null],
      ],
    );
    expect(goals.map(({ name, weight }) => [name, weight])).toEqual([['Grow', 2]]);
    expect(functions).toEqual([{ name: 'Sales', weight: 3 }]);
    expect(problems).toEqual([
      'Compass Strategy A5: this row has no goal; left out.',
      "Compass Strategy A6: the goal 'grow' appears twice; the first one counts.",
    ]);
  });
});

describe('a KPI’s row', () => {
  const HEADERS = [
    'KPI',
    'Better',
    'Low',
    'High',
    'Business function',
    'Goal',
    'Out of',
    'Paused since',
    'Sample',
    'Experiment until',
    'Combine',
    'Gaps',
  ];
  const kpi = (row: Record<string, Cell>, more: Record<string, Cell>[] = [], today?: number) => {
    const rows = [{ KPI: 'Sales', ...row }, ...more].map((one: Record<string, Cell>) =>
      HEADERS.map(header => one[header] ?? null),
    );
    const data: Cell[][] = [
      ['Period', 'Sales', 'Visits'],
      [serialOf(2026, 1, 1), 1, 2],
    ];
    const book = workbook(
      { 'Compass Strategy': GOALS, 'Compass KPIs': [HEADERS, ...rows], 'Compass Data': data },
      today,
    );
    const register = readRegister(book);
    const said = problemsOf(book).filter(message => /^Compass KPIs [A-Z]+2: /.test(message));
    return { ...register, kpi: register.kpis[0], said };
  };

  test('in range needs Low below High', () => {
    const range = (low: Cell, high: Cell) => kpi({ Better: 'in range', Low: low, High: high }).said;
    expect(range(3, 9)).toEqual([]);
    for (const [low, high] of [
      [9, 3],
      [3, 3],
      [null, 9],
      [3, null],
    ] as [Cell, Cell][])
      expect(range(low, high)).toEqual([
        "Compass KPIs B2: 'Sales' is better in range; write its Low and its High, Low below High.",
      ]);
    expect(kpi({ Better: 'higher', Low: 9, High: 3 }).said).toEqual([]);
  });

  test('names a goal, a function and a denominator that exist', () => {
    const { said, kpi: read } = kpi({ Goal: 'Glow', 'Business function': 'Garden', 'Out of': 'Guests' });
    expect(said).toEqual([
      "Compass KPIs E2: Compass Strategy has no business function 'Garden'; it weighs 1.",
      "Compass KPIs F2: Compass Strategy has no goal 'Glow'; did you mean Grow?",
      "Compass KPIs G2: no KPI is called 'Guests'.",
    ]);
    expect([read!.function, read!.goal]).toEqual(['Garden', '']);
    expect(kpi({ Goal: ' grow', 'Business function': 'SALES', 'Out of': 'visits' }, [{ KPI: 'Visits' }]).said).toEqual(
      [],
    );
  });

  test('paused is out of the way from its day on', () => {
    const paused = (today: number) => kpi({ 'Paused since': '2026-05-10' }, [], today).paused.map(({ name }) => name);
    expect([paused(serialOf(2026, 5, 9)), paused(serialOf(2026, 5, 10))]).toEqual([[], ['Sales']]);
  });

  test('of a sample counts only in a workbook without KPIs of its own', () => {
    const alone = kpi({ Sample: 'yes' });
    expect([alone.kpis.map(({ name }) => name), alone.samples]).toEqual([['Sales'], undefined]);
    const own = kpi({ Sample: 'yes' }, [{ KPI: 'Visits' }]);
    expect([own.kpis.map(({ name }) => name), own.samples!.map(({ name }) => name)]).toEqual([['Visits'], ['Sales']]);
    expect(own.problems.map(({ message }) => message)).toContain(
      '1 KPI of sample data does not count, because this workbook has KPIs of its own. Remove the sample on the page KPIs, or with compass remove --samples.',
    );
    // A KPI without any figure yet is none to count.
    expect(kpi({ Sample: 'yes' }, [{ KPI: 'Guests' }]).samples).toBeUndefined();
    const two = kpi({ Sample: 'yes' }, [{ KPI: 'Visits', Sample: 'yes' }, { KPI: 'Sum' }]);
    expect(two.samples).toBeUndefined();
  });

  test('keeps how it is combined, what a gap is, and until when an experiment runs', () => {
    expect(kpi({ Combine: 'Mean', Gaps: 'Unknown', 'Experiment until': 'Mar 2026' }).kpi).toMatchObject({
      combine: 'mean',
      gaps: 'unknown',
      experimentUntil: serialOf(2026, 3, 31),
    });
    expect(kpi({}).kpi).toMatchObject({ combine: 'sum', gaps: null, better: 'higher', experimentUntil: null });
  });
});
