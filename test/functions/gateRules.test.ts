import { FIRST_SERIAL, LAST_SERIAL } from '../../src/cells/serial';
import type { Column, Parameter } from '../../src/functions/definition';
import { pass } from '../../src/functions/gate';
import { made, number, said, sum } from './madeFunctions';
import { column, thrown } from './thrown';

// What the gate promises to arithmetic and to owners, on functions made for the test; expected values by hand.

const NAMES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];

describe('a row with a blank that is needed', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('is blank whichever of %d figures it is, and the others are not', count => {
    const names = NAMES.slice(0, count);
    const definition = made(
      'element-wise',
      names.map(name => number(name)),
      sum,
    );
    const always = made(
      'element-wise',
      names.map(name => number(name)),
      () => 1,
    );
    for (const [at] of names.entries()) {
      const given = names.map((_, i) => column(10 ** i, at === i ? null : 10 ** i, 10 ** i));
      const full = sum(...names.map((_, i) => 10 ** i));
      expect(pass(definition, given)).toEqual(column(full, '', full));
      expect(pass(always, given)).toEqual(column(1, '', 1));
      // As a single cell it stands beside every row.
      const alone = names.map((_, i) => (at === i ? 7 : column(10 ** i, 10 ** i)));
      const rest = count === 1 ? 7 : full - 10 ** at + 7;
      expect(pass(definition, alone)).toEqual(count === 1 ? 7 : column(rest, rest));
    }
  });

  test('of two single cells leaves nothing to aggregate', () => {
    const both = made('aggregate', [number('first'), number('second')], () => 1);
    expect(pass(both, [5, 6])).toBe(1);
    for (const given of [
      [5, null],
      [null, 5],
    ])
      expect(said(both, given)).toBe('#N/A MADE finds no row with a figure in first and second.');
  });
});

describe('single cells beside a column', () => {
  test('are each in their place', () => {
    const names = NAMES.slice(0, 6);
    const digits = made(
      'element-wise',
      names.map(name => number(name)),
      (...figures: number[]) => figures.reduce((all, figure) => 10 * all + figure, 0),
    );
    expect(pass(digits, [column(1, 2), 3, 4, 5, 6, 7])).toEqual(column(134_567, 234_567));
    expect(pass(digits, [3, 4, 5, 6, 7, column(1, 2)])).toEqual(column(345_671, 345_672));
  });
  test('may be words', () => {
    const turned = made(
      'element-wise',
      [number('figure'), { name: 'way', type: 'text', description: 'way', choices: ['up', 'down'] }],
      (figure: number, way: string) => (way === 'down' ? -figure : figure),
    );
    expect(pass(turned, [column(1, 2), 'down'])).toEqual(column(-1, -2));
    expect(pass(turned, [column(1, 2), 'Up'])).toEqual(column(1, 2));
  });
});

describe('blocks of several columns', () => {
  test('are filled cell by cell, whatever the arithmetic makes of them', () => {
    const always = made('element-wise', [number('first')], () => 1);
    expect(
      pass(always, [
        [
          [5, 6],
          [7, null],
        ],
      ]),
    ).toEqual([
      [1, 1],
      [1, ''],
    ]);
  });

  test('name the row and column of what is wrong', () => {
    const refusing = made('aggregate', [number('figures')], (figures: Column) =>
      figures.refuse([...figures.values].indexOf(-4), 'is negative'),
    );
    const block = [
      [1, null, 3],
      [1, -4, 3],
    ];
    expect(said(refusing, [block])).toBe('#VALUE! row 2, column 2 of figures: is negative.');
  });
});

describe('a range beside another', () => {
  const two = (second: Partial<Parameter> = {}) =>
    made('aggregate', [number('first'), number('second', second)], () => 1);
  test('that is required takes no single cell, blank or not; where it may be blank a blank will do', () => {
    const refused = '#VALUE! first is a column of 2 cells, second is a single cell: choose ranges of the same size.';
    expect(said(two(), [column(1, 2), 5])).toBe(refused);
    expect(said(two(), [column(1, 2), null])).toBe(refused);
    const may = two({ mayBeBlank: 'nothing is known' });
    expect(said(may, [column(1, 2), 5])).toBe(refused);
    expect(pass(may, [column(1, 2), null])).toBe(1);
    expect(pass(two({ optional: true }), [column(1, 2), 5])).toBe(1);
  });

  test('is told by its rows and columns where both are more than one', () => {
    const block = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(said(two(), [column(1, 2), block])).toMatch(
      /second is 2 rows of 3 cells: choose ranges of the same size\.$/,
    );
    expect(said(two(), [[[1, 2]], column(1, 2)])).toBe(
      '#VALUE! first is a row of 2 cells, second is a column of 2 cells: turn one of them with TRANSPOSE.',
    );
    expect(said(two(), [[[1, 2, 3]], column(1, 2)])).toMatch(/choose ranges of the same size\.$/);
  });
});

