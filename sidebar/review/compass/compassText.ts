import { counted, listed } from '../../../src/cells/english';
import type { CompassFunction, CompassGoal } from '../../../src/review/compass/types';
import { movementOf } from '../../../src/review/score/movement';
import type { Review } from '../../../src/review/types';
import { figuresIn } from '../../words/figure';
import { momentumInWords } from '../../words/momentum';

const points = figuresIn('0.#');
const percent = figuresIn('0%');

/** So many functions or goals are named in a sentence; of more, the first. */
const NAMED = 8;

/**
 * What the Compass shows in one line: how many functions move which way, and how much money is elsewhere.
 *
 * @param review  its functions and goals
 * @returns       "2 functions improving, 1 worsening, 1 not yet known; 25% of the money elsewhere"
 */
export function compassFinding({ compass }: Review): string {
  const movements = compass.functions.map(({ momentum }) =>
    momentum === null ? 'not yet known' : movementOf(momentum),
  );
  const moving = (['improving', 'worsening', 'hardly moving', 'not yet known'] as const)
    .map(how => ({ how, count: movements.filter(one => one === how).length }))
    .filter(({ count }) => count > 0)
    .map(({ how, count }, i) => `${i === 0 ? counted(count, 'function') : count} ${how}`)
    .join(', ');
  const money = compass.gap === null ? 'money not compared' : `${percent(compass.gap)} of the money elsewhere`;
  return [moving, money].filter(text => text !== '').join('; ');
}

/** "78 of 100, costs 4.2 points" or why it has none. */
function scoreInWords({ score, lost, unscored }: CompassFunction): string {
  if (score === null) return unscored === '' ? 'not scored' : `not scored: ${unscored}`;
  return `${points(score)} of 100${lost > 0 ? `, costs ${points(lost)} points` : ''}`;
}

/** What is to be said of a function: its score, and which way it moves where it has anything that could. */
export function functionInWords(one: CompassFunction, cadence: string): string {
  return [scoreInWords(one), movementInWords(one, cadence)].filter(text => text !== '').join(', ');
}

/** "improving (+2.4)", "movement not yet known: 3 more months"; in the workbook's periods. */
function movementInWords({ momentum, missing, kpis }: CompassFunction, cadence: string): string {
  if (momentum !== null) return momentumInWords(momentum);
  if (kpis === 0) return '';
  return `movement not yet known${missing === null ? '' : `: ${counted(missing, `more ${cadence}`)}`}`;
}

/** The circle of functions in sentences, for those who don't see it. */
export function functionsText({ compass, cadence, coherence }: Review): { title: string; description: string } {
  const { functions } = compass;
  const said = functions
    .slice(0, NAMED)
    .map(one => `${one.name}: ${functionInWords(one, cadence)}, ${percent(one.share)} of the weight.`);
  const rest = functions.length > NAMED ? `${functions.length - NAMED} more are listed below.` : '';
  return {
    title: `${counted(functions.length, 'business function')}: scores, movement and weight`,
    description: [...said, rest, coherence.sentence].filter(text => text !== '').join(' '),
  };
}

/** "25% of the money, 50% of the weight", or what is not known of a goal. */
export function goalInWords({ weight, spend, kpis }: CompassGoal): string {
  const money = spend === null ? 'money not known' : `${percent(spend)} of the money`;
  const weighed = weight === null ? 'not compared' : `${percent(weight)} of the weight`;
  return `${money}, ${weighed}, ${kpis === 0 ? 'measured by no KPI' : counted(kpis, 'KPI')}`;
}

/** The two bands of goals in sentences, for those who don't see them. */
export function moneyText({ compass }: Review): { title: string; description: string } {
  const { goals } = compass;
  const named = goals.slice(0, NAMED).map(goal => `${goal.name}: ${goalInWords(goal)}.`);
  const rest = goals.length > NAMED ? [`${goals.length - NAMED} more are listed below.`] : [];
  return { title: 'Goals: weight against money', description: [moneyFinding(compass), ...named, ...rest].join(' ') };
}

/** "30% of the money is not where the weights say: ‘Regulars’ gets less than its weight and ‘Range’ more." */
export function moneyFinding({ goals, gap }: Review['compass']): string {
  if (gap === null) return 'Where the money goes is not yet known.';
  const most = furthest(goals);
  return `${percent(gap)} of the money is not where the weights say${most === '' ? '' : `: ${most}`}.`;
}

/** The goals that get less than their weight by the most, and more by the most: "‘Grow’ gets less than its weight". */
function furthest(goals: readonly CompassGoal[]): string {
  const apart = goals
    .flatMap(({ name, weight, spend }) => (weight === null || spend === null ? [] : [{ name, by: spend - weight }]))
    .filter(({ by }) => Math.round(by * 100) !== 0)
    .sort((one, other) => one.by - other.by);
  const [least] = apart.filter(({ by }) => by < 0);
  const [most] = apart.filter(({ by }) => by > 0).reverse();
  return listed([
    ...(least ? [`‘${least.name}’ gets less than its weight`] : []),
    ...(most ? [`‘${most.name}’ more`] : []),
  ]);
}
