import { attainment, type Better, ScoringError, shareOfTarget } from '../../alignment';
import { better } from '../better';
import type { CellFunction } from '../definition';
import { readably } from '../readably';

/** Why a blank target is no blank where better is in range. */
export const NO_TARGET_IN_RANGE = 'low and high are the target of a figure that is better in range';

/** How close is a figure to where it should be? */
export const attainments: CellFunction[] = [
  {
    name: 'KPI_ATTAINMENT',
    family: 'alignment',
    summary: 'How far a figure has come towards its target: 0 at the floor, 1 at the target.',
    question: 'How close am I to my target?',
    shape: 'element-wise',
    parameters: [
      { name: 'actual', type: 'number', description: 'the figure' },
      {
        name: 'target',
        type: 'number',
        description: 'the figure that scores 1; may be blank where in range is better',
        mayBeBlank: NO_TARGET_IN_RANGE,
      },
      better,
      {
        name: 'floor',
        type: 'number',
        description: 'the figure that scores 0; if left out, 0, or twice the target where lower is better',
        optional: true,
      },
      {
        name: 'low',
        type: 'number',
        description: 'lower end of the good range, where in range is better',
        optional: true,
      },
      { name: 'high', type: 'number', description: 'upper end of the good range', optional: true },
    ],
    result: { type: 'number', unit: 'fraction', format: '0%' },
    examples: [
      {
        title: 'A bakery sold 60 breakfast boxes and wanted to sell 80.',
        arguments: [60, 80],
        result: 0.75,
        origin: 'method, section 6; by hand: 60 / 80',
      },
      {
        title: 'A software subscription lost 4% and 7% of its customers a month, and wants to lose 3% at most.',
        arguments: [[[0.04], [0.07]], 0.03, 'lower'],
        result: [[2 / 3], [0]],
        origin: 'method, section 6; by hand: (6% − 4%) / (6% − 3%), and beyond the floor of 6%',
      },
      {
        title: 'Nine days of flour in stock, where 10 to 20 is right.',
        arguments: [9, null, 'in range', null, 10, 20],
        result: 0.9,
        origin: 'method, section 6; by hand: 1 − 1 / (20 − 10)',
      },
    ],
    source:
      'OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5: linear normalisation between goalposts',
    plain:
      '=IF(actual="","",IF(better="in range",MAX(0,1-MAX(low-actual,actual-high,0)/(high-low)),IF(target="","",MAX(0,MIN(1,(actual-IF(floor="",IF(better="lower",2*target,0),floor))/(target-IF(floor="",IF(better="lower",2*target,0),floor)))))))',
    synonyms: ['target achievement', 'goal attainment', 'on target', 'progress', 'percent of target'],
    mistakes: ['A target of zero or less needs a floor: without one, nothing says which figure scores 0.'],
    bounds: { from: 0, to: 1 },
    scaling: [{ parameters: ['actual', 'target', 'floor', 'low', 'high'], power: 0 }],
    calculate: (
      actual: number,
      target: number | null,
      direction: Better,
      floor: number | null,
      low: number | null,
      high: number | null,
    ) => {
      if (target === null && direction !== 'in range') return null;
      if (direction === 'higher' && floor === null && target! > 0) return shareOfTarget(actual, target!);
      return readably(() => attainment(actual, { better: direction, target, floor, low, high }), ScoringError);
    },
  },
];
