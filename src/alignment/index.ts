export { allocationGap } from './allocation';
export { type Aim, attainment, type Better, offTarget, shareOfTarget, unclampedAttainment } from './attainment';
export { isBeyondChance } from './chance';
export { strategicCoherence } from './coherence';
export { type Firmness, type Reweighed, scoreFirmness } from './firmness';
export { largestRemainder } from './largestRemainder';
export {
  type AlignmentScore,
  alignmentScore,
  type FunctionScore,
  type FunctionSums,
  type FunctionWeights,
  type KpiShare,
  type ScoredKpi,
  scoreOfFunctions,
  weightOf,
} from './score';
export { ScoringError } from './scoringError';
export { type Synergy, synergy } from './synergy';
