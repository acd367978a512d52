import type { Better } from '../alignment';
import { judgingLimits } from './limits';
import { onset } from './onset';
import { type AcceptedLevel, breaksSince, regimeOrigin } from './regimes';
import { type Rule, wheelerRules } from './rules';
import { FIRST_REGIME, LATER_REGIME } from './segmentation';
import { type Direction, figures, isFigure, mean, type Series } from './series';

/** Fewer figures than this, and it is too early to tell. */
export const FEWEST = 6;

export interface DriftOptions {
  /** The direction that is good; 'higher' by default. Both directions are watched alike whatever it is. */
  better?: Better;
  /** The chance allowed of a false alarm in one direction in a year of twelve reviews; 0.10 by default. */
  falseAlarms?: number;
  accepted?: readonly AcceptedLevel[];
  /** Whether figures stand further apart than one period, as quarterly ones in a monthly workbook: blanks are no gaps then. */
  sparse?: boolean;
}

/** A sign of a change that the newest of the periods known then completes. */
export interface Sign {
  rule: Rule;
  direction: Direction;
  /** The periods that count as evidence, 0-based. */
  points: number[];
  /** First period of the regime in which it was judged. */
  regime: number;
  /** Estimated onset of the change, 0-based. */
  since: number;
}

/**
 * What each rule adds to the chance of a false alarm, in one direction and a year of twelve reviews, for a KPI with 24
 * periods of independent normal noise behind it. Origin: bench/results/drift.md.
 */
const FALSE_ALARMS: readonly (readonly [Rule, number])[] = [
  ['break', 0.005],
  ['three of four', 0.013],
  ['run', 0.013],
  ['point', 0.045],
];

/**
 * The signs of change at each period, every period judged from what was known then. This is the first engine: Wheeler's
 * three rules against the current regime's natural process limits, and breaks by segmentation. The rules are fixed: a
 * smaller budget of false alarms leaves out those that cost most of it, and noise that is not normal or not independent
 * costs more than the budget (bench/results/drift.md says how much).
 *
 * @param values   one figure a period, oldest first; a blank is a gap
 * @param options  the budget of false alarms; levels that were accepted, and when
 * @returns        one list of signs a period
 */
export function signsByPeriod(values: Series, options: DriftOptions = {}): Sign[][] {
  const { accepted = [], falseAlarms = 0.1, sparse = false } = options;
  const rules = affordable(falseAlarms);
  const breaks = breaksSince(values);
  return values.map((value, period) => {
    const origin = regimeOrigin(accepted, period);
    if (!isFigure(value) || figures(values.slice(origin, period + 1)).length < FEWEST) return [];
    const regime = breaks(origin, period).pop() ?? origin;
    return [
      ...ruleSigns(values, regime, period, sparse),
      ...breakSigns(values, breaks(origin, period + 1), origin, regime, period),
    ].filter(sign => rules.has(sign.rule));
  });
}

function affordable(falseAlarms: number): Set<Rule> {
  let spent = 0;
  const rules = new Set<Rule>();
  for (const [rule, chance] of FALSE_ALARMS) {
    spent += chance;
    if (spent <= falseAlarms) rules.add(rule);
  }
  return rules;
}

function ruleSigns(values: Series, regime: number, period: number, sparse: boolean): Sign[] {
  const before = values.slice(regime, period);
  const limits = figures(before).length < FEWEST - 1 ? null : judgingLimits(before, sparse);
  if (!limits) return [];
  return wheelerRules(values.slice(regime, period + 1), limits).map(({ rule, direction, points }) => ({
    rule,
    direction,
    points: points.map(point => point + regime),
    regime,
    since: onset(values, regime, period, direction),
  }));
}

/** A break is a sign when it leaves room for a regime between itself and the break that was known before: the same break, found a little earlier or later, is not news. */
function breakSigns(values: Series, breaks: number[], origin: number, regime: number, period: number): Sign[] {
  const since = breaks[breaks.length - 1];
  if (since === undefined) return [];
  const room = regime === origin ? FIRST_REGIME : LATER_REGIME;
  if (figures(values.slice(regime, since)).length < room) return [];
  const before = breaks[breaks.length - 2] ?? origin;
  const points: number[] = [];
  for (let i = since; i <= period; i++) if (isFigure(values[i])) points.push(i);
  const rose = mean(figures(values.slice(since, period + 1))) > mean(figures(values.slice(before, since)));
  return [{ rule: 'break', direction: rose ? 'up' : 'down', points, regime: before, since }];
}
