import type { Grid } from '../../cells/value';
import { concentration, priceVolumeMix } from '../../kpi/salesAnalysis';
import { byPeriod } from '../byPeriod';
import { CellError } from '../cellError';
import type { CellFunction, Column, Parameter } from '../definition';
import { wholeNumber } from '../wholeNumber';

const NO_PRICE = 'what was not sold needs no price';

function price(name: string, description: string): Parameter {
  return { name, type: 'number', description, from: 0, mayBeBlank: NO_PRICE };
}

/** What is behind the sales: prices, pieces, and a few large customers? */
export const salesAnalysis: CellFunction[] = [
  {
    name: 'PRICE_VOLUME_VARIANCE',
    family: 'finance',
    summary: 'What made revenue change: prices, the number of pieces, or the mix of products.',
    question: 'Did I sell more, at better prices, or just other things?',
    shape: 'table',
    parameters: [
      price('prices_before', 'price of each product before'),
      {
        name: 'quantities_before',
        type: 'number',
        description: 'pieces sold before; 0 if the product is new',
        from: 0,
      },
      price('prices_after', 'price of each product after'),
      {
        name: 'quantities_after',
        type: 'number',
        description: 'pieces sold after; 0 if the product was dropped',
        from: 0,
      },
    ],
    result: {
      type: 'any',
      unit: 'row: price, volume and mix in currency, which add up to the change of revenue',
      columns: [
        { name: 'price', format: '#,##0.00' },
        { name: 'volume', format: '#,##0.00' },
        { name: 'mix', format: '#,##0.00' },
      ],
    },
    examples: [
      {
        title: 'A bakery’s two boxes at 10 and 20: 100 and 50 sold; then at 11 and 19: 90 and 80.',
        arguments: [
          [[10], [20]],
          [[100], [50]],
          [[11], [19]],
          [[90], [80]],
        ],
        result: [[10, 800 / 3, 700 / 3]],
        origin: 'method, section 6: revenue 2,000 to 2,510; 90 − 80, 20 × 2000 / 150, and the rest',
      },
      {
        title: 'A software subscription: one plan was dropped, and a new one costs twice as much.',
        arguments: [
          [[10], [null]],
          [[100], [0]],
          [[null], [20]],
          [[0], [100]],
        ],
        result: [[0, 0, 1000]],
        origin: 'by hand: no price changed and as many were sold, so all of the 1,000 is mix',
      },
    ],
    source: 'Horngren, Cost Accounting, 16th ed., ch. 14: sales-price, sales-quantity and sales-mix variances',
    synonyms: ['PVM', 'price volume mix', 'sales variance', 'revenue bridge', 'price effect', 'mix effect'],
    mistakes: [
      'Pieces must be in one unit: loaves and kilograms of flour do not add up.',
      'Type 0 for a product that is new or gone: a row with a blank quantity is left out.',
    ],
    calculate: (before: Column, sold: Column, after: Column, soldAfter: Column): Grid => {
      const [from, to] = [priced(before, sold, after), priced(after, soldAfter, before)];
      const { price, volume, mix } = priceVolumeMix(from, sold.values, to, soldAfter.values);
      if (Number.isNaN(volume)) {
        throw new CellError('#DIV/0!', 'PRICE_VOLUME_VARIANCE finds nothing sold before: all of it is new.');
      }
      return [[price, volume, mix]];
    },
  },
  {
    name: 'CONCENTRATION',
    family: 'finance',
    summary: 'How much of a total comes from the largest few: their share, and the Herfindahl index of all.',
    question: 'How much do I depend on a few customers?',
    shape: 'aggregate',
    parameters: [
      { name: 'amounts', type: 'number', description: 'one amount per row, such as revenue by customer', from: 0 },
      {
        name: 'top',
        type: 'number',
        description: 'how many of the largest to count',
        optional: true,
        default: 1,
        from: 1,
        takes: 'one',
      },
      {
        name: 'names',
        type: 'any',
        description: 'the name each amount belongs to: amounts with the same name are added up',
        optional: true,
      },
      ...byPeriod,
    ],
    result: {
      type: 'number',
      unit: 'row: share of the largest, and Herfindahl index Σ share² (1 if everything is with one)',
      format: '0.0%',
      columns: [
        { name: 'share of the largest', format: '0.0%' },
        { name: 'Herfindahl index', format: '0.000' },
      ],
    },
    examples: [
      {
        title: 'A bakery delivers to five cafés.',
        arguments: [[[500], [200], [150], [100], [50]]],
        result: [[0.5, 0.325]],
        origin: 'method, section 6; by hand: 500 / 1000; 0.25 + 0.04 + 0.0225 + 0.01 + 0.0025',
      },
      {
        title: 'A software subscription: invoices of three customers, the largest two.',
        arguments: [[[200], [300], [100], [200], [200]], 2, [['Ann'], ['Ben'], ['Cem'], ['ann'], ['Cem']]],
        result: [[0.7, 0.34]],
        origin: 'by hand: Ann 400, Ben 300, Cem 300 of 1000; 0.16 + 0.09 + 0.09',
      },
    ],
    source: 'Hirschman (1964), The Paternity of an Index, American Economic Review 54(5)',
    synonyms: ['customer concentration', 'dependency', 'HHI', 'Herfindahl', 'top customers', 'key account', 'Pareto'],
    mistakes: [
      'Without names every line counts as a customer of its own: a ledger of invoices needs names.',
      'Negative refunds are refused: subtract them from sales first.',
    ],
    bounds: { from: 0, to: 1 },
    scaling: [{ parameters: ['amounts'], power: 0 }],
    calculate: (amounts: Column, top: number, names: Column<(string | number | null)[]>): Grid | number => {
      const grouped = names.same === null ? amounts.values : byName(amounts, names);
      const { share, herfindahl } = concentration(grouped, wholeNumber('top', top));
      return Number.isNaN(share) ? share : [[share, herfindahl]];
    },
  },
];

/** Prices, that of the other side where nothing was sold and none is given: then the price has changed nothing. */
function priced(prices: Column, quantities: Column, others: Column): Float64Array {
  if (!hasGap(prices.values)) return prices.values;
  return prices.values.map((price, i) => {
    if (!Number.isNaN(price)) return price;
    if (quantities.values[i]! > 0) prices.refuse(i, `the price of ${quantities.values[i]} pieces is missing`);
    return Number.isNaN(others.values[i]!) ? 0 : others.values[i]!;
  });
}

function hasGap(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i]!)) return true;
  return false;
}

/** Sums by name, without case; an amount without a name is one of its own. */
function byName({ values }: Column, names: Column<(string | number | null)[]>): number[] {
  const sums = new Map<string | number, number>();
  for (let i = 0; i < values.length; i++) {
    const name = names.values[i]!;
    const key = name === null ? `\n${i}` : String(name).trim().toLowerCase();
    sums.set(key, (sums.get(key) ?? 0) + values[i]!);
  }
  return [...sums.values()];
}
