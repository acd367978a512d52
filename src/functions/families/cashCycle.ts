import { cashConversionCycle, daysOutstanding } from '../../kpi/cashCycle';
import { balance, costOfGoods, revenue, SIGNS } from '../balances';
import { days, daysOf } from '../days';
import type { CellFunction } from '../definition';

const outstanding = (held: number, flow: number, period: number | string) =>
  daysOutstanding(held, flow, daysOf(period));

const SOURCE = 'Dahlquist and Knight, Principles of Finance (OpenStax, 2022), 6.2 and 19.1';
const ONE_PERIOD = 'Monthly figures need days: 30, or the month’s date. Without them they are taken for a year’s.';
const MONTHS = [['Jan 2026'], ['Feb 2026']];

/** How long is money on its way? */
export const cashCycle: CellFunction[] = [
  {
    name: 'DAYS_SALES_OUTSTANDING',
    family: 'finance',
    summary: 'Days of revenue that customers have not paid yet.',
    question: 'How long do my customers take to pay?',
    shape: 'element-wise',
    parameters: [balance('receivables', 'what customers owe at the end of the period'), revenue, days],
    result: { type: 'number', unit: 'days', format: '0' },
    examples: [
      {
        title: 'Cafés owe a bakery 8,000, and it sells for 73,000 a year.',
        arguments: [8000, 73000],
        result: 40,
        origin: 'by hand: 8000 / 73000 × 365',
      },
      {
        title: 'A software subscription, January and February 2026.',
        arguments: [[[20000], [14000]], [[31000], [28000]], MONTHS],
        result: [[20], [14]],
        origin: 'by hand: 20000 / 31000 × 31, 14000 / 28000 × 28',
      },
    ],
    source: SOURCE,
    plain: '=IF(OR(receivables="",revenue="",revenue<=0),"",receivables/revenue*IF(days="",365,days))',
    synonyms: ['DSO', 'collection period', 'debtor days', 'receivable days', 'late payment'],
    mistakes: [
      ONE_PERIOD,
      SIGNS,
      'Receivables include sales tax and revenue does not: take both with it, or both without.',
    ],
    base: 'revenue',
    bounds: { from: 0 },
    scaling: [{ parameters: ['receivables', 'revenue'], power: 0 }],
    calculate: outstanding,
  },
  {
    name: 'DAYS_PAYABLE_OUTSTANDING',
    family: 'finance',
    summary: 'Days of cost of goods that suppliers have not been paid for yet.',
    question: 'How long do I take to pay my suppliers?',
    shape: 'element-wise',
    parameters: [balance('payables', 'what is owed to suppliers at the end of the period'), costOfGoods, days],
    result: { type: 'number', unit: 'days', format: '0' },
    examples: [
      {
        title: 'A bakery owes its mill 3,000 and uses ingredients for 36,500 a year.',
        arguments: [3000, 36500],
        result: 30,
        origin: 'by hand: 3000 / 36500 × 365',
      },
      {
        title: 'A subscription for coffee machines, two quarters of 90 and 91 days.',
        arguments: [
          [[20000], [10000]],
          [[60000], [35000]],
          [[90], [91]],
        ],
        result: [[30], [26]],
        origin: 'by hand: 20000 / 60000 × 90, 10000 / 35000 × 91',
      },
    ],
    source: SOURCE,
    plain: '=IF(OR(payables="",cost_of_goods="",cost_of_goods=0),"",payables/cost_of_goods*IF(days="",365,days))',
    synonyms: ['DPO', 'creditor days', 'payable days', 'supplier credit'],
    mistakes: [ONE_PERIOD, SIGNS, 'Paying late is not clever: it shows in the prices that suppliers ask.'],
    bounds: { from: 0 },
    scaling: [{ parameters: ['payables', 'cost_of_goods'], power: 0 }],
    calculate: outstanding,
  },
  {
    name: 'DAYS_INVENTORY_OUTSTANDING',
    family: 'finance',
    summary: 'Days the stock lasts at the current cost of goods.',
    question: 'How long does my stock sit on the shelf?',
    shape: 'element-wise',
    parameters: [balance('inventory', 'stock at the end of the period, at cost'), costOfGoods, days],
    result: { type: 'number', unit: 'days', format: '0' },
    examples: [
      {
        title: 'A bakery has flour for 700 and uses 36,500 a year.',
        arguments: [700, 36500],
        result: 7,
        origin: 'by hand: 700 / 36500 × 365',
      },
      {
        title: 'A subscription for coffee machines, January and February 2026.',
        arguments: [[[31000], [14000]], [[15500], [14000]], MONTHS],
        result: [[62], [28]],
        origin: 'by hand: 31000 / 15500 × 31, 14000 / 14000 × 28',
      },
    ],
    source: SOURCE,
    plain: '=IF(OR(inventory="",cost_of_goods="",cost_of_goods=0),"",inventory/cost_of_goods*IF(days="",365,days))',
    synonyms: ['DIO', 'days sales in inventory', 'stock days', 'days of stock', 'DSI'],
    mistakes: [ONE_PERIOD, SIGNS, 'Use cost for both: with sales at selling prices the stock seems to run out sooner.'],
    bounds: { from: 0 },
    scaling: [{ parameters: ['inventory', 'cost_of_goods'], power: 0 }],
    calculate: outstanding,
  },
  {
    name: 'CASH_CONVERSION_CYCLE',
    family: 'finance',
    summary: 'Days from paying a supplier to being paid by a customer.',
    question: 'How long is my money tied up?',
    shape: 'element-wise',
    parameters: [
      { name: 'dso', type: 'number', description: 'days sales outstanding', from: 0 },
      { name: 'dio', type: 'number', description: 'days inventory outstanding', from: 0 },
      { name: 'dpo', type: 'number', description: 'days payable outstanding', from: 0 },
    ],
    result: { type: 'number', unit: 'days', format: '0' },
    examples: [
      {
        title: 'A bakery: customers pay after 40 days, flour is in stock for 7, the mill waits 30.',
        arguments: [40, 7, 30],
        result: 17,
        origin: 'by hand: 40 + 7 − 30',
      },
      {
        title: 'A subscription for coffee machines; since the second quarter customers pay first.',
        arguments: [
          [[20], [0]],
          [[40], [20]],
          [[30], [30]],
        ],
        result: [[30], [-10]],
        origin: 'by hand: 20 + 40 − 30, 0 + 20 − 30',
      },
    ],
    source:
      'Richards and Laughlin (1980), A Cash Conversion Cycle Approach to Liquidity Analysis, Financial Management 9(1)',
    plain: '=IF(OR(dso="",dio="",dpo=""),"",dso+dio-dpo)',
    synonyms: ['CCC', 'cash cycle', 'net operating cycle', 'cash gap'],
    mistakes: ['All three must be for the same period.'],
    scaling: [{ parameters: ['dso', 'dio', 'dpo'], power: 1 }],
    calculate: cashConversionCycle,
  },
];
