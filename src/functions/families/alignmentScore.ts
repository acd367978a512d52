import {
  type Aim,
  attainment,
  type Better,
  type FunctionSums,
  ScoringError,
  scoreOfFunctions,
  shareOfTarget,
  weightOf,
} from '../../alignment';
import { better } from '../better';
import { byPeriod } from '../byPeriod';
import { CellError } from '../cellError';
import type { CellFunction, Column, Parameter } from '../definition';
import { readably } from '../readably';
import { NO_TARGET_IN_RANGE } from './attainment';

/** One KPI a row. */
const kpis: Parameter[] = [
  { name: 'actuals', type: 'number', description: 'the figures, one KPI per row' },
  { name: 'targets', type: 'number', description: 'their targets; blank in range', mayBeBlank: NO_TARGET_IN_RANGE },
  better,
  {
    name: 'weights',
    type: 'number',
    description: 'weight of each KPI within its function',
    optional: true,
    default: 1,
  },
  {
    name: 'functions',
    type: 'any',
    description: 'the business function of each KPI; without it each KPI counts as its own function',
    optional: true,
  },
  {
    name: 'floors',
    type: 'number',
    description: 'the figure that scores 0; if left out, 0, or twice the target where lower is better',
    optional: true,
  },
  {
    name: 'lows',
    type: 'number',
    description: 'lower ends of the good ranges, where in range is better',
    optional: true,
  },
  { name: 'highs', type: 'number', description: 'upper ends of those ranges', optional: true },
  {
    name: 'function_weights',
    type: 'number',
    description: 'weight of the function in each row, the same in all its rows; 1 if left out',
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
    question: 'Is the whole business moving the way I want?',
    shape: 'aggregate',
    parameters: [...kpis, ...byPeriod],
    result: { type: 'number', unit: 'points from 0 to 100', format: '0.0' },
    examples: [
      {
        title: WORKBOOK,
        arguments: workbook,
        result: SCORE,
        origin: 'method, section 6: 71.62008, from function scores 80, 100, 40 and 82.2222',
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
    summary: 'The score of each business function, and how many points of the alignment score it costs.',
    question: 'Which part of the business is holding the rest back?',
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
        origin: 'method, section 6: points lost 4.7430, 0, 19.4762 and 4.1607, by the logarithms of the scores',
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
  targets: Column,
  directions: Column<Better[]>,
  weights: Column,
  functions: Column<(string | number | null)[]>,
  floors: Column,
  lows: Column,
  highs: Column,
  functionWeights: Column,
];

/** What is added up of a business function, and the row that said first what it weighs. */
interface Sums extends FunctionSums {
  weightFrom: number | null;
}

function scored(name: string, columns: Columns): ReturnType<typeof scoreOfFunctions> {
  const [actuals, targets, directions, weights, functions, floors, lows, highs, functionWeights] = columns;
  const sumsOf = byFunction(functions, actuals);
  const aim: Aim = { better: 'higher' };
  const [figures, goals] = [actuals.values, targets.values];
  // Most workbooks need no more, and a million rows should not wait for what others need.
  const isPlain = directions.same === 'higher' && floors.same === null;
  const areWeighed = functionWeights.same !== null;
  const [sameWeight, each] = weights.same === undefined ? [null, weights.values] : [weights.same as number, null];
  let rows = 0;
  for (let i = 0; i < figures.length; i++) {
    const sums = sumsOf(i);
    if (areWeighed) weigh(sums, functionWeights, i);
    const weight = each ? each[i]! : sameWeight!;
    const goal = goals[i]!;
    if (isPlain && goal > 0 && weight > 0) {
      rows += 1;
      sums.kpiWeight += weight;
      sums.shortfall += weight * (1 - shareOfTarget(figures[i]!, goal));
      continue;
    }
    aim.better = directions.values[i]!;
    aim.target = figureAt(targets, i);
    if (aim.target === null && aim.better !== 'in range') continue;
    rows += 1;
    if (weight < 0) readably(() => weightOf(weight, actuals.place(i)), ScoringError);
    if (weight === 0) continue;
    aim.floor = figureAt(floors, i);
    aim.low = figureAt(lows, i);
    aim.high = figureAt(highs, i);
    sums.kpiWeight += weight;
    sums.shortfall += weight * (1 - attained(actuals, i, aim));
  }
  if (rows === 0) throw new CellError('#N/A', `${name} finds no row with both a figure and its target.`);
  return scoreOfFunctions([...sumsOf.all].filter(({ kpiWeight }) => kpiWeight > 0));
}

function figureAt({ values }: Column, index: number): number | null {
  const value = values[index]!;
  return Number.isNaN(value) ? null : value;
}

function attained(actuals: Column, index: number, aim: Aim): number {
  try {
    return attainment(actuals.values[index]!, aim);
  } catch (error) {
    if (!(error instanceof ScoringError)) throw error;
    throw new CellError(error.code, `${actuals.place(index)}: ${error.reason}.`);
  }
}

/** Functions that are numbers up to this one are found by a list, which is quicker than a map. */
const MOST_LISTED = 1000;

/** Finds the sums of the function of a row, by its name without case. A KPI without a function is one of its own, named by its place. */
function byFunction({ values }: Columns[4], actuals: Column): ((index: number) => Sums) & { all: Set<Sums> } {
  const all = new Set<Sums>();
  const byName = new Map<string, Sums>();
  // The same cell again is found without its name being read again.
  const byCell = new Map<string | number, Sums>();
  const byNumber = new Array<Sums | null>(MOST_LISTED + 1).fill(null);
  const isListed = (cell: string | number | null): cell is number =>
    typeof cell === 'number' && cell >= 0 && cell <= MOST_LISTED && Number.isInteger(cell);
  const of = (index: number): Sums => {
    const cell = values[index]!;
    const known = isListed(cell) ? byNumber[cell] : cell === null ? undefined : byCell.get(cell);
    if (known) return known;
    const name = String(cell ?? '').trim() || actuals.place(index);
    const sums = byName.get(name.toLowerCase()) ?? { name, weight: 1, kpiWeight: 0, shortfall: 0, weightFrom: null };
    byName.set(name.toLowerCase(), sums);
    if (isListed(cell)) byNumber[cell] = sums;
    else if (cell !== null) byCell.set(cell, sums);
    all.add(sums);
    return sums;
  };
  return Object.assign(of, { all });
}

/** The weight of a function, which all its rows must agree on; blanks say nothing. */
function weigh(sums: Sums, weights: Column, index: number): void {
  const weight = weights.values[index]!;
  if (Number.isNaN(weight)) return;
  if (sums.weightFrom === null) {
    sums.weight = readably(() => weightOf(weight, sums.name), ScoringError);
    sums.weightFrom = index;
  } else if (sums.weight !== weight) {
    const before = `${sums.weight} in ${weights.place(sums.weightFrom)}`;
    weights.refuse(index, `${sums.name} weighs ${weight} here and ${before}`);
  }
}
