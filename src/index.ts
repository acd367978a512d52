/**
 * The core of Strategic Compass as a module: pure functions over plain data. It reads no clock, no file and no service.
 */
export { type AlignmentScore, alignmentScore, attainment, type Better, type ScoredKpi } from './alignment';
export type { Cell, ErrorCell, ErrorCode, Grid } from './cells/value';
export {
  type DriftOptions,
  type DriftSignal,
  driftBreaks,
  driftSignals,
  type Limits,
  naturalProcessLimits,
} from './drift';
export { functions } from './functions/catalogue';
export { CellError } from './functions/cellError';
export type { CellFunction, Example, Parameter } from './functions/definition';
export { evaluate } from './functions/evaluate';
export { exampleFormula, exampleSheet } from './functions/help/example';
export { searchFunctions } from './functions/help/search';
export { explainedAt } from './review/alerts/explain';
export { PATTERNS as patterns } from './review/patterns/catalogue';
export { review } from './review/review';
export type {
  Alert,
  ChangeAlert,
  Chart,
  ExperimentAlert,
  KpiReview,
  PatternAlert,
  PlanEntry,
  Review,
} from './review/types';
export { templates } from './templates/catalogue';
export { installTemplate } from './templates/install/installTemplate';
export type { InstallOptions } from './templates/install/layout';
export { type InstallPlan, planInstall } from './templates/install/planInstall';
export { checkMapping } from './templates/mapping/checkMapping';
export { placesToMap, proposeMapping } from './templates/mapping/proposeMapping';
export type { Template } from './templates/template';
export { placesToRemove, type Removal, removeTemplate } from './templates/upkeep/removeTemplate';
export { rollForward } from './templates/upkeep/rollForward';
export { type Upgrade, upgradeTemplate } from './templates/upkeep/upgradeTemplate';
export type { Content, Edit } from './workbook/edit';
export { applyEdits } from './workbook/edits/applyEdits';
export { degrade } from './workbook/edits/degrade';
export type { Block, Snapshot } from './workbook/snapshot';
export { track } from './workbook/track/track';
