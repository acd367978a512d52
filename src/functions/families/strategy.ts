import { allocationGap, strategicCoherence, synergy } from '../../alignment';
import { byPeriod } from '../byPeriod';
import type { CellFunction, Column } from '../definition';

/** Do the parts of the business pull the same way, and does the money follow? */
export const strategy: CellFunction[] = [
  {
    name: 'STRATEGIC_COHERENCE',
    family: 'alignment',
    summary: 'Whether the business functions move together: 1 all improve, −1 all worsen, 0 they pull apart.',
    question: 'Are we all pulling in the same direction?',
    shape: 'aggregate',
    parameters: [
      { name: 'momenta', type: 'number', description: 'the momentum of each function, as MOMENTUM returns it' },
      {
        name: 'weights',
        type: 'number',
        description: 'weight of each function',
        optional: true,
        default: 1,
        from: 0,
      },
      ...byPeriod,
    ],
    result: { type: 'any', unit: 'index from −1 to 1, or steady where nothing moves beyond chance', format: '0.00' },
    examples: [
      {
        title: 'A bakery: marketing, sales and service improve, operations slip.',
        arguments: [[[3], [2.5], [2], [-0.5]]],
        result: 0.875,
        origin: 'by hand: (3 + 2.5 + 2 − 0.5) / (3 + 2.5 + 2 + 0.5)',
      },
      {
        title: 'A software subscription whose sales run ahead while its service falls behind; service counts double.',
        arguments: [
          [[4], [-2.5], [0.5]],
          [[1], [2], [1]],
        ],
        result: -0.05 / 0.95,
        origin: 'by hand: (4 − 5 + 0.5) / (4 + 5 + 0.5)',
      },
      {
        title: 'The same bakery in an ordinary month.',
        arguments: [[[0.6], [-1.1], [0.9], [0.2]]],
        result: 'steady',
        origin: 'by hand: sizes add up to 2.8; those of four unchanged functions pass 5.34 in one case of twenty',
      },
    ],
    source: 'the method of this add-in, section 2: Σ w m / Σ w |m|, beyond its 95th percentile for unchanged functions',
    synonyms: ['silos', 'pulling apart', 'direction', 'alignment of functions', 'pull together'],
    mistakes: [
      'Functions that have not changed point in random directions: without the test, four of them would look divided in 27 of 100 cases.',
    ],
    bounds: { from: -1, to: 1 },
    scaling: [{ parameters: ['weights'], power: 0 }],
    calculate: (momenta: Column, weights: Column) =>
      strategicCoherence(momenta.values, Number(weights.same) > 0 ? undefined : weights.values) ?? 'steady',
  },
  {
    name: 'SYNERGY',
    family: 'alignment',
    summary: 'The part of a funnel’s change that no factor alone explains, and its share of the change.',
    question: 'Did we gain more together than each one alone?',
    shape: 'table',
    parameters: [
      {
        name: 'before',
        type: 'number',
        description: 'the factors of the funnel in the first period, as leads, lead quality, conversion, order value',
      },
      { name: 'after', type: 'number', description: 'the same factors in the second period' },
    ],
    result: {
      type: 'any',
      unit: 'row: the interaction in the unit of the product, and its share of the change (blank where nothing changed)',
      columns: [
        { name: 'interaction', format: '#,##0.00' },
        { name: 'share of the change', format: '0.0%' },
      ],
    },
    examples: [
      {
        title: 'A bakery’s catering: leads 400 to 440, quality 25% to 28%, conversion 20% to 22%, order 120 to 126.',
        arguments: [
          [[400], [0.25], [0.2], [120]],
          [[440], [0.28], [0.22], [126]],
        ],
        result: [[127.104, 127.104 / 1015.104]],
        origin: 'method, section 6; by hand: 1015.104 − (240 + 288 + 240 + 120)',
      },
      {
        title: 'A software subscription: twice the visitors, half the conversion; nothing changed in the end.',
        arguments: [
          [[1000], [0.02]],
          [[2000], [0.01]],
        ],
        result: [[-10, '']],
        origin: 'by hand: 0 − (20 − 10)',
      },
    ],
    source:
      'the method of this add-in, section 2: actual change less the changes that each factor alone would have made',
    synonyms: ['interaction', 'combined effect', 'funnel', 'whole more than its parts', 'variance analysis'],
    mistakes: ['It is algebra, not a cause: two factors that rise together always leave an interaction.'],
    calculate: (before: Column, after: Column) => {
      const { interaction, share } = synergy(Array.from(before.values), Array.from(after.values));
      return [[interaction, share]];
    },
  },
  {
    name: 'ALLOCATION_GAP',
    family: 'alignment',
    summary: 'The share of the money that is not where the strategy says it should be.',
    question: 'Do I spend on what I say is important?',
    shape: 'aggregate',
    parameters: [
      { name: 'spend', type: 'number', description: 'money spent on each goal; 0 if none', from: 0 },
      { name: 'weights', type: 'number', description: 'weight of each goal', from: 0 },
      ...byPeriod,
    ],
    result: { type: 'number', unit: 'fraction', format: '0%' },
    examples: [
      {
        title:
          'A bakery spends 6,000 on its shop and 2,000 each on catering and bread boxes, which are meant to count twice as much.',
        arguments: [
          [[6000], [2000], [2000]],
          [[1], [2], [2]],
        ],
        result: 0.4,
        origin: 'by hand: half of |0.6 − 0.2| + |0.2 − 0.4| + |0.2 − 0.4|',
      },
      {
        title: 'A software subscription that spends as it says.',
        arguments: [
          [[30000], [10000]],
          [[3], [1]],
        ],
        result: 0,
        origin: 'by hand: 75% and 25% of both',
      },
    ],
    source: 'Duncan and Duncan (1955), A methodological analysis of segregation indexes: the index of dissimilarity',
    plain:
      '=SUMPRODUCT((spend<>"")*(weights<>"")*ABS(spend/SUMPRODUCT((weights<>"")*spend)-weights/SUMPRODUCT((spend<>"")*weights)))/2',
    synonyms: ['budget allocation', 'resource allocation', 'money follows strategy', 'spend share', 'investment mix'],
    mistakes: ['Type 0 for a goal that gets no money: a blank leaves the goal out.'],
    bounds: { from: 0, to: 1 },
    scaling: [
      { parameters: ['spend'], power: 0 },
      { parameters: ['weights'], power: 0 },
    ],
    calculate: (spend: Column, weights: Column) => allocationGap(spend.values, weights.values),
  },
];
