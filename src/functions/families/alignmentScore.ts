import { type AlignmentScore, alignmentScore, type Better, type ScoredKpi, ScoringError } from '../../alignment';
import { better } from '../better';
import { byPeriod } from '../byPeriod';
import { CellError } from '../cellError';
import type { CellFunction, Column, Parameter } from '../definition';
import { readably } from '../readably';
import { NO_TARGET_IN_RANGE } from './attainment';

/** One KPI a row. */
const kpis: Parameter[] = [
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
];

const workbook = [
  [[0.28], [0.22], [3.2], [0.81], [0.04]],
  [[0.35], [0.2], [2], [0.9], [0.03]],
  [['higher'], ['higher'], ['lower'], ['higher'], ['lower']],
  [[1], [1], [1], [2], [1]],
  [['Marketing'], ['Sales'], ['Operations'], ['Customer Service'], ['Customer Service']],
];
const WORKBOOK =
  'A bakery’s lead quality, conversion, fulfilment days, satisfaction (counts double) and churn, in four functions.';

/** Its score from the function scores 80, 100, 40 and 82.2222, and what one of these costs. */
const SCORE = (80 * 100 * 40 * (740 / 9)) ** 0.25;
const lost = (score: number) => ((100 - SCORE) * Math.log(score / 100)) / Math.log((SCORE / 100) ** 4);

const SOURCE = 'OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6: geometric aggregation';

/** What the score shares out: all weights may be in any unit. */
const scaling = [
  { parameters: ['weights'], power: 0 },
  { parameters: ['function_weights'], power: 0 },
];

/** Does the business do what its strategy says? */
export const scores: CellFunction[] = [
  {
    name: 'ALIGNMENT_SCORE',
    family: 'alignment',
    summary: 'One score from 0 to 100 for all KPIs: weighted geometric mean of the scores of the business functions.',
    question: 'Does the whole business move the way I want?',
    shape: 'aggregate',
    parameters: [...kpis, ...byPeriod],
    result: { type: 'number', unit: 'points from 0 to 100', format: '0.0' },
    examples: [
      {
        title: WORKBOOK,
        arguments: workbook,
        result: SCORE,
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
    source: SOURCE,
    synonyms: ['strategy score', 'composite score', 'balanced scorecard', 'overall score', 'strategic alignment'],
    mistakes: ['A brilliant function does not make up for a failing one: that is what the geometric mean is for.'],
    bounds: { from: 1, to: 100 },
    scaling,
    calculate: (...columns: Columns) => scored('ALIGNMENT_SCORE', columns).score ?? Number.NaN,
  },
  {
    name: 'ALIGNMENT_BREAKDOWN',
    family: 'alignment',
    summary: 'The score of each business function, and the points of the alignment score that it costs.',
    question: 'Which part of the business holds the rest back?',
    shape: 'table',
    parameters: kpis,
    result: {
      type: 'any',
      unit: 'table: function, its score from 0 to 100, points of the alignment score lost by it',
      columns: [{ name: 'function' }, { name: 'score', format: '0.0' }, { name: 'points lost', format: '0.0' }],
    },
    examples: [
      {
        title: WORKBOOK,
        arguments: workbook,
        result: [
          ['Marketing', 80, lost(80)],
          ['Sales', 100, 0],
          ['Operations', 40, lost(40)],
          ['Customer Service', 740 / 9, lost(740 / 9)],
        ],
        origin: 'method, section 5: points lost 4.7430, 0, 19.4762 and 4.1607, by the logarithms of the scores',
      },
      {
        title: 'A software subscription: two functions at 50% of their targets lose the same.',
        arguments: [[[50], [0.5]], [[100], [1]], undefined, undefined, [['Sales'], ['Service']]],
        result: [
          ['Sales', 50, 25],
          ['Service', 50, 25],
        ],
        origin: 'by hand: the score is 50, and half of the 50 points is lost by each',
      },
    ],
    source: SOURCE,
    synonyms: ['points lost', 'score by function', 'contribution', 'weakest link', 'drill down'],
    mistakes: ['Points lost are shares of one sum: raising one function changes what the others cost.'],
    scaling,
    calculate: (...columns: Columns) => {
      const { score, functions } = scored('ALIGNMENT_BREAKDOWN', columns);
      return score === null ? Number.NaN : functions.map(({ name, score, lost }) => [name, score, lost]);
    },
  },
];

type Columns = [
  actuals: Column,
  targets: Column<number | null>,
  directions: Column<Better>,
  weights: Column,
  functions: Column<string | number | null>,
  floors: Column<number | null>,
  lows: Column<number | null>,
  highs: Column<number | null>,
  functionWeights: Column<number | null>,
];

function scored(name: string, columns: Columns): AlignmentScore {
  const [actuals, targets, directions, weights, functions, floors, lows, highs, functionWeights] = columns;
  const rows: ScoredKpi[] = [];
  const names: string[] = [];
  for (let i = 0; i < actuals.values.length; i++) {
    const place = actuals.place(i);
    // A KPI without a function is one of its own, named by its place.
    const name = String(functions.values[i] ?? '').trim() || place;
    names.push(name);
    const [better, target] = [directions.values[i]!, targets.values[i]!];
    if (target === null && better !== 'in range') continue;
    rows.push({
      name: place,
      function: name,
      actual: actuals.values[i]!,
      weight: weights.values[i]!,
      better,
      target,
      floor: floors.values[i]!,
      low: lows.values[i]!,
      high: highs.values[i]!,
    });
  }
  if (rows.length === 0) throw new CellError('#N/A', `${name} finds no row with both a figure and its target.`);
  return readably(() => alignmentScore(rows, weightsOf(names, functionWeights)), ScoringError);
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
