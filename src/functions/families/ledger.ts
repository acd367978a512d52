import { type Cadence, periodNumber, periodOf } from '../../cells/period';
import type { Grid } from '../../cells/value';
import { cohorts, repeatPurchaseRate } from '../../kpi/cohorts';
import { byPeriod } from '../byPeriod';
import { CellError } from '../cellError';
import type { CellFunction, Column, Parameter } from '../definition';

const customerIds: Parameter = {
  name: 'customer_ids',
  type: 'any',
  description: 'who bought, one line of the ledger per row: a number, a name or an address',
};

/** More columns than this are no table that a person reads; years of days would fill the memory. */
const MOST_PERIODS = 1000;

/** Do customers come back, from a raw ledger of sales? */
export const ledger: CellFunction[] = [
  {
    name: 'COHORT_RETENTION',
    family: 'retention',
    summary: 'Customers by the period of their first purchase, and the share of them that bought in each period since.',
    question: 'Do the customers I win stay with me, month after month?',
    shape: 'table',
    parameters: [
      customerIds,
      { name: 'dates', type: 'date', description: 'the day of each purchase' },
      {
        name: 'by',
        type: 'text',
        description: 'the length of a period: day, week (from Monday), month or quarter',
        optional: true,
        default: 'month',
        takes: 'one',
        choices: ['day', 'week', 'month', 'quarter'],
      },
    ],
    result: {
      type: 'any',
      unit: 'table: cohort, customers, share that bought in its first period, in the next one and so on',
      columns: [{ name: 'cohort' }, { name: 'customers', format: '0' }, { name: 'share that bought', format: '0%' }],
    },
    examples: [
      {
        title: 'A bakery’s order book of three months: Ann and Ben bought first in January, Cem in February.',
        arguments: [
          [['Ann'], ['Ben'], ['Ann'], ['Cem'], ['Ann'], ['Cem'], ['Ben']],
          [[46_027], [46_030], [46_040], [46_058], [46_060], [46_085], [46_090]],
        ],
        result: [
          ['Cohort', 'Customers', 'month 0', 'month 1', 'month 2'],
          ['Jan 2026', 2, 1, 0.5, 0.5],
          ['Feb 2026', 1, 1, 1, ''],
        ],
        origin: 'by hand: of Ann and Ben one bought in February and one in March; Cem bought in both of his months',
      },
      {
        title: 'A subscription for coffee machines: customer numbers and payments, by quarter.',
        arguments: [
          [[101], [102], [101], [102], [103], [104]],
          [[46_030], [46_035], [46_120], [46_125], [46_130], [46_131]],
          'quarter',
        ],
        result: [
          ['Cohort', 'Customers', 'quarter 0', 'quarter 1'],
          ['Q1 2026', 2, 1, 1],
          ['Q2 2026', 2, 1, ''],
        ],
        origin: 'by hand: 101 and 102 paid in both quarters',
      },
    ],
    source:
      'Fader and Hardie (2009), Probability Models for Customer-Base Analysis, Journal of Interactive Marketing 23(1)',
    synonyms: ['cohort analysis', 'retention table', 'retention triangle', 'retention curve', 'cohorts', 'vintage'],
    mistakes: [
      'The newest period is usually not over yet: its shares will still grow.',
      'If the ledger does not go back to the first day, its first cohort includes old customers: leave that one out.',
    ],
    calculate: cohortTable,
  },
  {
    name: 'REPEAT_PURCHASE_RATE',
    family: 'retention',
    summary: 'Share of the customers in a ledger who bought twice or more.',
    question: 'How many of my customers come back?',
    shape: 'aggregate',
    parameters: [
      customerIds,
      {
        name: 'dates_or_orders',
        type: 'any',
        description:
          'the date or order number of each line: a customer’s lines with the same one are one purchase; without it every line is one',
        optional: true,
      },
      ...byPeriod,
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery’s order book, by day: Ann came twice, Ben once for two things.',
        arguments: [
          [['Ann'], ['Ben'], ['Ben'], ['Ann'], ['Cem']],
          [[46_027], [46_030], [46_030], [46_034], [46_035]],
        ],
        result: 1 / 3,
        origin: 'by hand: Ann of three customers',
      },
      {
        title: 'A subscription for coffee machines: lines of an order book.',
        arguments: [[[101], [102], [101], [103]]],
        result: 1 / 3,
        origin: 'by hand: 101 of three customers',
      },
    ],
    source: 'Farris et al., Marketing Metrics, 4th ed., ch. 4',
    plain:
      '=SUMPRODUCT((customer_ids<>"")*(COUNTIF(customer_ids,customer_ids&"")>1)/COUNTIF(customer_ids,customer_ids&""))/SUMPRODUCT((customer_ids<>"")/COUNTIF(customer_ids,customer_ids&""))',
    synonyms: ['repeat customers', 'returning customers', 'repeat rate', 'loyal customers', 'reorder rate'],
    mistakes: [
      'If the till writes one line per item, a large basket looks like a loyal customer: give dates or order numbers.',
      'The longer the ledger, the higher the rate: compare periods of the same length.',
    ],
    bounds: { from: 0, to: 1 },
    calculate: (customers: Column<Ids>, purchases: Column<Purchases>) =>
      repeatPurchaseRate(names(customers.values), purchases.same === null ? undefined : purchasesOf(purchases.values)),
  },
];

