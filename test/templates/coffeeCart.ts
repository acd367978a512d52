import { serialOf } from '../../src/cells/serial';
import { installTemplate } from '../../src/templates/install/installTemplate';
import type { InstallOptions } from '../../src/templates/install/layout';
import { checkTemplate } from '../../src/templates/schema/checkTemplate';
import type { Template } from '../../src/templates/template';
import type { Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { emptySnapshot, type Snapshot } from '../../src/workbook/snapshot';

/** Monday 23 November 2026. */
export const TODAY = serialOf(2026, 11, 23);
export const blank = emptySnapshot(TODAY, 'en-GB');

/** A template as small as one can be that has every kind of block: whatever it makes can be read off at a glance. */
export const coffeeCart: Template = checkTemplate({
  id: 'coffee-cart',
  version: 1,
  name: 'Coffee cart',
  summary: 'A cart and its cups.',
  source: 'Made up for the tests.',
  trades: ['food and drink'],
  functions: ['sales'],
  minutes: 2,
  cadence: 'month',
  strategy: {
    vision: 'A cup for everybody',
    values: 'Hot and honest',
    currency: '€',
    goals: [{ name: 'Sell more cups', why: 'Rent', weight: 2, owner: 'Ada' }],
    functions: [{ name: 'Sales', weight: 3 }],
  },
  sheets: [
    {
      name: 'Cart',
      title: 'The cart, month by month',
      note: 'Type the cups at the end of each month.',
      blocks: [
        {
          kind: 'labels',
          heading: 'Prices',
          labels: [
            {
              id: 'price',
              label: 'Price of a cup',
              sample: 2.5,
              keep: true,
              format: '#,##0.00 ¤',
              hint: 'with milk',
              allow: { number: { from: 0 } },
            },
            { id: 'margin', label: 'Margin', formula: '[price] - 1' },
          ],
        },
        {
          kind: 'periods',
          columns: [
            {
              id: 'cups',
              header: 'Cups',
              format: '#,##0',
              sample: [90, 100, 110, 121],
              note: 'From the till.',
              words: ['becher'],
            },
            { id: 'sales', header: 'Sales', format: '#,##0 ¤', formula: '[cups] * [price]' },
            { id: 'growth', header: 'Growth', format: '0.0%', first: '0', formula: '[cups] / [cups:before] - 1' },
          ],
        },
      ],
      charts: [{ type: 'line', title: 'Sales', columns: ['sales', 'cups'] }],
    },
    {
      name: 'Places',
      title: 'Where it stood',
      note: 'A row a place.',
      onePage: true,
      blocks: [
        {
          kind: 'table',
          rows: 3,
          total: 'Total',
          columns: [
            {
              id: 'place',
              header: 'Place',
              sample: ['Market', 'Station'],
              keep: true,
              allow: { list: ['Market', 'Station', 'Park'] },
            },
            { id: 'since', header: 'Since', day: true, sample: [1, 0] },
            { id: 'sold', header: 'Sold', format: '#,##0', sample: [70, 51], total: 'SUM([sold:all])' },
          ],
        },
        { kind: 'text', heading: 'How to read it', lines: ['The most at the top.'] },
      ],
      charts: [{ type: 'bar', title: 'Sold', columns: ['sold'], by: 'place' }],
    },
  ],
  kpis: [
    {
      name: 'Cups',
      column: 'cups',
      function: 'Sales',
      goal: 'Sell more cups',
      measure: 'leads',
      better: 'higher',
      target: 120,
      unit: 'cups',
      note: 'Each is one.',
    },
    {
      name: 'Growth',
      column: 'growth',
      function: 'Sales',
      goal: 'Sell more cups',
      measure: 'revenue',
      better: 'in range',
      low: 0.02,
      high: 0.12,
      combine: 'mean',
    },
  ],
});

/** The edits of an installation with the newest three figures of the sample: August to October 2026. */
export const edits = (options: Partial<InstallOptions> = {}, snapshot: Snapshot = blank): Edit[] =>
  installTemplate(coffeeCart, snapshot, { mode: 'sample', periods: 3, ...options });

export const installed = (options: Partial<InstallOptions> = {}, snapshot: Snapshot = blank): Snapshot =>
  applyEdits(snapshot, edits(options, snapshot));
