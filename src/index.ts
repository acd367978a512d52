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
export { exampleFormula, exampleSheet } from './functions/example';
export { searchFunctions } from './functions/search';
export { review } from './review/review';
export type { Alert, Chart, KpiReview, Review } from './review/types';
export { templates } from './templates/catalogue';
export { checkMapping } from './templates/checkMapping';
export { installTemplate } from './templates/installTemplate';
export type { InstallOptions } from './templates/layout';
export { type InstallPlan, planInstall } from './templates/planInstall';
export { placesToMap, proposeMapping } from './templates/proposeMapping';
export { placesToRemove, type Removal, removeTemplate } from './templates/removeTemplate';
export { rollForward } from './templates/rollForward';
export type { Template } from './templates/template';
export { type Upgrade, upgradeTemplate } from './templates/upgradeTemplate';
export { applyEdits } from './workbook/applyEdits';
export { degrade } from './workbook/degrade';
export type { Content, Edit } from './workbook/edit';
export type { Block, Snapshot } from './workbook/snapshot';
export { track } from './workbook/track';
