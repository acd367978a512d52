import { leadQualityRatio } from '../kpi/acquisition';
import type { CellFunction } from './definition';

/** Do the right people come? */
export const acquisition: CellFunction[] = [
  {
    name: 'LEAD_QUALITY_RATIO',
    family: 'acquisition',
    summary: 'Share of leads that become opportunities.',
    question: 'How many of those who ask are worth an offer?',
    shape: 'element-wise',
    parameters: [
      { name: 'opportunities', type: 'number', description: 'leads that were worth an offer' },
      { name: 'leads', type: 'number', description: 'all leads of the period' },
    ],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery had 50 enquiries for wedding cakes and made 14 offers.',
        arguments: [14, 50],
        result: 0.28,
        origin: 'by hand: 14 / 50',
      },
      {
        title: 'A software subscription: trials that fit the product, of all trials, over three months.',
        arguments: [
          [[100], [120], [118]],
          [[400], [480], [590]],
        ],
        result: [[0.25], [0.25], [0.2]],
        origin: 'by hand: 100 / 400, 120 / 480, 118 / 590',
      },
    ],
    source: 'Farris et al., Marketing Metrics, 4th ed., ch. 6',
    plain: '=IF(OR(opportunities="",leads="",leads=0),"",opportunities/leads)',
    synonyms: ['qualified leads', 'MQL to SQL', 'lead to opportunity', 'marketing qualified'],
    mistakes: [
      'Count opportunities in the period of their lead: a slow month otherwise looks good when old leads ripen.',
    ],
    calculate: leadQualityRatio,
  },
];
