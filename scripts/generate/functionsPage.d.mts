import type { CellFunction } from '../../src/functions/definition';
import type { exampleFormula, exampleSheet } from '../../src/functions/help/example';

export function functionsPage(
  functions: readonly CellFunction[],
  examples: { exampleFormula: typeof exampleFormula; exampleSheet: typeof exampleSheet },
): string;