describe('a row that counts', () => {
  const counting = (parameters: Parameter[]) =>
    made('aggregate', parameters, (...columns: Column[]) => columns[0]!.values.length);
  const may = { mayBeBlank: 'nothing is known' };
  test('has a figure in each column that needs one', () => {
    const both = counting([number('first'), number('second')]);
    expect(pass(both, [column(1, null, 3, 4), column(1, 2, null, 4)])).toBe(2);
    const either = counting([number('first'), number('second', may)]);
    expect(pass(either, [column(1, null, 3, 4), column(1, 2, null, null)])).toBe(3);
    // Nothing at all is known of the second, and the first is enough.
    expect(pass(either, [column(1, 2), column(null, null)])).toBe(2);
    expect(said(counting([number('first', may)]), [column(null, null)])).toMatch(/^#N\/A MADE finds no row/);
  });
});

describe('texts in a column', () => {
  const choice: Parameter = { name: 'better', type: 'text', description: 'better', choices: ['higher', 'lower'] };
  const words = made(
    'aggregate',
    [choice],
    ({ values }: Column<string>) => [...values].filter(w => w === 'lower').length,
  );
  test('count as words of the list, and numbers among them are refused', () => {
    expect(pass(words, [column('lower', ' LOWER ', 'higher', null)])).toBe(2);
    expect(said(words, [column('lower', 46_027)])).toBe(
      '#VALUE! row 2 of better: 46027 is not one of higher or lower.',
    );
    const each = made('element-wise', [choice], (word: string) => word.length);
    expect(pass(each, [column('lower', 'higher', null)])).toEqual(column(5, 6, ''));
  });
  test('are taken as they are where anything is', () => {
    const any = { ...choice, type: 'any' } as Parameter;
    const { choices: _, ...free } = any;
    const list = made('aggregate', [free as Parameter], ({ values }: Column<string>) => [...values].join('|'));
    expect(pass(list, [column('A', 7, ' b ', null, 0)])).toBe('A|7| b |0');
    expect(said(list, [column('A', true)])).toBe('#VALUE! row 2 of better: TRUE is not a number or a text.');
  });
});

describe('what is refused', () => {
  const of = (type: Parameter['type'], more: Partial<Parameter> = {}) =>
    made('element-wise', [{ name: 'it', type, description: 'it', ...more }], (value: unknown) => Number(value));
  test('dates before the first day or after the last that a sheet knows', () => {
    const date = of('date');
    expect(said(date, [FIRST_SERIAL])).toBe(`gave ${FIRST_SERIAL}`);
    expect(said(date, [FIRST_SERIAL - 0.5])).toBe(`#VALUE! it: ${FIRST_SERIAL - 0.5} is not a date.`);
    // The evening of the last day is still that day.
    expect(said(date, [LAST_SERIAL + 0.75])).toBe(`gave ${LAST_SERIAL + 0.75}`);
    expect(said(date, [LAST_SERIAL + 1])).toBe(`#VALUE! it: ${LAST_SERIAL + 1} is not a date.`);
    const days = column(FIRST_SERIAL, LAST_SERIAL + 0.75, LAST_SERIAL + 1);
    expect(pass(date, [days])).toEqual(column(FIRST_SERIAL, LAST_SERIAL + 0.75, { error: '#VALUE!' }));
    expect(said(date, ['2026-01-05'])).toBe("#VALUE! it: '2026-01-05' is text, not a date.");
  });
  test('anything but TRUE, FALSE, 1 and 0 where a yes or no is asked', () => {
    const yes = of('boolean');
    expect([true, 1, false, 0].map(value => pass(yes, [value]))).toEqual([1, 1, 0, 0]);
    expect(said(yes, [2])).toBe('#VALUE! it: 2 is neither TRUE nor FALSE.');
    expect(said(yes, ['yes'])).toBe("#VALUE! it: 'yes' is neither TRUE nor FALSE.");
    expect(said(of('number'), [false])).toBe('#VALUE! it: FALSE is not a number.');
  });
  test('figures below the least or above the most, both of which are allowed; a hint follows', () => {
    const share = of('number', { from: 0, to: 1, hint: 'write 70 % as 0.7' });
    expect([0, 1].map(value => pass(share, [value]))).toEqual([0, 1]);
    expect(said(share, [1.01])).toBe('#VALUE! it: 1.01 is not from 0 to 1; write 70 % as 0.7.');
    expect(said(share, [-0.01])).toBe('#VALUE! it: -0.01 is not from 0 to 1; write 70 % as 0.7.');
    expect(pass(share, [column(0, 1, 1.01)])).toEqual(column(0, 1, { error: '#VALUE!' }));
    expect(said(of('number', { to: 1 }), [2])).toBe('#VALUE! it: 2 is not 1 or less.');
    expect(said(of('number', { from: 3 }), [2])).toBe('#VALUE! it: 2 is not 3 or more.');
  });
  test('too many values; the list of what it takes shows what may be left out', () => {
    const definition = made('element-wise', [number('first'), number('second', { optional: true })], sum);
    expect(said(definition, [1, 2, 3])).toBe('#VALUE! MADE takes 2 values at most: MADE(first, [second]).');
    expect(said(definition, [undefined])).toBe('#VALUE! MADE needs first: MADE(first, [second]).');
  });
});

describe('a result beyond its bounds', () => {
  const bounded = (bounds: object, calculate: (figure: number) => number = figure => figure) =>
    made('element-wise', [number('part'), number('whole', { optional: true })], calculate, { bounds });
  test('by the last digit of arithmetic is the bound, by more it is an error that shows what it was made of', () => {
    const share = bounded({ from: 0, to: 1 });
    expect([0, 1, -1e-12, 1 + 1e-13].map(value => pass(share, [value]))).toEqual([0, 1, 0, 1]);
    expect(pass(share, [column(0, 1, 1 + 1e-13, 1.2)])).toEqual(column(0, 1, 1, { error: '#VALUE!' }));
    expect(said(share, [1.23456789])).toBe(
      '#VALUE! part: with part 1.23456789 the result would be 1.235, but it is always from 0 to 1.',
    );
    expect(said(share, [-2e-12])).toMatch(/would be -2e-12, but it is always from 0 to 1\.$/);
    expect(said(bounded({ from: 0 }), [-5])).toBe(
      '#VALUE! part: with part -5 the result would be -5, but it is always 0 or more.',
    );
  });
  test('is placed at the range it comes from', () => {
    const messages: string[] = [];
    const reversed = made('element-wise', [number('whole'), number('part')], (_whole: number, part: number) => part, {
      bounds: { from: 0, to: 1 },
    });
    expect(pass(reversed, [5, column(0.5, 2)], (_row, _column, error) => messages.push(error.message))).toEqual(
      column(0.5, { error: '#VALUE!' }),
    );
    expect(messages).toEqual([
      'row 2 of part: with whole 5, part 2 the result would be 2, but it is always from 0 to 1.',
    ]);
  });
  test('is no number at all where there is nothing to divide by: that says so, with what was not above zero', () => {
    const rate = made('element-wise', [number('part')], () => Number.NaN, { base: 'part' });
    expect(said(rate, [5])).toBe('#DIV/0! MADE has nothing to divide by here: part is not above 0.');
    expect(pass(rate, [column(5, 6)])).toEqual(column('', ''));
    const large = made('element-wise', [number('part')], () => Number.POSITIVE_INFINITY, {
      bounds: { from: 0, to: 1 },
    });
    expect(said(large, [5])).toBe('#NUM! MADE gives a result too large for a cell.');
  });
});

test('a long text that looks like a figure is quoted in part', () => {
  expect(thrown('CHURN_RATE', ['1,234.50 €', 100])).toBe("#VALUE! lost: '1,234.50 €' is text, not a number.");
  expect(thrown('CHURN_RATE', ['5 % ', 100])).toBe("#VALUE! lost: '5 % ' is text, not a number.");
  expect(thrown('CHURN_RATE', ['12 of 30', 100])).toBe("#VALUE! lost: '12 of 30' is not a number.");
});
