export { type Cutting, driftBreaks, seasonBesideSteps } from './breaks/breaks';
export { type Outlier, outliers } from './breaks/outliers';
export { type ScaleBreak, scaleBreaks } from './breaks/scaleBreaks';
export { type Band, isAdverse } from './changes/adverse';
export { type Change, driftChanges, type Ending, HISTORY_AFTER, RECOVERED_AFTER } from './changes/changes';
export { type FoundChange, foundChanges } from './changes/found';
export type { Rule } from './changes/rules';
export { type DriftSignal, driftSignals, type SignalOptions } from './changes/signals';
export { type DriftVerdict, driftVerdict, verdictOf } from './changes/verdict';
export { FEWEST } from './evidence/evidence';
export type { Raises } from './evidence/look';
export { level } from './evidence/onset';
export {
  type AcceptedLevel,
  breaksBetween,
  type Cuttings,
  cuttingsOf,
  regimeOrigin,
  regimeStarts,
} from './evidence/regimes';
export { judgingLimits, type Limits, naturalProcessLimits, TooFewPeriods } from './limits';
export { type DriftOptions, falseAlarmsAmong } from './options';
export { provenSeason, type Season, withoutSeason } from './season';
export { type Direction, figures, isFigure, type Series } from './series';
export { mannKendall } from './statistics/mannKendall';
export { MOMENTUM_FIGURES, momentum } from './trend/momentum';
export { type PeriodsToTarget, periodsToTarget } from './trend/periodsToTarget';
export { type Trend, theilSen, trend } from './trend/trend';
