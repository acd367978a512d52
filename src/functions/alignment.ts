import { alignmentScore, attainment, type Better, ScoringError } from '../alignment';
import { better } from './better';
import { CellError } from './cellError';
import type { CellFunction, Column } from './definition';

const NO_TARGET_IN_RANGE = 'low and high are the target of a figure that is best in range';

/** Does the business do what its strategy says? */
export const alignment: CellFunction[] = [
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
        description: 'what scores 1; may be blank in range',
        mayBeBlank: NO_TARGET_IN_RANGE,
      },
      better,
      {
        name: 'floor',
        type: 'number',
        description: 'what scores 0; if left out 0, or twice the target where lower is better',
        optional: true,
      },
      {
        name: 'low',
        type: 'number',
        description: 'lower end of the range that is good, where in range is better',
        optional: true,
      },
      { name: 'high', type: 'number', description: 'upper end of that range', optional: true },
    ],
    result: { type: 'number', unit: 'fraction', format: '0%' },
    examples: [
      {
        title: 'A bakery sold 60 breakfast boxes and wanted to sell 80.',
        arguments: [60, 80],
        result: 0.75,
        origin: 'method, section 5; by hand: 60 / 80',
      },
      {
        title: 'A software subscription lost 4% and 7% of its customers a month, and wants to lose 3% at most.',
        arguments: [[[0.04], [0.07]], 0.03, 'lower'],
        result: [[2 / 3], [0]],
        origin: 'method, section 5; by hand: (6% − 4%) / (6% − 3%), and beyond the floor of 6%',
      },
      {
        title: 'Nine days of flour in stock, where 10 to 20 are right.',
        arguments: [9, null, 'in range', null, 10, 20],
        result: 0.9,
        origin: 'method, section 5; by hand: 1 − 1 / (20 − 10)',
      },
    ],
    source:
      'OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5: linear normalisation between goalposts',
    plain:
      '=IF(actual="","",IF(better="in range",MAX(0,1-MAX(low-actual,actual-high,0)/(high-low)),IF(target="","",MAX(0,MIN(1,(actual-IF(floor="",IF(better="lower",2*target,0),floor))/(target-IF(floor="",IF(better="lower",2*target,0),floor)))))))',
    synonyms: ['target achievement', 'goal attainment', 'on target', 'progress', 'percent of target'],
    mistakes: ['A target of zero or less needs a floor: nothing says otherwise how bad is bad.'],
    calculate: (
      actual: number,
      target: number | null,
      direction: Better,
      floor: number | null,
      low: number | null,
      high: number | null,
    ) => {
      if (target === null && direction !== 'in range') return null;
      return readably(() => attainment(actual, { better: direction, target, floor, low, high }));
    },
  },
  {
    name: 'ALIGNMENT_SCORE',
    family: 'alignment',
    summary: 'One score from 0 to 100 for all KPIs: weighted geometric mean of the scores of the business functions.',
    question: 'Does the whole business move the way I want?',
    shape: 'aggregate',
    parameters: [
      { name: 'actuals', type: 'number', description: 'the figures, one KPI a row' },
      { name: 'targets', type: 'number', description: 'their targets; blank in range', mayBeBlank: NO_TARGET_IN_RANGE },
      better,
      {
        name: 'weights',
        type: 'number',
        description: 'what each KPI counts inside its function',
        optional: true,
        default: 1,
      },
      {
        name: 'functions',
        type: 'any',
        description: 'the business function of each KPI; without it each KPI is its own',
        optional: true,
      },
      {
        name: 'floors',
        type: 'number',
        description: 'what scores 0; if left out 0, or twice the target where lower is better',
        optional: true,
      },
      {
        name: 'lows',
        type: 'number',
        description: 'lower ends of the ranges that are good, where in range is better',
        optional: true,
      },
      { name: 'highs', type: 'number', description: 'upper ends of those ranges', optional: true },
      {
        name: 'function_weights',
        type: 'number',
        description: 'what the function of each row counts, the same in all its rows; 1 if left out',
        optional: true,
      },
    ],
    result: { type: 'number', unit: 'points from 0 to 100', format: '0.0' },
    examples: [
      {
        title:
          'A bakery’s lead quality, conversion, fulfilment days, satisfaction (counts double) and churn, in four functions.',
        arguments: [
          [[0.28], [0.22], [3.2], [0.81], [0.04]],
          [[0.35], [0.2], [2], [0.9], [0.03]],
          [['higher'], ['higher'], ['lower'], ['higher'], ['lower']],
          [[1], [1], [1], [2], [1]],
          [['Marketing'], ['Sales'], ['Operations'], ['Customer Service'], ['Customer Service']],
        ],
        result: (80 * 100 * 40 * (740 / 9)) ** 0.25,
        origin: 'method, section 5: 71.62008, from function scores 80, 100, 40 and 82.2222',
      },
      {
        title: 'A software subscription with two KPIs at 75% and 50% of their targets.',
        arguments: [
          [[60], [0.5]],
          [[80], [1]],
        ],
        result: 100 * Math.sqrt(0.75 * 0.5),
        origin: 'by hand: 100 × √(0.75 × 0.5)',
      },
    ],
    source: 'OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6: geometric aggregation',
    synonyms: ['strategy score', 'composite score', 'balanced scorecard', 'overall score', 'strategic alignment'],
    mistakes: ['A brilliant function does not make up for a failing one: that is what the geometric mean is for.'],
    calculate: score,
  },
];

function score(
  actuals: Column,
  targets: Column<number | null>,
  directions: Column<Better>,
  weights: Column,
  functions: Column<string | number | boolean | null>,
  floors: Column<number | null>,
  lows: Column<number | null>,
  highs: Column<number | null>,
  functionWeights: Column<number | null>,
): number {
  // A KPI without a function is one of its own, named by its place.
  const names = functions.values.map((name, i) => String(name ?? '').trim() || actuals.place(i));
  const kpis = actuals.values.flatMap((actual, i) => {
    const [direction, target] = [directions.values[i]!, targets.values[i]!];
    if (target === null && direction !== 'in range') return [];
    const aim = { better: direction, target, floor: floors.values[i], low: lows.values[i], high: highs.values[i] };
    return [{ ...aim, actual, weight: weights.values[i], function: names[i], name: actuals.place(i) }];
  });
  if (kpis.length === 0) throw new CellError('#N/A', 'ALIGNMENT_SCORE finds no row with both a figure and its target.');
  return readably(() => alignmentScore(kpis, weightsOf(names, functionWeights))).score ?? Number.NaN;
}

/** The weight of each function, which all its rows must agree on; blanks say nothing. */
function weightsOf(names: string[], weights: Column<number | null>): Map<string, number> {
  const found = new Map<string, { weight: number; at: number }>();
  weights.values.forEach((weight, i) => {
    if (weight === null) return;
    const name = names[i]!.toLowerCase();
    const { weight: before, at } = found.get(name) ?? { weight, at: i };
    if (before !== weight) weights.refuse(i, `${names[i]} weighs ${weight} here and ${before} in ${weights.place(at)}`);
    found.set(name, { weight, at });
  });
  return new Map([...found].map(([name, { weight }]) => [name, weight]));
}

/** Runs what may find an aim that cannot be scored, and says so as a cell does. */
function readably<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof ScoringError) throw new CellError(error.code, error.message);
    throw error;
  }
}
