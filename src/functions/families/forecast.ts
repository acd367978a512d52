import { forecastAccuracy, forecastBias } from '../../kpi/forecast';
import { byPeriod } from '../byPeriod';
import type { CellFunction, Column, Parameter } from '../definition';

const forecast: Parameter = { name: 'forecast', type: 'number', description: 'what was expected, one figure per row' };
const actual: Parameter = { name: 'actual', type: 'number', description: 'what actually came, in the same unit' };

/** Do we know what is coming? */
export const forecasts: CellFunction[] = [
  {
    name: 'FORECAST_ACCURACY',
    family: 'operations',
    summary: '1 minus the sum of all misses divided by the sum of what came (1 − WAPE).',
    question: 'How good are my forecasts?',
    shape: 'aggregate',
    parameters: [forecast, actual, ...byPeriod],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery expected to sell 100, 120 and 80 loaves, and sold 90, 130 and 80.',
        arguments: [
          [[100], [120], [80]],
          [[90], [130], [80]],
        ],
        result: 1 - 20 / 300,
        origin: 'by hand: 1 − (10 + 10 + 0) / (90 + 130 + 80)',
      },
      {
        title: 'A software subscription: new customers expected and won, by quarter.',
        arguments: [
          [[50], [50], [60], [80]],
          [[40], [40], [80], [80]],
          [[46_030], [46_060], [46_120], [46_150]],
          'quarter',
        ],
        result: [
          [46_023, 0.75],
          [46_113, 0.875],
        ],
        origin: 'by hand: 1 − 20 / 80, then 1 − 20 / 160',
      },
    ],
    source: 'Kolassa and Schütz (2007), Advantages of the MAD/Mean ratio over the MAPE, Foresight 6',
    plain:
      '=1-SUMPRODUCT((forecast<>"")*(actual<>"")*ABS(forecast-actual))/SUMPRODUCT((forecast<>"")*(actual<>"")*ABS(actual))',
    synonyms: ['WAPE', 'MAPE', 'forecast error', 'demand planning', 'prediction accuracy', 'MAD'],
    mistakes: ['The mean of percentages (MAPE) breaks where nothing was sold; this does not.'],
    bounds: { to: 1 },
    scaling: [{ parameters: ['forecast', 'actual'], power: 0 }],
    calculate: (expected: Column, came: Column) => forecastAccuracy(expected.values, came.values),
  },
  {
    name: 'FORECAST_BIAS',
    family: 'operations',
    summary: 'By how much forecasts were too high (positive) or too low (negative), as a share of what came.',
    question: 'Are my forecasts too high or too low?',
    shape: 'aggregate',
    parameters: [forecast, actual, ...byPeriod],
    result: { type: 'number', unit: 'fraction', format: '0.0%' },
    examples: [
      {
        title: 'A bakery expected to sell 100, 120 and 95 loaves, and sold 90, 130 and 80.',
        arguments: [
          [[100], [120], [95]],
          [[90], [130], [80]],
        ],
        result: 0.05,
        origin: 'by hand: (10 − 10 + 15) / 300',
      },
      {
        title: 'A software subscription expected fewer new customers than came.',
        arguments: [
          [[40], [50], [60]],
          [[60], [70], [70]],
        ],
        result: -0.25,
        origin: 'by hand: (−20 − 20 − 10) / 200',
      },
    ],
    source: 'Vandeput (2023), Demand Forecasting Best Practices',
    plain:
      '=SUMPRODUCT((forecast<>"")*(actual<>"")*(forecast-actual))/SUMPRODUCT((forecast<>"")*(actual<>"")*ABS(actual))',
    synonyms: ['over-forecast', 'optimism', 'systematic forecast error', 'tracking signal', 'MPE'],
    mistakes: ['A bias of zero is not accuracy: misses in both directions cancel out.'],
    scaling: [{ parameters: ['forecast', 'actual'], power: 0 }],
    calculate: (expected: Column, came: Column) => forecastBias(expected.values, came.values),
  },
];
