import { functions } from '../../src/functions/catalogue';
import { evaluate } from '../../src/functions/evaluate';
import { column, thrown } from './thrown';

// Expected values by hand; the rules are the design's "Rules for every cell function".

describe('cells and ranges', () => {
  test('one formula fills a whole column', () => {
    expect(evaluate('CHURN_RATE', [column(5, 4), column(100, 80)])).toEqual(column(0.05, 0.05));
  });

  test('a row gives a row, a block a block', () => {
    expect(evaluate('CHURN_RATE', [[[5, 4]], [[100, 80]]])).toEqual([[0.05, 0.05]]);
    expect(
      evaluate('CHURN_RATE', [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [10, 10],
          [10, 10],
        ],
      ]),
    ).toEqual([
      [0.1, 0.2],
      [0.3, 0.4],
    ]);
  });

  test('a single cell stands beside every cell of a range', () => {
    expect(evaluate('CHURN_RATE', [column(5, 10), 100])).toEqual(column(0.05, 0.1));
    expect(evaluate('CHURN_RATE', [5, [[100], [50]]])).toEqual(column(0.05, 0.1));
    expect(evaluate('CHURN_RATE', [[[5]], column(100, 50)])).toEqual(column(0.05, 0.1));
  });

  test('a range of one cell is a single cell, and comes back as a range', () => {
    expect(evaluate('CHURN_RATE', [[[5]], [[100]]])).toEqual([[0.05]]);
    expect(thrown('CHURN_RATE', [[[5]], [[0]]])).toMatch('#DIV/0!');
  });

  test('ranges of different size are refused, and both are named', () => {
    expect(thrown('CHURN_RATE', [column(5, 4), column(100, 80, 90)])).toBe(
      '#VALUE! lost is a column of 2 cells, at_start is a column of 3 cells: choose ranges of the same size.',
    );
    expect(thrown('ORDER_FULFILLMENT_TIME', [column(46_027, 46_028), 46_029])).toBe(
      '#VALUE! ordered is a column of 2 cells, fulfilled is a single cell: choose ranges of the same size.',
    );
  });

  test('a row beside a column is told apart from a wrong size', () => {
    expect(thrown('CHURN_RATE', [column(5, 4), [[100, 80]]])).toBe(
      '#VALUE! lost is a column of 2 cells, at_start is a row of 2 cells: turn one of them with TRANSPOSE.',
    );
  });

  test('a ragged or empty range is filled up with blanks', () => {
    expect(evaluate('CHURN_RATE', [[[5, 4], [3]], 100])).toEqual([
      [0.05, 0.04],
      [0.03, ''],
    ]);
    expect(evaluate('CHURN_RATE', [[], 100])).toEqual([['']]);
    expect(evaluate('CHURN_RATE', [[[]], [[]]])).toEqual([['']]);
  });
});

describe('blanks', () => {
  test('a blank where a figure is needed leaves the result blank, never zero', () => {
    expect(evaluate('CHURN_RATE', [null, 100])).toBe('');
    expect(evaluate('CHURN_RATE', [5, ''])).toBe('');
    expect(evaluate('CHURN_RATE', [column(5, null, '  '), 100])).toEqual(column(0.05, '', ''));
  });

  test('a blank amount that is optional counts as its default', () => {
    expect(evaluate('CUSTOMER_LIFETIME_VALUE', [50, 0.7, 0.04, null])).toBeCloseTo(875, 9);
    expect(evaluate('CUSTOMER_LIFETIME_VALUE', [50, 0.7, 0.04, ''])).toBeCloseTo(875, 9);
    expect(evaluate('CSAT', [column(5, 4, 3), '', null])).toBeCloseTo(2 / 3, 12);
  });

  test('an aggregate leaves blanks out', () => {
    expect(evaluate('CSAT', [column(null, 5, '', 3, null)])).toBe(0.5);
  });

  test('over nothing at all there is no figure, and the message says where it looked', () => {
    expect(thrown('CSAT', [column(null, '')])).toBe('#N/A CSAT finds no row with a figure in responses.');
    expect(thrown('NPS', [[]])).toBe('#N/A NPS finds no row with a figure in responses.');
  });
});

describe('nothing to divide by', () => {
  test('is blank in a column and #DIV/0! in a single cell', () => {
    expect(evaluate('CHURN_RATE', [column(5, 0), column(0, 0)])).toEqual(column('', ''));
    expect(thrown('CHURN_RATE', [5, 0])).toBe('#DIV/0! CHURN_RATE has nothing to divide by here.');
  });
});

