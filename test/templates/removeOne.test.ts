import { installTemplate } from '../../src/templates/install/installTemplate';
import type { Template } from '../../src/templates/template';
import { removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { sheetNames } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { track } from '../../src/workbook/track/track';
import { month, rowsOf, typed, workbook } from '../workbook/workbooks';
import { coffeeCart, installed, TODAY } from './coffeeCart';

// One template of two is taken out, beside KPIs of the owner's own: what is whose follows from coffeeCart.ts.

const [cart] = coffeeCart.sheets;
/** A second cart, which shares a goal and a function with the first and has one of each of its own. */
const teaCart = {
  ...coffeeCart,
  id: 'tea-cart',
  name: 'Tea cart',
  strategy: {
    ...coffeeCart.strategy,
    goals: [...coffeeCart.strategy.goals, { name: 'Grow herbs', why: 'Taste' }],
    functions: [...coffeeCart.strategy.functions, { name: 'Garden' }],
  },
  sheets: [{ ...cart!, name: 'Tea' }],
  kpis: [{ ...coffeeCart.kpis[0]!, name: 'Pots', goal: 'Grow herbs', function: 'Garden' }],
} as Template;

const catalogue = [coffeeCart, teaCart];
const both = (() => {
  const coffee = installed();
  return applyEdits(coffee, installTemplate(teaCart, coffee, { mode: 'sample', periods: 3 }));
})();
const without = (snapshot: Snapshot, template: Template) =>
  applyEdits(snapshot, removeTemplate(snapshot, template, catalogue).edits);
const goalsOf = (snapshot: Snapshot) => readRegister(snapshot).strategy.goals.map(({ name }) => name);
const functionsOf = (snapshot: Snapshot) => readRegister(snapshot).strategy.functions.map(({ name }) => name);
const figuresOf = (snapshot: Snapshot) => readRegister(snapshot).kpis.map(({ name, values }) => [name, values]);

test('what only the removed one brought goes, what the other needs stays', () => {
  expect([goalsOf(both), functionsOf(both)]).toEqual([
    ['Sell more cups', 'Grow herbs'],
    ['Sales', 'Garden'],
  ]);
  const { sheets, stays, changed } = removeTemplate(both, teaCart, catalogue);
  expect([sheets, stays, changed]).toEqual([['Tea'], [], []]);
  const coffee = without(both, teaCart);
  expect(goalsOf(coffee)).toEqual(['Sell more cups']);
  expect(functionsOf(coffee)).toEqual(['Sales']);
  expect(figuresOf(coffee)).toEqual([
    ['Cups', [100, 110, 121]],
    ['Growth', [0, 110 / 100 - 1, 121 / 110 - 1]],
  ]);
  const tea = without(both, coffeeCart);
  // The shared goal is in the other template's strategy still.
  expect([goalsOf(tea), functionsOf(tea)]).toEqual([
    ['Sell more cups', 'Grow herbs'],
    ['Sales', 'Garden'],
  ]);
  expect(figuresOf(tea)).toEqual([['Pots', [100, 110, 121]]]);
  expect(sheetNames(tea)).not.toContain('Cart');
  for (const left of [coffee, tea]) expect(readRegister(left).problems).toEqual([]);
});

test('its rows in Compass Templates go, those of the other and of the product stay', () => {
  const idsOf = (snapshot: Snapshot) =>
    [
      ...new Set(
        rowsOf(snapshot, 'Compass Templates')
          .slice(1)
          .map(([id]) => id),
      ),
    ].filter(id => id !== null);
  expect(idsOf(both)).toEqual(['coffee-cart', 'compass', 'tea-cart']);
  expect(idsOf(without(both, coffeeCart))).toEqual(['compass', 'tea-cart']);
  expect(sheetNames(without(without(both, coffeeCart), teaCart))).toEqual(['Sheet1']);
});

describe('a goal and a function', () => {
  test('that a KPI of the owner’s names stay', () => {
    const own = workbook(
      {
        Till: [
          ['Month', 'Guests'],
          [month(8), 5],
          [month(9), 6],
          [month(10), 7],
        ],
      },
      TODAY,
    );
    const tea = applyEdits(own, installTemplate(teaCart, own, { mode: 'sample', periods: 3 }));
    const tracked = applyEdits(
      tea,
      track(tea, { kpi: 'Guests', function: 'garden', goal: 'grow herbs', values: { sheet: 'Till', range: 'B2:B4' } }),
    );
    const { stays, sheets } = removeTemplate(tracked, teaCart, catalogue);
    // The owner's KPI needs the Compass sheets.
    expect([sheets, stays]).toEqual([['Tea'], []]);
    const left = without(tracked, teaCart);
    expect([goalsOf(left), functionsOf(left), figuresOf(left)]).toEqual([
      ['Grow herbs'],
      ['Garden'],
      [['Guests', [5, 6, 7]]],
    ]);
  });

  test('that the owner changed stay: another reason, another weight', () => {
    const [reason, weight] = [
      typed(both, 'Compass Strategy', { B10: 'Our garden' }),
      typed(both, 'Compass Strategy', { I10: 4 }),
    ];
    expect(rowsOf(both, 'Compass Strategy')[9]!.slice(0, 9)).toEqual([
      'Grow herbs',
      'Taste',
      null,
      null,
      null,
      null,
      null,
      'Garden',
      null,
    ]);
    expect(goalsOf(without(reason, teaCart))).toEqual(['Sell more cups', 'Grow herbs']);
    expect(functionsOf(without(weight, teaCart))).toEqual(['Sales', 'Garden']);
    // A weight of 1 is what a function without one has.
    expect(functionsOf(without(typed(both, 'Compass Strategy', { I10: 1 }), teaCart))).toEqual(['Sales']);
  });
});

describe('Compass Data', () => {
  // The tea cart beside a KPI of the owner's that has figures of September and October.
  const own = workbook(
    {
      Till: [
        ['Month', 'Guests'],
        [month(9), 6],
        [month(10), 7],
      ],
    },
    TODAY,
  );
  const tracked = applyEdits(own, track(own, { kpi: 'Guests', values: { sheet: 'Till', range: 'B2:B3' } }));
  const tea = applyEdits(tracked, installTemplate(teaCart, tracked, { mode: 'empty', periods: 3 }));

  test('loses its columns, and months that no other KPI has', () => {
    expect(readRegister(tea).periods.map(({ label }) => label)).toEqual([
      'Sep 2026',
      'Oct 2026',
      'Nov 2026',
      'Dec 2026',
    ]);
    const left = without(tea, teaCart);
    expect(rowsOf(left, 'Compass Data').filter(row => row.some(cell => cell !== null))).toEqual([
      ['Period', 'Guests'],
      [month(9), 6],
      [month(10), 7],
    ]);
  });

  test('keeps the months up to one in which the owner typed something', () => {
    const left = without(typed(tea, 'Compass Data', { B5: 9 }), teaCart);
    expect(rowsOf(left, 'Compass Data').slice(2)).toEqual([
      [month(10), 7],
      [month(11), null],
      [month(12), 9],
    ]);
  });
});

test('a KPI that was tracked later from its sheet goes with it, which is said', () => {
  const more = applyEdits(both, track(both, { kpi: 'Money', values: { sheet: 'Tea', range: 'C13:C15' } }));
  expect(removeTemplate(more, teaCart, catalogue).changed).toEqual([
    {
      place: { sheet: 'Compass KPIs', range: '5:5' },
      message: "The KPI 'Money' was tracked from these sheets later; it is removed with them.",
    },
  ]);
  expect(figuresOf(without(more, teaCart)).map(([name]) => name)).toEqual(['Cups', 'Growth']);
});

test('cells of the owner’s that read its sheets are named, those that read others are not', () => {
  const reading = applyEdits(both, [
    { kind: 'add sheet', sheet: 'Plan' },
    {
      kind: 'write',
      sheet: 'Plan',
      row: 1,
      column: 2,
      cells: [
        [
          { formula: { reference: { sheet: 'tea', top: 12, left: 1, bottom: 12, right: 1 } }, value: 1 },
          { formula: { reference: { sheet: 'Cart', top: 12, left: 1, bottom: 12, right: 1 } }, value: 1 },
        ],
      ],
    },
  ]);
  expect(removeTemplate(reading, teaCart, catalogue).referring).toEqual([
    { place: { sheet: 'Plan', range: 'C2' }, message: 'Plan C2 reads it: =tea!B13' },
  ]);
});