/** Cells of a column; numbers alone come as a Float64Array. */
type Ids = Float64Array | (number | string)[];
type Purchases = Float64Array | (number | string | null)[];

/** What tells customers apart. A column of numbers is that already: a million rows need not be looked at again. */
function names(ids: Ids): Ids {
  return Array.isArray(ids) ? ids.map(nameOf) : ids;
}

/** Spreadsheets do not tell cases apart, and an exported customer number may be text in one line and a number in another. */
function nameOf(id: number | string): number | string {
  if (typeof id === 'number') return id;
  const name = id.trim().toLowerCase();
  return String(Number(name)) === name ? Number(name) : name;
}

/** What tells purchases apart, null where a line does not say; undefined where none does, and every line is a purchase. */
function purchasesOf(cells: Purchases): ArrayLike<number | string | null> | undefined {
  if (Array.isArray(cells)) return cells.every(cell => cell === null) ? undefined : cells.map(purchaseOf);
  const days = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++) days[i] = Math.floor(cells[i]!);
  return days;
}

/** The day of a date with a time of day, an order number as it is. */
function purchaseOf(cell: number | string | null): number | string | null {
  return typeof cell === 'number' ? Math.floor(cell) : cell && (cell.trim().toLowerCase() || null);
}

function cohortTable(customers: Column<Ids>, dates: Column, by: Cadence): Grid {
  // Ledgers have many lines a day, and the calendar is asked once for each day.
  const numbers = new Map<number, number>();
  const days = new Map<number, number>();
  const periods = dates.values.map(moment => {
    const day = Math.floor(moment);
    const period = numbers.get(day) ?? periodNumber(day, by);
    numbers.set(day, period);
    days.set(period, day);
    return period;
  });
  const found = cohorts(names(customers.values), periods);
  const width = found[0]!.active.length;
  if (width > MOST_PERIODS) {
    throw new CellError(
      '#VALUE!',
      `by: ${width} ${by}s are too many for a table; choose a longer period than a ${by}.`,
    );
  }
  return [
    ['Cohort', 'Customers', ...Array.from({ length: width }, (_, i) => `${by} ${i}`)],
    ...found.map(({ period, size, active }) => [
      periodOf(days.get(period)!, by).label,
      size,
      ...Array.from({ length: width }, (_, i) => (i < active.length ? active[i]! / size : '')),
    ]),
  ];
}