describe('a word from a list', () => {
  test('counts however it is written: capitals and spaces around it are what people type', () => {
    // By hand: 2, 5 and 1 days from order to fulfilment; the median of them is 2, the longest 5.
    const orders = [column(46_027, 46_028, 46_030), column(46_029, 46_033, 46_031)];
    for (const longest of ['max', 'Max', ' MAX '])
      expect(evaluate('ORDER_FULFILLMENT_TIME', [...orders, longest])).toBe(5);
    expect(evaluate('ORDER_FULFILLMENT_TIME', [...orders, '  '])).toBe(2);
    expect(thrown('ORDER_FULFILLMENT_TIME', [...orders, 'longest'])).toMatch(
      /'longest' is not one of median, mean, p90 or max/,
    );
  });

  test('has a list: no function takes just any text', () => {
    const texts = functions.flatMap(({ parameters }) => parameters.filter(({ type }) => type === 'text'));
    expect(texts.length).toBeGreaterThan(0);
    for (const { choices = [] } of texts) {
      expect(choices.length).toBeGreaterThan(1);
      for (const choice of choices) expect(choice).toBe(choice.trim().toLowerCase());
    }
  });
});

describe('what is not a number', () => {
  test.each([
    ['n/a', "row 2 of lost: 'n/a' is not a number."],
    ['12', "row 2 of lost: '12' is text, not a number."],
    ['€ 1.200,50', "row 2 of lost: '€ 1.200,50' is text, not a number."],
    ['5 %', "row 2 of lost: '5 %' is text, not a number."],
    [true, 'row 2 of lost: TRUE is not a number.'],
  ])('%p is named with its place', (cell, message) => {
    const messages: string[] = [];
    const note = (row: number, place: number, error: Error) => messages.push(`${row},${place} ${error.message}`);
    expect(evaluate('CHURN_RATE', [column(5, cell, 7), 100], note)).toEqual(
      column(0.05, { error: '#VALUE!' }, 7 / 100),
    );
    expect(messages).toEqual([`1,0 ${message}`]);
  });

  test('in a single cell it is raised, with the name of the parameter', () => {
    expect(thrown('CHURN_RATE', ['five', 100])).toBe("#VALUE! lost: 'five' is not a number.");
    expect(thrown('CHURN_RATE', [5, true])).toBe('#VALUE! at_start: TRUE is not a number.');
  });

  test('in an aggregate it is raised for the whole', () => {
    expect(thrown('CSAT', [column(5, 4, 'good')])).toBe("#VALUE! row 3 of responses: 'good' is not a number.");
    expect(thrown('CSAT', [[[5, 4, 'good']]])).toBe("#VALUE! column 3 of responses: 'good' is not a number.");
    expect(
      thrown('CSAT', [
        [
          [5, 4],
          [3, 'x'],
        ],
      ]),
    ).toBe("#VALUE! row 2, column 2 of responses: 'x' is not a number.");
  });
});

describe('figures that cannot be', () => {
  test('a negative count names its row', () => {
    const messages: string[] = [];
    const note = (_row: number, _column: number, error: Error) => messages.push(error.message);
    expect(evaluate('CHURN_RATE', [column(5, -5, 4), 100], note)).toEqual(column(0.05, { error: '#VALUE!' }, 0.04));
    expect(messages).toEqual(['row 2 of lost: -5 is not 0 or more.']);
  });

  test('a percentage typed without its sign is named: 70 is no margin', () => {
    expect(thrown('CAC_PAYBACK', [100, 50, 70])).toBe('#VALUE! gross_margin: 70 is not 1 or less.');
    expect(thrown('CUSTOMER_LIFETIME_VALUE', [50, 0.7, 4])).toBe('#VALUE! churn: 4 is not from 0 to 1.');
  });
});

describe('error cells', () => {
  const broken = { error: '#REF!' } as const;

  test('come back as themselves', () => {
    expect(evaluate('CHURN_RATE', [broken, 100])).toEqual(broken);
    expect(evaluate('CHURN_RATE', [column(5, broken), column(null, 100)])).toEqual(column('', broken));
    expect(evaluate('CSAT', [column(5, broken)])).toEqual(broken);
    expect(evaluate('CSAT', [column(5, 4), broken])).toEqual(broken);
  });

  test('a blank beside one does not hide it', () => {
    expect(evaluate('CHURN_RATE', [null, broken])).toEqual(broken);
  });
});

