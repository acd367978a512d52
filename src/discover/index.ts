/** The finder: a workbook in, the series that can be steered by out. Others of the project use what is here. */
export { type DiscoverOptions, discover } from './discover';
export { farOff } from './farOff';
export type { Conversion, Discovery, Finding, FirstLook, GuessedField, Unreadable, UnreadCell } from './finding';
export { lookAt } from './firstLook';
export { periodsInWords, unreadCellsInWords } from './inWords';
export { conversionEdits, type FindingsPlan, planFindings, trackRequests } from './trackFindings';
