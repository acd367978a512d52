export { type Aim, attainment, type Better, unclampedAttainment } from './attainment';
export { largestRemainder } from './largestRemainder';
export {
  type AlignmentScore,
  alignmentScore,
  type FunctionScore,
  type FunctionWeights,
  type KpiShare,
  type ScoredKpi,
} from './score';
export { ScoringError } from './scoringError';
