import { capacityUtilization, inventoryTurnover, stockoutRate, wasteRate } from '../../kpi/stock';
import type { CellFunction } from '../definition';

/** Do stock, machines and people earn their keep? */
export const stock: CellFunction[] = [
  {
    name: 'INVENTORY_TURNOVER',
    family: 'operations',
    summary: 'How many times the stock was sold in a period.',
    question: 'How fast does my stock move?',
    shape: 'element-wise',
    parameters: [
      { name: 'cost_of_goods', type: 'number', description: 'cost of what was sold in the period', from: 0 },
      { name: 'opening_stock', type: 'number', description: 'stock at its start, at cost', from: 0 },
      { name: 'closing_stock', type: 'number', description: 'stock at its end, at cost', from: 0 },
    ],
    result: { type: 'number', unit: 'times per period', format: '0.0' },
    examples: [
      {
        title: 'A bakery used flour for 9,000 in a year; 1,300 were in stock at its start and 1,700 at its end.',
        arguments: [9000, 1300, 1700],
        result: 6,
        origin: 'by hand: 9000 / 1500',
      },
      {
        title: 'A subscription for coffee machines, spare parts in two quarters.',
        arguments: [
          [[6000], [4500]],
          [[2000], [1000]],
          [[1000], [2000]],
        ],
        result: [[4], [3]],
        origin: 'by hand: 6000 / 1500, 4500 / 1500',
      },
    ],
    source: 'Heizer, Render and Munson, Operations Management, 13th ed., ch. 11',
    plain:
      '=IF(OR(cost_of_goods="",opening_stock="",closing_stock="",N(opening_stock)+N(closing_stock)=0),"",cost_of_goods/((opening_stock+closing_stock)/2))',
    synonyms: ['stock turns', 'inventory turns', 'stock rotation', 'stockturn', 'days of stock'],
    mistakes: ['Use cost for both: with sales at selling prices the stock seems to move faster than it does.'],
    bounds: { from: 0 },
    scaling: [{ parameters: ['cost_of_goods', 'opening_stock', 'closing_stock'], power: 0 }],
    calculate: inventoryTurnover,
  },
  {
    name: 'STOCKOUT_RATE',
    family: 'operations',
    summary: 'Share of the open days on which something was sold out.',
    question: 'How often do I send customers away with nothing?',
    shape: 'element-wise',
    parameters: [
      {
        name: 'days_out',
        type: 'number',
        description: 'days on which it was sold out before closing time',
        from: 0,
        partOf: 'days_open',
      },
      { name: 'days_open', type: 'number', description: 'days on which the shop was open', from: 0 },
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery’s sourdough was sold out on 6 of 24 days.',
        arguments: [6, 24],
        result: 0.25,
        origin: 'by hand: 6 / 24',
      },
      {
        title: 'A subscription for coffee machines: two models, of 30 days each.',
        arguments: [[[3], [0]], 30],
        result: [[0.1], [0]],
        origin: 'by hand: 3 / 30, 0 / 30',
      },
    ],
    source: 'Gruen and Corsten (2007), A Comprehensive Guide to Retail Out-of-Stock Reduction',
    plain: '=IF(OR(days_out="",days_open="",days_open=0),"",days_out/days_open)',
    synonyms: ['out of stock', 'OOS', 'sold out', 'availability', 'stock-out'],
    mistakes: ['Sold out at noon is a stock-out, even if the next delivery was on time.'],
    bounds: { from: 0, to: 1 },
    scaling: [{ parameters: ['days_out', 'days_open'], power: 0 }],
    calculate: stockoutRate,
  },
  {
    name: 'WASTE_RATE',
    family: 'operations',
    summary: 'Share of what was made that was thrown away.',
    question: 'How much of what I make do I throw away?',
    shape: 'element-wise',
    parameters: [
      { name: 'discarded', type: 'number', description: 'thrown away, in any unit', from: 0, partOf: 'produced' },
      { name: 'produced', type: 'number', description: 'made, in the same unit', from: 0 },
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery made 400 rolls and threw 30 away.',
        arguments: [30, 400],
        result: 0.075,
        origin: 'by hand: 30 / 400',
      },
      {
        title: 'A subscription for cooked meals, kilograms of two weeks.',
        arguments: [
          [[12], [9]],
          [[300], [300]],
        ],
        result: [[0.04], [0.03]],
        origin: 'by hand: 12 / 300, 9 / 300',
      },
    ],
    source: 'FLW Protocol (2016), Food Loss and Waste Accounting and Reporting Standard',
    plain: '=IF(OR(discarded="",produced="",produced=0),"",discarded/produced)',
    synonyms: ['scrap rate', 'spoilage', 'food waste', 'thrown away', 'shrinkage', 'defect rate'],
    mistakes: ['What is given away or sold cheaply the next day is not waste, but it is not what you planned either.'],
    bounds: { from: 0, to: 1 },
    scaling: [{ parameters: ['discarded', 'produced'], power: 0 }],
    calculate: wasteRate,
  },
  {
    name: 'CAPACITY_UTILIZATION',
    family: 'operations',
    summary: 'Share of the available capacity that was used.',
    question: 'How busy are my ovens, my people, my rooms?',
    shape: 'element-wise',
    parameters: [
      { name: 'used', type: 'number', description: 'what was used: hours, seats, loaves', from: 0 },
      { name: 'available', type: 'number', description: 'what was available', from: 0 },
    ],
    result: { type: 'number', unit: 'fraction', format: '0%' },
    examples: [
      {
        title: 'A bakery’s oven ran 42 of 60 hours.',
        arguments: [42, 60],
        result: 0.7,
        origin: 'by hand: 42 / 60',
      },
      {
        title:
          'A software subscription’s support: hours worked of hours planned, two months; the second with overtime.',
        arguments: [
          [[120], [176]],
          [[160], [160]],
        ],
        result: [[0.75], [1.1]],
        origin: 'by hand: 120 / 160, 176 / 160',
      },
    ],
    source: 'Heizer, Render and Munson, Operations Management, 13th ed., supplement 7',
    plain: '=IF(OR(used="",available="",available=0),"",used/available)',
    synonyms: ['utilisation', 'occupancy', 'billable rate', 'workload', 'OEE', 'capacity'],
    mistakes: ['Close to 100% everything has to wait: leave room for the unexpected. Overtime can take it past 100%.'],
    bounds: { from: 0 },
    scaling: [{ parameters: ['used', 'available'], power: 0 }],
    calculate: capacityUtilization,
  },
];