describe('by period', () => {
  const [january, february] = [46_023, 46_054]; // 1 January and 1 February 2026 as Excel shows them
  const dates = column(46_055, 46_027, 46_034, 46_062);

  test('one row a period, oldest first: its first day and its figure', () => {
    expect(evaluate('CSAT', [column(3, 5, 4, 5), null, null, dates])).toEqual([
      [january, 1],
      [february, 0.5],
    ]);
    expect(evaluate('CSAT', [column(3, 5, 4, 5), null, null, dates, 'Quarter'])).toEqual([[january, 0.75]]);
    expect(evaluate('NPS', [column(10, 5), column(46_027.9, 46_034), 'week'])).toEqual([
      [46_027, 100],
      [46_034, -100],
    ]);
  });

  test('rows without a date or an answer are left out', () => {
    expect(evaluate('CSAT', [column(3, 5, null, 5), null, null, column(46_055, null, 46_034, 46_062)])).toEqual([
      [february, 0.5],
    ]);
  });

  test('an error stays in its period', () => {
    const messages: string[] = [];
    const result = evaluate('CSAT', [column(3, 5, 'x', 5), null, null, dates], (_r, _c, error) =>
      messages.push(error.message),
    );
    expect(result).toEqual([
      [january, { error: '#VALUE!' }],
      [february, 0.5],
    ]);
    expect(messages).toEqual(["row 3 of responses: 'x' is not a number."]);
    expect(evaluate('CSAT', [column(3, { error: '#N/A' }, 4, 5), null, null, dates])).toEqual([
      [january, { error: '#N/A' }],
      [february, 0.5],
    ]);
  });

  test('a date that is none is named', () => {
    expect(thrown('CSAT', [column(3, 5), null, null, column(46_055, '5 Jan 2026')])).toBe(
      "#VALUE! row 2 of dates: '5 Jan 2026' is not a date.",
    );
    expect(thrown('CSAT', [column(3, 5), null, null, column(46_055, '2026-01-05')])).toBe(
      "#VALUE! row 2 of dates: '2026-01-05' is text, not a date.",
    );
  });

  test('a period length without dates, or one that is none, is refused', () => {
    expect(thrown('NPS', [column(9, 10), undefined, 'month'])).toBe('#VALUE! by needs dates, the day of each row.');
    expect(thrown('NPS', [column(9, 10), column(46_027, 46_034), 'year'])).toBe(
      "#VALUE! by: 'year' is not one of day, week, month or quarter.",
    );
    expect(thrown('NPS', [column(9, 10), column(46_027)])).toBe(
      '#VALUE! responses is a column of 2 cells, dates is a single cell: choose ranges of the same size.',
    );
  });
});

describe('calls', () => {
  test('an unknown function, a missing and a superfluous value are said', () => {
    expect(thrown('CHURN', [1])).toBe('#NAME? There is no function CHURN.');
    expect(thrown('CHURN_RATE', [5])).toBe('#VALUE! CHURN_RATE needs at_start: CHURN_RATE(lost, at_start).');
    expect(thrown('CHURN_RATE', [5, 100, 1])).toBe(
      '#VALUE! CHURN_RATE takes 2 values at most: CHURN_RATE(lost, at_start).',
    );
  });

  test('names are told apart without case', () => {
    expect(evaluate('churn_rate', [5, 100])).toBe(0.05);
  });

  test('a setting is one cell', () => {
    expect(thrown('CSAT', [column(5, 4), column(4, 4)])).toBe('#VALUE! satisfied_from is one cell, not a range.');
  });
});

describe('numbers that no cell can hold', () => {
  test('too large comes out as #NUM!', () => {
    expect(thrown('CUSTOMER_LIFETIME_VALUE', [1e308, 1, 0.04])).toBe(
      '#NUM! CUSTOMER_LIFETIME_VALUE gives a result too large for a cell.',
    );
    expect(thrown('CHURN_RATE', [Number.NaN, 5])).toMatch('#NUM! lost: NaN');
  });

  test('zero has no sign', () => {
    expect(Object.is(evaluate('CHURN_RATE', [-0, 100]), 0)).toBe(true);
    expect(Object.is(evaluate('LTV_CAC_RATIO', [-0, 100]), 0)).toBe(true);
  });
});
