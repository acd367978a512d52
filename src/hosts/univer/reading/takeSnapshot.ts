import type { FWorkbook } from '@univerjs/sheets/facade';
import type { DefinedName, Snapshot } from '../../../workbook/snapshot';
import { allSteps } from './allSteps';
import { gridCells } from './readBlock';
import { type About, snapshotInSteps } from './snapshotInSteps';

/** Reads what a review needs of an open workbook, and what else is asked for. */
export function takeSnapshot(book: FWorkbook, about: About): Snapshot {
  return allSteps(bookInSteps(book, about));
}

/** As `takeSnapshot`, some thousand cells a step. */
export function bookInSteps(book: FWorkbook, about: About): Generator<void, Snapshot> {
  return snapshotInSteps(book.getSheets().map(gridCells), () => definedNames(book), about);
}

/** The names that the workbook defines. */
function definedNames(book: FWorkbook): DefinedName[] {
  return book.getDefinedNames().map(defined => {
    const formula = defined.getFormulaOrRefString();
    return { name: defined.getName(), formula: formula.startsWith('=') ? formula : `=${formula}` };
  });
}
